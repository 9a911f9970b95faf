"""What a network becomes on paper: types with their strokes and shapes, nodes with places, edges apart.

Everything here is a value that goes into the page as JSON or into its tables; what it looks like on
light and on dark paper is settled here, so that map, legend and style sheet agree.
"""

import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from samspil.datewords import period_in_words
from samspil.errors import UnknownName
from samspil.maps.colours import legible, paler
from samspil.maps.layout import place
from samspil.maps.packing import Box
from samspil.maps.words import Pair
from samspil.namespaces import BASE
from samspil.network import Network, Source, sources_of

__all__ = ["DARK", "LIGHT", "Drawing", "Edge", "Node", "Type", "draw"]

LIGHT: Final = "#FBFAF7"
DARK: Final = "#10181E"

# Name of a shape in the ontology to the shape that vis-network draws and its size; "" is a cooperation.
_SHAPES: Final[dict[str, tuple[str, int]]] = {
    "circle": ("dot", 17),
    "rounded-square": ("rounded", 15),
    "square": ("square", 14),
    "diamond": ("diamond", 18),
    "triangle": ("triangle", 16),
    "hexagon": ("hexagon", 17),
    "small-circle": ("dot", 9),
    "ring": ("dot", 13),
    "": ("dot", 6),
}

# Name of a dash pattern in the ontology to the lengths of stroke and gap; empty is an unbroken line.
_DASHES: Final[dict[str, tuple[int, ...]]] = {
    "solid": (),
    "long-dash": (14, 7),
    "short-dash": (5, 5),
    "dotted": (2, 5),
}

_LINE = 18  # height of a line of a name at 15 px
_LETTER = 8.3  # mean width of a letter at 15 px in a wide system font
_WRAP = 16  # letters in a line of a name
_AIR = 14.0  # around a node and its name
_CURVE = 0.22  # roundness between neighbouring lines of a bundle


@dataclass(frozen=True)
class Type:
    """A type of node or of relation, as the legend shows it; colours on light and on dark paper."""

    iri: str
    name: Pair
    shape: str
    line: Pair
    fill: Pair
    dash: tuple[int, ...]
    width: int
    directed: bool
    count: int


@dataclass(frozen=True)
class Node:
    """A node with its place. `lines` is its name broken as the map writes it; `sources` index the drawing's.

    `degree` counts its relations, and `parties` those that are drawn as the type of the node itself: the
    parties of a cooperation, where any source states them.
    """

    id: str
    iri: str
    name: Pair
    lines: Pair
    type: int
    hub: bool
    shape: str
    size: int
    x: int
    y: int
    sources: tuple[int, ...]
    degree: int
    parties: int


@dataclass(frozen=True)
class Edge:
    """A relation between two nodes (their ids).

    `curve` is how far it bends to the right on its way; `period` is in words, or empty.
    """

    id: str
    source: str
    target: str
    name: Pair
    type: int
    curve: float
    period: Pair
    sources: tuple[int, ...]


@dataclass(frozen=True)
class Drawing:
    """All there is on a map; `type` of a node or edge indexes `types`, the first `lines` of relations."""

    types: tuple[Type, ...]
    lines: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    sources: tuple[Source, ...]

    @property
    def hubs(self) -> int:
        """Return how many of the nodes are cooperations."""
        return sum(node.hub for node in self.nodes)

    def cited(self, numbers: Sequence[int]) -> list[tuple[Pair, list[str]]]:
        """Return the places in short, as the tables cite them: each document with its locators."""
        places: dict[Pair, list[str]] = {}
        for number in numbers:
            source = self.sources[number]
            places.setdefault((source.document_da, source.document_en), []).append(source.locator)
        return list(places.items())


def draw(network: Network) -> Drawing:
    """Return the drawing of a network. Raises UnknownName for a colour, dash or shape that is not ours."""
    types, lines = _types(network)
    index = {found.iri: number for number, found in enumerate(types)}
    used = (*network.nodes, *(edge["relation"] for *_, edge in network.edges(data=True)))
    sources = tuple(sorted({source for iri in used for source in sources_of(network, iri)}))
    number_of = {source: number for number, source in enumerate(sources)}
    cited = {iri: tuple(number_of[source] for source in sources_of(network, iri)) for iri in used}
    return Drawing(types, lines, _nodes(network, index, cited), _edges(network, index, cited), sources)


def _types(network: Network) -> tuple[tuple[Type, ...], int]:
    """Return the types of what is on the map in the order of the legend, and how many are of relations."""
    edges = [edge for *_, edge in network.edges(data=True)]
    hubs = [node for _, node in network.nodes(data=True) if node["is_hub"]]
    actors = [node for _, node in network.nodes(data=True) if not node["is_hub"]]
    counts = _counts(network)
    lines = {one["type"]: one for one in (*hubs, *edges)}
    shapes = {one["type"]: one for one in actors}
    ordered = [*_in_order(lines.values()), *_in_order(shapes.values())]
    return tuple(_type(one, counts[one["type"]]) for one in ordered), len(lines)


def _counts(network: Network) -> Counter[str]:
    """Return how many there are of each type; a cooperation counts once, however many lines it has."""
    things = {(edge["type"], edge["relation"]) for *_, edge in network.edges(data=True)}
    things |= {(node["type"], iri) for iri, node in network.nodes(data=True)}
    return Counter(kind for kind, _ in things)


