"""A table in Markdown, as GitHub reads it (GitHub Flavored Markdown, 4.10): one line for each row."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from samspil.answers.asked import Asked
from samspil.answers.values import is_numeric
from samspil.answers.words import counted, shown
from samspil.store import Rows
from samspil.wording import NOT_STATED, Cell, Columns

__all__ = ["markdown"]

# What would be read as something else than itself inside a cell; an ampersand only where an entity follows.
_MARKS: Final = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)")


def markdown(rows: Rows, asked: Asked) -> bytes:
    """Return rows as a table in Markdown, what is named linked to its address, and how many there are."""
    columns = Columns.of(rows.variables, asked.question, asked.lang)
    cells = list(columns.read(rows, asked.store, asked.lang))
    lines = [
        _line(map(_escaped, columns.headings)),
        _line(_rule(column) for column in _turned(columns, cells)),
    ]
    lines += [_line(_written(cell, asked.lang) for cell in row) for row in cells]
    return "\n".join([*lines, "", counted(len(cells), asked.lang, asked.limit), ""]).encode()


def _turned(columns: Columns, cells: Sequence[Sequence[Cell | None]]) -> list[list[Cell | None]]:
    """Return the cells column by column."""
    return [[row[i] for row in cells] for i in range(len(columns.headings))]


def _rule(column: Sequence[Cell | None]) -> str:
    """Return the rule under a heading, which says that numbers stand to the right."""
    stated = [cell for cell in column if cell]
    return "---:" if stated and all(is_numeric(cell.term) for cell in stated) else "---"


def _line(texts: Iterable[str]) -> str:
    """Return one line of the table."""
    return f"| {' | '.join(texts)} |"


def _written(cell: Cell | None, lang: str) -> str:
    """Return a cell, linked where it names something that has an address."""
    if cell is None:
        return NOT_STATED[lang]
    words = _escaped(cell.words)
    if not re.match(r"https?://", cell.iri):
        return words
    address = _escaped_address(cell.iri)
    return f"[{words}]({address})"


def _escaped(text: str) -> str:
    """Return a text on one line that is read as it is."""
    return _MARKS.sub(r"\\\g<0>", shown(text).strip()).replace("\n", "<br>")


def _escaped_address(iri: str) -> str:
    """Return the destination of a link; an IRI has no character that could end one in angle brackets."""
    address = shown(iri).replace("|", "%7C").replace("\\", "%5C")
    return f"<{address}>" if re.search(r"[()*_~$&]", address) else address
