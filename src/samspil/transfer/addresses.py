"""Where a server takes whole graphs: the address of its Graph Store, found from that of its SPARQL endpoint.

The standard (SPARQL 1.1 Graph Store HTTP Protocol, 4.2) fixes how a graph is named, `?graph=IRI`, and leaves the
address to the server. Each engine has a rule of its own; the first that fits counts.
"""

import re
from dataclasses import dataclass
from typing import Final

from samspil.errors import NoGraphStore

__all__ = ["RULES", "Rule", "graph_store_url"]


@dataclass(frozen=True)
class Rule:
    """How one engine's Graph Store follows from its endpoint.

    `server` begins the Server header of its answers, empty where the address alone tells; `endpoint` matches the
    entire address, and `graph_store` is made of its groups; `source` is the page that says so.
    """

    engine: str
    server: str
    endpoint: str
    graph_store: str
    source: str


# In the order in which they are tried: those that a header or a host makes sure come first.
RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "Oxigraph",
        "Oxigraph/",
        r"(.*)/query",
        r"\1/store",
        "https://github.com/oxigraph/oxigraph/blob/main/cli/README.md",
    ),
    Rule(
        "Virtuoso",
        "Virtuoso/",
        r"(.*)/sparql(?:-auth)?/?",
        r"\1/sparql-graph-crud-auth",  # with Digest (RFC 7616); without -auth it is for reading
        "https://vos.openlinksw.com/owiki/wiki/VOS/VirtGraphUpdateProtocol",
    ),
    Rule(
        "Amazon Neptune",
        "",
        r"(https://[^/]+\.neptune\.amazonaws\.com(?:\.cn)?(?::\d+)?/sparql)/?",
        r"\1/gsp/",
        "https://docs.aws.amazon.com/neptune/latest/userguide/sparql-graph-store-protocol.html",
    ),
    Rule(
        "GraphDB, RDF4J",
        "",
        r"(.*/repositories/[^/]+)/?",
        r"\1/rdf-graphs/service",
        "https://rdf4j.org/documentation/reference/rest-api/",
    ),
    Rule(
        "Stardog",
        "",
        r"(https?://[^/]+(?::5820|\.stardog\.cloud(?::\d+)?)/[^/]+)/query",
        r"\1",
        "https://stardog-union.github.io/http-docs/",
    ),
    Rule(
        "Fuseki",
        "",
        r"(https?://[^/]+/[^/]+)/(?:sparql|query)",
        r"\1/data",
        "https://jena.apache.org/documentation/fuseki2/fuseki-config-endpoint.html",
    ),
    Rule(
        "QLever",
        "",
        r"(https?://[^/]+(?:/api/[^/]+)?/?)",
        r"\1",
        "https://github.com/ad-freiburg/qlever/pull/1727",
    ),
)


def graph_store_url(endpoint: str, server: str) -> str:
    """Return the address of the Graph Store beside an endpoint; `server` is the header Server of its answers.

    Raises NoGraphStore when no rule fits.
    """
    for rule in RULES:
        if server.startswith(rule.server) and (found := re.fullmatch(rule.endpoint, endpoint)):
            return found.expand(rule.graph_store)
    raise NoGraphStore(endpoint)
