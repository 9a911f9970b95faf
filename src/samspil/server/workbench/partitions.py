"""What a register is made of, counted: its classes, its properties, and which properties each class has.

Completion is made of it, and it can be said in VoID (https://www.w3.org/TR/void/, 4.5), where editors that others have
made look for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox

from samspil.namespaces import VOID, XSD
from samspil.store import Rows, Store
from samspil.wording import short

__all__ = ["Partitions", "partitions", "triples"]

_CLASSES: Final = "SELECT ?class (COUNT(*) AS ?n) WHERE { ?thing a ?class } GROUP BY ?class"
_PROPERTIES: Final = "SELECT ?property (COUNT(*) AS ?n) WHERE { ?thing ?property ?value } GROUP BY ?property"
_OF_CLASSES: Final = """
SELECT ?class ?property (COUNT(*) AS ?n) WHERE { ?thing a ?class ; ?property ?value } GROUP BY ?class ?property"""


@dataclass(frozen=True)
class Partitions:
    """How many things each class has, how many statements each property, and each property of each class; by IRI."""

    classes: Mapping[str, int]
    properties: Mapping[str, int]
    of_classes: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def partitions(store: Store) -> Partitions:
    """Return the counts of a register, by IRI in order. Three questions that read everything: keep the answer."""
    of: dict[str, dict[str, int]] = {}
    for (class_, property_), number in _counted(store.select(_OF_CLASSES)):
        of.setdefault(class_, {})[property_] = number
    classes, properties = (_counted(store.select(query)) for query in (_CLASSES, _PROPERTIES))
    return Partitions({iri: n for (iri,), n in classes}, {iri: n for (iri,), n in properties}, of)


def triples(found: Partitions, dataset: str) -> list[ox.Triple]:
    """Return the counts as class and property partitions of a VoID dataset, each under an IRI of its own."""
    whole = ox.NamedNode(dataset)
    said = [*_properties(whole, found.properties)]
    for class_, number in found.classes.items():
        part = _part(whole, "class", class_)
        said += [_is(whole, "classPartition", part), _is(part, "class", ox.NamedNode(class_))]
        said += [_is(part, "entities", _number(number)), *_properties(part, found.of_classes.get(class_, {}))]
    return said


def _counted(rows: Rows) -> list[tuple[list[str], int]]:
    """Return the IRIs and the count of each row, in order; what is no IRI is no class."""
    found = [row for row in rows if all(isinstance(term, ox.NamedNode) for term in row[:-1])]
    return sorted(([str(getattr(term, "value", "")) for term in row[:-1]], _count(row[-1])) for row in found)


def _count(term: object) -> int:
    """Return the number that a count is."""
    return int(getattr(term, "value", 0))


def _properties(subject: ox.NamedNode, counts: Mapping[str, int]) -> Iterator[ox.Triple]:
    """Yield the property partitions of a dataset or of a part of it."""
    for property_, number in counts.items():
        part = _part(subject, "property", property_)
        yield _is(subject, "propertyPartition", part)
        yield _is(part, "property", ox.NamedNode(property_))
        yield _is(part, "triples", _number(number))


def _part(whole: ox.NamedNode, kind: str, iri: str) -> ox.NamedNode:
    """Return the IRI of a part: that of the whole, with the kind and the term in its fragment."""
    joint = "&" if "#" in whole.value else "#"
    return ox.NamedNode(f"{whole.value}{joint}{kind}={quote(short(iri), safe=':')}")


def _is(subject: ox.NamedNode, term: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    """Return a triple with a property of VoID."""
    return ox.Triple(subject, ox.NamedNode(VOID + term), value)


def _number(number: int) -> ox.Literal:
    """Return a number as a literal."""
    return ox.Literal(str(number), datatype=ox.NamedNode(f"{XSD}integer"))
