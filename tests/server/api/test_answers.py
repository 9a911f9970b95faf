"""The answer of every question in every format, opened by a reader that is none of ours."""

import csv
import io
import json
from xml.etree import ElementTree

import httpx
import openpyxl
import pytest
import rdflib

from samspil.answers import FORMATS
from samspil.pipeline import Register
from samspil.server.api.formats import forms

RESULTS = "{http://www.w3.org/2005/sparql-results#}"
RDFLIB = {
    "turtle": "turtle",
    "trig": "trig",
    "nt": "nt",
    "nq": "nquads",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}


def _rows(client: httpx.Client, name: str) -> int:
    return len(client.get(f"/api/queries/{name}").json()["results"]["bindings"])


def _opened(format: str, content: bytes) -> int | None:
    """Return how many rows another reader finds; None where the format does not say, which is at least text."""
    if format == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        return book.worksheets[0].max_row - 1
    text = content.decode("utf-8")
    if format == "json":
        return len(json.loads(text)["results"]["bindings"])
    if format == "xml":
        return len(ElementTree.fromstring(text).findall(f"{RESULTS}results/{RESULTS}result"))  # noqa: S314  (ours)
    if format in ("csv", "tsv"):
        stream = io.StringIO(text, newline="")
        tabs = csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return len(list(csv.reader(stream) if format == "csv" else tabs)) - 1
    if format in RDFLIB:
        kind = rdflib.Dataset if format in ("trig", "nq") else rdflib.Graph
        return len(kind().parse(data=text, format=RDFLIB[format]))
    assert text.strip()
    return None


# What rdflib warns of is rdflib's own.
@pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning")
def test_every_question_is_opened_in_every_format(client: httpx.Client, register: Register) -> None:
    """Each question in its first format and half of the others, the next one in the rest: one writer makes them all."""
    for number, question in enumerate(register.library):
        counts = set()
        first, *others = forms(question)
        for form in (first, *others[number % 2 :: 2]):
            response = client.get(f"/api/queries/{question.name}.{form.suffix}")
            assert response.status_code == 200, (question.name, form)
            media = FORMATS[form.format].media_type.partition(";")[0]
            assert response.headers["content-type"].partition(";")[0] == media
            counts.add(_opened(form.format, response.content))
        assert len(counts - {None}) == 1, (question.name, counts)


def test_every_question_opens_in_a_danish_excel(client: httpx.Client, register: Register) -> None:
    for question in register.library:
        response = client.get(f"/api/queries/{question.name}.csv?profile=excel-da")
        if all(form.format != "csv" for form in forms(question)):
            assert response.status_code == 406
            continue
        assert response.content.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline=""), delimiter=";"))
        assert len(rows) - 1 == _rows(client, question.name)
        assert len({len(row) for row in rows}) == 1
        assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


def test_the_query_has_the_values_in_it_and_runs_as_it_is(client: httpx.Client, register: Register) -> None:
    response = client.get("/api/queries/agreements/in-force.rq?on=2024-03-01&actor=norddjurs-kommune")
    assert response.headers["content-type"] == "application/sparql-query"
    asked = client.get("/api/queries/agreements/in-force?on=2024-03-01&actor=norddjurs-kommune").json()
    assert len(list(register.store.select(response.text))) == len(asked["results"]["bindings"]) > 0


def test_a_workbook_is_about_the_same_choices(client: httpx.Client) -> None:
    response = client.get("/api/queries/agreements/in-force.xlsx?on=2024-03-01&lang=en")
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    assert book.sheetnames == ["Answer", "About"]
    assert ("The day", "2024-03-01") in set(book["About"].iter_rows(values_only=True))


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        (None, "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/json"),
        (
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "application/sparql-results+json",
        ),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/tab-separated-values;q=0.9, text/csv;q=0.8", "text/tab-separated-values; charset=utf-8"),
    ],
)
def test_accept_chooses_where_no_suffix_does(client: httpx.Client, accept: str | None, media: str) -> None:
    request = client.build_request("GET", "/api/queries/agreements/in-force")
    del request.headers["accept"]
    if accept:
        request.headers["accept"] = accept
    response = client.send(request)
    assert (response.status_code, response.headers["content-type"]) == (200, media)
    assert "Accept" in response.headers["vary"].split(", ")


@pytest.mark.parametrize(
    ("path", "accept", "available"),
    [
        ("agreements/in-force.ttl", "*/*", "csv"),
        ("agreements/in-force.pdf", "*/*", "xlsx"),
        ("agreements/everything.csv", "*/*", "ttl"),
        ("agreements/in-force", "text/turtle", "text/csv"),
        ("agreements/everything", "text/csv", "text/turtle"),
    ],
)
def test_a_format_that_is_not_to_be_had_lists_those_that_are(
    client: httpx.Client, path: str, accept: str, available: str
) -> None:
    response = client.get(f"/api/queries/{path}", headers={"accept": accept})
    assert (response.status_code, available in response.json()["available"]) == (406, True)


def test_language_decides_names_and_headings(client: httpx.Client) -> None:
    danish = client.get("/api/queries/actors/by-type.csv?profile=excel-da").content.decode()
    english = client.get("/api/queries/actors/by-type.csv?profile=excel-da&lang=en").content.decode()
    assert "Antal aktører" in danish
    assert "Number of actors" in english


def test_another_site_may_read(client: httpx.Client) -> None:
    preflight = client.options("/api/queries/agreements/in-force", headers={"origin": "https://example.org"})
    assert preflight.status_code == 204
    for response in (
        preflight,
        client.get("/api/queries/agreements/in-force"),
        client.get("/api/queries/x/y"),
    ):
        assert response.headers["access-control-allow-origin"] == "*"
    assert "If-None-Match" in preflight.headers["access-control-allow-headers"]


@pytest.mark.parametrize(
    "path", ["/api/queries", "/api/openapi.json", "/api/queries/agreements/in-force.csv"]
)
def test_head_is_get_without_the_answer(client: httpx.Client, path: str) -> None:
    plain = {"accept-encoding": "identity"}  # how long an answer is when packed is known when it is packed
    head, get = client.head(path, headers=plain), client.get(path, headers=plain)
    assert head.content == b""
    shared = ("content-type", "content-length", "etag", "last-modified", "cache-control")
    assert [head.headers[name] for name in shared] == [get.headers[name] for name in shared]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY"])
def test_nothing_can_be_written(client: httpx.Client, method: str) -> None:
    response = client.request(method, "/api/queries/agreements/in-force")
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


def test_the_index_leads_to_every_question(client: httpx.Client, register: Register) -> None:
    listed = client.get("/api/queries").json()["queries"]
    assert [one["name"] for one in listed] == list(register.library.names())
    one = next(one for one in listed if one["name"] == "agreements/in-force")
    assert [parameter["name"] for parameter in one["parameters"]] == ["on", "actor", "lang"]
    assert client.get(one["formats"]["csv"]).status_code == 200
    assert client.get(one["page"]["en"]).status_code == 200
