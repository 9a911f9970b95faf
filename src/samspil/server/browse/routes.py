"""The addresses of browsing, gathered from its modules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from samspil.server.browse import looks

__all__ = ["PAGES", "ROUTES"]

PAGES: Final[dict[str, Callable[[Request, str], Response]]] = {}
ROUTES: Final[list[BaseRoute]] = [*looks.ROUTES]
