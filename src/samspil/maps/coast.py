"""Land and borders of a region, from Natural Earth's countries at 1:10 million (public domain).

The file is TopoJSON (specification 1.0) as the package world-atlas publishes it: arcs of whole numbers, each the way
from the one before, shared by the countries on both of its sides. Here they become lines in degrees, are cut off at
the edge of a box, and lose what cannot be seen at the scale of the map.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from typing import Any, TypeAlias

__all__ = ["Area", "Atlas", "Line", "Place", "clipped", "inside", "simplified"]

# (longitude, latitude) in degrees, or (x, y) on the map.
Place: TypeAlias = tuple[float, float]
Line: TypeAlias = Sequence[Place]
# West, south, east, north; or left, top, right, bottom.
Area: TypeAlias = tuple[float, float, float, float]


class Atlas:
    """The countries of the world, as a topology states them."""

    def __init__(self, topology: dict[str, Any]) -> None:
        """Take the arcs of a topology in the form of world-atlas."""
        (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
        self._lines = [
            [
                (x * wide + west, y * high + south)
                for x, y in zip(*map(accumulate, zip(*arc, strict=True)), strict=True)
            ]
            for arc in topology["arcs"]
        ]
        self._rings = [
            ring
            for country in topology["objects"]["countries"]["geometries"]
            for polygon in _polygons(country)
            for ring in polygon
        ]

    def rings(self, area: Area) -> Iterator[list[Place]]:
        """Yield the outlines of land that may be seen in an area of degrees, closed: the last place is the first."""
        for arcs in self._rings:
            line = [place for number in arcs for place in self._line(number)[:-1]]
            if _meets(line, area):
                yield [*line, line[0]]

    def borders(self, area: Area) -> Iterator[list[Place]]:
        """Yield the lines between two countries that may be seen in an area of degrees."""
        used = Counter(max(number, ~number) for arcs in self._rings for number in arcs)
        for number, countries in sorted(used.items()):
            if countries > 1 and _meets(self._lines[number], area):
                yield self._lines[number]

    def _line(self, number: int) -> list[Place]:
        """Return an arc; a negative number is that of an arc the other way (TopoJSON 2.1.4)."""
        return self._lines[number] if number >= 0 else self._lines[~number][::-1]


def clipped(ring: Line, area: Area) -> list[Place]:
    """Return what of a closed line's inside lies in a box, closed (Sutherland and Hodgman 1974)."""
    left, low, right, high = area
    kept = list(ring[:-1])
    for axis, edge, way in ((0, left, 1), (0, right, -1), (1, low, 1), (1, high, -1)):
        kept = [place for pair in pairwise([*kept[-1:], *kept]) for place in _cut(*pair, axis, edge, way)]
    return [*kept, *kept[:1]]


def inside(line: Line, area: Area) -> Iterator[list[Place]]:
    """Yield the pieces of a line that lie in a box: what of its places in a row are within, two or more."""
    left, low, right, high = area
    rows = groupby(line, lambda place: left <= place[0] <= right and low <= place[1] <= high)
    pieces = (list(row) for within, row in rows if within)
    yield from (piece for piece in pieces if len(piece) > 1)


def simplified(line: Line, tolerance: float) -> list[Place]:
    """Return the line without the places that lie closer to it than the tolerance (Douglas and Peucker 1973).

    A closed line is taken as two, split where it is farthest from its beginning.
    """
    if len(line) < 3:
        return list(line)
    if line[0] != line[-1]:
        return _thinned(line, tolerance)
    far = max(range(len(line)), key=lambda number: _square(line[0], line[number]))
    return [*_thinned(line[: far + 1], tolerance)[:-1], *_thinned(line[far:], tolerance)]


def _polygons(country: dict[str, Any]) -> list[list[list[int]]]:
    """Return the polygons of a country, each its rings, each its arcs."""
    arcs: list[Any] = country.get("arcs", [])
    return [arcs] if country["type"] == "Polygon" else arcs


def _meets(line: Line, area: Area) -> bool:
    """Say whether the frame of a line meets an area."""
    west, south, east, north = area
    longitudes, latitudes = zip(*line, strict=True)
    return not (
        max(longitudes) < west or min(longitudes) > east or max(latitudes) < south or min(latitudes) > north
    )


def _cut(one: Place, other: Place, axis: int, edge: float, way: int) -> Iterator[Place]:
    """Yield what the step to another place adds to a line that is cut off at an edge."""
    was, now = (way * (place[axis] - edge) >= 0 for place in (one, other))
    if was != now:
        share = (edge - one[axis]) / (other[axis] - one[axis])
        across = one[1 - axis] + share * (other[1 - axis] - one[1 - axis])
        yield (edge, across) if axis == 0 else (across, edge)
    if now:
        yield other


def _thinned(line: Line, tolerance: float) -> list[Place]:
    """Return an open line without what lies close to the straight way from its first place to its last."""
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda number: _aside(line[number], line[first], line[last]))
        if _aside(line[far], line[first], line[last]) > tolerance:
            kept.add(far)
            waiting += [(first, far), (far, last)]
    return [line[number] for number in sorted(kept)]


def _aside(place: Place, one: Place, other: Place) -> float:
    """Return how far a place lies from the line between two others."""
    wide, high = other[0] - one[0], other[1] - one[1]
    length = math.hypot(wide, high)
    if length == 0:
        return math.dist(place, one)
    return abs(wide * (place[1] - one[1]) - high * (place[0] - one[0])) / length


def _square(one: Place, other: Place) -> float:
    """Return the square of the distance between two places."""
    wide, high = one[0] - other[0], one[1] - other[1]
    return wide * wide + high * high
