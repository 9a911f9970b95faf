"""A table that fits a terminal; the only place where rich draws one."""

import io
import os
import shutil
from typing import Final

from rich import box
from rich.console import Console
from rich.table import Table as Grid

from samspil.wording import NOT_STATED, Table

__all__ = ["drawn"]

COUNTED: Final = {"da": ("{n} række", "{n} rækker"), "en": ("{n} row", "{n} rows")}
_WIDEST: Final = 160  # when the output is no terminal


def drawn(table: Table, lang: str) -> str:
    """Return a table as text, as wide as the terminal, with a count of its rows under it."""
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in table.headings:
        grid.add_column(heading, overflow="fold")
    for row in table.rows:
        grid.add_row(*(NOT_STATED[lang] if cell is None else cell for cell in row))
    count = len(table.rows)
    return f"{_text(grid) if count else ''}{COUNTED[lang][count != 1].format(n=count)}\n"


def _text(grid: Grid) -> str:
    """Return the grid without trailing blanks; outside a terminal it has a width of its own."""
    width = shutil.get_terminal_size().columns if os.isatty(1) else _WIDEST
    target = io.StringIO()
    Console(file=target, width=width, color_system=None, markup=False, highlight=False).print(grid)
    return "".join(f"{line.rstrip()}\n" for line in target.getvalue().splitlines())
