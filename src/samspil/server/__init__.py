"""The explorer: pages, linked data, SPARQL and the library over HTTP. Starlette stays here."""

from samspil.server.app import create_app
from samspil.server.running import run
from samspil.server.site import Site, open_site

__all__ = ["Site", "create_app", "open_site", "run"]
