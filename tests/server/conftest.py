"""The explorer on a real port of this machine, served from a thread."""

import socket
import threading
from collections.abc import Iterator

import httpx
import pytest
import uvicorn

from samspil.pipeline import Register, draw
from samspil.server import create_app


@pytest.fixture(scope="session")
def client(register: Register) -> Iterator[httpx.Client]:
    """Return a client of the served register."""
    application = create_app(register.dataset, register.store, register.library, draw(register))
    server = uvicorn.Server(uvicorn.Config(application, log_level="error"))
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        with httpx.Client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", timeout=30) as client:
            yield client
        server.should_exit = True
        thread.join()
