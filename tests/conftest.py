"""The shipped register, read and inferred once, and what serves it on ports of this machine."""

import socket
import threading
from collections.abc import Iterator

import pytest
from tests import servers

from samspil.pipeline import Register, open_register
from samspil.project import Project


@pytest.fixture(scope="session")
def register() -> Register:
    """Return the shipped register; tests read it and leave it as it is."""
    return open_register(Project.shipped())


@pytest.fixture(scope="session")
def explorer(register: Register) -> Iterator[str]:
    """Return the address of the explorer, served from a thread."""
    import uvicorn

    from samspil.server import create_app, open_site

    application = create_app(open_site(register))
    server = uvicorn.Server(uvicorn.Config(application, log_level="error"))
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    """Return a running `oxigraph` server; a test puts there what it asks for."""
    with servers.oxigraph_server(tmp_path_factory.mktemp("oxigraph")) as server:
        yield server


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    """Return a running Virtuoso; a test puts there what it asks for."""
    with servers.virtuoso_server(tmp_path_factory.mktemp("virtuoso")) as server:
        yield server
