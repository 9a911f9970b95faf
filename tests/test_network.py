"""The network: what the questions answer becomes nodes and edges, none lost, in one order."""

from dataclasses import replace

import pytest
from tests.maps.samples import (
    AARHUS,
    ACTORS,
    FORMAL,
    HUB,
    MEMO,
    MUNICIPALITY,
    NORDDJURS,
    PAGE,
    PARTNERSHIP,
    RELATIONS,
    SOURCES,
    STRATEGIC,
    sample,
)

from samspil.errors import UnknownName
from samspil.network import Actor, Relation, build_network, network_from, sources_of
from samspil.pipeline import Register


def test_node_carries_the_values_of_its_actor() -> None:
    assert sample().nodes[NORDDJURS] == {
        "label_da": "Norddjurs Kommune",
        "label_en": "Norddjurs Municipality",
        "type": "t:m",
        "type_da": "kommune",
        "type_en": "municipality",
        "node_shape": "circle",
        "colour": "#D6E4F0",
        "order": 21,
        "is_hub": False,
    }


def test_edge_carries_the_values_of_its_relation() -> None:
    assert sample().edges[NORDDJURS, AARHUS, FORMAL] == {
        "relation": FORMAL,
        "type": "t:f",
        "type_da": "formelt partnerskab",
        "type_en": "formal partnership",
        "label_da": "Norddjurs og AU",
        "label_en": "Norddjurs and AU",
        "colour": "#0B4F8A",
        "dash": "solid",
        "width": 4,
        "directed": False,
        "order": 1,
        "period": "",
    }


def test_parallel_relations_are_kept() -> None:
    ties = [key for one, other, key in sample().edges(keys=True) if {one, other} == {NORDDJURS, AARHUS}]
    assert ties == [FORMAL, STRATEGIC]


def test_one_relation_in_two_ways_and_periods_is_kept() -> None:
    again = [
        replace(PARTNERSHIP, period="2019"),
        replace(PARTNERSHIP, period="2020"),
        replace(PARTNERSHIP, type="t:z"),
    ]
    network = network_from(ACTORS, [PARTNERSHIP, *again], {})
    assert network.number_of_edges(NORDDJURS, AARHUS) == 4


def test_order_of_the_rows_does_not_matter() -> None:
    sources = {iri: reversed(of) for iri, of in reversed(SOURCES.items())}
    network = network_from(reversed(ACTORS), reversed(RELATIONS), sources)
    assert list(network.nodes(data=True)) == list(sample().nodes(data=True))
    assert list(network.edges(keys=True, data=True)) == list(sample().edges(keys=True, data=True))
    assert network.graph == sample().graph


def test_relation_to_nobody_is_refused() -> None:
    with pytest.raises(UnknownName) as caught:
        network_from([MUNICIPALITY], [PARTNERSHIP], {})
    assert caught.value.name == AARHUS


def test_sources_are_sorted_and_single() -> None:
    network = network_from(ACTORS, (), {NORDDJURS: [PAGE, MEMO, PAGE]})
    assert sources_of(network, NORDDJURS) == (MEMO, PAGE)
    assert sources_of(network, HUB) == ()


def test_shipped_register_becomes_a_network(register: Register) -> None:
    network = build_network(register.store, register.library)
    assert network.number_of_nodes() > 50
    assert network.number_of_edges() > 80
    norddjurs = "https://w3id.org/samspil/id/actor/norddjurs-kommune"
    assert network.nodes[norddjurs]["label_da"] == "Norddjurs Kommune"
    assert sources_of(network, norddjurs)
    assert set(network.nodes[norddjurs]) == set(Actor.__annotations__) - {"iri"}
    assert all(
        set(edge) == set(Relation.__annotations__) - {"source", "target"}
        for *_, edge in network.edges(data=True)
    )
