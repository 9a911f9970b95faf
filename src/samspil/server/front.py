"""The front page, the map, and what there is to say about the register and its pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from samspil import exports
from samspil.datewords import day_in_words, period_in_words
from samspil.maps import render_map
from samspil.server.addresses import addresses_of
from samspil.server.browse import Listing, Row, endings, lists_of
from samspil.server.languages import preferred
from samspil.server.rendering import page
from samspil.server.site import Site, site_of
from samspil.settings import today
from samspil.version import __version__

__all__ = ["PAGES", "ROUTES"]

# Questions that show what can be asked, those of them that the library has.
_EXAMPLES: Final = (
    "agreements/in-force",
    "network/brokers",
    "governance/meetings",
    "actors/shared-partners",
    "themes/proposed",
    "agreements/ending-in",
    "quality/participants-not-stated",
    "provenance/interpretations",
)
_NEWEST: Final = 5


def to_language(request: Request) -> Response:
    """Send the reader to the front page in the language that the browser prefers."""
    target = addresses_of(request).path(f"/{preferred(request)}/")
    return RedirectResponse(target, headers={"Vary": "Accept-Language"})


def front_page(request: Request, lang: str) -> Response:
    """Show what this is, what it counts, what ends soon, what is new, and where to go."""
    site, day = site_of(request), today()
    lists = lists_of(site)
    asked = [question for question in site.questions.values() if "map" not in question.tags]
    values = {
        "counts": {kind: len(listing.rows) for kind, listing in lists.of.items()} | {"questions": len(asked)},
        "endings": endings(site, day),
        "newest": _newest(lists.of["sources"]),
        "undated": _undated(lists.of["sources"]),
        "examples": [site.questions[name] for name in _EXAMPLES if name in site.questions],
        "formats": exports.WRITERS,
        "name": partial(lists.names.name, lang=lang),
        "day": partial(day_in_words, lang=lang),
        "today": day.isoformat(),
        "period": partial(period_in_words, lang=lang),
        "host": lambda address: urlsplit(address).hostname or address,
    }
    return page(request, lang, "index.html", values)


def map_page(request: Request, lang: str) -> Response:
    """Show the network map."""
    site, pages = site_of(request), addresses_of(request).path(f"/{lang}/doc/")

    def made() -> bytes:
        return render_map(site.network, lang=lang, stories=site.stories, pages=pages).encode()

    return HTMLResponse(site.kept.once(f"map {lang} {pages}", made))


def about_page(request: Request, lang: str) -> Response:
    """Say what the register is, where it comes from, and what its words mean."""
    site = site_of(request)
    lists = lists_of(site)
    most = sorted(lists.of["sources"].rows, key=lambda row: (-row.number, row.iri))[:_NEWEST]
    values = {
        "sources": most,
        "total": len(lists.of["sources"].rows),
        "name": partial(lists.names.name, lang=lang),
        "version": __version__,
        "ontology": _ontology(site),
        "changed": day_in_words(site.modified.date().isoformat(), lang),
    }
    return page(request, lang, "about.html", values)


def accessibility_page(request: Request, lang: str) -> Response:
    """Show the accessibility statement that the law on web accessibility asks for."""
    return page(request, lang, "accessibility.html", {"contact": request.app.state.serving.contact})


def _newest(sources: Listing) -> list[Row]:
    """Return the sources with the latest dates."""
    dated = (row for row in sources.rows if row.issued)
    return sorted(dated, key=lambda row: (row.issued, row.number, row.iri), reverse=True)[:_NEWEST]


def _undated(sources: Listing) -> list[Row]:
    """Return, of the sources without a date, those that say the most, as many as the newest leave room for."""
    rows = [row for row in sources.rows if not row.issued]
    return sorted(rows, key=lambda row: (-row.number, row.iri))[: _NEWEST - len(_newest(sources))]


def _ontology(site: Site) -> str:
    """Return the version of the ontology, nothing if it has none."""
    rows = site.store.select("SELECT ?version { ?model a owl:Ontology ; owl:versionInfo ?version } LIMIT 1")
    return next((str(getattr(row[0], "value", "")) for row in rows), "")


PAGES: Final[dict[str, Callable[[Request, str], Response]]] = {
    "/": front_page,
    "/map": map_page,
    "/about": about_page,
    "/accessibility": accessibility_page,
}
ROUTES: Final[list[BaseRoute]] = [Route("/", to_language)]
