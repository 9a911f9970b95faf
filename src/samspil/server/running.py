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
    """Serve on 127.0.0.1 until interrupted; `ready` is told the address as soon as it can be asked.

    Port 0 takes a free one. Raises PortTaken.
    """
    config = uvicorn.Config(application, log_level="warning", access_log=False, server_header=False)
    with _listen(port) as listener:
        ready(f"http://{HOST}:{listener.getsockname()[1]}/")
        uvicorn.Server(config).run(sockets=[listener])


def _listen(port: int) -> socket.socket:
    """Return a socket that listens on a port, so that whoever is told of it is not turned away. Raises PortTaken."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise PortTaken(port) from error
    return listener
