"""Shapes for pySHACL in which property shapes have targets of their own.

pySHACL judges what a node shape asks of its properties one focus node at a time, and reads the property shape anew each
time: three quarters of a validation. A property shape that has the targets itself is read once for all of them, and
finds the same (SHACL 2.1.3 gives targets to shapes of either kind).
"""

from typing import Final

import rdflib
from rdflib.term import Node

from samspil.namespaces import SH

__all__ = ["with_targets"]

_PROPERTY: Final = rdflib.URIRef(SH + "property")
_TARGETS: Final = tuple(
    rdflib.URIRef(SH + name)
    for name in ("targetClass", "targetNode", "targetObjectsOf", "targetSubjectsOf", "target")
)
# What depends on the shape as a whole.
_WHOLE: Final = tuple(rdflib.URIRef(SH + name) for name in ("closed", "deactivated"))
_NODE_SHAPE: Final = rdflib.URIRef(SH + "NodeShape")
# Where a query names the targets, pySHACL knows a property shape by its type only.
_TYPED: Final = (rdflib.RDF.type, rdflib.URIRef(SH + "PropertyShape"))


def with_targets(shapes: rdflib.Graph) -> rdflib.Graph:
    """Return shapes that find the same, the targets of node shapes handed on to their property shapes."""
    made = rdflib.Graph()
    made += shapes
    for shape in set(shapes.subjects(_PROPERTY)):
        targets = [(name, target) for name in _TARGETS for target in shapes.objects(shape, name)]
        if targets and _can_do_without(shapes, shape):
            for part in shapes.objects(shape, _PROPERTY):
                made.remove((shape, _PROPERTY, part))
                for name, target in (*targets, _TYPED):
                    made.add((part, name, target))
    return made


def _can_do_without(shapes: rdflib.Graph, shape: Node) -> bool:
    """Tell whether a shape may lose its property shapes: nothing refers to it, and it is no class, its own target."""
    referred = (None, None, shape) in shapes
    more = set(shapes.objects(shape, rdflib.RDF.type)) - {_NODE_SHAPE}
    return not (referred or more or any((shape, name, None) in shapes for name in _WHOLE))
