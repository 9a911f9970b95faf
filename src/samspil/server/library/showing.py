"""An answer on a page: a table whose things lead to their pages, a hundred rows at a time, or Turtle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, cast

import pyoxigraph as ox

from samspil.dataset import serialize
from samspil.namespaces import XSD
from samspil.queries import Question
from samspil.server.addresses import Addresses
from samspil.server.api.paging import Part, cut
from samspil.store import Rows, Store, Triples
from samspil.wording import Cell, Columns

__all__ = ["PAGE", "ShownCell", "ShownTable", "ShownTurtle", "show_table", "show_turtle"]

PAGE: Final = 100
_LINES: Final = 300
_NUMBERS: Final = frozenset(XSD + name for name in ("integer", "decimal", "double", "float"))


@dataclass(frozen=True)
class ShownCell:
    """A cell: its words, where what it names is shown, and whether it is a number."""

    words: str
    link: str = ""
    is_number: bool = False


@dataclass(frozen=True)
class ShownTable:
    """A page of an answer: headings, whether their columns are numbers, rows, and where in the whole it stands."""

    headings: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[ShownCell | None, ...], ...]
    total: int
    page: int = 1

    @property
    def first(self) -> int:
        """Return the number of the first row that is shown."""
        return (self.page - 1) * PAGE + 1

    @property
    def last(self) -> int:
        """Return the number of the last row that is shown."""
        return self.first + len(self.rows) - 1

    @property
    def pages(self) -> list[int | None]:
        """Return the numbers of the pages that are linked, None where some are left out."""
        count = max(1, -(-self.total // PAGE))
        near = sorted({1, count, *range(max(1, self.page - 2), min(count, self.page + 2) + 1)})
        linked: list[int | None] = []
        for before, number in zip([0, *near], near, strict=False):
            linked += [None, number] if number - before > 1 else [number]
        return linked


@dataclass(frozen=True)
class ShownTurtle:
    """The beginning of a graph, whether there is more of it, and how many statements all of it has."""

    text: str
    is_cut: bool
    total: int


def show_table(
    rows: Rows, question: Question, store: Store, lang: str, addresses: Addresses, page: int
) -> ShownTable:
    """Return a page of an answer; the last page for a number beyond it."""
    found, total = cut(rows, Part((page - 1) * PAGE, PAGE))
    part = cast("Rows", found)  # a part of rows is rows
    columns = Columns.of(part.variables, question, lang)
    cells = tuple(
        tuple(None if cell is None else _shown(cell, addresses, lang) for cell in row)
        for row in columns.read(part, store, lang)
    )
    numeric = tuple(
        any(cell is not None for cell in column) and all(cell is None or cell.is_number for cell in column)
        for column in zip(*cells, strict=True)
    )
    return ShownTable(columns.headings, numeric or (False,) * len(columns.headings), cells, total, page)


def show_turtle(triples: Triples) -> ShownTurtle:
    """Return the beginning of a graph as Turtle."""
    lines = serialize(triples, "turtle").decode().splitlines()
    return ShownTurtle("\n".join(lines[:_LINES]), len(lines) > _LINES, len(triples))


def _shown(cell: Cell, addresses: Addresses, lang: str) -> ShownCell:
    """Return a cell with the page about what it names; an address of no web page is a text."""
    is_number = isinstance(cell.term, ox.Literal) and cell.term.datatype.value in _NUMBERS
    link = addresses.page(cell.iri, lang) if cell.iri.startswith(("http://", "https://")) else ""
    return ShownCell(cell.words, link, is_number)
