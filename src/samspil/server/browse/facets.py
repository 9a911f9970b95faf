"""Choosing from a list: by facets, by a day, by words; how many rows each further choice would leave. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from samspil.network import Bounds
from samspil.periods import Status
from samspil.server.browse.folding import folded, words
from samspil.server.browse.rows import Listing

__all__ = ["PAGE", "Choice", "Chosen", "choose", "held", "numbered", "short"]

PAGE: Final = 50  # rows of a page


@dataclass(frozen=True)
class Choice:
    """What a reader chose: a value of some facets (the last part of its IRI), words, and a page of the list."""

    values: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    page: int = 1


@dataclass(frozen=True)
class Chosen:
    """The numbers of the rows that fit, in order, and for each facet its values with how many rows they leave."""

    numbers: tuple[int, ...]
    counts: Mapping[str, Sequence[tuple[str, int]]]

    def page(self, page: int) -> tuple[int, ...]:
        """Return the rows of a page, from 1."""
        return self.numbers[(page - 1) * PAGE : page * PAGE]

    @property
    def pages(self) -> int:
        """Return how many pages there are, one for none."""
        return max(1, -(-len(self.numbers) // PAGE))


def choose(
    listing: Listing, choice: Choice, facets: Sequence[str], lang: str, within: frozenset[int] | None = None
) -> Chosen:
    """Return what fits a choice. `within` are the rows that fit the day; None where no day was chosen.

    A facet counts what its other values would leave, so its own choice does not narrow it.
    """
    sets = {facet: _having(listing, facet, value) for facet, value in choice.values.items()}
    base = _matching(listing, choice.text)
    base = base if within is None else base & within
    fitting = base.intersection(*sets.values())
    counts = {}
    for facet in facets:
        others = base.intersection(*(rows for name, rows in sets.items() if name != facet))
        found = ((value, len(rows & others)) for value, rows in listing.having.get(facet, {}).items())
        counts[facet] = [one for one in found if one[1]]
    return Chosen(tuple(number for number in listing.order[lang] if number in fitting), counts)


def short(iri: str) -> str:
    """Return what an address calls a value of a facet: the last part of its IRI."""
    return iri.replace("#", "/").rstrip("/").rpartition("/")[2]


def held(bounds: Sequence[Bounds], on: date) -> Status | None:
    """Tell whether something is in force on a day: certainly, possibly or not; None where nobody has said when.

    Bounds are days as text; one that is not there is empty, and nothing is certain by it.
    """
    found = {_held(one, on.isoformat()) for one in bounds}
    return next((status for status in _STATES if status in found), None)


def numbered(page: int, pages: int) -> list[int | None]:
    """Return the pages to lead to: the first, the last and those around this one; None where some are left out."""
    shown = sorted({1, pages, *range(max(1, page - 2), min(pages, page + 2) + 1)})
    found: list[int | None] = []
    for before, number in zip([0, *shown], shown, strict=False):
        found.extend([None] if number > before + 1 else [])
        found.append(number)
    return found


_STATES: Final[tuple[Status, ...]] = ("certain", "possible", "not")


def _held(bounds: Bounds, on: str) -> Status:
    """Tell whether a period covers a day."""
    if (bounds.earliest_start and on < bounds.earliest_start) or (
        bounds.latest_end and on > bounds.latest_end
    ):
        return "not"
    begun = bool(bounds.latest_start) and bounds.latest_start <= on
    lasting = bool(bounds.earliest_end) and on <= bounds.earliest_end
    return "certain" if begun and lasting else "possible"


def _having(listing: Listing, facet: str, value: str) -> frozenset[int]:
    """Return the rows that have a value, none for a value that is nowhere."""
    having = listing.having.get(facet, {})
    return frozenset().union(*(rows for iri, rows in having.items() if short(iri) == value))


def _matching(listing: Listing, text: str) -> frozenset[int]:
    """Return the rows in whose names every word stands, all rows for no words."""
    wanted = words(folded(text))
    every = range(len(listing.rows))
    return frozenset(number for number in every if all(word in listing.texts[number] for word in wanted))
