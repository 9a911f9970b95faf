"""Loading the files of a made-up register, ours and the peers', each in a process of its own.

    python -m bench.load 100000 1000000           registers of these sizes; --quick for one round without servers

Ours is done when questions over the merge can be asked. The named graphs, which hardly a question names, are put off
until one does; another row has loaded them too, so that it shows what was put off. pyoxigraph's raw load makes the
named graphs and no merge. rdflib parses into one graph. `oxigraph load` and Virtuoso write to disk. Importing Samspil,
pyoxigraph and rdflib is no part of any time.
"""

import argparse
import resource
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from rdflib import Graph

from bench.generator import generate
from bench.measure import machine
from samspil.dataset import Dataset
from samspil.project import Project
from samspil.sources import graph_files

__all__ = ["LOADERS", "main"]

_LEAST_OF_RAW: Final = 0.9
_LEAST_OF_RDFLIB: Final = 8.0
_LARGEST_FOR_RDFLIB: Final = 200_000


def ours(project: Project) -> object:
    """Load every file as read_dataset does before it checks the sources: into the merge, where questions are asked."""
    return _loaded(project)


def ours_with_named_graphs(project: Project) -> object:
    """Load as ours does, and then every file into its named graph too, as the first question that names one does."""
    return _loaded(project).store


def _loaded(project: Project) -> Dataset:
    """Return the dataset of a register, not checked."""
    ontology, data = graph_files(project)
    dataset = Dataset()
    for graph, path in ontology.items():
        dataset.load(graph, path)
    dataset.load_sources(data)
    return dataset


def ours_in_memory_ready(project: Project) -> object:
    """Load, check the sources, derive: what `samspil query` does before it asks."""
    from samspil.pipeline import open_register

    return open_register(project)


def ours_on_disk(project: Project) -> object:
    """Load, check, derive, and write the store: `samspil build --store`."""
    from samspil.pipeline import build_store

    with tempfile.TemporaryDirectory() as folder:
        return build_store(project, Path(folder))


def raw(project: Project) -> object:
    """Load every file into a graph of its own, with pyoxigraph alone."""
    store = ox.Store()
    for path in _files(project):
        store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(f"urn:{path.stem}"))
    return store


def raw_and_merge(project: Project) -> object:
    """Load as raw does, and make the merge by an update, which is what one would write."""
    store = raw(project)
    assert isinstance(store, ox.Store)
    store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?graph { ?s ?p ?o } }")
    return store


def rdflib(project: Project) -> object:
    """Parse every file into one graph of rdflib's."""
    graph = Graph()
    for path in _files(project):
        graph.parse(path, format="turtle")
    return graph


def oxigraph(project: Project) -> object:
    """Load every file with the `oxigraph` program, onto disk."""
    program = shutil.which("oxigraph", path=sysconfig.get_path("scripts"))
    with tempfile.TemporaryDirectory() as folder:
        files = [word for path in _files(project) for word in ("--file", str(path))]
        command = [str(program), "load", "--location", folder, *files]
        return subprocess.run(command, check=True, capture_output=True)


def virtuoso(project: Project) -> object:
    """Put every file on a Virtuoso by the Graph Store Protocol; returns the seconds, for its start is no load."""
    from tests.servers import virtuoso_server

    with tempfile.TemporaryDirectory() as folder, virtuoso_server(Path(folder)) as server:
        start = time.perf_counter()
        with server.client() as client:
            client.timeout = 3600
            for path in _files(project):
                client.put(
                    server.graph_store,
                    params={"graph": f"urn:{path.stem}"},
                    content=path.read_bytes(),
                    headers={"Content-Type": "text/turtle"},
                ).raise_for_status()
        return time.perf_counter() - start


# Name of a way to load to the function, and what it is called in the table.
LOADERS: Final[dict[str, tuple[Callable[[Project], object], str]]] = {
    "ours": (ours, "Samspil: merge, ready for questions"),
    "named": (ours_with_named_graphs, "Samspil: the same, with every named graph loaded too"),
    "raw": (raw, "pyoxigraph: named graphs only"),
    "raw-and-merge": (raw_and_merge, "pyoxigraph: named graphs, merge by an update"),
    "open": (ours_in_memory_ready, "Samspil: merge, sources checked, all derived"),
    "store": (ours_on_disk, "Samspil: the same with named graphs, written to disk (`build --store`)"),
    "rdflib": (rdflib, "rdflib: one graph"),
    "oxigraph": (oxigraph, "`oxigraph load`: one graph, on disk"),
    "virtuoso": (virtuoso, "Virtuoso: named graphs over HTTP, on disk"),
}
_QUICK: Final = ("ours", "named", "raw", "raw-and-merge", "rdflib")


def _files(project: Project) -> tuple[Path, ...]:
    """Return the files of a register, the ontology too."""
    return (*project.ontology_files(), *project.data_files())


def _alone(name: str, folder: Path) -> None:
    """Load in this process and print the seconds, and the memory that it took in kilobytes."""
    project = Project.at(folder)
    before, start = _memory(), time.perf_counter()
    kept = LOADERS[name][0](project)
    taken = kept if isinstance(kept, float) else time.perf_counter() - start
    print(taken, _memory() - before, flush=True)


def _memory() -> int:
    """Return the most memory that this process and those that it waited for have had, in kilobytes."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(one).ru_maxrss for one in who)


def _measured(name: str, folder: Path) -> tuple[float, float]:
    """Return the seconds and the kilobytes of one load, in a process of its own."""
    command = [sys.executable, "-m", "bench.load", "--alone", name, str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    taken, memory = done.stdout.split()
    return float(taken), float(memory)


def _at(size: int, folder: Path, names: Sequence[str], rounds: int) -> bool:
    """Measure the loads of a register of a size, in turn, and print; tell whether the bounds hold."""
    where = folder / f"r{size}"
    count = size if where.is_dir() else generate(size, where)
    chosen = [name for name in names if name != "rdflib" or size <= _LARGEST_FOR_RDFLIB]
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in chosen}
    for _ in range(rounds):
        for name in chosen:
            found[name].append(_measured(name, where))
    print(f"\n| load, {size:,} statements | time | statements a second | rate of ours to this | bytes each |")
    print("|---|---|---|---|---|")
    ratios = {}
    for name, runs in found.items():
        pairs = zip(runs, found["ours"], strict=True)
        ratios[name] = statistics.median(theirs[0] / mine[0] for theirs, mine in pairs)
        taken, memory = (statistics.median(values) for values in zip(*runs, strict=True))
        row = f"{taken:.2f} s | {count / taken:,.0f} | {ratios[name]:.2f} | {memory * 1024 / count:,.0f}"
        print(f"| {LOADERS[name][1]} | {row} |")
    return ratios["raw"] >= _LEAST_OF_RAW and ratios.get("rdflib", _LEAST_OF_RDFLIB) >= _LEAST_OF_RDFLIB


def main(arguments: Sequence[str]) -> int:
    """Measure and print; exit code 1 when a bound does not hold."""
    if arguments[:1] == ["--alone"]:
        _alone(arguments[1], Path(arguments[2]))
        return 0
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="+", type=int, help="numbers of statements")
    parser.add_argument("--folder", type=Path, help="where the registers are, or are put [default: nowhere]")
    parser.add_argument("--quick", action="store_true", help="no servers and no disk")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args(arguments)
    print(machine())
    names = _QUICK if given.quick else tuple(LOADERS)
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        return 0 if min([_at(size, folder, names, given.rounds) for size in given.sizes]) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
