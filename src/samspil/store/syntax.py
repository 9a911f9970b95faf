"""What is wrong with a query, in words for a person.

pyoxigraph says where its parser stopped and lists every token that could have come next, classes of
characters included. Here the list becomes the few that a person would type.
"""

import re
from typing import Final

from samspil.errors import QuerySyntaxError
from samspil.namespaces import PREFIXES

__all__ = ["readable"]

_PLACE: Final = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_MOST: Final = 5

# What stands before the form of a query: white space, comments, PREFIX and BASE (SPARQL 1.1, 4.1.1).
_PROLOGUE: Final = re.compile(r"(?:\s+|#[^\n]*|PREFIX\s+[^\s:]*:\s*<[^>]*>|BASE\s*<[^>]*>)*", re.IGNORECASE)
_DECLARED: Final = re.compile(r"PREFIX\s+([^\s:]*):", re.IGNORECASE)
_DECLARES: Final = re.compile(r"PREFIX\s+$", re.IGNORECASE)
_PREFIXED: Final = re.compile(r"(?<![\w?$:.-])([A-Za-z][\w-]*):")

# What may hold anything: literals, IRIs, comments.
_OPAQUE: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>\s]*>|#[^\n]*', re.DOTALL
)
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


def readable(query: str, message: str) -> QuerySyntaxError:
    """Return our error for what pyoxigraph says about a query that it cannot parse."""
    if wrong := _wrong_form(query) or _undeclared(query):
        return wrong
    place = _PLACE.match(message)
    if place is None:
        return _error(query, 1, 1, message)
    line, column = int(place[1]), int(place[2])
    return _error(query, line, column, _detail(place[3]))


def _wrong_form(query: str) -> QuerySyntaxError | None:
    """Return the error for a text that begins as no query does, at its first word."""
    prologue = _PROLOGUE.match(query)
    at = prologue.end() if prologue else 0
    word = re.match(r"\w*", query[at:])
    form = word[0].upper() if word else ""
    if form in (*_FORMS, "PREFIX", "BASE") or form.startswith(_FORMS):
        return None
    line, column = query.count("\n", 0, at) + 1, at - query.rfind("\n", 0, at)
    if form in _UPDATES:
        return _error(query, line, column, "this is an update, and a question changes nothing")
    return _error(query, line, column, f"expected {' or '.join(_FORMS)}")


def _undeclared(query: str) -> QuerySyntaxError | None:
    """Return the error for the first prefix that is neither declared nor one of ours.

    In the place of a predicate pyoxigraph does not say so: it expects OPTIONAL.
    """
    text = _OPAQUE.sub(lambda match: " " * len(match[0]), query)
    known = {*PREFIXES, *(name for name in _DECLARED.findall(query))}
    for found in _PREFIXED.finditer(text):
        if found[1] not in known and not _DECLARES.search(text[: found.start()]):
            line, column = (
                query.count("\n", 0, found.start()) + 1,
                found.start() - query.rfind("\n", 0, found.start()),
            )
            return _error(query, line, column, f"the prefix {found[1]}: is not declared")
    return None


def _error(query: str, line: int, column: int, detail: str) -> QuerySyntaxError:
    """Return the error for a place in a query."""
    return QuerySyntaxError("query", line, column, [*query.split("\n"), *[""] * line][line - 1], detail)


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
