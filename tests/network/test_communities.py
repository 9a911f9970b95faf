"""Communities: every node in one, the same whatever the order of the rows and the process."""

import subprocess
import sys

from hypothesis import given, settings
from tests.network.graphs import actor, hub, networks, relation

from samspil.network import Actor, Network, Relation, communities, network_from
from samspil.network.projection import projected

TWO = [("a", "b"), ("b", "c"), ("a", "c"), ("d", "e"), ("e", "f"), ("d", "f"), ("c", "d")]


def two(*, turned: bool = False) -> Network:
    """Return two triangles with one tie between them."""
    actors: list[Actor] = [actor(name) for name in "abcdef"]
    relations: list[Relation] = [relation(one + other, one, other) for one, other in TWO]
    return network_from(actors[::-1], relations[::-1], {}) if turned else network_from(actors, relations, {})


def test_two_triangles_are_two_communities_named_by_their_most_connected() -> None:
    assert communities(two()) == (("c", "a", "b"), ("d", "e", "f"))


def test_order_of_the_rows_does_not_matter() -> None:
    assert communities(two(turned=True)) == communities(two())


def test_hub_belongs_to_its_parties_and_comes_after_them() -> None:
    parties = [relation("h", name, "h") for name in "ab"]
    assert communities(network_from([hub("h"), actor("a"), actor("b")], parties, {})) == (("a", "b", "h"),)


def test_empty_network_has_none() -> None:
    assert communities(network_from((), (), {})) == ()


def test_another_process_finds_the_same() -> None:
    code = (
        "import sys; sys.path.insert(0, '.')\n"
        "from tests.network.test_communities import two\n"
        "from samspil.network import communities\n"
        "print(communities(two()))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert found == {f"{communities(two())}\n"}


@settings(deadline=None)
@given(networks())
def test_every_node_is_in_one_and_the_most_connected_comes_first(network: Network) -> None:
    found = communities(network)
    assert sorted(iri for part in found for iri in part) == sorted(network)
    assert [len(part) for part in found] == sorted(map(len, found), reverse=True)
    degree = projected(network).degree()
    for part in found:
        actors = [iri for iri in part if not network.nodes[iri]["is_hub"]]
        assert part[: len(actors)] == tuple(actors)
        assert [degree[iri] for iri in actors] == sorted((degree[iri] for iri in actors), reverse=True)
