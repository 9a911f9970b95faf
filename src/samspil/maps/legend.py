"""The types of what is on a map, in the order of the legend: how their lines and shapes look on both papers.

The ontology names a colour, a dash pattern and a shape; here the names become what is drawn, checked to be
drawable, so that map, legend and style sheet agree.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from samspil.errors import UnknownName
from samspil.maps.colours import legible, paler
from samspil.maps.words import Pair
from samspil.network import Network

__all__ = ["DARK", "LIGHT", "SHAPES", "Type", "read_types", "short_ids"]

LIGHT: Final = "#FBFAF7"
DARK: Final = "#10181E"

# Name of a shape in the ontology to the shape that the canvas draws and its size; "" is a cooperation.
SHAPES: Final[dict[str, tuple[str, int]]] = {
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
    "dash-dot": (10, 4, 2, 4),
}


@dataclass(frozen=True)
class Type:
    """A type of node or of relation, as the legend shows it; colours on light and on dark paper.

    `id` is what an address calls it: the last part of its IRI where no other type ends in the same.
    """

    iri: str
    id: str
    name: Pair
    shape: str
    line: Pair
    fill: Pair
    dash: tuple[int, ...]
    width: int
    directed: bool
    count: int


def read_types(network: Network) -> tuple[tuple[Type, ...], int]:
    """Return the types of what is on the map in the order of the legend, and how many are of relations.

    Raises UnknownName for a colour, dash or shape that is not ours.
    """
    edges = [edge for *_, edge in network.edges(data=True)]
    hubs = [node for _, node in network.nodes(data=True) if node["is_hub"]]
    actors = [node for _, node in network.nodes(data=True) if not node["is_hub"]]
    lines = {one["type"]: one for one in (*hubs, *edges)}
    shapes = {one["type"]: one for one in actors if one["type"] not in lines}
    ordered = [*_in_order(lines.values()), *_in_order(shapes.values())]
    counts, ids = _counts(network), short_ids(one["type"] for one in ordered)
    return tuple(_type(one, ids[one["type"]], counts[one["type"]]) for one in ordered), len(lines)


def _counts(network: Network) -> Counter[str]:
    """Return how many there are of each type; a cooperation counts once, however many lines it has."""
    things = {(edge["type"], edge["relation"]) for *_, edge in network.edges(data=True)}
    things |= {(node["type"], iri) for iri, node in network.nodes(data=True)}
    return Counter(kind for kind, _ in things)


def _in_order(records: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the records in the order of the legend."""
    return sorted(records, key=lambda one: (one["order"], one["type"]))


def short_ids(iris: Iterable[str]) -> dict[str, str]:
    """Return what an address calls each type or theme: the last part of its IRI, or all of it where two end alike.

    A comma is what an address parts its names with.
    """
    last = {iri: iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1] for iri in iris}
    shared = Counter(last.values())
    return {
        iri: name if name and shared[name] == 1 and "," not in name else iri for iri, name in last.items()
    }


def _type(one: Mapping[str, Any], name: str, count: int) -> Type:
    """Return the type of a node or edge, as the first one of it says that it is drawn."""
    shape, dash, colour = one.get("node_shape", ""), one.get("dash", "solid"), one["colour"]
    for kind, given, table in (("shape", shape, SHAPES), ("dash", dash, _DASHES)):
        if given not in table:
            raise UnknownName(kind, given, tuple(sorted(table)))
    inks = tuple(paler(colour, paper) if dash == "dotted" else colour for paper in (LIGHT, DARK))
    return Type(
        iri=one["type"],
        id=name,
        name=(one["type_da"], one["type_en"]),
        shape=shape,
        line=(legible(inks[0], LIGHT, 3), legible(inks[1], DARK, 4.5)),
        fill=(colour, colour) if shape != "ring" else (LIGHT, DARK),
        dash=_DASHES[dash],
        width=one.get("width", 2),
        directed=one.get("directed", False),
        count=count,
    )
