"""Times that need not be exact: to a tenth of a second, for a fraction of what a timer of the event loop costs.

A look-up in `/sparql` takes less than a millisecond, and nearly none of its limits of time ever comes. So they are
kept in a dictionary that is looked through now and then while there are any.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import TracebackType
from typing import Final, Self

from samspil.server.interrupting import Interruption

__all__ = ["Alarm", "Clock", "Within"]

_LOOK: Final = 0.1  # seconds between two looks


class Clock:
    """Calls back when it is time, in the event loop in which it was asked to."""

    def __init__(self) -> None:
        """Begin with nothing to call."""
        self._due: dict[Alarm, float] = {}
        self._looks = False

    def after(self, seconds: float, call: Callable[[], None]) -> Alarm:
        """Return the alarm that calls after some seconds."""
        loop = asyncio.get_running_loop()
        alarm = Alarm(self._due, call)
        self._due[alarm] = loop.time() + seconds
        if not self._looks:
            self._looks = True
            loop.call_later(_LOOK, self._look, loop)
        return alarm

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        """Call what is due, and look again as long as anything may be."""
        now = loop.time()
        for alarm in [alarm for alarm, when in self._due.items() if when <= now]:
            alarm.cancel()
            alarm.call()
        self._looks = bool(self._due)
        if self._looks:
            loop.call_later(_LOOK, self._look, loop)


class Alarm:
    """Something to call, unless it is cancelled before."""

    __slots__ = ("_due", "call")

    def __init__(self, due: dict[Alarm, float], call: Callable[[], None]) -> None:
        """Take where it is kept."""
        self._due = due
        self.call = call

    def cancel(self) -> None:
        """Forget it, once or again."""
        self._due.pop(self, None)


class Within:
    """Limits what the current task does in a `with` block, as `asyncio.timeout` does. Raises TimeoutError."""

    __slots__ = ("_alarm", "_clock", "_interruption", "_seconds")

    def __init__(self, clock: Clock, seconds: float) -> None:
        """Take the clock, and how long the block may take."""
        self._clock = clock
        self._seconds = seconds

    def __enter__(self) -> Self:
        """Begin."""
        self._interruption = Interruption()
        self._alarm = self._clock.after(self._seconds, self._interruption.interrupt)
        return self

    def __exit__(
        self, _type: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """End. Raises TimeoutError when the time was up."""
        self._alarm.cancel()
        if self._interruption.ended(error):
            raise TimeoutError from error
