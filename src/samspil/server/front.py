"""The front page and the map."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from samspil import exports
from samspil.maps import render_map
from samspil.queries import answer
from samspil.server.addresses import addresses_of
from samspil.server.languages import preferred
from samspil.server.rendering import page
from samspil.server.site import site_of
from samspil.store import Term

__all__ = ["PAGES", "ROUTES"]


def to_language(request: Request) -> Response:
    """Send the reader to the front page in the language that the browser prefers."""
    target = addresses_of(request).path(f"/{preferred(request)}/")
    return RedirectResponse(target, headers={"Vary": "Accept-Language"})


def front_page(request: Request, lang: str) -> Response:
    """Show what this is and where to go: the map, the questions, the dumps."""
    site = site_of(request)
    rows = answer(site.store, site.library.get("quality/size"), {}, date.min)
    counts = dict(zip(rows.variables, map(_number, next(iter(rows))), strict=True))
    counts["questions"] = sum("map" not in question.tags for question in site.questions.values())
    return page(request, lang, "index.html", {"counts": counts, "formats": exports.WRITERS})


def map_page(request: Request, lang: str) -> Response:
    """Show the network map."""
    site, pages = site_of(request), addresses_of(request).path(f"/{lang}/doc/")

    def made() -> bytes:
        return render_map(site.network, lang=lang, stories=site.stories, pages=pages).encode()

    return HTMLResponse(site.kept.once(f"map {lang} {pages}", made))


def _number(term: Term | None) -> int:
    """Return the number that a count is."""
    return int(getattr(term, "value", 0))


PAGES: Final[dict[str, Callable[[Request, str], Response]]] = {"/": front_page, "/map": map_page}
ROUTES: Final[list[BaseRoute]] = [Route("/", to_language)]
