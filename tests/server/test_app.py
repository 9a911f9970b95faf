"""The explorer, asked over HTTP."""

from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from samspil.errors import QuerySyntaxError
from samspil.exports import WRITERS
from samspil.pipeline import Register
from samspil.queries import read_library
from samspil.server import open_site


@pytest.mark.parametrize(
    ("wanted", "lang"), [("en-GB,en;q=0.9,da;q=0.8", "en"), ("de,da;q=0.5", "da"), ("", "da")]
)
def test_the_front_page_speaks_the_readers_language(client: httpx.Client, wanted: str, lang: str) -> None:
    response = client.get("/", headers={"accept-language": wanted}, follow_redirects=False)
    assert response.headers["location"] == f"/{lang}/"


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_index_leads_to_map_questions_and_every_dump(client: httpx.Client, lang: str) -> None:
    page = client.get(f"/{lang}/")
    assert page.status_code == 200
    assert f'<html lang="{lang}">' in page.text
    assert f'href="/{lang}/map"' in page.text
    assert f'href="/{lang}/queries"' in page.text
    assert all(f'href="/dumps/samspil.{format.suffix}"' in page.text for format in WRITERS.values())


def test_a_broken_question_is_refused_before_anything_is_served(register: Register, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "broken.rq").write_text("#+ tags: [a]\nASK {}", encoding="utf-8")
    with pytest.raises(QuerySyntaxError, match="summary is missing"):
        open_site(replace(register, library=read_library([tmp_path])))


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/da/nothing", 404, "findes ikke"),
        ("/en/nothing", 404, "no such page"),
        ("/dumps/samspil.pdf", 404, "findes ikke"),
        ("/static/%2e%2e/pages.py", 404, "findes ikke"),
    ],
)
def test_a_wrong_address_says_what_is_wrong(client: httpx.Client, path: str, status: int, words: str) -> None:
    response = client.get(path)
    assert (response.status_code, words in response.text) == (status, True)


@pytest.mark.parametrize("format", WRITERS)
def test_every_dump_is_given_whole(client: httpx.Client, format: str) -> None:
    response = client.get(f"/dumps/samspil.{WRITERS[format].suffix}")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith(WRITERS[format].media_type.split(";")[0])
    assert len(response.content) > 1000


@pytest.mark.parametrize("path", ["/da/", "/da/queries", "/da/map", "/dumps/samspil.nq", "/nothing"])
def test_every_response_forbids_loading_from_elsewhere(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert path == "/da/map" or "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
