"""The times of the stages of an answer, for `--explain`."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TypeAlias

from samspil.store import Rows, Store

__all__ = ["Time", "timed"]

# The name of a stage, its seconds, and what its words name.
Time: TypeAlias = tuple[str, float, Mapping[str, str]]


def timed(store: Store, query: str, where: str, opened: float, answer: Callable[[], object]) -> list[Time]:
    """Return how long each stage of an answer takes: the query is run once for its rows, once to be written.

    `where` is the address of a server, or nothing; `opened` is how many seconds opening the register took.
    """
    times: list[Time] = [("register", opened, {})] if not where else _on_the_way(store)
    start = time.perf_counter()
    found = store.run(query)
    if isinstance(found, Rows):
        rows = iter(found)
        next(rows, None)
        times.append(("first", time.perf_counter() - start, {}))
        for _ in rows:
            pass
        times.append(("all", time.perf_counter() - start, {"count": str(found.read)}))
    else:
        times.append(("answer", time.perf_counter() - start, {}))
    start = time.perf_counter()
    answer()
    return [*times, ("written", time.perf_counter() - start, {})]


def _on_the_way(store: Store) -> list[Time]:
    """Return how long it takes to find a server with its graphs, and how long each exchange takes at least."""
    start = time.perf_counter()
    store.ask("ASK { }")
    found = time.perf_counter()
    store.ask("ASK { }")
    return [("server", found - start, {}), ("trip", time.perf_counter() - found, {})]
