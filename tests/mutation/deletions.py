"""What notices that a statement of the data is gone: a fact check, a row of the background tables, a shape.

Facts and rows are asked for each statement by itself. What they leave is taken away in batches, since a
validation takes seconds. So that a new finding is about one statement of its batch, a batch holds one
statement about a thing; of the statements that give a thing as value of a property it leaves one standing,
or it is the only one; and types are by themselves, since a thing without one is many others' mistake. A
shape notices a statement when something new is found on its subject or its value, by a path that has its
property.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache
from itertools import chain
from typing import Final

import pyoxigraph as ox
from tests.background import expected as background
from tests.facts.facts import checks, holds, load, support

from samspil.dataset import Dataset, read_dataset
from samspil.namespaces import BASE, PREFIXES, RDF
from samspil.project import Project
from samspil.validation import Finding, validate

__all__ = ["batches", "statements", "unnoticed_by_facts", "unnoticed_by_rows", "unnoticed_by_shapes"]

_PROJECT: Final = Project.shipped()
_TYPE: Final = RDF + "type"

# A property and a value.
_Use = tuple[ox.NamedNode, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]


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
    known = set(_findings(stem, ())) if triples else set()
    unnoticed: set[ox.Triple] = set()
    for batch in batches(triples):
        new = set(_findings(stem, batch)) - known
        unnoticed |= {triple for triple in batch if not any(_about(finding, triple) for finding in new)}
    return unnoticed


def batches(triples: Collection[ox.Triple]) -> list[list[ox.Triple]]:
    """Return statements in few groups; see the head of this module for what may stand in one."""
    uses = Counter((triple.predicate, triple.object) for stated in statements().values() for triple in stated)
    found: list[_Batch] = []
    for triple in sorted(triples, key=str):
        fitting = (batch for batch in found if batch.takes(triple, uses))
        batch = next(fitting, None)
        if batch is None:
            batch = _Batch()
            found.append(batch)
        batch.add(triple)
    return [batch.triples for batch in found]


class _Batch:
    """Statements that are taken away together."""

    def __init__(self) -> None:
        """Make an empty batch."""
        self.triples: list[ox.Triple] = []
        self._subjects: set[str] = set()
        self._uses: Counter[_Use] = Counter()

    def add(self, triple: ox.Triple) -> None:
        """Add a statement."""
        self.triples.append(triple)
        self._subjects.add(str(triple.subject))
        self._uses[triple.predicate, triple.object] += 1

    def takes(self, triple: ox.Triple, uses: Counter[_Use]) -> bool:
        """Tell whether what is found without the statement as well is still about one of them."""
        use = (triple.predicate, triple.object)
        alike = (triple.predicate.value == _TYPE) == (self.triples[0].predicate.value == _TYPE)
        kept = not isinstance(triple.object, ox.NamedNode) or self._uses[use] + 1 < uses[use]
        chained = str(triple.object) in self._subjects
        return (
            alike
            and not chained
            and str(triple.subject) not in self._subjects
            and (kept or not self._uses[use])
        )


def _findings(stem: str, without: Collection[ox.Triple]) -> Iterator[Finding]:
    """Yield what the shapes find in the data when statements of one graph are gone."""
    name = f"{BASE}graph/{stem}"
    rest = set(dataset().triples(name)) - set(without)
    changed = Dataset()
    for graph in dataset().graphs():
        changed.add(graph, rest if graph == name else dataset().triples(graph))
    changed.files = dict(dataset().files)
    yield from validate(changed, _PROJECT.shape_files()).findings


def _about(finding: Finding, triple: ox.Triple) -> bool:
    """Tell whether a finding is about a statement that is gone."""
    ends = {term.value for term in (triple.subject, triple.object) if isinstance(term, ox.NamedNode)}
    predicate = triple.predicate.value
    short = next(
        f"{prefix}:{predicate.removeprefix(iri)}"
        for prefix, iri in PREFIXES.items()
        if predicate.startswith(iri)
    )
    return finding.focus in ends and short in finding.path.replace("^", "").replace("|", "/").split("/")
