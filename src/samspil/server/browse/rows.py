"""What lists are made of: things with what their row says and what they can be chosen by. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from samspil.network import Bounds

__all__ = ["KINDS", "Listing", "Lists", "Names", "Row"]

# The lists, by the last part of their address.
KINDS: Final = ("actors", "cooperations", "agreements", "sources")


@dataclass(frozen=True)
class Names:
    """What things are called in each language, and what else: other names, abbreviations, identifiers."""

    of: Mapping[str, Mapping[str, str]]
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def name(self, iri: str, lang: str) -> str:
        """Return the name in a language, else in the other, else the last part of the IRI."""
        names = self.of.get(iri, {})
        return names.get(lang) or next(iter(names.values()), "") or iri.rstrip("/").rpartition("/")[2]

    def every(self, iri: str) -> tuple[str, ...]:
        """Return whatever a thing is called."""
        return tuple(dict.fromkeys((*self.of.get(iri, {}).values(), *self.also.get(iri, ()))))


@dataclass(frozen=True)
class Row:
    """A thing in a list. `chosen_by` has its values of each facet; `bounds` are the days between which it holds."""

    iri: str
    type: str
    chosen_by: Mapping[str, tuple[str, ...]]
    parties: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    bounds: tuple[Bounds, ...] = ()
    status: str = ""
    number: int = 0
    issued: str = ""
    page: str = ""


@dataclass(frozen=True)
class Listing:
    """A list: its rows, their order in each language, which rows have a value of a facet, their names folded."""

    rows: tuple[Row, ...]
    texts: tuple[str, ...]
    order: Mapping[str, tuple[int, ...]]
    having: Mapping[str, Mapping[str, frozenset[int]]]


@dataclass(frozen=True)
class Lists:
    """Every list of a site, and the names of everything in the register."""

    names: Names
    of: Mapping[str, Listing] = field(default_factory=dict)
