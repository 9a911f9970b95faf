"""Aggregates over pairs, pyoxigraph through Samspil against rdflib, on the same register.

    python -m bench.pairwise 100000

How many cooperations join actors of each two types, and parties of each two areas: many pairs fold into few rows, and
that is what the bound is about. Where each pair stays a row of its own, as in the last two, both spend their time
on the rows, and the factor is smaller; those are shown without a bound. rdflib is stopped after some minutes.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench import questions
from bench.generator import generate
from bench.measure import machine
from samspil.pipeline import Register, open_register
from samspil.project import Project
from samspil.queries import bind
from samspil.store import Rows

if TYPE_CHECKING:
    import rdflib

__all__ = ["QUERIES", "main"]

_TODAY: Final = date(2024, 2, 19)
_LEAST: Final = 100.0
_LONGEST: Final = 300

_PAIRS: Final = """
PREFIX org: <http://www.w3.org/ns/org#>
SELECT {columns} WHERE {{
  ?first org:member ?one ; org:organization ?cooperation .
  ?second org:member ?other ; org:organization ?cooperation .
  FILTER (?one != ?other)
  {more}
}} GROUP BY {group}
"""

# What is asked to its query, or to the question of the library, and whether the bound is about it.
QUERIES: Final[dict[str, tuple[str, bool]]] = {
    "pairs of types": (
        _PAIRS.format(columns="?a ?b (COUNT(*) AS ?n)", more="?one a ?a . ?other a ?b .", group="?a ?b"),
        True,
    ),
    "network/between-areas": ("", True),
    "pairs of actors": (
        _PAIRS.format(
            columns="?one ?other (COUNT(DISTINCT ?cooperation) AS ?n)", more="", group="?one ?other"
        ),
        False,
    ),
    "network/pairs": ("", False),
}


def main(arguments: Sequence[str]) -> int:
    """Measure and print; exit code 1 when the bound does not hold."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("size", type=int, nargs="?", default=100_000)
    parser.add_argument("--folder", type=Path, help="where the register is, or is put [default: nowhere]")
    given = parser.parse_args(arguments)
    print(machine())
    with tempfile.TemporaryDirectory() as temporary:
        where = (given.folder or Path(temporary)) / f"r{given.size}"
        if not where.is_dir():
            generate(given.size, where)
        return 0 if _compare(Project.at(where), given.size) else 1


def _compare(project: Project, size: int) -> bool:
    """Ask both engines and print; tell whether the bound holds."""
    from samspil.dataset import to_rdflib

    register = open_register(project)
    graph = to_rdflib(register.dataset)
    print(f"| over pairs, {size:,} statements | rows | Samspil | rdflib | factor | at least |")
    print("|---|---|---|---|---|---|")
    held = True
    for name, (text, bounded) in QUERIES.items():
        query = text or bind(register.library.get(name), {}, _TODAY)
        held &= _row(name, _ours(register, query), _theirs(graph, query), bounded)
    return held


def _ours(register: Register, query: str) -> Callable[[], int]:
    """Return the question to us, whose result is the number of rows."""

    def ask() -> int:
        found = register.store.run(query)
        return found.serialize("csv").count(b"\n") - 1 if isinstance(found, Rows) else 0

    return ask


def _theirs(graph: "rdflib.Graph", query: str) -> Callable[[], int]:
    """Return the question to rdflib, whose result is the number of rows."""
    return lambda: sum(1 for _ in graph.query(query))


def _row(name: str, ours: Callable[[], int], theirs: Callable[[], int], bounded: bool) -> bool:
    """Measure one aggregate and print its row; tell whether the bound holds, where there is one."""
    mine = questions.seconds(ours, _LONGEST)
    other = questions.seconds(theirs, _LONGEST)
    assert mine
    assert other is None or other[1] == mine[1], "the engines give different answers"
    taken, more = (other[0], "") if other else (float(_LONGEST), "> ")
    factor = taken / mine[0]
    bound = f"{_LEAST:g}" if bounded else ""
    print(
        f"| {name} | {mine[1]:,} | {mine[0]:.3f} s | {more}{taken:.1f} s | {more}{factor:.0f} | {bound} |",
        flush=True,
    )
    return factor >= _LEAST or not bounded


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
