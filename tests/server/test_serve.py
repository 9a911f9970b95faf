"""`samspil serve` as a real process on a real port, and the port taken."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from samspil.server import run


@pytest.fixture
def address() -> Iterator[str]:
    command = [sys.executable, "-m", "samspil", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stderr is not None
        told = (re.search(r"http://127\.0\.0\.1:\d+/", line) for line in process.stderr)
        found = next(filter(None, told))
        yield found[0]
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130


def test_it_answers_on_this_machine(address: str) -> None:
    page = httpx.get(address, follow_redirects=True, timeout=20)
    assert (page.status_code, "Samspil" in page.text) == (200, True)


def test_who_is_told_the_address_can_ask_at_once() -> None:
    def connect(address: str) -> None:
        socket.create_connection(
            ("127.0.0.1", int(address.rstrip("/").rpartition(":")[2])), timeout=5
        ).close()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(Starlette(), 0, connect)


def test_a_taken_port_is_named_and_the_exit_code_is_2(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = subprocess.run(
            [sys.executable, "-m", "samspil", "serve", "--port", port],
            capture_output=True,
            text=True,
            check=False,
        )
    assert (result.returncode, port in result.stderr) == (2, True)
