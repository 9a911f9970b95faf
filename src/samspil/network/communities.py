"""Who belongs together: communities of the network as it is drawn (Louvain's method, by networkx)."""

from typing import Final

import networkx as nx

from samspil.network.building import Network
from samspil.network.projection import projected

__all__ = ["communities"]

# Louvain's method takes the nodes in a random order; the seed makes it the same one every time.
_SEED: Final = 20241122


def communities(network: Network) -> tuple[tuple[str, ...], ...]:
    """Return the communities, the largest first, each with its actors by how many partners they have, then its hubs.

    Every node is in exactly one. The same network has the same communities, whatever the order of its rows.
    """
    partners = projected(network).degree()
    standing = {
        iri: (node["is_hub"], 0 if node["is_hub"] else -partners[iri], node["label_da"], iri)
        for iri, node in network.nodes(data=True)
    }
    names = sorted(network)
    found = nx.community.louvain_communities(_drawn(network, names), seed=_SEED)
    parts = [tuple(sorted((names[number] for number in part), key=standing.__getitem__)) for part in found]
    return tuple(sorted(parts, key=lambda part: (-len(part), standing[part[0]])))


def _drawn(network: Network, names: list[str]) -> "nx.Graph[int]":
    """Return the network with numbers for nodes, since the order of a set of texts changes with every process."""
    number = {iri: at for at, iri in enumerate(names)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(names)))
    ends = sorted(
        (number[one], number[other], edge["weight"]) for one, other, edge in network.edges(data=True)
    )
    for one, other, weight in ends:
        known = graph.get_edge_data(one, other, {"weight": 0.0})["weight"]
        graph.add_edge(one, other, weight=known + weight)
    return graph
