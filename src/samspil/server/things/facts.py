"""What no section of a page tells: the remaining statements of a thing, and the remaining ones about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from itertools import islice
from typing import Final

import pyoxigraph as ox
from babel import Locale

from samspil.collation import sort_key
from samspil.namespaces import DCT, ORG, PROV, RDF, SAM, SKOS
from samspil.server.things.paths import Step
from samspil.server.things.reading import Node, Words
from samspil.server.things.sheets import Sheet, Value
from samspil.server.things.terms import Terms

__all__ = ["Fact", "Reference", "facts", "names_elsewhere", "references"]

# What a page says in a place of its own: its types and names, and how it is known.
_ELSEWHERE: Final = frozenset(
    (
        RDF + "type",
        SKOS + "prefLabel",
        PROV + "wasDerivedFrom",
        *(SAM + name for name in ("mentionedIn", "basis", "interpretationNote")),
    )
)
# What the rules of the ontology derive from nodes that the page shows (rules 30, 40, 50 and 60).
_DERIVED: Final = frozenset(
    (*(ORG + name for name in ("memberOf", "hasMember", "classification")), SKOS + "altLabel")
)


@dataclass(frozen=True)
class Fact:
    """A property of a thing with its values."""

    property: Words
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Reference:
    """A thing that refers to the one of the page, of which types, and by which property."""

    thing: Value
    types: tuple[Words, ...]
    property: Words


def facts(sheet: Sheet, terms: Terms, told: Set[str]) -> list[Fact]:
    """Return what is said of the thing, but for the properties that are told, by the names of the properties."""
    said: defaultdict[str, list[Node]] = defaultdict(list)
    for property, value in sheet.reader.statements(sheet.iri):
        said[property].append(value)
    kept = {
        property: left
        for property, values in said.items()
        if property not in _ELSEWHERE | _DERIVED | terms.derived | told
        and (left := _left(property, values, said, terms))
    }
    found = [
        Fact(sheet.reader.name(property), _texts(property, values, sheet))
        for property, values in kept.items()
    ]
    return sorted(found, key=lambda fact: sort_key(fact.property.text, sheet.lang))


def references(sheet: Sheet, terms: Terms) -> tuple[list[Reference], bool]:
    """Return what refers to the thing and stands nowhere on the page yet, and whether there is more."""
    found: list[Reference] = []
    for property in terms.referring:
        near = sheet.reader.near(ox.NamedNode(sheet.iri), Step(property, back=True))
        found += _references(property, islice(near, 2 * sheet.most), sheet)
        if len(found) > sheet.most:
            break
    ordered = sorted(found[: sheet.most], key=lambda one: sort_key(one.thing.text, sheet.lang))
    return ordered, len(found) > sheet.most


def names_elsewhere(sheet: Sheet) -> list[Words]:
    """Return what the thing is called in the other languages, where that is another name."""
    own = sheet.reader.name(sheet.iri)
    terms = sheet.reader.values(sheet.iri, SKOS + "prefLabel")
    texts = [Words(t.value, t.language or "") for t in terms if isinstance(t, ox.Literal)]
    return [words for words in sorted(texts, key=lambda w: w.lang) if words.text != own.text]


def _references(property: str, near: Iterable[Node], sheet: Sheet) -> list[Reference]:
    """Return those that refer to the thing by a property, but for those that the page has."""
    new = [one.value for one in near if isinstance(one, ox.NamedNode) and one.value not in sheet.shown]
    read = sheet.reader
    return [
        Reference(sheet.link(one), tuple(map(read.name, read.types(one))), read.name(property)) for one in new
    ]


def _left(property: str, values: list[Node], said: dict[str, list[Node]], terms: Terms) -> list[Node]:
    """Return the values of a property that no narrower one has."""
    narrower = [one for one in said if property in terms.wider.get(one, ())]
    implied = {value for one in narrower for value in said[one]}
    return [value for value in values if value not in implied]


def _texts(property: str, values: list[Node], sheet: Sheet) -> tuple[Value, ...]:
    """Return values for people: of texts in several languages those of the page's, and languages by name."""
    if property == DCT + "language":
        names = Locale.parse(sheet.lang).languages
        return tuple(Value(names.get(value.value, value.value)) for value in values)
    own = [v for v in values if isinstance(v, ox.Literal) and v.language == sheet.lang]
    return tuple(sorted(map(sheet.value, own or values), key=lambda value: sort_key(value.text, sheet.lang)))
