"""Where things stand: nothing on top of anything else, the same at every run, the page in its proportion."""

import math
from itertools import combinations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from samspil.maps.clearing import cleared, crossed
from samspil.maps.layout import place
from samspil.maps.packing import Box, Point, extent

STAR = [("hub", f"leaf{number}") for number in range(24)]


def boxes_of(links: list[tuple[str, str]]) -> dict[str, Box]:
    """Return a box for each node of the links, wide and narrow by turns."""
    nodes = sorted({node for link in links for node in link})
    return {node: Box(90 + 40 * (number % 3), 50 + 15 * (number % 2)) for number, node in enumerate(nodes)}


def overlaps(places: dict[str, Point], boxes: dict[str, Box]) -> list[tuple[str, str]]:
    """Return the pairs of nodes whose boxes overlap by more than rounding."""
    return [
        (one, other)
        for one, other in combinations(places, 2)
        if (boxes[one].width + boxes[other].width) / 2 - abs(places[one][0] - places[other][0]) > 0.1
        and (boxes[one].height + boxes[other].height) / 2 - abs(places[one][1] - places[other][1]) > 0.1
    ]


def test_star_has_its_middle_in_the_middle() -> None:
    boxes = boxes_of(STAR)
    places = place(boxes, STAR)
    assert overlaps(places, boxes) == []
    assert crossed(places, boxes, STAR) <= 10
    xs, ys = sorted(x for x, _ in places.values()), sorted(y for _, y in places.values())
    assert xs[8] < places["hub"][0] < xs[-8]
    assert ys[8] < places["hub"][1] < ys[-8]


def test_parts_and_loners_are_kept_apart() -> None:
    links = [("a", "b"), ("b", "c"), ("d", "e"), ("f", "g"), ("g", "h"), ("h", "f")]
    boxes = boxes_of(links) | {f"alone{number}": Box(120, 60) for number in range(9)}
    places = place(boxes, links)
    assert set(places) == set(boxes)
    assert overlaps(places, boxes) == []


def test_page_has_about_the_proportion_asked_for() -> None:
    boxes = {f"alone{number}": Box(100, 50) for number in range(48)}
    for aspect in (1.0, 2.0):
        places = place(boxes, [], aspect=aspect)
        width = extent(places, boxes, 1e-9)[0] * 1e-9
        height = extent(places, boxes, 1e9)[0]
        assert 0.6 * aspect < width / height < 1.6 * aspect


def test_same_network_in_another_order_stands_the_same() -> None:
    boxes = boxes_of(STAR)
    again = place(dict(reversed(boxes.items())), [(other, one) for one, other in reversed(STAR)])
    assert again == place(boxes, STAR)


def test_triangle_is_not_a_line() -> None:
    links = [("a", "b"), ("b", "c"), ("c", "a")]
    places = place({node: Box(10, 10) for node in "abc"}, links)
    (ax, ay), (bx, by), (cx, cy) = (places[node] for node in "abc")
    assert abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) > 500


def test_one_actor_more_hardly_moves_the_others() -> None:
    graph = nx.random_labeled_tree(60, seed=3)
    links = [(str(one), str(other)) for one, other in graph.edges()]
    boxes = {str(node): Box(110, 60) for node in graph}
    before = place(boxes, links)
    size = math.hypot(*(max(axis) - min(axis) for axis in zip(*before.values(), strict=True)))
    for node in ("7", "23", "42"):
        after = place(boxes | {"new": Box(110, 60)}, [*links, ("new", node)])
        moves = sorted(
            math.dist(_seen_from(before, node)[one], _seen_from(after, node)[one]) for one in before
        )
        assert moves[len(moves) // 2] < 0.05 * size


def _seen_from(places: dict[str, Point], node: str) -> dict[str, Point]:
    """Return the places with one of them as the middle of the world."""
    (x, y) = places[node]
    return {one: (here[0] - x, here[1] - y) for one, here in places.items()}


def test_large_part_keeps_its_groups_together() -> None:
    graph = nx.planted_partition_graph(14, 100, 0.05, 0.0005, seed=2)
    graph = graph.subgraph(max(nx.connected_components(graph), key=len))
    boxes = {str(node): Box(60, 40) for node in graph}
    places = place(
        boxes,
        [(str(one), str(other)) for one, other in graph.edges()],
        groups={str(node): node // 100 for node in graph},
    )
    assert set(places) == set(boxes)
    frames = [[places[str(node)] for node in graph if node // 100 == group] for group in range(14)]
    edges = [
        (min(xs), max(xs), min(ys), max(ys)) for xs, ys in (zip(*frame, strict=True) for frame in frames)
    ]
    for one, other in combinations(edges, 2):
        assert one[1] < other[0] or other[1] < one[0] or one[3] < other[2] or other[3] < one[2]


def test_box_on_a_line_is_pushed_aside() -> None:
    boxes = {node: Box(60, 20) for node in "abc"}
    places: dict[str, Point] = {"a": (-200, 0), "b": (200, 0), "c": (5, 3)}
    freed = cleared(places, boxes, [("a", "b")])
    assert crossed(freed, boxes, [("a", "b")]) == 0
    assert freed["a"] == places["a"]
    assert freed["b"] == places["b"]
    assert freed["c"][0] == 5


def test_nothing_has_no_places() -> None:
    assert place({}, []) == {}


def test_line_through_a_box_is_seen() -> None:
    boxes = {node: Box(10, 10) for node in "abc"}
    places: dict[str, Point] = {"a": (0, 0), "b": (100, 0), "c": (50, 0)}
    assert crossed(places, boxes, [("a", "b")]) == 1
    assert crossed(places | {"c": (50, 20)}, boxes, [("a", "b")]) == 0


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=14))
def test_no_boxes_overlap_whatever_is_tied_to_what(pairs: list[tuple[int, int]]) -> None:
    links = [(str(one), str(other)) for one, other in pairs]
    boxes = {str(number): Box(40 + 17 * number, 30 + 5 * number) for number in range(10)}
    places = place(boxes, links)
    assert set(places) == set(boxes)
    assert overlaps(places, boxes) == []
