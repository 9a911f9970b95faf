"""What no page is asked for: requests that are too large, or that can be read in two ways."""

from __future__ import annotations

import re
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Refusing", "refusal"]

# Status to what is wrong, in English and Danish: whoever gets these reads no page.
_WORDS: Final = {
    400: "This request cannot be understood.\nForespørgslen kan ikke forstås.\n",
    404: "There is no such page.\nSiden findes ikke.\n",
    413: "The request is too large.\nForespørgslen er for stor.\n",
    421: "This server has another name.\nServeren har et andet navn.\n",
}

_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f]")


def refusal(status: int) -> PlainTextResponse:
    """Return the answer to a request that is refused before anything looks at it."""
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    return PlainTextResponse(_WORDS[status], status, headers)


class Refusing:
    """Refuses what is ambiguous, and bodies of more than `most` bytes, whatever length they state."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app = app
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request that is refused, or pass it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif status := self._refused(scope):
            await refusal(status)(scope, receive, send)
        else:
            await self._pass_on(scope, receive, send)

    def _refused(self, scope: Scope) -> int | None:
        """Return the status for a request that is not passed on, if it is such a one."""
        headers = Headers(scope=scope)
        length = headers.get("content-length", "0")
        if "transfer-encoding" in headers and "content-length" in headers:
            return 400  # which of them counts is what request smuggling is about (RFC 9112, 6.1)
        if not scope["path"].startswith("/") or not length.isdecimal():
            return 400
        if _UNSEEN.search(scope["path"]):
            return 404  # nothing has such a name, and the system of files is not asked for it
        return 413 if int(length[:20]) > self.most else None

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, counting its body; one that grows too large ends as if the client had gone."""
        taken, started = 0, False

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.most:
                raise _TooLargeError
            return message

        async def noted(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        # A part of an answer is of no use to anybody here, and to weave many of them together costs.
        scope["headers"] = [header for header in scope["headers"] if header[0] != b"range"]
        try:
            await self.app(scope, counted, noted)
        except _TooLargeError:
            if not started:
                await refusal(413)(scope, receive, send)


class _TooLargeError(Exception):
    """A body has more bytes than may be."""
