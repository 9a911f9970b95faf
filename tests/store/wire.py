"""A server that says, byte for byte, what a test tells it, and remembers what it heard."""

import socket
import socketserver
import ssl
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import trustme

_JSON = "application/sparql-results+json"


@cache
def _certificates() -> tuple[Path, Path]:
    """Return files made for this run: a key with its certificate for 127.0.0.1, and who vouches for it."""
    authority, folder = trustme.CA(), Path(mkdtemp())
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(str(folder / "server.pem"))
    authority.cert_pem.write_to_path(str(folder / "authority.pem"))
    return folder / "server.pem", folder / "authority.pem"


def authority() -> Path:
    """Return the file that vouches for the certificate of a server here."""
    return _certificates()[1]


@dataclass(frozen=True)
class Heard:
    """One request."""

    method: str
    target: str
    headers: dict[str, str]  # names in lower case
    body: bytes


# What the server says to a request: bytes, or what is done with the open line.
Says = bytes | Callable[[socket.socket], None]


@dataclass
class Wire:
    """A running server: its port, and the requests that it has heard."""

    port: int
    scheme: str = "http"
    heard: list[Heard] = field(default_factory=list)

    @property
    def url(self) -> str:
        """An address of the server."""
        return f"{self.scheme}://127.0.0.1:{self.port}/sparql"


def reply(
    body: bytes, status: str = "200 OK", media_type: str = "application/sparql-results+json", *more: str
) -> bytes:
    """Return a reply that is whole; `more` are header lines."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media_type}", f"Content-Length: {len(body)}", *more]
    return "\r\n".join([*lines, "", ""]).encode() + body


def chunked(*chunks: bytes, trailer: str = "", media_type: str = _JSON) -> bytes:
    """Return a reply in chunks, ended as the standard has it (RFC 9112, 7.1)."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
    sized = b"".join(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n" for chunk in chunks)
    return head + sized + f"0\r\n{trailer}\r\n".encode()


def drip(begin: bytes, every: bytes = b" ") -> Callable[[socket.socket], None]:
    """Return what says a beginning at once and then a byte now and then, without end."""

    def say(line: socket.socket) -> None:
        line.sendall(begin)
        end = time.monotonic() + 30
        while time.monotonic() < end:
            line.sendall(every)
            time.sleep(0.05)

    return say


@contextmanager
def wire(*says: Says, encrypted: bool = False) -> Iterator[Wire]:
    """Run a server that answers one request on each line, with each of `says` in turn and the last ever after."""
    found = Wire(0, "https" if encrypted else "http")

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            try:
                _serve(self.request, found, says)
            except (OSError, UnicodeDecodeError):
                return  # the client had heard enough, or spoke in cipher

    server = _Server(("127.0.0.1", 0), Handler)
    if encrypted:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(_certificates()[0])
        server.context = context
    found.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert server.failures == []


class _Server(socketserver.ThreadingTCPServer):
    """A thread for each line; TLS is spoken there, so that a client which refuses it stops nothing else."""

    allow_reuse_address = True
    daemon_threads = True
    context: ssl.SSLContext | None = None

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.failures: list[BaseException | None] = []

    def finish_request(self, request: Any, client_address: Any) -> None:
        if self.context:
            try:
                request = self.context.wrap_socket(request, server_side=True)
            except OSError:
                return
        super().finish_request(request, client_address)
        request.close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        self.failures.append(sys.exception())


def _serve(line: socket.socket, found: Wire, says: tuple[Says, ...]) -> None:
    """Hear one request and answer it."""
    with line.makefile("rb") as incoming:
        if not (first := incoming.readline().decode()):
            return
        method, target, _ = first.split(" ", 2)
        headers = {}
        while (text := incoming.readline().decode().strip()) != "":
            name, _, value = text.partition(":")
            headers[name.lower()] = value.strip()
        body = incoming.read(int(headers.get("content-length", "0")))
        found.heard.append(Heard(method, target, headers, body))
        said = says[min(len(found.heard), len(says)) - 1]
        if isinstance(said, bytes):
            line.sendall(said)
        else:
            said(line)
