"""Pages are made in turns: a client that asks for many at once makes nobody else wait for them all."""

import asyncio
import time
from collections import Counter
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from samspil.server.pacing import Paced, working


class Pages:
    """Pages that take a while, and how many were under way at once of each client."""

    def __init__(self) -> None:
        self.now: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.order: list[str] = []

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        client = scope["client"][0]
        for whose in (client, "all"):
            self.now[whose] += 1
            self.most[whose] = max(self.most[whose], self.now[whose])
        await asyncio.sleep(0.01)
        for whose in (client, "all"):
            self.now[whose] -= 1
        self.order.append(client)
        if scope["path"] == "/fails":
            raise ValueError
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"page"})


async def asked(app: Paced, client: str, path: str = "/", reads: float = 0) -> tuple[int, dict[str, str]]:
    """Ask for a page and read it in so many seconds; return its status and headers."""
    starts: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            starts.append(message)
        await asyncio.sleep(reads)

    scope: dict[str, Any] = {
        "type": "http",
        "method": "GET",
        "path": path,
        "client": (client, 1),
        "headers": [],
    }
    await app(scope, receive, send)
    return starts[0]["status"], {name.decode(): value.decode() for name, value in starts[0]["headers"]}


def test_a_client_with_many_pages_does_not_make_another_wait_for_them_all() -> None:
    async def attempt() -> None:
        pages = Pages()
        app = Paced(pages)
        answers = await asyncio.gather(*(asked(app, "greedy") for _ in range(20)), asked(app, "modest"))
        assert {status for status, _ in answers} == {200}
        assert pages.most["greedy"] == 1
        assert pages.order.index("modest") <= 1

    asyncio.run(asyncio.wait_for(attempt(), 60))


def test_only_so_many_pages_are_made_at_once() -> None:
    async def attempt() -> None:
        pages = Pages()
        app = Paced(pages)
        await asyncio.gather(*(asked(app, f"client {number}") for number in range(20)))
        assert pages.most["all"] == 2

    asyncio.run(asyncio.wait_for(attempt(), 60))


def test_a_question_that_takes_long_keeps_no_page_waiting() -> None:
    async def attempt() -> None:
        pages = Pages()
        app = Paced(pages)
        questions = [asked(app, f"client {number}", "/da/queries/actors/list") for number in range(9)]
        tasks = [asyncio.create_task(one) for one in questions]
        await asyncio.sleep(0)
        assert pages.now["all"] == 4
        assert await asked(app, "reader") == (200, {})
        assert pages.order.index("reader") <= 4
        await asyncio.gather(*tasks)

    asyncio.run(asyncio.wait_for(attempt(), 60))


def test_of_those_who_wait_whoever_took_least_of_the_processor_comes_next() -> None:
    async def attempt() -> None:
        order: list[str] = []

        async def page(scope: Scope, _receive: Receive, send: Send) -> None:
            client = scope["client"][0]
            with working(scope):
                begun = time.thread_time()
                while client == "heavy" and time.thread_time() - begun < 0.02:
                    pass
            order.append(client)
            await asyncio.sleep(0.01)
            await send({"type": "http.response.start", "status": 200, "headers": []})

        app = Paced(page)
        await asyncio.gather(asked(app, "heavy"), asked(app, "light"))
        first = [asyncio.create_task(asked(app, name)) for name in ("one", "two")]
        await asyncio.sleep(0)
        await asyncio.gather(*first, *(asked(app, name) for name in ("heavy", "light")))
        assert order == ["heavy", "light", "one", "two", "light", "heavy"]

    asyncio.run(asyncio.wait_for(attempt(), 60))


def test_more_than_can_wait_is_told_to_come_again() -> None:
    async def attempt() -> None:
        app = Paced(Pages())
        answers = await asyncio.gather(*(asked(app, "greedy") for _ in range(100)))
        refused = [headers for status, headers in answers if status == 429]
        assert len(refused) == 100 - 1 - 64
        assert {headers["retry-after"] for headers in refused} == {"5"}
        assert await asked(app, "greedy") == (200, {})

    asyncio.run(asyncio.wait_for(attempt(), 60))


@pytest.mark.parametrize("path", ["/static/site.css", "/health", "/dumps/samspil.ttl"])
def test_some_wait_for_nobody(path: str) -> None:
    async def attempt() -> None:
        pages = Pages()
        app = Paced(pages)
        await asyncio.gather(*(asked(app, "client", path) for _ in range(20)))
        assert pages.most["client"] == 20

    asyncio.run(asyncio.wait_for(attempt(), 60))


def test_who_reads_slowly_keeps_nobody_waiting() -> None:
    async def attempt() -> None:
        app = Paced(Pages())
        slow = [asyncio.create_task(asked(app, "slow", reads=60)) for _ in range(8)]
        async with asyncio.timeout(5):
            assert (await asked(app, "slow"))[0] == 200
        for task in slow:
            task.cancel()

    asyncio.run(asyncio.wait_for(attempt(), 60))


def test_a_page_that_fails_gives_its_turn_back() -> None:
    async def attempt() -> None:
        app = Paced(Pages())
        failed = await asyncio.gather(
            *(asked(app, "one", "/fails") for _ in range(9)), return_exceptions=True
        )
        assert {type(error) for error in failed} == {ValueError}
        assert (await asked(app, "one"))[0] == 200

    asyncio.run(asyncio.wait_for(attempt(), 60))


def test_what_is_no_request_passes() -> None:
    async def attempt() -> None:
        seen: list[str] = []

        async def app(scope: Scope, _receive: Receive, _send: Send) -> None:
            seen.append(scope["type"])

        await Paced(app)({"type": "lifespan"}, None, None)  # type: ignore[arg-type]  # not asked of
        assert seen == ["lifespan"]

    asyncio.run(asyncio.wait_for(attempt(), 60))
