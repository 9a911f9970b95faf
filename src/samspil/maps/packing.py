"""Boxes that do not overlap: pushed apart within a block, and blocks packed into a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from samspil.maps.stress import Matrix

__all__ = ["Box", "Point", "extent", "packed", "separated"]

_GAP: Final = 24.0  # between two blocks, beside each other
_BAND: Final = 22.0  # height of the bands in which outlines are taken
_PATIENCE: Final = 60  # rounds of pushing before a crowd is also blown up
_BLOWN: Final = 1.03  # by so much in a round
_TOUCHING: Final = 0.01  # boxes that overlap by less than this do not
_SLICE: Final = 512  # boxes that are compared with the others at a time

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """What a node takes up on the page, its name and the air around it included."""

    width: float
    height: float


@dataclass(frozen=True)
class _Outline:
    """What a block covers: for each band of the page from its top, where it begins and ends from its left."""

    left: float
    top: float
    bands: tuple[tuple[float, float], ...]

    @property
    def width(self) -> float:
        """Return how wide the block is."""
        return max(right for _, right in self.bands)

    @property
    def area(self) -> float:
        """Return how much of the page the block covers."""
        return sum(right - left for left, right in self.bands) * _BAND


def separated(positions: Mapping[str, Point], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Return the positions with boxes pushed apart until none overlap, each pair along its shorter way.

    A crowd that does not give way within a number of rounds is also blown up, a little at a time.
    """
    nodes = sorted(positions)
    places = np.array([positions[node] for node in nodes])
    sizes = np.array([(boxes[node].width, boxes[node].height) for node in nodes])
    rounds = 0
    while len(pairs := _overlapping(places, sizes)):
        places = _pushed(places, sizes, pairs)
        rounds += 1
        if rounds > _PATIENCE:
            places = places * _BLOWN
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, places, strict=True)}


def packed(
    blocks: Sequence[Mapping[str, Point]], boxes: Mapping[str, Box], aspect: float
) -> dict[str, Point]:
    """Return all positions with the blocks beside and under each other, none overlapping, the largest first.

    A block is taken by its outline and not by its frame, so that small ones stand in the corners that a round
    one leaves.
    """
    outlined = [(_outline(block, boxes), block) for block in blocks]
    outlined.sort(key=lambda one: (-one[0].area, min(one[1])))
    placed: list[tuple[_Outline, float, int]] = []
    positions: dict[str, Point] = {}
    for outline, block in outlined:
        x, band = _spot(outline, placed, aspect)
        placed.append((outline, x, band))
        dx, dy = x - outline.left, band * _BAND - outline.top
        positions |= {node: (here[0] + dx, here[1] + dy) for node, here in block.items()}
    return positions


def extent(positions: Mapping[str, Point], boxes: Mapping[str, Box], aspect: float) -> tuple[float, float]:
    """Return the height of the page that these positions need, and how much of both its ways they use."""
    lefts = [x - boxes[node].width / 2 for node, (x, _) in positions.items()]
    rights = [x + boxes[node].width / 2 for node, (x, _) in positions.items()]
    tops = [y - boxes[node].height / 2 for node, (_, y) in positions.items()]
    bottoms = [y + boxes[node].height / 2 for node, (_, y) in positions.items()]
    width, height = (max(rights) - min(lefts)) / aspect, max(bottoms) - min(tops)
    return (round(max(width, height), 6), round(width + height, 6))


def _overlapping(places: Matrix, sizes: Matrix) -> NDArray[np.intp]:
    """Return the pairs of rows whose boxes overlap, (p, 2), the first row the smaller.

    Rows are swept from left to right, in slices, so that only those that can overlap are compared.
    """
    order = np.argsort(places[:, 0], kind="stable")
    x, y = places[order].T
    half = sizes[order] / 2
    reach = np.searchsorted(x, x + half[:, 0] + half[:, 0].max(), side="right")
    found = []
    for start in range(0, len(order), _SLICE):
        stop = min(start + _SLICE, len(order))
        last = max(int(reach[start:stop].max()), stop)
        over_x = (
            half[start:stop, 0, None]
            + half[None, start:last, 0]
            - np.abs(x[start:stop, None] - x[start:last])
        )
        over_y = (
            half[start:stop, 1, None]
            + half[None, start:last, 1]
            - np.abs(y[start:stop, None] - y[start:last])
        )
        met = np.argwhere(np.triu((over_x > _TOUCHING) & (over_y > _TOUCHING), k=1)) + start
        found.append(order[met])
    pairs: NDArray[np.intp] = np.sort(np.concatenate(found), axis=1)
    return pairs[np.lexsort(pairs.T)]


