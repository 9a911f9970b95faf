"""Names whose data is a graph: the ontology with all its terms, the concepts, the shapes, each source by itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from samspil import identifiers
from samspil.formats import read_turtle
from samspil.namespaces import BASE
from samspil.server.linked.names import Name
from samspil.server.site import Site

__all__ = ["graph_of", "triples_of"]

_SHAPES: Final = f"{BASE}shape/"

# Tail of a name to the graph that says all of it.
_GRAPHS: Final = {
    "model/": identifiers.graph("model"),
    "concept/": identifiers.graph("concepts"),
    "shape/": _SHAPES,
}


def graph_of(site: Site, name: Name) -> str | None:
    """Return the graph that a name means, None for a name that means none."""
    graph = _GRAPHS.get(name.tail, name.iri)
    return graph if graph == _SHAPES or graph in site.dataset.graphs() else None


def triples_of(site: Site, graph: str) -> Iterable[ox.Triple]:
    """Return the statements of a graph; the shapes are in none, so their files are read."""
    if graph == _SHAPES:
        return {triple for path in site.register.project.shape_files() for triple in read_turtle(path)}
    return site.dataset.triples(graph)
