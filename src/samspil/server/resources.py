"""Linked data over HTTP: a name leads to the page or the data about it, in the form and language that a client wants.

/id/actor/via                 303 to /doc/actor/via or /data/actor/via.ttl (RFC 9110, 12 and 15.4.4)
/model/Agreement              the same for terms, concepts, shapes, graphs and questions
/doc/actor/via                the page, in the reader's language; /da/doc/actor/via, /en/doc/actor/via
/data/actor/via.ttl           what is said about it; without the suffix in the form that is wanted
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from samspil.server.addresses import addresses_of
from samspil.server.catalogues import translations
from samspil.server.front import to_language
from samspil.server.languages import language_of, preferred
from samspil.server.linked import SPACES, WHOLES, Name, read_name, reader_of, signposts
from samspil.server.negotiation import HTML, MEDIA_TYPES, best, named
from samspil.server.rendering import page as rendered
from samspil.server.site import site_of
from samspil.server.telling import OPEN, tell
from samspil.server.terms import page_about

__all__ = ["PAGES", "ROUTES"]

# Suffix to the media type of each form of the data.
_DATA: Final = {suffix: media for suffix, media in MEDIA_TYPES.items() if suffix != "html"}


def _resolve(space: str) -> Callable[[Request], Response]:
    """Return what leads from the names of a space to the page or the data (https://www.w3.org/TR/cooluris/, 4.2)."""

    def resolve(request: Request) -> Response:
        name, suffix = _asked(request, space, "" if space == "id" else f"{space}/")
        if name is None:
            return _missing(request)
        form = _form(request, suffix, MEDIA_TYPES)
        return _led(request, name, form) if form else _unfit(request, name)

    return resolve


def document(request: Request) -> Response:
    """Show the page about a thing in the reader's language; whoever takes data only is led there."""
    name, suffix = _asked(request, "doc")
    if name is None:
        return _missing(request)
    form = _form(request, suffix, MEDIA_TYPES)
    if form is None:
        return _unfit(request, name)
    if form != "html" and (suffix or not best(_accept(request), [HTML])):
        return _led(request, name, form)
    lang = preferred(request)
    response = _page(request, lang, name)
    response.headers["Content-Location"] = addresses_of(request).path(f"/{lang}{name.path('doc')}")
    response.headers.append("Vary", "Accept, Accept-Language")
    return response


def page(request: Request, lang: str) -> Response:
    """Show the page about a thing in a language."""
    name, suffix = _asked(request, "doc")
    if name is None:
        return _missing(request)
    return _led(request, name, suffix) if suffix else _page(request, lang, name)


def data(request: Request) -> Response:
    """Tell what is said about a thing, in the form that its suffix, `?format=` or Accept names."""
    name, suffix = _asked(request, "data")
    if name is None:
        return _missing(request)
    form = _form(request, suffix, _DATA) or _form(request, suffix, MEDIA_TYPES)
    if form is None:
        return _unfit(request, name)
    if form == "html":
        return _led(request, name, form)
    told = tell(request, name, form)
    if told is None:
        return _missing(request)
    if not suffix:
        told.headers.append("Vary", "Accept")
    return told


def _asked(request: Request, view: str, before: str = "") -> tuple[Name | None, str]:
    """Return the name that an address means, if the register knows it, and the suffix that follows it."""
    raw, reader = before + _tail(request, view), reader_of(site_of(request))
    name = read_name(raw)
    if name and reader.knows(name.iri):
        return name, ""
    stem, _, suffix = raw.rpartition(".")
    name = read_name(stem) if suffix in MEDIA_TYPES else None
    return (name, suffix) if name and reader.knows(name.iri) else (None, "")


def _tail(request: Request, view: str) -> str:
    """Return the end of the path as it was sent: decoded, a slash of a name could not be told from one between."""
    raw = (request.scope.get("raw_path") or b"").decode("latin-1").partition("?")[0]
    _, found, tail = raw.partition(f"/{view}/")
    return tail if found else quote(request.path_params.get("rest", ""))


def _accept(request: Request) -> str:
    """Return the Accept header, which may be sent in parts (RFC 9110, 5.3)."""
    return ",".join(request.headers.getlist("accept"))


def _form(request: Request, suffix: str, offered: Mapping[str, str]) -> str | None:
    """Return the suffix of the form that is wanted: the address says it, `?format=`, or Accept; None without one."""
    given = suffix or request.query_params.get("format", "")
    if given:
        found = named(given)
        return found if found in offered else None
    media = best(_accept(request), tuple(offered.values()))
    return next((suffix for suffix, type in offered.items() if type == media), None)


def _led(request: Request, name: Name, form: str) -> Response:
    """Lead to the page or to the data in a form (303 See Other)."""
    target = name.path("doc") if form == "html" else f"{name.path('data')}.{form}"
    headers = {**OPEN, **signposts(request, name.iri), "Vary": "Accept"}
    return RedirectResponse(addresses_of(request).path(target), 303, headers)


def _page(request: Request, lang: str, name: Name) -> Response:
    """Return the page about a thing, with the links that lead a machine on."""
    asked = _in_language(request, lang, name)
    response = page_about(asked, lang, name)
    if response.status_code == 200:
        for header, value in signposts(asked, name.iri).items():
            response.headers.append(header, value)
    return response


def _in_language(request: Request, lang: str, name: Name) -> Request:
    """Return the request as if it had asked for the page in a language, whose links then lead to the right twin."""
    kind, slug = name.tail.split("/", 1)
    path = f"{request.scope.get('root_path', '')}/{lang}{name.path('doc')}"
    return Request(
        {
            **request.scope,
            "path": path,
            "raw_path": path.encode(),
            "path_params": {"kind": kind, "slug": unquote(slug), "rest": name.tail},
        },
        request.receive,
    )


def _missing(request: Request) -> Response:
    """Say that there is no such thing: as a page, or in plain text to whoever takes no page."""
    lang = language_of(request)
    text = translations(lang).gettext("The register knows nothing by this name.")
    if best(_accept(request), [HTML]):
        wanted = unquote(request.url.path).rstrip("/").rpartition("/")[2].replace("-", " ")
        response: Response = rendered(request, lang, "thing/missing.html", {"wanted": wanted}, status=404)
    else:
        response = PlainTextResponse(f"{text}\n", 404)
    response.headers.update({**OPEN, "Content-Language": lang, "Vary": "Accept, Accept-Language"})
    return response


def _unfit(request: Request, name: Name) -> Response:
    """Say which forms there are (RFC 9110, 15.5.7), or that there is none of the name in `format` (15.5.1)."""
    full = addresses_of(request).full
    lines = [f"{full(name.path('doc'))}  {HTML}"]
    lines += [f"{full(name.path('data'))}.{suffix}  {media}" for suffix, media in _DATA.items()]
    named_format = "format" in request.query_params
    first = "format: no such form. There are:" if named_format else "There is none of these forms. There are:"
    text = "\n".join((first, *lines, ""))
    status = 400 if named_format else 406
    return PlainTextResponse(text, status, {**OPEN, **signposts(request, name.iri), "Vary": "Accept"})


def _entrance(request: Request) -> Response:
    """Lead a reader to the front page, and whoever asks for data to the description of the register."""
    media = best(_accept(request), tuple(MEDIA_TYPES.values()))
    if media is None or media == HTML:
        response = to_language(request)
        response.headers["Vary"] = "Accept, Accept-Language"
        return response
    return _to_register(request)


def _to_register(request: Request) -> Response:
    """Lead to the description of the register (VoID, 7.2)."""
    target = addresses_of(request).path("/data/dataset/samspil")
    return RedirectResponse(target, 303, {**OPEN, "Vary": "Accept"})


PAGES: Final[dict[str, Callable[[Request, str], Response]]] = {"/doc/{rest:path}": page}

ROUTES: Final[list[BaseRoute]] = [
    Route("/", _entrance),
    Route("/.well-known/void", _to_register),
    Route("/data/dataset", _to_register),
    *(Route(f"/{space}", _resolve(space)) for space in WHOLES),
    *(Route(f"/{space}/{{rest:path}}", _resolve(space)) for space in ("id", *SPACES)),
    Route("/doc/{rest:path}", document),
    Route("/data/{rest:path}", data),
]
