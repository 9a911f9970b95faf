"""The text of SPARQL and Turtle: what in it may hold anything, and what is wrong with a query, for a person.

An engine says whether a query can be run. Where it cannot, the query is read again here, word by word, to say
what is wrong, where, and what to write instead. The reader is loaded only then, and by whoever needs the parts
of a query: `samspil.syntax.grammar`.
"""

import re
from typing import Final

from samspil.errors import QuerySyntaxError
from samspil.syntax.bare import Bare, bare
from samspil.syntax.text import OPAQUE, error_at, line_of

__all__ = ["OPAQUE", "Bare", "bare", "error_at", "readable"]

_PLACE: Final = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)

# What pyoxigraph says, among the words that it expected, to the name of the mistake.
_REASONS: Final[dict[str, str]] = {
    "The SELECT overrides an existing variable": "in use already",
    "IRI parsing failed": "relative",
}


def readable(query: str, message: str, source: str = "query") -> QuerySyntaxError:
    """Return our error for what pyoxigraph says about a query that it cannot parse; `source` is its file or name."""
    from samspil.syntax.grammar import read_query
    from samspil.syntax.reader import Reader

    reader = Reader(query, source)
    try:
        read_query(reader)
    except QuerySyntaxError as error:
        return error
    if reader.suspects:
        return reader.suspects[0]
    return _engines(query, message, source)


def _engines(query: str, message: str, source: str) -> QuerySyntaxError:
    """Return the error for what only the engine finds wrong, at the place that it tells."""
    from samspil.syntax.words import told

    place = _PLACE.match(message)
    if place is None:
        return error_at(query, 0, message, source)
    name = next((name for sign, name in _REASONS.items() if sign in place[3]), "refused")
    words, line = told(name), int(place[1])
    return QuerySyntaxError(source, line, int(place[2]), line_of(query, line), words["en"], words)
