"""What is at `/sparql` when nothing is asked: the service described (SPARQL 1.1 Service Description)."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from samspil.dataset import Dataset
from samspil.namespaces import DCT, PREFIXES, RDF, VOID, XSD
from samspil.server.addresses import addresses_of
from samspil.server.languages import preferred
from samspil.server.negotiation import HTML, best
from samspil.server.site import site_of
from samspil.server.sparql.asking import unacceptable
from samspil.server.sparql.formats import GRAPHS, wanted

__all__ = ["described"]

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_NAMES: Final = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG", "N-Quads",
)  # fmt: skip
_WRITERS: Final = {form.media_type: form for form in (
    ox.RdfFormat.TURTLE, ox.RdfFormat.N_TRIPLES, ox.RdfFormat.JSON_LD,
    ox.RdfFormat.RDF_XML, ox.RdfFormat.TRIG, ox.RdfFormat.N_QUADS,
)}  # fmt: skip
_TITLE: Final = {"da": "Samspil: spørg i SPARQL", "en": "Samspil: ask in SPARQL"}


def described(request: Request) -> Response:
    """Return the description of the service in the form that is wanted; a browser is sent to the workbench.

    Raises Refusal.
    """
    accept, name = request.headers.get("accept", ""), request.query_params.get("format")
    vary = {"Vary": "Accept, Accept-Language"}
    if name is None and best(accept, (*GRAPHS, HTML)) == HTML:
        return RedirectResponse(addresses_of(request).path(f"/{preferred(request)}/query"), 303, vary)
    form = wanted(accept, name)
    if form is None or form.graph is None:
        raise unacceptable()
    writer = _WRITERS[GRAPHS[form.graph]]
    endpoint, site = addresses_of(request).full("/sparql"), site_of(request)

    def written() -> bytes:
        prefixes = PREFIXES | {"sd": _SD}
        used = {name: prefixes[name] for name in ("sd", "dct", "void", "xsd")}
        return ox.serialize(_description(endpoint, site.dataset), format=writer, prefixes=used) or b""

    body = site.kept.once(f"sparql {writer.media_type} {endpoint}", written)
    return Response(body, headers={**vary, "Content-Type": form.graph})


def _description(endpoint: str, dataset: Dataset) -> list[ox.Triple]:
    """Return the service as triples: what it speaks, what it writes, and what it is asked over."""
    service, data, merge = ox.NamedNode(endpoint), ox.BlankNode(), ox.BlankNode()
    graphs = sorted(dataset.graphs())
    total = len(
        {quad.triple for quad in dataset.merge.quads_for_pattern(None, None, None, ox.DefaultGraph())}
    )
    return [
        _is(service, "Service"),
        _says(service, "endpoint", service),
        _says(service, "supportedLanguage", ox.NamedNode(_SD + "SPARQL11Query")),
        *(
            ox.Triple(service, ox.NamedNode(DCT + "title"), ox.Literal(text, language=lang))
            for lang, text in _TITLE.items()
        ),
        *(_says(service, "resultFormat", ox.NamedNode(_FORMATS + name)) for name in _NAMES),
        _says(service, "defaultDataset", data),
        _is(data, "Dataset"),
        _says(data, "defaultGraph", merge),
        *_graph(merge, total),
        *(triple for name in graphs for triple in _named(data, name, dataset.count(name))),
    ]


def _named(data: ox.BlankNode, name: str, count: int) -> list[ox.Triple]:
    """Return a named graph as triples."""
    named, graph = ox.BlankNode(), ox.BlankNode()
    return [
        _says(data, "namedGraph", named),
        _is(named, "NamedGraph"),
        _says(named, "name", ox.NamedNode(name)),
        _says(named, "graph", graph),
        *_graph(graph, count),
    ]


def _graph(graph: ox.BlankNode, count: int) -> list[ox.Triple]:
    number = ox.Literal(str(count), datatype=ox.NamedNode(XSD + "integer"))
    return [_is(graph, "Graph"), ox.Triple(graph, ox.NamedNode(VOID + "triples"), number)]


def _is(thing: ox.NamedNode | ox.BlankNode, name: str) -> ox.Triple:
    return ox.Triple(thing, ox.NamedNode(RDF + "type"), ox.NamedNode(_SD + name))


def _says(thing: ox.NamedNode | ox.BlankNode, name: str, value: ox.NamedNode | ox.BlankNode) -> ox.Triple:
    return ox.Triple(thing, ox.NamedNode(_SD + name), value)
