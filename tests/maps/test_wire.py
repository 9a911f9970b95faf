"""What the page carries: pyvis's nodes and edges as columns, every text once, the rest by number."""

import base64
import json
import re
import zlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.maps.samples import ACTORS, MUNICIPALITY, PARTNERSHIP, rich_sample

from samspil.maps import render_map
from samspil.maps.drawing import draw
from samspil.maps.wire import Texts, brief
from samspil.network import Network, network_from


def carried(network: Network) -> dict[str, Any]:
    """Return what the script of a page reads."""
    (text,) = re.findall(r'id="data">(.*?)</script>', render_map(network), re.DOTALL)
    found: dict[str, Any] = json.loads(text)
    return found


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    """Return what the page of the rich network carries."""
    return carried(rich_sample())


def test_every_column_has_a_value_for_each(data: dict[str, Any]) -> None:
    assert {len(column) for column in data["nodes"].values()} == {6}
    assert {len(column) for column in data["edges"].values()} == {5}
    assert {"id", "bears", "closeness"} < set(data["nodes"])
    assert {"id", "iri", "sources"} < set(data["edges"])


def test_a_relation_says_when_it_holds(data: dict[str, Any]) -> None:
    edges, texts = data["edges"], data["texts"]
    first, second = edges["id"].index("cooperation/formal"), edges["id"].index("cooperation/strategic")
    assert edges["bounds"][first] == ["2022-01-01", "2022-12-31", "2025-01-01", "2025-12-31"]
    assert texts[edges["edtf"][first]] == "2022/2025"
    assert texts[edges["period"][first]] == "2022 – 2025"
    # Doubted: possible for ever from 2018, certain never.
    assert edges["bounds"][second] == ["2018-01-01", None, None, None]
    assert edges["bounds"][2] == 0
    assert data["years"] == [2018, 2025]


def test_themes_weights_and_facts_go_along(data: dict[str, Any]) -> None:
    first = data["edges"]["id"].index("cooperation/formal")
    assert data["edges"]["weight"][first] == 2.5
    assert data["edges"]["themes"][first] == [0]
    assert data["themes"] == [
        {
            "id": "klima",
            "iri": "https://w3id.org/samspil/id/focus-area/klima",
            "name": data["themes"][0]["name"],
        }
    ]
    (fact,) = data["facts"]["cooperation/formal"]
    label, value, period = (data["texts"][fact[place]] for place in (1, 2, 4))
    assert (fact[0], label, value, period) == (
        "agreement",
        ["Aftale", "Agreement"],
        ["Aftalen", "The agreement"],
        "2022 – 2025",
    )
    assert fact[3] == "https://w3id.org/samspil/id/agreement/1"
    assert [data["texts"][data["passages"]["locator"][number]] for number in fact[5]] == ["L23"]


def test_a_seat_is_a_place_on_the_land(data: dict[str, Any]) -> None:
    places = dict(zip(data["nodes"]["id"], data["nodes"]["geo"], strict=True))
    assert data["texts"][places["actor/norddjurs"][2]] == "Grenaa"
    assert places["actor/dima"] == 0
    assert data["geography"]["land"]


def test_measures_are_of_actors_only(data: dict[str, Any]) -> None:
    degree = dict(zip(data["nodes"]["id"], data["nodes"]["degree"], strict=True))
    assert degree["cooperation/hub"] is None
    assert degree["actor/loner"] == 0
    assert data["measures"]["actors"] == 4


def test_communities_hold_every_node_once(data: dict[str, Any]) -> None:
    assert sum(one["count"] for one in data["communities"]) == 6
    assert max(data["nodes"]["community"]) == len(data["communities"]) - 1


def test_long_data_is_deflated_and_the_same() -> None:
    many = [
        replace(PARTNERSHIP, relation=f"{PARTNERSHIP.relation}-{number}", label_da=f"{number} " * 40)
        for number in range(3000)
    ]
    found = carried(network_from(ACTORS, many, {}))
    whole = json.loads(zlib.decompress(base64.b64decode(found["deflate"]), wbits=-zlib.MAX_WBITS))
    assert set(found) == {"deflate"}
    assert len(whole["edges"]["id"]) == 3000
    assert whole["nodes"]["id"][0] == "actor/norddjurs"


def test_relations_between_the_same_two_under_one_name_stay_apart() -> None:
    again = [replace(PARTNERSHIP, period=str(year)) for year in (2019, 2020)]
    ids = carried(network_from(ACTORS, again, {}))["edges"]["id"]
    assert ids == [
        "cooperation/formal~actor/norddjurs~actor/aarhus",
        "cooperation/formal~actor/norddjurs~actor/aarhus~2",
    ]


@pytest.mark.parametrize("name", ["x" * 10_000, "lang " * 200_000, " ", "et bindestreg-ord " * 30])
def test_no_name_is_too_much_for_the_map(name: str) -> None:
    (node,) = draw(network_from([replace(MUNICIPALITY, label_da=name)], [], {})).nodes
    lines = node.lines[0].split("\n")
    assert len(lines) <= 9
    assert max(map(len, lines)) <= 35
    assert node.name[0] == name


@given(st.lists(st.tuples(st.text(), st.text())))
def test_every_text_has_one_number_and_comes_back(pairs: list[tuple[str, str]]) -> None:
    texts = Texts()
    numbers = [texts.number(*pair) for pair in pairs]
    assert len({*numbers} - {-1}) == len(texts.list)
    for pair, number in zip(pairs, numbers, strict=True):
        told: Any = texts.list[number] if number >= 0 else ""
        assert pair == (tuple(told) if isinstance(told, tuple) else (told, told))


def test_numbers_keep_three_digits() -> None:
    assert [brief(number) for number in (0, 1.0, 0.123456, 1234.5, 1 / 3)] == [0, 1, 0.123, 1230, 0.333]
