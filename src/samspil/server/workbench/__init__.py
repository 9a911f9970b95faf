"""The SPARQL workbench at `/{lang}/query`: an editor that completes from our own data, the library, answers in views.

Without a script it is a form with an answer. The script (`samspil/server/script`, bundled by `web/assets.py`) puts
Yasqe in the place of the text field and draws the answer as table, chart and network.
"""

from collections.abc import Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from samspil.server.workbench import assets, data, pages
from samspil.server.workbench.partitions import Partitions, partitions, triples

__all__ = ["PAGES", "ROUTES", "Partitions", "partitions", "triples"]

PAGES: Final[dict[str, Callable[[Request, str], Response]]] = pages.PAGES
ROUTES: Final[list[BaseRoute]] = [*pages.ROUTES, *data.ROUTES, *assets.ROUTES]
