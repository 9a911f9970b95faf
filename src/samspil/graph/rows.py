"""One row of an answer: values by name and by place, as `sqlite3.Row` has them, and as attributes.

Every name of a column works in brackets; as an attribute, those that Python allows (`row["on"]`, `row.on`, but
`row["class"]` only).
"""

from collections.abc import Iterator
from typing import Any, Final

from samspil.errors import UnknownName
from samspil.graph.values import Value
from samspil.parameters import nearest
from samspil.periods import Period

__all__ = ["Row"]

_OWN: Final = ("_columns", "_values")


class Row:
    """The values of one row; equal to a row with the same columns and values.

    >>> row = Row(("name", "year"), ("Norddjurs", 2025))
    >>> row.name, row["year"], row[1]
    ('Norddjurs', 2025, 2025)
    >>> name, year = row
    >>> dict(row)
    {'name': 'Norddjurs', 'year': 2025}
    """

    __slots__ = _OWN
    _columns: tuple[str, ...]
    _values: tuple[Value, ...]

    def __init__(self, columns: tuple[str, ...], values: tuple[Value, ...]) -> None:
        """Take the names of the columns and a value for each."""
        object.__setattr__(self, "_columns", columns)
        object.__setattr__(self, "_values", values)

    def keys(self) -> tuple[str, ...]:
        """Return the names of the columns, so that `dict(row)` is what one expects."""
        return self._columns

    def __getitem__(self, column: str | int) -> Any:
        """Return a value by the name or the place of its column. Raises UnknownName, IndexError."""
        if isinstance(column, int):
            return self._values[column]
        if column not in self._columns:
            raise UnknownName("column", column, nearest(column, self._columns) or self._columns)
        return self._values[self._columns.index(column)]

    def __getattr__(self, column: str) -> Any:
        """Return a value by the name of its column. Raises AttributeError, which names the columns."""
        if column in _OWN or column not in self._columns:
            listed = "" if column in _OWN else f"; the columns are {', '.join(self._columns)}"
            raise AttributeError(f"the row has no column {column!r}{listed}")
        return self._values[self._columns.index(column)]

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: an answer is what was answered. Raises AttributeError always."""
        raise AttributeError(f"a row cannot be changed: {name!r}")

    def __iter__(self) -> Iterator[Any]:
        """Yield the values, so that a row can be taken apart."""
        return iter(self._values)

    def __len__(self) -> int:
        """Return the number of columns."""
        return len(self._values)

    def __eq__(self, other: object) -> bool:
        """Tell whether another row has the same columns and values."""
        if not isinstance(other, Row):
            return NotImplemented
        return (self._columns, self._values) == (other._columns, other._values)

    def __hash__(self) -> int:
        """Return a hash that goes with equality."""
        return hash((self._columns, self._values))

    def __dir__(self) -> list[str]:
        """Return the columns too, so that a notebook can complete them."""
        return [*super().__dir__(), *self._columns]

    def __reduce__(self) -> tuple[type["Row"], tuple[tuple[str, ...], tuple[Value, ...]]]:
        """Return how to make the row again, for copy and pickle, which would set attributes."""
        return Row, (self._columns, self._values)

    def __repr__(self) -> str:
        """Return the values by name; a period by its text."""
        shown = (f"{name}={_shown(value)}" for name, value in zip(self._columns, self._values, strict=True))
        return f"Row({', '.join(shown)})"


def _shown(value: Value) -> str:
    """Return what stands for a value in the text of a row."""
    return f"Period({value.text!r})" if isinstance(value, Period) else repr(value)
