"""What a map consists of: nodes with places, relations apart, and what is told about both.

Everything here is a value that goes into the page as JSON or into its tables. An id is what the addresses of
views call a thing: its IRI without what all of ours begin with.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samspil.maps.geography import Geography
from samspil.maps.legend import Type
from samspil.maps.words import Pair
from samspil.namespaces import BASE
from samspil.network import ActorMeasures, Fact, Measures, Source

__all__ = ["ID", "Drawing", "Edge", "Named", "Node", "document_of", "line_id", "short"]

ID: Final = BASE + "id/"


@dataclass(frozen=True)
class Node:
    """A node with its place. `lines` is its name broken as the map writes it; `sources` index the drawing's.

    `degree` counts its relations, each once, and `parties` those that are drawn as the type of the node itself: the
    parties of a cooperation, where any source states them. `bears` are the cooperations that stand here too. `geo`
    is where it stands on the map of the land, when its `seat` is known.
    """

    id: str
    iri: str
    name: Pair
    lines: Pair
    also: tuple[str, ...]
    bears: tuple[str, ...]
    type: int
    hub: bool
    shape: str
    size: int
    x: int
    y: int
    geo: tuple[int, int] | None
    seat: Pair
    community: int
    measures: ActorMeasures | None
    sources: tuple[int, ...]
    degree: int
    parties: int


@dataclass(frozen=True)
class Edge:
    """A relation between two nodes, which are numbers of the drawing's; `relation` is what its sources are about.

    `curve` is how far it bends to the right on its way; `edtf` is the period as the source gives it, `period` that
    in words, and `bounds` the days between which it starts and ends, each a text that may be empty.
    """

    id: str
    relation: str
    source: int
    target: int
    name: Pair
    type: int
    curve: float
    edtf: str
    period: Pair
    bounds: tuple[str, ...]
    weight: float
    themes: tuple[int, ...]
    sources: tuple[int, ...]


@dataclass(frozen=True)
class Named:
    """A document that passages are of, with the address of its page where it has one; or a theme."""

    id: str
    iri: str
    name: Pair
    page: str = ""


@dataclass(frozen=True)
class Drawing:
    """All there is on a map; `type` of a node or edge indexes `types`, the first `lines` of relations.

    `facts` has what is told about a node or a relation by its id. A community is the numbers of its nodes, the most
    connected actor first.
    """

    types: tuple[Type, ...]
    lines: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    sources: tuple[Source, ...]
    documents: tuple[Named, ...]
    themes: tuple[Named, ...]
    facts: Mapping[str, tuple[Fact, ...]]
    measures: Measures
    communities: tuple[tuple[int, ...], ...]
    geography: Geography | None

    @property
    def relations(self) -> int:
        """Return how many relations there are, each once however many lines it has, as the legend counts them."""
        return sum(kind.count for kind in self.types[: self.lines])

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


def line_id(relation: str, source: str, target: str) -> str:
    """Return the id of one line of several that a relation has: the relation's, and those of its ends."""
    return "~".join(dict.fromkeys((relation, source, target)))


def document_of(source: Source) -> str:
    """Return the IRI of the document that a passage is of, or its name where a passage has none."""
    return source.document or source.document_da


def short(iri: str) -> str:
    """Return an IRI of ours without what all of them begin with, for addresses that people share."""
    return iri.removeprefix(ID)
