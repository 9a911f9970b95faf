"""The lists over HTTP, against what stands in the two documents."""

import re

import httpx
import pytest


def slugs(page: str) -> list[str]:
    """Return the slugs of the rows, in order."""
    return re.findall(r'<a class="first" href="/\w\w/doc/\w[\w-]*/([\w.-]+)"', page)


def total(page: str) -> str:
    """Return what is said above the rows."""
    found = re.search(r'<h2 class="total" id="found">\s*(.*?)\s*</h2>', page)
    return found[1] if found else ""


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/da/cooperations?type=FormalPartnership", "3 af 18"),
        ("/en/cooperations?type=FormalPartnership", "3 of 18"),
        ("/da/actors?type=Municipality&q=kommune", "20 af 69"),
        ("/da/agreements", "7 i alt"),
        ("/da/sources?type=memo", "1 af 73"),
        ("/da/actors?q=29189986", "1 af 69"),
        ("/da/actors?area=region-midtjylland&type=Municipality", "12 af 69"),
    ],
)
def test_a_list_is_narrowed_and_says_how_far(client: httpx.Client, path: str, said: str) -> None:
    page = client.get(path)
    assert (page.status_code, total(page.text)) == (200, said)


def test_the_formal_partnerships_are_those_of_the_memo(client: httpx.Client) -> None:
    page = client.get("/da/cooperations?type=FormalPartnership").text
    assert slugs(page) == ["norddjurs-halmstad", "norddjurs-via", "norddjurs-aarhus-universitet"]


def test_aa_is_sorted_as_aring_in_danish_and_as_written_in_english(client: httpx.Client) -> None:
    danish = slugs(client.get("/da/actors?type=Municipality").text)
    english = slugs(client.get("/en/actors?type=Municipality").text)
    assert (danish[-1], english[0]) == ("aarhus-kommune", "aarhus-kommune")


@pytest.mark.parametrize(
    ("day", "states"),
    [
        (
            "2024-06-01",
            {
                "au-2022": "certain",
                "halmstad-2019": "possible",
                "via-2018": "possible",
                "kulturaftale-2021-2024": "certain",
            },
        ),
        ("2026-01-01", {"halmstad-2019": "possible", "via-2018": "possible"}),
    ],
)
def test_agreements_in_force_are_those_of_the_library(
    client: httpx.Client, day: str, states: dict[str, str]
) -> None:
    page = client.get(f"/da/agreements?on={day}").text
    rows = page.split('<a class="first" ')[1:]
    found = {slugs('<a class="first" ' + row)[0]: re.findall(r'class="badge (\w+)"', row)[0] for row in rows}
    assert found == states


def test_only_certain_leaves_out_what_is_possible(client: httpx.Client) -> None:
    page = client.get("/da/agreements?on=2024-06-01&state=certain").text
    assert sorted(slugs(page)) == ["au-2022", "kulturaftale-2021-2024"]
    assert "sikkert i kraft den 1. juni 2024" in page


def test_a_choice_is_a_link_that_takes_it_away(client: httpx.Client) -> None:
    page = client.get("/da/cooperations?type=FormalPartnership&q=via").text
    assert '<a class="chip" href="/da/cooperations?q=via">' in page
    assert '<a class="chip" href="/da/cooperations?type=FormalPartnership">' in page


def test_every_facet_leads_to_as_many_rows_as_it_counts(client: httpx.Client) -> None:
    page = client.get("/da/actors").text
    links = re.findall(
        r'<li><a href="(/da/actors\?\w+=[^"&]+)">[^<]*</a> <span class="number">(\d+)</span>', page
    )
    assert len(links) > 20
    for address, number in links[::4]:
        assert total(client.get(address).text) == f"{number} af 69", address


@pytest.mark.parametrize("kind", ["actors", "cooperations", "agreements", "sources"])
def test_an_empty_list_says_what_to_do(client: httpx.Client, kind: str) -> None:
    page = client.get(f"/da/{kind}?q=atlantis").text
    assert "Intet passer til alle valgene." in page
    assert f'<a href="/da/{kind}">vis hele listen</a>' in page


def test_a_day_that_is_none_is_named_and_the_rest_is_shown(client: httpx.Client) -> None:
    page = client.get("/da/agreements?on=imorgen&q=halmstad")
    assert page.status_code == 400
    assert "»imorgen« er ikke en dag" in page.text
    assert slugs(page.text) == ["halmstad-2019"]


@pytest.mark.parametrize("number", ["0", "-1", "9999", "x", "９", "1e3", "1" * 20])
def test_a_page_that_is_none_shows_one_that_is(client: httpx.Client, number: str) -> None:
    page = client.get("/da/actors", params={"page": number})
    assert page.status_code == 200
    assert slugs(page.text)


def test_pages_go_on_where_the_last_ended(client: httpx.Client) -> None:
    first, second = (slugs(client.get(f"/da/actors?page={number}").text) for number in (1, 2))
    assert (len(first), len(second), set(first) & set(second)) == (50, 19, set())


@pytest.mark.parametrize("name", ["q", "type", "area", "source", "on", "nonsense"])
def test_what_a_reader_writes_is_escaped(client: httpx.Client, name: str) -> None:
    page = client.get("/da/cooperations", params={name: '"><script>alert(1)</script>'})
    assert "<script>alert" not in page.text
    assert '"><script' not in page.text


@pytest.mark.parametrize(
    ("path", "question"),
    [
        ("/da/actors?q=aarhus", "/api/queries/actors/list.csv?lang=da&amp;text=aarhus"),
        ("/da/agreements?on=2024-06-01", "/api/queries/agreements/in-force.csv?lang=da&amp;on=2024-06-01"),
        ("/en/sources", "/api/queries/provenance/sources.csv?lang=en"),
    ],
)
def test_a_list_is_taken_away_as_the_answer_of_a_question(
    client: httpx.Client, path: str, question: str
) -> None:
    page = client.get(path).text
    assert f'href="{question}"' in page
    assert ("Hent listen som" in page) or ("Get this list as" in page)


def test_a_download_that_is_not_the_same_says_so(client: httpx.Client) -> None:
    assert "uden valgene" in client.get("/da/actors?type=Municipality").text
