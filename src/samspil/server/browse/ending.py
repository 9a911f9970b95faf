"""Agreements that end: what runs out soon, what will be next, what has run out and was not renewed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from samspil.queries import answer
from samspil.server.browse.reading import text_of
from samspil.server.site import Site

__all__ = ["Ending", "Endings", "endings"]

_QUESTION: Final = "agreements/running-out"
_SOON: Final = 12  # months
_AHEAD: Final = 50 * 12
_BACK: Final = 5 * 365 + 1  # days


@dataclass(frozen=True)
class Ending:
    """An agreement that ends: its IRI, its period as the source has it, and its last possible day."""

    agreement: str
    period: str
    latest: str


@dataclass(frozen=True)
class Endings:
    """Agreements that no adopted one renews: those that may end within a year, else the next to; those that have."""

    soon: tuple[Ending, ...]
    next: tuple[Ending, ...]
    over: tuple[Ending, ...]


def endings(site: Site, on: date) -> Endings:
    """Return what ends around a day, asked of the library once a day."""
    return site.kept.once(f"endings {on}", lambda: _endings(site, on))


def _endings(site: Site, on: date) -> Endings:
    """Return what ends around a day."""
    soon = _between(site, on, _SOON)
    later = () if soon else _between(site, on, _AHEAD)[:3]
    before = on - timedelta(days=_BACK)
    over = [one for one in _between(site, before, 5 * 12) if one.latest and one.latest < on.isoformat()]
    return Endings(soon, later, tuple(reversed(over)))


def _between(site: Site, on: date, months: int) -> tuple[Ending, ...]:
    """Return what may end within so many months of a day, in the order of their last possible days."""
    if _QUESTION not in site.questions:
        return ()
    given = {"on": on.isoformat(), "within": str(months)}
    rows = answer(site.store, site.library.get(_QUESTION), given, on)
    at = [rows.variables.index(name) for name in ("agreement", "period", "latestEnd")]
    found = (Ending(*(text_of(row[place]) for place in at)) for row in rows)
    return tuple(dict.fromkeys(found))
