"""How answers are sent: packed for those who can unpack, and not at all to those who have them.

A page carries the hash of its text (ETag, RFC 9110 8.8.3), so a reader who comes back is told in a few bytes that
nothing has changed. The hash is of what would be sent, so it cannot be wrong about the day or the language.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any, Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Fresh", "OwnFiles", "Packed"]

_LEAST: Final = 1024  # bytes that are worth packing

# Levels above 6 cost twice the time for a hundredth of the size.
_LEVEL: Final = 5

_NOT_MODIFIED_KEEPS: Final = frozenset(
    {b"etag", b"vary", b"cache-control", b"content-location", b"last-modified", b"content-language"}
)


class OwnFiles(StaticFiles):
    """Style sheets and scripts: kept by a browser, which asks each time whether they are the same still."""

    def file_response(self, *arguments: Any, **named: Any) -> Response:
        """Return a file, or 304 to who has it."""
        response = super().file_response(*arguments, **named)
        response.headers["Cache-Control"] = "no-cache"
        return response


class Packed:
    """Packs text (gzip) and makes a strong ETag of it a weak one: the bytes are others (RFC 9110, 8.8.3.3).

    Whoever made the strong one sees it again: If-None-Match compares weakly (13.1.2), so the mark is taken off.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = GZipMiddleware(app, minimum_size=_LEAST, compresslevel=_LEVEL)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and pack its answer."""

        # Also where it would not pay to pack, and where nothing is sent: a reader is told one tag for one answer.
        packs = scope["type"] == "http" and "gzip" in Headers(scope=scope).get("accept-encoding", "")

        async def weakened(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                tag = headers.get("etag", "")
                if packs and tag.startswith('"'):
                    headers["etag"] = f"W/{tag}"
                if packs and scope["method"] == "HEAD" and _would_pack(headers):
                    del headers["content-length"]  # how long it is when packed is not known (RFC 9110, 9.3.2)
            await send(message)

        await self.app(_strengthened(scope), receive, weakened if scope["type"] == "http" else send)


class Fresh:
    """Gives a page its ETag, and answers 304 (RFC 9110, 15.4.5) to a reader who has it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; a whole page is held back until its hash is known."""
        start: Message | None = None

        async def compared(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _is_page(message):
                start = message
            elif start is not None:
                begun, start = start, None
                await _send_if_new(scope, begun, message, send)
            else:
                await send(message)

        asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        await self.app(scope, receive, compared if asked else send)


async def _send_if_new(scope: Scope, start: Message, body: Message, send: Send) -> None:
    """Send an answer with its ETag, or 304 when the reader has it; one that comes in parts is sent as it is."""
    if body.get("more_body", False):
        await send(start)
        await send(body)
        return
    tag = f'"{sha256(body.get("body", b"")).hexdigest()[:20]}"'
    headers = MutableHeaders(scope=start)
    headers["ETag"] = f"W/{tag}"
    headers.setdefault("Cache-Control", "no-cache")
    if tag in {one.strip() for one in Headers(scope=scope).get("if-none-match", "").split(",")}:
        kept = [(name, value) for name, value in start["headers"] if name.lower() in _NOT_MODIFIED_KEEPS]
        start, body = {**start, "status": 304, "headers": kept}, {**body, "body": b""}
    await send(start)
    await send(body)


def _would_pack(headers: MutableHeaders) -> bool:
    """Tell whether an answer of this length is packed when it is sent."""
    return "content-encoding" not in headers and int(headers.get("content-length", _LEAST)) >= _LEAST


def _strengthened(scope: Scope) -> Scope:
    """Return a request whose If-None-Match names every tag as a strong one."""
    tags = [value for name, value in scope.get("headers", ()) if name == b"if-none-match"]
    if not any(b"W/" in value for value in tags):
        return scope
    headers = [
        (name, value.replace(b'W/"', b'"') if name == b"if-none-match" else value)
        for name, value in scope["headers"]
    ]
    return {**scope, "headers": headers}


def _is_page(start: Message) -> bool:
    """Tell whether an answer is a page that has no ETag of its own."""
    headers = Headers(raw=start["headers"])
    html = headers.get("content-type", "").startswith("text/html")
    return start["status"] == 200 and html and "etag" not in headers
