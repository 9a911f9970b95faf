"""What stands between a connection and the application, in one step: a step for each would cost every look-up dear.

A request has to name a host that is ours (`hosts`) and to be within bounds (`refusing`). An answer is sent in portions,
with what keeps it from doing harm (`headers`), and one that fails, calmly (`failing`).
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from samspil.server.failing import fail
from samspil.server.headers import SafeHeaders
from samspil.server.hosts import Hosts, without_host
from samspil.server.refusing import Counted, TooLarge, refusal, refused
from samspil.settings import Serving

__all__ = ["Guarded"]

# What a connection may hold back of an answer before we wait for its reader.
_PORTION: Final = 64 * 1024

# A query in a form is percent-encoded, which may treble it; the form has other fields too.
_TREBLE: Final = 3
_OTHERS: Final = 16 * 1024


class Guarded:
    """Guards an application."""

    def __init__(self, app: ASGIApp, serving: Serving) -> None:
        """Take the application, and how it is served."""
        self.app = app
        self._hosts = Hosts(serving)
        self._headers = SafeHeaders(secure=urlsplit(serving.public).scheme == "https")
        self._most = _TREBLE * serving.limits.query_bytes + _OTHERS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request, or pass it on and watch over its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope = without_host(scope)
        sending = _Sending(send, self._headers, scope["path"])
        headers = dict(scope["headers"])
        if status := self._hosts.refused(scope) or refused(scope["path"], headers, self._most):
            await refusal(status)(scope, receive, sending)
            return
        if b"transfer-encoding" in headers:  # where a length is stated, no more than that is read
            receive = Counted(receive, self._most)
        if b"range" in headers:
            # A part of an answer is of no use to anybody here, and to weave many of them together costs.
            scope["headers"] = [header for header in scope["headers"] if header[0] != b"range"]
        await self._watch_over(self._hosts.inside(scope), receive, sending)

    async def _watch_over(self, scope: Scope, receive: Receive, sending: _Sending) -> None:
        """Pass a request on; whatever fails, someone waits for an answer."""
        try:
            await self.app(scope, receive, sending)
        except ClientDisconnect:
            return  # nobody waits for an answer, and it is no fault of ours
        except TooLarge:
            if not sending.started:
                await refusal(413)(scope, receive, sending)
        except Exception:
            if sending.started:
                raise  # which breaks the connection off, so that half an answer is not taken for a whole one
            await fail(scope, receive, sending)


class _Sending:
    """The way of an answer; `started` tells whether any of it has gone."""

    __slots__ = ("_headers", "_path", "_send", "started")

    def __init__(self, send: Send, headers: SafeHeaders, path: str) -> None:
        """Take where it goes, and the path that it answers."""
        self._send, self._headers, self._path = send, headers, path
        self.started = False

    async def __call__(self, message: Message) -> None:
        """Send a part: who does not read a long one holds a portion of it in memory, and not the whole."""
        if message["type"] == "http.response.start":
            self.started = True
            message["headers"] = self._headers.added(self._path, message)
        body = message.get("body", b"")
        if len(body) <= _PORTION:
            await self._send(message)
            return
        for start in range(0, len(body), _PORTION):
            more = start + _PORTION < len(body) or message.get("more_body", False)
            await self._send({**message, "body": bytes(body[start : start + _PORTION]), "more_body": more})
