"""Sections filled in: what the register says along their paths, each row with its marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pyoxigraph as ox

from samspil.collation import Key, sort_key
from samspil.namespaces import BASE
from samspil.server.things.force import in_force
from samspil.server.things.marks import Basis, Mark
from samspil.server.things.sections import Column, Section
from samspil.server.things.sheets import Sheet, Value
from samspil.server.things.times import ANSWERS, Span, end_in_words, read_span

__all__ = ["Filled", "Row", "fill"]

_CELL: Final = 8  # values of a cell before it only says that there are more
_STATED: Final = ("time", "end", "today")  # columns where nothing is an answer: not stated


@dataclass(frozen=True)
class Row:
    """An item with what stands in each column, the times of it, and how it is known."""

    item: str
    cells: tuple[tuple[Value, ...], ...]
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]
    basis: Basis | None
    alone: Value | None  # the item, where no cell leads to it


@dataclass(frozen=True)
class Filled:
    """A section with its rows; columns that would be empty all the way down are left out. `more` tells of further."""

    section: Section
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    more: bool


def fill(section: Section, sheet: Sheet) -> Filled:
    """Return a section of the page about a thing."""
    items = [one for one in sheet.reader.things(sheet.iri, section.path, sheet.most + 1) if one != sheet.iri]
    more = len(items) > sheet.most
    ordered = sorted(items[: sheet.most], key=lambda item: _order(item, section, sheet))
    sheet.shown.update(ordered)
    rows = [_row(item, section, sheet) for item in ordered]
    kept = [
        i
        for i, column in enumerate(section.columns)
        if column.how in _STATED[::2] or any(row.cells[i] for row in rows)
    ]
    return Filled(
        section,
        tuple(section.columns[i] for i in kept),
        tuple(replace(row, cells=tuple(row.cells[i] for i in kept)) for row in rows),
        more,
    )


def _order(item: str, section: Section, sheet: Sheet) -> tuple[Key, ...]:
    """Return what an item is sorted by: what its path leads to, then its name."""
    read = sheet.reader
    terms = read.follow(item, section.by, 2) if section.by else []
    words = [read.label(t.value).text if _is_thing(t) else _in_lines(t.value) for t in terms]
    return (*(sort_key(text, sheet.lang) for text in words), sort_key(read.label(item).text, sheet.lang))


def _in_lines(text: str) -> str:
    """Return a text to sort by: a locator that names a line of the source comes in the order of the lines."""
    line = re.search(r"\bL[0-9]+", text)
    return f"{line[0]} {text}" if line else text


def _is_thing(term: ox.NamedNode | ox.Literal) -> bool:
    """Tell whether a term is one of our things; a concept is sorted by its IRI: current, planned, proposed."""
    return isinstance(term, ox.NamedNode) and term.value.startswith(f"{BASE}id/")


def _row(item: str, section: Section, sheet: Sheet) -> Row:
    """Return the row of an item."""
    sheet.reader.take_in(item)
    ways = (sheet.reader.follow(item, way, _CELL) for way in section.when)
    times = sorted({term.value for term in next((found for found in ways if found), ())})
    spans = [read_span(text, sheet.lang) for text in times]
    cells = tuple(_FILLED[column.how](item, column, spans, sheet) for column in section.columns)
    led = any(value.iri == item for cell in cells for value in cell)
    alone = None if led else sheet.link(item)
    return Row(item, cells, tuple(spans), sheet.marks.of(item), sheet.marks.basis(item), alone)


def _values(item: str, column: Column, _spans: Sequence[Span], sheet: Sheet) -> tuple[Value, ...]:
    """Return all that a path leads to."""
    terms = sheet.reader.follow(item, column.path, _CELL + 1)
    chosen = _in_language(terms, sheet.lang)
    return _cut([sheet.value(term) for term in chosen], sheet.link(item), sheet)


def _every(item: str, column: Column, _spans: Sequence[Span], sheet: Sheet) -> tuple[Value, ...]:
    """Return all that a path leads to, however much it is, in order of name."""
    found = [sheet.value(term) for term in sheet.reader.follow(item, column.path)]
    return tuple(sorted(found, key=lambda value: sort_key(value.text, sheet.lang)))


def _own(item: str, _column: Column, _spans: Sequence[Span], sheet: Sheet) -> tuple[Value, ...]:
    """Return the item by its own name: a passage without its document's, on the document's page."""
    words = sheet.reader.name(item)
    return (Value(words.text, words.lang, sheet.href(item), iri=item),)


def _others(item: str, column: Column, _spans: Sequence[Span], sheet: Sheet) -> tuple[Value, ...]:
    """Return all that a path leads to but the thing that the page is about."""
    things = [one for one in sheet.reader.things(item, column.path, _CELL + 2) if one != sheet.iri]
    return _cut([sheet.link(one) for one in things], sheet.link(item), sheet)


def _types(item: str, column: Column, _spans: Sequence[Span], sheet: Sheet) -> tuple[Value, ...]:
    """Return the most precise types of what a path leads to, as words."""
    things = sheet.reader.things(item, column.path, 1)
    kinds = [kind for thing in things for kind in sheet.reader.types(thing)]
    return tuple(Value(words.text, words.lang) for words in map(sheet.reader.name, kinds))


def _time(_item: str, _column: Column, spans: Sequence[Span], sheet: Sheet) -> tuple[Value, ...]:
    """Return the times of an item as the source says them."""
    return tuple(sheet.time(span) for span in spans)


def _end(_item: str, _column: Column, spans: Sequence[Span], sheet: Sheet) -> tuple[Value, ...]:
    """Return when an item ends."""
    open_end = sheet.texts.gettext("Until further notice")
    ends = [open_end if s.period and s.period.end_open else end_in_words(s, sheet.lang) for s in spans]
    return tuple(Value(end) for end in ends if end)


def _today(item: str, _column: Column, spans: Sequence[Span], sheet: Sheet) -> tuple[Value, ...]:
    """Return whether an item holds today."""
    found = in_force(item, spans, sheet.today, sheet.reader)
    return (Value(sheet.texts.gettext(ANSWERS[found]), status=found),) if found else ()


def _number(item: str, _column: Column, _spans: Sequence[Span], sheet: Sheet) -> tuple[Value, ...]:
    """Return the number of an identifier, with its address."""
    return (sheet.number(item),)


def _named(item: str, column: Column, _spans: Sequence[Span], sheet: Sheet) -> tuple[Value, ...]:
    """Return what a path leads to as what the item is called by, leading to the page about it."""
    found = _in_language(sheet.reader.follow(item, column.path, _CELL), sheet.lang)
    return tuple(replace(sheet.value(term), href=sheet.href(item), iri=item) for term in found)


def _in_language(terms: Sequence[ox.NamedNode | ox.Literal], lang: str) -> list[ox.NamedNode | ox.Literal]:
    """Return the terms without texts that are there in the language of the page as well."""
    languages = {term.language for term in terms if isinstance(term, ox.Literal) and term.language}
    if lang not in languages:
        return list(terms)
    return [t for t in terms if not isinstance(t, ox.Literal) or t.language in (None, lang)]


def _cut(values: Sequence[Value], item: Value, sheet: Sheet) -> tuple[Value, ...]:
    """Return values in order of name, so many that a cell can be read, and the way to the rest."""
    ordered = sorted(values[:_CELL], key=lambda value: sort_key(value.text, sheet.lang))
    more = [Value(sheet.texts.gettext("and more"), href=item.href)] if len(values) > _CELL else []
    return (*ordered, *more)


# How a column is filled to what does it.
_FILLED: Final[dict[str, Callable[[str, Column, Sequence[Span], Sheet], tuple[Value, ...]]]] = {
    "values": _values,
    "others": _others,
    "types": _types,
    "time": _time,
    "end": _end,
    "today": _today,
    "number": _number,
    "named": _named,
    "every": _every,
    "own": _own,
}
