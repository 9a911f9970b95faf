"""A small map of a thing: itself in the middle, what it is tied to left and right of it, each name beside its shape.

Colours, dash patterns and shapes are those of the large map. Names stand in two columns and never on each other.
"""

from __future__ import annotations

import re
import textwrap
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from samspil.maps.colours import legible
from samspil.maps.legend import DARK, SHAPES
from samspil.network import Network
from samspil.server.things.sheets import Sheet

__all__ = ["EgoMap", "Figure", "Tie", "ego_map"]

_MOST: Final = 24  # neighbours
# From what belongs to a cooperation to it, and from one to the body at which the map draws it.
_BELONGS: Final = (
    "sam:carriedOutBy|^sam:governedBy|sam:renews/^sam:governedBy|sam:implements/^sam:governedBy|sam:focusOf"
    "|sam:heldUnder|org:organization|sam:owner|org:postIn|sam:onBehalfOf|sam:considers/^sam:governedBy"
)
_WIDTH: Final = 760
_COLUMNS: Final = (232, _WIDTH - 232)
_LETTERS: Final = 25  # in a line of a name beside its shape
_LINE: Final = 18
_AIR: Final = 16
_FAN: Final = 5  # between lines to the same neighbour

# Shape of the canvas to the corners of the figure, around the origin, for a size of 1; circles have none.
_CORNERS: Final[dict[str, str]] = {
    "square": "-1,-1 1,-1 1,1 -1,1",
    "rounded": "-1,-1 1,-1 1,1 -1,1",
    "diamond": "0,-1.2 1.2,0 0,1.2 -1.2,0",
    "triangle": "0,-1.1 1.1,0.9 -1.1,0.9",
    "hexagon": "-1.1,0 -0.55,-0.95 0.55,-0.95 1.1,0 0.55,0.95 -0.55,0.95",
}


@dataclass(frozen=True)
class Figure:
    """A node: where it stands, its name in lines, and how it is drawn; `anchor` is the end of the name at the shape.

    `fill` is light, for both papers; a ring and a cooperation have none.
    """

    name: str
    href: str
    kind: str
    type: str
    hub: bool
    fill: str
    corners: str
    radius: float
    x: float
    y: float
    lines: tuple[str, ...]
    text_x: float
    text_y: float
    anchor: str


@dataclass(frozen=True)
class Tie:
    """A line: its path, its type, and what it is called."""

    path: str
    type: str
    name: str


@dataclass(frozen=True)
class EgoMap:
    """The map of what it is about; `left_out` is how many neighbours have no room, `types` are those of its lines."""

    width: int
    height: int
    figures: tuple[Figure, ...]
    ties: tuple[Tie, ...]
    types: tuple[tuple[str, str], ...]
    left_out: int
    about: str


def ego_map(network: Network, sheet: Sheet) -> EgoMap | None:
    """Return the map of a thing, or of the cooperation that it belongs to; None where the large map has neither."""
    for iri in (sheet.iri, *sheet.reader.things(sheet.iri, _BELONGS, 4)):
        made = _around(network, iri, sheet) if iri in network else _between(network, iri, sheet)
        if made:
            return made
    return None


def _between(network: Network, iri: str, sheet: Sheet) -> EgoMap | None:
    """Return the map of a cooperation that is a line: the line with its ends."""
    members = [one for one in sheet.reader.things(iri, "^org:organization/org:member", 4) if one in network]
    pairs = [(one, other) for one in members for other in members if network.has_edge(one, other)]
    found = [
        (pair, tie)
        for pair in pairs
        for tie in network.get_edge_data(*pair).values()
        if tie["relation"] == iri
    ]
    if not found:
        return None
    ends, names = found[0][0], [_broken(network.nodes[end], sheet.lang) for end in found[0][0]]
    height = max(90, max(map(len, names)) * _LINE + 3 * _AIR)
    figures = [
        _beside(network, end, name, side, height / 2, sheet)
        for side, (end, name) in enumerate(zip(ends, names, strict=True))
    ]
    ties = [tie for pair, tie in found if pair == ends]
    lines = _lines(ties, figures[0], figures[1], 1, sheet.lang)
    types = {tie["type"]: tie[f"type_{sheet.lang}"] for tie in ties}
    return EgoMap(_WIDTH, height, tuple(figures), tuple(lines), _named(types), 0, iri)


def _around(network: Network, iri: str, sheet: Sheet) -> EgoMap | None:
    """Return the map of a node and its neighbours; None where it has none."""
    ties = _ties(network, iri)
    if not ties:
        return None
    near = sorted(ties, key=lambda one: _order(network, one, ties[one]))[:_MOST]
    half = (len(near) + 1) // 2
    columns = (near[:half], near[half:])
    names = [[_broken(network.nodes[one], sheet.lang) for one in column] for column in columns]
    height = max(sum(len(name) * _LINE + _AIR for name in column) for column in names) + 2 * _LINE
    height = max(height, 120)
    figures, lines = [_middle(network, iri, height, sheet)], []
    for side, (column, broken) in enumerate(zip(columns, names, strict=True)):
        for one, name, y in zip(column, broken, _rows(broken, height), strict=True):
            figures.append(_beside(network, one, name, side, y, sheet))
            lines += _lines(ties[one], figures[0], figures[-1], side, sheet.lang)
    types = {tie["type"]: tie[f"type_{sheet.lang}"] for one in near for tie in ties[one]}
    left_out = len(ties) - len(near)
    return EgoMap(_WIDTH, height, tuple(figures), tuple(lines), _named(types), left_out, iri)


