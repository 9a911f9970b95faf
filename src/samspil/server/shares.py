"""Who is to come next, so that all who ask get the same share of the time: start-time fair queueing.

Goyal, Vin and Cheng, "Start-time Fair Queueing" (SIGCOMM 1996). There is a clock that shows what those who are served
have had: what a client asks for is due when the clock shows what that client has had, or now, if it has had less. So
who asks for little comes next, who asks for much comes when all others have had as much, and having asked for nothing
for an hour is no credit.
"""

from __future__ import annotations

import time
from collections import deque

__all__ = ["Shares"]


class Shares:
    """What clients have had, in seconds on the clock of all."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._now = 0.0
        self._had: dict[str, float] = {}  # of those who have had more than the clock shows
        self._begun: dict[str, deque[tuple[float, float]]] = {}

    def due(self, client: str) -> float:
        """Return when it is a client's turn; of those who wait, the one whose turn is first comes next."""
        return max(self._now, self._had.get(client, 0.0))

    def begin(self, client: str) -> None:
        """Note that a client has a turn."""
        self._now = self.due(client)
        self._begun.setdefault(client, deque()).append((self._now, time.monotonic()))
        self._had = {one: had for one, had in self._had.items() if had > self._now}

    def end(self, client: str, spent: float | None = None) -> None:
        """Note that a turn of a client is over, and what it has had: by default the time that has gone by.

        Of several turns the first is taken, which makes no difference to their sum.
        """
        begun = self._begun[client]
        due, then = begun.popleft()
        if not begun:
            del self._begun[client]
        took = time.monotonic() - then if spent is None else spent
        self._had[client] = max(due, self._had.get(client, 0.0)) + took
