"""`/sparql` against the engine behind it, and against a bare application that asks in its own process.

    python -m bench.sparql [--quick]

What a look-up takes longer by `/sparql` than by the engine's own port: medians, asked in turn over connections that
are kept open, each another. And how many look-ups a second `/sparql` answers, over how many a bare Starlette
application does that hands the same text to pyoxigraph: `wrk` asks, both are served by uvicorn with the same settings,
one after the other, a few times. Once each query is another, and once it is one of a hundred, whose answers we keep.
"""

from __future__ import annotations

import contextlib
import http.client
import multiprocessing
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.measure import machine
from samspil.pipeline import open_register
from samspil.project import Project
from samspil.server import create_app, open_site
from samspil.server.connections import connections
from samspil.settings import Limits, Serving

__all__ = ["main"]

_MOST: Final = 2.0  # milliseconds
_LEAST: Final = 0.8
_TYPE: Final = "application/sparql-results+json"
_QUERY: Final = "SELECT ?p ?o { <https://w3id.org/samspil/id/actor/norddjurs-kommune> ?p ?o } LIMIT 10"
_LUA: Final = """
local n = 0
function setup(thread) thread:set("number", math.random(1000000)) end
function request()
  n = n + 1
  local query = "%(query)s # " .. (%(different)d > 0 and n %% %(different)d or number .. " " .. n)
  return wrk.format("POST", nil, {["Content-Type"] = "application/sparql-query", ["Accept"] = "%(type)s"}, query)
end
"""
_FEW: Final = 100


def main(arguments: Sequence[str]) -> int:
    """Measure and print; exit code 1 when a bound does not hold."""
    quick = "--quick" in arguments
    print(machine())
    with _served(_ours) as ours, _served(_bare) as bare:
        overhead = _overhead(ours, 100 if quick else 1000)
        runs = (2 if quick else 5, 3 if quick else 7)
        share, again = (_throughput(ours, bare, *runs, different) for different in (0, _FEW))
    print(f"| a look-up by /sparql, longer than by the engine | {overhead:.2f} ms | at most {_MOST} ms |")
    print(f"| look-ups a second, of those of a bare application | {share:.2f} | at least {_LEAST} |")
    print(f"| the same, one of {_FEW} look-ups each time | {again:.2f} | at least {_LEAST} |")
    return 0 if overhead <= _MOST and min(share, again) >= _LEAST else 1


def _ours() -> Starlette:
    """Return the explorer, with no bound on what one client may ask."""
    limits = Limits(per_client=64, in_all=64)
    return create_app(open_site(open_register(Project.shipped())), Serving(limits=limits))


def _bare() -> Starlette:
    """Return an application that does nothing but ask."""
    store = open_register(Project.shipped()).dataset.store

    async def answer(request: Request) -> Response:
        found = store.query((await request.body()).decode())
        assert not isinstance(found, ox.QueryBoolean | ox.QueryTriples)
        return Response(found.serialize(format=ox.QueryResultsFormat.JSON), media_type=_TYPE)

    return Starlette(routes=[Route("/sparql", answer, methods=["POST"])])


@contextlib.contextmanager
def _served(make: Callable[[], Starlette]) -> Iterator[int]:
    """Serve an application from a process of its own; give its port."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(128)
        process = multiprocessing.get_context("fork").Process(target=_serve, args=(make, listener))
        process.start()
        port = listener.getsockname()[1]
        try:
            for _ in range(20):  # until it is ready, and its paths are warm
                _ask(http.client.HTTPConnection("127.0.0.1", port), "/sparql")
            yield port
        finally:
            process.terminate()
            process.join()


def _serve(make: Callable[[], Starlette], listener: socket.socket) -> None:
    import uvicorn

    # As `samspil serve` does: with what bounds a connection around the same parser.
    http = connections(Serving.patience) if make is _ours else "httptools"
    config = uvicorn.Config(make(), http=http, log_level="error", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listener])


def _ask(connection: http.client.HTTPConnection, path: str) -> float:
    """Ask once what was never asked before, and return the seconds that it took."""
    query = f"{_QUERY} # {time.time_ns()}"
    begun = time.perf_counter()
    connection.request("POST", path, query, {"Content-Type": "application/sparql-query", "Accept": _TYPE})
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 200
    return time.perf_counter() - begun


def _overhead(port: int, rounds: int) -> float:
    """Return how many milliseconds the median look-up takes longer than by the engine itself."""
    there = http.client.HTTPConnection("127.0.0.1", port)
    engine = http.client.HTTPConnection("127.0.0.1", _engine())
    pairs = [(_ask(there, "/sparql"), _ask(engine, "/query")) for _ in range(rounds)]
    ours, alone = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
    print(f"| a look-up | /sparql {ours:.2f} ms | the engine {alone:.2f} ms |")
    return float(ours - alone)


def _engine() -> int:
    """Return the port of an engine that our own processes have started."""
    import psutil

    for child in psutil.Process().children(recursive=True):
        if "serve-read-only" in (command := child.cmdline()):
            return int(command[command.index("--bind") + 1].rpartition(":")[2])
    raise SystemExit("there is no engine")


def _throughput(ours: int, bare: int, seconds: int, rounds: int, different: int) -> float:
    """Return the median of our look-ups a second over theirs; 0 `different` ones are as many as there are requests."""
    wrk = shutil.which("wrk")
    if wrk is None:
        raise SystemExit("wrk is missing: apt-get install wrk")
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "lookup.lua"
        text = _LUA % {"query": _QUERY, "type": _TYPE, "different": different}
        script.write_text(text, encoding="utf-8")

        def rate(port: int) -> float:
            command = [
                wrk,
                "-t1",
                "-c8",
                f"-d{seconds}",
                "-s",
                str(script),
                f"http://127.0.0.1:{port}/sparql",
            ]
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            assert "Non-2xx" not in said, said
            return float(next(line for line in said.splitlines() if "Requests/sec" in line).split()[1])

        rates = [(rate(ours), rate(bare)) for _ in range(rounds)]
    mine, theirs = zip(*rates, strict=True)
    print(
        f"| look-ups a second | /sparql {statistics.median(mine):.0f} | bare {statistics.median(theirs):.0f} |"
    )
    return statistics.median(a / b for a, b in rates)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
