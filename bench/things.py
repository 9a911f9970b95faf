"""How long the page of an actor takes, whatever the size of the register: `python -m bench.things [size ...]`.

Registers of 100,000 and of 1,000,000 statements are generated and opened in one run, and the pages of the same number
of actors are asked of the application of each in turn, so that what else the machine does weighs on both alike.
Printed are the median and the 95th percentile in milliseconds, and the ratio of the medians.
"""

import asyncio
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Final

import httpx
from starlette.applications import Starlette

from bench.generator import generate
from samspil.namespaces import BASE
from samspil.pipeline import open_register
from samspil.project import Project
from samspil.server import create_app, open_site
from samspil.server.warming import warm

__all__ = ["main"]

_SIZES: Final = (100_000, 1_000_000)
_ACTORS: Final = 200
_IN_TURN: Final = 20  # a server has one register, whose pages find the caches of the processor warm
_SEED: Final = 20240219

_QUESTION: Final = """
SELECT DISTINCT ?actor WHERE { ?participation a sam:Participation ; org:member ?actor } ORDER BY ?actor"""


def _opened(size: int) -> tuple[Starlette, list[str]]:
    """Return the application over a register of so many statements, and the paths of some of its actors."""
    with tempfile.TemporaryDirectory() as folder:
        generate(size, Path(folder))
        site = open_site(open_register(Project.at(Path(folder))))
    warm(site)  # as at the start of a server
    actors = [str(getattr(actor, "value", "")) for (actor,) in site.store.select(_QUESTION)]
    chosen = random.Random(_SEED).sample(actors, min(_ACTORS, len(actors)))  # noqa: S311 (no secret)
    return create_app(site), [f"/da/doc/{iri.removeprefix(BASE + 'id/')}" for iri in chosen]


async def _seconds(application: Starlette, path: str) -> float:
    """Return how long a page takes, all of it, in the process."""
    transport = httpx.ASGITransport(application)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        begin = perf_counter()
        response = await client.get(path)
        took = perf_counter() - begin
    if response.status_code != httpx.codes.OK:
        raise RuntimeError(f"{path} answers {response.status_code}")
    return took


async def _measure(opened: Sequence[tuple[Starlette, list[str]]]) -> list[list[float]]:
    """Return the times of the pages of each application, some pages of each in turn."""
    times: list[list[float]] = [[] for _ in opened]
    for application, paths in opened:
        await _seconds(application, paths[0])
    for start in range(0, _ACTORS, _IN_TURN):
        for at, (application, paths) in enumerate(opened):
            for number in range(start, start + _IN_TURN):
                times[at].append(await _seconds(application, paths[number % len(paths)]))
    return times


def main(arguments: Sequence[str]) -> int:
    """Measure at some sizes, and print a line for each."""
    sizes = [int(size) for size in arguments] or list(_SIZES)
    times = asyncio.run(_measure([_opened(size) for size in sizes]))
    for size, taken in zip(sizes, times, strict=True):
        high = quantiles(taken, n=20)[-1]
        print(
            f"{size:>9,} statements: median {median(taken) * 1e3:6.1f} ms, 95 % within {high * 1e3:6.1f} ms"
        )
    print(f"ratio {median(times[-1]) / median(times[0]):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
