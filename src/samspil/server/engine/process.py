"""One process of the `oxigraph` server over a store that is only read, on a port that only this machine reaches.

`serve-read-only` refuses every update, also those of other programs of this machine, and has the store open in a
tenth of a second whatever its size.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import sys
import sysconfig
from contextlib import suppress
from pathlib import Path
from typing import Final, cast

from samspil.server.engine.line import Line

__all__ = ["NotStarted", "Process", "start"]

_KEEPER: Final = Path(__file__).with_name("keeper.py")
_READY: Final = b"Listening"
_ATTEMPTS: Final = 3  # another program may take the port between its choice and the start
_SECONDS_TO_START: Final = 60
_ADDRESS_SPACE: Final = 4 * 1024**3  # beyond the bound of memory: stacks, and files that are mapped
_CALM: Final = 19  # nice(1) of a process that works on what takes long


class NotStarted(Exception):
    """The engine's process did not start; the text is what it said."""


class Process:
    """A running engine. `busy` counts the questions that it works on; one that is `aside` gets no more of them."""

    def __init__(self, process: asyncio.subprocess.Process, port: int) -> None:
        """Take the process, which listens on the port."""
        self.port = port
        self.busy = 0
        self.aside = False
        self._process = process
        self._idle: list[Line] = []
        self.ended = asyncio.create_task(self._end())

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._process.returncode is None

    def idle(self) -> Line | None:
        """Return an open line that nothing is asked on, if there is one."""
        while self._idle:
            if (line := self._idle.pop()).usable:
                return line
        return None

    async def open(self) -> Line:
        """Return another line. Raises Lost."""
        return await Line.open(self.port)

    def give_back(self, line: Line) -> None:
        """Take a line back, for the next question or to be closed."""
        if line.usable and self.alive and not self.aside:
            self._idle.append(line)
        else:
            line.close()

    def memory(self) -> int:
        """Return the bytes of memory that are its own, 0 where the system does not tell."""
        with suppress(OSError, ValueError, IndexError):
            _, resident, shared, *_ = Path(f"/proc/{self.pid}/statm").read_text(encoding="ascii").split()
            return (int(resident) - int(shared)) * os.sysconf("SC_PAGE_SIZE")
        return 0

    def calm(self) -> None:
        """Let what it works on wait for others, where the system knows that of each thread (Linux)."""
        with suppress(OSError):
            for thread in Path(f"/proc/{self.pid}/task").iterdir():
                os.setpriority(os.PRIO_PROCESS, int(thread.name), _CALM)

    def kill(self) -> None:
        """End it at once."""
        for line in self._idle:
            line.close()
        self._idle.clear()
        if self.alive:
            with suppress(ProcessLookupError):
                self._process.kill()

    async def _end(self) -> None:
        """Read its log away until it ends, so that it never waits for a reader."""
        words = _words(self._process)
        while await words.read(65536):
            pass
        await _closed(self._process)


async def start(store: Path, memory: int) -> Process:
    """Start an engine over the store of a folder and return it when it listens. Raises NotStarted.

    `memory` bounds it, roughly, where the system can; `Fleet` looks more closely.
    """
    said = ""
    for _ in range(_ATTEMPTS):
        port = _free_port()
        process = await asyncio.create_subprocess_exec(
            *_command(store, port, memory),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        said = await _heard(process)
        if said.startswith(_READY.decode()):
            return Process(process, port)
    raise NotStarted(said)


def _command(store: Path, port: int, memory: int) -> list[str]:
    """Return the command that runs an engine. Raises NotStarted without the program."""
    # Without --timeout-s: it costs a thread for each query that sleeps until its time is up, and stops neither a
    # product of patterns nor a sort. `Fleet` ends what takes too long.
    program = shutil.which("oxigraph", path=sysconfig.get_path("scripts")) or shutil.which("oxigraph")
    if program is None:
        raise NotStarted("the program oxigraph is missing: install Samspil again")
    keeper = [sys.executable, "-I", "-S", str(_KEEPER), str(os.getpid()), str(memory + _ADDRESS_SPACE)]
    return [*keeper, program, "serve-read-only", "--location", str(store), "--bind", f"127.0.0.1:{port}"]


async def _heard(process: asyncio.subprocess.Process) -> str:
    """Return the line in which an engine says that it listens, or all that it said before it ended."""
    words, said = _words(process), []
    with suppress(TimeoutError):
        try:
            async with asyncio.timeout(_SECONDS_TO_START):
                while line := await words.readline():
                    said.append(line.decode(errors="replace"))
                    if line.startswith(_READY):
                        return said[-1]
        except BaseException:
            with suppress(ProcessLookupError):
                process.kill()
            await _closed(process)
            raise
    await _closed(process)
    return "".join(said)


def _words(process: asyncio.subprocess.Process) -> asyncio.StreamReader:
    """Return where a process says what it has to say."""
    return cast("asyncio.StreamReader", process.stderr)  # `start` asks for it


async def _closed(process: asyncio.subprocess.Process) -> None:
    """Wait for the end of a process, and close what leads to it."""
    await process.wait()
    if process.stdin is not None:
        process.stdin.close()
        with suppress(OSError):
            await process.stdin.wait_closed()


def _free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
