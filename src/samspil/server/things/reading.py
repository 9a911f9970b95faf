"""What a register says of a thing, looked up by index from the thing: nothing here ever searches.

A page asks many small things of the same few nodes. Each is a look-up in an index of the store, some microseconds
whatever the register's size; a query would be parsed and planned each time. But the store goes through all that is said
of a thing to find one property of it, and actors with whom many work together, of whom much is said, are those whom
most pages name: their names are kept. The merge is what is read: no named graph is made for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import islice
from typing import Final, Protocol, TypeAlias, cast

import pyoxigraph as ox

from samspil.datewords import period_in_words
from samspil.namespaces import BASE, DCT, RDF, RDFS, SAM, SKOS, SKOSXL
from samspil.server.things.paths import Step, path_of
from samspil.settings import LANGUAGES

__all__ = ["LookUp", "Node", "Reader", "Words", "remembering"]

# What stands in a register: there are no blank nodes in its data.
Node: TypeAlias = ox.NamedNode | ox.Literal

# What gives the values of a property of a thing.
LookUp: TypeAlias = Callable[[str, str], list[Node]]

_MERGE: Final = ox.DefaultGraph()
_THINGS: Final = f"{BASE}id/"
_LITTLE: Final = 40  # statements about a thing
_ACTORS: Final = f"{_THINGS}actor/"
_REMEMBERED: Final = 20_000  # values of terms, some hundred of them, and names of actors: ten megabytes
_DOUBLES: Final = 4  # times as many steps as results are taken: many ways may lead to the same thing

# What a thing is called, the best first.
_NAMES: Final = (SKOS + "prefLabel", RDFS + "label", SKOSXL + "literalForm", DCT + "title", SKOS + "notation")


@dataclass(frozen=True, slots=True)
class Words:
    """A text for people, and its language where that is not the page's (WCAG 2.2, 3.1.2)."""

    text: str
    lang: str = ""


class Quad(Protocol):
    """A statement as the register has them."""

    subject: ox.NamedNode
    predicate: ox.NamedNode
    object: Node


