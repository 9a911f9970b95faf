"""The engine that answers strangers, with real processes: what ends one, and that nobody else notices."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pyoxigraph as ox
import pytest

from samspil.dataset import Dataset
from samspil.identifiers import graph
from samspil.server.engine import Asked, Engine, Failed, NotStarted, OutOfTime
from samspil.settings import Limits

LOOK_UP = "ASK { <s:1> ?p ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HUNGRY = "SELECT ?a ?d ?g ?j { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?a ?d ?g ?j"


def dataset(size: int) -> Dataset:
    """Return a dataset of so many statements in one graph."""
    made = Dataset()
    predicate = ox.NamedNode("p:p")
    made.add(
        graph("made-up"),
        [ox.Triple(ox.NamedNode(f"s:{n}"), predicate, ox.Literal(f"{n}")) for n in range(size)],
    )
    return made


@asynccontextmanager
async def running(limits: Limits, size: int = 400) -> AsyncIterator[Engine]:
    """Run an engine."""
    engine = Engine(limits)
    await engine.reload(dataset(size))
    try:
        yield engine
    finally:
        await engine.stop()


async def ask(engine: Engine, query: str, client: str = "a") -> bytes:
    """Return an answer whole."""
    async with (
        engine.turn(client),
        await engine.asking(Asked(query.encode(), "application/sparql-results+json")) as answer,
    ):
        pieces = [answer.first]
        while piece := await answer.read():
            pieces.append(piece)
        return b"".join(pieces)


def tried(attempt: Callable[[], Awaitable[None]]) -> None:
    """Run a test in a loop of its own."""

    async def bounded() -> None:
        async with asyncio.timeout(120):
            await attempt()

    asyncio.run(bounded())


def alive(pid: int) -> bool:
    """Tell whether a process runs."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_an_endless_question_ends_in_time_and_others_are_answered_meanwhile() -> None:
    async def attempt() -> None:
        async with running(Limits(seconds=3)) as engine:
            before = engine.pids[0]
            endless = asyncio.create_task(ask(engine, ENDLESS, "hostile"))
            answered = 0
            while not endless.done():
                assert b"true" in await ask(engine, LOOK_UP)
                answered += 1
                await asyncio.sleep(0.05)
            with pytest.raises(OutOfTime):
                await endless
            assert answered > 5
            assert engine.pids[0] != before
            await asyncio.sleep(0.5)
            assert not alive(before)

    tried(attempt)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it stays as it is")
def test_the_engine_works_behind_the_web_process() -> None:
    async def attempt() -> None:
        async with running(Limits()) as engine:
            own = os.getpriority(os.PRIO_PROCESS, 0)
            assert os.getpriority(os.PRIO_PROCESS, engine.pids[0]) == min(own + 10, 19)

    tried(attempt)


def test_questions_under_way_are_asked_again_when_the_engine_is_killed() -> None:
    async def attempt() -> None:
        async with running(Limits(seconds=30), 1500) as engine:
            slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(?c) + STRLEN(?f) > 1) }"
            tasks = [asyncio.create_task(ask(engine, slow, f"{n}")) for n in range(3)]
            await asyncio.sleep(0.2)
            os.kill(engine.pids[0], signal.SIGKILL)
            answers = await asyncio.gather(*tasks)
            assert all(b'"2250000"' in answer for answer in answers)
            assert b"true" in await ask(engine, LOOK_UP)

    tried(attempt)


def test_a_hungry_question_is_ended_and_the_engine_goes_on() -> None:
    async def attempt() -> None:
        async with running(Limits(seconds=60, memory=300 * 1024**2)) as engine:
            with pytest.raises(Failed):
                await ask(engine, HUNGRY, "hostile")
            assert b"true" in await ask(engine, LOOK_UP)

    tried(attempt)


def test_another_dataset_takes_over_while_an_answer_is_finished() -> None:
    async def attempt() -> None:
        async with running(Limits(seconds=30), 5000) as engine:
            old = engine.pids[0]
            asked = Asked(b"SELECT * { ?s ?p ?o }", "application/sparql-results+json")
            async with engine.turn("a"), await engine.asking(asked) as answer:
                await engine.reload(dataset(3))
                assert b'"3"' in await ask(engine, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
                assert alive(old)
                size = len(answer.first)
                while piece := await answer.read():
                    size += len(piece)
                assert size > 100 * 5000
            await asyncio.sleep(1)
            assert not alive(old)

    tried(attempt)


def test_nobody_can_write_to_the_engine() -> None:
    import httpx

    async def attempt() -> None:
        async with running(Limits()) as engine:
            command = Path(f"/proc/{engine.pids[0]}/cmdline").read_text().split("\0")
            address = f"http://{command[command.index('--bind') + 1]}"
            async with httpx.AsyncClient(trust_env=False) as client:
                update = await client.post(f"{address}/update", data={"update": "CLEAR ALL"})
                store = await client.put(
                    f"{address}/store?default", content="", headers={"Content-Type": "text/turtle"}
                )
            assert (update.status_code, store.status_code) == (403, 403)
            assert address.startswith("http://127.0.0.1:")

    tried(attempt)


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux sees to it")
def test_engines_die_with_the_process_that_asks_them() -> None:
    program = (
        "import asyncio, sys; sys.path.insert(0, '.')\n"
        "from samspil.dataset import Dataset\n"
        "from samspil.server.engine import Engine\n"
        "from samspil.settings import Limits\n"
        "async def main():\n"
        "    engine = Engine(Limits()); await engine.reload(Dataset())\n"
        "    print(*engine.pids, flush=True); await asyncio.sleep(100)\n"
        "asyncio.run(main())\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        assert pids
        assert all(map(alive, pids))
        parent.kill()
        parent.wait()
    for _ in range(50):
        if not any(map(alive, pids)):
            return
        asyncio.run(asyncio.sleep(0.1))
    pytest.fail("an engine outlived its parent")


def test_without_an_engine_a_question_is_told_to_come_later() -> None:
    async def attempt() -> None:
        with pytest.raises(NotStarted):
            await ask(Engine(Limits()), LOOK_UP)

    tried(attempt)


def test_nothing_is_left_when_the_engine_is_stopped_while_it_is_prepared(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("samspil.server.engine.place._MEMORY", tmp_path)

    async def attempt() -> None:
        engine = Engine(Limits())
        engine.open(dataset(5000))
        while not list(tmp_path.iterdir()):
            await asyncio.sleep(0)
        await engine.stop()

    tried(attempt)
    assert list(tmp_path.iterdir()) == []
