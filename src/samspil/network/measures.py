"""How the actors stand in the network: measures of the ties between them, the heavy ones computed by rustworkx.

All are of the ties between actors (`network.projection`), whose direction does not matter. Betweenness, closeness
(after Wasserman and Faust, where not all can be reached) and PageRank are defined as in networkx, and equal to its
figures; each is between 0 and 1. What threads add up in another order is rounded away.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import networkx as nx

from samspil.network.building import Network
from samspil.network.distances import Distances, distances
from samspil.network.projection import projected, relations_drawn

if TYPE_CHECKING:
    import rustworkx as rx

__all__ = ["ActorMeasures", "Measures", "in_rust", "measures"]

_DIGITS: Final = 12
_EXACT: Final = 1e-13  # change between two rounds of PageRank, of each actor, that ends it
_ROUNDS: Final = 1000


@dataclass(frozen=True)
class ActorMeasures:
    """How one actor stands: partners, common relations, and shares of paths, of nearness and of attention."""

    degree: int
    weighted_degree: float
    betweenness: float
    closeness: float
    page_rank: float


@dataclass(frozen=True)
class Measures:
    """How the whole stands, and each actor, by IRI.

    `relations` counts what is drawn, `density` is the share of all pairs that are partners, `diameter` the longest
    of the shortest ways within the largest component (`largest_component`, in actors). `brokers` are the actors
    without whom others would be cut off from each other, those on most shortest ways first.
    """

    of: Mapping[str, ActorMeasures]
    actors: int
    relations: int
    density: float
    components: int
    largest_component: int
    diameter: int
    mean_degree: float
    brokers: tuple[str, ...]


def measures(network: Network) -> Measures:
    """Return the measures of a network."""
    between = projected(network)
    ways = distances(between)
    of = _of_each(between, ways)
    parts = sorted(nx.connected_components(between), key=lambda part: (-len(part), min(part)))
    actors, ties = len(between), between.number_of_edges()
    return Measures(
        of=of,
        actors=actors,
        relations=relations_drawn(network),
        density=2 * ties / (actors * (actors - 1)) if actors > 1 else 0.0,
        components=len(parts),
        largest_component=len(parts[0]) if parts else 0,
        diameter=_diameter(between, ways, parts[0]) if parts else 0,
        mean_degree=2 * ties / actors if actors else 0.0,
        brokers=tuple(sorted(nx.articulation_points(between), key=lambda iri: (-of[iri].betweenness, iri))),
    )


def _of_each(between: "nx.Graph[str]", ways: Distances) -> dict[str, ActorMeasures]:
    """Return the measures of each actor. rustworkx is loaded by whoever measures, and by nobody else."""
    import rustworkx as rx

    ties = in_rust(between)
    betweenness = rx.betweenness_centrality(ties)
    ranks = rx.pagerank(ties.to_directed(), weight_fn=float, tol=_EXACT, max_iter=_ROUNDS)
    return {
        iri: ActorMeasures(
            degree=between.degree(iri),
            weighted_degree=float(between.degree(iri, weight="weight")),
            betweenness=round(betweenness[number], _DIGITS),
            closeness=_closeness(ways, number),
            page_rank=round(ranks[number], _DIGITS),
        )
        for number, iri in enumerate(between)
    }


def in_rust(between: "nx.Graph[str]") -> "rx.PyGraph[int, float]":
    """Return the ties as a graph of rustworkx, whose nodes are numbered as networkx has them in order."""
    import rustworkx as rx

    number = {iri: at for at, iri in enumerate(between)}
    ties: rx.PyGraph[int, float] = rx.PyGraph(multigraph=False)
    ties.add_nodes_from(range(len(between)))
    weighed = between.edges(data=True)
    ties.add_edges_from([(number[one], number[other], of["weight"]) for one, other, of in weighed])
    return ties


def _closeness(ways: Distances, number: int) -> float:
    """Return the share of the others that an actor can reach, by how far they are on average; 0 for a loner."""
    others, near = len(ways.reached) - 1, int(ways.reached[number]) - 1
    return near / others * near / int(ways.total[number]) if near else 0.0


def _diameter(between: "nx.Graph[str]", ways: Distances, part: set[str]) -> int:
    """Return the longest of the shortest ways in a part that hangs together."""
    return max(int(longest) for iri, longest in zip(between, ways.longest, strict=True) if iri in part)
