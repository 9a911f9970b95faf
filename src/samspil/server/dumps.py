"""The whole register to take away, in every format, and the page that says which is for what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from samspil import exports
from samspil.server.catalogues import translations
from samspil.server.freshness import if_changed, validators
from samspil.server.languages import language_of
from samspil.server.linked import REGISTER, SMALL, Name, Reader, dump, latest, licences, reader_of, signposts
from samspil.server.rendering import message, page
from samspil.server.site import Site, site_of
from samspil.server.telling import OPEN

__all__ = ["PAGES", "ROUTES"]

# Suffix to the name of the format.
_NAMES: Final = {format.suffix: name for name, format in exports.WRITERS.items()}


@dataclass(frozen=True)
class _Download:
    """A file to take away: its name, what it is for, and how long it is, where that is known without making it."""

    file: str
    purpose: str
    bytes: int | None


def give(request: Request) -> Response:
    """Give the whole register in a format."""
    suffix, site, lang = request.path_params["suffix"], site_of(request), language_of(request)
    if suffix not in _NAMES:
        return message(request, lang, translations(lang).gettext("There is no such page."), 404)
    name = _NAMES[suffix]
    headers = {
        **OPEN,
        **validators(request),
        "Content-Disposition": f'attachment; filename="samspil.{suffix}"',
    }
    media = exports.WRITERS[name].media_type
    return if_changed(request, headers, lambda: Response(dump(site, name), media_type=media))


def data_page(request: Request, lang: str) -> Response:
    """Show all that there is to take away, what for, and how to cite it."""
    site = site_of(request)
    modified = latest(site)
    values = {
        "downloads": [_download(site, name, lang) for name in exports.WRITERS],
        "graphs": _graphs(reader_of(site), site, lang),
        "licences": licences(site),
        "modified": modified.value if modified else None,
        "register": REGISTER,
    }
    return page(request, lang, "data.html", values, headers=signposts(request, REGISTER))


def _download(site: Site, name: str, lang: str) -> _Download:
    """Return a file; it is made when the page is first shown of a register that is not large."""
    say, format = translations(lang).gettext, exports.WRITERS[name]
    purposes = {
        "csv": say("all relations, one line each; for spreadsheets"),
        "graphml": say("the network; for Gephi and other network programs"),
        "gexf": say("the network; for Gephi and other network programs"),
        "trig": say("linked data with one graph for each source"),
        "nq": say("linked data with one graph for each source"),
        "jsonld": say("linked data with one graph for each source"),
    }
    small = site.kept.once("size", lambda: len(site.dataset.merge)) <= SMALL
    length = len(dump(site, name)) if small else None
    return _Download(
        f"samspil.{format.suffix}", purposes.get(name, say("linked data, all sources merged")), length
    )


def _graphs(reader: Reader, site: Site, lang: str) -> list[tuple[Name, str]]:
    """Return the graphs of the register with what they are called."""
    names = [name for iri in site.dataset.graphs() if (name := Name.of(iri))]
    return [(name, reader.title(name.iri, lang)) for name in names]


PAGES: Final[dict[str, Callable[[Request, str], Response]]] = {"/data": data_page}
ROUTES: Final[list[BaseRoute]] = [Route("/dumps/samspil.{suffix}", give)]
