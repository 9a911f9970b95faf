"""One question to the engines and its answer, read as it comes.

An engine may end while it works on a question, for the fault of another one. As long as nothing of the answer was
given on, the question is asked again: of the engine that took over, and then, since it may have been the one at
fault, of an engine of its own, where it can end nothing but itself.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self
from urllib.parse import urlencode

from samspil.server.clock import Clock, Within
from samspil.server.engine.fleet import Fleet
from samspil.server.engine.line import Line, Lost
from samspil.server.engine.process import Process

__all__ = ["Answer", "Asked", "Failed", "OutOfTime"]

_HELD: Final = 64 * 1024  # bytes that are waited for before an answer is given on: most are whole then
_TRIES: Final = 3  # the last of them alone
_NOTICE: Final = 0.5  # seconds in which the end of a process is noticed after that of its lines
_SLOW: Final = 8  # times the seconds of a question that a slow reader may take for its answer


class OutOfTime(Exception):
    """The question has taken as long as one may."""


class Failed(Exception):
    """The engine cannot answer the question: it took too much memory, or went wrong in it."""


@dataclass(frozen=True)
class Asked:
    """A query, what it may be answered in, and its dataset where the protocol says it (SPARQL 1.1 Protocol 2.1.4)."""

    query: bytes
    accept: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()

    @property
    def target(self) -> str:
        """The target of the request to the engine (RFC 9112, 3.2)."""
        if not self.default_graphs and not self.named_graphs:
            return "/query"
        default = [("default-graph-uri", iri) for iri in self.default_graphs]
        return f"/query?{urlencode(default + [('named-graph-uri', iri) for iri in self.named_graphs])}"


class Answer:
    """The answer to a question, while `async with` runs; `status` and `media_type` are the engine's."""

    def __init__(self, fleet: Fleet, asked: Asked, seconds: float, clock: Clock) -> None:
        """Take the question and how long the engine may work on it."""
        self._clock = clock
        self.status = 0
        self.media_type = ""
        self.first = b""
        self._fleet, self._asked = fleet, asked
        self._left = seconds
        self._until = time.monotonic() + seconds * _SLOW
        self._line: Line | None = None
        self._process: Process | None = None

    async def __aenter__(self) -> Self:
        """Ask; `first` is then the answer, or its beginning. Raises OutOfTime, Failed, NotStarted."""
        begun = time.monotonic()
        try:
            with Within(self._clock, self._left):
                await self._ask()
        except TimeoutError as error:
            self._leave()
            raise OutOfTime from error
        except BaseException:
            self._leave()
            raise
        self._left -= time.monotonic() - begun
        return self

    async def __aexit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Stop reading."""
        self._leave()

    @property
    def whole(self) -> bool:
        """Whether what was read is all."""
        return self._line is None or self._line.complete

    async def read(self) -> bytes:
        """Return more of the answer, nothing at its end. Raises OutOfTime, Failed."""
        if self._line is None:
            return b""
        begun = time.monotonic()
        if begun > self._until:
            raise OutOfTime
        try:
            with Within(self._clock, self._left):
                data = await self._line.read()
        except TimeoutError as error:
            raise OutOfTime from error
        except Lost as error:
            raise Failed from error
        self._left -= time.monotonic() - begun
        return data

    async def _ask(self) -> None:
        """Ask until an engine answers. Raises Failed, NotStarted."""
        for attempt in range(1, _TRIES + 1):
            try:
                await self._try(alone=attempt == _TRIES)
            except Lost as error:
                lived = self._process is not None and not await _has_ended(self._process)
                self._leave()
                # A line that was kept open may have been closed at its other end just now.
                if attempt == _TRIES or (lived and attempt > 1):
                    raise Failed from error
            else:
                return

    async def _try(self, alone: bool) -> None:
        """Ask an engine and read the beginning of the answer. Raises Lost, NotStarted."""
        process = await self._fleet.alone() if alone else self._fleet.now or await self._fleet.active()
        self._fleet.begin(self, process)
        self._process = process
        line = self._line = process.idle() or await process.open()
        line.ask(self._asked.target, self._asked.query, self._asked.accept)
        pieces, size = [], 0
        while size < _HELD and (data := await line.read()):
            pieces.append(data)
            size += len(data)
        self.first = b"".join(pieces)
        self.status, self.media_type = line.status, line.media_type

    def _leave(self) -> None:
        """Give the line back; an engine that still works on the question ends when it has no other."""
        line, process, self._line, self._process = self._line, self._process, None, None
        if process is None:
            return
        if line is not None and line.complete:
            process.give_back(line)
        elif line is not None:
            line.close()
            self._fleet.set_aside(process)
        self._fleet.end(self, process)


async def _has_ended(process: Process) -> bool:
    """Tell whether a process is about to end, or has."""
    await asyncio.wait([process.ended], timeout=_NOTICE)
    return not process.alive
