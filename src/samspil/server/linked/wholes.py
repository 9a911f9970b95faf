"""Names whose data is a graph: the ontology with all its terms, the concepts, the shapes, each source by itself."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from samspil import identifiers
from samspil.formats import read_turtle
from samspil.server.linked.names import Name
from samspil.server.site import Site

__all__ = ["whole"]

# Tail of a name to the graph that says all of it.
_GRAPHS = {"model/": identifiers.graph("model"), "concept/": identifiers.graph("concepts")}


def whole(site: Site, name: Name) -> Iterable[ox.Triple] | None:
    """Return the statements of the graph that a name means, None for a name that means none."""
    if name.tail == "shape/":
        return {triple for path in site.register.project.shape_files() for triple in read_turtle(path)}
    graph = _GRAPHS.get(name.tail, name.iri)
    return site.dataset.triples(graph) if graph in site.dataset.graphs() else None
