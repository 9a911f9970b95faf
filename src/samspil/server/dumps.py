"""The whole register to take away, in every format, and the page that says which is for what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from samspil import exports
from samspil.answers.words import grouped
from samspil.namespaces import DCT
from samspil.server.catalogues import translations
from samspil.server.freshness import if_changed, validators
from samspil.server.languages import language_of
from samspil.server.linked import REGISTER, SMALL, Name, dump, latest, licences, reader_of, signposts
from samspil.server.rendering import message, page
from samspil.server.site import Site, site_of
from samspil.server.telling import OPEN
from samspil.wording import spoken

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
        "sources": _graphs(site, lang, own=True),
        "others": _graphs(site, lang, own=False),
        "grouped": grouped,
        "licences": licences(site),
        "modified": spoken(modified, lang) if modified else None,
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


def _graphs(site: Site, lang: str, *, own: bool) -> list[tuple[Name, str]]:
    """Return the graphs with what they are called: the register's own sources, or what ships and is made."""
    reader, titled = reader_of(site), ox.NamedNode(f"{DCT}title")
    names = [name for iri in site.dataset.graphs() if (name := Name.of(iri))]
    found = [name for name in names if any(reader.values(ox.NamedNode(name.iri), titled)) == own]
    return [(name, reader.title(name.iri, lang)) for name in found]


PAGES: Final[dict[str, Callable[[Request, str], Response]]] = {"/data": data_page}
ROUTES: Final[list[BaseRoute]] = [Route("/dumps/samspil.{suffix}", give)]
