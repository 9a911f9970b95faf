"""The SPARQL 1.1 Protocol: the requests of the W3C's suite for query operations, each by the name of its test.

The suite asks over graphs of its own; here graphs of the register take their places.
"""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass, field
from urllib.parse import urlencode

import httpx
import pyoxigraph as ox
import pytest

from samspil.identifiers import graph

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
FIRST, SECOND = graph("model"), graph("concepts")
ROWS = ("application/sparql-results+json", "application/sparql-results+xml")
RDF = ("text/turtle", "application/rdf+xml", "application/n-triples")


@dataclass(frozen=True)
class Asked:
    """A request, and the media types one of which its answer has."""

    method: str
    parameters: tuple[tuple[str, str], ...] = ()
    body: str | bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    types: tuple[str, ...] = ROWS


def graphs(default: tuple[str, ...], named: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    """Return the parameters of a dataset."""
    return (*(("default-graph-uri", iri) for iri in default), *(("named-graph-uri", iri) for iri in named))


def posted(*fields: tuple[str, str]) -> str:
    """Return a form."""
    return urlencode(fields)


# What only the first graph says, and only the second.
OF_FIRST, OF_SECOND = "?a a owl:Class", "?b a skos:ConceptScheme"
BOTH = f"ASK {{ {OF_FIRST} . {OF_SECOND} }}"
NAMED = f"ASK {{ GRAPH ?g {{ {OF_FIRST} }} GRAPH ?h {{ {OF_SECOND} }} FILTER NOT EXISTS {{ {OF_FIRST} }} }}"
FULL = f"ASK {{ {OF_FIRST} GRAPH <{SECOND}> {{ {OF_SECOND} }} }}"

GOOD = {
    "query_post_form": Asked("POST", body=posted(("query", "ASK {}")), headers=FORM),
    "query_dataset_default_graphs_get": Asked("GET", (("query", BOTH), *graphs((FIRST, SECOND)))),
    "query_dataset_default_graphs_post": Asked(
        "POST", body=posted(("query", BOTH), *graphs((FIRST, SECOND))), headers=FORM
    ),
    "query_dataset_named_graphs_post": Asked(
        "POST", body=posted(("query", NAMED), *graphs((), (FIRST, SECOND))), headers=FORM
    ),
    "query_dataset_named_graphs_get": Asked("GET", (("query", NAMED), *graphs((), (FIRST, SECOND)))),
    "query_dataset_full": Asked("GET", (("query", FULL), *graphs((FIRST,), (SECOND,)))),
    "query_multiple_dataset": Asked(
        "POST", body=posted(("query", f"ASK FROM <x:none> {{ {OF_FIRST} }}"), *graphs((FIRST,))), headers=FORM
    ),
    "query_get": Asked("GET", (("query", "ASK {}"),)),
    "query_content_type_select": Asked(
        "POST", body=posted(("query", "SELECT (1 AS ?value) {}")), headers=FORM,
        types=(*ROWS, "text/tab-separated-values", "text/csv"),
    ),
    "query_content_type_ask": Asked("POST", body=posted(("query", "ASK {}")), headers=FORM),
    "query_content_type_describe": Asked(
        "POST", body=posted(("query", "DESCRIBE <http://example.org/>")), headers=FORM, types=RDF
    ),
    "query_content_type_construct": Asked(
        "POST", body=posted(("query", "CONSTRUCT { <s:s> <p:p> 1 } WHERE {}")), headers=FORM, types=RDF
    ),
    "query_post_direct": Asked("POST", body="ASK {}", headers=DIRECT),
}  # fmt: skip

BAD = {
    "bad_query_method": Asked("PUT", (("query", "ASK {}"),)),
    "bad_multiple_queries": Asked("GET", (("query", "ASK {}"), ("query", "SELECT * {}"))),
    "bad_query_wrong_media_type": Asked("POST", body="ASK {}", headers={"Content-Type": "text/plain"}),
    "bad_query_missing_form_type": Asked("POST", body=posted(("query", "ASK {}"))),
    "bad_query_missing_direct_type": Asked("POST", body="ASK {}"),
    "bad_query_non_utf8": Asked(
        "POST", body="ASK {}".encode("utf-16"), headers={"Content-Type": "application/sparql-query; charset=UTF-16"}
    ),
    "bad_query_syntax": Asked("GET", (("query", "ASK {"),)),
}  # fmt: skip


def ask(client: httpx.Client, asked: Asked) -> httpx.Response:
    """Send a request."""
    return client.request(
        asked.method, "/sparql", params=asked.parameters, content=asked.body or None, headers=asked.headers
    )


@pytest.mark.parametrize("name", GOOD)
def test_a_good_request_of_the_suite_is_answered(client: httpx.Client, name: str) -> None:
    answer = ask(client, GOOD[name])
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].partition(";")[0] in GOOD[name].types
    if "ASK" in str(GOOD[name].parameters) + str(GOOD[name].body):
        assert answer.json()["boolean"] is True


