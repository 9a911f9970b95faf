"""A description in each of its forms: the RDF syntaxes, JSON-LD for people, and CSV with labels."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from typing import Final

import pyoxigraph as ox

from samspil.dataset import serialize
from samspil.errors import BlankNode
from samspil.formats import canonical_turtle, ordered
from samspil.server.linked.description import LABELS
from samspil.server.linked.jsonld import to_jsonld

__all__ = ["as_csv", "written"]

_Write = Callable[[Iterable[ox.Triple], ox.NamedNode], bytes]

# Suffix to the writer of an RDF form.
_WRITERS: Final[dict[str, _Write]] = {
    "ttl": lambda triples, _thing: _turtle(triples),
    "nt": lambda triples, _thing: serialize(triples, "nt"),
    "rdf": lambda triples, _thing: serialize(triples, "rdfxml"),
    "jsonld": lambda triples, thing: to_jsonld(triples, (thing,)),
    "json": lambda triples, thing: to_jsonld(triples, (thing,)),
}

_HEADINGS: Final = ("subject", "subjectLabel", "predicate", "predicateLabel", "object", "objectLabel", "type")


def written(triples: Iterable[ox.Triple], thing: ox.NamedNode, suffix: str) -> bytes:
    """Return statements in an RDF form. Raises NotExpressible for what RDF/XML cannot hold."""
    return _WRITERS[suffix](triples, thing)


def as_csv(triples: Iterable[ox.Triple], lang: str) -> bytes:
    """Return statements as rows with labels beside IRIs (RFC 4180); `type` is the language or the datatype."""
    kept = ordered(set(triples))
    labels = _labels(kept, lang)
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(_HEADINGS)
    for triple in kept:
        value = triple.object
        kind = (value.language or value.datatype.value) if isinstance(value, ox.Literal) else ""
        writer.writerow([*(cell for term in triple for cell in (_text(term), labels.get(term, ""))), kind])
    return target.getvalue().encode()


def _labels(triples: Iterable[ox.Triple], lang: str) -> dict[object, str]:
    """Return what each thing is called in a language, else in another, as the statements themselves say."""
    found = [
        triple for triple in triples if triple.predicate in LABELS and isinstance(triple.object, ox.Literal)
    ]

    def last(triple: ox.Triple) -> tuple[bool, int]:
        own = isinstance(triple.object, ox.Literal) and triple.object.language == lang
        return own, -LABELS.index(triple.predicate)

    return {triple.subject: _text(triple.object) for triple in sorted(found, key=last)}


def _text(term: object) -> str:
    """Return a term as it is."""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _turtle(triples: Iterable[ox.Triple]) -> bytes:
    """Return Turtle; blank nodes, which only shapes have, are named after their place in the graph."""
    try:
        return canonical_turtle(triples).encode()
    except BlankNode:
        return serialize(triples, "turtle")
