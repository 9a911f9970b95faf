"""A table for a terminal or a text file: columns where they fit, otherwise one field on each line.

Columns are chosen first as they are read elsewhere, then with days in figures, which are half as wide. Where
even those would break words, or stand higher than the fields one under the other, the fields do.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from samspil.answers.asked import Asked
from samspil.answers.layout import GAP, Column, folded, padded, shared, widest
from samspil.answers.values import as_day, is_numeric
from samspil.answers.words import counted, shown
from samspil.store import Rows
from samspil.wording import NOT_STATED, Cell, Columns

__all__ = ["drawn", "table", "terminal_width"]

_WIDTH: Final = 160  # of a table in a file
_NARROWEST: Final = 20
_READABLE: Final = 100  # a longer line is hard to follow in a text
_BOLD: Final = "\x1b[1m{}\x1b[0m"

_Rows = Sequence[Sequence[Cell | None]]


def table(rows: Rows, asked: Asked) -> bytes:
    """Return rows as text with a count under them; headings are bold on a terminal, and only there."""
    columns = Columns.of(rows.variables, asked.question, asked.lang)
    cells = list(columns.read(rows, asked.store, asked.lang))
    headings = [shown(heading) for heading in columns.headings]
    forms = (_columns(headings, cells, asked.lang, figures=figures) for figures in (False, True))
    lines = drawn(forms, asked.width) if cells else ()
    return "".join(f"{line}\n" for line in (*lines, counted(len(cells), asked.lang, asked.limit))).encode()


def drawn(forms: Iterable[Sequence[Column]], width: int | None) -> Iterator[str]:
    """Yield the lines of the first form of a table that fits a terminal, and a blank one.

    Where none does, the fields of the first stand one under the other. Without a width it is for a file.
    """
    mark = _BOLD.format if width is not None and _shows_bold() else str
    room = max(_NARROWEST, width or _WIDTH)
    first: Sequence[Column] = ()
    for form in forms:
        first = first or form
        if form and (widths := shared(form, room)) and _is_low(form, widths, room):
            yield from _grid(form, widths, mark)
            break
    else:
        yield from _records(first, room, mark)
    yield ""


def terminal_width() -> int | None:
    """Return how many columns the terminal has that reads standard output; None where none does.

    COLUMNS in the environment says it for a pipe too.
    """
    if os.environ.get("COLUMNS", "").isdecimal() or os.isatty(1):
        return shutil.get_terminal_size().columns
    return None


def _shows_bold() -> bool:
    """Tell whether standard output is a terminal that knows bold and whose user wants it (no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    # Older consoles of Windows print the escape itself.
    return os.isatty(1) and not plain and sys.platform != "win32"


def _is_low(columns: Sequence[Column], widths: Sequence[int], width: int) -> bool:
    """Tell whether rows side by side stand no higher than their fields would one under the other."""
    tried = [column.tried() for column in columns]
    return len([*_grid(tried, widths, str)]) - 2 <= len([*_records(tried, width, str)])  # below the headings


def _columns(headings: Sequence[str], cells: _Rows, lang: str, *, figures: bool) -> list[Column]:
    """Return the columns of a table as texts, days in words or in figures."""
    return [_column(heading, [row[i] for row in cells], lang, figures) for i, heading in enumerate(headings)]


def _column(heading: str, cells: Sequence[Cell | None], lang: str, figures: bool) -> Column:
    """Return one column as texts."""
    stated = [cell.term for cell in cells if cell]
    numeric = bool(stated) and all(map(is_numeric, stated))
    whole = numeric or (bool(stated) and all(map(as_day, stated)))
    return Column(heading, [_text(cell, lang, figures) for cell in cells], right=numeric, whole=whole)


def _text(cell: Cell | None, lang: str, figures: bool) -> str:
    """Return the text of a cell."""
    if cell is None:
        return NOT_STATED[lang]
    day = as_day(cell.term) if figures else None
    return day.strftime("%d-%m-%Y" if lang == "da" else "%Y-%m-%d") if day else shown(cell.words)


def _grid(columns: Sequence[Column], widths: Sequence[int], mark: Callable[[str], str]) -> Iterator[str]:
    """Yield a table in columns; rows stand apart where most of them are folded."""
    heads = [folded(column.heading, width) for column, width in zip(columns, widths, strict=True)]
    height = max(map(len, heads))
    sides = [column.right for column in columns]
    for line in _beside([[""] * (height - len(head)) + head for head in heads], widths, sides):
        yield mark(line)
    yield (" " * GAP).join("─" * width for width in widths)
    rows = [
        list(_beside([folded(text, width) for text, width in zip(texts, widths, strict=True)], widths, sides))
        for texts in zip(*(column.texts for column in columns), strict=True)
    ]
    apart = sum(map(len, rows)) > 1.5 * len(rows)
    for i, row in enumerate(rows):
        if apart and i:
            yield ""
        yield from row


def _beside(texts: Sequence[Sequence[str]], widths: Sequence[int], sides: Sequence[bool]) -> Iterator[str]:
    """Yield the lines of folded texts side by side, without blanks at the ends."""
    for i in range(max(map(len, texts))):
        line = [lines[i] if i < len(lines) else "" for lines in texts]
        yield (" " * GAP).join(map(padded, line, widths, sides)).rstrip(" ")


def _records(columns: Sequence[Column], width: int, mark: Callable[[str], str]) -> Iterator[str]:
    """Yield each row as a record under its number: the name of a field, and what it holds beside it."""
    if not columns:
        return
    first = min(max(widest(column.heading) for column in columns), width // 3)
    widths = [first, min(width - first - GAP, _READABLE)]
    for i in range(len(columns[0].texts)):
        if i:
            yield ""
        title = f"── {i + 1} "
        yield mark(title + "─" * (min(sum(widths) + GAP, width, _WIDTH // 2) - len(title)))
        for column in columns:
            pair = [folded(column.heading, widths[0]), folded(column.texts[i], widths[1])]
            yield from _beside(pair, widths, [False, False])
