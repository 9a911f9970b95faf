"""A query as text: what in it may hold anything, and where a place in it is, as people count."""

from collections.abc import Mapping
from typing import Final

from samspil.errors import QuerySyntaxError

__all__ = ["OPAQUE", "error_at", "line_of"]

# Pattern of what may hold anything: literals, IRIs, comments (SPARQL 1.1, 19.8; Turtle 1.1, 6.5).
OPAQUE: Final = (
    r'"""(?:[^"\\]|\\(?s:.)|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\(?s:.)|\'(?!\'\'))*\'\'\''
    r'|"(?:[^"\\\n\r]|\\.)*"|\'(?:[^\'\\\n\r]|\\.)*\''
    r'|<(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>|#[^\n\r]*'
)


def error_at(
    query: str, at: int, detail: str, source: str = "query", told: Mapping[str, str] | None = None
) -> QuerySyntaxError:
    """Return the error for the character of a query that stands at a place, from 0.

    `told` has the detail in each language; without it the detail is put into Danish phrase by phrase.
    """
    line, column = query.count("\n", 0, at) + 1, at - query.rfind("\n", 0, at)
    return QuerySyntaxError(source, line, column, line_of(query, line), detail, told)


def line_of(query: str, number: int) -> str:
    """Return a line of a query, from 1; a parser may stop on the one after the last, which is empty."""
    return dict(enumerate(query.split("\n"), start=1)).get(number, "")
