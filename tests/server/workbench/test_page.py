"""The page as the server makes it: what a reader without a script sees."""

import html
import json
import re
from typing import Any

import httpx
import pytest

from samspil.pipeline import Register


def editor(page: str) -> str:
    """Return the text in the editor."""
    found = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    assert found is not None
    return html.unescape(found[1])


def about(page: str) -> dict[str, Any]:
    """Return what the page tells its script."""
    found = re.search(r'<script type="application/json" id="about">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    told: dict[str, Any] = json.loads(found[1])
    return told


def test_the_page_without_a_language_leads_to_the_readers_own_with_what_is_asked(
    client: httpx.Client,
) -> None:
    response = client.get(
        "/query?question=agreements/list", headers={"accept-language": "en"}, follow_redirects=False
    )
    assert response.headers["location"] == "/en/query?question=agreements/list"


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_question_of_the_library_is_an_example(
    client: httpx.Client, register: Register, lang: str
) -> None:
    page = html.unescape(client.get(f"/{lang}/query").text)
    for question in register.library:
        offered = f"/{lang}/query?question={question.name}" in page
        assert offered == ("map" not in question.tags), question.name
        assert not offered or question.summary[lang] in page


def test_values_are_bound_on_the_server(client: httpx.Client) -> None:
    page = client.get("/da/query?question=agreements/in-force&on=2024-03-01&actor=norddjurs-kommune").text
    text = editor(page)
    assert '"2024-03-01"^^<http://www.w3.org/2001/XMLSchema#date>' in text
    assert "<https://w3id.org/samspil/id/actor/norddjurs-kommune>" in text
    assert 'name="on" value="2024-03-01"' in page
    assert about(page)["given"] == {"on": "2024-03-01", "actor": "norddjurs-kommune"}


def test_the_names_are_in_the_language_of_the_page(client: httpx.Client) -> None:
    assert '"en"' in editor(client.get("/en/query?question=agreements/in-force").text)
    assert '"da"' in editor(client.get("/da/query?question=agreements/in-force").text)


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/da/query?question=agreements/in-force&on=imorgen", 400, "imorgen"),
        ("/en/query?question=agreements/in-force&nope=1", 400, "nope"),
        ("/en/query?question=agreements/in-forse", 404, "agreements/in-force"),
    ],
)
def test_what_is_wrong_with_a_question_is_said(
    client: httpx.Client, path: str, status: int, words: str
) -> None:
    response = client.get(path)
    assert response.status_code == status
    complaint = re.search(r'<p class="message bad" role="alert">(.*?)</p>', response.text)
    assert complaint is not None
    assert words in complaint[1]


@pytest.mark.parametrize(
    "hostile", ["</textarea><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}"]
)
def test_text_of_the_reader_is_escaped(client: httpx.Client, hostile: str) -> None:
    for values in (
        {"query": hostile},
        {"question": "agreements/in-force", "on": hostile},
        {"question": hostile},
    ):
        page = client.get("/da/query", params=values).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "49" not in editor(page)


def test_the_script_is_told_everything_without_ending_its_text(client: httpx.Client) -> None:
    page = client.get("/en/query", params={"question": "actors/by-type", "actor": "</script><script>"})
    assert "</script><script>" not in page.text
    words = about(client.get("/da/query").text)["words"]
    assert words["Table"] == "Tabel"
    assert all(words.values())
    untranslated = {text for text, said in words.items() if text == said}
    assert untranslated <= {"{n} ms", "{n} s"}


def test_a_query_that_is_too_long_to_be_read_is_refused(client: httpx.Client) -> None:
    response = client.post("/da/query", content=b"query=" + b"x" * 1_000_000)
    assert response.status_code == 413
