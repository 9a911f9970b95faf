"""`/sparql`: the SPARQL 1.1 Protocol for queries.

An application of its own and not a function, so that an answer passes through without being made into a response
first. A request that takes a while is given up when its client goes away.
"""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from samspil.errors import QuerySyntaxError, ServiceRefused
from samspil.server.clock import Clock
from samspil.server.engine import Engine, Failed, NotStarted, NoTurn, OutOfTime
from samspil.server.interrupting import Interruption
from samspil.server.sparql.answering import Given, given, look, prepared
from samspil.server.sparql.asking import Question, read_question
from samspil.server.sparql.description import described
from samspil.server.sparql.kept import Kept
from samspil.server.sparql.refusals import Refusal, refused
from samspil.server.turns import client_of
from samspil.settings import Limits, Serving

__all__ = ["Endpoint"]

_METHODS: Final = "GET, HEAD, OPTIONS, POST"
_MOMENT: Final = 1.0  # seconds before we begin to look whether the client is still there
_STUCK: Final = 30.0  # seconds that a client may let a piece of its answer wait

_CORS: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Language, Content-Length, Link, Retry-After, Samspil-Truncated",
}
_PREFLIGHT: Final = {
    "Allow": _METHODS,
    "Access-Control-Allow-Methods": "GET, HEAD, POST",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type",
    "Access-Control-Max-Age": "86400",
}
# Those that say nothing in the document itself.
_SUFFIXES: Final = {"text/csv": "csv", "text/tab-separated-values": "tsv", "application/ld+json": "jsonld"}
_HEAD: Final = [
    (name.lower().encode(), value.encode()) for name, value in {"Vary": "Accept", **_CORS}.items()
]


class Endpoint:
    """The application at `/sparql`."""

    def __init__(self) -> None:
        """Begin with no answers kept."""
        self._kept = (0, Kept())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope, receive)
        try:
            response = await self._respond(request, send)
        except Refusal as refusal:
            response = await asyncio.to_thread(refused, request, refusal)
        if response is not None:
            response.headers.update(_CORS)
            await response(scope, receive, send)

    async def _respond(self, request: Request, send: Send) -> Response | None:
        """Send the answer to a query, or return another response. Raises Refusal."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_PREFLIGHT)
        if request.method not in ("GET", "HEAD", "POST"):
            raise Refusal(405, "This is asked by GET or POST.", headers={"Allow": _METHODS})
        serving: Serving = request.app.state.serving
        question = await read_question(request, serving.limits)
        if question is None:
            return await asyncio.to_thread(described, request)
        engine: Engine = request.app.state.engine
        with _UnlessGone(request, engine.clock):
            await self._answer(request, question, engine, send)
        return None

    async def _answer(self, request: Request, question: Question, engine: Engine, send: Send) -> None:
        """Ask and send the answer. Raises Refusal until the answer has begun."""
        kept = self._kept_of(engine)
        if (before := kept.get(question)) is not None:
            await _send(before, request.method == "HEAD", send)
            return
        begun = False
        try:
            async with engine.turn(client_of(request.scope)):
                await look(question)
                async with await engine.asking(prepared(question)) as answer:
                    found = await given(question, answer, engine.limits)
                    kept.put(question, found)
                    begun = True
                    await _send(found, request.method == "HEAD", send)
        except (NoTurn, NotStarted, OutOfTime, Failed, QuerySyntaxError) as error:
            if begun:
                raise  # the server closes the connection, so that nobody takes the answer for a whole one
            raise _told(error, engine.limits) from error

    def _kept_of(self, engine: Engine) -> Kept:
        """Return the answers that are kept of the register that is asked now."""
        if self._kept[0] != engine.opened:
            self._kept = (engine.opened, Kept())
        return self._kept[1]


def _told(error: Exception, limits: Limits) -> Refusal:
    """Return the refusal for what kept a question from being answered."""
    match error:
        case ServiceRefused(line=line, column=column):
            text = "SERVICE asks another machine, which is not done here (line %(line)d, column %(column)d)."
            return Refusal(400, text, {"line": line, "column": column})
        case QuerySyntaxError():
            return Refusal(400, error=error)
        case NoTurn(own=True, seconds=seconds):
            text, status = "You ask too much at once. Wait %(seconds)d seconds.", 429
        case NoTurn(seconds=seconds):
            text, status = "Too many ask at once. Try again in %(seconds)d seconds.", 503
        case NotStarted():
            text, status, seconds = "The engine is being started. Try again in %(seconds)d seconds.", 503, 2
        case OutOfTime():
            text = "The query took longer than %(seconds)d seconds. Ask for less: name a thing, or add LIMIT."
            return Refusal(504, text, {"seconds": limits.seconds})
        case _:
            text = (
                "The query took too much memory, or the engine went wrong in it. "
                "Ask for less: name a thing, or add LIMIT."
            )
            return Refusal(500, text)
    return Refusal(status, text, {"seconds": seconds}, {"Retry-After": str(seconds)})


async def _send(found: Given, head_only: bool, send: Send) -> None:
    """Send an answer."""
    headers = [(b"content-type", found.media_type.encode("latin-1")), *_HEAD]
    if found.length is not None:
        headers.append((b"content-length", str(found.length).encode()))
    if found.rows is not None:
        headers += _cut_off(found)
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    if head_only or found.pieces is None:
        await send({"type": "http.response.body", "body": b"" if head_only else found.whole})
        return
    async for piece in found.pieces:
        await _hand_over({"type": "http.response.body", "body": piece, "more_body": True}, send)
    await send({"type": "http.response.body", "body": b""})


async def _hand_over(message: Message, send: Send) -> None:
    """Send a piece of an answer. Raises TimeoutError when the client does not take it."""
    if message["body"]:
        async with asyncio.timeout(_STUCK):
            await send(message)


def _cut_off(found: Given) -> list[tuple[bytes, bytes]]:
    """Return the headers that say that an answer was cut off; a name tells it to whoever saves the answer."""
    suffix = _SUFFIXES.get(found.media_type.partition(";")[0], "txt")
    name = f"truncated-at-{found.rows}.{suffix}"
    return [
        (b"samspil-truncated", f"rows={found.rows}".encode()),
        (b"content-disposition", f'inline; filename="{name}"'.encode()),
    ]


class _UnlessGone:
    """Ends what is done in a `with` block when the client has gone; what is done in a moment costs no task."""

    __slots__ = ("_alarm", "_clock", "_interruption", "_request", "_watching")

    def __init__(self, request: Request, clock: Clock) -> None:
        """Take the request; nothing is watched yet."""
        self._request, self._clock = request, clock
        self._watching: asyncio.Task[None] | None = None

    def __enter__(self) -> None:
        """Begin to watch in a while."""
        self._interruption = Interruption()
        self._alarm = self._clock.after(_MOMENT, self._watch)

    def __exit__(
        self, _type: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        """Watch no longer; that the client has gone is no error."""
        self._alarm.cancel()
        if self._watching is not None:
            self._watching.cancel()
        return self._interruption.ended(error)

    def _watch(self) -> None:
        """Begin to watch."""
        self._watching = asyncio.create_task(self._until_gone())

    async def _until_gone(self) -> None:
        """Wait for the end of the connection."""
        while (await self._request.receive())["type"] != "http.disconnect":
            pass
        self._interruption.interrupt()
