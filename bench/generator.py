"""Registers of any size with the structure of the real one, for measuring: the same size, the same bytes.

    python -m bench.generator 100000 register

writes a folder that `samspil --project` opens; its sources make so many statements, within 5 %, to which the build
adds what follows from them. The first things of each kind have the identifiers that the questions ask for by default,
and the first municipality takes part in the most: a question with its defaults is asked where the graph is thickest.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench.actors import Actors
from bench.invention import Invention
from bench.relations import Relations
from bench.sheet import Sheet

__all__ = ["generate", "main"]

_SEED: Final = 20240219
_IN_ONE_SOURCE: Final = 2_500  # statements: the real sources make 600 to 4,000
_FEWEST_SOURCES, _MOST_SOURCES = 4, 200


def generate(size: int, folder: Path) -> int:
    """Write a register whose sources make about `size` statements; return how many they make."""
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    invent = Invention(_SEED)
    relations = Relations(invent, Actors(invent))
    sources = min(_MOST_SOURCES, max(_FEWEST_SOURCES, size // _IN_ONE_SOURCE))
    total = 0
    for number in range(1, sources + 1):
        sheet = Sheet(f"notat-{number:03}", invent)
        while total + sheet.count < size * number // sources:
            relations.write_cooperation(sheet)
        with (data / f"{sheet.stem}.ttl").open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(sheet.text())
        total += sheet.count
        if number % 20 == 0:
            print(f"{total:,} statements", file=sys.stderr)
    return total


def main(arguments: Sequence[str]) -> int:
    """Write a register: the number of statements, and the folder."""
    size, folder = arguments
    print(f"{generate(int(size), Path(folder)):,} statements in {folder}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
