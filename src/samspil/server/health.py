"""Whether the explorer is well, for whoever watches the machine: `/health`."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

from samspil.server.site import site_of

__all__ = ["ROUTES"]


def health(request: Request) -> JSONResponse:
    """Answer 200 when the register answers, and the engine for queries too; 503 (RFC 9110, 15.6.4) otherwise.

    The status is ok, failing, or starting: then the engine is still being filled.
    """
    engine = request.app.state.engine
    parts = {"register": site_of(request).store.ask("ASK { ?thing a ?type }"), "sparql": engine.ready}
    well = all(parts.values())
    status = "ok" if well else "starting" if engine.starting else "failing"
    body = {"status": status, "parts": parts, "version": site_of(request).version}
    return JSONResponse(body, 200 if well else 503, {"Cache-Control": "no-store"})


ROUTES: Final[list[BaseRoute]] = [Route("/health", health)]