def _ties(network: Network, iri: str) -> dict[str, list[Mapping[str, Any]]]:
    """Return the relations of a node by neighbour, each once."""
    found: defaultdict[str, dict[tuple[str, str], Mapping[str, Any]]] = defaultdict(dict)
    for one, other, tie in (*network.out_edges(iri, data=True), *network.in_edges(iri, data=True)):
        if one != other:
            found[other if one == iri else one].setdefault((tie["relation"], tie["type"]), tie)
    return {near: list(ties.values()) for near, ties in found.items()}


def _order(network: Network, iri: str, ties: Sequence[Mapping[str, Any]]) -> tuple[int, str, str]:
    """Return what neighbours are sorted by: the order of the legend, then their names."""
    return min(tie["order"] for tie in ties), network.nodes[iri]["label_da"], iri


def _broken(node: Mapping[str, Any], lang: str) -> tuple[str, ...]:
    """Return the name of a node in lines."""
    return tuple(textwrap.wrap(node[f"label_{lang}"], _LETTERS)) or ("",)


def _rows(names: Sequence[Sequence[str]], height: int) -> list[float]:
    """Return where the middle of each name stands, the column in the middle of the map."""
    heights = [len(name) * _LINE + _AIR for name in names]
    top = (height - sum(heights)) / 2
    return [top + sum(heights[:i]) + own / 2 for i, own in enumerate(heights)]


def _middle(network: Network, iri: str, height: int, sheet: Sheet) -> Figure:
    """Return the thing itself, its name under it."""
    lines = tuple(textwrap.wrap(network.nodes[iri][f"label_{sheet.lang}"], 20))
    x, y = _WIDTH / 2, height / 2
    return _figure(network, iri, sheet, (x, y), lines, (x, y + 38, "middle"))


def _beside(network: Network, iri: str, lines: tuple[str, ...], side: int, y: float, sheet: Sheet) -> Figure:
    """Return a neighbour with its name on the far side of it."""
    x = _COLUMNS[side]
    text_y = y - (len(lines) - 1) * _LINE / 2 + 5
    text_x, anchor = (x - 24, "end") if side == 0 else (x + 24, "start")
    return _figure(network, iri, sheet, (x, y), lines, (text_x, text_y, anchor))


def _figure(
    network: Network,
    iri: str,
    sheet: Sheet,
    at: tuple[float, float],
    lines: tuple[str, ...],
    text: tuple[float, float, str],
) -> Figure:
    """Return a node as it is drawn."""
    node = network.nodes[iri]
    shape, size = SHAPES[node["node_shape"]]
    radius = max(4.0, size * 0.8)
    corners = " ".join(
        ",".join(f"{float(part) * radius:.1f}" for part in corner.split(","))
        for corner in _CORNERS.get(shape, "").split()
    )
    return Figure(
        name=node[f"label_{sheet.lang}"],
        href=sheet.href(iri),
        kind=node[f"type_{sheet.lang}"],
        type=_class(node["type"]),
        hub=node["is_hub"],
        fill="" if node["is_hub"] or node["node_shape"] == "ring" else legible(node["colour"], DARK, 1),
        corners=corners,
        radius=radius,
        x=at[0],
        y=round(at[1], 1),
        lines=lines,
        text_x=text[0],
        text_y=round(text[1], 1),
        anchor=text[2],
    )


def _lines(ties: Sequence[Mapping[str, Any]], middle: Figure, end: Figure, side: int, lang: str) -> list[Tie]:
    """Return the lines to a neighbour, those of several fanned out."""
    pull = -1 if side == 0 else 1
    lines = []
    for number, tie in enumerate(ties):
        off = (number - (len(ties) - 1) / 2) * _FAN
        path = (
            f"M{middle.x:.0f},{middle.y + off:.1f} C{middle.x + pull * 90:.0f},{middle.y + off:.1f} "
            f"{end.x - pull * 70:.0f},{end.y + off:.1f} {end.x:.0f},{end.y + off:.1f}"
        )
        lines.append(Tie(path, _class(tie["type"]), tie[f"label_{lang}"] or tie[f"type_{lang}"]))
    return lines


def _named(types: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return types as style sheets and as people name them."""
    return tuple((_class(iri), words) for iri, words in types.items())


def _class(iri: str) -> str:
    """Return what the style sheet of types calls one: the last part of its IRI (`samspil.server.browse.looks`)."""
    return "kind-" + re.sub("[^A-Za-z0-9_-]+", "", re.split("[/#]", iri)[-1])
