"""The build without validation, against pyoxigraph parsing the same files and running the rules."""

import sys
import time
from collections.abc import Callable

import pyoxigraph as ox

from bench.measure import machine, ratio, report
from samspil.pipeline import open_register
from samspil.project import Project


def timed(action: Callable[[], object]) -> Callable[[], float]:
    """Return a measurement of a function call."""

    def measure() -> float:
        start = time.perf_counter()
        action()
        return time.perf_counter() - start

    return measure


def bare(project: Project) -> None:
    """Parse every file into a store and run every rule once, with nothing of ours between."""
    store = ox.Store()
    for path in (*project.ontology_files(), *project.data_files()):
        store.load(path=str(path), format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(f"urn:{path.stem}"))
    for path in project.rule_files():
        made = store.query(path.read_text(encoding="utf-8"), use_default_graph_as_union=True)
        assert isinstance(made, ox.QueryTriples)
        store.extend([ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode("urn:derived")) for t in made])


def main() -> int:
    """Measure and print; exit code 1 when the bound does not hold."""
    project = Project.shipped()
    print(machine())
    result = ratio(timed(lambda: open_register(project)), timed(lambda: bare(project)))
    return 0 if report("build without validation", "pyoxigraph and the rules", result, 3.0) else 1


if __name__ == "__main__":
    sys.exit(main())
