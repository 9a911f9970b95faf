"""What a first reader would have to wait for is made before anybody asks: the lists, the search, what runs out.

At a million statements it takes half a minute. At the start it is made beside the first requests, in a thread that
holds up no end of the process; a register that is read again has it before it takes its place.

What was made stays as long as it is served. The collector of cyclic garbage is told so (gc.freeze): it would go through
all of it again and again, and hold up whoever asks just then for a third of a second.
"""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from starlette.applications import Starlette

from samspil.server.browse import endings, index_of, lists_of
from samspil.server.site import Site
from samspil.settings import today

__all__ = ["live", "warm"]

_LOG: Final = logging.getLogger("samspil.server")


@asynccontextmanager
async def live(app: Starlette) -> AsyncIterator[None]:
    """Begin to make what readers will ask for."""
    threading.Thread(target=_warm, args=(app.state.site,), name="warming", daemon=True).start()
    yield


def warm(site: Site) -> None:
    """Make what is kept and takes long; what was kept before may go."""
    lists_of(site)
    index_of(site)
    endings(site, today())
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _warm(site: Site) -> None:
    """Make what is kept; whoever asks for what could not be made is told why then."""
    try:
        warm(site)
    except Exception:
        _LOG.exception("making what readers will ask for")
