"""The network: actors and relations become nodes and edges, none lost, in one order."""

from dataclasses import replace

import pytest
from tests.maps.samples import (
    AARHUS,
    ACTORS,
    BASE,
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
from samspil.network import Bounds, Fact, Theme, facts_of, network_from, sources_of, themes_of


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
        "also": (),
        "seat_da": "",
        "seat_en": "",
        "longitude": None,
        "latitude": None,
        "bears": (),
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
        "agreements": (),
        "themes": (),
        "weight": 1.0,
        "through": "",
        "edtf": "",
        "period_da": "",
        "period_en": "",
        "earliest_start": "",
        "latest_start": "",
        "earliest_end": "",
        "latest_end": "",
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


def test_relation_of_the_same_type_and_period_is_kept_too() -> None:
    again = [replace(PARTNERSHIP, through=BASE + f"cooperation/{number}") for number in range(4)]
    network = network_from(ACTORS, again, {})
    assert network.number_of_edges(NORDDJURS, AARHUS) == 4


def test_edge_says_when_it_holds() -> None:
    network = network_from(ACTORS, [replace(PARTNERSHIP, period="2021/2024")], {})
    edge = network.edges[NORDDJURS, AARHUS, FORMAL]
    assert (edge["edtf"], edge["period_en"]) == ("2021/2024", "2021 – 2024")
    assert [edge[name] for name in Bounds._fields] == ["2021-01-01", "2021-12-31", "2024-01-01", "2024-12-31"]


def test_edge_without_a_period_holds_as_long_as_its_agreements() -> None:
    network = network_from(ACTORS, [replace(PARTNERSHIP, agreements=("2022/2025", "2018/"))], {})
    edge = network.edges[NORDDJURS, AARHUS, FORMAL]
    assert edge["edtf"] == "2018/; 2022/2025"
    assert edge["period_en"] == "from 2018, end not stated; 2022 – 2025"
    assert [edge[name] for name in Bounds._fields] == ["2018-01-01", "2018-12-31", "2025-01-01", "2025-12-31"]


def test_own_period_goes_before_that_of_an_agreement() -> None:
    network = network_from(ACTORS, [replace(PARTNERSHIP, period="2021", agreements=("2018",))], {})
    assert network.edges[NORDDJURS, AARHUS, FORMAL]["edtf"] == "2021"


def test_body_has_what_is_said_of_the_cooperation_that_it_bears() -> None:
    body = replace(MUNICIPALITY, bears=(FORMAL,))
    own, of_cooperation = Fact("name", "a", "a", "A", "A"), Fact("theme", "b", "b", "B", "B")
    itself = Fact("body", "c", "c", "C", "C", href=NORDDJURS)
    network = network_from(
        [body], (), {NORDDJURS: [PAGE], FORMAL: [MEMO]}, {NORDDJURS: [own], FORMAL: [of_cooperation, itself]}
    )
    assert facts_of(network, NORDDJURS) == (own, of_cooperation)
    assert facts_of(network, FORMAL) == (of_cooperation, itself)
    assert sources_of(network, NORDDJURS) == (MEMO, PAGE)
    assert facts_of(network, HUB) == ()


def test_themes_are_found_by_their_iri() -> None:
    theme = Theme("t:1", "Klima", "Climate")
    assert themes_of(network_from(ACTORS, (), {}, themes=[theme])) == {"t:1": theme}
