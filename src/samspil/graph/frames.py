"""Answers as data frames; pandas and polars enter here only, and only when an answer is turned into theirs.

A column has one type, found from its values: days, moments, integers, numbers, yes and no, or text. Integers and
yes and no can be missing. Numbers are floats, which a decimal of many digits is nearest to. A period is its EDTF
text. A column of several kinds is text; so is one without any value.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from samspil.errors import NotInstalled
from samspil.graph.rows import Row
from samspil.graph.values import Value
from samspil.periods import Period

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["to_pandas", "to_polars"]

# Kind of a column to what pandas calls its type; seconds reach every year that a date can have.
_PANDAS: Final = {
    "day": "datetime64[s]",
    "moment": "datetime64[us]",
    "instant": "datetime64[us, UTC]",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "text": "string",
}

# Kind of a column to the name of the type in polars.
_POLARS: Final = {
    "day": "Date",
    "moment": "Datetime",
    "instant": "Datetime",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "Boolean",
    "text": "String",
}

_INT64: Final = range(-(2**63), 2**63)


def to_pandas(columns: Sequence[str], rows: Sequence[Row]) -> pd.DataFrame:
    """Return rows as a pandas data frame. Raises NotInstalled."""
    try:
        import pandas as pd
    except ModuleNotFoundError as error:
        raise NotInstalled("pandas") from error
    series: dict[int, Any] = {}
    for place in range(len(columns)):
        kind, values = _column([row[place] for row in rows])
        series[place] = pd.Series(values, dtype=_PANDAS[kind])
    return pd.DataFrame(series, index=range(len(rows))).set_axis(list(columns), axis="columns")


def to_polars(columns: Sequence[str], rows: Sequence[Row]) -> pl.DataFrame:
    """Return rows as a polars data frame. Raises NotInstalled."""
    try:
        import polars as pl
    except ModuleNotFoundError as error:
        raise NotInstalled("polars") from error
    series = []
    for place, name in enumerate(columns):
        kind, values = _column([row[place] for row in rows])
        made = pl.Series(name, values, dtype=getattr(pl, _POLARS[kind]))
        series.append(made.dt.replace_time_zone("UTC") if kind == "instant" else made)
    return pl.DataFrame(series)


def _column(values: list[Value]) -> tuple[str, list[Any]]:
    """Return the kind of a column, and its values as plain ones of that kind; None where there is none."""
    kinds = {_kind(value) for value in values if value is not None}
    kind = kinds.pop() if len(kinds) == 1 else "number" if kinds == {"integer", "number"} else "text"
    plain = _PLAIN[kind]
    return kind, [None if value is None else plain(value) for value in values]


def _kind(value: Value) -> str:
    """Return the kind that a value is of; an integer beyond 64 bits is text, for no frame holds it exactly."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer" if value in _INT64 else "text"
    if isinstance(value, float | Decimal):
        return "number"
    if isinstance(value, datetime):  # which is a date too
        return "moment" if value.tzinfo is None else "instant"
    return "day" if isinstance(value, date) else "text"


def _text(value: Any) -> str:
    """Return the text of a value, without the class that an IRI has; a period's is its EDTF."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    return value.text if isinstance(value, Period) else str.__str__(str(value))


def _utc(value: datetime) -> datetime:
    """Return a moment as UTC counts it, without saying so."""
    return (value - (value.utcoffset() or value.resolution * 0)).replace(tzinfo=None)


# Kind of a column to what makes a plain value of a value.
_PLAIN: Final[dict[str, Callable[[Any], Any]]] = {
    "day": lambda value: value,
    "moment": lambda value: value,
    "instant": _utc,
    "integer": int,
    "number": float,
    "boolean": bool,
    "text": _text,
}
