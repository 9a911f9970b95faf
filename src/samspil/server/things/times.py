"""When something holds: in the source's words, between which days exactly, and whether it does today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from samspil.datewords import day_in_words, period_in_words
from samspil.errors import PeriodError
from samspil.periods import Period, Status, read_period, status
from samspil.server.catalogues import translations

__all__ = ["ANSWERS", "Span", "bounds_in_words", "end_in_words", "holds", "read_span"]

# Status of something today to the answer; none is where no source says when.
ANSWERS: Final[dict[str, str]] = {"certain": "Yes", "possible": "Perhaps", "not": "No"}
_ORDER: Final[tuple[Status, ...]] = ("certain", "possible", "not")

# Times that are kept as read: many things have the same, and to say them in words takes longer than to look them up.
_KEPT: Final = 4096

# The two ends of a period: the names of its first and last day, and of what it is when there is none.
_ENDS: Final = (("earliest_start", "latest_start", "start"), ("earliest_end", "latest_end", "end"))
_SAID: Final = {
    ("start", "day"): "It begins on {first}.",
    ("start", "between"): "It begins between {first} and {last}.",
    ("start", "open"): "It has no beginning.",
    ("start", "unknown"): "When it begins is not stated.",
    ("end", "day"): "It ends on {first}.",
    ("end", "between"): "It ends between {first} and {last}.",
    ("end", "open"): "It runs until further notice.",
    ("end", "unknown"): "When it ends is not stated.",
}


@dataclass(frozen=True)
class Span:
    """A time as a source says it: its EDTF text, the words for it, and the period, if it is one."""

    text: str
    words: str
    period: Period | None


@lru_cache(_KEPT)
def read_span(text: str, lang: str) -> Span:
    """Return a time; a text that is no period that Samspil reads stands as it is."""
    try:
        return Span(text, period_in_words(text, lang), read_period(text))
    except PeriodError:
        return Span(text, text, None)


def holds(spans: Iterable[Span], on: date) -> Status | None:
    """Tell whether any of some periods covers a day: certainly, else possibly; None where there is none."""
    found = {status(span.period, on) for span in spans if span.period}
    return next((one for one in _ORDER if one in found), None)


@lru_cache(_KEPT)
def bounds_in_words(span: Span, lang: str) -> tuple[str, ...]:
    """Return what the bounds of a period are, in sentences; none for a single day, which says it itself."""
    period = span.period
    if period is None or period.earliest_start == period.latest_end is not None:
        return ()
    said = [_end_said(period, *end, lang) for end in _ENDS]
    marks = {"uncertain": "The source is uncertain.", "approximate": "The time is approximate."}
    _ = translations(lang).gettext
    return (*said, *(_(words) for mark, words in marks.items() if getattr(period, mark)))


def end_in_words(span: Span, lang: str) -> str:
    """Return when a period ends: a day, the year or season that it ends within, or nothing where it does not."""
    _, slash, end = span.text.partition("/")
    return period_in_words(end if slash else span.text, lang) if end not in ("", "..") or not slash else ""


def _end_said(period: Period, first: str, last: str, end: str, lang: str) -> str:
    """Return what is known of one end of a period."""
    days = (getattr(period, first), getattr(period, last))
    kind = "day" if days[0] == days[1] else "between"
    if days == (None, None):
        kind = "open" if getattr(period, f"{end}_open") else "unknown"
    words = [day_in_words(day.isoformat(), lang) if day else "…" for day in days]
    return translations(lang).gettext(_SAID[end, kind]).format(first=words[0], last=words[1])
