"""A real explorer, as `samspil serve` starts it, and a line to it on which anything may be said."""

import re
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import psutil
import pytest
from tests.server.processes import Served, served

# The whole explorer with the register that ships, bytes; a page of a storm adds little to it.
MEMORY = 900 << 20

Say = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file that gets every address to which the explorer connects."""
    return tmp_path_factory.mktemp("guest") / "connected"


@pytest.fixture(scope="module")
def victim(noted: Path) -> Iterator[Served]:
    """Serve with little patience; afterwards it still answers, holds little, has shown no fault, and ends well."""
    program = ("-m", "tests.server.hostile.guest", str(noted), "serve")
    with served("--patience", "2", program=program) as process:
        httpx.get(f"{process.address}/da/", timeout=60)
        yield process
        page = httpx.get(f"{process.address}/en/queries", timeout=60)
        assert (page.status_code, process.process.poll()) == (200, None)
        assert psutil.Process(process.process.pid).memory_info().rss < MEMORY
        assert not re.search("Traceback|Error|Exception", "\n".join(process.told)), "\n".join(process.told)
        assert process.stop() == 130


@pytest.fixture
def say(victim: Served) -> Say:
    """Send bytes on a new line, and return all that is answered until it ends."""

    def said(sent: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", victim.port), timeout=60) as line:
            with suppress(BrokenPipeError, ConnectionResetError):
                line.sendall(sent)
            found = b""
            with suppress(ConnectionResetError):
                while more := line.recv(1 << 16):
                    found += more
        return found

    return said
