"""How an answer is got from elsewhere: ready text for Power Query (Excel and Power BI), the command line, Python, R.

In Power Query the first argument of Web.Contents stands still and all that changes is in RelativePath and Query: only
then can the Power BI service tell the source of a query and refresh it (Microsoft: Web.Contents, RelativePath).
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlencode

from samspil.server.addresses import Addresses

__all__ = ["Recipe", "power_query"]

# Power Query M, lexical grammar, 12.1.4 and 12.1.5: what needs no quoting as the name of a field.
_PLAIN_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
_KEYWORDS: Final = frozenset(
    {
        *(
            "and",
            "as",
            "each",
            "else",
            "error",
            "false",
            "if",
            "in",
            "is",
            "let",
            "meta",
            "not",
            "null",
            "or",
        ),
        *("otherwise", "section", "shared", "then", "true", "try", "type"),
    }
)
_SHEETS: Final = {"da": "Svar", "en": "Answer"}


@dataclass(frozen=True)
class Recipe:
    """The answer of a question with some values, at the addresses of a site, in a language."""

    addresses: Addresses
    name: str
    values: Mapping[str, str]
    lang: str

    def address(self, suffix: str, **more: str) -> str:
        """Return the address of the answer in a format."""
        return self.addresses.full(self.path(suffix, **more))

    def path(self, suffix: str, **more: str) -> str:
        """Return the path of the answer in a format, without where the site begins."""
        fields = self._fields(more)
        return f"/{self._relative(suffix)}" + (f"?{urlencode(fields)}" if fields else "")

    @property
    def readable(self) -> str:
        """Return Power Query text for a table of names, days and numbers, as people read it."""
        source = power_query(self.addresses.full("/"), self._relative("xlsx"), self._fields({}))
        sheet = _text(_SHEETS[self.lang])
        return (
            f"let\n    Source = {source},\n    Workbook = Excel.Workbook(Source, true),\n"
            f'    Answer = Workbook{{[Item = {sheet}, Kind = "Sheet"]}}[Data]\nin\n    Answer\n'
        )

    @property
    def exact(self) -> str:
        """Return Power Query text for the rows as they are, with the addresses of things, to join tables by."""
        source = power_query(self.addresses.full("/"), self._relative("csv"), self._fields({}))
        return (
            f"let\n    Source = {source},\n"
            '    Rows = Csv.Document(Source, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),\n'
            "    Answer = Table.PromoteHeaders(Rows, [PromoteAllScalars = true])\nin\n    Answer\n"
        )

    @property
    def shell(self) -> str:
        """Return a line for the command line."""
        return f"curl -o {shlex.quote(self._file('csv'))} {shlex.quote(self.address('csv'))}"

    @property
    def python(self) -> str:
        """Return lines of Python."""
        address = json.dumps(self.address("csv"), ensure_ascii=False)
        return f"import pandas\n\nanswer = pandas.read_csv({address})"

    @property
    def r(self) -> str:
        """Return a line of R."""
        return f"answer <- read.csv({json.dumps(self.address('csv'), ensure_ascii=False)})"

    def _relative(self, suffix: str) -> str:
        """Return the path of the answer as it follows where the site begins."""
        return f"api/queries/{quote(self.name)}" + (f".{suffix}" if suffix else "")

    def _fields(self, more: Mapping[str, str]) -> dict[str, str]:
        """Return the fields of an address: values, the language where it is not that of the register, and more."""
        return {**self.values, **({"lang": self.lang} if self.lang != "da" else {}), **more}

    def _file(self, suffix: str) -> str:
        """Return a name for a file with the answer."""
        return re.sub(r"[^A-Za-z0-9_-]+", "-", self.name) + f".{suffix}"


def power_query(base: str, relative: str, fields: Mapping[str, str]) -> str:
    """Return the expression of Power Query that fetches an address: what stands still, and what may change."""
    options = [f"        RelativePath = {_text(relative)}"]
    if fields:
        inside = ", ".join(f"{_field(name)} = {_text(value)}" for name, value in fields.items())
        options.append(f"        Query = [{inside}]")
    joined = ",\n".join(options)
    return f"Web.Contents({_text(base)}, [\n{joined}\n    ])"


def _text(text: str) -> str:
    """Return a text as M writes it: a quote twice, and no #( that would begin an escape (M, 12.1.3.4)."""
    escaped = text.replace("#(", "#(#)(").replace('"', '""')
    return f'"{"".join(_escape(sign) for sign in escaped)}"'


def _escape(sign: str) -> str:
    """Return a sign as it stands in a text of M: one that cannot be seen by its number."""
    return (
        sign
        if sign.isprintable()
        else f"#({ord(sign):04X})"
        if ord(sign) < 0x10000
        else f"#({ord(sign):08X})"
    )


def _field(name: str) -> str:
    """Return a name as that of a field."""
    return name if _PLAIN_NAME.fullmatch(name) and name not in _KEYWORDS else f"#{_text(name)}"
