"""The map placed by where actors have their seats, over the land and borders of the region that they span.

Mercator's projection, on a sphere, at the scale of the middle latitude: directions are true, and so are shapes and,
in a region the size of a country, distances.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from statistics import median
from typing import Final

from samspil.maps.assets import read_atlas
from samspil.maps.coast import Area, Atlas, Line, Place, clipped, inside, simplified
from samspil.maps.words import Pair

__all__ = ["Geography", "geography"]

_CREDIT: Final = (
    "Land og grænser: Natural Earth, 1:10 mio. (frit tilgængeligt)",
    "Land and borders: Natural Earth, 1:10 million (public domain)",
)
_APART: Final = 120.0  # pixels between a seat and the next, in the middling case: room for a name
_LEAST: Final = 900.0  # pixels across, at least
_MOST: Final = 4000.0
_AROUND: Final = 0.18  # of the larger side, around the seats
_LEAST_AROUND: Final = 0.35  # degrees of latitude
_TOLERANCE: Final = 0.8  # pixels
_SMALLEST: Final = 12.0  # square pixels of land that is drawn
_ASIDE: Final = 150  # pixels between the land and those without a place


@dataclass(frozen=True)
class Geography:
    """Where those with a seat stand, and what lies under them, in pixels; y grows downwards.

    Each line is x, y, x, y and so on. `land` is closed and filled by the even-odd rule; `coast` is its edge without the
    sides of the `box` (left, top, right, bottom), at which all is cut off. `unplaced` is where the others begin.
    """

    places: Mapping[str, tuple[int, int]]
    land: tuple[tuple[int, ...], ...]
    coast: tuple[tuple[int, ...], ...]
    borders: tuple[tuple[int, ...], ...]
    box: tuple[int, int, int, int]
    unplaced: tuple[int, int]
    credit: Pair = _CREDIT


@dataclass(frozen=True)
class _Projection:
    """Degrees to pixels."""

    west: float
    north: float
    scale: float

    def point(self, longitude: float, latitude: float) -> Place:
        """Return the place on the map of a place on the earth."""
        return (
            math.radians(longitude - self.west) * self.scale,
            (_up(self.north) - _up(latitude)) * self.scale,
        )

    def line(self, line: Line) -> list[Place]:
        """Return a line on the map."""
        return [self.point(*place) for place in line]


def geography(seats: Mapping[str, Place]) -> Geography | None:
    """Return the map of these seats, IRI to (longitude, latitude) in degrees (WGS 84); None where there are none."""
    if not seats:
        return None
    area = _around(seats.values())
    projection = _Projection(area[0], area[3], _scale(area, seats.values()))
    right, bottom = projection.point(area[2], area[1])
    box = (0.0, 0.0, right, bottom)
    outlines = [projection.line(ring) for ring in _atlas().rings(area)]
    return Geography(
        places={iri: _whole(projection.point(*seat)) for iri, seat in seats.items()},
        land=_flat(ring for outline in outlines if _size(ring := clipped(outline, box)) > _SMALLEST),
        coast=_flat(
            piece for outline in outlines if _size(outline) > _SMALLEST for piece in inside(outline, box)
        ),
        borders=_flat(
            piece for line in _atlas().borders(area) for piece in inside(projection.line(line), box)
        ),
        box=(0, 0, round(right), round(bottom)),
        unplaced=(round(right) + _ASIDE, 0),
    )


@cache
def _atlas() -> Atlas:
    """Return the countries of the world."""
    return Atlas(json.loads(read_atlas()))


def _around(seats: Iterable[Place]) -> Area:
    """Return the area that holds all seats, with some of what lies around them, in degrees."""
    longitudes, latitudes = zip(*seats, strict=True)
    narrow = math.cos(math.radians((min(latitudes) + max(latitudes)) / 2))
    sides = ((max(longitudes) - min(longitudes)) * narrow, max(latitudes) - min(latitudes))
    around = max(_LEAST_AROUND, _AROUND * max(sides))
    beside = around / max(narrow, 0.1)
    return (
        min(longitudes) - beside,
        max(min(latitudes) - around, -85.0),
        max(longitudes) + beside,
        min(max(latitudes) + around, 85.0),
    )


def _scale(area: Area, seats: Iterable[Place]) -> float:
    """Return pixels for a radian of longitude, so that the middling seat has room for its name."""
    flat = _Projection(area[0], area[3], 1.0)
    points = sorted({flat.point(*seat) for seat in seats})
    nearest = [
        min(math.dist(one, other) for other in points if other != one) for one in points if len(points) > 1
    ]
    across = math.radians(area[2] - area[0])
    wanted = _APART / max(median(nearest), 1e-6) if nearest else 0.0
    return min(max(wanted, _LEAST / across), _MOST / across)


def _up(latitude: float) -> float:
    """Return how far north a latitude lies, in radians of longitude at the equator (Mercator)."""
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def _flat(lines: Iterable[Line]) -> tuple[tuple[int, ...], ...]:
    """Return simplified lines of whole pixels, those that have become a point left out."""
    thin = (simplified(line, _TOLERANCE) for line in lines)
    whole = ([_whole(place) for place in line] for line in thin)
    return tuple(tuple(number for place in line for number in place) for line in whole if len(set(line)) > 1)


def _whole(place: Place) -> tuple[int, int]:
    """Return a place in whole pixels."""
    return round(place[0]), round(place[1])


def _size(ring: Line) -> float:
    """Return the area within a closed line, in square pixels (the shoelace formula)."""
    return abs(sum(one[0] * other[1] - other[0] * one[1] for one, other in pairwise(ring))) / 2
