"""A stranger's query, asked from a page: it goes to `/sparql` of this application as any client's does.

So it meets the same guard, the same limits for a client and in all, the same engine apart and the same errors, and
nothing else has to know how that engine is reached.
"""

from __future__ import annotations

import json
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any, Final

import anyio
import anyio.from_thread
import pyoxigraph as ox
from starlette.datastructures import Headers
from starlette.requests import Request

__all__ = ["Reply", "TooLongError", "ask", "solutions"]

# What of the page's own request the inner one has too: who asks, and how the application is reached.
_SHARED: Final = ("type", "asgi", "http_version", "scheme", "server", "client", "root_path", "state")


class TooLongError(Exception):
    """The answer is longer than a page can show; it can be downloaded."""


@dataclass(frozen=True)
class Reply:
    """What `/sparql` replied."""

    status: int
    headers: Headers
    body: bytes

    @property
    def media_type(self) -> str:
        """Return the media type without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip()


def ask(request: Request, query: str, accept: str, lang: str, most: int) -> Reply:
    """Return the reply to a query; called from a thread of the application. Raises TooLongError past `most` bytes."""
    return anyio.from_thread.run(_ask, request, query.encode(), accept, lang, most)


def solutions(reply: Reply) -> ox.QuerySolutions | ox.QueryBoolean:
    """Return the rows, or yes or no, of a reply in JSON; one that was cut off has a note in it that is no result."""
    body = json.loads(reply.body)
    body.pop("truncated", None)
    return ox.parse_query_results(json.dumps(body), format=ox.QueryResultsFormat.JSON)


async def _ask(request: Request, query: bytes, accept: str, lang: str, most: int) -> Reply:
    """Send a query directly by POST (SPARQL 1.1 Protocol, 2.1.3) and collect the reply. Raises TooLongError."""
    status, headers, body = 500, Headers(), bytearray()
    unsent = [{"type": "http.request", "body": query, "more_body": False}]

    async def receive() -> MutableMapping[str, Any]:
        if unsent:
            return unsent.pop()
        await anyio.sleep_forever()
        return {"type": "http.disconnect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        nonlocal status, headers
        if message["type"] == "http.response.start":
            status, headers = message["status"], Headers(raw=list(message["headers"]))
        body.extend(message.get("body", b""))
        if len(body) > most:
            enough.cancel()  # as when a client goes away: the engine stops

    with anyio.CancelScope() as enough:
        await request.app(_scope(request, query, accept, lang), receive, send)
    if len(body) > most:
        raise TooLongError
    return Reply(status, headers, bytes(body))


def _scope(request: Request, query: bytes, accept: str, lang: str) -> dict[str, Any]:
    """Return the inner request."""
    path = request.scope.get("root_path", "") + "/sparql"
    headers = {
        "host": request.headers.get("host", "localhost"),
        "accept": accept,
        "accept-language": lang,
        "content-type": "application/sparql-query",
        "content-length": str(len(query)),
    }
    kept = ("authorization", "x-forwarded-for", "forwarded", "x-real-ip")  # whom a limit counts
    headers |= {name: request.headers[name] for name in kept if name in request.headers}
    return {name: request.scope[name] for name in _SHARED if name in request.scope} | {
        "method": "POST",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers.items()],
    }
