"""The addresses of browsing, gathered from its modules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from samspil.server.browse import lists, looks, preview, search

__all__ = ["PAGES", "ROUTES"]

PAGES: Final[dict[str, Callable[[Request, str], Response]]] = {**lists.PAGES, **search.PAGES}
ROUTES: Final[list[BaseRoute]] = [*looks.ROUTES, *preview.ROUTES, *search.ROUTES]
