"""Named graphs: read, merged, asked.

A dataset holds one named graph for each file and for what is derived from them, in an Oxigraph store.
Questions are asked over the merge of graphs: SPARQL says that a statement which two sources make is one
statement of the merge. pyoxigraph's own union of a list of graphs counts it twice, so the merge is kept
as a default graph, and brought up to date when it is next asked for.

That every statement is kept twice would double the time of loading and the memory. But hardly a question names
a graph, so what is added goes into the merge at once, and into its named graph when something first asks for
one. Until then it waits as it was given: the bytes of a file, or triples. A file is read once; what it says
later is in neither.

A dataset may be asked from several threads: what waits is put in its place by one of them, while the merge, which
does not change by it, answers the others.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import RLock
from typing import Final, TypeAlias, cast

import pyoxigraph as ox

from samspil import identifiers
from samspil.errors import ReadOnlyStore
from samspil.formats import ordered, read_bytes, syntax_error
from samspil.project import Project
from samspil.sources import check_data, graph_files, is_sound, read_model
from samspil.syntax import bare, error_at, readable

__all__ = ["APART", "Dataset", "read_dataset"]

# The graphs that are no part of the merge, here, on disk and on a server: what is said of the register, not by it.
APART: Final = frozenset({identifiers.graph("queries")})

_COUNT: Final = "SELECT (COUNT(*) AS ?n) { GRAPH ?graph { ?s ?p ?o } }"
# In one request, which is one transaction: nobody sees the default graph without its statements.
_MERGE: Final = f"""
CLEAR SILENT DEFAULT ;
INSERT {{ ?s ?p ?o }} WHERE {{
  GRAPH ?graph {{ ?s ?p ?o }} FILTER(?graph NOT IN ({", ".join(f"<{name}>" for name in sorted(APART))}))
}}
"""

# The keywords with which one reads a named graph (SPARQL 1.1, 13).
_NAMES_GRAPHS: Final = re.compile(r"graph|from", re.IGNORECASE)

# What a graph was given: the text of a Turtle file that has been read without error, or triples.
_Given: TypeAlias = bytes | list[ox.Triple]


class Dataset:
    """Named graphs, in memory unless they were opened; `files` says which file a graph was read from."""

    def __init__(self) -> None:
        """Make a dataset without graphs."""
        self.files: dict[str, Path] = {}
        self._store = ox.Store()  # the merge as its default graph, and the named graphs but for what waits
        self._waiting: list[tuple[str, _Given]] = []  # graph IRI, and what is to be added to that graph
        self._merged = True  # whether the merge is that of the named graphs and of what waits
        self._views: dict[frozenset[str], ox.Store] = {}
        self._opened: Path | None = None
        self._lock = RLock()  # held by who changes any of these

    @classmethod
    def opened(cls, path: Path) -> "Dataset":
        """Return the dataset in a folder of Oxigraph's, whose default graph is the merge; it cannot be changed.

        Raises OSError where there is none. Any number of processes may have it open (`samspil.store.disk`).
        """
        dataset = cls()
        dataset._store = ox.Store.read_only(str(path))
        dataset._opened = path
        return dataset

    @property
    def folder(self) -> Path | None:
        """The folder that it was opened from, if it was."""
        return self._opened

    @property
    def store(self) -> ox.Store:
        """The store with the named graphs, in whose default graph each of their statements stands once.

        Those in APART are left out of it. For reading: change graphs with add and remove.
        """
        with self._lock:
            self._update_merge()
            return self._named()

    @property
    def merge(self) -> ox.Store:
        """A store in whose default graph each statement stands once; it may lack named graphs. For reading."""
        if not self._merged:
            self._update_merge()
        return self._store

    def answering(self, query: str) -> ox.Store:
        """Return the store for a query over the merge: one with the named graphs when the query may name one."""
        return self.store if _NAMES_GRAPHS.search(bare(query).text) else self.merge

    def add(self, graph_iri: str, triples: Iterable[ox.Triple]) -> None:
        """Add triples to a graph, which exists from then on even when there are none."""
        self._check_writable()
        kept = list(triples)
        with self._lock:
            if self._merged and graph_iri not in APART:
                self._store.bulk_extend(map(_quad, kept))
            self._waiting.append((graph_iri, kept))
            self._views.clear()

    def load(self, graph_iri: str, path: Path) -> None:
        """Add the triples of a Turtle file to a graph, without making a Python object of each.

        Raises what read_turtle raises; the dataset is then as it was.
        """
        self._check_writable()
        with self._lock:
            self._read(path, ox.NamedNode(graph_iri))
            self._store.add_graph(ox.NamedNode(graph_iri))
            self._merged = self._merged and graph_iri in APART
            self._views.clear()
            self.files[graph_iri] = path

    def load_sources(self, files: Mapping[str, Path]) -> None:
        """Add the triples of Turtle files to the merge, and to their graphs when something asks for these.

        Raises what read_turtle raises; the files before are then in the dataset. The sources of a register have no
        blank nodes; where one has, its name in the merge is another than in its graph.
        """
        self._check_writable()
        with self._lock:
            self._update_merge()
            self._views.clear()
            for graph_iri, path in files.items():
                if graph_iri in APART:
                    self.load(graph_iri, path)
                else:
                    self._waiting.append((graph_iri, self._read(path, ox.DefaultGraph())))
                    self.files[graph_iri] = path

    def remove(self, graph_iri: str) -> None:
        """Remove a graph with all that it says; one that is not there is removed already."""
        self._check_writable()
        with self._lock:
            if graph_iri in self.graphs():
                self._named().remove_graph(ox.NamedNode(graph_iri))
                self.files.pop(graph_iri, None)
                self._merged = self._merged and graph_iri in APART
                self._views.clear()

    def graphs(self) -> list[str]:
        """Return the IRIs of the graphs, sorted."""
        with self._lock:
            waiting = {graph_iri for graph_iri, _ in self._waiting}
            return sorted(waiting | {name.value for name in self._store.named_graphs()})

    def merged(self) -> list[str]:
        """Return the IRIs of the graphs whose statements are in the merge, sorted: all but those in APART."""
        return [name for name in self.graphs() if name not in APART]

    def triples(self, graph_iri: str) -> Iterator[ox.Triple]:
        """Yield the triples of one graph, in no order that is meant."""
        pattern = self._named().quads_for_pattern(None, None, None, ox.NamedNode(graph_iri))
        return (quad.triple for quad in pattern)

    def quads(self) -> Iterator[ox.Quad]:
        """Yield the statements of every named graph, in no order that is meant."""
        for graph_iri in self.graphs():
            yield from self._named().quads_for_pattern(None, None, None, ox.NamedNode(graph_iri))

    def count(self, graph_iri: str | None = None) -> int:
        """Return the number of statements of one graph, or of all: one that two graphs make counts twice."""
        names: list[ox.NamedNode | ox.BlankNode] | None = [ox.NamedNode(graph_iri)] if graph_iri else None
        found = cast("ox.QuerySolutions", self._named().query(_COUNT, named_graphs=names))
        return sum(int(row["n"].value) for row in found)

    def view(self, graphs: Sequence[str] | None = None) -> ox.Store:
        """Return a store with the given graphs as named graphs and their merge as the default graph.

        Without `graphs` it is the store itself; a copy of some of the graphs is kept until something changes.
        """
        chosen = frozenset(self.graphs() if graphs is None else graphs)
        if chosen == frozenset(self.graphs()):
            return self.store
        with self._lock:
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
        store = self.answering(query) if graphs is None else self.view(graphs)
        try:
            return store.query(query)
        except SyntaxError as error:
            raise readable(query, str(error.msg)) from error

    def _check_writable(self) -> None:
        """Raise ReadOnlyStore for a dataset that was opened."""
        if self._opened is not None:
            raise ReadOnlyStore(self._opened)

    def _named(self) -> ox.Store:
        """Put what waits into its named graphs, and return the store; its merge stays as it is."""
        with self._lock:
            for graph_iri, given in self._waiting:
                name = ox.NamedNode(graph_iri)
                if isinstance(given, bytes):
                    self._store.bulk_load(given, ox.RdfFormat.TURTLE, to_graph=name)
                else:
                    self._store.bulk_extend(_quad(triple, name) for triple in given)
                self._store.add_graph(name)
            self._waiting.clear()
            return self._store

    def _update_merge(self) -> None:
        """Make the merge that of the named graphs as they are, and of what waits."""
        with self._lock:
            if not self._merged:
                self._named().update(_MERGE)
                self._merged = True

    def _read(self, path: Path, graph: ox.NamedNode | ox.DefaultGraph) -> bytes:
        """Add the triples of a Turtle file to a graph of the store as it is, and return the file's bytes."""
        data = read_bytes(path)
        try:
            self._store.bulk_load(data, ox.RdfFormat.TURTLE, to_graph=graph)
        except SyntaxError as error:
            raise syntax_error(path, data, error) from error
        return data

    def _copy(self, graphs: Sequence[str]) -> ox.Store:
        """Return a new store with some of the graphs, and their merge, of which those in APART are no part."""
        copy = ox.Store()
        for name in map(ox.NamedNode, graphs):
            copy.bulk_extend(self._named().quads_for_pattern(None, None, None, name))
        copy.update(_MERGE)
        return copy


def read_dataset(project: Project) -> Dataset:
    """Read the ontology and the data of a register, each file into the graph that its stem names.

    Raises what read_turtle raises; BadFileName, ReservedGraph or DuplicateGraph for the names of files;
    BlankNode, UnknownTerm, PeriodError or DuplicateIdentifier for what stands in the data.
    """
    ontology, data = graph_files(project)
    dataset = Dataset()
    for graph_iri, path in ontology.items():
        dataset.load(graph_iri, path)
    model = read_model(dataset.merge)
    dataset.load_sources(data)
    if not is_sound(dataset.merge, model):
        check_data(dataset.store, tuple(ontology), data)
    return dataset


def _quad(triple: ox.Triple, graph: ox.NamedNode | None = None) -> ox.Quad:
    """Return a triple as a statement of a graph, without one of the default graph."""
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)
