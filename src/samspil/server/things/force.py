"""Whether something is in force on a day, as the question `agreements/in-force` answers it.

What is only proposed or planned is not in force; nor is what an adopted successor has certainly replaced, even where
its own end is not stated. What a successor may have replaced is in force possibly at most.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from samspil.namespaces import BASE, SAM
from samspil.periods import Period, Status
from samspil.server.things.reading import Reader
from samspil.server.things.times import Span, holds, read_span

__all__ = ["in_force"]

_NOT_ADOPTED: Final = frozenset(f"{BASE}concept/status/{status}" for status in ("proposed", "planned"))
_SUCCESSORS: Final = 100


def in_force(item: str, spans: Sequence[Span], on: date, reader: Reader) -> Status | None:
    """Tell whether an item with these periods is in force on a day; None where no source says when it is."""
    found = holds(spans, on)
    if found in (None, "not"):
        return found
    if not _is_adopted(item, reader):
        return "not"
    later = list(_later(item, reader))
    if any(period.latest_start and period.latest_start <= on for period in later):
        return "not"
    doubted = any(period.earliest_start and period.earliest_start <= on for period in later)
    return "possible" if doubted else found


def _later(item: str, reader: Reader) -> Iterator[Period]:
    """Yield the periods of the adopted successors of an item."""
    for successor in reader.things(item, "^sam:renews", _SUCCESSORS):
        if _is_adopted(successor, reader):
            spans = (
                read_span(term.value, reader.lang) for term in reader.values(successor, SAM + "inForceDuring")
            )
            yield from (span.period for span in spans if span.period)


def _is_adopted(item: str, reader: Reader) -> bool:
    """Tell whether an item is more than proposed or planned."""
    return not any(status.value in _NOT_ADOPTED for status in reader.values(item, SAM + "status"))
