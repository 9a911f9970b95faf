"""Who is tied to whom, as a `networkx.MultiDiGraph` for maps, measures and notebooks.

The ontology says what is an actor, what is a relation and how each is drawn; the questions `network/actors`,
`network/relations` and `network/sources` fetch it. Here the rows become a graph, and no class is named.

Node key: IRI. Node attributes: those of `Actor` but for the IRI.
Edge key: IRI of the relation (a cooperation, an ownership, the subject of a direct relation); where one ties
the same two ends twice, the later ones add the IRI of their type, then their period. Edge attributes: those
of `Relation` but for the ends. Graph attribute `sources`: IRI to the passages that state it; read it with
`sources_of`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import TypeAlias

import networkx as nx

from samspil.errors import UnknownName
from samspil.queries import Library, answer
from samspil.store import Rows, Store

__all__ = ["Actor", "Network", "Relation", "Source", "build_network", "network_from", "sources_of"]

# Name of a column to the text of its value; a column without a value in the row is not there.
Cells: TypeAlias = Mapping[str, str]

Network: TypeAlias = "nx.MultiDiGraph[str]"


@dataclass(frozen=True, order=True)
class Source:
    """A passage in a document. `page` is the address of the published page, or empty."""

    document_da: str
    document_en: str
    locator: str
    passage_da: str
    passage_en: str
    passage: str
    page: str = ""


@dataclass(frozen=True)
class Actor:
    """What is drawn as a node: an actor, or a cooperation of more or fewer than two parties (`is_hub`).

    A hub has no shape of its own (`node_shape` is empty) and the colour of its type of relation.
    """

    iri: str
    label_da: str
    label_en: str
    type: str
    type_da: str
    type_en: str
    node_shape: str
    colour: str
    order: int
    is_hub: bool = False


@dataclass(frozen=True)
class Relation:
    """What is drawn as an edge between two nodes; `relation` is what the sources are about.

    `period` is EDTF as the source gives it, or empty; a relation of several periods is one for each of them.
    """

    relation: str
    source: str
    target: str
    type: str
    type_da: str
    type_en: str
    label_da: str
    label_en: str
    colour: str
    dash: str
    width: int
    directed: bool
    order: int
    period: str = ""


def build_network(store: Store, library: Library) -> Network:
    """Return the network of everything that a register's questions say is on the map.

    Raises what the store and network_from raise, and UnknownName for a question that the library lacks.
    """
    sources: defaultdict[str, list[Source]] = defaultdict(list)
    for cells in _ask(store, library, "network/sources"):
        sources[cells["thing"]].append(_source(cells))
    actors = map(_actor, _ask(store, library, "network/actors"))
    relations = map(_relation, _ask(store, library, "network/relations"))
    return network_from(actors, relations, sources)


def network_from(
    actors: Iterable[Actor], relations: Iterable[Relation], sources: Mapping[str, Iterable[Source]]
) -> Network:
    """Return the network of these actors and relations, in an order of its own whatever theirs was.

    Raises UnknownName for a relation that ends in something that is not among the actors.
    """
    network: Network = nx.MultiDiGraph(
        sources={iri: tuple(sorted(set(of))) for iri, of in sorted(sources.items())}
    )
    for actor in sorted(actors, key=lambda actor: (actor.is_hub, actor.order, actor.label_da, actor.iri)):
        network.add_node(actor.iri, **_attributes(actor, "iri"))
    for relation in sorted(set(relations), key=_drawing_order):
        _tie(network, relation)
    return network


def sources_of(network: Network, iri: str) -> tuple[Source, ...]:
    """Return the passages that state a thing; none where it is derived or not in the network."""
    found: Mapping[str, tuple[Source, ...]] = network.graph["sources"]
    return found.get(iri, ())


def _drawing_order(relation: Relation) -> tuple[int, str, str, str, str, str, str]:
    """Return what relations are sorted by: the legend's order first, then their names."""
    ends = (relation.source, relation.target, relation.period)
    return (relation.order, relation.type, relation.label_da, relation.relation, *ends)


def _tie(network: Network, relation: Relation) -> None:
    """Add one relation to the network that is being made."""
    for end in (relation.source, relation.target):
        if end not in network:
            raise UnknownName("actor", end)
    ways = (
        relation.relation,
        f"{relation.relation} {relation.type}",
        f"{relation.relation} {relation.type} {relation.period}",
    )
    key = next(way for way in ways if not network.has_edge(relation.source, relation.target, way))
    network.add_edge(relation.source, relation.target, key, **_attributes(relation, "source", "target"))


def _attributes(record: Actor | Relation, *ends: str) -> dict[str, str | int | bool]:
    """Return the values of a record by name, but for those that are its place in the graph."""
    return {name: value for name, value in asdict(record).items() if name not in ends}


def _ask(store: Store, library: Library, name: str) -> Iterator[Cells]:
    """Yield the rows of a question without parameters, to which it is all one what day it is."""
    rows: Rows = answer(store, library.get(name), {}, date.min)
    for row in rows:
        values = zip(rows.variables, row, strict=True)
        yield {column: str(getattr(term, "value", term)) for column, term in values if term is not None}


def _named(cells: Cells, columns: tuple[str, str], otherwise: str) -> tuple[str, str]:
    """Return a Danish and an English name; a missing one is lent by the other, or is the last resort."""
    danish, english = (cells.get(column) for column in columns)
    return (danish or english or otherwise, english or danish or otherwise)


def _actor(cells: Cells) -> Actor:
    """Return the node that a row of `network/actors` describes."""
    label_da, label_en = _named(cells, ("labelDa", "labelEn"), cells["node"])
    type_da, type_en = _named(cells, ("typeDa", "typeEn"), cells["type"])
    return Actor(
        iri=cells["node"],
        label_da=label_da,
        label_en=label_en,
        type=cells["type"],
        type_da=type_da,
        type_en=type_en,
        node_shape=cells.get("nodeShape", ""),
        colour=cells["colour"],
        order=int(cells["order"]),
        is_hub=cells["hub"] == "true",
    )


def _relation(cells: Cells) -> Relation:
    """Return the edge that a row of `network/relations` describes."""
    type_da, type_en = _named(cells, ("typeDa", "typeEn"), cells["type"])
    label_da, label_en = _named(cells, ("labelDa", "labelEn"), type_da)
    return Relation(
        relation=cells["relation"],
        source=cells["source"],
        target=cells["target"],
        type=cells["type"],
        type_da=type_da,
        type_en=type_en,
        label_da=label_da,
        label_en=label_en,
        colour=cells["colour"],
        dash=cells["dash"],
        width=int(cells["width"]),
        directed=cells["directed"] == "true",
        order=int(cells["order"]),
        period=cells.get("period", ""),
    )


def _source(cells: Cells) -> Source:
    """Return the passage that a row of `network/sources` describes."""
    document_da, document_en = _named(cells, ("sourceLabelDa", "sourceLabelEn"), cells["source"])
    passage_da, passage_en = _named(cells, ("passageLabelDa", "passageLabelEn"), cells["passage"])
    return Source(
        document_da=document_da,
        document_en=document_en,
        locator=cells["locator"],
        passage_da=passage_da,
        passage_en=passage_en,
        passage=cells["passage"],
        page=cells.get("page", ""),
    )
