"""The line of time: for each item of a page that has a time, when it certainly and when it possibly holds.

Places are per cent of the width, so that the bars are as wide as the page and the texts keep their size on a phone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from samspil.periods import Period
from samspil.server.things.filling import Filled
from samspil.server.things.sheets import Sheet, Value
from samspil.server.things.times import Span

__all__ = ["Bar", "Timeline", "timeline"]

_MOST: Final = 24  # bars
_YEARS: Final = 8  # years that are named on the axis, about
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True)
class Bar:
    """An item with its time: from where to where it may hold, and from where to where it certainly does.

    `before` and `after` tell that it may reach beyond the axis.
    """

    name: Value
    time: Value
    possible: tuple[float, float]
    certain: tuple[float, float] | None
    before: bool
    after: bool


@dataclass(frozen=True)
class Timeline:
    """The bars, the years on the axis with their places, and the place of today."""

    bars: tuple[Bar, ...]
    years: tuple[tuple[int, float], ...]
    today: float


@dataclass(frozen=True)
class _Axis:
    """The days between which the line runs."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Return the place of a day, in per cent, within the axis."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(100 * min(1.0, max(0.0, share)), 2)


def timeline(sheet: Sheet, sections: Iterable[Filled], own: Sequence[Span]) -> Timeline | None:
    """Return the line of time of a page; None where nothing on it has a time."""
    items: dict[tuple[str, str], tuple[Value, Span]] = {}
    for span in own:
        items[sheet.iri, span.text] = (sheet.link(sheet.iri), span)
    for one in sections:
        for row in one.rows if one.section.timeline else ():
            for span in row.spans:
                name = row.cells[0][0] if row.cells[0] else sheet.link(row.item)
                items.setdefault((name.iri or row.item, span.text), (name, span))
    timed = [(name, span, span.period) for name, span in items.values() if span.period][:_MOST]
    if not timed:
        return None
    axis = _axis([period for *_, period in timed], sheet.today)
    bars = tuple(_bar(name, sheet.time(span), period, axis) for name, span, period in timed)
    return Timeline(bars, tuple(_years(axis)), axis.at(sheet.today))


def _axis(periods: Sequence[Period], today: date) -> _Axis:
    """Return the axis of whole years that has all the days that are known, and today."""
    days = [today]
    for one in periods:
        ends = (one.earliest_start, one.latest_start, one.earliest_end, one.latest_end)
        days += [day for day in ends if day]
    return _Axis(date(min(days).year, 1, 1), date(min(max(days).year + 1, date.max.year), 1, 1))


def _years(axis: _Axis) -> Iterable[tuple[int, float]]:
    """Yield the years on the axis, about as many as can be read."""
    span = axis.last.year - axis.first.year
    step = next((step for step in _STEPS if span / step <= _YEARS), _STEPS[-1])
    for year in range(axis.first.year, axis.last.year, step):
        yield year, axis.at(date(year, 1, 1))


def _bar(name: Value, time: Value, period: Period, axis: _Axis) -> Bar:
    """Return the bar of a period."""
    first, last = period.earliest_start or axis.first, period.latest_end or axis.last
    sure = (period.latest_start or axis.first, period.earliest_end or axis.last)
    known = not (period.start_unknown or period.end_unknown or period.uncertain or period.approximate)
    return Bar(
        name=name,
        time=time,
        possible=(axis.at(first), axis.at(last)),
        certain=(axis.at(sure[0]), axis.at(sure[1])) if known and sure[0] <= sure[1] else None,
        before=period.earliest_start is None,
        after=period.latest_end is None,
    )
