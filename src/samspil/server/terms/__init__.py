"""Pages about terms, concepts, shapes and graphs, generated from the ontology."""

from samspil.server.terms.pages import page_about

__all__ = ["page_about"]
