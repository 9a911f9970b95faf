"""How far every actor is from every other: all shortest ways at once, by sets of actors as bits.

One step further out from everybody is, for each actor, the union of what its partners have reached; 64 actors are
one number. A thousand actors take a few milliseconds, where a search from each of them takes a second.
"""

from typing import TYPE_CHECKING, Final, NamedTuple

import networkx as nx

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Distances", "distances"]

_WORD: Final = 64
_AT_ONCE: Final = 16 * _WORD  # actors whose reach is followed at once: what stays in the cache


class Distances(NamedTuple):
    """For each node in order: how many can be reached, itself included, the sum of the ways there, and the longest."""

    reached: "NDArray[np.int64]"
    total: "NDArray[np.int64]"
    longest: "NDArray[np.int64]"


def distances(graph: "nx.Graph[str]") -> Distances:
    """Return how far the nodes of a graph are from each other, in edges."""
    import numpy as np

    found = Distances(*(np.zeros(len(graph), dtype=np.int64) for _ in Distances._fields))
    around, starts = _neighbours(graph)
    for first in range(0, len(graph), _AT_ONCE):
        _follow(found, around, starts, range(first, min(first + _AT_ONCE, len(graph))))
    return found


def _follow(found: Distances, around: "NDArray[np.int64]", starts: "NDArray[np.int64]", some: range) -> None:
    """Add the ways from some of the nodes to all; ways go both ways, so they are counted where they end."""
    import numpy as np

    reach = np.zeros((len(found.reached), -(-len(some) // _WORD)), dtype=np.uint64)
    places = np.arange(len(some))
    reach[some, places // _WORD] = np.uint64(1) << (places % _WORD).astype(np.uint64)
    found.reached[some] += 1
    before, steps = _counted(reach), 0
    while True:
        reach = np.bitwise_or.reduceat(reach[around], starts, axis=0)
        now, steps = _counted(reach), steps + 1
        new = now - before
        if not new.any():
            return
        found.reached[:] += new
        found.total[:] += steps * new
        found.longest[new > 0] = np.maximum(found.longest[new > 0], steps)
        before = now


def _neighbours(graph: "nx.Graph[str]") -> "tuple[NDArray[np.int64], NDArray[np.int64]]":
    """Return the numbers of each node and its neighbours, one node after the other, and where each begins."""
    import numpy as np

    number = {node: at for at, node in enumerate(graph)}
    around = [[number[node], *(number[near] for near in of)] for node, of in graph.adjacency()]
    sizes = [len(of) for of in around]
    starts = np.cumsum([0, *sizes[:-1]], dtype=np.int64)
    return np.array([near for of in around for near in of], dtype=np.int64), starts


def _counted(reach: "NDArray[np.uint64]") -> "NDArray[np.int64]":
    """Return how many of the followed nodes reach each node."""
    import numpy as np

    counts: NDArray[np.int64] = np.bitwise_count(reach).sum(axis=1, dtype=np.int64)
    return counts
