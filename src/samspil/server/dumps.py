"""The whole register to take away, in every format."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from samspil import exports
from samspil.server.languages import language_of
from samspil.server.rendering import message
from samspil.server.site import site_of

__all__ = ["ROUTES"]


def dump(request: Request) -> Response:
    """Give the whole register in a format."""
    suffix, site = request.path_params["suffix"], site_of(request)
    formats = {format.suffix: name for name, format in exports.WRITERS.items()}
    if suffix not in formats:
        lang = language_of(request)
        return message(request, lang, {"da": "Siden findes ikke.", "en": "There is no such page."}[lang], 404)
    name = formats[suffix]
    data = site.kept.once(name, lambda: exports.export(site.dataset, site.store, site.library, name))
    headers = {
        "Content-Disposition": f'attachment; filename="samspil.{suffix}"',
        "Access-Control-Allow-Origin": "*",
    }
    return Response(data, media_type=exports.WRITERS[name].media_type, headers=headers)


ROUTES: Final[list[BaseRoute]] = [Route("/dumps/samspil.{suffix}", dump)]
