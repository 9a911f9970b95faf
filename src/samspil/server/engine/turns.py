"""Who is asked for next: so many questions at once, in all and of each client.

A client with a hundred questions does not make another wait for them: of the clients that wait, each gets a turn
before one gets a second.
"""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict, deque
from dataclasses import dataclass
from typing import Final

from samspil.settings import Limits

__all__ = ["NoTurn", "Turn", "Turns"]

_SECONDS: Final = 5  # that a question waits at most
_WAITING: Final = 8  # times as many as may run may wait


@dataclass
class NoTurn(Exception):
    """There are too many questions: this client's own, or those of all; `seconds` is when to come again."""

    own: bool
    seconds: int = _SECONDS


class Turn:
    """The turn of a client, had while `async with` runs."""

    __slots__ = ("_client", "_turns")

    def __init__(self, turns: Turns, client: str) -> None:
        """Take whose turn it is to be."""
        self._turns, self._client = turns, client

    async def __aenter__(self) -> None:
        """Wait for it. Raises NoTurn."""
        await self._turns.take(self._client)

    async def __aexit__(self, *_error: object) -> None:
        """Give it to the next."""
        self._turns.release(self._client)


class Turns:
    """The turns of all clients."""

    def __init__(self, limits: Limits) -> None:
        """Take how many may run at once."""
        self._limits = limits
        self._running: Counter[str] = Counter()
        self._waiting: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()
        self._count = 0

    async def take(self, client: str) -> None:
        """Wait for a turn and take it. Raises NoTurn."""
        if self._count < self._limits.in_all and self._running[client] < self._limits.per_client:
            self._take(client)
        else:
            await self._wait(client)

    def _take(self, client: str) -> None:
        self._count += 1
        self._running[client] += 1

    def release(self, client: str) -> None:
        """Give a turn to whoever waits for it."""
        self._count -= 1
        self._running[client] -= 1
        if not self._running[client]:
            del self._running[client]
        if self._waiting:
            self._pass_on()

    async def _wait(self, client: str) -> None:
        """Wait for a turn, which is then taken. Raises NoTurn."""
        own = self._running[client] >= self._limits.per_client
        line = self._waiting.setdefault(client, deque())
        waiting = sum(map(len, self._waiting.values()))
        if len(line) >= self._limits.per_client * _WAITING or waiting >= self._limits.in_all * _WAITING:
            if not line:
                del self._waiting[client]
            raise NoTurn(own)
        turn = asyncio.get_running_loop().create_future()
        line.append(turn)
        try:
            async with asyncio.timeout(_SECONDS):
                await turn
        except BaseException as error:
            self._give_up(client, turn)
            if isinstance(error, TimeoutError):
                raise NoTurn(own) from error
            raise

    def _give_up(self, client: str, turn: asyncio.Future[None]) -> None:
        """Leave the queue, or hand on a turn that came too late."""
        if turn.done() and not turn.cancelled():
            self.release(client)
            return
        line = self._waiting.get(client)
        if line is not None and turn in line:
            line.remove(turn)
            if not line:
                del self._waiting[client]

    def _pass_on(self) -> None:
        """Give the free turns to those who wait, client by client."""
        for client in list(self._waiting):
            if self._count >= self._limits.in_all:
                return
            if self._running[client] >= self._limits.per_client:
                continue
            line = self._waiting[client]
            turn = line.popleft()
            self._take(client)
            if line:
                self._waiting.move_to_end(client)
            else:
                del self._waiting[client]
            if not turn.done():
                turn.set_result(None)
            else:
                self.release(client)
                return
