"""A server in front of a real one that does what servers and networks do at their worst; and small registers."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit, urlunsplit

import httpx
import pyoxigraph as ox
from tests.servers import Server

from samspil.dataset import Dataset
from samspil.identifiers import graph
from samspil.store.endpoint import Endpoint
from samspil.transfer import GraphStore

# Method, address and body of a request to the body that is passed on; None breaks the line.
Fault = Callable[[str, str, bytes], bytes | None]


def store_at(server: Server) -> GraphStore:
    """Return the graphs of a server to which anybody may write."""
    return GraphStore(Endpoint(server.query), Endpoint(server.graph_store))


def triple(subject: str, value: str | ox.NamedNode | ox.BlankNode | ox.Literal = "x") -> ox.Triple:
    object_ = ox.Literal(value) if isinstance(value, str) else value
    return ox.Triple(ox.NamedNode(f"urn:{subject}"), ox.NamedNode("urn:p"), object_)


def dataset(**graphs: list[ox.Triple]) -> Dataset:
    """Return a dataset with a graph of ours for each name."""
    made = Dataset()
    for name, triples in graphs.items():
        made.add(graph(name), triples)
    return made


@contextmanager
def between(server: Server, fault: Fault) -> Iterator[Server]:
    """Run a server that passes everything on to another, but for the fault."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            passed = fault(self.command, self.path, body)
            if passed is None:
                self.close_connection = True
                return
            kept = {name: self.headers[name] for name in ("Accept", "Content-Type") if self.headers[name]}
            base = urlsplit(server.query)
            url = urlunsplit((base.scheme, base.netloc, "", "", "")) + self.path
            reply = httpx.request(
                self.command, url, content=passed, headers=kept, trust_env=False, timeout=60
            )
            self.send_response(reply.status_code)
            self.send_header("Content-Type", reply.headers.get("Content-Type", ""))
            self.send_header("Content-Length", str(len(reply.content)))
            self.end_headers()
            self.wfile.write(reply.content)

        do_GET = do_PUT = do_POST = do_DELETE = answer  # noqa: N815 (the names that http.server calls)

        def log_message(self, format: str, *args: object) -> None:
            """Keep the output of the tests free of requests."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as proxy:
        thread = threading.Thread(target=proxy.serve_forever)
        thread.start()
        try:
            address = f"http://127.0.0.1:{proxy.server_address[1]}"
            yield Server(f"{address}/query", f"{address}/store")
        finally:
            proxy.shutdown()
            thread.join()
