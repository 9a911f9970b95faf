"""Names and dates that are made up, drawn evenly from nothing but a seed."""

import random
from collections.abc import Sequence
from typing import Final, TypeVar

__all__ = ["Invention"]

_T = TypeVar("_T")

_FIRST: Final = [
    "Nør",
    "Sønder",
    "Vester",
    "Øster",
    "Stor",
    "Lille",
    "Ny",
    "Gammel",
    "Skov",
    "Hav",
    "Kær",
    "Mark",
    "Ådal",
    "Bakke",
    "Eng",
    "Lyng",
    "Kilde",
    "Birke",
]
_MIDDLE: Final = ["bæk", "sund", "høj", "ager", "dal", "lund", "vig", "holm", "mose", "strand", "bjerg", "bo"]
_LAST: Final = [
    "rup",
    "lev",
    "by",
    "sted",
    "løse",
    "inge",
    "borg",
    "køb",
    "havn",
    "toft",
    "um",
    "slev",
    "bølle",
]

# Years of the made-up register.
_YEARS: Final = range(1998, 2032)

# A start and an end year, month and day to a period as a source may write it: every form that the real data and the
# model know, the plain ones most often.
_PERIODS: Final = (
    *["{a}/{b}"] * 6,
    *["{a}-01-01/{b}-12-31"] * 6,
    *["{a}-{m:02}-01/"] * 3,
    *["{a}/"] * 2,
    "{a}/..",
    "{a}-{m:02}/",
    "{a}-{m:02}-{d:02}/{b}-{m:02}-{d:02}",
    "{a}-01-01~/",
    "{a}?/{b}",
    "{a}-2{q}/{b}",
    "{a}-{m:02}/{b}-{m:02}",
)
_MOMENTS: Final = (
    *["{a}-{m:02}"] * 4,
    *["{a}-2{q}"] * 4,
    *["{a}-{m:02}-{d:02}"] * 3,
    "{a}",
    "{a}-3{k}",
    "{a}?",
    "{a}-{m:02}~",
    "[{a}-{m:02},{b}-01]",
    "{a}-{m:02}-XX",
)


class Invention:
    """A source of made-up choices; the same seed makes the same ones in the same order, on every machine."""

    def __init__(self, seed: int) -> None:
        """Begin the series of a seed. Only `random()` is drawn from it: Python promises that series to last."""
        self._random = random.Random(seed).random  # noqa: S311  (no secret)

    def chance(self, probability: float) -> bool:
        """Tell whether something of a probability happens."""
        return self._random() < probability

    def below(self, number: int, slope: float = 1.0) -> int:
        """Return a number from 0 below another; with a steeper slope the small ones come more often."""
        return int(number * self._random() ** slope)

    def one(self, choices: Sequence[_T]) -> _T:
        """Return one of some choices."""
        return choices[self.below(len(choices))]

    def size(self, smallest: int, largest: int) -> int:
        """Return the size of a group, heavy-tailed: most are small, some are the largest possible."""
        return min(largest, int(smallest / max(self._random(), 1e-9) ** 0.6))

    def place(self, number: int) -> str:
        """Return the name of the place of a number, each number's its own."""
        number, last = divmod(number, len(_LAST))
        number, first = divmod(number, len(_FIRST))
        middle = _MIDDLE[number % len(_MIDDLE)] if number else ""
        rest = f" {number}" if number >= len(_MIDDLE) else ""
        return f"{_FIRST[first]}{middle}{_LAST[last]}{rest}"

    def year(self) -> int:
        """Return a year in which something begins."""
        return _YEARS[self.below(len(_YEARS) - 2)]

    def period(self, year: int) -> str:
        """Return a period of some years from a year, in EDTF."""
        return self._written(_PERIODS, year)

    def moment(self) -> str:
        """Return a day, or a time less exact, in EDTF."""
        return self._written(_MOMENTS, self.year())

    def _written(self, forms: Sequence[str], year: int) -> str:
        """Return a time that begins in a year in one of some forms."""
        month, day = 1 + self.below(12), 1 + self.below(28)
        end = year + 1 + self.below(5)
        part = self.below(4)
        return self.one(forms).format(a=year, b=end, m=month, d=day, q=1 + part, k=3 + part)
