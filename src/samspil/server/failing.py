"""What a reader sees when a page fails: calm words in both languages; what failed is told on standard error."""

from __future__ import annotations

import logging
from typing import Final

from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["CalmFailures"]

_LOG: Final = logging.getLogger("samspil.server")

# No template and nothing of the register: they may be what failed.
_PAGE: Final = """<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Noget gik galt · Samspil</title>
</head>
<body>
<main>
<h1>Noget gik galt</h1>
<p>Siden kan ikke vises. Fejlen ligger hos os og er noteret. Prøv igen om lidt.</p>
<div lang="en">
<h2>Something went wrong</h2>
<p>The page cannot be shown. The fault is ours and has been noted. Please try again in a while.</p>
</div>
</main>
</body>
</html>
"""


class CalmFailures:
    """Answers 500 (RFC 9110, 15.6.1) for whatever fails; the words of the failure never leave the machine."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and answer for it when that fails."""
        started = False

        async def noted(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except ClientDisconnect:
            return  # nobody waits for an answer, and it is no fault of ours
        except Exception:  # the outermost edge: whatever failed, someone waits for an answer
            if scope["type"] != "http" or started:
                raise  # which breaks the connection off, so that half an answer is not taken for a whole one
            # Without the query, which may name a person.
            _LOG.exception("%s %s", scope["method"], ascii(scope["path"])[:200])
            headers = {"Cache-Control": "no-store"}
            await HTMLResponse(_PAGE, 500, headers)(scope, receive, send)
