"""Answers on the page without a script, and as a map: asked of the engine apart, through `/sparql`."""

import re
from html import unescape

import httpx
import pytest

NORDDJURS = "https://w3id.org/samspil/id/actor/norddjurs-kommune"
ASKED = f"""SELECT ?source ?target ?day ?none {{
  VALUES (?source ?target ?day ?none) {{
    (<{NORDDJURS}> <https://w3id.org/samspil/id/actor/via-university-college> "2025-12-31"^^xsd:date UNDEF) }} }}"""
PREFIXED = f"PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n{ASKED}"


def cells(page: str) -> list[str]:
    """Return the text of every cell."""
    found = re.findall(r"<td>(.*?)</td>", page, re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", "", cell)) for cell in found]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("da", ["Norddjurs Kommune", "VIA University College", "31. december 2025", "Ikke oplyst"]),
        ("en", ["Norddjurs Municipality", "VIA University College", "31 December 2025", "Not stated"]),
    ],
)
def test_rows_are_said_in_the_language_of_the_page(client: httpx.Client, lang: str, said: list[str]) -> None:
    page = client.get(f"/{lang}/query", params={"query": PREFIXED})
    assert cells(page.text) == said
    assert 'href="/id/actor/norddjurs-kommune"' in page.text


def test_a_long_query_is_sent_by_post(client: httpx.Client) -> None:
    query = f"{PREFIXED}\n# {'x' * 20_000}"
    assert cells(client.post("/da/query", data={"query": query}).text)[0] == "Norddjurs Kommune"


def test_values_of_a_question_are_answered_at_once(client: httpx.Client) -> None:
    page = client.get("/da/query?question=agreements/in-force&on=2024-03-01&run=1")
    assert "31. december 2025" in cells(page.text)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("ASK { ?a ?b ?c }", '<p class="truth">Ja</p>'),
        ("ASK { FILTER (false) }", '<p class="truth">Nej</p>'),
        ("SELECT * { FILTER (false) }", "Ingen. Intet i registeret"),
        ("CONSTRUCT { <http://a.example/b> a <http://a.example/C> } {}", "http://a.example/"),
    ],
)
def test_every_form_of_answer_is_shown(client: httpx.Client, query: str, said: str) -> None:
    page = client.get("/da/query", params={"query": query})
    assert (page.status_code, said in page.text) == (200, True)


@pytest.mark.parametrize(
    "query", ["SELECT * {", "DROP ALL", "SELECT * { SERVICE <http://127.0.0.1/> { ?a ?b ?c } }"]
)
def test_what_the_endpoint_refuses_the_page_refuses_in_its_words(client: httpx.Client, query: str) -> None:
    page = client.get("/da/query", params={"query": query})
    refused = client.post(
        "/sparql", data={"query": query}, headers={"accept-language": "da", "accept": "application/json"}
    )
    complaint = re.search(r'<p class="message bad" role="alert">(.*?)</p>', page.text, re.DOTALL)
    assert page.status_code == refused.status_code == 400
    assert complaint is not None
    assert unescape(complaint[1]) == refused.json()["message"]


def test_more_rows_than_a_page_has_place_for_are_said_to_be_more(client: httpx.Client) -> None:
    page = client.get("/da/query", params={"query": "SELECT ?a { ?a ?b ?c } LIMIT 501"}).text
    assert len(cells(page)) == 500
    assert "Kun de første rækker er vist" in page


def test_an_answer_too_long_for_a_page_is_not_read_to_its_end(client: httpx.Client) -> None:
    query = 'SELECT ?a ("%s" AS ?b) { ?a ?c ?d }' % ("x" * 4000)
    page = client.get("/en/query", params={"query": query})
    assert "too long for a page" in page.text


def test_source_and_target_are_a_map(client: httpx.Client) -> None:
    page = client.get("/en/query/map", params={"query": PREFIXED})
    assert page.status_code == 200
    assert "Norddjurs Municipality" in page.text
    assert "default-src 'none'" in unescape(page.text[:1000])


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"query": "SELECT ?a { ?a ?b ?c } LIMIT 1"}, 400),
        ({"query": "ASK {}"}, 400),
        ({"query": "SELECT {"}, 400),
        ({"question": "agreements/none"}, 404),
        ({"question": "agreements/in-force", "on": "imorgen"}, 400),
    ],
)
def test_what_is_no_map_is_said(client: httpx.Client, values: dict[str, str], status: int) -> None:
    page = client.get("/da/query/map", params=values)
    assert page.status_code == status
    assert "<h1>" in page.text


def test_a_label_that_means_harm_is_text(client: httpx.Client) -> None:
    query = "SELECT ('<img src=x onerror=alert(1)>' AS ?a) (<javascript:alert(1)> AS ?b) {}"
    page = client.get("/da/query", params={"query": query}).text
    assert "<img src=x" not in page.replace("<textarea", "").split("</textarea>")[1]
    assert 'href="javascript:' not in page
