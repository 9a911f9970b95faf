"""The questions as pages: the library, forms that understand names, answers whose things lead on, ways to keep them."""

import re
from html import unescape

import httpx
import pytest

from samspil.pipeline import Register
from samspil.settings import today


@pytest.fixture(params=["da", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_question_has_a_page_in_both_languages(
    client: httpx.Client, register: Register, lang: str
) -> None:
    for name in register.library.names():
        page = client.get(f"/{lang}/queries/{name}")
        assert page.status_code == 200, name
        assert register.library.get(name).summary[lang] in unescape(page.text)


def test_the_library_says_what_each_question_answers(
    client: httpx.Client, register: Register, lang: str
) -> None:
    page = unescape(client.get(f"/{lang}/queries").text)
    shown = [question for question in register.library if "map" not in question.tags]
    assert [question.name for question in shown if question.description[lang] not in page] == []


def test_the_library_is_filtered_by_every_word(client: httpx.Client) -> None:
    found = client.get("/da/queries", params={"q": "AFTALER i kraft"}).text
    assert "agreements/in-force" in found
    assert "quality/size" not in found
    assert "Intet spørgsmål har de ord" in client.get("/da/queries", params={"q": "xyzzy"}).text


def test_an_answer_says_not_stated_where_nothing_is_known(client: httpx.Client) -> None:
    assert "Ikke oplyst" in client.get("/da/queries/governance/steering-group-members").text


def test_what_an_answer_names_leads_to_its_page(client: httpx.Client) -> None:
    page = client.get("/en/queries/agreements/in-force?on=2024-03-01").text
    assert '<a href="/en/doc/agreement/au-2022">The agreement with Aarhus University, 2022-2025</a>' in page


@pytest.mark.parametrize(
    "name", ["Aarhus Universitet", "aarhus universitet", "Aarhus University", "aarhus-universitet"]
)
def test_a_thing_is_understood_by_any_of_its_names(client: httpx.Client, lang: str, name: str) -> None:
    page = client.get(f"/{lang}/queries/cooperations/formal-partnerships", params={"actor": name}).text
    assert f'value="{"Aarhus Universitet" if lang == "da" else "Aarhus University"}"' in page
    assert "formal-partnerships.csv?actor=aarhus-universitet" in page


def test_a_field_shows_the_default_that_is_asked(client: httpx.Client) -> None:
    page = client.get("/da/queries/agreements/in-force").text
    assert f'type="date" value="{today().isoformat()}"' in page
    assert "/api/queries/agreements/in-force.xlsx</pre>" in page
    assert "Dagen følger med" in page


def test_the_day_of_today_in_the_field_still_follows(client: httpx.Client) -> None:
    page = client.get("/da/queries/agreements/in-force", params={"on": today().isoformat(), "actor": ""}).text
    assert "/api/queries/agreements/in-force.xlsx</pre>" in page
    held = client.get("/da/queries/agreements/in-force", params={"on": "2024-03-01", "actor": ""}).text
    assert "/api/queries/agreements/in-force.xlsx?on=2024-03-01</pre>" in held
    assert "Dagen følger med" not in held


def test_an_emptied_field_asks_for_all_things(client: httpx.Client) -> None:
    page = client.get("/da/queries/actors/cooperations?actor=").text
    assert "/api/queries/actors/cooperations.csv?actor=" in page
    one = client.get("/da/queries/actors/cooperations").text
    assert len(re.findall("<tr>", page)) > len(re.findall("<tr>", one))


def test_an_unknown_thing_is_answered_by_links_to_those_like_it(client: httpx.Client) -> None:
    page = client.get(
        "/da/queries/agreements/in-force", params={"on": "2024-03-01", "actor": "Norddjur Kommune"}
    )
    assert page.status_code == 400
    assert "Registeret kender ikke »Norddjur Kommune«" in page.text
    assert (
        '<a href="/da/queries/agreements/in-force?on=2024-03-01&amp;actor=norddjurs-kommune">Norddjurs Kommune</a>'
        in page.text
    )


def test_a_long_answer_comes_in_pages_that_keep_the_choices(client: httpx.Client) -> None:
    first = client.get("/da/queries/provenance/one-source-only").text
    total = int(re.findall(r"Række 1–100 af (\d+)", first)[0])
    last = client.get(f"/da/queries/provenance/one-source-only?page={-(-total // 100)}").text
    assert f"–{total} af {total}" in last
    assert 'rel="next"' in first
    assert 'rel="next"' not in last


def test_a_page_beyond_the_answer_is_empty_and_harmless(client: httpx.Client) -> None:
    for number in ("99999999999999999999", "0", "-1", "x", "²"):
        assert client.get("/da/queries/agreements/in-force", params={"page": number}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/da/queries/agreements/in-force?on=imorgen", 400, "»imorgen« er ikke en dag"),
        ("/da/queries/agreements/in-force?nope=1", 400, "nope"),
        ("/da/queries/agreements/in-force?on=2024-01-01&on=2024-01-02", 400, "flere gange"),
        ("/en/queries/agreements/in-force?on=%ff", 400, "not UTF-8"),
        ("/en/queries/agreements/nothing", 404, "Unknown question"),
        ("/en/queries/agreements/" + 3000 * "x", 404, "Unknown question"),
    ],
)
def test_what_cannot_be_asked_is_said(client: httpx.Client, path: str, status: int, words: str) -> None:
    response = client.get(path)
    assert (response.status_code, words in response.text) == (status, True)


@pytest.mark.parametrize("parameter", ["on", "actor", "page", "nope", "lang"])
def test_text_of_the_reader_is_escaped(client: httpx.Client, parameter: str) -> None:
    page = client.get("/da/queries/agreements/in-force", params={parameter: '"><script>alert(1)</script>'})
    assert page.status_code in (200, 400)
    assert "<script>alert" not in page.text


def test_an_address_with_a_suffix_leads_to_the_api(client: httpx.Client) -> None:
    response = client.get("/en/queries/agreements/in-force.csv?on=2024-03-01")
    assert (response.status_code, response.headers["location"]) == (
        308,
        "/api/queries/agreements/in-force.csv?on=2024-03-01&lang=en",
    )


def test_every_download_of_a_page_is_there(client: httpx.Client) -> None:
    for name in ("agreements/in-force?on=2024-03-01", "agreements/everything"):
        page = client.get(f"/en/queries/{name}").text
        links = [unescape(link) for link in re.findall(r'href="(/api/queries/[^"]+)"', page)]
        assert len(links) >= 6
        assert [link for link in links if client.get(link).status_code != 200] == []
