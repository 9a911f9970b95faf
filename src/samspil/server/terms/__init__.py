"""Pages about terms, concepts, shapes and graphs, and the documentation of the ontology, generated from it."""

from collections.abc import Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from samspil.server.terms.ontology import ontology_page
from samspil.server.terms.pages import page_about

__all__ = ["PAGES", "page_about"]

PAGES: Final[dict[str, Callable[[Request, str], Response]]] = {"/ontology": ontology_page}
