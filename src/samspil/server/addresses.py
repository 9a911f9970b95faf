"""Where things are: paths on this server, their public addresses, and the IRIs that they show.

IRIs are names and never move: they begin with `https://w3id.org/samspil/` wherever the register is served. Where it
is served is one setting (`Serving.public`): all that a page links to begins at its path, all that names an address
in full (canonical links, Link headers, OpenAPI, the service description) begins at its origin.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.requests import Request

from samspil.namespaces import BASE

__all__ = ["Addresses", "addresses_of"]


@dataclass(frozen=True)
class Addresses:
    """The origin (`https://data.kommune.dk`) and the path without its last slash (`/samspil`, or nothing)."""

    origin: str
    root: str = ""

    def path(self, path: str) -> str:
        """Return a path of the application (`/da/map`) as a link has it."""
        return self.root + path

    def full(self, path: str) -> str:
        """Return a path of the application as an address in full."""
        return self.origin + self.root + path

    def shown(self, iri: str) -> str:
        """Return where one of our IRIs is shown: the path of its own that answers for it; another IRI as it is."""
        return self.path("/" + iri.removeprefix(BASE)) if iri.startswith(BASE) else iri

    def page(self, iri: str, lang: str) -> str:
        """Return the path of the page in a language about one of our things or terms; another IRI as it is."""
        inside = iri.removeprefix(BASE)
        return self.path(f"/{lang}/doc/{inside.removeprefix('id/')}") if inside != iri else iri


def addresses_of(request: Request) -> Addresses:
    """Return the addresses as the reader of a request sees them: the public ones, else those that were asked."""
    public: str = request.app.state.serving.public
    asked = urlsplit(public or str(request.base_url))
    return Addresses(f"{asked.scheme}://{asked.netloc}", asked.path.rstrip("/"))
