"""Named graphs: read, merged, asked, compared.

A dataset holds one named graph for each file and for what is derived from them, in an Oxigraph store.
Questions are asked over the merge of graphs: SPARQL says that a statement which two sources make is one
statement of the merge. pyoxigraph's own union of a list of graphs counts it twice, so the merge is kept
as the store's default graph, and brought up to date when it is next asked for.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from samspil.formats import (
    canonical_turtle,
    is_canonical,
    ordered,
    read_bytes,
    read_file,
    read_turtle,
    replace_file,
    serialize_quads,
    syntax_error,
    write_turtle,
)
from samspil.project import Project
from samspil.sources import check_data, graph_files
from samspil.syntax import error_at, readable

if TYPE_CHECKING:
    import rdflib

__all__ = [
    "Dataset",
    "Difference",
    "canonical_hash",
    "canonical_turtle",
    "compare",
    "from_rdflib",
    "is_canonical",
    "read_dataset",
    "read_file",
    "read_turtle",
    "replace_file",
    "serialize",
    "to_rdflib",
    "write_turtle",
]

_COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?graph { ?s ?p ?o } }"
_MERGE = "INSERT { ?s ?p ?o } WHERE { GRAPH ?graph { ?s ?p ?o } }"


class Dataset:
    """Named graphs in one in-memory store; `files` says which file a graph was read from."""

    def __init__(self) -> None:
        """Make a dataset without graphs."""
        self.files: dict[str, Path] = {}
        self._store = ox.Store()
        self._views: dict[frozenset[str], ox.Store] = {}
        self._merged = True

    @property
    def store(self) -> ox.Store:
        """The store, in whose default graph each statement of the named graphs stands once.

        It is for reading: change graphs with add and remove.
        """
        if not self._merged:
            self._store.clear_graph(ox.DefaultGraph())
            self._store.update(_MERGE)
            self._merged = True
        return self._store

    def add(self, graph_iri: str, triples: Iterable[ox.Triple]) -> None:
        """Add triples to a graph, which exists from then on even when there are none."""
        kept, name = list(triples), ox.NamedNode(graph_iri)
        self._store.add_graph(name)
        self._store.bulk_extend(_quad(triple, name) for triple in kept)
        if self._merged:
            self._store.bulk_extend(map(_quad, kept))
        self._views.clear()

    def load(self, graph_iri: str, path: Path) -> None:
        """Add the triples of a Turtle file to a graph, without making a Python object of each.

        Raises what read_turtle raises.
        """
        data, name = read_bytes(path), ox.NamedNode(graph_iri)
        self._store.add_graph(name)
        try:
            self._store.bulk_load(data, ox.RdfFormat.TURTLE, to_graph=name)
        except SyntaxError as error:
            raise syntax_error(path, data, error) from error
        self.files[graph_iri] = path
        self._merged = False
        self._views.clear()

    def remove(self, graph_iri: str) -> None:
        """Remove a graph with all that it says; one that is not there is removed already."""
        name = ox.NamedNode(graph_iri)
        if self._store.contains_named_graph(name):
            self._store.remove_graph(name)
            self.files.pop(graph_iri, None)
            self._merged = False
            self._views.clear()

    def graphs(self) -> list[str]:
        """Return the IRIs of the graphs, sorted."""
        return sorted(name.value for name in self._store.named_graphs())

    def triples(self, graph_iri: str) -> Iterator[ox.Triple]:
        """Yield the triples of one graph, in no order that is meant."""
        pattern = self._store.quads_for_pattern(None, None, None, ox.NamedNode(graph_iri))
        return (quad.triple for quad in pattern)

    def quads(self) -> Iterator[ox.Quad]:
        """Yield the statements of every named graph, in no order that is meant."""
        for graph_iri in self.graphs():
            yield from self._store.quads_for_pattern(None, None, None, ox.NamedNode(graph_iri))

    def count(self, graph_iri: str | None = None) -> int:
        """Return the number of statements of one graph, or of all: one that two graphs make counts twice."""
        names: list[ox.NamedNode | ox.BlankNode] | None = [ox.NamedNode(graph_iri)] if graph_iri else None
        found = cast("ox.QuerySolutions", self._store.query(_COUNT, named_graphs=names))
        return sum(int(row["n"].value) for row in found)

    def view(self, graphs: Sequence[str] | None = None) -> ox.Store:
        """Return a store with the given graphs as named graphs and their merge as the default graph.

        Without `graphs` it is the store itself; a copy of some of the graphs is kept until something changes.
        """
        chosen = frozenset(self.graphs() if graphs is None else graphs)
        if chosen == frozenset(self.graphs()):
            return self.store
        if chosen not in self._views:
            self._views[chosen] = self._copy(sorted(chosen))
        return self._views[chosen]

    def construct(self, query: str, graphs: Sequence[str] | None = None) -> list[ox.Triple]:
        """Return the distinct triples that a CONSTRUCT makes of the merge of graphs, sorted.

        Raises QuerySyntaxError, for a query of another kind too.
        """
        found = self._ask(query, graphs)
        if not isinstance(found, ox.QueryTriples):
            raise error_at(query, 0, "a CONSTRUCT query is expected")
        return ordered(set(found))

    def select(self, query: str, graphs: Sequence[str] | None = None) -> ox.QuerySolutions:
        """Return the rows of a SELECT over the merge of graphs. Raises QuerySyntaxError."""
        found = self._ask(query, graphs)
        if not isinstance(found, ox.QuerySolutions):
            raise error_at(query, 0, "a SELECT query is expected")
        return found

    def ask(self, query: str, graphs: Sequence[str] | None = None) -> bool:
        """Tell whether an ASK holds of the merge of graphs. Raises QuerySyntaxError."""
        found = self._ask(query, graphs)
        if not isinstance(found, ox.QueryBoolean):
            raise error_at(query, 0, "an ASK query is expected")
        return bool(found)

    def _ask(
        self, query: str, graphs: Sequence[str] | None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Run a query over the merge of graphs. Raises QuerySyntaxError."""
        store = self.view(graphs)
        try:
            return store.query(query)
        except SyntaxError as error:
            raise readable(query, str(error.msg)) from error

    def _copy(self, graphs: Sequence[str]) -> ox.Store:
        """Return a new store with some of the graphs, and their merge."""
        copy = ox.Store()
        for name in map(ox.NamedNode, graphs):
            copy.bulk_extend(self._store.quads_for_pattern(None, None, None, name))
        copy.update(_MERGE)
        return copy


