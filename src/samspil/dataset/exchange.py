"""Statements outside a store: as bytes, as a hash, as rdflib has them, and what two sets of them do not share."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from samspil.dataset.graphs import Dataset
from samspil.formats import FORMATS, ordered, serialize_quads

if TYPE_CHECKING:
    import rdflib

__all__ = ["Difference", "canonical_hash", "compare", "from_rdflib", "serialize", "to_lines", "to_rdflib"]


@dataclass(frozen=True)
class Difference:
    """What one set of triples has that another lacks; both parts are sorted."""

    added: tuple[ox.Triple, ...]
    removed: tuple[ox.Triple, ...]

    def __bool__(self) -> bool:
        """Tell whether there is any difference."""
        return bool(self.added or self.removed)


def serialize(source: Iterable[ox.Triple] | Dataset, format: str) -> bytes:
    """Return triples or a dataset as turtle, trig, nt, nq, jsonld or rdfxml; the same input, the same bytes.

    Formats without graphs get the merge. Raises UnknownFormat, and NotExpressible for what a format lacks.
    """
    if not isinstance(source, Dataset):
        return serialize_quads(_quads(source), format)
    if format in FORMATS and not FORMATS[format].supports_datasets:
        return serialize_quads(_merge(source), format)
    return serialize_quads(source.quads(), format)


def canonical_hash(triples: Iterable[ox.Triple]) -> str:
    """Return the SHA-256, in hex, of the canonical N-Quads (RDFC-1.0) of a set of triples."""
    from hashlib import sha256  # which loads OpenSSL

    lines = serialize_quads(_quads(triples), "nq").splitlines(keepends=True)
    return sha256(b"".join(sorted(lines))).hexdigest()


def compare(left: Iterable[ox.Triple], right: Iterable[ox.Triple]) -> Difference:
    """Return what `right` adds to `left`, and what it removes.

    Blank nodes are the same only under the same name: rename them before, if there are any.
    """
    before, after = set(left), set(right)
    return Difference(added=tuple(ordered(after - before)), removed=tuple(ordered(before - after)))


def to_rdflib(dataset: Dataset, graphs: Sequence[str] | None = None) -> "rdflib.Graph":
    """Return the merge of graphs, of all in it without `graphs`, as an rdflib graph of its own."""
    import rdflib

    return rdflib.Graph().parse(data=to_lines(dataset, graphs), format="nt")


def to_lines(dataset: Dataset, graphs: Sequence[str] | None = None) -> bytes:
    """Return the merge of graphs, of all in it without `graphs`, in N-Triples and in no order."""
    if graphs is None:
        triples = (quad.triple for quad in _merge(dataset))
    else:
        triples = (triple for name in graphs for triple in dataset.triples(name))
    return ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""


def from_rdflib(graph: "rdflib.Graph") -> list[ox.Triple]:
    """Return the triples of an rdflib graph, sorted. Raises SyntaxError for an IRI that is none."""
    text = graph.serialize(format="nt", encoding="utf-8")
    return ordered({quad.triple for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)})


def _quads(triples: Iterable[ox.Triple]) -> Iterator[ox.Quad]:
    """Yield triples as statements of the default graph."""
    return (ox.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)


def _merge(dataset: Dataset) -> Iterator[ox.Quad]:
    """Yield the statements of the merge, which needs no named graph to be there."""
    return dataset.merge.quads_for_pattern(None, None, None, ox.DefaultGraph())