@pytest.mark.parametrize("name", BAD)
def test_a_bad_request_of_the_suite_is_refused(client: httpx.Client, name: str) -> None:
    answer = ask(client, BAD[name])
    assert 400 <= answer.status_code < 500
    assert answer.text


def test_the_dataset_of_the_protocol_goes_before_that_of_the_query(client: httpx.Client) -> None:
    query = f"SELECT (COUNT(*) AS ?n) FROM <{SECOND}> {{ {OF_SECOND} }}"  # noqa: S608  our own graph
    fields = {"query": query, "default-graph-uri": FIRST}
    rows = client.get("/sparql", params=fields).json()["results"]["bindings"]
    assert rows[0]["n"]["value"] == "0"


def test_the_default_graph_has_each_statement_once(client: httpx.Client) -> None:
    query = "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT *) AS ?d) { ?s ?p ?o }"
    row = client.get("/sparql", params={"query": query}).json()["results"]["bindings"][0]
    assert row["n"]["value"] == row["d"]["value"] != "0"


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("*/*", "application/sparql-results+json"),
        ("text/csv;q=0.3, application/sparql-results+xml;q=0.8", "application/sparql-results+xml"),
        ("application/json", "application/json"),
        ("text/turtle, text/csv;q=0.1", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
    ],
)
def test_rows_come_in_the_format_that_is_wanted_most(client: httpx.Client, accept: str, wanted: str) -> None:
    answer = client.get("/sparql", params={"query": "SELECT (1 AS ?n) {}"}, headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == wanted
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("ttl", ox.RdfFormat.TURTLE),
        ("nt", ox.RdfFormat.N_TRIPLES),
        ("rdf", ox.RdfFormat.RDF_XML),
        ("jsonld", ox.RdfFormat.JSON_LD),
        ("trig", ox.RdfFormat.TRIG),
        ("nq", ox.RdfFormat.N_QUADS),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
    ],
)
def test_a_graph_comes_in_the_format_that_is_named(
    client: httpx.Client, name: str, form: ox.RdfFormat
) -> None:
    query = 'CONSTRUCT { <s:s> <p:p> "æ\\n}" } {}'
    answer = client.get("/sparql", params={"query": query, "format": name}, headers={"Accept": "text/csv"})
    found = [quad.triple for quad in ox.parse(answer.content, format=form)]
    assert found == [ox.Triple(ox.NamedNode("s:s"), ox.NamedNode("p:p"), ox.Literal("æ\n}"))]


@pytest.mark.parametrize(
    ("query", "fields", "headers", "status"),
    [
        ("SELECT * {}", {}, {"Accept": "image/png"}, 406),
        ("CONSTRUCT WHERE {}", {}, {"Accept": "text/csv"}, 406),
        ("SELECT * {}", {"format": "pdf"}, {}, 400),
        ("SELECT * {}", {"default-graph-uri": "no iri"}, {}, 400),
    ],
)
def test_what_cannot_be_answered_has_its_status(
    client: httpx.Client, query: str, fields: dict[str, str], headers: dict[str, str], status: int
) -> None:
    assert client.get("/sparql", params={"query": query, **fields}, headers=headers).status_code == status


def test_a_query_that_is_too_long_is_refused(client: httpx.Client) -> None:
    long = "SELECT * {}" + " " * 70_000
    assert client.post("/sparql", data={"query": long}).status_code == 413
    assert client.post("/sparql", content=long * 20, headers=DIRECT).status_code == 413
    reader = http.client.HTTPConnection(client.base_url.host, client.base_url.port or 80)
    reader.request("GET", f"/sparql?{urlencode({'query': long})}")
    assert reader.getresponse().status in (400, 414)  # what reads HTTP may have a limit of its own
    reader.close()


