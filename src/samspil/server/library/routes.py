"""The addresses of the library's pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from samspil.server.library.asked import question
from samspil.server.library.listing import questions

__all__ = ["PAGES"]

PAGES: Final[dict[str, Callable[[Request, str], Response]]] = {
    "/queries": questions,
    "/queries/{topic}/{question}": question,
}
