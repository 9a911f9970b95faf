"""The terms of the ontology as its documentation orders them: classes as a tree, properties by whom they belong to."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from samspil.namespaces import OWL, RDF, RDFS, SAM, SCHEMA, SKOS
from samspil.server.terms.looking import Look, Shown

__all__ = ["Branch", "Entry", "concept_schemes", "entry", "is_class", "properties", "relations", "tree"]


@dataclass(frozen=True)
class Entry:
    """A term in a list: what it is called, what it means, and what it takes."""

    term: Shown
    definition: Shown | None
    values: tuple[Shown, ...] = ()


@dataclass(frozen=True)
class Branch:
    """A class with those beneath it."""

    entry: Entry
    narrower: tuple[Branch, ...]
    ours: bool


def entry(look: Look, node: ox.NamedNode) -> Entry:
    """Return a term as a list shows it."""
    values = tuple(look.things(node, f"{SCHEMA}rangeIncludes"))
    return Entry(look.shown(node), look.text(node, f"{SKOS}definition"), values)


def is_class(look: Look, node: ox.NamedNode) -> bool:
    """Tell whether a term is a class."""
    return ox.NamedNode(f"{OWL}Class") in set(look.reader.values(node, ox.NamedNode(f"{RDF}type")))


def tree(look: Look) -> tuple[Branch, ...]:
    """Return our classes as a tree, below those of others that they specialise."""
    above = {shown: _directly_above(look, shown) for shown in _ours(look, "Class")}
    waiting = [other for found in above.values() for other in found]
    while waiting:
        other = waiting.pop()
        if other not in above:
            above[other] = _directly_above(look, other)
            waiting += above[other]
    roots = [shown for shown, found in above.items() if not found]
    return _branches(look, roots, above)


def _branches(look: Look, these: list[Shown], above: dict[Shown, list[Shown]]) -> tuple[Branch, ...]:
    """Return classes with those beneath them, by their labels."""
    return tuple(
        Branch(
            entry(look, ox.NamedNode(shown.iri)),
            _branches(look, [one for one, found in above.items() if shown in found], above),
            shown.iri.startswith(SAM),
        )
        for shown in sorted(these, key=look.order)
    )


def _directly_above(look: Look, shown: Shown) -> list[Shown]:
    """Return the classes just above one: the register has those above these too. None is above itself."""
    broader = [one for one in look.things(ox.NamedNode(shown.iri), f"{RDFS}subClassOf") if one != shown]
    beyond = {
        other
        for one in broader
        for other in look.things(ox.NamedNode(one.iri), f"{RDFS}subClassOf")
        if other not in (one, shown)
    }
    return [one for one in broader if one not in beyond and one.iri != f"{OWL}Thing"]


def properties(look: Look) -> list[tuple[str, list[Entry]]]:
    """Return our properties by kind: between things, with a text or a number, and those about terms."""
    kinds = ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")
    return [(kind, [entry(look, ox.NamedNode(shown.iri)) for shown in _ours(look, kind)]) for kind in kinds]


def relations(look: Look) -> list[Entry]:
    """Return what is drawn as a line or a shape, in the order of the legend."""
    drawn = [triple.subject for triple in look.uses(ox.NamedNode(f"{SAM}drawingOrder"))]

    def place(node: ox.NamedNode) -> int:
        order = look.text(node, f"{SAM}drawingOrder")
        return int(order.words) if order and order.words.isdigit() else 10**6

    named = [node for node in drawn if isinstance(node, ox.NamedNode)]
    return [entry(look, node) for node in sorted(named, key=place)]


def concept_schemes(look: Look) -> list[tuple[Shown, list[Shown]]]:
    """Return the concept schemes with their concepts."""
    schemes = look.naming(ox.NamedNode(f"{SKOS}ConceptScheme"), f"{RDF}type")
    return [(scheme, look.naming(ox.NamedNode(scheme.iri), f"{SKOS}inScheme")) for scheme in schemes]


def _ours(look: Look, kind: str) -> list[Shown]:
    """Return our terms of a kind, by their labels."""
    found = look.naming(ox.NamedNode(OWL + kind), f"{RDF}type")
    return [shown for shown in found if shown.iri.startswith(SAM)]
