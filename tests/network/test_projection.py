"""Who is whose partner: a hub stands for ties between all its parties, and a body for itself among them."""

from hypothesis import given
from tests.network.graphs import actor, hub, networks, relation

from samspil.network import Actor, Network, Relation, network_from
from samspil.network.projection import projected, relations_drawn


def ties(actors: list[Actor], relations: list[Relation]) -> dict[str, float]:
    """Return the weight of each tie between two actors, by their names together."""
    between = projected(network_from(actors, relations, {}))
    return {"".join(sorted((one, other))): of["weight"] for one, other, of in between.edges(data=True)}


ABC = [actor("a"), actor("b"), actor("c")]


def test_hub_ties_all_its_parties_once() -> None:
    parties = [relation("h", end, "h") for end in "abc"]
    assert ties([*ABC, hub("h")], parties) == {"ab": 1, "ac": 1, "bc": 1}


def test_body_is_tied_to_the_parties_of_what_it_bears() -> None:
    parties = [relation("k", end, "c") for end in "ab"]
    assert ties([actor("a"), actor("b"), actor("c", "k")], parties) == {"ab": 1, "ac": 1, "bc": 1}


def test_other_ties_of_a_body_are_not_its_parties() -> None:
    relations = [relation("k", "a", "c"), relation("owns", "b", "c", type="o")]
    assert ties([actor("a"), actor("b"), actor("c", "k")], relations) == {"ac": 1, "bc": 1}


def test_what_is_part_of_a_hub_is_tied_to_its_parties() -> None:
    relations = [relation("h", "a", "h"), relation("h", "b", "h"), relation("c", "c", "h", type="part of")]
    assert ties([*ABC, hub("h")], relations) == {"ab": 1, "ac": 1, "bc": 1}


def test_hub_of_a_hub_ties_the_parties_of_both() -> None:
    relations = [
        relation("h", "a", "h"),
        relation("i", "b", "i"),
        relation("i", "c", "i"),
        relation("i", "i", "h", type="part of"),
    ]
    assert ties([*ABC, hub("h"), hub("i")], relations) == {"bc": 1, "ab": 1, "ac": 1}


def test_parallel_relations_add_up_and_periods_do_not() -> None:
    relations = [
        relation("r", "a", "b", period="2018"),
        relation("r", "a", "b", period="2020", weight=2),
        relation("s", "b", "a", weight=0.5),
    ]
    assert ties(ABC, relations) == {"ab": 2.5}


def test_nobody_is_their_own_partner() -> None:
    assert ties(ABC, [relation("r", "a", "a")]) == {}


def test_relation_is_counted_once_in_however_many_lines() -> None:
    relations = [relation("h", end, "h") for end in "abc"] + [relation("r", "a", "b", period="2018")]
    assert relations_drawn(network_from([*ABC, hub("h")], relations, {})) == 2


@given(networks())
def test_only_actors_are_left_and_all_of_them(network: Network) -> None:
    actors = [iri for iri, node in network.nodes(data=True) if not node["is_hub"]]
    between = projected(network)
    assert list(between) == sorted(actors)
    assert all(one != other and of["weight"] > 0 for one, other, of in between.edges(data=True))
