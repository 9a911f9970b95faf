"""The map placed by seats: projected, over land that is cut off at its edge and thinned to what can be seen."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.maps.coast import Line, Place, clipped, inside, simplified
from samspil.maps.geography import Geography, geography

AARHUS, GRENAA, HALMSTAD = (10.17856, 56.1428), (10.88059, 56.41393), (12.85676, 56.67446)
SEATS = {"aarhus": AARHUS, "grenaa": GRENAA, "halmstad": HALMSTAD}
BOX = (0.0, 0.0, 100.0, 60.0)

places = st.tuples(st.floats(-150, 250), st.floats(-150, 250))
open_lines = st.lists(places, min_size=3, max_size=25, unique=True)


@pytest.fixture(scope="module")
def region() -> Geography:
    found = geography(SEATS)
    assert found is not None
    return found


def on_land(region: Geography, place: Place) -> bool:
    """Say whether a place is inside the land, by the even-odd rule."""
    x, y = place
    crossings = 0
    for line in region.land:
        for (ax, ay), (bx, by) in pairwise(zip(line[::2], line[1::2], strict=True)):
            crossings += (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay)
    return crossings % 2 == 1


def test_nobody_with_a_seat_is_no_geography() -> None:
    assert geography({}) is None


def test_north_is_up_and_east_is_right(region: Geography) -> None:
    (ax, ay), (gx, gy), (hx, hy) = (region.places[name] for name in SEATS)
    assert ax < gx < hx
    assert ay > gy > hy


def test_distances_are_those_of_the_earth(region: Geography) -> None:
    """Aarhus lies 53 km from Grenaa and 175 km from Halmstad as the crow flies."""
    near, far = (math.dist(region.places["aarhus"], region.places[name]) for name in ("grenaa", "halmstad"))
    assert far / near == pytest.approx(_kilometres(AARHUS, HALMSTAD) / _kilometres(AARHUS, GRENAA), rel=0.01)


def _kilometres(one: Place, other: Place) -> float:
    """Return the distance along the earth (haversine)."""
    (west, south), (east, north) = (tuple(map(math.radians, place)) for place in (one, other))
    half = (
        math.sin((north - south) / 2) ** 2
        + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    )
    return 2 * 6371 * math.asin(math.sqrt(half))


def test_seats_are_on_land_and_the_kattegat_is_not(region: Geography) -> None:
    assert all(on_land(region, (x, y)) for x, y in (region.places["aarhus"], region.places["halmstad"]))
    (gx, gy), (hx, hy) = region.places["grenaa"], region.places["halmstad"]
    assert not on_land(region, ((gx + hx) / 2, (gy + hy) / 2))


def test_nothing_is_drawn_beyond_the_edge(region: Geography) -> None:
    left, top, right, bottom = region.box
    for line in (*region.land, *region.coast, *region.borders):
        assert all(left <= x <= right for x in line[::2])
        assert all(top <= y <= bottom for y in line[1::2])
    assert region.unplaced[0] > right


def test_border_with_germany_is_drawn_where_it_is_in_sight() -> None:
    south = geography({"flensburg": (9.43, 54.78), "kolding": (9.47846, 55.48999)})
    north = geography({"aalborg": (9.92, 57.05), "hjorring": (9.98, 57.46)})
    assert south is not None
    assert south.borders
    assert north is not None
    assert not north.borders


def test_one_seat_is_a_map_too() -> None:
    alone = geography({"aarhus": AARHUS})
    assert alone is not None
    assert alone.land


@given(open_lines)
def test_what_is_cut_off_lies_in_the_box(line: list[Place]) -> None:
    for x, y in clipped([*line, line[0]], BOX):
        assert -1e-6 <= x <= 100 + 1e-6
        assert -1e-6 <= y <= 60 + 1e-6


@given(st.lists(st.tuples(st.floats(1, 99), st.floats(1, 59)), min_size=3, max_size=25))
def test_what_lies_in_the_box_is_left_as_it_is(line: list[Place]) -> None:
    ring = [*line, line[0]]
    assert clipped(ring, BOX) == ring
    assert list(inside(ring, BOX)) == [ring]


@given(open_lines)
def test_pieces_of_a_line_are_its_rows_of_places_in_the_box(line: list[Place]) -> None:
    """Each step of a piece is a step of the line, and each step of the line within the box is in a piece."""
    steps = {step for piece in inside(line, BOX) for step in pairwise(piece)}
    within = {place for place in line if 0 <= place[0] <= 100 and 0 <= place[1] <= 60}
    assert steps == {(one, other) for one, other in pairwise(line) if {one, other} <= within}
    assert all(len(piece) > 1 for piece in inside(line, BOX))


@given(open_lines, st.floats(0.1, 20))
def test_thinned_line_stays_as_close_as_was_asked(line: list[Place], tolerance: float) -> None:
    thin = simplified(line, tolerance)
    assert (thin[0], thin[-1]) == (line[0], line[-1])
    assert all(_from(place, thin) <= tolerance + 1e-6 for place in line)


def _from(place: Place, line: Line) -> float:
    """Return how far a place is from the lines through the steps of a line, at the nearest."""
    return min(_from_step(place, one, other) for one, other in pairwise(line))


def _from_step(place: Place, one: Place, other: Place) -> float:
    wide, high = other[0] - one[0], other[1] - one[1]
    length = math.hypot(wide, high)
    if length == 0:
        return math.dist(place, one)
    return abs(wide * (place[1] - one[1]) - high * (place[0] - one[0])) / length
