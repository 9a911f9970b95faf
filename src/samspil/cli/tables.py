"""A table of what a command has done, in the form of an answer on a terminal."""

import re

from samspil.answers.layout import Column
from samspil.answers.terminal import drawn as fitted
from samspil.answers.terminal import terminal_width
from samspil.answers.words import counted, shown
from samspil.wording import NOT_STATED, Table

__all__ = ["drawn"]


def drawn(table: Table, lang: str) -> str:
    """Return a table as text, as wide as the terminal, with a count of its rows under it."""
    columns = [
        _column(heading, [shown(NOT_STATED[lang] if row[i] is None else row[i] or "") for row in table.rows])
        for i, heading in enumerate(table.headings)
    ]
    lines = fitted([columns], terminal_width()) if table.rows else ()
    return "".join(f"{line}\n" for line in (*lines, counted(len(table.rows), lang)))


def _column(heading: str, texts: list[str]) -> Column:
    """Return a column, to the right where all of it is numbers."""
    numeric = all(re.fullmatch("[0-9.,]*", text) for text in texts) and any(texts)
    return Column(heading, texts, right=numeric, whole=numeric)
