"""Where a page links to for an IRI: our own page about it, another's address, or nowhere."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request

from samspil.server.addresses import addresses_of
from samspil.server.linked import Name

__all__ = ["places"]


def places(request: Request, lang: str) -> Callable[[str], str]:
    """Return what gives the link for an IRI; one whose scheme could run something has none."""
    path = addresses_of(request).path

    def at(iri: str) -> str:
        name = Name.of(iri)
        if name is not None:
            return path(f"/{lang}{name.path('doc')}")
        return iri if iri.startswith(("https://", "http://")) else ""

    return at
