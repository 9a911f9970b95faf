"""Dates and periods as a source writes them, and what they say about a given day.

A source says "autumn 2021", "since 2018" or "December or January". EDTF (ISO 8601-2:2019; the Library of
Congress's Extended Date/Time Format) can write all of these. A period is read as four bounds: between
which days it starts, and between which it ends. From them follows whether something is certainly,
possibly or not in force on a day.

    2024-02-19               a day: the four bounds are that day
    2021                     begins and ends at unknown moments within 2021, so nothing is certain
    2022/2025                begins within 2022 and ends within 2025: 2023 and 2024 are certain
    2018/..                  begins within 2018 and runs until further notice
    2018/                    begins within 2018; nobody has said when it ended, so nothing is certain
    2021-23                  autumn 2021

Supported: level 0 dates and intervals; of level 1 the marks ? ~ % after a date, digits unspecified from
the right, seasons, open and unknown ends; of level 2 the sets [a,b], [a..b] and {a,b}, northern seasons,
quarters, quadrimesters and semestrals. Years are 0001 to 9999. The rest is refused by name.

Seasons are the meteorological ones: 21 is March to May, 22 June to August, 23 September to November, and
24 is December of that year to the end of February of the next. A mark ? ~ % does not widen the bounds;
it takes the certainty away.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from typing import Final, Literal, NamedTuple

from samspil.errors import PeriodError

__all__ = ["Period", "Status", "read_period", "status"]

Status = Literal["certain", "possible", "not"]

_DATE: Final = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[?~%]?)"
)

# What EDTF has besides: long and negative years, significant digits, times, marks and X anywhere, sets.
_BEYOND: Final = re.compile(
    r"[?~%]*Y-?[0-9]+(?:E[0-9]+)?(?:S[0-9]+)?|-?[0-9]{4}S[0-9]+|[0-9]{4}-[0-9]{2}-[0-9]{2}T.+"
    r"|[?~%]?-?[0-9X]{4}[?~%]?(?:-[?~%]?[0-9X]{2}[?~%]?){0,2}|[\[{].*[\]}]"
)

# Code in the place of a month to its first month and its length in months (ISO 8601-2:2019, 4.8).
_PARTS: Final[dict[int, tuple[int, int]]] = (
    {code: (code, 1) for code in range(1, 13)}
    | {21 + n: (3 + 3 * n, 3) for n in range(4)}  # seasons, hemisphere not stated
    | {25 + n: (3 + 3 * n, 3) for n in range(4)}  # northern seasons
    | {33 + n: (1 + 3 * n, 3) for n in range(4)}  # quarters
    | {37 + n: (1 + 4 * n, 4) for n in range(3)}  # quadrimesters
    | {40 + n: (1 + 6 * n, 6) for n in range(2)}  # semestrals
)
_SOUTHERN_SEASONS: Final = range(29, 33)


@dataclass(frozen=True)
class Period:
    """A date or period: its text, and the days between which it starts and ends.

    A bound is None where that end is open (`..`: it has none) or unknown (nothing: nobody has said).
    """

    text: str
    earliest_start: date | None
    latest_start: date | None
    earliest_end: date | None
    latest_end: date | None
    start_unknown: bool = False
    start_open: bool = False
    end_unknown: bool = False
    end_open: bool = False
    uncertain: bool = False
    approximate: bool = False


class _Span(NamedTuple):
    """The first and last day of a date expression, and the marks on it."""

    first: date | None
    last: date | None
    marks: str = ""


_NOWHERE: Final = _Span(None, None)


def read_period(text: str) -> Period:
    """Read an EDTF text. Raises PeriodError for an impossible date, and for a form that is not supported."""
    try:
        if "/" in text:
            return _read_interval(text)
        first, last, marks = _read_set(text) if text[:1] in {"[", "{"} else _read_date(text)
    except _RefusedError as refusal:
        raise PeriodError(text, refusal.reason) from None
    return Period(text, first, last, first, last, uncertain="?" in marks, approximate="~" in marks)


def status(period: Period, on: date) -> Status:
    """Say whether a period certainly, possibly or not covers a day."""
    if (period.earliest_start or date.min) > on or (period.latest_end or date.max) < on:
        return "not"
    begun = period.start_open or (period.latest_start is not None and period.latest_start <= on)
    lasting = period.end_open or (period.earliest_end is not None and on <= period.earliest_end)
    doubted = period.uncertain or period.approximate
    return "certain" if begun and lasting and not doubted else "possible"


class _RefusedError(Exception):
    """Why a text is not a period; the reason is one that `errors.REASONS` knows."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _read_interval(text: str) -> Period:
    """Read `start/end`, of which either may be open or unknown, but not both."""
    start_text, end_text, *rest = text.split("/")
    if rest:
        raise _RefusedError("it is not EDTF")
    start, end = _read_end(start_text), _read_end(end_text)
    if start.first is None and end.first is None:
        raise _RefusedError("an interval needs a date at one end")
    _check_order(start, end)
    marks = start.marks + end.marks
    return Period(
        text,
        earliest_start=start.first,
        latest_start=start.last,
        earliest_end=end.first,
        latest_end=end.last,
        start_unknown=start_text == "",
        start_open=start_text == "..",
        end_unknown=end_text == "",
        end_open=end_text == "..",
        uncertain="?" in marks,
        approximate="~" in marks,
    )


