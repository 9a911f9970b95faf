"""The engines over one store: one that is asked, one that stands by, and those that are busy with what takes long.

Nothing in the engine stops a question that takes too long for certain, so a process is what is ended. That must not
cost others their answers. So the engine that is asked is changed when a question in it has run for a moment: the one
that stands by takes its place at once, the old one goes on aside, behind the others, and is ended when all that it
works on is answered or out of time. All have the same files open, so an engine more costs a few megabytes.
"""

from __future__ import annotations

import asyncio
import logging
import time
from pathlib import Path
from typing import Any, Final

from samspil.server.engine.process import NotStarted, Process, start

__all__ = ["Fleet"]

_LOG: Final = logging.getLogger(__name__)

_LOOK: Final = 0.1  # seconds between two looks at the memory
_PAUSE: Final = 1.0  # seconds before an engine that did not start is started again
MOMENT: Final = 1.0  # seconds after which a question is one that takes long


class Fleet:
    """The engines over the store in a folder; together they take no more memory than is allowed."""

    def __init__(self, store: Path, memory: int) -> None:
        """Take the folder; nothing is started yet."""
        self.store = store
        self._memory = memory
        self._active: Process | None = None
        self._others: set[Process] = set()  # aside or alone
        self._spare: asyncio.Task[Process] | None = None
        self._changing = asyncio.Lock()
        self._watch: asyncio.Task[None] | None = None
        self._asked: dict[object, tuple[Process, float]] = {}

    async def start(self) -> None:
        """Start the engines. Raises NotStarted."""
        self._spare = asyncio.create_task(start(self.store, self._memory))
        try:
            await self.active()
        except NotStarted:
            await self.stop()
            raise
        self._watch = asyncio.create_task(self._look())

    @property
    def now(self) -> Process | None:
        """The engine that is to be asked, if there is one."""
        active = self._active
        return active if active is not None and active.alive and not active.aside else None

    async def active(self) -> Process:
        """Return the engine that is to be asked, a new one if it has ended. Raises NotStarted."""
        async with self._changing:
            if (now := self.now) is None:
                now = self._active = await self._next()
            return now

    def begin(self, question: object, process: Process) -> None:
        """Count a question to an engine; `end` is told of the same two."""
        self._asked[question] = (process, time.monotonic())
        process.busy += 1

    def end(self, question: object, process: Process) -> None:
        """Count a question no more; an engine aside that has no other ends."""
        del self._asked[question]
        process.busy -= 1
        if process.aside and not process.busy:
            self._end(process)

    def set_aside(self, process: Process) -> None:
        """Ask an engine nothing more; it ends with its last question."""
        if process.aside:
            return
        process.aside = True
        process.calm()
        self._others.add(process)
        if not process.busy:
            self._end(process)

    async def alone(self) -> Process:
        """Start an engine for one question, after which it ends. Raises NotStarted."""
        process = await start(self.store, self._memory)
        process.aside = True
        process.calm()
        self._others.add(process)
        return process

    async def finish(self) -> None:
        """End when the last question is answered."""
        for process in self._running():
            self.set_aside(process)
        while self._asked:
            await asyncio.sleep(_LOOK)
        await self.stop()

    async def stop(self) -> None:
        """End every engine at once, and wait until all have."""
        tasks: list[asyncio.Task[Any]] = [task for task in (self._watch, self._spare) if task is not None]
        for task in tasks:
            task.cancel()
        for found in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(found, Process):
                self._others.add(found)
        running = self._running()
        for process in running:
            process.kill()
        # Whoever waits may be called off; what reads the end of a process is not, for it is waited for again.
        await asyncio.gather(*(asyncio.shield(process.ended) for process in running))

    def pids(self) -> list[int]:
        """Return the numbers of the processes that are or were asked, the one that is asked now first."""
        return [process.pid for process in self._running() if process.alive]

    def _running(self) -> list[Process]:
        return [*([self._active] if self._active is not None else []), *self._others]

    def _end(self, process: Process) -> None:
        process.kill()
        process.ended.add_done_callback(lambda _: self._others.discard(process))

    async def _next(self) -> Process:
        """Return the engine that stood by, and let another stand by. Raises NotStarted."""
        while True:
            spare = self._spare or asyncio.create_task(start(self.store, self._memory))
            self._spare = None
            process = await asyncio.shield(spare)
            if process.alive:
                break
        self._spare = asyncio.create_task(start(self.store, self._memory))
        self._spare.add_done_callback(_seen)
        return process

    async def _look(self) -> None:
        """Change the engine that works too long on a question, and end the largest when memory is short."""
        while True:
            await asyncio.sleep(_LOOK)
            late = time.monotonic() - MOMENT
            for process in {process for process, since in self._asked.values() if since < late}:
                self.set_aside(process)
            self._bound()
            try:
                await self.active()
            except NotStarted as error:
                _LOG.error("the engine does not start: %s", error)
                await asyncio.sleep(_PAUSE)

    def _bound(self) -> None:
        """End the largest engine when all together take more memory than is allowed."""
        sizes = {process: process.memory() for process in self._running() if process.alive}
        if sum(sizes.values()) > self._memory:
            largest = max(sizes, key=lambda process: sizes[process])
            _LOG.warning("an engine took %d MB and was ended", sizes[largest] // 1024**2)
            largest.kill()


def _seen(task: asyncio.Task[Process]) -> None:
    """Take note of how a start ended, so that asyncio does not complain; who needs it next tries again."""
    if not task.cancelled():
        task.exception()
