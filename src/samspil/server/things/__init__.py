"""The pages of things: every actor, cooperation, agreement, document, passage, and whatever else has an IRI."""

from samspil.server.things.page import exists, thing_page

__all__ = ["exists", "thing_page"]
