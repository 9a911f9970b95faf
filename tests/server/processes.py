"""The explorer as a process of its own, as a user or a service manager starts and stops it.

`python -m tests.server.processes` serves a small application of odd pages in the same way, and starts at once.
"""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from samspil.server import Stopped, listen, run, stoppable
from samspil.server.guarding import Guarded
from samspil.settings import Serving

ROOT = Path(__file__).parents[2]
ODD_PAGES = ("-m", "tests.server.processes")
BIG = 64 << 20
_BIG_BODY = b"x" * BIG


@dataclass
class Served:
    """A process that serves; `told` is what it has said on standard error, line by line."""

    process: subprocess.Popen[str]
    told: list[str] = field(default_factory=list)

    def waits_for(self, pattern: str, times: int = 1, seconds: float = 120) -> re.Match[str]:
        """Return what the process says as soon as it has said it so often; fails when it does not, or ends first."""
        end = monotonic() + seconds
        while monotonic() < end:
            found = list(filter(None, (re.search(pattern, line) for line in list(self.told))))
            if len(found) >= times:
                return found[times - 1]
            assert self.process.poll() is None, self.told
            sleep(0.02)
        raise AssertionError(f"{pattern} was not told: {self.told}")

    def times(self, pattern: str) -> int:
        """Return how often the process has said something."""
        return sum(bool(re.search(pattern, line)) for line in list(self.told))

    @property
    def address(self) -> str:
        """Return where it is served, without the last slash."""
        return self.waits_for(r"(http://\S+:\d+)/  ")[1]

    @property
    def port(self) -> int:
        """Return the port on which it listens."""
        return urlsplit(self.address).port or 0

    def stop(self, number: int = signal.SIGINT) -> int:
        """Send a signal and return the exit code."""
        self.process.send_signal(number)
        return self.process.wait(timeout=30)


@contextmanager
def served(*arguments: str, program: tuple[str, ...] = ("-m", "samspil", "serve")) -> Iterator[Served]:
    """Serve on a free port, from a folder of one's own, until the end."""
    words = [sys.executable, *program, "--port", "0", *arguments]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SAMSPIL_")}
    environment |= {"SAMSPIL_LANG": "en", "PYTHONUTF8": "1"}
    process = subprocess.Popen(
        words, stderr=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT, env=environment
    )
    told: list[str] = []
    listener = threading.Thread(target=_read, args=(process, told), daemon=True)
    listener.start()
    try:
        yield Served(process, told)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        listener.join()
        assert process.stderr is not None
        process.stderr.close()


def _read(process: subprocess.Popen[str], told: list[str]) -> None:
    """Keep what a process says, as it says it."""
    assert process.stderr is not None
    for line in process.stderr:
        told.append(line.rstrip("\n"))


async def _slow(_request: Request) -> Response:
    """Answer after a second."""
    await asyncio.sleep(1)
    return PlainTextResponse("done")


async def _echo(request: Request) -> Response:
    """Answer with the length of what was sent, and for whom it was asked."""
    body = await request.body()
    return PlainTextResponse(f"{len(body)} {request.client.host if request.client else ''}")


def _big(_request: Request) -> Response:
    """Answer with more than any buffer holds."""
    return Response(_BIG_BODY)


def main() -> None:
    """Serve odd pages; every word is the name of a setting or its value."""
    words = dict(zip(sys.argv[1::2], sys.argv[2::2], strict=True))
    believed = tuple(filter(None, words.get("--proxies", "").split(",")))
    serving = Serving(port=0, patience=float(words.get("--patience", "20")), proxies=believed)
    app = Starlette(
        middleware=[Middleware(Guarded, serving)],
        routes=[Route("/slow", _slow), Route("/echo", _echo, methods=["POST"]), Route("/big", _big)],
    )
    try:
        with stoppable():
            run(app, listen(serving), serving, lambda url: print(f"{url}  ", file=sys.stderr, flush=True))
    except Stopped:
        sys.exit(0)


if __name__ == "__main__":
    main()
