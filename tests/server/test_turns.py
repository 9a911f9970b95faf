"""Turns go round: nobody who asks for much, or for what takes long, keeps another out."""

import asyncio
import time

import pytest

from samspil.server.turns import NoTurn, Turn, Turns
from samspil.settings import Limits


async def waiting_for(turns: Turns, client: str, number: int) -> list[asyncio.Task[None]]:
    """Return so many questions of a client that wait for their turns."""
    waiting = [asyncio.create_task(Turn(turns, client).__aenter__()) for _ in range(number)]
    await asyncio.sleep(0)
    return waiting


async def give_up(*waiting: asyncio.Task[None]) -> None:
    """Let questions wait no longer."""
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)


def test_a_client_with_many_questions_does_not_make_another_wait_for_them_all() -> None:
    async def attempt() -> None:
        turns = Turns(Limits(per_client=1, in_all=1))
        order: list[str] = []

        async def take(client: str) -> None:
            async with Turn(turns, client):
                order.append(client)
                await asyncio.sleep(0.01)

        await asyncio.gather(*(take("greedy") for _ in range(5)), take("modest"))
        assert order.index("modest") <= 2

    asyncio.run(asyncio.wait_for(attempt(), 60))


def test_too_many_questions_of_a_client_are_told_to_wait() -> None:
    async def attempt() -> None:
        turns = Turns(Limits(per_client=1, in_all=4))
        async with Turn(turns, "greedy"):
            waiting = await waiting_for(turns, "greedy", 8)
            with pytest.raises(NoTurn) as refused:
                await Turn(turns, "greedy").__aenter__()
            assert refused.value.own
            async with Turn(turns, "modest"):
                pass
            await give_up(*waiting)
        async with Turn(turns, "greedy"):
            pass

    asyncio.run(asyncio.wait_for(attempt(), 60))


def test_a_client_without_a_turn_gets_the_one_that_was_had_longest() -> None:
    async def attempt() -> None:
        turns, lost = Turns(Limits(per_client=2, in_all=4)), []

        async def endless(client: str) -> None:
            try:
                async with Turn(turns, client):
                    await asyncio.sleep(60)
            except NoTurn as error:
                lost.append((client, error.own))

        tasks = [asyncio.create_task(endless(client)) for client in ("first", "first", "second", "third")]
        await asyncio.sleep(0)
        begun = time.monotonic()
        async with Turn(turns, "modest"):
            assert 0.3 <= time.monotonic() - begun < 3
        assert lost == [("first", False)]
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
        assert [isinstance(one, asyncio.CancelledError) for one in ended].count(True) == 3
        async with Turn(turns, "modest"):
            pass

    asyncio.run(asyncio.wait_for(attempt(), 60))


def test_of_those_who_wait_whoever_has_fewest_comes_first() -> None:
    async def attempt() -> None:
        turns, order = Turns(Limits(per_client=2, in_all=2)), []

        async def take(client: str) -> None:
            async with Turn(turns, client):
                order.append(client)
                await asyncio.sleep(0.01)

        async with Turn(turns, "greedy"), asyncio.TaskGroup() as group:
            one = Turn(turns, "other")
            await one.__aenter__()
            for client in ("greedy", "greedy", "modest"):
                group.create_task(take(client))
            await asyncio.sleep(0)
            await one.__aexit__(None, None, None)
        assert order[0] == "modest"

    asyncio.run(asyncio.wait_for(attempt(), 60))


def test_in_a_full_room_whoever_has_most_there_makes_place() -> None:
    async def attempt() -> None:
        turns = Turns(Limits(per_client=1, in_all=1))
        async with Turn(turns, "first"):
            waiting = await waiting_for(turns, "greedy", 8)
            modest = asyncio.create_task(Turn(turns, "modest").__aenter__())
            with pytest.raises(NoTurn) as refused:
                await waiting[-1]
            assert refused.value.own
            assert not modest.done()
            await give_up(*waiting, modest)
        async with Turn(turns, "first"):
            pass

    asyncio.run(asyncio.wait_for(attempt(), 60))