@dataclass(frozen=True)
class Difference:
    """What one set of triples has that another lacks; both parts are sorted."""

    added: tuple[ox.Triple, ...]
    removed: tuple[ox.Triple, ...]

    def __bool__(self) -> bool:
        """Tell whether there is any difference."""
        return bool(self.added or self.removed)


def read_dataset(project: Project) -> Dataset:
    """Read the ontology and the data of a register, each file into the graph that its stem names.

    Raises what read_turtle raises; BadFileName, ReservedGraph or DuplicateGraph for the names of files;
    BlankNode, UnknownTerm, PeriodError or DuplicateIdentifier for what stands in the data.
    """
    ontology, data = graph_files(project)
    dataset = Dataset()
    for graph_iri, path in (ontology | data).items():
        dataset.load(graph_iri, path)
    check_data(dataset.store, tuple(ontology), data)
    return dataset


def serialize(source: Iterable[ox.Triple] | Dataset, format: str) -> bytes:
    """Return triples or a dataset as turtle, trig, nt, nq, jsonld or rdfxml; the same input, the same bytes.

    Formats without graphs get the merge. Raises UnknownFormat, and NotExpressible for what a format lacks.
    """
    if isinstance(source, Dataset):
        return serialize_quads(source.quads(), format)
    return serialize_quads(map(_quad, source), format)


def canonical_hash(triples: Iterable[ox.Triple]) -> str:
    """Return the SHA-256, in hex, of the canonical N-Quads (RDFC-1.0) of a set of triples."""
    from hashlib import sha256  # which loads OpenSSL

    lines = serialize_quads(map(_quad, triples), "nq").splitlines(keepends=True)
    return sha256(b"".join(sorted(lines))).hexdigest()


def compare(left: Iterable[ox.Triple], right: Iterable[ox.Triple]) -> Difference:
    """Return what `right` adds to `left`, and what it removes.

    Blank nodes are the same only under the same name: rename them before, if there are any.
    """
    before, after = set(left), set(right)
    return Difference(added=tuple(ordered(after - before)), removed=tuple(ordered(before - after)))


def to_rdflib(dataset: Dataset, graphs: Sequence[str] | None = None) -> "rdflib.Graph":
    """Return the merge of graphs, all without `graphs`, as an rdflib graph of its own."""
    import rdflib

    names = dataset.graphs() if graphs is None else graphs
    triples = (triple for name in names for triple in dataset.triples(name))
    text = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    return rdflib.Graph().parse(data=text, format="nt")


def from_rdflib(graph: "rdflib.Graph") -> list[ox.Triple]:
    """Return the triples of an rdflib graph, sorted. Raises SyntaxError for an IRI that is none."""
    text = graph.serialize(format="nt", encoding="utf-8")
    return ordered({quad.triple for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)})


def _quad(triple: ox.Triple, graph: ox.NamedNode | None = None) -> ox.Quad:
    """Return a triple as a statement of a graph, without one of the default graph."""
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)
