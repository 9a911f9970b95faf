"""Search: the page of hits, the suggestions while one types, and how a browser can add it (OpenSearch 1.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from samspil.namespaces import BASE
from samspil.server.addresses import addresses_of
from samspil.server.browse.facets import PAGE, numbered, short
from samspil.server.browse.gathering import lists_of
from samspil.server.browse.hits import Entry, Index, find, found_by, index, meant
from samspil.server.browse.reading import NAMELESS, named, pairs
from samspil.server.catalogues import translations
from samspil.server.rendering import environment, page
from samspil.server.site import Site, site_of
from samspil.settings import LANGUAGES

__all__ = ["PAGES", "ROUTES"]

# First part of an IRI to the heading of its group of hits, in the order of groups.
_GROUPS: Final[dict[str, str]] = {
    "actor": "Actors",
    "cooperation": "Cooperations",
    "agreement": "Agreements",
    "action-plan": "Action plans",
    "focus-area": "Themes and focus areas",
    "purpose": "Purposes",
    "initiative": "Initiatives",
    "policy-document": "Plans and policies",
    "meeting-arrangement": "Meetings",
    "consideration": "Considerations",
    "post": "Posts",
    "seat": "Seats",
    "place": "Places",
    "source": "Sources",
    "foundation": "Foundations of agreements",
    "term-definition": "Definitions",
    "ownership": "Ownerships",
    "concept": "Concepts",
    "model": "Terms of the ontology",
    "other": "Other",
    "remark": "Remarks",
    "passage": "Passages",
}
_PLACES: Final = {kind: place for place, kind in enumerate(_GROUPS)}

_ASIDE: Final = ("place", "concept", "model", "passage", "remark")

_FEW: Final = 6  # hits of a group before one asks for all
_SUGGESTED: Final = 8
_ROOM: Final = 200  # characters of a text to look for


def search_page(request: Request, lang: str) -> Response:
    """Show what fits a text, by kind; one kind whole, page by page, with `kind`."""
    site, text, kind = site_of(request), _text(request), request.query_params.get("kind", "")
    found = find(index_of(site), text) if text else []
    groups = {
        kind: list(entries) for kind, entries in groupby(sorted(found, key=_place), lambda one: one.kind)
    }
    order = sorted(groups, key=lambda one: found.index(groups[one][0]))
    at, pages = _at(request, len(groups.get(kind, ())))
    values = {
        "text": text,
        "total": len(found),
        "groups": [(one, groups[one]) for one in order],
        "kind": kind if kind in groups else "",
        "few": _FEW,
        "these": groups.get(kind, [])[(at - 1) * PAGE : at * PAGE],
        "at": at,
        "numbers": numbered(at, pages),
        "meant": meant(index_of(site), text) if text and not found else "",
        "heading": lambda one: translations(lang).gettext(_GROUPS[one]),
        "what": partial(_what, site, lang=lang),
        "also": lambda entry: found_by(entry, text, lang),
        "short": short,
        "types": _types(site),
    }
    return page(request, lang, "search.html", values)


def suggest(request: Request) -> Response:
    """Give the best few hits as JSON; with `format=opensearch` as browsers ask (OpenSearch Suggestions 1.1)."""
    lang = request.query_params.get("lang", LANGUAGES[0])
    lang = lang if lang in LANGUAGES else LANGUAGES[0]
    site, text, addresses = site_of(request), _text(request), addresses_of(request)
    found = find(index_of(site), text)[:_SUGGESTED] if text else []
    names = [_name(entry, lang) for entry in found]
    whats = [found_by(entry, text, lang) or _what(site, entry, lang) for entry in found]
    if request.query_params.get("format") == "opensearch":
        full = [addresses.origin + addresses.page(entry.iri, lang) for entry in found]
        return JSONResponse([text, names, whats, full], media_type="application/x-suggestions+json")
    rows = zip(names, whats, (addresses.page(entry.iri, lang) for entry in found), strict=True)
    return JSONResponse(
        {"query": text, "suggestions": [{"label": a, "what": b, "address": c} for a, b, c in rows]}
    )


def description(request: Request, lang: str) -> Response:
    """Give what a browser needs to search here (OpenSearch 1.1, description document)."""
    values = {"lang": lang, "full": addresses_of(request).full}
    text = environment(lang).get_template("opensearch.xml").render(values)
    return Response(text, media_type="application/opensearchdescription+xml")


def index_of(site: Site) -> Index:
    """Return the index of a site, made when first asked for."""
    return site.kept.once("search", lambda: index(_entries(site)))


def _entries(site: Site) -> Iterator[Entry]:
    """Yield what can be found: all that has a name, but for what nobody looks for."""
    lists = lists_of(site)
    abouts = {row.iri: row.chosen_by for listing in lists.of.values() for row in listing.rows}
    for iri, names in named(site.store, NAMELESS).items():
        if iri.startswith(BASE):
            parts = iri.removeprefix(BASE).removeprefix("id/").split("/")
            kind = parts[0] if parts[0] in _GROUPS else "other"
            values = abouts.get(iri, {})
            about = (value for facet in ("type", "theme") for value in values.get(facet, ()))
            words = {word for value in about for word in lists.names.every(value)}
            also, aside = lists.names.also.get(iri, ()), kind in _ASIDE
            yield Entry(iri, kind, _PLACES[kind], names, also, tuple(sorted(words)), aside)


def _documents(site: Site) -> dict[str, str]:
    """Return the document of each passage."""
    made = site.kept.once("documents", lambda: pairs(site.store, "document"))
    return {passage: documents[0] for passage, documents in made.items()}


def _types(site: Site) -> dict[str, str]:
    """Return the type of everything that stands in a list."""
    return site.kept.once(
        "types", lambda: {row.iri: row.type for listing in lists_of(site).of.values() for row in listing.rows}
    )


def _what(site: Site, entry: Entry, lang: str) -> str:
    """Return what an entry is: its type, the document of a passage, else the heading of its kind."""
    names = lists_of(site).names
    type = _types(site).get(entry.iri, "")
    if type:
        return names.name(type, lang)
    if entry.kind == "passage":
        document = site.kept.once("document of passage", lambda: _documents(site)).get(entry.iri)
        return names.name(document, lang) if document else ""
    return translations(lang).gettext(_GROUPS[entry.kind])


def _name(entry: Entry, lang: str) -> str:
    """Return the name of an entry in a language, else in the other."""
    return entry.names.get(lang) or next(iter(entry.names.values()))


def _place(entry: Entry) -> int:
    """Return the place of an entry's kind among others."""
    return entry.place


def _text(request: Request) -> str:
    """Return the text that a request looks for."""
    return request.query_params.get("q", "").strip()[:_ROOM]


def _at(request: Request, hits: int) -> tuple[int, int]:
    """Return the page that is asked for, and how many there are."""
    number, pages = request.query_params.get("page", ""), max(1, -(-hits // PAGE))
    at = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 1
    return min(max(1, at), pages), pages


PAGES: Final[dict[str, Callable[[Request, str], Response]]] = {
    "/search": search_page,
    "/opensearch.xml": description,
}
ROUTES: Final[list[BaseRoute]] = [Route("/api/suggest", suggest)]
