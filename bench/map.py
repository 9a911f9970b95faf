"""The map of 1,000 made-up actors: how large the file is, and how long the making takes beside its layout alone.

    python -m bench.map

The layout is the part that cannot be spared: everything else that the making does (drawing, measures, communities,
geography, JSON, template) may take twice as long again.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from typing import Final

from bench.measure import machine
from bench.town import make_up
from samspil.maps import render_map
from samspil.maps.placing import positions
from samspil.network import Network, communities

__all__: list[str] = []

_ACTORS: Final = 1000
_BYTES: Final = 1_200_000
_RATIO: Final = 3.0
_RUNS: Final = 5


def main(arguments: Sequence[str]) -> int:
    """Print a row for each number; the exit code is 1 when one of the bounds does not hold."""
    network = make_up(int(arguments[0]) if arguments else _ACTORS)
    groups = {iri: number for number, members in enumerate(communities(network)) for iri in members}
    size = len(render_map(network).encode())
    pairs = [
        (_seconds(lambda: render_map(network)), _seconds(lambda: positions(network, groups)))
        for _ in range(_RUNS)
    ]
    made, placed = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"{machine()}; {_size_of(network)}\n")
    print("| what | measured | bound |\n|---|---|---|")
    print(f"| size of the file | {size / 1000:.0f} kB | at most {_BYTES / 1000:.0f} kB |")
    print(f"| making it, layout alone | {made:.2f} s, {placed:.2f} s: {ratio:.2f} | at most {_RATIO} |")
    return int(size > _BYTES or ratio > _RATIO)


def _size_of(network: Network) -> str:
    """Return how much is on a map."""
    actors = sum(not hub for _, hub in network.nodes(data="is_hub"))
    facts = sum(len(told) for told in network.graph["facts"].values())
    return f"{actors} actors, {network.number_of_edges()} relations, {facts} facts"


def _seconds(action: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
