"""Where each box stands: positions computed here, once, so that a map looks the same at every opening.

Each connected part is arranged so that distance on the map follows distance in the network (stress
majorisation, Gansner, Koren and North 2004, from a radial start), freed of overlaps, and turned to fit
the page. The parts are then packed. Everything is plain arithmetic in a fixed order with a fixed seed.
"""

import math
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Final, TypeAlias

from samspil.maps.packing import Box, Point, crossed, extent, packed, separated

__all__ = ["place"]

_SEED: Final = 1970
_ROUNDS: Final = 160  # of stress majorisation, at most; 60 nodes are still after about 100
_WORK: Final = 4_000_000  # terms that all rounds together may look at: some seconds
_TERMS: Final = 120  # nodes that one node keeps its distance from; beyond that a sample of the far ones
_SPACE: Final = 20.0  # bare line between two boxes
_CROWD: Final = 26.0  # more line for every neighbour that wants room around its hub, under a square root
_TURNS: Final = 48  # ways in which a part is tried on the page
_SMALL: Final = 150  # nodes of a part that is turned
_CROSSED: Final = 8.0  # as bad as a page this much higher: one name that a line runs through
_COLUMNS: Final = 12  # at most, of nodes that nothing is tied to

# Node to the nodes it is tied to, with the length that the line should have.
Lengths: TypeAlias = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class _Term:
    """One node that another keeps its distance from, and how much that weighs."""

    node: str
    distance: float
    weight: float


def place(
    boxes: Mapping[str, Box], links: Iterable[tuple[str, str]], *, aspect: float = 1.75
) -> dict[str, Point]:
    """Return the centre of each box such that no two boxes overlap; the page is about `aspect` wide to high.

    Links between the same two nodes count once, and a link from a node to itself not at all.
    """
    if not boxes:
        return {}
    neighbours = _neighbours(boxes, links)
    parts = _parts(neighbours)
    blocks = [_arranged(part, boxes, neighbours, aspect) for part in parts if len(part) > 1]
    alone = [part[0] for part in parts if len(part) == 1]
    grids = [[_grid(alone, boxes, columns)] for columns in range(1, min(len(alone), _COLUMNS) + 1)]
    pages = [packed([*blocks, *grid], boxes, aspect) for grid in grids or [[]]]
    return min(pages, key=lambda page: extent(page, boxes, aspect))


