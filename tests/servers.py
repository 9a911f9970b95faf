"""Real SPARQL servers for the tests: each a process of its own on free ports of this machine, stopped surely.

`oxigraph` comes with the package of that name; `virtuoso-t` is Debian's (see `.ci/run`).
"""

import shutil
import socket
import subprocess
import sysconfig
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from samspil.dataset import Dataset

# The graph beside the named ones in which each of their statements stands once: a question's default graph.
MERGE = "https://w3id.org/samspil/graph/merge"

_SECONDS_TO_START = 60
_SECONDS_TO_STOP = 10
_ATTEMPTS = 3

# One processor core and little memory do; the whole of a test graph fits. Answers are never cut.
_VIRTUOSO_INI = """\
[Database]
DatabaseFile = virtuoso.db
TransactionFile = virtuoso.trx
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
ServerThreads = 10
DirsAllowed = .
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 5
[SPARQL]
DefaultQuery = select 1
"""


@dataclass(frozen=True)
class Server:
    """A running server: where it answers, where graphs are put, and who may put them (nobody asks: None)."""

    query: str
    graph_store: str
    user: str | None = None
    password: str | None = None

    def client(self) -> httpx.Client:
        """Return a bare HTTP client that may do everything here."""
        auth = httpx.DigestAuth(self.user, self.password or "") if self.user else None
        return httpx.Client(auth=auth, timeout=60, trust_env=False)


@contextmanager
def oxigraph_server(folder: Path, *options: str) -> Iterator[Server]:
    """Run the `oxigraph` server, in memory, with more options of `oxigraph serve`; its log is in the folder."""
    program = shutil.which("oxigraph", path=sysconfig.get_path("scripts"))
    assert program, "the oxigraph server is missing: install the package oxigraph"

    def command(port: int) -> list[str]:
        return [program, "serve", "--bind", f"127.0.0.1:{port}", *options]

    with _running(command, folder) as port:
        yield Server(f"http://127.0.0.1:{port}/query", f"http://127.0.0.1:{port}/store")


@contextmanager
def virtuoso_server(folder: Path, *settings_of_sparql: str) -> Iterator[Server]:
    """Run Virtuoso with a new database in the folder, with more lines of its settings in the part SPARQL.

    Fails the test where it is not installed.
    """
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.fail("virtuoso-t is missing: apt-get install virtuoso-opensource-7-bin")
    settings = folder / "virtuoso.ini"

    def command(port: int) -> list[str]:
        text = _VIRTUOSO_INI.format(port=port, sql_port=_free_port())
        settings.write_text("\n".join([text, *settings_of_sparql, ""]), encoding="utf-8")
        return [program, "-f", "+configfile", settings.name]

    with _running(command, folder) as port:
        address = f"http://127.0.0.1:{port}"
        yield Server(f"{address}/sparql", f"{address}/sparql-graph-crud-auth", "dba", "dba")


def load(server: Server, dataset: Dataset) -> None:
    """Put every graph of a dataset on a server, and beside them the graph MERGE with each statement once."""
    with server.client() as client:
        for graph in dataset.graphs():
            _put(client, server, graph, dataset.triples(graph))
        _put(client, server, MERGE, list({quad.triple for quad in dataset.quads()}))


def _put(
    client: httpx.Client, server: Server, graph: str, triples: Iterator[ox.Triple] | Sequence[ox.Triple]
) -> None:
    """Replace one graph on a server."""
    content = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    client.put(
        server.graph_store,
        params={"graph": graph},
        content=content,
        headers={"Content-Type": "application/n-triples"},
    ).raise_for_status()


@contextmanager
def _running(command: Callable[[int], Sequence[str]], folder: Path) -> Iterator[int]:
    """Run a server on a free port until the block ends, however it ends.

    Another process may take the port between the choice and the start: then the server ends, and a new one
    is started on another port.
    """
    log = folder / "server.log"
    for _ in range(_ATTEMPTS):
        port = _free_port()
        with log.open("ab") as output:
            process = subprocess.Popen(command(port), cwd=folder, stdout=output, stderr=output)
        try:
            if _answers(process, port):
                yield port
                return
        finally:
            _stop(process)
    pytest.fail(f"the server did not start:\n{log.read_text(errors='replace')[-2000:]}")


def _answers(process: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until a process answers over HTTP on a port. Return False when it ends, or takes too long."""
    end = time.monotonic() + _SECONDS_TO_START
    while process.poll() is None and time.monotonic() < end:
        try:
            httpx.get(f"http://127.0.0.1:{port}/", timeout=5, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return True
    return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a process: by request, and by force when that does not help."""
    process.terminate()
    try:
        process.wait(_SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
