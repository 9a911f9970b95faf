"""The page about a graph: which source it is, its licence, what it holds, and how to take just that away."""

from __future__ import annotations

from itertools import islice
from typing import Final

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from samspil.answers.words import grouped
from samspil.namespaces import DCT
from samspil.server.linked import Name, reader_of
from samspil.server.negotiation import MEDIA_TYPES
from samspil.server.rendering import page
from samspil.server.site import site_of
from samspil.server.terms.looking import Look
from samspil.server.terms.places import places

__all__ = ["graph_page"]

_SOURCES: Final = 12


def graph_page(request: Request, lang: str, name: Name) -> Response:
    """Return the page about a graph."""
    site = site_of(request)
    look, graph = Look(reader_of(site), lang), ox.NamedNode(name.iri)
    sources = look.things(graph, f"{DCT}source")
    modified = look.texts(graph, f"{DCT}modified")
    values = {
        "name": name,
        "at": places(request, lang),
        "label": look.text(graph, f"{DCT}title") or look.shown(graph),
        "licences": look.things(graph, f"{DCT}license"),
        "publishers": look.things(graph, f"{DCT}publisher"),
        "modified": modified[0] if modified else None,
        "sources": list(islice(sources, _SOURCES)),
        "others": sources[_SOURCES:],
        "grouped": grouped,
        "number": site.kept.once(f"count {name.tail}", lambda: site.dataset.count(name.iri)),
        "forms": [(suffix, media) for suffix, media in MEDIA_TYPES.items() if suffix not in ("html", "json")],
    }
    return page(request, lang, "graph.html", values)
