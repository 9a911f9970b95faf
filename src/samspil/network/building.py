"""From actors and relations to a `networkx.MultiDiGraph`, in an order of its own whatever theirs was."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from itertools import count
from typing import Any, TypeAlias

import networkx as nx

from samspil.errors import UnknownName
from samspil.network.records import Actor, Fact, Relation, Source, Theme
from samspil.network.times import in_order, in_words, spanning

__all__ = ["Network", "facts_of", "network_from", "sources_of", "themes_of"]

Network: TypeAlias = "nx.MultiDiGraph[str]"


def network_from(
    actors: Iterable[Actor],
    relations: Iterable[Relation],
    sources: Mapping[str, Iterable[Source]],
    facts: Mapping[str, Iterable[Fact]] | None = None,
    themes: Iterable[Theme] = (),
) -> Network:
    """Return the network of these actors and relations.

    Raises UnknownName for a relation that ends in something that is not among the actors, and PeriodError for a
    period that is not EDTF.
    """
    network: Network = nx.MultiDiGraph(
        sources={iri: tuple(sorted(set(of))) for iri, of in sorted(sources.items())},
        facts={iri: tuple(of) for iri, of in sorted((facts or {}).items())},
        themes={theme.iri: theme for theme in sorted(themes, key=lambda theme: theme.iri)},
    )
    for actor in sorted(actors, key=lambda actor: (actor.is_hub, actor.order, actor.label_da, actor.iri)):
        network.add_node(actor.iri, **_attributes(actor, "iri"))
    for relation in sorted(set(relations), key=_drawing_order):
        _tie(network, relation)
    return network


def sources_of(network: Network, iri: str) -> tuple[Source, ...]:
    """Return the passages that state a thing; none where it is derived or not in the network.

    Of a body, the passages of the cooperations that are drawn at it are among them.
    """
    found: Mapping[str, tuple[Source, ...]] = network.graph["sources"]
    every = {source for one in _at(network, iri) for source in found.get(one, ())}
    return tuple(sorted(every))


def facts_of(network: Network, iri: str) -> tuple[Fact, ...]:
    """Return what sources say of an actor or a relation, in the order in which it is shown.

    Of a body, what they say of the cooperations that are drawn at it comes after what they say of the body.
    """
    found: Mapping[str, tuple[Fact, ...]] = network.graph["facts"]
    return tuple(fact for one in _at(network, iri) for fact in found.get(one, ()) if fact.href != iri)


def themes_of(network: Network) -> Mapping[str, Theme]:
    """Return the themes that relations name, by IRI."""
    found: Mapping[str, Theme] = network.graph["themes"]
    return found


def _at(network: Network, iri: str) -> tuple[str, ...]:
    """Return a thing and the cooperations that are drawn at it."""
    return (iri, *network.nodes[iri]["bears"]) if iri in network else (iri,)


def _drawing_order(relation: Relation) -> tuple[int, str, str, str, str, str, str, str]:
    """Return what relations are sorted by: the legend's order first, then their names."""
    ends = (relation.source, relation.target, relation.period, relation.through)
    return (relation.order, relation.type, relation.label_da, relation.relation, *ends)


def _tie(network: Network, relation: Relation) -> None:
    """Add one relation to the network that is being made."""
    for end in (relation.source, relation.target):
        if end not in network:
            raise UnknownName("actor", end)
    key = next(way for way in _ways(relation) if not network.has_edge(relation.source, relation.target, way))
    network.add_edge(relation.source, relation.target, key, **_attributes(relation, "source", "target"))
    network.edges[relation.source, relation.target, key].update(_times(relation))


def _ways(relation: Relation) -> Iterator[str]:
    """Yield the names that a relation may have between its ends, the shortest first."""
    yield relation.relation
    for more in (relation.type, f"{relation.type} {relation.period}"):
        yield f"{relation.relation} {more}"
    for number in count(2):
        yield f"{relation.relation} {relation.type} {relation.period} {number}"


def _times(relation: Relation) -> dict[str, str]:
    """Return when a relation holds: as text, in words, and as four days."""
    texts = [relation.period] if relation.period else in_order(relation.agreements)
    words = {f"period_{lang}": in_words(texts, lang) for lang in ("da", "en")}
    return {"edtf": "; ".join(texts), **words, **spanning(texts)._asdict()}


def _attributes(record: Actor | Relation, *ends: str) -> dict[str, Any]:
    """Return the values of a record by name, but for those that are its place in the graph."""
    return {each.name: getattr(record, each.name) for each in fields(record) if each.name not in ends}
