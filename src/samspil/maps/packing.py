"""Boxes that do not overlap: pushed apart within a block, and blocks packed into a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

__all__ = ["Box", "Point", "crossed", "extent", "packed", "separated"]

_GAP: Final = 24.0  # between two blocks, beside each other
_BAND: Final = 22.0  # height of the bands in which outlines are taken
_PUSHES: Final = 3_000_000  # pairs looked at before a crowd is blown up: a second or so
_LEAST_ROUNDS: Final = 10
_BLOWN: Final = 1.03  # by so much in a round

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
    moved = dict(positions)
    patience = max(_LEAST_ROUNDS, _PUSHES // len(positions) ** 2)
    rounds = 0
    while _pushed(moved, boxes):
        rounds += 1
        if rounds > patience:
            moved = {node: (x * _BLOWN, y * _BLOWN) for node, (x, y) in moved.items()}
    return moved


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


def crossed(
    positions: Mapping[str, Point], boxes: Mapping[str, Box], lines: Sequence[tuple[str, str]]
) -> int:
    """Return how many times a straight line between two nodes runs through the box of a third."""
    found = 0
    for one, other in lines:
        for node, middle in positions.items():
            if node not in (one, other):
                found += _runs_through(positions[one], positions[other], middle, boxes[node])
    return found


def _runs_through(start: Point, end: Point, middle: Point, box: Box) -> bool:
    """Say whether a line meets a box, a little of its air left out (Liang and Barsky 1984)."""
    enters, leaves = 0.0, 1.0
    for axis, half in ((0, 0.44 * box.width), (1, 0.44 * box.height)):
        way, low, high = end[axis] - start[axis], middle[axis] - half, middle[axis] + half
        if way == 0:
            if not low <= start[axis] <= high:
                return False
            continue
        first, last = sorted(((low - start[axis]) / way, (high - start[axis]) / way))
        enters, leaves = max(enters, first), min(leaves, last)
    return enters <= leaves


def _pushed(moved: dict[str, Point], boxes: Mapping[str, Box]) -> bool:
    """Push each overlapping pair apart once, in place; say whether there was any.

    Nodes are swept from left to right, so that only those that can overlap are compared.
    """
    widest = max(box.width for box in boxes.values())
    order = sorted(moved, key=lambda node: (moved[node], node))
    found = False
    for i, one in enumerate(order):
        for other in order[i + 1 :]:
            if moved[other][0] - moved[one][0] > 2 * widest:
                break
            found = _push(one, other, moved, boxes) or found
    return found


def _push(one: str, other: str, moved: dict[str, Point], boxes: Mapping[str, Box]) -> bool:
    """Push one pair apart, half each, in place; say whether they overlapped."""
    dx, dy = moved[other][0] - moved[one][0], moved[other][1] - moved[one][1]
    over_x = (boxes[one].width + boxes[other].width) / 2 - abs(dx)
    over_y = (boxes[one].height + boxes[other].height) / 2 - abs(dy)
    if over_x <= 0.01 or over_y <= 0.01:
        return False
    if over_x < over_y:
        push = (over_x / 2 + 0.1) * (1 if dx >= 0 else -1), 0.0
    else:
        push = 0.0, (over_y / 2 + 0.1) * (1 if dy >= 0 else -1)
    moved[one] = (moved[one][0] - push[0], moved[one][1] - push[1])
    moved[other] = (moved[other][0] + push[0], moved[other][1] + push[1])
    return True


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
