"""What must hold of a term, as its shapes say it (SHACL): the rule in words, how grave a breach is, whom it binds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from samspil.namespaces import RDF, RDFS, SH
from samspil.server.linked import Name, reader_of
from samspil.server.rendering import page
from samspil.server.site import site_of
from samspil.server.terms.looking import Look, Shown
from samspil.server.terms.places import places

__all__ = ["Rule", "rules_of_class", "rules_of_property", "shape_page"]

# Ways of a path in which a property may stand (SHACL, 2.3.1), and places in a list.
_STEPS: Final = ("inversePath", "alternativePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath")
_UP: Final = (*(SH + step for step in _STEPS), f"{RDF}first", f"{RDF}rest")
_BOUNDS: Final = (
    "minCount",
    "maxCount",
    "datatype",
    "class",
    "nodeKind",
    "pattern",
    "minInclusive",
    "maxInclusive",
)


@dataclass(frozen=True)
class Rule:
    """A rule: its shape, its message, what it is about, and `Violation`, `Warning` or `Info`."""

    shape: Shown
    message: Shown
    about: Shown | None
    severity: str


def rules_of_class(look: Look, node: ox.NamedNode) -> list[Rule]:
    """Return the rules that bind the things of a class."""
    shapes = {shape for shape in look.subjects(node, f"{SH}targetClass") if isinstance(shape, ox.NamedNode)}
    return _in_order(look, {rule for shape in shapes for rule in _parts(look, shape)})


def rules_of_property(look: Look, node: ox.NamedNode) -> list[Rule]:
    """Return the rules about the values of a property, wherever it stands in their path."""
    found = set[ox.NamedNode]()
    paths: list[ox.NamedNode | ox.BlankNode] = [node, *_above(look, node)]
    for path in paths:
        found |= {shape for shape in look.subjects(path, f"{SH}path") if isinstance(shape, ox.NamedNode)}
    return _in_order(look, found)


def shape_page(request: Request, lang: str, name: Name) -> Response:
    """Return the page about a shape: its rule in words, whom it binds, and its parts."""
    look, shape = Look(reader_of(site_of(request)), lang), ox.NamedNode(name.iri)
    owners = [owner for owner in look.subjects(shape, f"{SH}property") if isinstance(owner, ox.NamedNode)]
    classes = {
        end for node in (shape, *owners) for end in look.reader.values(node, ox.NamedNode(f"{SH}targetClass"))
    }
    values = {
        "name": name,
        "at": places(request, lang),
        "label": look.shown(shape).words,
        "rule": _rule(look, shape),
        "description": look.text(shape, f"{SH}description"),
        "classes": look.sorted(classes),
        "subjects": look.things(shape, f"{SH}targetSubjectsOf"),
        "properties": look.things(shape, f"{SH}path"),
        "bounds": list(_bounds(look, shape)),
        "owners": look.sorted(owners),
        "parts": _in_order(look, set(_parts(look, shape))),
    }
    return page(request, lang, "shape.html", values)


def _parts(look: Look, shape: ox.NamedNode) -> Iterator[ox.NamedNode]:
    """Yield the property shapes of a shape that have a name."""
    for part in look.reader.values(shape, ox.NamedNode(f"{SH}property")):
        if isinstance(part, ox.NamedNode):
            yield part


def _above(look: Look, node: ox.NamedNode | ox.BlankNode) -> Iterator[ox.BlankNode]:
    """Yield the nameless nodes of paths and lists in which a property stands."""
    for predicate in _UP:
        for above in look.subjects(node, predicate):
            if isinstance(above, ox.BlankNode):
                yield above
                yield from _above(look, above)


def _in_order(look: Look, shapes: set[ox.NamedNode]) -> list[Rule]:
    """Return rules in the order that their shapes state."""

    def place(shape: ox.NamedNode) -> tuple[int, str]:
        order = look.text(shape, f"{SH}order")
        return int(order.words) if order and order.words.isdigit() else 10**6, shape.value

    return [rule for shape in sorted(shapes, key=place) if (rule := _rule(look, shape))]


def _rule(look: Look, shape: ox.NamedNode) -> Rule | None:
    """Return the rule of a shape, None for one that says nothing itself."""
    message = look.text(shape, f"{SH}message") or look.text(shape, f"{SH}description")
    if message is None:
        return None
    path = look.things(shape, f"{SH}path")
    severity = look.things(shape, f"{SH}severity")
    name = look.text(shape, f"{SH}name") or look.text(shape, f"{RDFS}label")
    shown = Shown(name.words if name else look.shown(shape).words, iri=shape.value)
    return Rule(shown, message, path[0] if path else None, severity[0].kind if severity else "Violation")


def _bounds(look: Look, shape: ox.NamedNode) -> Iterator[tuple[str, list[Shown]]]:
    """Yield the constraints of a shape that a row can say."""
    for bound in _BOUNDS:
        if found := look.things(shape, SH + bound):
            yield bound, found
