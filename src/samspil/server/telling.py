"""The description of one thing as an answer: what is said about it, and about the document that says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from samspil.errors import NotExpressible
from samspil.namespaces import DCT, FOAF, RDF, RDFS, VOID
from samspil.server.addresses import addresses_of
from samspil.server.catalogues import translations
from samspil.server.freshness import is_known, validators
from samspil.server.languages import language_of
from samspil.server.linked import (
    REGISTER,
    Description,
    Name,
    as_csv,
    describe_register,
    graph_of,
    latest,
    licences,
    reader_of,
    to_data,
    triples_of,
    written,
)
from samspil.server.negotiation import MEDIA_TYPES
from samspil.server.site import Site, site_of
from samspil.settings import LANGUAGES

__all__ = ["OPEN", "tell"]

# Anyone's page may read what is here (Fetch, 3.2), and the links to it.
OPEN: Final[Mapping[str, str]] = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Link, ETag, Last-Modified, Content-Location, Location",
}

_NEXT: Final = ox.NamedNode("http://www.w3.org/1999/xhtml/vocab#next")


def tell(request: Request, name: Name, form: str) -> Response | None:
    """Return a page of what is said about a thing in a form; None for a page that there is not."""
    page, lang = _page_of(request), language_of(request)
    tags = validators(request, form, lang if form == "csv" else "")
    if page and is_known(request, tags):
        return Response(status_code=304, headers={**OPEN, **tags, **_language(form, lang)})
    try:
        told = _told(request, name, form, page, lang) if page else None
    except NotExpressible as error:
        return PlainTextResponse(f"{error.message(lang)}\n", 406, OPEN)
    if told is None:
        return None
    content, more = told
    following = f"{name.path('data')}.{form}{_query(page + 1)}" if more else ""
    headers = {
        **OPEN,
        **to_data(request, name, form, following),
        **tags,
        **_language(form, lang),
        "Content-Location": addresses_of(request).path(f"{name.path('data')}.{form}") + _query(page),
    }
    return Response(content, media_type=MEDIA_TYPES[form], headers=headers)


def _told(request: Request, name: Name, form: str, page: int, lang: str) -> tuple[bytes, bool] | None:
    """Return a page of what is said about a name, and whether another follows; None for one that there is not.

    A graph is told all at once, and kept, since it may be long. Raises NotExpressible.
    """
    site = site_of(request)
    graph = graph_of(site, name)
    if graph is None:
        described = _described(request, name, page)
        if described is None or not described.triples:
            return None
        return _content(site, name, described, form, lang), described.more
    if page > 1:
        return None
    thing, key = ox.NamedNode(name.iri), f"{graph} {form} {lang if form == 'csv' else ''}"

    def made() -> bytes:
        every = Description(thing, frozenset(triples_of(site, graph)), (), 1, more=False)
        return _content(site, name, every, form, lang)

    return site.kept.once(key, made), False


def _language(form: str, lang: str) -> dict[str, str]:
    """Return the headers of a form whose labels are in one language."""
    return {"Vary": "Accept-Language", "Content-Language": lang} if form == "csv" else {}


def _content(site: Site, name: Name, described: Description, form: str, lang: str) -> bytes:
    """Return a description in a form. Raises NotExpressible."""
    triples = described.triples | set(_document(site, name, described))
    return as_csv(triples, lang) if form == "csv" else written(triples, described.thing, form)


def _described(request: Request, name: Name, page: int) -> Description | None:
    """Return a page of the description of a name; the register is described as it is served."""
    site = site_of(request)
    if name.iri != REGISTER:
        return reader_of(site).describe(name.iri, page)
    own = frozenset(describe_register(site, addresses_of(request)))
    return Description(ox.NamedNode(name.iri), own, (), page, more=False) if page == 1 else None


def _page_of(request: Request) -> int:
    """Return which page is asked for, 0 for none that there can be."""
    text = request.query_params.get("page", "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _query(page: int) -> str:
    """Return the query of the address of a page."""
    return f"?page={page}" if page > 1 else ""


def _document(site: Site, name: Name, described: Description) -> Iterator[ox.Triple]:
    """Yield what is said of the document: what it is about, its licence, where it is from, and what follows it."""
    page = _query(described.page)
    document = ox.NamedNode(name.data + page)
    yield ox.Triple(document, ox.NamedNode(f"{RDF}type"), ox.NamedNode(f"{FOAF}Document"))
    yield ox.Triple(document, ox.NamedNode(f"{FOAF}primaryTopic"), described.thing)
    yield ox.Triple(document, ox.NamedNode(f"{VOID}inDataset"), ox.NamedNode(REGISTER))
    for licence in licences(site):
        yield ox.Triple(document, ox.NamedNode(f"{DCT}license"), ox.NamedNode(licence))
    for source in described.sources:
        yield ox.Triple(document, ox.NamedNode(f"{DCT}source"), source)
    if modified := latest(site):
        yield ox.Triple(document, ox.NamedNode(f"{DCT}modified"), modified)
    if described.more:
        yield ox.Triple(document, _NEXT, ox.NamedNode(f"{name.data}?page={described.page + 1}"))
        for lang in LANGUAGES:
            notice = translations(lang).gettext("More statements name this thing; they are on the next page.")
            yield ox.Triple(document, ox.NamedNode(f"{RDFS}comment"), ox.Literal(notice, language=lang))
