"""What a reader sees when a page fails: calm words in both languages; what failed is told on standard error."""

from __future__ import annotations

import logging
from typing import Final

from starlette.responses import HTMLResponse
from starlette.types import Receive, Scope, Send

__all__ = ["fail"]

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


async def fail(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer 500 (RFC 9110, 15.6.1) for what has just failed; its words go to the log and never to the reader."""
    # Without the query, which may name a person.
    _LOG.exception("%s %s", scope["method"], ascii(scope["path"])[:200])
    await HTMLResponse(_PAGE, 500, {"Cache-Control": "no-store"})(scope, receive, send)
