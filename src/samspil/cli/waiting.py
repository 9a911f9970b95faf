"""Work that the command can be asked to stop, or that may take only so long.

An engine that is at work in Rust knows neither Ctrl-C nor a clock. So the work is done by a thread, and the
command waits for it and can stop waiting at any moment. The engine does not hold Python's lock while it works.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final, Generic, TypeVar

from samspil.errors import TookTooLong

__all__ = ["finished"]

_T = TypeVar("_T")

# Windows does not let Ctrl-C through while a thread waits; elsewhere this costs nothing.
_LOOKS_UP: Final = 0.1  # seconds

# Threads have a small stack on some systems, and the parser of queries needs more the deeper a query is nested.
_STACK: Final = 64 << 20  # bytes; only what is used becomes memory


class _Work(threading.Thread, Generic[_T]):
    """A thread that keeps what its work gives, or raises; it does not keep the process alive."""

    def __init__(self, work: Callable[[], _T]) -> None:
        super().__init__(daemon=True)
        self._work = work
        self.results: list[_T] = []
        self.error: BaseException | None = None
        self.done = threading.Event()

    def run(self) -> None:
        try:
            self.results.append(self._work())
        except BaseException as error:  # which is raised again by the one who waits
            self.error = error
        self.done.set()


def finished(work: Callable[[], _T], what: str, seconds: float = 0) -> _T:
    """Return what a piece of work gives, or raise what it raises; 0 seconds wait without end.

    Raises TookTooLong when the seconds have passed, and KeyboardInterrupt at once; the work goes on then, until
    the process ends.
    """
    before = threading.stack_size(_STACK)
    worker = _Work(work)
    worker.start()
    threading.stack_size(before)
    end = time.monotonic() + seconds
    while not worker.done.wait(min(_LOOKS_UP, max(end - time.monotonic(), 0)) if seconds else _LOOKS_UP):
        if seconds and time.monotonic() >= end:
            raise TookTooLong(what, seconds)
    if worker.error:
        raise worker.error
    return worker.results[0]
