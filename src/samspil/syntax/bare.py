"""A query with blanks for what is surely no keyword, for whoever looks for keywords before an engine does.

The reading errs to one side. pyoxigraph's grammar knows no words: `SERVICEe:x` is SERVICE and a name to it, and
`<` after a value may be a comparison where SPARQL's longest word is an IRI. So what may be a keyword is left
as it stands, a prefix too, and from the first place where a reader may go another way than an engine does, all is.
"""

import re
from dataclasses import dataclass
from typing import Final

from samspil.syntax.text import OPAQUE

__all__ = ["Bare", "bare"]

# What stands behind the colon of a name with a prefix (SPARQL 1.1, 19.8, rules 169 to 173). It does not end in a dot.
_MORE: Final = r"(?:[\w:]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])"
_LOCAL: Final = rf":(?:{_MORE}(?:{_MORE}|-)*(?:\.+(?:{_MORE}|-)+)*)?"
_PART: Final = re.compile(
    rf"(?P<comment>\#[^\n\r]*)|(?P<iri><(?=[^<>]*>){OPAQUE.partition('|<')[2].rpartition('|#')[0]})"
    rf"|(?P<text>{OPAQUE.partition('|<')[0]})|(?P<local>{_LOCAL})|(?P<variable>[?$]\w+)|(?P<bracket>[][(){{}}])"
    r"|(?P<values>(?<![\w@:.-])(?i:VALUES)(?=[\s(?$]))|(?P<doubt>[\\'\"])"
)

# What else an IRI would hold that hides something, were it a comparison; the signs after which comes a value.
_HIDES: Final = re.compile(r"[#'\\()\[\]!]|[-+]{2}")
_BEFORE_A_VALUE: Final = frozenset("(,=!&|+-*/^>")

# Escapes that a text may hold; none of half a character.
_ESCAPES: Final = re.compile(
    r"""\\(?:[tbnrf"'\\]|u(?![Dd][89A-Fa-f])[0-9A-Fa-f]{4}|U00(?:0(?!0[Dd][89A-Fa-f])[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})"""
)


@dataclass(frozen=True)
class Bare:
    """A query in which each place is where it was; from `doubt` on nothing is left out, its length for nowhere.

    A comment is blank, and what holds a value is underscores.
    """

    text: str
    doubt: int


def bare(query: str) -> Bare:
    """Return a query without what is surely no keyword."""
    made, end, brackets = "", 0, _Brackets()
    for part in _PART.finditer(query):
        made += query[end : part.start()]
        if _is_doubtful(part, made, brackets):
            return Bare(made + query[part.start() :], part.start())
        brackets.pass_by(part)
        made += _shown(part)
        end = part.end()
    return Bare(made + query[end:], len(query))


class _Brackets:
    """The brackets that are open; `data` stands for those in which VALUES has its rows."""

    def __init__(self) -> None:
        """Begin outside of all."""
        self._open: list[str] = []
        self._next = ""

    @property
    def hold_an_expression(self) -> bool:
        """Whether a comparison may stand here: in round brackets that are no row of VALUES."""
        return self._open[-1:] == ["("] and self._open[-2:-1] != ["data"]

    def pass_by(self, part: re.Match[str]) -> None:
        """Take note of a part of the query."""
        sign = part["bracket"]
        if part["values"]:
            self._next = "data"
        elif sign and sign in "([{":
            self._open.append(self._next or sign if sign == "{" else sign)
            self._next = self._next if sign == "(" else ""
        elif sign and self._open:
            self._open.pop()


def _is_doubtful(part: re.Match[str], before: str, brackets: _Brackets) -> bool:
    """Tell whether an engine may read a part in another way, so that what follows is another thing to it."""
    if part["text"]:
        return "\\" in _ESCAPES.sub("", part["text"])
    if not part["iri"]:
        return part["doubt"] is not None
    if not _HIDES.search(part["iri"]):
        return False
    compares = brackets.hold_an_expression and before.rstrip()[-1:] not in _BEFORE_A_VALUE
    return compares or before.endswith("<")


def _shown(part: re.Match[str]) -> str:
    """Return what stands for a part: for a name with a dot also what follows it, which may be a keyword."""
    if part["bracket"] or part["values"]:
        return part[0]
    if part["comment"] is not None:
        return " " * len(part[0])
    hidden, dot, rest = part[0].partition(".") if part["local"] else (part[0], "", "")
    return "_" * len(hidden + dot) + re.sub(r"\W", "_", rest)
