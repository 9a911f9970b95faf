"""Where the engines find the register: a store of Oxigraph's in memory, where the system has files in memory.

A register that was opened from a store on disk (`samspil build --store`) is asked where it is. Another is written to
a folder that is removed with the server; what a server that was killed has left is removed by the next.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from samspil.dataset import Dataset
from samspil.store.disk import write_store

__all__ = ["Place", "prepare"]

_PREFIX: Final = "samspil-engine-"
_LOCK: Final = "in-use"
_MEMORY: Final = Path("/dev/shm")  # noqa: S108  # memory of all users: `mkdtemp` makes a folder in it that is ours alone
_BYTES: Final = 1500  # of a statement, while its store is written


@dataclass
class Place:
    """The folder of a store; `folder` is what was made for it, `lock` what says that it is in use."""

    store: Path
    folder: Path | None = None
    lock: IO[bytes] | None = None

    def remove(self) -> None:
        """Remove what was made."""
        if self.lock is not None:
            self.lock.close()
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)


def prepare(dataset: Dataset) -> Place:
    """Return the place of a dataset, written if it is not there yet. Raises UnwritableOutput, OSError."""
    if dataset.folder is not None:
        return Place(dataset.folder)
    root = _root(len(dataset.store))
    _sweep(root)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=root))
    lock = (folder / _LOCK).open("wb")
    _claim(lock)
    place = Place(folder, folder, lock)
    try:
        manifest = write_store(dataset, folder / "store", {})
    except BaseException:
        place.remove()
        raise
    place.store = folder / "store" / manifest.store
    return place


def _root(statements: int) -> Path:
    """Return where files lie in memory, if there is room for so many statements, else where temporary ones do."""
    with suppress(OSError):
        if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > statements * _BYTES:
            return _MEMORY
    return Path(tempfile.gettempdir())


def _sweep(root: Path) -> None:
    """Remove the folders that nobody uses any more."""
    for folder in root.glob(f"{_PREFIX}*"):
        with suppress(OSError), (folder / _LOCK).open("r+b") as lock:
            if _claim(lock):
                shutil.rmtree(folder, ignore_errors=True)


def _claim(lock: IO[bytes]) -> bool:
    """Take a lock that ends with this process, if nobody has it. Where there are none, nothing is taken or swept."""
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
