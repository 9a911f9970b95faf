"""The named graphs of one server: listed, counted, read, replaced and removed, each as a whole.

Graphs travel by the SPARQL 1.1 Graph Store HTTP Protocol as N-Triples, which every engine reads and writes; only
the list and the counts are asked for by SPARQL.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Final
from urllib.parse import quote
from urllib.request import Request

import pyoxigraph as ox

from samspil.errors import NotAGraphStore, NotSparql, TruncatedAnswer
from samspil.formats import FORMATS
from samspil.store.asked import Asked
from samspil.store.endpoint import Endpoint
from samspil.store.exchange import Client, Reply
from samspil.store.refusals import accepted
from samspil.store.remote import UNNAMED, RemoteStore
from samspil.transfer.addresses import graph_store_url
from samspil.transfer.lines import Lines, read_lines

__all__ = ["GraphStore", "graph_store_of"]

_TRIPLES: Final = "application/n-triples"

# Media type of a graph to the format in it; text/plain was that of N-Triples before 2014.
_FORMATS: Final = {
    _TRIPLES: FORMATS["nt"],
    "text/plain": FORMATS["nt"],
    "text/turtle": FORMATS["turtle"],
}

# Bytes in one request: a block is held in memory, and is sent twice where the server asks for Digest.
_BLOCK: Final = 8 << 20
_WRONG_ADDRESS: Final = (404, 405, 415, 501)  # no such place, or one that takes no N-Triples by PUT

_MOST_BYTES: Final = 1 << 34  # of one graph that is read back


class GraphStore:
    """A server's graphs.

    Every method raises what an exchange raises, AccessRefused, NotAGraphStore and ServerFailed.
    """

    def __init__(self, endpoint: Endpoint, graph_store: Endpoint) -> None:
        """Take where SPARQL is answered and where whole graphs are taken; nothing is sent yet."""
        self.endpoint, self.graph_store = endpoint, graph_store
        self._register, self._graphs = RemoteStore(endpoint), Client(graph_store)

    def names(self) -> list[str]:
        """Return the names of the graphs of ours that are not empty, sorted. Raises as RemoteStore.filled does."""
        return list(self._register.filled())

    def count(self, graph: str) -> int:
        """Return how many statements a graph has, as the server counts them. Raises NotSparql."""
        query = f"SELECT (COUNT(*) AS ?n) {{ GRAPH {ox.NamedNode(graph)} {{ ?s ?p ?o }} }}"
        found = self._register.results(Asked(query), "SELECT", UNNAMED)
        cells = [] if found.truth is not None else [cell for row in found.solutions for cell in row]
        if len(cells) != 1 or not isinstance(cells[0], ox.Literal) or not cells[0].value.isdecimal():
            raise NotSparql(self.endpoint.where, ", ".join(map(str, cells))[:100] or "–")
        return int(cells[0].value)

    def read(self, graph: str, path: Path) -> Lines:
        """Write a graph to a new file as sorted lines; a graph that is not there is empty.

        Raises NotSparql for an answer in another format, TruncatedAnswer for one that does not parse.
        """
        accept = {"Accept": f"{_TRIPLES}, text/turtle;q=0.5, text/plain;q=0.3"}
        reply = self._sent("GET", graph, headers=accept, absent_is_fine=True)
        if reply.status in (204, 404):
            return read_lines(b"", FORMATS["nt"], path)
        if reply.media_type not in _FORMATS:
            raise NotSparql(self.graph_store.where, reply.media_type or "–")
        try:
            return read_lines(reply.body, _FORMATS[reply.media_type], path)
        except SyntaxError as error:
            raise TruncatedAnswer(self.graph_store.where, "the text breaks off, or is no RDF") from error

    def replace(self, graph: str, lines: Lines) -> None:
        """Put lines in the place of a graph: the first block replaces it, others are added to that.

        A block may be sent again without harm, for a graph is a set, and blank nodes travel all in one.
        """
        blocks: Iterator[bytes] = lines.blocks(_BLOCK)
        for number, block in enumerate(chain([next(blocks, b"")], blocks)):
            headers = {"Content-Type": _TRIPLES}
            self._sent("POST" if number else "PUT", graph, block, headers)

    def remove(self, graph: str) -> None:
        """Remove a graph; one that is not there is removed already."""
        self._sent("DELETE", graph, absent_is_fine=True)

    def _sent(
        self,
        method: str,
        graph: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
        absent_is_fine: bool = False,
    ) -> Reply:
        """Return the reply to a request about one graph."""
        address = self.graph_store.url
        url = f"{address}{'&' if '?' in address else '?'}graph={quote(graph, safe='')}"
        request = Request(url, body, headers or {}, method=method)  # noqa: S310  # an Endpoint is HTTP
        reply = self._graphs.exchange_repeatable(request, _MOST_BYTES)
        if absent_is_fine and reply.status == 404:
            return reply
        if reply.status in _WRONG_ADDRESS:
            raise NotAGraphStore(self.graph_store.where, reply.status)
        return accepted(_plain(reply), self.graph_store)


def graph_store_of(endpoint: Endpoint) -> Endpoint:
    """Return where the server of an endpoint takes whole graphs, which it is asked for by what it calls itself.

    Raises NoGraphStore, and what an exchange raises.
    """
    reply = RemoteStore(endpoint).reply(Asked("ASK {}"), over=UNNAMED)
    server = str(reply.headers.get("Server") or "")
    return replace(endpoint, url=graph_store_url(endpoint.url, server))


def _plain(reply: Reply) -> Reply:
    """Return a reply without the tags of a page, in one line: Virtuoso tells failures in HTML."""
    if reply.media_type != "text/html":
        return reply
    text = re.sub(rb"<title>.*?</title>|<[^>]*>", b" ", reply.body[:5000], flags=re.DOTALL | re.IGNORECASE)
    return replace(reply, body=b" ".join(text.split()))
