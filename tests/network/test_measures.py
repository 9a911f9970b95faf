"""The measures: those of networkx, of the ties between actors; and what they say of the shipped register."""

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from networkx.algorithms.link_analysis import pagerank_alg
from tests.network.graphs import actor, networks, relation

from samspil.network import Measures, Network, build_network, measures, network_from
from samspil.network.projection import projected
from samspil.pipeline import Register

ID = "https://w3id.org/samspil/id/actor/"


def of_path(names: str) -> Measures:
    """Return the measures of actors in a row."""
    relations = [relation(one + other, one, other) for one, other in pairwise(names)]
    return measures(network_from(map(actor, names), relations, {}))


def test_row_of_actors() -> None:
    found = of_path("abcd")
    assert (found.actors, found.relations, found.components, found.largest_component) == (4, 3, 1, 4)
    assert (found.density, found.mean_degree, found.diameter) == (0.5, 1.5, 3)
    assert found.brokers == ("b", "c")
    assert found.of["b"].degree == 2
    assert found.of["b"].betweenness == pytest.approx(2 / 3)
    assert found.of["b"].closeness == pytest.approx(3 / 4)


def test_weighted_degree_counts_parallel_relations() -> None:
    relations = [relation(f"r{number}", "a", "b") for number in range(3)]
    found = measures(network_from([actor("a"), actor("b")], relations, {}))
    assert (found.of["a"].degree, found.of["a"].weighted_degree) == (1, 3)


@pytest.mark.parametrize("names", ["", "a"])
def test_network_of_hardly_anybody_has_measures(names: str) -> None:
    found = of_path(names)
    assert (found.actors, found.density, found.diameter, found.brokers) == (len(names), 0, 0, ())


@settings(deadline=None)
@given(networks())
def test_measures_are_those_of_networkx(network: Network) -> None:
    found, between = measures(network), projected(network)
    near = pytest.approx
    assert {iri: of.betweenness for iri, of in found.of.items()} == near(
        nx.betweenness_centrality(between), abs=1e-9
    )
    assert {iri: of.closeness for iri, of in found.of.items()} == near(
        nx.closeness_centrality(between), abs=1e-9
    )
    assert {iri: of.page_rank for iri, of in found.of.items()} == near(
        pagerank_alg._pagerank_python(  # type: ignore[attr-defined]  # the public one wants scipy
            between, tol=1e-14, max_iter=1000
        ),
        abs=1e-9,
    )
    assert {iri: of.degree for iri, of in found.of.items()} == dict(between.degree())
    assert found.density == near(nx.density(between))
    assert found.components == nx.number_connected_components(between)
    largest = max(map(len, nx.connected_components(between)))
    assert found.largest_component == largest
    assert set(found.brokers) == set(nx.articulation_points(between))
    assert found.diameter in {
        nx.diameter(between.subgraph(part))
        for part in nx.connected_components(between)
        if len(part) == largest
    }


@settings(deadline=None)
@given(networks())
def test_brokers_come_by_how_much_goes_through_them(network: Network) -> None:
    found = measures(network)
    shares = [found.of[iri].betweenness for iri in found.brokers]
    assert shares == sorted(shares, reverse=True)


def test_shipped_register(register: Register) -> None:
    network = build_network(register.store, register.library)
    found = measures(network)
    norddjurs = ID + "norddjurs-kommune"
    assert found.brokers[0] == norddjurs
    assert found.of[norddjurs].degree == max(of.degree for of in found.of.values())
    assert ID + "syddjurs-kommune" in projected(network)[norddjurs]
    assert found.actors == len(found.of) < len(network)
