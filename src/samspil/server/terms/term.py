"""The page about a term: a class, a property or a concept, as the ontology and the register tell of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from samspil.namespaces import BASE, OWL, RDF, RDFS, SAM, SCHEMA, SKOS
from samspil.server.linked import Name, reader_of
from samspil.server.rendering import page
from samspil.server.site import site_of
from samspil.server.terms.looking import MOST, Look, Shown
from samspil.server.terms.places import places
from samspil.server.terms.shapes import rules_of_class, rules_of_property
from samspil.server.terms.vocabulary import Entry, entry, is_class

__all__ = ["concept_page", "scheme_page", "term_page"]

_EXAMPLES: Final = 24
_TYPE: Final = ox.NamedNode(f"{RDF}type")

# Property of SKOS to what a match is called (SKOS, 10).
_MATCHES: Final = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")


@dataclass(frozen=True)
class _Uses:
    """How often a term is used, whether that is only what was counted, and some of what uses it."""

    number: int
    more: bool
    examples: list[tuple[Shown, Shown | None]]


def term_page(request: Request, lang: str, name: Name) -> Response:
    """Return the page about a class or a property."""
    look, node = Look(reader_of(site_of(request)), lang), ox.NamedNode(name.iri)
    own = is_class(look, node)
    values = {
        **_told(request, look, node, name),
        "kind": "class" if own else "property",
        "rows": _rows(look, node, _CLASS if own else _PROPERTY),
        "properties": _properties(look, node) if own else [],
        "rules": rules_of_class(look, node) if own else rules_of_property(look, node),
        "uses": _instances(look, node) if own else _values(look, node),
        "symmetric": ox.NamedNode(f"{OWL}SymmetricProperty") in set(look.reader.values(node, _TYPE)),
    }
    return page(request, lang, "term.html", values)


def concept_page(request: Request, lang: str, name: Name) -> Response:
    """Return the page about a concept."""
    look, node = Look(reader_of(site_of(request)), lang), ox.NamedNode(name.iri)
    scheme = look.things(node, f"{SKOS}inScheme")
    values = {
        **_told(request, look, node, name),
        "kind": "concept",
        "scheme": scheme[0] if scheme else None,
        "rows": _rows(look, node, _CONCEPT),
        "properties": [],
        "rules": [],
        "uses": _naming(look, node),
        "symmetric": False,
    }
    return page(request, lang, "term.html", values)


def scheme_page(request: Request, lang: str, name: Name) -> Response:
    """Return the page about a concept scheme, with its concepts."""
    look, node = Look(reader_of(site_of(request)), lang), ox.NamedNode(name.iri)
    concepts = look.naming(node, f"{SKOS}inScheme")
    rows = [
        (entry(look, ox.NamedNode(one.iri)), _naming(look, ox.NamedNode(one.iri)).number) for one in concepts
    ]
    values = {**_told(request, look, node, name), "concepts": rows, "most": MOST}
    return page(request, lang, "scheme.html", values)


def _told(request: Request, look: Look, node: ox.NamedNode, name: Name) -> dict[str, object]:
    """Return what every page of a term shows."""
    return {
        "name": name,
        "at": places(request, look.lang),
        "label": look.shown(node),
        "definition": look.text(node, f"{SKOS}definition"),
        "examples": look.texts(node, f"{SKOS}example"),
        "notes": look.texts(node, f"{SKOS}scopeNote"),
        "matches": [(match, found) for match in _MATCHES if (found := look.things(node, SKOS + match))],
        "most": MOST,
    }


# Title of a row, whether the term is the value, and the property: what the page of each kind of term lists.
_Row = tuple[str, bool, str]


def _say(text: str) -> str:
    """Mark a text for the catalogues; the page says it in its own language."""
    return text


_CLASS: Final[tuple[_Row, ...]] = (
    (_say("Also called"), False, f"{SKOS}altLabel"),
    (_say("Broader"), False, f"{RDFS}subClassOf"),
    (_say("Narrower"), True, f"{RDFS}subClassOf"),
    (_say("Never at the same time"), False, f"{OWL}disjointWith"),
    (_say("Direct relation"), True, f"{SAM}shortcutFor"),
    (_say("Type in lists"), True, f"{SAM}classifies"),
)
_PROPERTY: Final[tuple[_Row, ...]] = (
    (_say("Also called"), False, f"{SKOS}altLabel"),
    (_say("Belongs to"), False, f"{SCHEMA}domainIncludes"),
    (_say("Takes"), False, f"{SCHEMA}rangeIncludes"),
    (_say("Broader"), False, f"{RDFS}subPropertyOf"),
    (_say("Narrower"), True, f"{RDFS}subPropertyOf"),
    (_say("Derived from"), False, f"{SAM}shortcutFor"),
)
_CONCEPT: Final[tuple[_Row, ...]] = (
    (_say("Also called"), False, f"{SKOS}altLabel"),
    (_say("Number or code"), False, f"{SKOS}notation"),
    (_say("Broader"), False, f"{SKOS}broader"),
    (_say("Narrower"), True, f"{SKOS}broader"),
    (_say("Related"), False, f"{SKOS}related"),
    (_say("The class of these"), False, f"{SAM}classifies"),
)


def _rows(look: Look, node: ox.NamedNode, rows: Iterable[_Row]) -> list[tuple[str, list[Shown]]]:
    """Return the rows that have something to show; of texts, those in the language of the page."""
    found = []
    for title, inverse, predicate in rows:
        values = look.naming(node, predicate) if inverse else look.things(node, predicate)
        own = [value for value in values if value.lang is None]
        if own:
            found.append((title, own))
    return found


def _properties(look: Look, node: ox.NamedNode) -> list[Entry]:
    """Return the properties that belong to a class itself."""
    return [entry(look, ox.NamedNode(shown.iri)) for shown in look.naming(node, f"{SCHEMA}domainIncludes")]


def _instances(look: Look, node: ox.NamedNode) -> _Uses:
    """Return the things of a class, as many as are counted."""
    found = list(islice(look.subjects(node, f"{RDF}type"), MOST + 1))
    things = [thing for thing in found[:_EXAMPLES] if isinstance(thing, ox.NamedNode)]
    return _Uses(min(len(found), MOST), len(found) > MOST, [(shown, None) for shown in look.sorted(things)])


def _values(look: Look, node: ox.NamedNode) -> _Uses:
    """Return the statements that a property makes, as many as are counted."""
    found = list(look.uses(node))
    examples = [(look.shown(triple.subject), look.shown(triple.object)) for triple in found[:_EXAMPLES]]
    return _Uses(
        min(len(found), MOST), len(found) > MOST, sorted(examples, key=lambda pair: look.order(pair[0]))
    )


def _naming(look: Look, node: ox.NamedNode) -> _Uses:
    """Return the things that a concept is said of, as many as are counted."""
    thing = f"{BASE}id/"
    found = [
        triple
        for triple in islice(look.reader.naming(node), MOST + 1)
        if isinstance(triple.subject, ox.NamedNode) and triple.subject.value.startswith(thing)
    ]
    users = {triple.subject for triple in found}
    examples = {triple.subject: triple.predicate for triple in found[:_EXAMPLES]}
    pairs = [(look.shown(subject), look.shown(predicate)) for subject, predicate in examples.items()]
    return _Uses(len(users), len(found) > MOST, sorted(pairs, key=lambda pair: look.order(pair[0])))
