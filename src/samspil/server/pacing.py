"""Pages in turns: whoever asks for a hundred at once makes nobody else wait for them all.

To make a page is work of this process, of which there is one; so what waits goes round client by client (`turns`). A
turn ends when the answer begins: whoever reads slowly keeps nobody waiting. What counts as had is the time of the
processor, where it is known (`working`): what takes long because others are at work is nobody's fault.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from samspil.server.refusing import refusal
from samspil.server.turns import NoTurn, Turns, client_of
from samspil.settings import Limits

__all__ = ["Paced", "working"]

# Files, what is asked to see whether all is well, and what takes long to make once and is then a file.
_FREE: Final = ("/static/", "/health", "/dumps/")
# Made at once. More would take the interpreter from each other, and from whoever only waits for a look-up.
_PAGES: Final = Limits(per_client=1, in_all=2)
# What asks the library, which may take seconds in a large register, keeps no other page waiting.
_QUESTIONS: Final = Limits(per_client=2, in_all=4)
_ASKING: Final = "/queries/"
_WAITING: Final = 64  # times as many may wait
_SPENT: Final = "samspil.spent"  # of a request: the seconds of the processor that it took


@contextmanager
def working(scope: Scope) -> Iterator[None]:
    """Take note of the processor's time that this thread takes for a request while the block runs."""
    begun = time.thread_time()
    try:
        yield
    finally:
        scope.get(_SPENT, []).append(time.thread_time() - begun)


class Paced:
    """Makes pages in turns."""

    def __init__(self, app: ASGIApp) -> None:
        """Take the application."""
        self.app = app
        self._pages = Turns(_PAGES, _WAITING)
        self._questions = Turns(_QUESTIONS, _WAITING)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wait for a turn and pass a request on; one that waits too long is told to come again."""
        if scope["type"] != "http" or scope["path"].startswith(_FREE):
            await self.app(scope, receive, send)
            return
        client = client_of(scope)
        turns = self._questions if _ASKING in scope["path"] else self._pages
        try:
            await turns.take(client)
        except NoTurn as error:
            told = refusal(429 if error.own else 503, {"Retry-After": str(error.seconds)})
            await told(scope, receive, send)
            return
        await self._within(turns, client, scope, receive, send)

    async def _within(self, turns: Turns, client: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on in a turn, which is over when the answer begins."""
        over = False
        spent: list[float] = []

        def end() -> None:
            nonlocal over
            if not over:
                over = True
                turns.release(client, sum(spent) or None)

        async def sent(message: Message) -> None:
            end()
            await send(message)

        try:
            await self.app({**scope, _SPENT: spent}, receive, sent)
        finally:
            end()
