"""Search over HTTP: the page, the suggestions, and what browsers ask."""

import xml.etree.ElementTree as ET

import httpx
import pytest

SPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Norddjurs", "actor/norddjurs-kommune"),
        ("nd", "actor/norddjurs-kommune"),
        ("arhus universitet", "actor/aarhus-universitet"),
        ("kobenhavns", "actor/koebenhavns-universitet"),
        ("halmstad municipality", "actor/halmstad-kommun"),
        ("formelt partnerskab", "cooperation/norddjurs-halmstad"),
    ],
)
def test_the_first_suggestion_is_what_is_meant(client: httpx.Client, text: str, slug: str) -> None:
    found = client.get("/api/suggest", params={"q": text, "lang": "da"}).json()["suggestions"]
    assert found[0]["address"] == f"/da/doc/{slug}"


def test_suggestions_are_eight_at_most_and_in_the_language(client: httpx.Client) -> None:
    found = client.get("/api/suggest?q=norddjurs&lang=en").json()["suggestions"]
    assert len(found) == 8
    assert (found[0]["label"], found[0]["what"]) == ("Norddjurs Municipality", "municipality")
    assert found[0]["address"] == "/en/doc/actor/norddjurs-kommune"


def test_browsers_get_suggestions_in_their_own_form(client: httpx.Client) -> None:
    response = client.get("/api/suggest?q=AU&lang=da&format=opensearch")
    assert response.headers["content-type"] == "application/x-suggestions+json"
    asked, names, whats, addresses = response.json()
    assert (asked, names[0], whats[0]) == ("AU", "Aarhus Universitet", "AU")
    assert addresses[0].startswith("http://127.0.0.1")


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_browser_can_add_the_search(client: httpx.Client, lang: str) -> None:
    response = client.get(f"/{lang}/opensearch.xml")
    assert response.headers["content-type"].startswith("application/opensearchdescription+xml")
    urls = ET.fromstring(response.text).findall(f"{SPACE}Url")  # noqa: S314  # our own text
    template = urls[0].get("template", "").replace("{searchTerms}", "klima")
    assert client.get(template).status_code == 200


def test_hits_are_grouped_by_kind_with_actors_first(client: httpx.Client) -> None:
    page = client.get("/da/search?q=klima").text
    heads = [
        page.index(f"<h2>{head}") for head in ("Aktører", "Planer og politikker", "Kilder", "Bemærkninger")
    ]
    assert heads == sorted(heads)


def test_a_kind_with_many_hits_is_shown_whole_when_asked(client: httpx.Client) -> None:
    page = client.get("/da/search?q=norddjurs").text
    assert 'href="/da/search?q=norddjurs&amp;kind=actor"' in page
    whole = client.get("/da/search?q=norddjurs&kind=actor").text
    assert whole.count('class="first"') == 11
    assert "/doc/cooperation/" not in whole


def test_another_name_that_was_found_is_told(client: httpx.Client) -> None:
    assert "også kaldet 29189986" in client.get("/da/search?q=29189986").text


def test_a_misspelt_text_is_asked_about(client: httpx.Client) -> None:
    page = client.get("/da/search", params={"q": "nordjurs komune"}).text
    assert '<a href="/da/search?q=norddjurs+kommune">norddjurs kommune</a>?' in page


def test_nothing_found_leads_on(client: httpx.Client) -> None:
    page = client.get("/en/search?q=xyzzyq")
    assert page.status_code == 200
    assert "Nothing in the register fits “xyzzyq”." in page.text
    assert 'href="/en/actors"' in page.text


@pytest.mark.parametrize(
    "text", ['"><script>alert(1)</script>', "%", "%(n)s", "\u0000", "å" * 5000, "{{ 7*7 }}", "😀"]
)
def test_any_text_may_be_looked_for(client: httpx.Client, text: str) -> None:
    for path in ("/da/search", "/api/suggest"):
        response = client.get(path, params={"q": text.encode("utf-8", "surrogatepass")})
        assert response.status_code == 200, path
        assert "<script>alert" not in response.text or path == "/api/suggest"
