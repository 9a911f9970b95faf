"""Literals whose value a spreadsheet has a type for: numbers, days, moments.

A literal that is not written as its datatype says has no value and stays a text; so does a number with more
digits than a spreadsheet keeps.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Final, TypeVar

import pyoxigraph as ox

from samspil.namespaces import XSD
from samspil.store import Term

__all__ = ["as_day", "as_moment", "as_number", "is_numeric"]

_INTEGERS: Final = """integer long int short byte nonNegativeInteger positiveInteger nonPositiveInteger
negativeInteger unsignedLong unsignedInt unsignedShort unsignedByte gYear"""
_NUMERIC: Final = frozenset(f"{XSD}{name}" for name in (*_INTEGERS.split(), "decimal", "double", "float"))
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,3})?")
_DIGITS: Final = 15  # what a double keeps of every number, and Excel at most
_LARGEST: Final = Decimal("1E307")
_Day = TypeVar("_Day", date, datetime)


def is_numeric(term: Term) -> bool:
    """Tell whether a term is a literal of a numeric datatype."""
    return isinstance(term, ox.Literal) and term.datatype.value in _NUMERIC


def as_number(term: Term) -> Decimal | None:
    """Return the number that a literal is, None for one that a spreadsheet would not keep as it is."""
    if not is_numeric(term) or not _NUMBER.fullmatch(_text(term)):
        return None
    number = Decimal(_text(term))
    digits = len(number.normalize().as_tuple().digits)
    fits = digits <= _DIGITS and (number == 0 or 1 / _LARGEST < abs(number) < _LARGEST)
    return number if fits else None


def as_day(term: Term) -> date | None:
    """Return the day that an xsd:date is, None for one with a time zone, and for a day that is none."""
    if not _typed(term, "date") or not _DAY.fullmatch(_text(term)):
        return None
    return _of(date, _text(term))


def as_moment(term: Term) -> datetime | None:
    """Return the moment that an xsd:dateTime is, to the millisecond; None for one with a time zone."""
    if not _typed(term, "dateTime") or not _MOMENT.fullmatch(_text(term)):
        return None
    return _of(datetime, _text(term))


def _of(kind: type[_Day], text: str) -> _Day | None:
    """Return a date or a moment, None where there is no such day or hour."""
    try:
        return kind.fromisoformat(text)
    except ValueError:
        return None


def _typed(term: Term, name: str) -> bool:
    """Tell whether a term is a literal of a datatype of XML Schema."""
    return isinstance(term, ox.Literal) and term.datatype.value == f"{XSD}{name}"


def _text(term: Term) -> str:
    """Return the text of a literal as it is written."""
    return term.value if isinstance(term, ox.Literal) else ""