def _in_order(records: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the records in the order of the legend."""
    return sorted(records, key=lambda one: (one["order"], one["type"]))


def _type(one: Mapping[str, Any], count: int) -> Type:
    """Return the type of a node or edge, as the first one of it says that it is drawn."""
    shape, dash, colour = one.get("node_shape", ""), one.get("dash", "solid"), one["colour"]
    for kind, name, table in (("shape", shape, _SHAPES), ("dash", dash, _DASHES)):
        if name not in table:
            raise UnknownName(kind, name, tuple(sorted(table)))
    inks = tuple(paler(colour, paper) if dash == "dotted" else colour for paper in (LIGHT, DARK))
    return Type(
        iri=one["type"],
        name=(one["type_da"], one["type_en"]),
        shape=shape,
        line=(legible(inks[0], LIGHT, 3), legible(inks[1], DARK, 4.5)),
        fill=(colour, colour) if shape != "ring" else (LIGHT, DARK),
        dash=_DASHES[dash],
        width=one.get("width", 2),
        directed=one.get("directed", False),
        count=count,
    )


def _nodes(
    network: Network, index: Mapping[str, int], cited: Mapping[str, tuple[int, ...]]
) -> tuple[Node, ...]:
    """Return the nodes, each where the layout puts it."""
    lines = {iri: ("", "") if node["is_hub"] else _lines(node) for iri, node in network.nodes(data=True)}
    heights = {iri: _shape(node)[1] * 2 for iri, node in network.nodes(data=True)}
    boxes = {iri: _box(lines[iri], heights[iri]) for iri in network.nodes}
    places = place(boxes, ((one, other) for one, other in network.edges()))
    return tuple(
        Node(
            id=_short(iri),
            iri=iri,
            name=(node["label_da"], node["label_en"]),
            lines=_lines(node),
            type=index[node["type"]],
            hub=node["is_hub"],
            shape=_shape(node)[0],
            size=_shape(node)[1],
            x=round(places[iri][0]),
            y=round(places[iri][1] - (boxes[iri].height - heights[iri] - _AIR) / 2),
            sources=cited[iri],
            degree=network.degree(iri),
            parties=sum(edge["type"] == node["type"] for *_, edge in _incident(network, iri)),
        )
        for iri, node in network.nodes(data=True)
    )


def _edges(
    network: Network, index: Mapping[str, int], cited: Mapping[str, tuple[int, ...]]
) -> tuple[Edge, ...]:
    """Return the relations in the order of the legend, those between the same two nodes bent apart."""
    rows = sorted(
        network.edges(keys=True, data=True),
        key=lambda row: (row[3]["order"], row[3]["type"], row[3]["label_da"], row[2], row[:2]),
    )
    ids = _edge_ids([(one, other, key) for one, other, key, _ in rows])
    bundles = Counter(frozenset((one, other)) for one, other, *_ in rows)
    drawn: Counter[frozenset[str]] = Counter()
    edges = []
    for (one, other, _, edge), identifier in zip(rows, ids, strict=True):
        ends = frozenset((one, other))
        bend = _CURVE * (drawn[ends] - (bundles[ends] - 1) / 2)
        drawn[ends] += 1
        edges.append(
            Edge(
                id=identifier,
                source=_short(one),
                target=_short(other),
                name=(edge["label_da"], edge["label_en"]),
                type=index[edge["type"]],
                curve=round(bend if one <= other else -bend, 3),
                period=_period(edge["period"]),
                sources=cited[edge["relation"]],
            )
        )
    return tuple(edges)


def _period(text: str) -> Pair:
    """Return a period in the words of both languages; two empty texts for none."""
    return period_in_words(text, "da"), period_in_words(text, "en")


def _incident(network: Network, iri: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Return the relations of a node, whichever way they point."""
    return [*network.in_edges(iri, data=True), *network.out_edges(iri, data=True)]


def _edge_ids(edges: Sequence[tuple[str, str, str]]) -> list[str]:
    """Return a name for each relation: its own, and its ends where it is drawn with several lines."""
    own = Counter(key for *_, key in edges)
    return [
        _short(key) if own[key] == 1 else f"{_short(key)}~{_short(one)}~{_short(other)}"
        for one, other, key in edges
    ]


def _short(iri: str) -> str:
    """Return an IRI of ours without what all of them begin with, for addresses that people share."""
    return iri.removeprefix(BASE + "id/")


def _shape(node: Mapping[str, Any]) -> tuple[str, int]:
    """Return the shape that vis-network draws and its size."""
    return _SHAPES[node["node_shape"]]


def _lines(node: Mapping[str, Any]) -> Pair:
    """Return the names broken into lines; no letter of a name is left out."""
    danish, english = (
        "\n".join(textwrap.wrap(node[key], _WRAP, break_long_words=False)) for key in ("label_da", "label_en")
    )
    return (danish, english)


def _box(lines: Pair, height: int) -> Box:
    """Return what a node takes up with its name under it, in whichever language takes up more."""
    width = max(len(line) for name in lines for line in name.splitlines() or [""]) * _LETTER
    text = max(name.count("\n") + 1 for name in lines if name) * _LINE if any(lines) else 0
    return Box(max(width, height) + _AIR, height + text + _AIR)
