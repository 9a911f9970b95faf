"""Pages in turns: whoever asks for a hundred at once makes nobody else wait for them all.

To make a page is work of this process, of which there is one; so what waits goes round client by client (`turns`). A
turn ends when the answer begins: whoever reads slowly keeps nobody waiting.
"""

from __future__ import annotations

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from samspil.server.refusing import refusal
from samspil.server.turns import NoTurn, Turns, client_of
from samspil.settings import Limits

__all__ = ["Paced"]

# Files, what is asked to see whether all is well, and what takes long to make once and is then a file.
_FREE: Final = ("/static/", "/health", "/dumps/")
# Made at once; the pages of many people may come from one address.
_PAGES: Final = Limits(per_client=2, in_all=8)
_WAITING: Final = 32  # times as many may wait


class Paced:
    """Makes pages in turns."""

    def __init__(self, app: ASGIApp) -> None:
        """Take the application."""
        self.app = app
        self._turns = Turns(_PAGES, _WAITING)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wait for a turn and pass a request on; one that waits too long is told to come again."""
        if scope["type"] != "http" or scope["path"].startswith(_FREE):
            await self.app(scope, receive, send)
            return
        client = client_of(scope)
        try:
            await self._turns.take(client)
        except NoTurn as error:
            told = refusal(429 if error.own else 503, {"Retry-After": str(error.seconds)})
            await told(scope, receive, send)
            return
        await self._within(client, scope, receive, send)

    async def _within(self, client: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on in a turn, which is over when the answer begins."""
        over = False

        def end() -> None:
            nonlocal over
            if not over:
                over = True
                self._turns.release(client)

        async def sent(message: Message) -> None:
            end()
            await send(message)

        try:
            await self.app(scope, receive, sent)
        finally:
            end()
