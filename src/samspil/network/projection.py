"""The network between actors alone: who has something in common with whom, and how much.

A cooperation that is drawn as a node, or at the body that carries it, ties all its parties to each other, and to the
body; whatever else is tied to such a node is tied to its parties. Direction does not matter, and nobody is their
own partner.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from typing import TypeAlias

import networkx as nx

from samspil.network.building import Network

__all__ = ["projected", "relations_drawn"]

# A relation as it is counted: once, in however many periods it holds.
_Counted: TypeAlias = tuple[str, str]


def projected(network: Network) -> "nx.Graph[str]":
    """Return the actors with an edge between each two partners; `weight` sums what they have in common.

    A relation counts once between the same two, by its weight, or by its greatest where it has several periods.
    """
    common: defaultdict[tuple[str, str], dict[_Counted, float]] = defaultdict(dict)
    for one, other, relation, weight in _ties(network):
        counted = common[min(one, other), max(one, other)]
        counted[relation] = max(weight, counted.get(relation, weight))
    between: nx.Graph[str] = nx.Graph()
    between.add_nodes_from(sorted(iri for iri, node in network.nodes(data=True) if not node["is_hub"]))
    for (one, other), of in sorted(common.items()):
        between.add_edge(one, other, weight=sum(of.values()))
    return between


def relations_drawn(network: Network) -> int:
    """Return how many relations the network shows, each once in however many lines and periods."""
    return len({(edge["relation"], edge["type"]) for *_, edge in network.edges(data=True)})


def _ties(network: Network) -> Iterator[tuple[str, str, _Counted, float]]:
    """Yield what each two actors have in common."""
    parties = _parties(network)
    for cooperation, of in parties.items():
        for one, other in combinations(sorted(of), 2):
            yield one, other, (cooperation, ""), min(of[one], of[other])
    for source, target, edge in network.edges(data=True):
        if edge["relation"] in parties and _is_drawn_at(network, edge["relation"], target):
            continue
        ends = (parties[end] if network.nodes[end]["is_hub"] else (end,) for end in (source, target))
        for one, other in product(*ends):
            if one != other:
                yield one, other, (edge["relation"], edge["type"]), edge["weight"]


def _parties(network: Network) -> dict[str, dict[str, float]]:
    """Return the actors that each cooperation with a place ties together, with the weight of their part in it."""
    parties: dict[str, dict[str, float]] = {}
    for place, node in network.nodes(data=True):
        for cooperation in (place,) if node["is_hub"] else node["bears"]:
            lines = network.in_edges(place, data=True)
            of = {one: edge["weight"] for one, _, edge in lines if edge["relation"] == cooperation}
            if not node["is_hub"] and of:
                of[place] = max(of.values())
            parties[cooperation] = of
    return parties


def _is_drawn_at(network: Network, cooperation: str, place: str) -> bool:
    """Tell whether a node is where a cooperation is drawn."""
    return cooperation == place or cooperation in network.nodes[place]["bears"]