def _pushed(places: Matrix, sizes: Matrix, pairs: NDArray[np.intp]) -> Matrix:
    """Return the places with each of these pairs pushed apart once, half each."""
    one, other = pairs.T
    way = places[other] - places[one]
    over = (sizes[one] + sizes[other]) / 2 - np.abs(way)
    short = np.argmin(over, axis=1)
    rows = np.arange(len(pairs))
    push = np.zeros_like(way)
    push[rows, short] = (over[rows, short] / 2 + 0.1) * np.where(way[rows, short] >= 0, 1.0, -1.0)
    moved = places.copy()
    np.add.at(moved, one, -push)
    np.add.at(moved, other, push)
    return moved


def _outline(block: Mapping[str, Point], boxes: Mapping[str, Box]) -> _Outline:
    """Return the outline of a block; a band that only lines cross is as wide as the one before it."""
    left = min(x - boxes[node].width / 2 for node, (x, _) in block.items())
    top = min(y - boxes[node].height / 2 for node, (_, y) in block.items())
    bands: dict[int, tuple[float, float]] = {}
    for node, (x, y) in block.items():
        reach = (x - left - boxes[node].width / 2, x - left + boxes[node].width / 2)
        first = int((y - top - boxes[node].height / 2) / _BAND)
        for band in range(first, int((y - top + boxes[node].height / 2) / _BAND) + 1):
            known = bands.get(band, reach)
            bands[band] = (min(known[0], reach[0]), max(known[1], reach[1]))
    filled = [bands[0]]
    for band in range(1, max(bands) + 1):
        filled.append(bands.get(band, filled[-1]))
    return _Outline(left, top, tuple(filled))


def _spot(
    outline: _Outline, placed: Sequence[tuple[_Outline, float, int]], aspect: float
) -> tuple[float, int]:
    """Return where a block goes, as x and band: where the page grows least, in its own proportion."""
    wide = max((x + other.width for other, x, _ in placed), default=0.0)
    high = max((band + len(other.bands) for other, _, band in placed), default=0)

    def growth(spot: tuple[float, int]) -> tuple[float, float, float]:
        width = max(wide, spot[0] + outline.width) / aspect
        height = max(high, spot[1] + len(outline.bands)) * _BAND
        return (max(width, height), width + height, spot[0] + spot[1] * _BAND)

    return min(((_leftmost(outline, band, placed), band) for band in range(high + 2)), key=growth)


def _leftmost(outline: _Outline, top: int, placed: Sequence[tuple[_Outline, float, int]]) -> float:
    """Return the smallest x at which a block whose first band is `top` meets none of those placed."""
    x = 0.0
    while True:
        needed = max((_clear(outline, x, top, other) for other in placed), default=x)
        if needed <= x:
            return x
        x = needed


def _clear(outline: _Outline, x: float, top: int, placed: tuple[_Outline, float, int]) -> float:
    """Return how far right a block must stand to be clear of another that it meets at x, else x."""
    other, other_x, other_top = placed
    needed = x
    for band in range(
        max(top, other_top - 1), min(top + len(outline.bands), other_top + len(other.bands) + 1)
    ):
        mine = outline.bands[band - top]
        theirs = other.bands[min(max(band - other_top, 0), len(other.bands) - 1)]
        if x + mine[0] < other_x + theirs[1] + _GAP and other_x + theirs[0] < x + mine[1] + _GAP:
            needed = max(needed, other_x + theirs[1] + _GAP - mine[0])
    return needed
