"""The addresses of the API. They can be read by anyone from anywhere, and written by nobody.

/api                                to the page about it
/api/queries                        every question
/api/queries/{topic}/{name}         the answer of one, with or without a suffix
/api/openapi.json                   the description of all that
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

import anyio
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from samspil.errors import UsageError
from samspil.server.addresses import addresses_of
from samspil.server.api import guide
from samspil.server.api.answering import answer, serving_of
from samspil.server.api.index import index
from samspil.server.api.openapi import document
from samspil.server.api.problems import Problem, problem_of, respond
from samspil.server.languages import preferred

__all__ = ["LAST", "PAGES", "ROUTES", "Read"]

_Handler: TypeAlias = Callable[[Request], Response]

_METHODS: Final = "GET, HEAD, OPTIONS"

# Cross-origin reading (WHATWG Fetch, 3.3): nothing here depends on who asks, so everyone may.
_OPEN: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Link, X-Total-Count, Content-Disposition",
}
_PREFLIGHT: Final = {
    "Allow": _METHODS,
    "Access-Control-Allow-Methods": _METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match, If-Modified-Since, Cache-Control",
    "Access-Control-Max-Age": "86400",
}

# So many wait for their turn for each that is answered; the next is told to come back.
_WAITING: Final = 4


class Read:
    """An address that is read: GET and HEAD by a handler in a thread, OPTIONS for browsers, problems told."""

    def __init__(self, handler: _Handler) -> None:
        """Take what answers; it may raise Problem and UsageError."""
        self._handler = handler
        self.__name__ = handler.__name__

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to a request."""
        request = Request(scope, receive)
        try:
            response = await self._response(request)
        except Problem as problem:
            response = respond(request, problem)
        except UsageError as error:
            response = respond(request, problem_of(error))
        response.headers.update(_OPEN)
        await response(scope, receive, send)

    async def _response(self, request: Request) -> Response:
        """Return the response by method. Raises Problem, UsageError."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_PREFLIGHT)
        if request.method not in ("GET", "HEAD"):
            problem = Problem.of("method", "%(method)s is not possible here. Use GET.", method=request.method)
            problem.headers = {"Allow": _METHODS}
            raise problem
        turn = _turns(request)
        if turn.statistics().tasks_waiting >= _WAITING * turn.total_tokens:
            problem = Problem.of("busy", "Too many questions are asked at once. Try again in a moment.")
            problem.headers = {"Retry-After": "2"}
            raise problem
        return await anyio.to_thread.run_sync(self._handler, request, limiter=turn)


def _turns(request: Request) -> anyio.CapacityLimiter:
    """Return what lets so many questions be answered at once; pages have threads of their own."""
    state = request.app.state
    if not hasattr(state, "api_turns"):
        state.api_turns = anyio.CapacityLimiter(serving_of(request).limits.in_all)
    turns: anyio.CapacityLimiter = state.api_turns
    return turns


def _to_page(request: Request) -> Response:
    """Send the reader to the page about the API, in the language that the browser prefers."""
    target = addresses_of(request).path(f"/{preferred(request)}/api")
    return RedirectResponse(target, headers={"Vary": "Accept-Language"})


def _nothing(request: Request) -> Response:
    """Say that there is nothing at an address. Raises Problem always."""
    text = "There is nothing at this address. All questions are at %(address)s."
    raise Problem.of("unknown-address", text, address=addresses_of(request).full("/api/queries"))


PAGES: Final = guide.PAGES
ROUTES: Final[list[BaseRoute]] = [
    Route("/api", Read(_to_page)),
    Route("/api/queries", Read(index)),
    Route("/api/queries/{topic}/{question}", Read(answer)),
    Route("/api/openapi.json", Read(document)),
]

# After the addresses of all other parts: what is under /api and nobody's.
LAST: Final[list[BaseRoute]] = [Route("/api/{rest:path}", Read(_nothing))]
