"""What the register says about one thing, with what is needed to understand it: look-ups in an index, no query.

All statements about it; those that name it; the nodes between it and others (participations, names, numbers: each
comes from a passage) whole; their passages and the documents of these; the bounds of the times they state; the
labels of all that is mentioned. What names a thing may be very much, so that it comes page by page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import pyoxigraph as ox

from samspil import identifiers
from samspil.namespaces import BASE, DCT, EDTF, PROV, RDFS, SAM, SH, SKOS
from samspil.wording import short

__all__ = ["LABELS", "PAGE", "Description", "Reader"]

PAGE: Final = 250  # statements that name a thing, in one document

_ID: Final = f"{BASE}id/"
_ELSEWHERE: Final = (f"{BASE}shape/", f"{BASE}query/", f"{BASE}graph/", f"{_ID}dataset/")
_DERIVED: Final = ox.NamedNode(f"{PROV}wasDerivedFrom")
_PART: Final = ox.NamedNode(f"{DCT}isPartOf")
_LOCATOR: Final = ox.NamedNode(f"{SAM}locator")
_PASSAGES: Final = (_DERIVED, ox.NamedNode(f"{SAM}mentionedIn"))
# What a thing is called by, the first that it has.
LABELS: Final = tuple(map(ox.NamedNode, (f"{SKOS}prefLabel", f"{RDFS}label", f"{DCT}title", f"{SH}name")))

_Node = ox.NamedNode | ox.BlankNode


@dataclass(frozen=True)
class Description:
    """Statements about a thing; `sources` are the documents that they come from, `more` tells that a page follows."""

    thing: ox.NamedNode
    triples: frozenset[ox.Triple]
    sources: tuple[ox.NamedNode, ...]
    page: int
    more: bool


@dataclass(frozen=True)
class Reader:
    """Looks up in the register, and, for what is no thing, term or concept, in what is described beside it."""

    register: ox.Store
    beside: ox.Store

    def knows(self, iri: str) -> bool:
        """Tell whether anything is said about an IRI."""
        return any(True for _ in self.about(ox.NamedNode(iri)))

    def about(self, node: _Node) -> Iterator[ox.Triple]:
        """Yield the statements about a node."""
        for store in self._where(node):
            for quad in store.quads_for_pattern(node, None, None, ox.DefaultGraph()):
                yield quad.triple

    def naming(self, node: ox.NamedNode) -> Iterator[ox.Triple]:
        """Yield the statements whose value a node is."""
        for store in (self.register, self.beside):
            for quad in store.quads_for_pattern(None, None, node, ox.DefaultGraph()):
                yield quad.triple

    def values(
        self, node: _Node, predicate: ox.NamedNode
    ) -> Iterator[ox.NamedNode | ox.BlankNode | ox.Literal]:
        """Yield the values of a property of a node."""
        for store in self._where(node):
            for quad in store.quads_for_pattern(node, predicate, None, ox.DefaultGraph()):
                if not isinstance(quad.object, ox.Triple):
                    yield quad.object

    def label(self, node: ox.NamedNode, lang: str) -> str | None:
        """Return what a thing is called in a language, else in any, if it is called anything."""
        found = [triple.object for triple in self.labels(node) if isinstance(triple.object, ox.Literal)]
        best = min(found, key=lambda text: (text.language != lang, text.value), default=None)
        return best.value if best else None

    def title(self, iri: str, lang: str) -> str:
        """Return what a thing is called, or its IRI in short."""
        return self.label(ox.NamedNode(iri), lang) or short(iri)

    def labels(self, node: ox.NamedNode) -> list[ox.Triple]:
        """Return the statements of what a thing is called, by the first of the properties that say it."""
        for label in LABELS:
            found = [ox.Triple(node, label, value) for value in self.values(node, label)]
            if found:
                return found
        return []

    def describe(self, iri: str, page: int = 1) -> Description:
        """Return a page of the description of a thing; statements about it are on the first."""
        thing = ox.NamedNode(iri)
        start = (page - 1) * PAGE
        naming = list(islice(self.naming(thing), start, start + PAGE + 1))
        own = self._closed(self.about(thing)) if page == 1 else set()
        kept = own | set(naming[:PAGE])
        if iri.startswith(_ID):
            kept |= self._between(thing, kept)
        passages = self._whole(_values(kept, _PASSAGES))
        documents = _documents(kept | passages)
        kept |= passages | self._whole(documents)
        kept |= self._whole(_intervals(kept))
        kept |= self._labels(kept)
        sources = tuple(sorted(documents, key=str))
        return Description(thing, frozenset(kept), sources, page, len(naming) > PAGE)

    def _where(self, node: _Node) -> tuple[ox.Store, ...]:
        """Return the stores that may say something about a node: things stand in the register only, but for itself."""
        if isinstance(node, ox.NamedNode) and not node.value.startswith(_ELSEWHERE):
            return (self.register,)
        return (self.register, self.beside)

    def _between(self, thing: ox.NamedNode, triples: Iterable[ox.Triple]) -> set[ox.Triple]:
        """Return what is said of the nodes that tie a thing to others: those that come from a passage."""
        ends = {end for triple in triples for end in (triple.subject, triple.object)} - {thing}
        nodes = {end for end in ends if isinstance(end, ox.NamedNode) and end.value.startswith(_ID)}
        return self._whole(node for node in nodes if any(self.values(node, _DERIVED)))

    def _whole(self, nodes: Iterable[ox.NamedNode]) -> set[ox.Triple]:
        """Return all that is said of nodes."""
        return {triple for node in nodes for triple in self.about(node)}

    def _closed(self, triples: Iterable[ox.Triple]) -> set[ox.Triple]:
        """Return statements with what is said of the blank nodes in them, and so on."""
        kept, new = set[ox.Triple](), set(triples)
        while new:
            kept |= new
            nodes = {triple.object for triple in new if isinstance(triple.object, ox.BlankNode)}
            new = {triple for node in nodes for triple in self.about(node)} - kept
        return kept

    def _labels(self, triples: Iterable[ox.Triple]) -> set[ox.Triple]:
        """Return the labels of all that is mentioned."""
        mentioned = {term for triple in triples for term in triple if isinstance(term, ox.NamedNode)}
        return {label for node in mentioned for label in self.labels(node)}


def _values(triples: Iterable[ox.Triple], predicates: Sequence[ox.NamedNode]) -> set[ox.NamedNode]:
    """Return the things that are values of some properties."""
    return {
        triple.object
        for triple in triples
        if triple.predicate in predicates and isinstance(triple.object, ox.NamedNode)
    }


def _documents(triples: Iterable[ox.Triple]) -> set[ox.NamedNode]:
    """Return the documents that passages are part of; a place is part of another, and no passage has none."""
    passages = {triple.subject for triple in triples if triple.predicate == _LOCATOR}
    return _values((triple for triple in triples if triple.subject in passages), (_PART,))


def _intervals(triples: Iterable[ox.Triple]) -> set[ox.NamedNode]:
    """Return the intervals whose text is stated: the same text is the same interval."""
    texts = {
        triple.object.value
        for triple in triples
        if isinstance(triple.object, ox.Literal) and triple.object.datatype.value == f"{EDTF}EDTF"
    }
    return {ox.NamedNode(identifiers.interval(text)) for text in texts if text}
