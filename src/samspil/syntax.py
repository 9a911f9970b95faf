"""The text of Turtle and SPARQL: what in it may hold anything, and what is wrong with a query, for a person.

pyoxigraph says where its parser stopped and lists every token that could have come next, classes of
characters included. Here the list becomes the few that a person would type.
"""

import re
from typing import Final

from samspil.errors import QuerySyntaxError
from samspil.namespaces import PREFIXES

__all__ = ["OPAQUE", "error_at", "readable"]

# Pattern of what may hold anything: literals, IRIs, comments (SPARQL 1.1, 19.8; Turtle 1.1, 6.5).
OPAQUE: Final = (
    r'"""(?:[^"\\]|\\(?s:.)|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\(?s:.)|\'(?!\'\'))*\'\'\''
    r'|"(?:[^"\\\n\r]|\\.)*"|\'(?:[^\'\\\n\r]|\\.)*\''
    r'|<(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>|#[^\n\r]*'
)

_PLACE: Final = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_MOST: Final = 5

# What stands before the form of a query: white space, comments, PREFIX and BASE (SPARQL 1.1, 4.1.1).
_PROLOGUE: Final = re.compile(r"(?:\s+|#[^\n]*|PREFIX\s+[^\s:]*:\s*<[^>]*>|BASE\s*<[^>]*>)*", re.IGNORECASE)
_DECLARED: Final = re.compile(r"PREFIX\s+([^\s:]*):", re.IGNORECASE)
_DECLARES: Final = re.compile(r"PREFIX\s+$", re.IGNORECASE)
_PREFIXED: Final = re.compile(r"(?<![\w?$:.-])([A-Za-z][\w-]*):")

_FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES: Final = ["INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"]

# What pyoxigraph says, among the tokens or as one, to what is wrong.
_REASONS: Final[dict[str, str]] = {
    "The SELECT contains a variable that is unbound": "SELECT names a variable that nothing binds",
    "The SELECT overrides an existing variable": "SELECT gives a name to a value that is in use already",
    "IRI parsing failed": "this is not an absolute IRI",
    r'"\\u"': "a text is not closed",
}

# First token of a kind of term to the words for the kind.
_TERMS: Final[dict[str, str]] = {"?": "a variable", "<": "an IRI", '"': "a value"}
_BRACKETS: Final = ("}", ")", "]", ".", "{", "(")


def readable(query: str, message: str, source: str = "query") -> QuerySyntaxError:
    """Return our error for what pyoxigraph says about a query that it cannot parse; `source` is its file or name."""
    if wrong := _wrong_form(query) or _undeclared(query):
        return error_at(query, *wrong, source)
    place = _PLACE.match(message)
    if place is None:
        return error_at(query, 0, message, source)
    line, column = int(place[1]), int(place[2])
    return QuerySyntaxError(source, line, column, _line(query, line), _detail(place[3]))


def error_at(query: str, at: int, detail: str, source: str = "query") -> QuerySyntaxError:
    """Return the error for the character of a query that stands at a place, from 0."""
    line, column = query.count("\n", 0, at) + 1, at - query.rfind("\n", 0, at)
    return QuerySyntaxError(source, line, column, _line(query, line), detail)


def _line(query: str, number: int) -> str:
    """Return a line of a query, from 1; a parser may stop on the one after the last, which is empty."""
    return dict(enumerate(query.split("\n"), start=1)).get(number, "")


def _wrong_form(query: str) -> tuple[int, str] | None:
    """Return what is wrong, and where, with a text that begins as no query does."""
    prologue = _PROLOGUE.match(query)
    at = prologue.end() if prologue else 0
    word = re.match(r"\w*", query[at:])
    form = word[0].upper() if word else ""
    if form in (*_FORMS, "PREFIX", "BASE") or form.startswith(_FORMS):
        return None
    if form in _UPDATES:
        return at, "this is an update, and a question changes nothing"
    return at, f"expected {' or '.join(_FORMS)}"


def _undeclared(query: str) -> tuple[int, str] | None:
    """Return the first prefix that is neither declared nor one of ours, and where it stands.

    In the place of a predicate pyoxigraph does not say so: it expects OPTIONAL.
    """
    text = re.sub(OPAQUE, lambda match: " " * len(match[0]), query)
    known = {*PREFIXES, *_DECLARED.findall(query)}
    for found in _PREFIXED.finditer(text):
        if found[1] not in known and not _DECLARES.search(text[: found.start()]):
            return found.start(), f"the prefix {found[1]}: is not declared"
    return None


def _detail(expected: str) -> str:
    """Return what is wrong, from what the parser expected."""
    for sign, words in _REASONS.items():
        if sign in expected:
            return words
    tokens = _tokens(expected)
    if not tokens:
        return "this cannot stand here"
    return f"expected {' or '.join(tokens[:_MOST])}{' …' if len(tokens) > _MOST else ''}"


def _tokens(expected: str) -> list[str]:
    """Return what a person would type: brackets, kinds of terms, keywords; no classes of characters."""
    plain = re.sub(r"(?<!\")\[(?:'[^\n]*?'|[^\]'])*\]", " ", expected.replace("\n", " "))
    quoted = [token.replace("\\", "") for token in re.findall(r'"((?:[^"\\]|\\.)+)"', plain)]
    keywords = re.findall(r"\b[A-Z]{2,}\b", re.sub(r'"(?:[^"\\]|\\.)*"', " ", plain))
    brackets = [token for token in _BRACKETS if token in quoted]
    return [*brackets, *(words for token, words in _TERMS.items() if token in quoted), *keywords]
