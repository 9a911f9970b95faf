"""Positions whose distances follow those of the network: stress majorisation (Gansner, Koren and North 2004).

Stress is the sum of (distance on the page - distance wanted)^2 / (distance wanted)^2 over all pairs. Each round
solves the same linear system for a new right-hand side and never makes the stress larger. What comes out depends
on the start, which is radial around the best tied node, and on nothing else.

A connected part is an array: row i is node i. Lengths are a symmetric matrix of the lines of the part, 0 for none.
"""

import math
from typing import Final, TypeAlias

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

__all__ = ["Matrix", "arranged", "upright"]

_SEED: Final = 1970
_ROUNDS: Final = 100  # at most; a part of 60 nodes is still sooner
_WORK: Final = 50_000_000  # pairs that all rounds together look at: a second or two
_STILL: Final = 0.002  # of the middling distance: nothing moves farther than this in the last round

Matrix: TypeAlias = NDArray[np.float64]


def arranged(lengths: Matrix) -> Matrix:
    """Return positions, (n, 2), of a connected part of at least two nodes, in units of its lengths."""
    graph = rx.PyGraph.from_adjacency_matrix(lengths)
    return _majorised(_radial(graph, float(lengths.max())), _distances(graph))


def upright(positions: Matrix, signs: Matrix) -> Matrix:
    """Return the positions around their middle, the longest way across the page.

    Turning to the principal axes is steady: one more node turns a part a little. Which end is left and which
    is up is settled by `signs`, (n, 2): the sum of what each node of the part wants.
    """
    middle = positions - positions.mean(axis=0)
    _, _, axes = np.linalg.svd(middle, full_matrices=False)
    turned: Matrix = middle @ axes.T
    flips = np.where((turned * signs).sum(axis=0) < 0, -1.0, 1.0)
    return turned * flips


def _distances(graph: "rx.PyGraph[int, float]") -> Matrix:
    """Return the length of the shortest way between any two nodes, (n, n)."""
    count = graph.num_nodes()
    found = np.zeros((count, count))
    ways = rx.all_pairs_dijkstra_path_lengths(graph, edge_cost_fn=float)
    for node, reached in ways.items():
        found[node, np.fromiter(reached.keys(), np.intp)] = np.fromiter(reached.values(), np.float64)
    return found


def _radial(graph: "rx.PyGraph[int, float]", step: float) -> Matrix:
    """Return a first guess: the best tied node in the middle, the others in rings around it.

    Every node hands its sector on to those that it reaches first, in shares as large as what hangs on them.
    A little noise keeps a triangle from starting, and ending, as a line.
    """
    root = min(graph.node_indices(), key=lambda node: (-graph.degree(node), node))
    children, order = _tree(graph, root)
    share: dict[int, int] = {}
    for node in reversed(order):
        share[node] = sum(share[child] for child in children[node]) or 1
    sectors = {root: (0.0, math.tau, 0)}
    positions = np.random.default_rng(_SEED).uniform(-1, 1, (graph.num_nodes(), 2))
    for node in order:
        begin, end, depth = sectors[node]
        angle = (begin + end) / 2
        positions[node] += (depth * step * math.cos(angle), depth * step * math.sin(angle))
        for child in children[node]:
            width = (end - begin) * share[child] / share[node]
            sectors[child] = (begin, begin + width, depth + 1)
            begin += width
    return positions


def _tree(graph: "rx.PyGraph[int, float]", root: int) -> tuple[dict[int, list[int]], list[int]]:
    """Return what each node reaches first, breadth first, and the order in which they are reached."""
    order, seen = [root], {root}
    children: dict[int, list[int]] = {}
    for node in order:
        children[node] = [other for other in sorted(graph.neighbors(node)) if other not in seen]
        seen.update(children[node])
        order.extend(children[node])
    return children, order


def _majorised(positions: Matrix, distances: Matrix) -> Matrix:
    """Return the positions after so many rounds, or as soon as nothing moves much."""
    np.fill_diagonal(distances, 1.0)
    pulls = 1 / distances  # weight times distance, where the weight is 1 / distance^2
    np.fill_diagonal(pulls, 0.0)
    weights = pulls * pulls
    system = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.inv(system + 1.0 / len(system))  # the mean is held, or all could move together freely
    least = _STILL * float(np.median(distances))
    for _ in range(min(_ROUNDS, _WORK // distances.size)):
        ratios = pulls / _apart(positions)
        moved = inverse @ (ratios.sum(axis=1)[:, None] * positions - ratios @ positions)
        still = np.abs(moved - positions).max() < least
        positions = moved
        if still:
            break
    return positions


def _apart(positions: Matrix) -> Matrix:
    """Return how far each node is from each other, (n, n), never quite nothing."""
    squares = (positions**2).sum(axis=1)
    apart: Matrix = squares[:, None] + squares - 2 * (positions @ positions.T)
    return np.sqrt(np.maximum(apart, 1e-6, out=apart), out=apart)
