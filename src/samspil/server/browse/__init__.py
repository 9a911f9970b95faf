"""Finding one's way: lists with facets, search with suggestions, and how types look on every page."""

from samspil.server.browse.ending import Ending, Endings, endings
from samspil.server.browse.gathering import lists_of
from samspil.server.browse.routes import PAGES, ROUTES
from samspil.server.browse.rows import Listing, Names, Row
from samspil.server.browse.search import index_of

__all__ = [
    "PAGES",
    "ROUTES",
    "Ending",
    "Endings",
    "Listing",
    "Names",
    "Row",
    "endings",
    "index_of",
    "lists_of",
]
