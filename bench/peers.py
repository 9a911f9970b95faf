"""Every question of the library on one made-up register, asked of other engines: seconds, side by side.

    python -m bench.peers 10000                 with rdflib, which takes its time
    python -m bench.peers 1000000 --no-rdflib

The servers get the named graphs, and the merge as a graph that is the question's default graph; what is measured
includes the way over HTTP to this machine. An engine that takes longer than the limit is stopped, and stands as "-".
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Final

import httpx
import rdflib

from bench.generator import generate
from bench.measure import machine
from bench.questions import asked, seconds
from samspil.dataset import to_rdflib
from samspil.pipeline import Register, open_register
from samspil.project import Project
from samspil.queries import bind
from samspil.store import Rows

__all__ = ["main"]

_TODAY: Final = date(2024, 2, 19)
_LONGEST: Final = 30

# A function that answers a query and returns the number of bytes or rows.
_Engine = Callable[[str], int]


def main(arguments: Sequence[str]) -> int:
    """Measure and print; there is no bound on what others do."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("size", nargs="?", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="where the register is, or is put [default: nowhere]")
    parser.add_argument("--no-rdflib", action="store_true")
    given = parser.parse_args(arguments)
    print(machine())
    with tempfile.TemporaryDirectory() as temporary, ExitStack() as stack:
        where = (given.folder or Path(temporary)) / f"r{given.size}"
        if not where.is_dir():
            generate(given.size, where)
        register = open_register(Project.at(where))
        engines = {"Samspil": _ours(register)}
        engines |= dict(_servers(register, Path(temporary), stack))
        if not given.no_rdflib:
            engines["rdflib"] = _rdflib(register)
        _print(register, engines, given.size)
    return 0


def _print(register: Register, engines: Mapping[str, _Engine], size: int) -> None:
    """Ask every question of every engine and print a row for each."""
    print(f"\n| question, {size:,} statements | {' | '.join(engines)} |\n|---{'|---' * len(engines)}|")
    for name in register.library.names():
        question = register.library.get(name)
        text = bind(question, asked(register, question), _TODAY)
        found = [seconds(_bound(engine, text), _LONGEST) for engine in engines.values()]
        cells = [f"{one[0] * 1000:,.0f} ms" if one else "-" for one in found]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


def _bound(engine: _Engine, text: str) -> Callable[[], int]:
    """Return an engine with its question."""
    return lambda: engine(text)


def _ours(register: Register) -> _Engine:
    """Return the engine in this process."""

    def ask(text: str) -> int:
        found = register.store.run(text)
        return len(found.serialize("json")) if isinstance(found, Rows) else 1

    return ask


def _servers(register: Register, folder: Path, stack: ExitStack) -> Iterator[tuple[str, _Engine]]:
    """Yield the servers by name, started and loaded; the stack stops them."""
    from tests import servers

    for name, start in (("oxigraph server", servers.oxigraph_server), ("Virtuoso", servers.virtuoso_server)):
        (folder / name).mkdir()
        server = stack.enter_context(start(folder / name))
        begun = time.perf_counter()
        servers.load(server, register.dataset)
        print(f"{name}: put there over HTTP in {time.perf_counter() - begun:.0f} s", file=sys.stderr)
        yield name, _remote(server.query, servers.MERGE)


def _remote(address: str, merge: str) -> _Engine:
    """Return the engine at an address, asked by a bare client with a connection of its own."""

    def ask(text: str) -> int:
        form = {"query": text, "default-graph-uri": merge}
        accept = "application/sparql-results+json, application/n-triples"
        with httpx.Client(timeout=_LONGEST, trust_env=False) as client:
            answer = client.post(address, data=form, headers={"Accept": accept})
        return len(answer.raise_for_status().content)

    return ask


def _rdflib(register: Register) -> _Engine:
    """Return rdflib with the merge in its memory."""
    graph: rdflib.Graph = to_rdflib(register.dataset)
    return lambda text: sum(1 for _ in graph.query(text))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
