"""Ending what a task of the event loop does, so that it can be told apart from a cancellation by anybody else.

`asyncio.Task.uncancel` counts who asked for it; what `asyncio.timeout` does with it serves other reasons than time too:
a turn that is lost, a client that has gone.
"""

from __future__ import annotations

import asyncio
from typing import Any, cast

__all__ = ["Interruption"]


class Interruption:
    """An end of what the current task does from now on, should `interrupt` be called."""

    __slots__ = ("_before", "_happened", "_task")

    def __init__(self) -> None:
        """Take the task that makes it."""
        self._task = cast("asyncio.Task[Any]", asyncio.current_task())  # whatever awaits is in one
        self._before = self._task.cancelling()
        self._happened = False

    def interrupt(self) -> None:
        """End the work, once or again."""
        if not self._happened:
            self._happened = True
            self._task.cancel()

    def ended(self, error: BaseException | None) -> bool:
        """Tell whether it is this that ended the work, given what the work raised; to be asked once, after the work."""
        if not self._happened:
            return False
        alone = self._task.uncancel() <= self._before
        return alone and isinstance(error, asyncio.CancelledError)
