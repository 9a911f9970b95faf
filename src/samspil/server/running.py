"""Serve an application: open the port, tell the address, answer until told to stop, and stop in good order."""

from __future__ import annotations

import errno
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from types import FrameType
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from samspil.errors import NotOurHost, PortTaken
from samspil.server.connections import MOST, connections
from samspil.settings import Serving

__all__ = ["Stopped", "listen", "run", "stoppable"]

# Seconds that requests under way have to finish once the server is told to stop.
_FINISHING: Final = 5

# Connections that are let in at once.
_DOORS: Final = 16

# What the system says of an address that is another machine's, or of no kind it knows.
_NOT_HERE: Final = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)


class Stopped(BaseException):
    """The process was asked to end (SIGTERM), as a service manager does."""


def run(
    application: ASGIApp, listener: socket.socket, serving: Serving, ready: Callable[[str], None]
) -> None:
    """Serve until told to stop; `ready` is told the address as soon as it can be asked.

    Raises KeyboardInterrupt after Ctrl-C, and Stopped after SIGTERM, when all is finished.
    """
    config = uvicorn.Config(
        application,
        http=connections(serving.patience),
        ws="none",
        lifespan="on",
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=bool(serving.proxies),
        forwarded_allow_ips=list(serving.proxies),
        limit_concurrency=MOST + 64,
        timeout_graceful_shutdown=_FINISHING,
    )
    with stoppable(), listener:
        ready(_address(listener))
        uvicorn.Server(config).run(sockets=_doors(listener))


def listen(serving: Serving) -> socket.socket:
    """Return a socket that listens, so that whoever is told of it is not turned away; port 0 takes a free one.

    Raises PortTaken, and NotOurHost for a host that is not this machine.
    """
    try:
        family, kind, protocol, _, address = _resolved(serving)
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise NotOurHost(serving.host, _reason(error)) from error
    if (
        sys.platform != "win32"
    ):  # where it would let another program share the port; elsewhere it skips a wait
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
        listener.listen(256)
    except OSError as error:
        listener.close()
        if error.errno in _NOT_HERE:
            raise NotOurHost(serving.host, _reason(error)) from error
        raise PortTaken(serving.port) from error
    return listener


def _doors(listener: socket.socket) -> list[socket.socket]:
    """Return a listener several times over: its event loop (libuv) lets one connection in by each in a round.

    When rounds take long, whoever comes would else wait as many of them as others came before.
    """
    return [listener, *(listener.dup() for _ in range(0 if sys.platform == "win32" else _DOORS - 1))]


@contextmanager
def stoppable() -> Iterator[None]:
    """Let SIGTERM raise Stopped, where there is such a signal and this thread is the one that gets it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    """End the process in good order. Raises Stopped."""
    raise Stopped


def _resolved(
    serving: Serving,
) -> tuple[socket.AddressFamily, socket.SocketKind, int, str, tuple[object, ...]]:
    """Return the address to listen on, of the older family when a name has both. Raises OSError."""
    found = socket.getaddrinfo(serving.host, serving.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    return min(found, key=lambda one: one[0] != socket.AF_INET)


def _reason(error: OSError) -> str:
    """Return why an address cannot be listened on."""
    named = isinstance(error, socket.gaierror)
    return "there is no such host" if named else "it is not an address of this machine"


def _address(listener: socket.socket) -> str:
    """Return the address that a browser on this machine asks."""
    host, port = listener.getsockname()[:2]
    address = ip_address(host)
    loopback = "::1" if address.version == 6 else "127.0.0.1"
    here = loopback if address.is_unspecified else host
    return f"http://[{here}]:{port}/" if ":" in here else f"http://{here}:{port}/"
