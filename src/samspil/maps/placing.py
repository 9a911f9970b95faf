"""Where the nodes of a network stand: what each takes up with its name under it, handed to the layout."""

import textwrap
from collections.abc import Mapping
from typing import Any, Final

from samspil.maps.layout import place
from samspil.maps.legend import SHAPES
from samspil.maps.packing import Box, Point
from samspil.maps.words import Pair
from samspil.network import Network

__all__ = ["lines_of", "positions", "seats", "shape_of"]

_LINE: Final = 18  # height of a line of a name at 15 px
# Letters to their width at 15 px in the widest font that systems come with (DejaVu Sans, measured): a box that holds
# a name in that holds it in all of them.
_WIDTHS: Final = {
    **dict.fromkeys("fijlrtI .,:;'’»«()/-", 5.4),
    **dict.fromkeys("mwæMWÆŒœ—…", 14.5),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZØÅ", 10.8),
}
_LETTER: Final = 9.3  # of any other
_WRAP: Final = 16  # letters in a line of a name
_WORD: Final = 34  # letters of the longest words that stand unbroken
_MOST: Final = 9  # lines of a name
_LONGEST: Final = 240  # letters of a name that are looked at
_AIR: Final = 14.0  # around a node and its name


def shape_of(node: Mapping[str, Any]) -> tuple[str, int]:
    """Return the shape that the canvas draws and its size."""
    return SHAPES[node["node_shape"]]


def lines_of(node: Mapping[str, Any]) -> Pair:
    """Return the names broken into lines. What is too long for a map ends in "…"; the details have all of it."""
    return (_broken(node["label_da"]), _broken(node["label_en"]))


def seats(network: Network) -> dict[str, tuple[float, float]]:
    """Return longitude and latitude of those whose seat is known."""
    found = {iri: (node["longitude"], node["latitude"]) for iri, node in network.nodes(data=True)}
    return {iri: (x, y) for iri, (x, y) in found.items() if x is not None and y is not None}


def positions(network: Network, groups: Mapping[str, int]) -> dict[str, Point]:
    """Return the middle of each node's shape such that no name is on top of anything; hubs show no name.

    `groups` stand together where the network is large.
    """
    heights = {iri: shape_of(node)[1] * 2 for iri, node in network.nodes(data=True)}
    boxes = {
        iri: _box(("", "") if node["is_hub"] else lines_of(node), heights[iri])
        for iri, node in network.nodes(data=True)
    }
    places = place(boxes, ((one, other) for one, other in network.edges()), groups=groups)
    return {iri: (x, y - (boxes[iri].height - heights[iri] - _AIR) / 2) for iri, (x, y) in places.items()}


def _box(lines: Pair, height: int) -> Box:
    """Return what a node takes up with its name under it, in whichever language takes up more."""
    width = max(_width(line) for name in lines for line in name.splitlines() or [""])
    text = max(name.count("\n") + 1 for name in lines if name) * _LINE if any(lines) else 0
    return Box(max(width, height) + _AIR, height + text + _AIR)


def _width(line: str) -> float:
    """Return about how wide a line of a name is written, in pixels at 15 px."""
    return sum(_WIDTHS.get(letter, _LETTER) for letter in line)


def _broken(name: str) -> str:
    """Return a name in lines; a word is broken only where it is longer than any that people write."""
    lines = textwrap.wrap(name[:_LONGEST], _WRAP, break_long_words=False)
    parts = [part for line in lines for part in textwrap.wrap(line, _WORD)]
    cut = len(parts) > _MOST or len(name) > _LONGEST
    return "\n".join(parts[:_MOST]) + ("…" if cut else "")
