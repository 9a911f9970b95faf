"""`--limit`: no more of an answer than the user wants, and word of it when there is more."""

from __future__ import annotations

from typing import cast

import pyoxigraph as ox

from samspil.errors import QuerySyntaxError
from samspil.store import Rows, Triples

__all__ = ["cut", "limited"]

_JSON = ox.QueryResultsFormat.JSON


def limited(query: str, limit: int | None) -> str:
    """Return a query that gives one row more than is wanted, so that it shows whether there are more.

    Only a SELECT without a LIMIT of its own is changed; rows of any other are cut when they are read.
    """
    if limit is None:
        return query
    from samspil.store.guard import check_nesting
    from samspil.syntax.grammar import read_query
    from samspil.syntax.reader import Reader

    try:
        check_nesting(query)  # which the reader would follow beyond Python's own stack
        parts = read_query(Reader(query, "query"))
    except QuerySyntaxError:
        return query  # the engine says what is wrong, or knows more of SPARQL
    if parts.form != "SELECT" or "LIMIT" in parts.tail:
        return query
    at = len(query) if parts.values is None else parts.values
    return f"{query[:at]}\nLIMIT {limit + 1}\n{query[at:]}"


def cut(answer: Rows | Triples | bool, limit: int | None) -> tuple[Rows | Triples | bool, int | None]:
    """Return the first rows or triples of an answer, and the limit where it has more, else None."""
    if limit is None or isinstance(answer, bool):
        return answer, None
    if not isinstance(answer, Rows):
        return answer[:limit], limit if len(answer) > limit else None
    import json

    found = json.loads(answer.serialize("json"))
    rows = found["results"]["bindings"]
    found["results"]["bindings"] = rows[:limit]
    solutions = ox.parse_query_results(json.dumps(found).encode(), format=_JSON)
    return Rows(cast("ox.QuerySolutions", solutions)), limit if len(rows) > limit else None
