"""Connections with a client that may be slow, or may mean harm: each has so long for a request, of so much.

Uvicorn waits without end for the rest of a request and for a client to take its answer, and a few hundred who never
finish would keep everybody else out. Here a request that is not whole in time ends its connection, so does an answer
that is not taken, and when there are too many connections, that which has kept us waiting longest makes room.
"""

from __future__ import annotations

import asyncio
import re
from typing import Final, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

__all__ = ["AHEAD", "HEAD_BYTES", "HEAD_LINES", "MOST", "connections"]

# A request before its body: far more than a browser sends, and than a link with a query in it needs.
HEAD_BYTES: Final = 64 * 1024
HEAD_LINES: Final = 256

# Requests that may be sent before the first of them is answered (RFC 9112, 9.3.2).
AHEAD: Final = 32

# Connections at once; well below the 1,024 files that a process may usually have open.
MOST: Final = 512

# Statuses before there is a request to answer (RFC 9110 15.5.9 and 15.5.15, RFC 6585 5).
_REFUSALS: Final = {408: "Request Timeout", 414: "URI Too Long", 431: "Request Header Fields Too Large"}

# How long one who is refused may take to read so; closed at once, the line would break before the answer is read.
_FAREWELL: Final = 2.0

_BLANK_LINE: Final = re.compile(rb"\r?\n\r?\n")


class _TooManyAhead(Exception):
    """More requests came than may wait for their turn."""


class _Watched(HttpToolsProtocol):
    """A connection that is ended when it keeps us waiting; `patience` is for how many seconds it may.

    `waited_for` are those of a server that keep us waiting, the one that has done so longest first.
    """

    patience: float
    waited_for: dict[_Watched, None]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for a request, making room when there are too many who wait."""
        self._head = b""
        self._refused = False
        self._unread = 0  # bytes since a head was whole or a part of a body came
        self._arrival: asyncio.TimerHandle | None = None
        self._taking: asyncio.TimerHandle | None = None
        if len(self.connections) >= MOST:
            _end_first(self.waited_for)
        super().connection_made(cast("asyncio.Transport", transport))
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take what a client sent, and wait for the rest of it or no longer."""
        if self._refused or (self._head_is_missing and not self._bounded(data)):
            return
        self._unread += len(data)
        super().data_received(data)
        if self.transport.is_closing() or self._refused:
            return
        if self._unread > HEAD_BYTES:
            self._take_no_more()
        elif self.owes:
            self._wait()
        else:
            self._waited()

    def on_message_begin(self) -> None:
        """Begin a request, unless too many are before it. Raises _TooManyAhead, which ends what is read."""
        if len(self.pipeline) >= AHEAD:
            raise _TooManyAhead
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Give a request on; what follows one that would change the protocol is not HTTP, and is not read."""
        self._unread = 0
        super().on_headers_complete()
        if not self.url.startswith(b"/"):  # it names its host too, which counts (RFC 9112, 3.2.2)
            self.scope["raw_path"] = self.url.partition(b"?")[0]
        if self.parser.should_upgrade():
            self.cycle.keep_alive = False

    def on_body(self, body: bytes) -> None:
        """Give a part of a body on."""
        self._unread = 0
        super().on_body(body)

    def on_response_complete(self) -> None:
        """Begin the next request; one that was answered before it was whole is the last, its rest is not read."""
        super().on_response_complete()
        if self.transport.is_closing() or not self.cycle.more_body:
            return
        if self.cycle.response_complete:
            self._part()
        elif self.owes:
            self._wait()

    def send_400_response(self, msg: str) -> None:
        """Answer what is no request; where answers to others come first, only end the connection after them."""
        if self._head_is_missing or (self.owes and not self.cycle.response_started):
            super().send_400_response(msg)
        else:
            self._take_no_more()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._waited()
        self._taken()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """Begin to wait for a client to take what was sent."""
        super().pause_writing()
        self._taking = self.loop.call_later(self.patience, self.transport.abort)

    def resume_writing(self) -> None:
        """Go on sending."""
        self._taken()
        super().resume_writing()

    @property
    def owes(self) -> bool:
        """Tell whether the client is the one who is to send something."""
        return self._head_is_missing or (bool(self.cycle.more_body) and not self.pipeline)

    @property
    def _head_is_missing(self) -> bool:
        """Tell whether no request is under way, and none waits for its turn."""
        return self.cycle is None or bool(self.cycle.response_complete)

    def _bounded(self, data: bytes) -> bool:
        """Tell whether the head of a request is within bounds, before anybody reads it; refuse it otherwise."""
        head = _BLANK_LINE.split(self._head + data, maxsplit=1)
        self._head = b"" if len(head) == 2 else head[0]
        if len(head[0]) > HEAD_BYTES or head[0].count(b"\n") > HEAD_LINES:
            self._refuse(431 if b"\n" in head[0][:HEAD_BYTES] else 414)
        return not self._refused

    def _take_no_more(self) -> None:
        """Read nothing more, and end the connection after the last request that came whole."""
        self._refused = True
        if self.owes:
            self.transport.abort()
        else:
            self._waited()
            self.cycle.keep_alive = False

    def _wait(self) -> None:
        """Wait for a request to be whole, unless we do."""
        if self._arrival is None:
            self.waited_for[self] = None
            self._arrival = self.loop.call_later(self.patience, self._give_up)

    def _waited(self) -> None:
        """Wait no longer."""
        self.waited_for.pop(self, None)
        _cancel(self._arrival)
        self._arrival = None

    def _taken(self) -> None:
        """Know that the client took what was sent, or never will."""
        _cancel(self._taking)
        self._taking = None

    def _give_up(self) -> None:
        """End a connection whose request did not come."""
        self._arrival = None
        if self._head_is_missing and self._head and not self.transport.is_closing():
            self._refuse(408)
        elif self.owes:
            self.transport.abort()

    def _refuse(self, status: int) -> None:
        """Answer in place of the application, and end the connection soon."""
        words = _REFUSALS[status]
        head = f"HTTP/1.1 {status} {words}\r\ncontent-type: text/plain; charset=utf-8\r\n"
        self.transport.write(
            f"{head}content-length: {len(words)}\r\nconnection: close\r\n\r\n{words}".encode()
        )
        self._part()

    def _part(self) -> None:
        """End the connection, leaving the client time to read what it was told."""
        self._refused, self._head = True, b""
        self._waited()
        if self.transport.can_write_eof():
            self.transport.write_eof()
        self.waited_for[self] = None
        self._arrival = self.loop.call_later(_FAREWELL, self.transport.abort)


def connections(patience: float) -> type[asyncio.Protocol]:
    """Return the kind of connection that waits so many seconds."""
    return type("Connection", (_Watched,), {"patience": patience, "waited_for": {}})


def _cancel(timer: asyncio.TimerHandle | None) -> None:
    """Cancel a timer that may run."""
    if timer is not None:
        timer.cancel()


def _end_first(waited_for: dict[_Watched, None]) -> None:
    """End the connection that has kept us waiting longest; the next one that comes ends another."""
    if waited_for:
        first = next(iter(waited_for))
        del waited_for[first]
        first.transport.abort()
