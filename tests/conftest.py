"""The shipped register, read and inferred once, and the explorer that serves it on a port of this machine."""

import socket
import threading
from collections.abc import Iterator

import pytest

from samspil.pipeline import Register, draw, open_register
from samspil.project import Project


@pytest.fixture(scope="session")
def register() -> Register:
    """Return the shipped register; tests read it and leave it as it is."""
    return open_register(Project.shipped())


@pytest.fixture(scope="session")
def explorer(register: Register) -> Iterator[str]:
    """Return the address of the explorer, served from a thread."""
    import uvicorn

    from samspil.server import create_app

    application = create_app(register.dataset, register.store, register.library, draw(register))
    server = uvicorn.Server(uvicorn.Config(application, log_level="error"))
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()
