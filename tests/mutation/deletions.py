"""What notices that a statement of the data is gone: a fact check, a row of the background tables, a shape.

Facts and rows are asked for each statement by itself. What they leave is taken away in batches, since a
validation takes seconds: a batch holds no two statements about one thing or with one thing as value, so that
a new finding is about one of them. A shape notices a statement when something new is found on its subject
or its value, by a path that has its property.
"""

from collections.abc import Collection, Iterator
from functools import cache
from itertools import chain
from typing import Final

import pyoxigraph as ox
from tests.background import expected as background
from tests.facts.facts import DOCUMENTS, checks, holds, load, support

from samspil.dataset import Dataset, read_dataset
from samspil.namespaces import BASE, PREFIXES, RDF
from samspil.project import Project
from samspil.validation import Finding, validate

__all__ = ["batches", "statements", "unnoticed_by_facts", "unnoticed_by_rows", "unnoticed_by_shapes"]

_PROJECT: Final = Project.shipped()
_TYPE: Final = RDF + "type"
_THINGS: Final = f"{BASE}id/"


@cache
def dataset() -> Dataset:
    """Return what ships, read once."""
    return read_dataset(_PROJECT)


def statements() -> dict[str, set[ox.Triple]]:
    """Return what each file of the data says, by the stem of its name."""
    return {path.stem: set(dataset().triples(f"{BASE}graph/{path.stem}")) for path in _PROJECT.data_files()}


def unnoticed_by_facts(document: str) -> set[ox.Triple]:
    """Return the statements of a document's graph without which every fact check still holds."""
    store = load(document)
    resting = [(check, support(store, check)) for check in checks(document)]
    unnoticed = set(statements()[document])
    for triple in set(chain.from_iterable(triples for _, triples in resting)):
        store.remove(ox.Quad(*triple))
        if not all(holds(store, check) for check, triples in resting if triple in triples):
            unnoticed.discard(triple)
        store.add(ox.Quad(*triple))
    return unnoticed


def unnoticed_by_rows() -> set[ox.Triple]:
    """Return the statements of the background graph that no row of its tables expects."""
    graph = background.triples()
    return graph - {triple for _, wanted in background.expected(graph) for triple in wanted}


def unnoticed_by_shapes(stem: str, triples: Collection[ox.Triple]) -> set[ox.Triple]:
    """Return those of some statements of a graph without which the shapes find nothing new."""
    known = set(_findings(stem, ()))
    unnoticed: set[ox.Triple] = set()
    for batch in batches(triples):
        new = set(_findings(stem, batch)) - known
        unnoticed |= {triple for triple in batch if not any(_about(finding, triple) for finding in new)}
    return unnoticed


def batches(triples: Collection[ox.Triple]) -> list[list[ox.Triple]]:
    """Return statements in few groups, in each of which no thing stands twice; types are by themselves."""
    found: list[tuple[set[str], bool, list[ox.Triple]]] = []
    for triple in sorted(triples, key=str):
        things, typed = _things(triple), triple.predicate.value == _TYPE
        for taken, kind, batch in found:
            if kind == typed and not taken & things:
                taken |= things
                batch.append(triple)
                break
        else:
            found.append((things, typed, [triple]))
    return [batch for _, _, batch in found]


def _findings(stem: str, without: Collection[ox.Triple]) -> Iterator[Finding]:
    """Yield what the shapes find in the data when statements of one graph are gone."""
    name = f"{BASE}graph/{stem}"
    rest = set(dataset().triples(name)) - set(without)
    changed = Dataset()
    for graph in dataset().graphs():
        changed.add(graph, rest if graph == name else dataset().triples(graph))
    changed.files = dict(dataset().files)
    yield from validate(changed, _PROJECT.shape_files()).findings


def _things(triple: ox.Triple) -> set[str]:
    """Return the things that a statement is between, but for passages when it says where something stands."""
    terms = {term.value for term in (triple.subject, triple.object) if isinstance(term, ox.NamedNode)}
    return {term for term in terms if term.startswith((_THINGS, f"{BASE}graph/"))}


def _about(finding: Finding, triple: ox.Triple) -> bool:
    """Tell whether a finding is about a statement that is gone."""
    ends = {term.value for term in (triple.subject, triple.object) if isinstance(term, ox.NamedNode)}
    predicate = triple.predicate.value
    short = next(
        f"{prefix}:{predicate.removeprefix(iri)}" for prefix, iri in PREFIXES.items() if predicate.startswith(iri)
    )
    return finding.focus in ends and short in finding.path.replace("^", "").replace("|", "/").split("/")
