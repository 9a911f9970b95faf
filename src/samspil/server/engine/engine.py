"""The engine that answers strangers: apart from the web process, over a store that nobody can write to.

It begins and ends with the application (`live`), which finds it as `app.state.engine`:

    async with engine.turn(client):                        one question, in its turn
        async with await engine.asking(asked) as answer:
    await engine.reload(dataset)                           another dataset takes over; what is under way is finished

Colleagues may tell a probe whether it answers by `engine.ready`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

from starlette.applications import Starlette

from samspil.dataset import Dataset
from samspil.errors import SamspilError
from samspil.server.clock import Clock
from samspil.server.engine.answer import Answer, Asked
from samspil.server.engine.fleet import Fleet
from samspil.server.engine.place import Place, prepare
from samspil.server.engine.process import NotStarted
from samspil.server.turns import Turn, Turns
from samspil.settings import Limits

__all__ = ["Engine", "live"]

_LOG: Final = logging.getLogger(__name__)

_SECONDS_TO_WAIT: Final = 10  # that a question waits for an engine which is being started


class Engine:
    """Answers questions by the engines over a dataset; `clock` is for times that concern them."""

    def __init__(self, limits: Limits) -> None:
        """Take what strangers may ask; nothing is started yet."""
        self.limits = limits
        self.clock = Clock()
        self.opened = 0  # how often a dataset has taken over
        self._turns = Turns(limits)
        self._open: tuple[Fleet, Place] | None = None
        self._opening: asyncio.Task[None] | None = None
        self._reloading = asyncio.Lock()
        self._finishing: set[asyncio.Task[None]] = set()

    @property
    def ready(self) -> bool:
        """Whether questions are answered."""
        return self._open is not None

    @property
    def starting(self) -> bool:
        """Whether the first engines are being prepared."""
        return self._opening is not None and not self._opening.done()

    @property
    def pids(self) -> list[int]:
        """The numbers of the processes, that of the one that is asked now first."""
        return self._open[0].pids() if self._open is not None else []

    def open(self, dataset: Dataset) -> None:
        """Begin to prepare the engines; questions wait for them for a while."""
        self._opening = asyncio.create_task(self._prepare(dataset))

    async def reload(self, dataset: Dataset) -> None:
        """Let another dataset take over when its engines answer; the old ones finish what is under way.

        Raises NotStarted, UnwritableOutput: the old ones then go on.
        """
        async with self._reloading:
            place = await _prepared(dataset)
            fleet = Fleet(place.store, self.limits.memory)
            try:
                await fleet.start()
            except BaseException:
                place.remove()
                raise
            before, self._open = self._open, (fleet, place)
            self.opened += 1
        if before is not None:
            task = asyncio.create_task(_finish(*before))
            self._finishing.add(task)
            task.add_done_callback(self._finishing.discard)

    async def stop(self) -> None:
        """End every engine, and remove what was made for them."""
        tasks = [*([self._opening] if self._opening is not None else []), *self._finishing]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._open is not None:
            fleet, place = self._open
            self._open = None
            await fleet.stop()
            place.remove()

    def turn(self, client: str) -> Turn:
        """Wait for the turn of a client and have it while the block runs. Raises NoTurn."""
        return Turn(self._turns, client)

    async def asking(self, asked: Asked) -> Answer:
        """Return the answer to a question, to be asked in a turn by `async with`. Raises NotStarted."""
        return Answer(await self._fleet(), asked, self.limits.seconds, self.clock)

    async def _fleet(self) -> Fleet:
        """Return the engines, waited for. Raises NotStarted."""
        if self._open is None and self._opening is not None:
            await asyncio.wait([self._opening], timeout=_SECONDS_TO_WAIT)
        if self._open is None:
            raise NotStarted
        return self._open[0]

    async def _prepare(self, dataset: Dataset) -> None:
        """Open for the first time; what goes wrong is in the log, and questions are told to come later."""
        try:
            await self.reload(dataset)
        except (NotStarted, SamspilError, OSError) as error:
            _LOG.error("SPARQL is not answered: %s", error)


@asynccontextmanager
async def live(app: Starlette) -> AsyncIterator[None]:
    """Keep an engine for the application while it runs."""
    engine = app.state.engine = Engine(app.state.serving.limits)
    engine.open(app.state.site.dataset)
    try:
        yield
    finally:
        await engine.stop()


async def _prepared(dataset: Dataset) -> Place:
    """Return the place of a dataset; a thread cannot be called off, so what it made for nobody is removed."""
    making = asyncio.create_task(asyncio.to_thread(prepare, dataset))
    try:
        return await asyncio.shield(making)
    except asyncio.CancelledError:
        with suppress(SamspilError, OSError):
            (await making).remove()
        raise


async def _finish(fleet: Fleet, place: Place) -> None:
    """End engines after their last question, and remove their store."""
    try:
        await fleet.finish()
    finally:
        try:
            await fleet.stop()
        finally:
            place.remove()
