"""The parts of a page: a section follows a path from the thing to items, and shows of each what its columns say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

__all__ = ["Column", "Section", "columns"]

# How a column may be filled, but for the values that its path leads to: the most precise types of these; all of
# them but the thing itself; the time of the item, the end of that, or whether it covers today; the number of an
# identifier; a text that the item is called by, leading to the item; all values, however many; its own name.
_WAYS: Final = ("types", "others", "time", "end", "today", "number", "named", "every", "own")


@dataclass(frozen=True)
class Column:
    """A heading, the path from the item to what stands under it, and how it is filled."""

    heading: str
    path: str
    how: str


@dataclass(frozen=True)
class Section:
    """Items on a path from the thing; `when` are paths from an item to its time, the first that leads there counts.

    `by` is the path to what the items are sorted by. `none` is said under what is not known when there are no items.
    `timeline` says whether the items stand on the line of time. Texts are keys of the catalogues.
    """

    id: str
    heading: str
    path: str
    columns: tuple[Column, ...]
    when: tuple[str, ...] = ()
    by: str = ""
    none: str = ""
    timeline: bool = False


def columns(written: Mapping[str, str]) -> tuple[Column, ...]:
    """Return columns from their headings and paths; a path may follow a word for how the column is filled."""
    made = []
    for heading, text in written.items():
        how, _, path = text.partition(" ")
        made.append(Column(heading, path, how) if how in _WAYS else Column(heading, text, "values"))
    return tuple(made)
