"""Serve an application on this machine's own address only."""

import socket
from collections.abc import Callable
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from samspil.errors import PortTaken

__all__ = ["run"]

HOST: Final = "127.0.0.1"


def run(application: ASGIApp, port: int, ready: Callable[[str], None]) -> None:
    """Serve on 127.0.0.1 until interrupted; `ready` is told the address as soon as the socket is bound.

    Port 0 takes a free one. Raises PortTaken.
    """
    listener = _listen(port)
    ready(f"http://{HOST}:{listener.getsockname()[1]}/")
    config = uvicorn.Config(application, log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listener])


def _listen(port: int) -> socket.socket:
    """Return a socket bound to a port. Raises PortTaken."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError as error:
        listener.close()
        raise PortTaken(port) from error
    return listener
