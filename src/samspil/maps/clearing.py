"""Names that no line runs through: a box on the way of somebody else's line is pushed aside.

A push is as small as it can be and moves nothing but that box, so that the arrangement stays what it was.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from samspil.maps.packing import Box, Point, separated
from samspil.maps.stress import Matrix

__all__ = ["cleared", "crossed"]

_PATIENCE: Final = 12  # rounds in vain
_AIR: Final = 0.88  # of a box: a little of the air around a name may be crossed
_PAIRS: Final = 40_000  # of lines and boxes; more are left as they are: nobody reads so many names at once


def cleared(
    positions: Mapping[str, Point], boxes: Mapping[str, Box], lines: Sequence[tuple[str, str]]
) -> dict[str, Point]:
    """Return the positions, no boxes overlapping, with as few boxes crossed by a line as some rounds can do."""
    best = here = separated(positions, boxes)
    if not lines or len(lines) * len(boxes) > _PAIRS:
        return best
    fewest, vain = crossed(best, boxes, lines), 0
    while fewest and vain < _PATIENCE:
        here = separated(_pushed(here, boxes, lines), boxes)
        found = crossed(here, boxes, lines)
        vain += 1
        if found < fewest:
            best, fewest, vain = here, found, 0
    return best


def crossed(
    positions: Mapping[str, Point], boxes: Mapping[str, Box], lines: Sequence[tuple[str, str]]
) -> int:
    """Return how many times a straight line between two nodes runs through the box of a third."""
    return int(np.count_nonzero(_meetings(positions, boxes, lines)[0]))


def _pushed(
    positions: Mapping[str, Point], boxes: Mapping[str, Box], lines: Sequence[tuple[str, str]]
) -> dict[str, Point]:
    """Return the positions with each crossed box moved off its lines, by the mean of what each asks for."""
    missing, across = _meetings(positions, boxes, lines)
    push = missing.T @ across / np.maximum((missing != 0).sum(axis=0), 1)[:, None]
    return {
        node: (positions[node][0] + float(x), positions[node][1] + float(y))
        for node, (x, y) in zip(sorted(positions), push, strict=True)
    }


def _meetings(
    positions: Mapping[str, Point], boxes: Mapping[str, Box], lines: Sequence[tuple[str, str]]
) -> tuple[Matrix, Matrix]:
    """Return how far each box must go to be off each line, (lines, boxes), and across which way, (lines, 2).

    Boxes are in order of name; one that is not in the way, or at an end of the line, need not go.
    """
    nodes = sorted(positions)
    row = {node: number for number, node in enumerate(nodes)}
    places = np.array([positions[node] for node in nodes])
    half = np.array([(boxes[node].width, boxes[node].height) for node in nodes]) * _AIR / 2
    ends = np.array([(row[one], row[other]) for one, other in lines], dtype=np.intp).reshape(-1, 2)
    start, way = places[ends[:, 0]], places[ends[:, 1]] - places[ends[:, 0]]
    length = np.maximum(np.hypot(*way.T), 1e-9)[:, None]
    along = way / length
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    aside = across @ places.T - (across * start).sum(axis=1)[:, None]
    before = along @ places.T - (along * start).sum(axis=1)[:, None]
    missing = np.maximum(np.abs(across) @ half.T - np.abs(aside), 0.0)
    reach = np.abs(along) @ half.T
    missing[(before < -reach) | (before > length + reach)] = 0.0
    missing[np.arange(len(ends))[:, None], ends] = 0.0
    return np.where(aside < 0, -missing, missing), across
