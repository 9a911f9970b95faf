"""Parts of an answer: put together they are the answer, and links lead from one to the next."""

import json
import re
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samspil.server.api.paging import Part, links

# An answer of 279 rows, one of 69, an empty one, and a graph.
ASKED = (
    "provenance/one-source-only",
    "cooperations/list",
    "cooperations/formal-partnerships?actor=realdania",
)


def _linked(response: httpx.Response) -> dict[str, str]:
    return {
        name: address for address, name in re.findall(r'<([^>]+)>; rel="(\w+)"', response.headers["link"])
    }


def _bindings(response: httpx.Response) -> list[Any]:
    found: list[Any] = json.loads(response.content)["results"]["bindings"]
    return found


@pytest.mark.parametrize("asked", ASKED)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(limit=st.integers(1, 400))
def test_parts_one_after_the_other_are_the_answer(client: httpx.Client, asked: str, limit: int) -> None:
    path, _, query = asked.partition("?")
    whole = _bindings(client.get(f"/api/queries/{asked}"))
    limit = max(limit, len(whole) // 8 + 1)
    response = client.get(f"/api/queries/{path}?{query}&limit={limit}")
    found = _bindings(response)
    while address := _linked(response).get("next"):
        response = client.get(address)
        found += _bindings(response)
    assert found == whole
    assert response.headers["x-total-count"] == str(len(whole))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(offset=st.integers(0, 400), limit=st.none() | st.integers(1, 400))
def test_a_part_is_cut_where_it_says(client: httpx.Client, offset: int, limit: int | None) -> None:
    path = "/api/queries/provenance/one-source-only"
    whole = _bindings(client.get(path))
    wanted = {"offset": offset} | ({"limit": limit} if limit else {})
    assert _bindings(client.get(path, params=wanted)) == whole[offset : offset + limit if limit else None]


@given(offset=st.integers(0, 1000), limit=st.integers(1, 1000), total=st.integers(0, 1000))
def test_links_walk_through_all_rows_once_in_either_direction(offset: int, limit: int, total: int) -> None:
    covered, part = [], Part(0, limit)
    while True:
        covered += list(range(total))[part.offset : part.end]
        if (following := links(part, total).get("next")) is None:
            break
        assert links(following, total)["prev"] == part
        part = following
    assert covered == list(range(total))
    assert links(part, total)["last"] == part
    before = links(Part(offset, limit), total).get("prev")
    assert (before is None) == (offset == 0)
    assert before is None or 0 <= before.offset < max(offset, 1)


def test_links_say_the_same_choices_again(client: httpx.Client) -> None:
    response = client.get(
        "/api/queries/agreements/in-force.csv?on=2024-03-01&lang=en&limit=1&offset=1",
    )
    for address in _linked(response).values():
        assert (
            address.startswith(str(client.base_url))
            and "/in-force.csv?on=2024-03-01&lang=en&limit=1&offset=" in address
        )
    assert set(_linked(response)) >= {"first", "prev", "next", "last"}


def test_a_part_of_a_workbook_and_of_a_graph(client: httpx.Client) -> None:
    graph = client.get("/api/queries/agreements/everything.nt?limit=3&offset=2")
    whole = client.get("/api/queries/agreements/everything.nt").text.splitlines()
    assert graph.text.splitlines() == whole[2:5]
    assert graph.headers["x-total-count"] == str(len(whole))
    csv = client.get("/api/queries/cooperations/list.csv?profile=excel-da&limit=2")
    assert len(csv.text.splitlines()) == 3


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("limit", "0"),
        ("limit", "-1"),
        ("limit", "1000000"),
        ("limit", "ti"),
        ("limit", ""),
        ("limit", "१"),
        ("offset", "-1"),
        ("offset", "1e3"),
        ("offset", "99999999999"),
    ],
)
def test_a_part_that_is_none_is_refused_by_name(client: httpx.Client, name: str, value: str) -> None:
    response = client.get("/api/queries/cooperations/list", params={name: value})
    assert (response.status_code, response.json()["parameter"]) == (400, name)
