"""Which page shows what a name means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from samspil.namespaces import RDF, SKOS
from samspil.server.addresses import addresses_of
from samspil.server.linked import REGISTER, Name, reader_of
from samspil.server.site import site_of
from samspil.server.terms.graphs import graph_page
from samspil.server.terms.shapes import shape_page
from samspil.server.terms.statements import statements_page
from samspil.server.terms.term import concept_page, scheme_page, term_page
from samspil.server.things import thing_page

__all__ = ["page_about"]

_Page = Callable[[Request, str, Name], Response]


def page_about(request: Request, lang: str, name: Name) -> Response:
    """Return the page about a name that the register knows."""
    if name.tail in _ELSEWHERE or name.iri == REGISTER:
        path = _ELSEWHERE.get(name.tail, "/data")
        return RedirectResponse(addresses_of(request).path(f"/{lang}{path}"), 303)
    return _PAGES[name.space](request, lang, name)


def _concept(request: Request, lang: str, name: Name) -> Response:
    """Return the page about a concept or a scheme."""
    types = reader_of(site_of(request)).values(ox.NamedNode(name.iri), ox.NamedNode(f"{RDF}type"))
    shown = scheme_page if ox.NamedNode(f"{SKOS}ConceptScheme") in set(types) else concept_page
    return shown(request, lang, name)


def _model(request: Request, lang: str, name: Name) -> Response:
    """Return the page about a term; what is no term, such as an axiom with a name, is shown as it is stated."""
    node = ox.NamedNode(name.iri)
    known = bool(reader_of(site_of(request)).label(node, lang))
    return (term_page if known else statements_page)(request, lang, name)


def _question(request: Request, lang: str, name: Name) -> Response:
    """Lead to the question as a form; a prefix of the questions is shown as it is stated."""
    if name.slug not in site_of(request).questions:
        return statements_page(request, lang, name)
    return RedirectResponse(addresses_of(request).path(f"/{lang}/queries/{name.slug}"), 303)


def _thing(request: Request, lang: str, name: Name) -> Response:
    """Return the page of a thing."""
    return thing_page(request, lang, name.iri)


# Space of a name to the page that shows it.
_PAGES: Final[dict[str, _Page]] = {
    "id": _thing,
    "model": _model,
    "concept": _concept,
    "shape": shape_page,
    "graph": graph_page,
    "query": _question,
}

# Names of wholes to the page that has it all.
_ELSEWHERE: Final = {"model/": "/ontology", "concept/": "/ontology#concepts", "shape/": "/ontology#shapes"}
