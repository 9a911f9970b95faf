"""Finding one's way: lists with facets, search with suggestions, and how types look on every page."""

from samspil.server.browse.routes import PAGES, ROUTES

__all__ = ["PAGES", "ROUTES"]
