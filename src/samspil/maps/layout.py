"""Where each box stands: positions computed here, once, so that a map looks the same at every opening.

Each connected part is arranged so that distance on the map follows distance in the network, turned so that it
lies across the page, freed of overlaps, and its lines are led beside the names. The parts are then packed. A part
of very many nodes is arranged group by group: each group for itself, then the groups as boxes. One node more moves
the others a little: nothing is chosen by chance, or by trying what looks best.
"""

import hashlib
import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Final, TypeAlias

import numpy as np

from samspil.maps.clearing import cleared
from samspil.maps.packing import Box, Point, extent, packed
from samspil.maps.stress import Matrix, arranged, upright

__all__ = ["place"]

_SPACE: Final = 20.0  # bare line between two boxes
_CROWD: Final = 26.0  # more line for every neighbour that wants room around its hub, under a square root
_WHOLE: Final = 1_200  # nodes of a part that is arranged as one: some seconds
_COLUMNS: Final = 12  # numbers of columns that are tried for nodes that nothing is tied to

# Node to its neighbours, in order of name.
Neighbours: TypeAlias = Mapping[str, Sequence[str]]


def place(
    boxes: Mapping[str, Box],
    links: Iterable[tuple[str, str]],
    *,
    groups: Mapping[str, Hashable] | None = None,
    aspect: float = 1.4,
) -> dict[str, Point]:
    """Return the centre of each box such that no two boxes overlap; the page is about `aspect` wide to high.

    Links between the same two nodes count once, and a link from a node to itself not at all. `groups` says which
    nodes stand together in a part that is too large to be arranged as one; a node without a group is one.
    """
    if not boxes:
        return {}
    neighbours = _neighbours(boxes, links)
    parts = _parts(neighbours)
    blocks = [_block(part, boxes, neighbours, groups or {}) for part in parts if len(part) > 1]
    alone = [part[0] for part in parts if len(part) == 1]
    fewest = math.ceil(math.sqrt(len(alone)) / 2)
    grids = [[_grid(alone, boxes, fewest + more)] for more in range(min(len(alone), _COLUMNS))]
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


def _block(
    part: Sequence[str], boxes: Mapping[str, Box], neighbours: Neighbours, groups: Mapping[str, Hashable]
) -> dict[str, Point]:
    """Return the positions of one connected part, around nothing in particular."""
    within: defaultdict[Hashable, list[str]] = defaultdict(list)
    for node in part:
        within[groups.get(node, (node,))].append(node)
    if len(part) <= _WHOLE or len(within) == 1:
        return _freed(part, boxes, neighbours)
    return _grouped(list(within.values()), boxes, neighbours)


def _freed(part: Sequence[str], boxes: Mapping[str, Box], neighbours: Neighbours) -> dict[str, Point]:
    """Return the positions of a connected part, arranged as one, freed of overlaps, its lines beside the names."""
    still = upright(arranged(_lengths(part, boxes, neighbours)), np.array([_wish(node) for node in part]))
    lines = [(one, other) for one in part for other in neighbours[one] if one < other]
    return cleared({node: (x, y) for node, (x, y) in zip(part, still.tolist(), strict=True)}, boxes, lines)


def _grouped(
    groups: Sequence[Sequence[str]], boxes: Mapping[str, Box], neighbours: Neighbours
) -> dict[str, Point]:
    """Return the positions of a connected part, its groups each in a place of their own."""
    group_of = {node: group[0] for group in groups for node in group}
    inner = {
        group[0]: _centred(place(*_inside(group, boxes, neighbours), aspect=1.0), boxes) for group in groups
    }
    frames = {name: _frame(block, boxes) for name, block in inner.items()}
    links = ((group_of[one], group_of[other]) for one in group_of for other in neighbours[one])
    outer = _freed(sorted(frames), frames, _neighbours(frames, links))
    return {
        node: (outer[name][0] + x, outer[name][1] + y)
        for name, block in inner.items()
        for node, (x, y) in block.items()
    }


def _inside(
    group: Sequence[str], boxes: Mapping[str, Box], neighbours: Neighbours
) -> tuple[dict[str, Box], list[tuple[str, str]]]:
    """Return the boxes of a group and the links within it."""
    kept = {node: boxes[node] for node in group}
    return kept, [(one, other) for one in group for other in neighbours[one] if other in kept]


def _centred(block: Mapping[str, Point], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Return the block with the middle of its frame at the origin."""
    (left, right), (top, bottom) = _edges(block, boxes)
    return {node: (x - (left + right) / 2, y - (top + bottom) / 2) for node, (x, y) in block.items()}


def _frame(block: Mapping[str, Point], boxes: Mapping[str, Box]) -> Box:
    """Return the box that holds a block, with bare paper around it."""
    (left, right), (top, bottom) = _edges(block, boxes)
    return Box(right - left + _SPACE, bottom - top + _SPACE)


def _edges(block: Mapping[str, Point], boxes: Mapping[str, Box]) -> tuple[Point, Point]:
    """Return where a block begins and ends, from left to right and from top to bottom."""
    across = [(x - boxes[node].width / 2, x + boxes[node].width / 2) for node, (x, _) in block.items()]
    down = [(y - boxes[node].height / 2, y + boxes[node].height / 2) for node, (_, y) in block.items()]
    begin, end = zip(*across, strict=True)
    top, bottom = zip(*down, strict=True)
    return (min(begin), max(end)), (min(top), max(bottom))


def _lengths(part: Sequence[str], boxes: Mapping[str, Box], neighbours: Neighbours) -> Matrix:
    """Return how long each line should be: longer between large boxes, and around a node with many ties."""
    row = {node: number for number, node in enumerate(part)}
    lengths = np.zeros((len(part), len(part)))
    for one in part:
        for other in neighbours[one]:
            crowd = len(neighbours[one]) + len(neighbours[other]) - 2
            room = (boxes[one].width + boxes[one].height + boxes[other].width + boxes[other].height) / 8
            lengths[row[one], row[other]] = _SPACE + room + _CROWD * math.sqrt(crowd)
    return lengths


def _wish(node: str) -> tuple[float, float]:
    """Return the direction that a node would like, by its name alone, so that none depends on another."""
    digest = hashlib.blake2b(node.encode(), digest_size=2).digest()
    return digest[0] - 127.5, digest[1] - 127.5


def _grid(nodes: Sequence[str], boxes: Mapping[str, Box], columns: int) -> dict[str, Point]:
    """Return the nodes that nothing is tied to in so many columns."""
    width = max(boxes[node].width for node in nodes)
    height = max(boxes[node].height for node in nodes)
    return {node: ((i % columns) * width, (i // columns) * height) for i, node in enumerate(nodes)}
