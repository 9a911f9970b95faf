"""Answers and questions as a session shows them: plain text in a terminal, HTML in a notebook.

Both are short on purpose. What is left out is counted, so that nobody takes a part for the whole.
"""

import textwrap
from collections.abc import Iterable, Sequence
from typing import Final

from markupsafe import Markup

from samspil.answers import words
from samspil.wording import NOT_STATED, Table

__all__ = ["as_html", "as_text", "counted", "wrapped"]

_LINE: Final = 120

# The widths that cells may have in a terminal: the first at which the table fits a line, else the last.
_WIDTHS: Final = (60, 40, 30, 24, 18)

_SOME: Final = {"da": "{shown} af {n} rækker er vist", "en": "{shown} of {n} rows are shown"}

# Colours are inherited, so that the table is legible on a notebook's light and dark paper.
_STYLE: Final = Markup(
    "<style>"
    ".samspil{font:15px/1.5 system-ui,sans-serif;overflow-x:auto}"
    ".samspil table{border-collapse:collapse;table-layout:auto;margin:0;font-variant-numeric:tabular-nums}"
    ".samspil th,.samspil td{text-align:left;vertical-align:top;padding:.3em 1.5em .3em 0;max-width:26em;"
    "border-bottom:1px solid rgba(91,103,112,.3);background:none;white-space:normal}"
    ".samspil th{font-weight:600}"
    ".samspil caption,.samspil p{text-align:left;opacity:.8;margin:.4em 0;padding:0}"
    ".samspil .unstated{opacity:.7}"
    "</style>"
)


def as_text(table: Table, lang: str, note: str = "") -> str:
    """Return a table for a terminal, with a note under it; long cells are cut so that a row fits a line."""
    rows = [table.headings, *([_cell(cell, lang) for cell in row] for row in table.rows)]
    tables = ([[_cut(cell, width) for cell in row] for row in rows] for width in _WIDTHS)
    lines = next(filter(_fits, tables), [[_cut(cell, _WIDTHS[-1]) for cell in row] for row in rows])
    return "\n".join(filter(None, [*_aligned(lines), note]))


def as_html(table: Table, lang: str, note: str = "") -> str:
    """Return a table for a notebook, everything in it escaped, and a note under it."""
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in table.headings)
    body = Markup("").join(
        Markup("<tr>{}</tr>").format(Markup("").join(_html_cell(cell, lang) for cell in row))
        for row in table.rows
    )
    page = Markup(
        '<div class="samspil" lang="{}">{}<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table><p>{}</p></div>'
    )
    return str(page.format(lang, _STYLE, head, body, note))


def counted(shown: int, count: int, lang: str) -> str:
    """Return how many rows there are, and how many of them are shown when it is not all."""
    if shown < count:
        return _SOME[lang].format(shown=shown, n=words.grouped(count, lang))
    return words.counted(count, lang)


def wrapped(text: str) -> str:
    """Return a paragraph in lines that are comfortable to read."""
    return textwrap.fill(" ".join(text.split()), _LINE)


def _aligned(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Yield a line for each row, with a rule under the first, its cells as wide as the widest of their column."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        if number == 0:
            yield "  ".join("─" * width for width in widths)


def _fits(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a table fits a line."""
    return sum(max(map(len, column)) + 2 for column in zip(*rows, strict=True)) <= _LINE + 2


def _cell(cell: str | None, lang: str) -> str:
    """Return the words of a cell on one line, and those for nothing where nothing is stated."""
    return NOT_STATED[lang] if cell is None else " ".join(cell.split())


def _cut(text: str, width: int) -> str:
    """Return a text that fits a column; a mark shows that it goes on."""
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def _html_cell(cell: str | None, lang: str) -> Markup:
    """Return one cell; one without a value is quieter."""
    if cell is None:
        return Markup('<td class="unstated">{}</td>').format(NOT_STATED[lang])
    return Markup("<td>{}</td>").format(cell)
