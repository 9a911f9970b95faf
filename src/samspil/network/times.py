"""When a relation holds, as a map asks for it: four days, so that no more is needed to tell what is in force.

    possible on a day  =  not before the earliest start, and not after the latest end
    certain on a day   =  possible, and not before the latest start, and not after the earliest end

A bound that is not there is empty. An open end (`..`) is certain for ever, so its bound is the first or last day
that can be written; an unknown one, and every bound inside a time that the source doubts, is not there, so that
nothing is ever certain by it.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from samspil.datewords import period_in_words
from samspil.periods import Period, read_period

__all__ = ["Bounds", "bounds_of", "in_order", "in_words", "spanning"]


class Bounds(NamedTuple):
    """The four days of a period as ISO 8601 text; an empty one is not there."""

    earliest_start: str = ""
    latest_start: str = ""
    earliest_end: str = ""
    latest_end: str = ""


_EVER: Final = (date.min.isoformat(), date.max.isoformat())


def bounds_of(text: str) -> Bounds:
    """Return the bounds of an EDTF text. Raises PeriodError."""
    return _bounds(read_period(text))


def spanning(texts: Sequence[str]) -> Bounds:
    """Return the bounds of what lasts from the first of these periods to the last of them, none for none.

    A cooperation outlives its agreements: one that was renewed lasted in between. Raises PeriodError.
    """
    if not texts:
        return Bounds()
    every = [bounds_of(text) for text in in_order(texts)]
    return Bounds(*every[0][:2], *every[-1][2:])


def in_order(texts: Sequence[str]) -> list[str]:
    """Return periods by when they can begin at the earliest, then by when they can end. Raises PeriodError."""
    return sorted(texts, key=lambda text: (bounds_of(text).earliest_start, _last(text), text))


def in_words(texts: Sequence[str], lang: str) -> str:
    """Return periods in the words of a language, empty for none."""
    return "; ".join(period_in_words(text, lang) for text in texts)


def _last(text: str) -> str:
    """Return the last day of a period, one that has none being last of all."""
    return bounds_of(text).latest_end or _EVER[1]


def _bounds(period: Period) -> Bounds:
    """Return the bounds of a period that has been read."""
    doubted = period.uncertain or period.approximate
    begun = _EVER[0] if period.start_open else _day(period.latest_start)
    lasting = _EVER[1] if period.end_open else _day(period.earliest_end)
    inner = ("", "") if doubted else (begun, lasting)
    return Bounds(_day(period.earliest_start), *inner, _day(period.latest_end))


def _day(day: date | None) -> str:
    """Return a day as ISO 8601 text, empty for none."""
    return "" if day is None else day.isoformat()
