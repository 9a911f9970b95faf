"""Whose turn it is: so many questions or pages at once, in all and of each client.

A client with a hundred questions does not make another wait for them: a free turn goes to whoever has fewest, and of
those to whoever has had least of the time (`shares`). Nor do many clients with endless questions: when every turn is
taken, a client that has none gets that which has been had longest, once it has been had for a moment.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter, OrderedDict, deque
from dataclasses import dataclass
from types import TracebackType
from typing import Final

from starlette.types import Scope

from samspil.server.interrupting import Interruption
from samspil.server.shares import Shares
from samspil.settings import Limits

__all__ = ["NoTurn", "Turn", "Turns", "client_of"]

_SECONDS: Final = 5  # that a question waits at most
_WAITING: Final = 8  # times as many as may run may wait
_MOMENT: Final = 0.3  # seconds for which nobody loses a turn
_LOOK: Final = 0.05  # seconds between two looks for one that may be lost


def client_of(scope: Scope) -> str:
    """Return who asks: the peer, or whom a proxy that is believed names (`Serving.proxies`)."""
    return scope["client"][0] if scope.get("client") else ""


@dataclass
class NoTurn(Exception):
    """There are too many questions: this client's own, or those of all; `seconds` is when to come again."""

    own: bool
    seconds: int = _SECONDS


class Turn:
    """The turn of a client, had while `async with` runs, unless `lose` is called."""

    __slots__ = ("_client", "_interruption", "_turns", "since")

    def __init__(self, turns: Turns, client: str) -> None:
        """Take whose turn it is to be."""
        self._turns, self._client = turns, client

    async def __aenter__(self) -> None:
        """Wait for it. Raises NoTurn."""
        await self._turns.take(self._client)
        self.since = time.monotonic()
        self._interruption = Interruption()
        self._turns.had.add(self)

    async def __aexit__(
        self, _type: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Give it to the next. Raises NoTurn when it was lost to another client."""
        self._turns.had.discard(self)
        self._turns.release(self._client)
        if self._interruption.ended(error):
            raise NoTurn(own=False) from error

    def lose(self) -> None:
        """End what is done in it."""
        self._interruption.interrupt()


class Turns:
    """The turns of all clients."""

    def __init__(self, limits: Limits, waiting: int = _WAITING) -> None:
        """Take how many may run at once, and how many times as many may wait."""
        self._limits = limits
        self._most_waiting = waiting
        self._running: Counter[str] = Counter()
        self._waiting: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()
        self._count = 0
        self._shares = Shares()
        self.had: set[Turn] = set()

    async def take(self, client: str) -> None:
        """Wait for a turn and take it. Raises NoTurn."""
        if self._count < self._limits.in_all and self._running[client] < self._limits.per_client:
            self._take(client)
        else:
            await self._wait(client)

    def _take(self, client: str) -> None:
        self._count += 1
        self._running[client] += 1
        self._shares.begin(client)

    def release(self, client: str, spent: float | None = None) -> None:
        """Give a turn to whoever waits for it; `spent` is what it counts for, in seconds, if not the time it took."""
        self._count -= 1
        self._running[client] -= 1
        self._shares.end(client, spent)
        if not self._running[client]:
            del self._running[client]
        if self._waiting:
            self._pass_on()

    async def _wait(self, client: str) -> None:
        """Wait for a turn, which is then taken. Raises NoTurn."""
        own = self._running[client] >= self._limits.per_client
        line = self._line(client, own)
        turn = asyncio.get_running_loop().create_future()
        line.append(turn)
        try:
            async with asyncio.timeout(_SECONDS):
                while not turn.done():
                    self._make_room(client)
                    await asyncio.wait([turn], timeout=_LOOK)
            turn.result()
        except BaseException as error:
            self._give_up(client, turn)
            if isinstance(error, TimeoutError):
                raise NoTurn(own) from error
            raise

    def _line(self, client: str, own: bool) -> deque[asyncio.Future[None]]:
        """Return where a client waits; in a full room, whoever has most there makes place. Raises NoTurn."""
        line = self._waiting.get(client, deque())
        if len(line) >= self._limits.per_client * self._most_waiting:
            raise NoTurn(own)
        if sum(map(len, self._waiting.values())) >= self._limits.in_all * self._most_waiting:
            longest = max(self._waiting.values(), key=len)
            if len(longest) <= len(line) + 1:
                raise NoTurn(own)
            longest.pop().set_exception(NoTurn(own=True))
        return self._waiting.setdefault(client, line)

    def _make_room(self, client: str) -> None:
        """Let a client that has no turn get that which has been had longest, if for more than a moment."""
        if self._running[client] or self._count < self._limits.in_all:
            return
        longest = min(self.had, key=lambda turn: turn.since, default=None)
        if longest is not None and time.monotonic() - longest.since > _MOMENT:
            longest.lose()
            self.had.discard(longest)

    def _give_up(self, client: str, turn: asyncio.Future[None]) -> None:
        """Leave the queue, or hand on a turn that came too late."""
        if turn.done() and not turn.cancelled():
            if turn.exception() is None:
                self.release(client)
            return
        line = self._waiting.get(client)
        if line is not None and turn in line:
            line.remove(turn)
            if not line:
                del self._waiting[client]

    def _pass_on(self) -> None:
        """Give the free turns to those who wait, client by client; whoever has and has had least comes first."""
        for client in sorted(self._waiting, key=lambda one: (self._running[one], self._shares.due(one))):
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
