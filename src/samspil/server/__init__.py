"""The explorer: pages, linked data, SPARQL and the library over HTTP. Starlette stays here."""

from samspil.server.app import create_app
from samspil.server.log import open_log
from samspil.server.running import Stopped, listen, run, stoppable
from samspil.server.site import Site, open_site
from samspil.server.watching import NotTakenError, Reread

__all__ = [
    "NotTakenError",
    "Reread",
    "Site",
    "Stopped",
    "create_app",
    "listen",
    "open_log",
    "open_site",
    "run",
    "stoppable",
]
