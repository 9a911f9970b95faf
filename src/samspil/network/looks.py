"""How the types in the answer to any query are drawn: ours have their looks in the ontology, these have none.

The most frequent type gets the first look. Colours can be told apart with colour blindness, and a dash pattern or a
shape goes with each, so that neighbours in the legend differ in black and white too.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

__all__ = ["LineLook", "NodeLook", "line_looks", "node_looks"]


class LineLook(NamedTuple):
    """How a type of relation is drawn; `order` is its place in the legend."""

    colour: str
    dash: str
    order: int


class NodeLook(NamedTuple):
    """How a type of node is drawn; `order` is its place in the legend, after every relation."""

    colour: str
    shape: str
    order: int


_LINES: Final = ("#0B4F8A", "#B4460B", "#00704A", "#7A3B86", "#16232E", "#8A6400", "#5B6770")
_DASHES: Final = ("solid", "long-dash", "short-dash", "dash-dot", "dotted")
_FILLS: Final = ("#D6E4F0", "#F3E3D6", "#E3EFE8", "#EADCEC", "#F0ECD2", "#E4E7E9", "#FBFAF7")
_SHAPES: Final = ("circle", "square", "diamond", "triangle", "hexagon", "rounded-square")


def line_looks(types: Iterable[str]) -> dict[str, LineLook]:
    """Return how each type of relation is drawn, given the type of every relation."""
    return {
        type: LineLook(_LINES[at % len(_LINES)], _DASHES[at % len(_DASHES)], 1 + at)
        for at, type in enumerate(_by_frequency(types))
    }


def node_looks(types: Iterable[str], first: int) -> dict[str, NodeLook]:
    """Return how each type of node is drawn, given the type of every node, and the first place in the legend."""
    return {
        type: NodeLook(_FILLS[at % len(_FILLS)], _SHAPES[at % len(_SHAPES)], first + at)
        for at, type in enumerate(_by_frequency(types))
    }


def _by_frequency(types: Iterable[str]) -> list[str]:
    """Return each type once, the most frequent first."""
    counts = Counter(types)
    return sorted(counts, key=lambda type: (-counts[type], type))
