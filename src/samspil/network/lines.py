"""The answer to any query, read as relations: its columns, and what is wrong with a cell.

| column | what it is |
|---|---|
| `source`, `target` | the two ends: anything, a text too |
| `type` | what kind of relation it is: a property, a class or a text |
| `label` | what the relation is called |
| `weight` | a number above zero |
| `time` | a date, a year, or a period in EDTF |
| `relation` | the relation itself, where it is a thing of its own with passages |
| `sourceLabel`, `targetLabel`, `sourceType`, `targetType` | what the ends are called, and of which kind they are |

Only the ends have to be there. Other columns are not read.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

import pyoxigraph as ox

from samspil.errors import NotAMap, PeriodError
from samspil.namespaces import XSD
from samspil.periods import read_period
from samspil.store import Rows, Term

__all__ = ["End", "Line", "lines_in"]

# Name of a column to its term; a column without a value in the row is not there.
_Row: TypeAlias = Mapping[str, Term]

# Datatype to how many characters of its text are a date in EDTF: without the time of day and the zone.
_DATES: Final = {f"{XSD}date": 10, f"{XSD}dateTime": 10, f"{XSD}gYear": 4, f"{XSD}gYearMonth": 7}


@dataclass(frozen=True, order=True)
class End:
    """One end of a relation; an IRI is one to look up, a text is its own name."""

    key: str
    is_iri: bool
    label: str
    type: str
    type_is_iri: bool


@dataclass(frozen=True, order=True)
class Line:
    """One row: a relation between two ends; what it has no column or value for is empty."""

    source: End
    target: End
    type: str
    type_is_iri: bool
    label: str
    weight: float
    time: str
    relation: str
    relation_is_iri: bool


def lines_in(rows: Rows) -> Iterator[Line]:
    """Yield the relations that rows describe. Raises NotAMap at the column, and the row from 1, that is none."""
    for column in ("source", "target"):
        if column not in rows.variables:
            raise NotAMap(column)
    for number, row in enumerate(rows, 1):
        cells = zip(rows.variables, row, strict=True)
        yield _line({column: term for column, term in cells if term is not None}, number)


def _line(row: _Row, number: int) -> Line:
    """Return the relation of one row."""
    return Line(
        source=_end(row, "source", number),
        target=_end(row, "target", number),
        type=_text(row, "type"),
        type_is_iri=isinstance(row.get("type"), ox.NamedNode),
        label=_text(row, "label"),
        weight=_weight(row, number),
        time=_time(row, number),
        relation=_text(row, "relation"),
        relation_is_iri=isinstance(row.get("relation"), ox.NamedNode),
    )


def _end(row: _Row, column: str, number: int) -> End:
    """Return one end of a relation."""
    key = _text(row, column)
    if not key:
        raise NotAMap(column, "unbound", number)
    return End(
        key=key,
        is_iri=isinstance(row[column], ox.NamedNode),
        label=_text(row, f"{column}Label"),
        type=_text(row, f"{column}Type"),
        type_is_iri=isinstance(row.get(f"{column}Type"), ox.NamedNode),
    )


def _text(row: _Row, column: str) -> str:
    """Return the IRI or the text in a column, empty where there is none."""
    term = row.get(column)
    return str(getattr(term, "value", term)) if term is not None else ""


def _weight(row: _Row, number: int) -> float:
    """Return the weight of a relation, 1 where none is given."""
    if "weight" not in row:
        return 1.0
    text = _text(row, "weight")
    try:
        weight = float(text)
    except ValueError:
        weight = math.nan
    if not (math.isfinite(weight) and weight > 0):
        raise NotAMap("weight", "weight", number, text)
    return weight


def _time(row: _Row, number: int) -> str:
    """Return the time of a relation as EDTF, empty where none is given."""
    term, text = row.get("time"), _text(row, "time")
    if not text:
        return ""
    datatype = term.datatype.value if isinstance(term, ox.Literal) else ""
    time = text[: _DATES.get(datatype, len(text))]
    try:
        read_period(time)
    except PeriodError:
        raise NotAMap("time", "time", number, text) from None
    return time
