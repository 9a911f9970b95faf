"""`--watch`: when files of the register change, it is read again, and takes the place of the old one if it is sound.

Requests under way finish on the register they began with. One that cannot be read, or has violations, takes no place:
the old one goes on, and standard error says what is wrong, in which file.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from watchfiles import Change, awatch

from samspil.server.site import Site
from samspil.server.warming import warm

__all__ = ["NotTakenError", "Reread", "watch"]

_LOG: Final = logging.getLogger("samspil.server")

# What the files of a register are called: those of an editor beside them are none of ours.
_SUFFIXES: Final = (".ttl", ".rq", ".yaml")

# Milliseconds without a change before the files are read, and the longest wait for such a pause.
_PAUSE: Final = 300
_LONGEST: Final = 3000

# Milliseconds between looks for folders that came or went.
_FOLDERS: Final = 2000


class NotTakenError(Exception):
    """The register was read and is not to be served; the text says why."""


@dataclass(frozen=True)
class Reread:
    """How a register is read again.

    `folders` are those there are now, `read` raises NotTakenError, `say` tells the user; `taken` is what is told when
    the new register is served.
    """

    folders: Callable[[], Iterable[Path]]
    read: Callable[[], Site]
    say: Callable[[str], None]
    taken: str


@asynccontextmanager
async def watch(app: Starlette) -> AsyncIterator[None]:
    """Watch the files of the register while the application lives, when its settings say so."""
    reread: Reread | None = app.state.reread
    if reread is None:
        yield
        return
    stop = asyncio.Event()
    watcher = asyncio.create_task(_follow(app, reread, stop))
    try:
        yield
    finally:
        stop.set()
        watcher.cancel()
        with suppress(asyncio.CancelledError):
            await watcher


async def _follow(app: Starlette, reread: Reread, stop: asyncio.Event) -> None:
    """Read the register again after every change, until told to stop; folders that come are watched, then read."""
    others = False
    while not stop.is_set():
        folders = tuple(reread.folders())
        async for changes in _changes(folders, stop):
            if changes or others:
                others = False
                await _replace(app, reread)
            if tuple(reread.folders()) != folders:
                others = True
                break


def _changes(folders: tuple[Path, ...], stop: asyncio.Event) -> AsyncIterator[set[tuple[Change, str]]]:
    """Return the changes of files, together when they come together, and now and then that there are none."""
    return awatch(
        *folders,
        watch_filter=lambda _, path: path.endswith(_SUFFIXES) and not Path(path).name.startswith("."),
        debounce=_LONGEST,
        step=_PAUSE,
        stop_event=stop,
        rust_timeout=_FOLDERS,
        yield_on_timeout=True,
    )


async def _replace(app: Starlette, reread: Reread) -> None:
    """Read the register and put it in the place of the old one, in the engine first, or say why not."""
    try:
        site = await asyncio.to_thread(reread.read)
        await asyncio.to_thread(warm, site)
        await app.state.engine.reload(site.dataset)
        app.state.site = site
    except NotTakenError as error:
        reread.say(str(error))
    except (
        Exception
    ):  # a fault of ours in reading leaves the old register as it was, and the next change is read
        _LOG.exception("reading again")
    else:
        reread.say(reread.taken)
