"""The explorer, asked over HTTP."""

import io
import json
from dataclasses import replace
from pathlib import Path

import httpx
import openpyxl
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


def test_every_question_has_a_page_in_both_languages(client: httpx.Client, register: Register) -> None:
    for name in register.library.names():
        for lang in ("da", "en"):
            page = client.get(f"/{lang}/queries/{name}")
            assert page.status_code == 200, name
            assert register.library.get(name).summary[lang] in page.text.replace("&#39;", "'")


def test_a_broken_question_is_refused_before_anything_is_served(register: Register, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "broken.rq").write_text("#+ tags: [a]\nASK {}", encoding="utf-8")
    with pytest.raises(QuerySyntaxError, match="summary is missing"):
        open_site(replace(register, library=read_library([tmp_path])))


def test_an_answer_says_not_stated_where_nothing_is_known(client: httpx.Client) -> None:
    page = client.get("/da/queries/governance/steering-group-members")
    assert "Ikke oplyst" in page.text


def test_an_answer_is_data_by_its_suffix(client: httpx.Client) -> None:
    response = client.get("/da/queries/cooperations/formal-partnerships.json?actor=norddjurs-kommune")
    assert response.headers["content-type"] == "application/sparql-results+json"
    assert len(json.loads(response.content)["results"]["bindings"]) == 3


def test_an_answer_is_a_workbook_about_the_same_choices(client: httpx.Client) -> None:
    response = client.get("/en/queries/agreements/in-force.xlsx?on=2024-03-01")
    assert response.headers["content-type"].endswith("spreadsheetml.sheet")
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    assert book.sheetnames == ["Answer", "About"]
    assert ("The day", "2024-03-01") in set(book["About"].iter_rows(values_only=True))
    assert "in-force.xlsx?on=2024-03-01" in client.get("/en/queries/agreements/in-force?on=2024-03-01").text


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/da/queries/agreements/in-force?on=imorgen", 400, "imorgen"),
        ("/da/queries/agreements/in-force?nope=1", 400, "nope"),
        ("/en/queries/agreements/nothing", 404, "Unknown question"),
        ("/da/queries/agreements/in-force.pdf", 404, "findes ikke"),
        ("/da/nothing", 404, "findes ikke"),
        ("/en/nothing", 404, "no such page"),
        ("/dumps/samspil.pdf", 404, "findes ikke"),
        ("/static/%2e%2e/pages.py", 404, "findes ikke"),
    ],
)
def test_a_wrong_address_says_what_is_wrong(client: httpx.Client, path: str, status: int, words: str) -> None:
    response = client.get(path)
    assert (response.status_code, words in response.text) == (status, True)


def test_text_of_the_reader_is_escaped(client: httpx.Client) -> None:
    page = client.get("/da/queries/agreements/in-force", params={"on": '"><script>alert(1)</script>'})
    assert page.status_code == 400
    assert "<script>" not in page.text


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
