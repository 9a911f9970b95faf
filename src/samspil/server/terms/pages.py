"""Which page shows what a name means."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from samspil.server.linked import Name
from samspil.server.terms.statements import statements_page
from samspil.server.things import thing_page

__all__ = ["page_about"]


def page_about(request: Request, lang: str, name: Name) -> Response:
    """Return the page about a name that the register knows."""
    if name.space == "id":
        return thing_page(request, lang, name.iri)
    return statements_page(request, lang, name)
