"""The short way to `/sparql`: past what pages need (their hash, their routes), which costs a look-up dear.

What guards every request stands before it all the same: the host, the size, what is ambiguous, the safe headers.
"""

from __future__ import annotations

from typing import Final

from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from samspil.server.sparql.endpoint import Endpoint

__all__ = ["Straight"]

_LEVEL: Final = 1  # an answer that passes through waits for its packing
_LEAST: Final = 1024


class Straight:
    """Passes what is asked at `/sparql` to the endpoint, and everything else on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._endpoint = Endpoint()
        self._packed = GZipMiddleware(self._endpoint, minimum_size=_LEAST, compresslevel=_LEVEL)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; an answer is packed (gzip) for those who say that they can unpack it."""
        if scope["type"] != "http" or scope["path"] != "/sparql":
            await self.app(scope, receive, send)
        elif any(name == b"accept-encoding" and b"gzip" in value for name, value in scope["headers"]):
            await self._packed(scope, receive, send)
        else:
            await self._endpoint(scope, receive, send)
