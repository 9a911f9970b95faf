"""Which page shows what a name means."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from samspil.server.linked import Name
from samspil.server.terms.statements import statements_page

__all__ = ["page_about"]


def page_about(request: Request, lang: str, name: Name) -> Response:
    """Return the page about a name that the register knows."""
    return statements_page(request, lang, name)
