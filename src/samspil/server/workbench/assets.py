"""The script of the workbench as the build made it, under an address that changes with it, so that it may be kept."""

from __future__ import annotations

import gzip
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

__all__ = ["ROUTES", "version"]

_FOLDER: Final = files("samspil.server") / "assets"
# Name of a file to its media type; no other is given.
_TYPES: Final = {"workbench.js": "text/javascript; charset=utf-8", "workbench.css": "text/css; charset=utf-8"}
_KEPT: Final = "public, max-age=31536000, immutable"  # RFC 9111, 5.2.2; RFC 8246


@cache
def version() -> str:
    """Return what is another text when a file is another: the files of an installation do not change while it runs."""
    return sha256(b"".join(_read(name) for name in sorted(_TYPES))).hexdigest()[:16]


def asset(request: Request) -> Response:
    """Give a file, deflated for who can read that; kept for good under the address with its version."""
    name, etag = request.path_params["name"], f'"{version()}"'
    if name not in _TYPES or not _read(name):
        return PlainTextResponse("Not found", 404)
    lasting = _KEPT if request.query_params.get("v") == version() else "no-cache"
    headers = {"ETag": etag, "Cache-Control": lasting, "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(_packed(name), media_type=_TYPES[name], headers=headers)
    return Response(_read(name), media_type=_TYPES[name], headers=headers)


@cache
def _read(name: str) -> bytes:
    """Return a file, nothing where it was never made."""
    file = _FOLDER / name
    return file.read_bytes() if file.is_file() else b""


@cache
def _packed(name: str) -> bytes:
    """Return a file in gzip (RFC 1952)."""
    return gzip.compress(_read(name), mtime=0)


ROUTES: Final[list[BaseRoute]] = [Route("/static/made/{name}", asset)]
