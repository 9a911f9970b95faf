"""A part of an answer, and where the other parts are (Web Linking, RFC 8288).

Every question of the library is ordered, and the whole answer is found before a part is cut from it, so that parts
one after the other are the answer, each row once, as long as the register stays as it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

import pyoxigraph as ox

from samspil.store import Rows, Triples

__all__ = ["Part", "address", "cut", "links"]


@dataclass(frozen=True)
class Part:
    """So many rows after so many; without a limit all that follow."""

    offset: int = 0
    limit: int | None = None

    @property
    def end(self) -> int | None:
        """Return the place after the last row of the part."""
        return None if self.limit is None else self.offset + self.limit


def cut(answer: Rows | Triples, part: Part) -> tuple[Rows | Triples, int]:
    """Return a part of an answer, and how many rows or triples all of it has."""
    if not isinstance(answer, Rows):
        return answer[part.offset : part.end], len(answer)
    found = json.loads(answer.serialize("json"))
    rows = found["results"]["bindings"]
    found["results"]["bindings"] = rows[part.offset : part.end]
    form = ox.QueryResultsFormat.JSON
    solutions = ox.parse_query_results(json.dumps(found).encode(), format=form)
    return Rows(cast("ox.QuerySolutions", solutions)), len(rows)


def links(part: Part, total: int) -> dict[str, Part]:
    """Return the other parts by their relation (IANA link relations): first, prev, next, last."""
    if part.limit is None:
        return {}
    last = max(0, (total - 1) // part.limit * part.limit)
    found = {"first": Part(0, part.limit), "last": Part(last, part.limit)}
    if part.offset:
        before = min(part.offset, last + part.limit) - part.limit
        found["prev"] = Part(max(0, before), part.limit)
    if part.offset + part.limit < total:
        found["next"] = Part(part.offset + part.limit, part.limit)
    return found


def address(base: str, given: Mapping[str, str], part: Part) -> str:
    """Return the address of a part, with all else that was given."""
    return f"{base}?{urlencode({**given, 'limit': part.limit, 'offset': part.offset})}"
