"""The words of a SPARQL text, each with its place (SPARQL 1.1, 19.8); what is no word of SPARQL is one too."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from samspil.syntax.text import OPAQUE

__all__ = ["Token", "declarations", "expanded", "tokens"]

# A name with a prefix may hold dots but not end in one: that ends the pattern.
_NAME: Final = r"(?:[^\W\d_](?:[\w.-]*[\w-])?)?:(?:(?:[\w:.%-]|\\.)*(?:[\w:%-]|\\.))?"
_TOKEN: Final = re.compile(
    rf"""(?P<space>[ \t\r\n]+|\#[^\n\r]*)
    |(?P<text>{OPAQUE.partition("|<")[0]})
    |(?P<iri><(?:[^<>"{{}}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{{4}}|\\U[0-9A-Fa-f]{{8}})*>)
    |(?P<unclosed>["'][^\n\r]*)
    |(?P<variable>[?$]\w+)
    |(?P<blank>_:\w(?:[\w.-]*[\w-])?)
    |(?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    |(?P<name>{_NAME})
    |(?P<number>(?:\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+|\d*\.\d+|\d+)
    |(?P<word>[^\W\d_]\w*)
    |(?P<sign>\^\^|&&|\|\||!=|<=|>=|<>|==|<<|>>|[-{{}}()\[\].;,*/|^!=<>+&?])
    |(?P<stray>.)""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Token:
    """One word of a query: its kind, its text, and where it begins and ends, from 0."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def keyword(self) -> str:
        """The keyword that it may be, in upper case; nothing for other kinds."""
        return self.text.upper() if self.kind == "word" else ""


def tokens(query: str) -> list[Token]:
    """Return the words of a query without white space and comments, and after them one of the kind `end`."""
    found = [
        Token(match.lastgroup or "", match[0], match.start(), match.end())
        for match in _TOKEN.finditer(query)
        if match.lastgroup != "space"
    ]
    return [*found, Token("end", "", len(query), len(query))]


def declarations(words: Sequence[Token]) -> list[tuple[str, str]]:
    """Return each prefix that a query declares, with its namespace, in their order."""
    return [
        (name.text.removesuffix(":"), iri.text[1:-1])
        for keyword, name, iri in zip(words, words[1:], words[2:], strict=False)
        if (keyword.keyword, name.kind, iri.kind) == ("PREFIX", "name", "iri")
    ]


def expanded(token: Token, prefixes: dict[str, str]) -> str | None:
    """Return the IRI that a token stands for, or None for one that stands for none or is escaped."""
    if token.kind == "iri":
        return None if "\\" in token.text else token.text[1:-1]
    prefix, _, local = token.text.partition(":")
    if token.kind != "name" or prefix not in prefixes or "\\" in local:
        return None
    return prefixes[prefix] + local