def _read_end(text: str) -> _Span:
    """Read one end of an interval."""
    return _NOWHERE if text in {"", ".."} else _read_date(text)


def _read_set(text: str) -> _Span:
    """Read "one of" or "all of" some dates, by its outer bounds: which of them it is, no bound can say."""
    if text[-1] != {"[": "]", "{": "}"}[text[0]]:
        raise _RefusedError("it is not EDTF")
    spans = [_read_member(member) for member in text[1:-1].split(",")]
    first = min(span.first for span in spans if span.first)
    last = max(span.last for span in spans if span.last)
    return _Span(first, last, "".join(span.marks for span in spans))


def _read_member(text: str) -> _Span:
    """Read one member of a set: a date, or all dates from one to another."""
    start_text, dots, end_text = text.partition("..")
    if not dots:
        return _read_date(text)
    if not (start_text and end_text):
        raise _RefusedError("this part of EDTF is not supported")
    start, end = _read_date(start_text), _read_date(end_text)
    _check_order(start, end)
    return _Span(start.first, end.last, start.marks + end.marks)


def _check_order(start: _Span, end: _Span) -> None:
    """Refuse an end that lies before its start, whichever days are meant."""
    if start.first and end.last and end.last < start.first:
        raise _RefusedError("the end lies before the start")


def _read_date(text: str) -> _Span:
    """Read a year, a part of a year or a day, with its marks."""
    found = _DATE.fullmatch(text)
    if found is None:
        known = _BEYOND.fullmatch(text)
        raise _RefusedError("this part of EDTF is not supported" if known else "it is not EDTF")
    year, month, day, mark = found.group("year", "month", "day", "mark")
    _check_unspecified(year, month, day)
    marks = "?~" if mark == "%" else mark
    if month in {None, "XX"}:
        return _Span(*_years(year), marks)
    if day in {None, "XX"}:
        return _Span(*_months(int(year), int(month), whole=day is None), marks)
    exact = _day(int(year), int(month), int(day))
    return _Span(exact, exact, marks)


def _check_unspecified(year: str, month: str | None, day: str | None) -> None:
    """Refuse digits that are specified to the right of unspecified ones (level 2)."""
    if ("X" in year and month) or (month == "XX" and day not in {None, "XX"}):
        raise _RefusedError("this part of EDTF is not supported")


def _years(year: str) -> tuple[date, date]:
    """Return the first and last day of a year, a decade (201X) or a century (20XX)."""
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if last < MINYEAR:
        raise _RefusedError("there is no such year")
    return date(max(first, MINYEAR), 1, 1), date(last, 12, 31)


def _months(year: int, code: int, *, whole: bool) -> tuple[date, date]:
    """Return the first and last day of a month or, if the expression ends there, of a part of a year."""
    if code in _SOUTHERN_SEASONS and whole:
        raise _RefusedError("this part of EDTF is not supported")
    if code not in _PARTS or (code > 12 and not whole):
        raise _RefusedError("there is no such month")
    month, length = _PARTS[code]
    later, index = divmod(month + length - 2, 12)
    if not MINYEAR <= year <= MAXYEAR - later:
        raise _RefusedError("there is no such year")
    end_year, end_month = year + later, index + 1
    return date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def _day(year: int, month: int, day: int) -> date:
    """Return one day of the calendar."""
    _, last = _months(year, month, whole=False)
    if not 1 <= day <= last.day:
        raise _RefusedError("there is no such day")
    return last.replace(day=day)
