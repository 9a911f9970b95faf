"""What an answer may be written in: the formats of rows and of graphs, as a client asks for them and the engine does.

The form of a query says whether its answer has rows (SELECT, ASK) or is a graph (CONSTRUCT, DESCRIBE), and only the
engine reads the query. So one of each is chosen, and the engine is asked for just these two.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from samspil.server.negotiation import best

__all__ = ["GRAPHS", "NAMES", "ROWS", "Wanted", "wanted"]

# Media type that a client may ask for to the one that the engine writes: rows, in the order of our preference.
ROWS: Final[dict[str, str]] = {
    "application/sparql-results+json": "application/sparql-results+json",  # SPARQL 1.1 Query Results JSON Format
    "application/sparql-results+xml": "application/sparql-results+xml",  # SPARQL Query Results XML Format
    "text/csv": "text/csv",  # SPARQL 1.1 Query Results CSV and TSV Formats, 3
    "text/tab-separated-values": "text/tab-separated-values",  # the same, 4
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
}

# The same of graphs.
GRAPHS: Final[dict[str, str]] = {
    "text/turtle": "text/turtle",  # RDF 1.1 Turtle
    "application/n-triples": "application/n-triples",  # RDF 1.1 N-Triples
    "application/ld+json": "application/ld+json",  # JSON-LD 1.1
    "application/rdf+xml": "application/rdf+xml",  # RDF 1.1 XML Syntax
    "application/trig": "application/trig",  # RDF 1.1 TriG
    "application/n-quads": "application/n-quads",  # RDF 1.1 N-Quads
    "application/json": "application/ld+json",
    "application/xml": "application/rdf+xml",
    "text/xml": "application/rdf+xml",
}

# Value of `format` to what it means for rows and for a graph.
NAMES: Final[dict[str, tuple[str | None, str | None]]] = {
    "json": ("application/sparql-results+json", "application/ld+json"),
    "xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "csv": ("text/csv", None),
    "tsv": ("text/tab-separated-values", None),
    "ttl": (None, "text/turtle"),
    "turtle": (None, "text/turtle"),
    "nt": (None, "application/n-triples"),
    "ntriples": (None, "application/n-triples"),
    "rdf": (None, "application/rdf+xml"),
    "rdfxml": (None, "application/rdf+xml"),
    "jsonld": (None, "application/ld+json"),
    "trig": (None, "application/trig"),
    "nq": (None, "application/n-quads"),
    "nquads": (None, "application/n-quads"),
}


@dataclass(frozen=True)
class Wanted:
    """The media types in which rows and a graph are wanted, None for none that there is."""

    rows: str | None
    graph: str | None

    @cached_property
    def accept(self) -> str:
        """What the engine is asked for."""
        return ", ".join([*filter(None, (ROWS.get(self.rows or ""), GRAPHS.get(self.graph or "")))])

    def named(self, media_type: str) -> str:
        """Return what the client calls what the engine wrote."""
        bare = media_type.partition(";")[0].strip()
        for asked, table in ((self.rows, ROWS), (self.graph, GRAPHS)):
            if asked and table[asked] == bare:
                return media_type if asked == bare else asked
        return media_type


@lru_cache(maxsize=256)
def wanted(accept: str, name: str | None) -> Wanted | None:
    """Return what is wanted by `format`, which is a name or a media type, else by Accept (RFC 9110, 12.5.1).

    None for a `format` that there is not.
    """
    if name is None:
        return Wanted(best(accept, tuple(ROWS)), best(accept, tuple(GRAPHS)))
    asked = name.strip().lower().replace("-", "") if "/" not in name else name.strip().lower()
    if asked in NAMES:
        return Wanted(*NAMES[asked])
    # A plus in a query string stands for a blank.
    media = asked.replace(" ", "+")
    found = Wanted(media if media in ROWS else None, media if media in GRAPHS else None)
    return found if found.accept else None
