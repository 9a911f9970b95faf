"""A question to a SPARQL server: our time over that of bare HTTP clients that send the same text.

    python -m bench.remote

The server is `oxigraph` on this machine; the question has a short answer, so that what is measured is the way and not
the work. The peers read the same JSON: httpx with one connection kept open, and urllib with a new one each time, as
SPARQLWrapper opens.
"""

import json
import statistics
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from bench.measure import machine
from samspil.pipeline import open_register
from samspil.project import Project
from samspil.store.endpoint import Endpoint
from samspil.store.remote import RemoteStore

__all__ = ["main"]

_ROUNDS: Final = 300
_MOST: Final = 2.0  # milliseconds

_QUERY: Final = """
SELECT ?actor ?label WHERE {
  ?actor a <https://w3id.org/samspil/model/Municipality> ;
    <http://www.w3.org/2004/02/skos/core#prefLabel> ?label .
} ORDER BY ?label LIMIT 10
"""
_HEADERS: Final = {
    "Accept": "application/sparql-results+json",
    "Content-Type": "application/x-www-form-urlencoded",
}


def main(arguments: Sequence[str]) -> int:
    """Measure and print; exit code 1 when the bound does not hold."""
    from tests.servers import load, oxigraph_server

    rounds = 50 if "--quick" in arguments else _ROUNDS
    print(machine())
    with tempfile.TemporaryDirectory() as folder, oxigraph_server(Path(folder)) as server:
        load(server, open_register(Project.shipped()).dataset)
        with server.client() as client:
            return 0 if _compare(server.query, client.post, rounds) else 1


def _compare(address: str, post: Callable[..., object], rounds: int) -> bool:
    """Ask in turn and print the medians; tell whether the bound holds over the peer that is as we are."""
    store = RemoteStore(Endpoint(address))
    from tests.servers import MERGE

    body = urlencode({"query": _QUERY, "default-graph-uri": MERGE})
    request = urllib.request.Request(address, data=body.encode(), headers=_HEADERS)  # noqa: S310  our own server

    def ours() -> int:
        return len(list(store.select(_QUERY)))

    def kept_open() -> int:
        answer = post(address, content=body, headers=_HEADERS)
        return len(json.loads(answer.content)["results"]["bindings"])  # type: ignore[attr-defined]  # httpx's

    def each_anew() -> int:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310  our own server
            return len(json.loads(answer.read())["results"]["bindings"])

    taken = _in_turn((ours, kept_open, each_anew), rounds)
    print("| a short question to a server | median | ours takes longer by |\n|---|---|---|")
    for name, one in zip(("Samspil", "httpx, kept open", "urllib, each anew"), taken, strict=True):
        print(f"| {name} | {one:.2f} ms | {taken[0] - one:.2f} ms |")
    return taken[0] - taken[1] <= _MOST


def _in_turn(actions: Sequence[Callable[[], int]], rounds: int) -> list[float]:
    """Return the median milliseconds of each action; all give the same number of rows."""
    assert len({action() for action in actions}) == 1
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(rounds):
        for action, found in zip(actions, times, strict=True):
            start = time.perf_counter()
            action()
            found.append((time.perf_counter() - start) * 1000)
    return [statistics.median(found) for found in times]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
