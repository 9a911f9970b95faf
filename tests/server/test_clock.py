"""Times to a tenth of a second: what is due is called, what is cancelled is not, and a limit ends what it is for."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from samspil.server.clock import Clock, Within


def _run(work: Coroutine[Any, Any, None]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(20):
            await work

    asyncio.run(bounded())


def test_what_is_due_is_called_once_and_what_is_cancelled_never() -> None:
    async def attempt() -> None:
        clock, called = Clock(), []
        clock.after(0.01, lambda: called.append("soon"))
        clock.after(0.01, lambda: called.append("never")).cancel()
        last = clock.after(0.3, lambda: called.append("later"))
        while len(called) < 2:
            await asyncio.sleep(0.01)
        last.cancel()
        await asyncio.sleep(0.3)
        assert called == ["soon", "later"]
        clock.after(0, lambda: called.append("again"))
        while len(called) < 3:
            await asyncio.sleep(0.01)

    _run(attempt())


def test_what_takes_too_long_is_ended_and_what_does_not_is_left_alone() -> None:
    async def attempt() -> None:
        clock = Clock()
        with Within(clock, 5):
            await asyncio.sleep(0)
        with pytest.raises(TimeoutError), Within(clock, 0.01):
            await asyncio.sleep(10)
        task = asyncio.current_task()
        assert task is not None
        assert task.cancelling() == 0

    _run(attempt())


def test_an_error_goes_on_as_it_is() -> None:
    async def attempt() -> None:
        with pytest.raises(LookupError), Within(Clock(), 5):
            raise LookupError

    _run(attempt())


def test_whoever_cancels_a_task_sees_it_cancelled() -> None:
    async def limited() -> None:
        with Within(Clock(), 5):
            await asyncio.sleep(10)

    async def attempt() -> None:
        task = asyncio.create_task(limited())
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    _run(attempt())
