"""How wide each column of a table is, and how a text is folded into lines; widths are cells of a terminal."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rich.cells import cell_len, chop_cells

__all__ = ["GAP", "Column", "folded", "padded", "shared", "widest"]

GAP: Final = 2

_SHORT: Final = 12  # a column of such texts is never folded
_WORD: Final = 22  # a longer word may be broken: Danish ones have no end
_TRIED: Final = 24  # so many rows say how high a table stands
_BLANK: Final = re.compile(
    r"(?<![0-9]\.) "
)  # one between words; the ordinal in 31. december stays with its noun

# For each column, width to the number of lines that each row fills.
_Heights = Sequence[Mapping[int, Sequence[int]]]


@dataclass(frozen=True)
class Column:
    """A column as texts. Numbers stand to the right; what is whole, as a day is, is not folded."""

    heading: str
    texts: Sequence[str]
    right: bool = False
    whole: bool = False

    @property
    def natural(self) -> int:
        """Return the width at which nothing is folded."""
        return max(widest(text) for text in (self.heading, *self.texts))

    @property
    def least(self) -> int:
        """Return the width below which words would be broken, or the heading fill more than two lines."""
        body = max(map(widest, self.texts), default=0)
        if not self.whole and body > _SHORT:
            body = max(min(_WORD, _widest_word(text)) for text in self.texts)
        words = self.heading.split(" ")
        halves = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words) + 1)]
        return max(body, min(_WORD, *(max(map(widest, pair)) for pair in halves)))

    def tried(self) -> "Column":
        """Return the column with so few texts, taken from its whole length, that forms can be tried on them."""
        return replace(self, texts=self.texts[:: -(-len(self.texts) // _TRIED)])

    def heights(self, least: int, most: int) -> dict[int, list[int]]:
        """Return, for each width, how many lines each text fills."""
        return {width: [len(folded(text, width)) for text in self.texts] for width in range(least, most + 1)}


def shared(columns: Sequence[Column], width: int) -> list[int] | None:
    """Return the width of each column of a table of some width, None where words would be broken.

    From the least that each needs, room goes again and again to the column where a cell of it saves most lines.
    """
    room = width - GAP * (len(columns) - 1)
    least, natural = [column.least for column in columns], [column.natural for column in columns]
    if sum(natural) <= room:
        return natural
    if sum(least) > room:
        return None
    heights = [
        column.tried().heights(few, min(many, room))
        for column, few, many in zip(columns, least, natural, strict=True)
    ]
    widths = list(least)
    while found := _widening(heights, widths, room - sum(widths)):
        widths[found[0]] = found[1]
    return widths


def _widening(heights: _Heights, widths: Sequence[int], spare: int) -> tuple[int, int] | None:
    """Return which column becomes how wide, where a cell saves most; None where no more saves."""
    now = [heights[i][width] for i, width in enumerate(widths)]
    best, found = 0.0, None
    for i, column in enumerate(heights):
        others = [max(row) for row in zip(*(now[:i] + now[i + 1 :]), strict=True)] or [0] * len(now[i])
        before = _cost(now[i], others)
        for wider in range(widths[i] + 1, min(widths[i] + spare, max(column)) + 1):
            saved = (before - _cost(column[wider], others)) / (wider - widths[i])
            if saved > best:
                best, found = saved, (i, wider)
    return found


def _cost(lines: Sequence[int], others: Sequence[int]) -> float:
    """Return how high rows are beside other columns; a fold that makes no row higher costs a little too."""
    return sum(map(max, lines, others)) + sum(lines) / 20


def folded(text: str, width: int) -> list[str]:
    """Return a text in lines of at most a width, broken between words, inside one only where it is wider."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines += _fold(line, width) if cell_len(line) > width else [line.rstrip(" ")]
    return lines


def padded(text: str, width: int, right: bool) -> str:
    """Return one line with blanks beside it, so that it is as wide as its column."""
    blanks = " " * (width - cell_len(text))
    return blanks + text if right else text + blanks


def widest(text: str) -> int:
    """Return the width of the widest line of a text."""
    return max(map(cell_len, text.split("\n")))


def _fold(line: str, width: int) -> Iterator[str]:
    """Yield the lines that one line is folded into."""
    kept = ""
    for word in _BLANK.split(line):
        joined = f"{kept} {word}" if kept else word
        if cell_len(joined) <= width:
            kept = joined
            continue
        if kept:
            yield kept
        *parts, kept = chop_cells(word, width) or [word]
        yield from parts
    yield kept


def _widest_word(text: str) -> int:
    """Return the width of the widest word of a text."""
    return max(cell_len(word) for line in text.split("\n") for word in _BLANK.split(line))
