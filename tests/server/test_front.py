"""The front page and the pages about the site, asked over HTTP."""

import re
from datetime import date

import httpx
import pytest

from samspil.pipeline import Register
from samspil.server import open_site
from samspil.server.browse import endings, lists_of


@pytest.mark.parametrize("lang", ["da", "en"])
def test_each_count_is_a_door_to_a_list_of_as_many(
    client: httpx.Client, register: Register, lang: str
) -> None:
    page = client.get(f"/{lang}/").text
    for kind, listing in lists_of(open_site(register)).of.items():
        door = re.search(rf'<a href="/{lang}/{kind}"><b>(\d+)</b>', page)
        assert door is not None, kind
        assert int(door[1]) == len(listing.rows)


def test_what_may_end_within_a_year_is_soon(register: Register) -> None:
    found = endings(open_site(register), date(2025, 3, 1))
    assert "au-2022" in {one.agreement.rpartition("/")[2] for one in found.soon}
    assert found.next == ()


def test_without_any_within_a_year_the_next_is_told(register: Register) -> None:
    found = endings(open_site(register), date(2022, 6, 1))
    assert found.soon == ()
    assert found.next[0].agreement.endswith("/kulturaftale-2021-2024")


def test_what_has_run_out_without_adopted_renewal_is_told_newest_first(register: Register) -> None:
    found = endings(open_site(register), date(2026, 11, 28))
    assert [one.latest for one in found.over] == ["2025-12-31", "2024-12-31"]


def test_the_newest_dated_source_comes_first(client: httpx.Client) -> None:
    page = client.get("/da/").text
    sources = page[page.index("De nyeste kilder") :]
    assert "norddjurs-notat-2024" in re.findall(r"/da/doc/source/([\w-]+)", sources)[0]
    assert sources.index("19. februar 2024") < sources.index("Dem uden dato")


@pytest.mark.parametrize(("lang", "scheme"), [("da", "light"), ("en", "dark")])
def test_the_map_is_previewed_as_a_picture(client: httpx.Client, lang: str, scheme: str) -> None:
    picture = client.get("/preview.svg", params={"lang": lang, "scheme": scheme})
    assert picture.headers["content-type"] == "image/svg+xml"
    assert ("Norddjurs Kommune" if lang == "da" else "Norddjurs Municipality") in picture.text


def test_a_statement_without_contact_says_so_and_how_to_set_it(client: httpx.Client) -> None:
    page = client.get("/da/accessibility").text
    assert "Ikke oplyst" in page
    assert "»contact«" in page


@pytest.mark.parametrize("path", ["/", "/actors", "/search?q=klima", "/about", "/accessibility", "/nothing"])
def test_a_page_names_its_twin_in_each_language(client: httpx.Client, path: str) -> None:
    page = client.get(f"/da{path}").text
    assert f'<a class="twin" href="/en{path}" lang="en" hreflang="en">English</a>' in page
    for lang in ("da", "en"):
        assert f'<link rel="alternate" hreflang="{lang}" href="{client.base_url}/{lang}{path}">' in page


@pytest.mark.parametrize("path", ["/da/", "/en/actors", "/looks.css", "/preview.svg", "/api/suggest?q=a"])
def test_no_cookie_is_set(client: httpx.Client, path: str) -> None:
    assert "set-cookie" not in client.get(path).headers
