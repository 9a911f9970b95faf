"""What was answered before is answered again without the engine, and never when it might be otherwise."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from urllib.parse import urlencode

import httpx
import pyoxigraph as ox
import pytest

from samspil.dataset import Dataset
from samspil.identifiers import graph
from samspil.pipeline import Register
from samspil.server import create_app, open_site
from samspil.server.engine import Answer, Asked, Engine, live
from samspil.server.sparql.answering import Given
from samspil.server.sparql.asking import Question
from samspil.server.sparql.formats import Wanted
from samspil.server.sparql.kept import Kept
from samspil.settings import Limits, Serving

COUNT = "SELECT (COUNT(*) AS ?n) { ?agreement a sam:Agreement }"
JSON, CSV = "application/sparql-results+json", "text/csv"

Ask = Callable[..., Awaitable[httpx.Response]]


def tried(
    register: Register,
    monkeypatch: pytest.MonkeyPatch,
    attempt: Callable[[Ask, list[bytes], Engine], Awaitable[None]],
    limits: Limits | None = None,
) -> None:
    """Try something with what asks, with the queries that reach the engine, and with the engine."""

    async def run() -> None:
        app, reached = create_app(open_site(register), Serving(limits=limits or Limits())), list[bytes]()
        asking = Engine.asking

        async def counted(engine: Engine, asked: Asked) -> Answer:
            reached.append(asked.query)
            return await asking(engine, asked)

        monkeypatch.setattr(Engine, "asking", counted)
        transport = httpx.ASGITransport(app)
        async with live(app), httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:

            async def ask(query: str, accept: str = JSON, **more: str) -> httpx.Response:
                fields = urlencode({"query": query, **more})
                return await client.get(f"/sparql?{fields}", headers={"Accept": accept})

            engine: Engine = app.state.engine
            while not engine.ready:
                await asyncio.sleep(0.01)
            await attempt(ask, reached, engine)

    asyncio.run(asyncio.wait_for(run(), 60))


def test_the_same_is_answered_again_without_the_engine(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def attempt(ask: Ask, reached: list[bytes], _engine: Engine) -> None:
        first, again = await ask(COUNT), await ask(COUNT)
        assert first.status_code == 200
        assert (again.content, again.headers["content-type"]) == (
            first.content,
            first.headers["content-type"],
        )
        assert len(reached) == 1

    tried(register, monkeypatch, attempt)


def test_another_format_and_another_dataset_are_another_answer(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def attempt(ask: Ask, reached: list[bytes], _engine: Engine) -> None:
        every = [
            await ask(COUNT),
            await ask(COUNT, CSV),
            await ask(COUNT, **{"default-graph-uri": graph("model")}),
            await ask(COUNT, **{"named-graph-uri": graph("model")}),
        ]
        assert len({answer.content for answer in every}) >= 3
        assert len(reached) == 4

    tried(register, monkeypatch, attempt)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (RAND() AS ?x) {}",
        "SELECT (STRUUID() AS ?x) {}",
        "SELECT (UUID() AS ?x) {}",
        "SELECT (rand # of course\n() AS ?x) {}",
    ],
)
def test_what_is_another_each_time_is_asked_each_time(
    register: Register, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    async def attempt(ask: Ask, reached: list[bytes], _engine: Engine) -> None:
        assert (await ask(query)).content != (await ask(query)).content
        assert len(reached) == 2

    tried(register, monkeypatch, attempt)


def test_a_register_that_was_read_again_is_asked_again(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def attempt(ask: Ask, reached: list[bytes], engine: Engine) -> None:
        query = "SELECT ?o { <s:1> <p:p> ?o }"
        assert (await ask(query, CSV)).text.splitlines() == ["o"]
        made = Dataset()
        made.add(graph("made-up"), [ox.Triple(ox.NamedNode("s:1"), ox.NamedNode("p:p"), ox.Literal("new"))])
        await engine.reload(made)
        assert (await ask(query, CSV)).text.splitlines() == ["o", "new"]
        assert len(reached) == 2

    tried(register, monkeypatch, attempt)


def test_a_mistake_is_told_again_and_an_answer_that_was_cut_off_says_so_again(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def attempt(ask: Ask, reached: list[bytes], _engine: Engine) -> None:
        assert [(await ask("SELECT")).status_code for _ in range(2)] == [400, 400]
        reached.clear()
        answers = [await ask("SELECT * { ?s ?p ?o }") for _ in range(2)]
        assert [answer.headers["samspil-truncated"] for answer in answers] == ["rows=3", "rows=3"]
        assert answers[0].content == answers[1].content
        assert len(reached) == 1

    tried(register, monkeypatch, attempt, Limits(rows=3))


def test_those_used_last_are_kept_and_no_more_than_there_is_room_for() -> None:
    kept = Kept(most=4_000)
    question = Question("ASK {}", (), (), Wanted(JSON, None))
    every = [replace(question, query=f"ASK {{}} # {number}") for number in range(4)]
    given = Given(JSON, None, b"x" * 100, 100)
    for one in every[:3]:
        kept.put(one, given)
    assert kept.get(every[0]) is given
    kept.put(every[3], given)
    assert [kept.get(one) is given for one in every] == [True, False, True, True]
    kept.put(replace(question, query="ASK { ?large ?p ?o }"), Given(JSON, None, b"x" * 100_000))
    assert kept.get(replace(question, query="ASK { ?large ?p ?o }")) is None