def test_a_mistake_is_told_with_its_place_in_the_readers_language(client: httpx.Client) -> None:
    def told(**headers: str) -> httpx.Response:
        return client.get("/sparql", params={"query": "SELECT *\n{ ?s }"}, headers=headers)

    danish, english = told(), told(**{"Accept-Language": "en"})
    assert danish.headers["content-language"] == "da"
    assert danish.text.startswith("query:2:")
    assert english.text.startswith("query:2:")
    assert danish.text != english.text
    value = told(Accept="application/sparql-results+json").json()
    assert (value["status"], value["line"]) == (400, 2)
    assert "<html" in told(Accept="text/html").text


@pytest.mark.parametrize(
    "body",
    [
        {"update": "CLEAR ALL"},
        {"query": "ASK {}", "update": "CLEAR ALL"},
        {"query": "PREFIX a: <a:> #\nINSERT DATA { a:a a:b a:c }"},
        {"query": "DELETE WHERE { ?s ?p ?o }"},
        {"query": "LOAD <http://127.0.0.1/>"},
    ],
)
def test_an_update_is_refused_with_its_reason(client: httpx.Client, body: dict[str, str]) -> None:
    answer = client.post("/sparql", data=body, headers={"Accept-Language": "en"})
    assert answer.status_code in (400, 403)
    assert "no updates" in answer.text


def test_an_update_that_is_posted_as_such_is_refused(client: httpx.Client) -> None:
    answer = client.post(
        "/sparql", content="CLEAR ALL", headers={"Content-Type": "application/sparql-update"}
    )
    assert answer.status_code == 403


def test_a_page_of_another_host_may_read(client: httpx.Client) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    allowed = client.options("/sparql", headers=asked)
    assert allowed.status_code == 204
    assert "POST" in allowed.headers["access-control-allow-methods"]
    answer = client.get("/sparql", params={"query": "ASK {}"}, headers={"Origin": "https://example.org"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert client.delete("/sparql").headers["allow"] == "GET, HEAD, OPTIONS, POST"


def test_head_has_the_headers_of_get_alone(client: httpx.Client) -> None:
    fields = {"query": "SELECT (1 AS ?n) {}"}
    head, get = client.head("/sparql", params=fields), client.get("/sparql", params=fields)
    assert head.content == b""
    assert head.headers["content-length"] == str(len(get.content))


def test_our_prefixes_need_no_declaration_and_places_stay(client: httpx.Client) -> None:
    query = "SELECT ?p { ?s a sam:Municipality ; ?p <id/actor/norddjurs-kommune> } LIMIT 1"
    assert client.get("/sparql", params={"query": query}).status_code == 200
    wrong = client.get("/sparql", params={"query": "SELECT * { ?s a sam:Actor . ?o nope:x 1 }"})
    assert "nope" in wrong.text
    assert wrong.text.startswith("query:1:")


def test_the_service_is_described_when_nothing_is_asked(client: httpx.Client) -> None:
    answer = client.get("/sparql", headers={"Accept": "text/turtle"})
    store = ox.Store()
    store.load(answer.content, format=ox.RdfFormat.TURTLE)
    query = """PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
    ASK { ?s a sd:Service ; sd:endpoint ?e ; sd:supportedLanguage sd:SPARQL11Query ;
      sd:defaultDataset/sd:namedGraph/sd:name <%s> . FILTER (STRENDS(STR(?e), "/sparql")) }"""
    assert store.query(query % FIRST)
    browser = client.get("/sparql", headers={"Accept": "text/html,*/*;q=0.8"}, follow_redirects=False)
    assert (browser.status_code, browser.headers["location"]) == (303, "/da/query")


def test_no_query_in_a_form_is_a_mistake(client: httpx.Client) -> None:
    assert client.post("/sparql", data={"nothing": "1"}).status_code == 400
    assert client.get("/sparql?query=%FF").status_code == 400
    assert json.loads(client.get("/sparql?query=ASK{}&x=%zz").content)["boolean"] is True
