"""The made-up network: as large as was asked for, the same each time, and of the kinds that a map has."""

from bench.town import make_up

from samspil.maps import render_map


def test_it_has_the_actors_that_were_asked_for_and_three_relations_for_each() -> None:
    network = make_up(60)
    assert sum(not hub for _, hub in network.nodes(data="is_hub")) == 60
    assert network.number_of_edges() == 180
    assert all(network.in_degree(iri) >= 1 for iri, hub in network.nodes(data="is_hub") if hub)


def test_it_is_the_same_each_time() -> None:
    assert render_map(make_up(40)) == render_map(make_up(40))


def test_the_smallest_one_can_be_made() -> None:
    assert make_up(2).number_of_edges() == 6
