"""Looking things up for a page in a language: texts, labels, values, what names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

import pyoxigraph as ox

from samspil.collation import sort_key
from samspil.server.linked import Reader
from samspil.wording import short, spoken

__all__ = ["MOST", "Look", "Shown"]

MOST: Final = 1000  # of the uses of a term that are counted

_Node = ox.NamedNode | ox.BlankNode


@dataclass(frozen=True)
class Shown:
    """A term on a page: its words, the language they are in where that is another than the page's, and its IRI."""

    words: str
    lang: str | None = None
    iri: str = ""

    @property
    def kind(self) -> str:
        """Return the last part of its IRI, by which the style sheet of types knows it."""
        return self.iri.replace("#", "/").rpartition("/")[2]


@dataclass(frozen=True)
class Look:
    """A reader of the register with the language of a page."""

    reader: Reader
    lang: str

    def shown(self, term: object) -> Shown:
        """Return a term as a page shows it."""
        if isinstance(term, ox.NamedNode):
            return Shown(self.reader.label(term, self.lang) or short(term.value), iri=term.value)
        if isinstance(term, ox.Literal):
            other = term.language if term.language and term.language != self.lang else None
            return Shown(spoken(term, self.lang), other)
        return Shown(str(term))

    def text(self, node: _Node, predicate: str) -> Shown | None:
        """Return the text of a property in the language of the page, else in another; None without one."""
        found = self.texts(node, predicate)
        return found[0] if found else None

    def texts(self, node: _Node, predicate: str) -> list[Shown]:
        """Return the texts of a property in the language of the page; without one those in another."""
        values = self.reader.values(node, ox.NamedNode(predicate))
        literals = [value for value in values if isinstance(value, ox.Literal)]
        own = [value for value in literals if value.language in (self.lang, None)] or literals
        return sorted((self.shown(value) for value in own), key=self.order)

    def things(self, node: _Node, predicate: str) -> list[Shown]:
        """Return the values of a property, by their labels."""
        return self.sorted(self.reader.values(node, ox.NamedNode(predicate)))

    def naming(self, node: ox.NamedNode, predicate: str) -> list[Shown]:
        """Return what has a node as the value of a property, by its label."""
        return self.sorted(self.subjects(node, predicate))

    def subjects(self, node: _Node, predicate: str) -> Iterator[ox.NamedNode | ox.BlankNode]:
        """Yield what has a node as the value of a property."""
        for store in (self.reader.register, self.reader.beside):
            for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), node, ox.DefaultGraph()):
                if not isinstance(quad.subject, ox.Triple):
                    yield quad.subject

    def uses(self, predicate: ox.NamedNode) -> Iterator[ox.Triple]:
        """Yield the statements of the register that a property makes, as many as are counted."""
        quads = self.reader.register.quads_for_pattern(None, predicate, None, ox.DefaultGraph())
        for quad in islice(quads, MOST + 1):
            yield quad.triple

    def order(self, shown: Shown) -> tuple[Any, str]:
        """Return the key by which terms are sorted as the language of the page does."""
        return sort_key(shown.words, self.lang), shown.iri

    def sorted(self, nodes: Iterable[object]) -> list[Shown]:
        """Return terms as a page shows them, by their words."""
        found = {self.shown(node) for node in nodes if not isinstance(node, ox.BlankNode)}
        return sorted(found, key=self.order)