def _neighbours(boxes: Mapping[str, Box], links: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return each node's neighbours in order of name."""
    found: dict[str, set[str]] = {node: set() for node in sorted(boxes)}
    for one, other in links:
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return {node: tuple(sorted(others)) for node, others in found.items()}


def _parts(neighbours: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Return the connected parts, each in order of name."""
    seen: set[str] = set()
    parts: list[list[str]] = []
    for node in neighbours:
        if node not in seen:
            part = _reached(node, neighbours)
            seen.update(part)
            parts.append(sorted(part))
    return parts


def _reached(start: str, neighbours: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the nodes that can be reached, nearest first."""
    reached = {start: None}
    queue = [start]
    for node in queue:
        new = [other for other in neighbours[node] if other not in reached]
        reached.update(dict.fromkeys(new))
        queue.extend(new)
    return queue


def _arranged(
    part: Sequence[str], boxes: Mapping[str, Box], neighbours: Mapping[str, Sequence[str]], aspect: float
) -> dict[str, Point]:
    """Return the positions of one connected part, around nothing in particular."""
    lengths = _lengths(part, boxes, neighbours)
    start = _radial(part, neighbours, max(max(of.values()) for of in lengths.values()))
    still = _majorised(start, {node: _terms(node, lengths) for node in part})
    return _turned(still, boxes, neighbours, aspect)


def _lengths(
    part: Sequence[str], boxes: Mapping[str, Box], neighbours: Mapping[str, Sequence[str]]
) -> dict[str, dict[str, float]]:
    """Return how long each line should be: longer between large boxes, and around a node with many ties."""

    def length(one: str, other: str) -> float:
        crowd = len(neighbours[one]) + len(neighbours[other]) - 2
        room = (boxes[one].width + boxes[one].height + boxes[other].width + boxes[other].height) / 8
        return _SPACE + room + _CROWD * math.sqrt(crowd)

    return {node: {other: length(node, other) for other in neighbours[node]} for node in part}


def _radial(part: Sequence[str], neighbours: Mapping[str, Sequence[str]], step: float) -> dict[str, Point]:
    """Return a first guess: the best tied node in the middle, the others in rings around it.

    Every node hands its sector on to those that it reaches first, in shares as large as what hangs on them.
    A little noise keeps a triangle from starting, and ending, as a line.
    """
    root = min(part, key=lambda node: (-len(neighbours[node]), node))
    children, order = _tree(root, neighbours)
    share: dict[str, int] = {}
    for node in reversed(order):
        share[node] = sum(share[child] for child in children[node]) or 1
    noise = random.Random(_SEED)  # noqa: S311 (a layout, not a secret)
    sectors = {root: (0.0, math.tau, 0)}
    positions: dict[str, Point] = {}
    for node in order:
        begin, end, depth = sectors[node]
        angle, radius = (begin + end) / 2, depth * step
        jitter = (noise.uniform(-1, 1), noise.uniform(-1, 1))
        positions[node] = (radius * math.cos(angle) + jitter[0], radius * math.sin(angle) + jitter[1])
        for child in children[node]:
            width = (end - begin) * share[child] / share[node]
            sectors[child] = (begin, begin + width, depth + 1)
            begin += width
    return positions


def _tree(root: str, neighbours: Mapping[str, Sequence[str]]) -> tuple[dict[str, list[str]], list[str]]:
    """Return what each node reaches first, breadth first, and the order in which they are reached."""
    order = _reached(root, neighbours)
    children: dict[str, list[str]] = {node: [] for node in order}
    seen = {root}
    for node in order:
        children[node] = [other for other in neighbours[node] if other not in seen]
        seen.update(children[node])
    return children, order


def _terms(node: str, lengths: Lengths) -> list[_Term]:
    """Return what a node keeps its distance from: the nearest, and of the far ones every so many."""
    near = _distances(node, lengths)
    far = near[_TERMS:]
    kept = near[:_TERMS] + far[:: max(1, len(far) // _TERMS)]
    return [_Term(other, distance, 1 / (distance * distance)) for distance, other in kept]


def _distances(start: str, lengths: Lengths) -> list[tuple[float, str]]:
    """Return the other nodes with the length of the shortest way to them, nearest first (Dijkstra)."""
    found: dict[str, float] = {}
    queue = [(0.0, start)]
    while queue:
        distance, node = heappop(queue)
        if node not in found:
            found[node] = distance
            for other, length in lengths[node].items():
                heappush(queue, (distance + length, other))
    return sorted((distance, node) for node, distance in found.items() if node != start)


def _majorised(positions: Mapping[str, Point], terms: Mapping[str, Sequence[_Term]]) -> dict[str, Point]:
    """Return the positions after so many rounds in which each node moves to where its terms want it."""
    moved = dict(positions)
    for _ in range(min(_ROUNDS, _WORK // sum(map(len, terms.values())))):
        for node, wanted in terms.items():
            moved[node] = _wanted(moved[node], wanted, moved)
    return moved


def _wanted(here: Point, terms: Sequence[_Term], positions: Mapping[str, Point]) -> Point:
    """Return the mean of the points at the right distance from each of the others, seen from here."""
    x = y = total = 0.0
    for term in terms:
        other = positions[term.node]
        dx, dy = here[0] - other[0], here[1] - other[1]
        stretch = term.distance / (math.hypot(dx, dy) or 1.0)
        x += term.weight * (other[0] + dx * stretch)
        y += term.weight * (other[1] + dy * stretch)
        total += term.weight
    return (x / total, y / total)


def _turned(
    positions: Mapping[str, Point],
    boxes: Mapping[str, Box],
    neighbours: Mapping[str, Sequence[str]],
    aspect: float,
) -> dict[str, Point]:
    """Return the positions, freed of overlaps, in the turn that suits the page best.

    Best is a small page with few names that a line runs through. A large part is not turned: that takes long.
    """
    turns = _TURNS if len(positions) <= _SMALL else 1
    ways = [separated(_rotated(positions, math.tau * turn / turns), boxes) for turn in range(turns)]
    lines = [(one, other) for one in positions for other in neighbours[one] if one < other]
    return min(ways, key=lambda way: extent(way, boxes, aspect)[0] + _CROSSED * crossed(way, boxes, lines))


def _rotated(positions: Mapping[str, Point], angle: float) -> dict[str, Point]:
    """Return the positions rotated around the origin."""
    cos, sin = math.cos(angle), math.sin(angle)
    return {node: (x * cos + y * sin, y * cos - x * sin) for node, (x, y) in positions.items()}


def _grid(nodes: Sequence[str], boxes: Mapping[str, Box], columns: int) -> dict[str, Point]:
    """Return the nodes that nothing is tied to in so many columns."""
    width = max(boxes[node].width for node in nodes)
    height = max(boxes[node].height for node in nodes)
    return {node: ((i % columns) * width, (i // columns) * height) for i, node in enumerate(nodes)}