class Reader:
    """Look-ups in the merge of a register's graphs, for one page in a language; what was found is kept."""

    def __init__(self, store: ox.Store, lang: str, shared: LookUp | None = None) -> None:
        """Take the store, whose default graph is the merge, the language, and what pages share (`remembering`)."""
        self._store = store
        self._shared = shared or partial(_looked_up, store)
        self.lang = lang
        self._labels: dict[str, Words] = {}
        self._names: dict[str, Words] = {}
        self._values: dict[tuple[str, str], list[Node]] = {}
        self._whole: dict[str, dict[str, list[Node]]] = {}

    def knows(self, iri: str) -> bool:
        """Tell whether anything is said of a thing."""
        return next(_quads(self._store, iri), None) is not None

    def statements(self, iri: str) -> list[tuple[str, Node]]:
        """Return property and value of all that is said of a thing."""
        return [(quad.predicate.value, quad.object) for quad in _quads(self._store, iri)]

    def values(self, iri: str, property: str) -> list[Node]:
        """Return the values of one property of a thing or a term."""
        if not iri.startswith(_THINGS) or (property == _NAMES[0] and iri.startswith(_ACTORS)):
            return self._shared(iri, property)
        if iri in self._whole:
            return self._whole[iri].get(property, [])
        key = (iri, property)
        if key not in self._values:
            self._values[key] = _looked_up(self._store, iri, property)
        return self._values[key]

    def take_in(self, iri: str) -> None:
        """Read all that is said of a thing at once, where that is little, for one whose properties are asked for."""
        said = list(islice(_quads(self._store, iri), _LITTLE + 1))
        if len(said) <= _LITTLE:
            whole = self._whole[iri] = {}
            for quad in said:
                whole.setdefault(quad.predicate.value, []).append(quad.object)

    def first(self, iri: str, property: str) -> str:
        """Return the text of one value of a property, or nothing."""
        return min((value.value for value in self.values(iri, property)), default="")

    def near(self, term: Node, step: Step) -> Iterator[Node]:
        """Yield what one step leads to; a literal has subjects and no properties."""
        if step.back:
            return (quad.subject for quad in _quads(self._store, None, step.property, term))
        if isinstance(term, ox.Literal):
            return iter(())
        return iter(self.values(term.value, step.property))

    def follow(self, iri: str, path: str, most: int = 1000) -> list[Node]:
        """Return at most so many of the terms that a path leads to, each once."""
        found: dict[Node, None] = {}
        for way in path_of(path):
            for term in islice(self._walk(ox.NamedNode(iri), way), _DOUBLES * most):
                found[term] = None
                if len(found) == most:
                    return list(found)
        return list(found)

    def things(self, iri: str, path: str, most: int = 1000) -> list[str]:
        """Return the IRIs of at most so many of the things that a path leads to."""
        return [term.value for term in self.follow(iri, path, most) if isinstance(term, ox.NamedNode)]

    def types(self, iri: str) -> list[str]:
        """Return the most precise of a thing's types."""
        every = {term.value for term in self.values(iri, RDF + "type")}
        wider = {term.value for one in every for term in self.values(one, RDFS + "subClassOf")}
        return sorted(every - wider)

    def label(self, iri: str) -> Words:
        """Return what a thing is called; a passage is named after its document too, as it says only where in it."""
        if iri not in self._labels:
            self._labels[iri] = self._found_label(iri)
        return self._labels[iri]

    def name(self, iri: str) -> Words:
        """Return a thing's own name, in the language of the page where it has one."""
        if iri not in self._names:
            named = (found for name in _NAMES if (found := self.values(iri, name)))
            texts = next(named, [])
            self._names[iri] = self.chosen(texts) if texts else Words(self._unnamed(iri))
        return self._names[iri]

    def chosen(self, terms: Iterable[Node]) -> Words:
        """Return the text in the language of the page, else in another one, which is told."""
        texts = sorted(
            (term for term in terms if isinstance(term, ox.Literal)),
            key=lambda term: (term.language != self.lang, term.language not in LANGUAGES, term.value),
        )
        return Words(texts[0].value, self.other(texts[0].language)) if texts else Words("")

    def other(self, language: str | None) -> str:
        """Return a language where it is another than the page's."""
        return language if language and language != self.lang else ""

    def _found_label(self, iri: str) -> Words:
        """Return what a thing is called."""
        own = self.name(iri)
        if not iri.startswith(f"{BASE}id/passage/"):
            return own
        whole = next((self.name(one) for one in self.things(iri, "dct:isPartOf", 1)), None)
        return Words(f"{whole.text}: {own.text}", own.lang or whole.lang) if whole else own

    def _unnamed(self, iri: str) -> str:
        """Return what to call a thing that has no name: its period in words, or the end of its IRI."""
        if period := self.first(iri, SAM + "edtf"):
            return period_in_words(period, self.lang)
        return iri.rstrip("/").rsplit("#", 1)[-1].rsplit("/", 1)[-1]

    def _walk(self, term: Node, way: tuple[Step, ...]) -> Iterator[Node]:
        """Yield what a way leads to from a term, as often as it leads there."""
        if not way:
            yield term
        else:
            for near in self.near(term, way[0]):
                yield from self._walk(near, way[1:])


def remembering(store: ox.Store) -> LookUp:
    """Return what looks up values and keeps them: pages name the same types, properties and well-known actors."""
    return lru_cache(_REMEMBERED)(partial(_looked_up, store))


def _looked_up(store: ox.Store, iri: str, property: str) -> list[Node]:
    """Return the values of one property of a thing."""
    return [quad.object for quad in _quads(store, iri, property)]


def _quads(
    store: ox.Store, subject: str | None, property: str | None = None, value: Node | None = None
) -> Iterator[Quad]:
    """Return the statements of the merge that fit."""
    about, by = ox.NamedNode(subject) if subject else None, _property(property) if property else None
    return cast("Iterator[Quad]", store.quads_for_pattern(about, by, value, _MERGE))


@cache
def _property(iri: str) -> ox.NamedNode:
    """Return a property as a term; there are as many as the model and the code name."""
    return ox.NamedNode(iri)
