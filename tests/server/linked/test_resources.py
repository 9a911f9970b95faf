"""What our IRIs lead to, asked over HTTP."""

import csv
import io
from collections import Counter

import httpx
import pyoxigraph as ox
import pytest
import rdflib
import rdflib.compare

from samspil.formats import read_turtle
from samspil.namespaces import BASE
from samspil.pipeline import Register
from samspil.server.linked import Name, Reader
from samspil.server.linked.description import PAGE
from samspil.server.negotiation import MEDIA_TYPES

MERGE = ox.DefaultGraph()
THING = "actor/norddjurs-kommune"
RDF = {"ttl": "turtle", "jsonld": "json-ld", "nt": "nt", "rdf": "xml", "json": "json-ld"}

# Address and Accept to the status and to where it leads.
LEADS = [
    (f"/id/{THING}", "", 303, f"/doc/{THING}"),
    (f"/id/{THING}", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", 303, f"/doc/{THING}"),
    (f"/id/{THING}", "text/turtle", 303, f"/data/{THING}.ttl"),
    (f"/id/{THING}", "text/turtle;q=0.5, application/ld+json", 303, f"/data/{THING}.jsonld"),
    (f"/id/{THING}", "application/json", 303, f"/data/{THING}.json"),
    (f"/id/{THING}", "text/csv, text/html;q=0.9", 303, f"/data/{THING}.csv"),
    (f"/id/{THING}", "text/html;q=0, */*;q=0.1", 303, f"/data/{THING}.ttl"),
    (f"/id/{THING}", "image/png", 406, None),
    (f"/id/{THING}.rdf", "text/html", 303, f"/data/{THING}.rdf"),
    (f"/id/{THING}.html", "text/turtle", 303, f"/doc/{THING}"),
    (f"/id/{THING}?format=nt", "text/html", 303, f"/data/{THING}.nt"),
    (f"/id/{THING}?format=text/turtle", "", 303, f"/data/{THING}.ttl"),
    (f"/id/{THING}?format=docx", "", 400, None),
    ("/id/actor/nobody", "text/turtle", 404, None),
    ("/id/actor/nobody", "text/html", 404, None),
    ("/id/actor/norddjurs-kommune.pdf", "", 404, None),
    ("/id/interval/2023%2F2050", "text/turtle", 303, "/data/interval/2023%2F2050.ttl"),
    ("/id/interval/2023%2f2050.nt", "", 303, "/data/interval/2023%2F2050.nt"),
    ("/id/actor/norddjurs%2Dkommune", "", 303, f"/doc/{THING}"),
    ("/model/Cooperation", "", 303, "/doc/model/Cooperation"),
    ("/model/Cooperation", "application/rdf+xml", 303, "/data/model/Cooperation.rdf"),
    ("/model", "text/turtle", 303, "/data/model.ttl"),
    ("/model/", "text/turtle", 303, "/data/model.ttl"),
    ("/concept/role/party", "text/turtle", 303, "/data/concept/role/party.ttl"),
    ("/concept/role", "", 303, "/doc/concept/role"),
    ("/shape/Agreement", "text/turtle", 303, "/data/shape/Agreement.ttl"),
    ("/graph/background", "text/turtle", 303, "/data/graph/background.ttl"),
    ("/query/agreements/in-force", "text/turtle", 303, "/data/query/agreements/in-force.ttl"),
    (f"/doc/{THING}", "text/turtle", 303, f"/data/{THING}.ttl"),
    (f"/doc/{THING}", "image/png", 406, None),
    (f"/data/{THING}", "text/html", 303, f"/doc/{THING}"),
    (f"/data/{THING}", "image/png", 406, None),
    ("/", "text/turtle", 303, "/data/dataset/samspil"),
    ("/", "text/html", 307, "/da/"),
    ("/.well-known/void", "", 303, "/data/dataset/samspil"),
    ("/data/dataset", "", 303, "/data/dataset/samspil"),
]

HOSTILE = [
    "/id/../../etc/passwd",
    "/id/%2e%2e/%2e%2e/etc/passwd",
    "/id/actor/%2e%2e",
    "/id/actor/..%2f..%2fetc",
    "/id/actor/a%00b",
    "/id/actor/a%0d%0aX-Injected:%20yes",
    "/id/actor/%3Cscript%3E",
    "/id/actor/%ff%fe",
    "/id/actor/a%3E%20.%20%3Chttp:",
    "/id/interval/%ff",
    "/id/interval/%00",
    "/id/interval/" + "9" * 400,
    "/id/actor/" + "a" * 10_000,
    "/data/" + "a/" * 2_000,
    "/data/actor/.ttl",
    "/data/.ttl",
    "/doc/",
    "/id/",
    "/model/Cooperation/more",
    "/model/Nothing",
    "/concept/role/nothing",
    "/query/agreements/nothing",
    "/graph/nothing",
    f"/data/{THING}.ttl?page=0",
    f"/data/{THING}.ttl?page=-1",
    f"/data/{THING}.ttl?page=99",
    f"/data/{THING}.ttl?page=%D9%A1",
    f"/data/{THING}.ttl?page=1e9",
]


def ours(register: Register) -> list[str]:
    """Return the path of every IRI of ours that the register says something about."""
    subjects = {quad.subject for quad in register.dataset.merge.quads_for_pattern(None, None, None, MERGE)}
    found = {node.value for node in subjects if isinstance(node, ox.NamedNode)}
    return sorted(iri.removeprefix(BASE) for iri in found if iri.startswith(BASE))


def get(client: httpx.Client, path: str, accept: str = "", **headers: str) -> httpx.Response:
    """Ask without following where it leads."""
    sent = {"accept": accept or "*/*", **headers}
    return client.get(path, headers=sent, follow_redirects=False)


def parsed(response: httpx.Response, format: str) -> rdflib.Graph:
    """Return the graph of an answer, as rdflib reads it, languages in lower case."""
    graph = rdflib.Graph()
    graph.parse(data=response.content, format=format)
    return graph


@pytest.mark.parametrize(("path", "accept", "status", "where"), LEADS)
def test_name_leads_to_the_form_that_is_wanted(
    client: httpx.Client, path: str, accept: str, status: int, where: str | None
) -> None:
    response = get(client, path, accept)
    assert (response.status_code, response.headers.get("location")) == (status, where)
    assert "Accept" in response.headers["vary"] or "format=" in path or status == 404


def test_refusal_lists_what_there_is(client: httpx.Client) -> None:
    text = get(client, f"/id/{THING}", "image/png").text
    assert all(media in text for media in MEDIA_TYPES.values())


def test_unknown_name_is_told_in_plain_text_to_whoever_takes_no_page(client: httpx.Client) -> None:
    plain, page = get(client, "/id/actor/nobody", "text/turtle"), get(client, "/id/actor/nobody", "text/html")
    assert plain.headers["content-type"] == "text/plain; charset=utf-8"
    assert page.headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("path", HOSTILE)
def test_hostile_path_finds_nothing(client: httpx.Client, path: str) -> None:
    response = client.get(path, headers={"accept": "text/turtle"})
    assert response.status_code in (400, 404)
    assert "x-injected" not in response.headers


def test_every_name_of_ours_resolves_in_html_turtle_and_json(
    client: httpx.Client, register: Register
) -> None:
    """Each of our terms, concepts, shapes, graphs and questions, and of each kind of thing some."""
    questions = [f"query/{name}" for name in register.library.names()]
    told = [triple.subject for path in register.project.shape_files() for triple in read_turtle(path)]
    shapes = sorted({node.value for node in told if isinstance(node, ox.NamedNode)})
    seen: Counter[str] = Counter()
    for path in [*ours(register), *questions, *(iri.removeprefix(BASE) for iri in shapes if BASE in iri)]:
        kind = path.rpartition("/")[0]
        seen[kind] += 1
        if path.startswith("id/") and seen[kind] > 2:
            continue
        for accept in ("text/html", "text/turtle", "application/ld+json")[2 * (seen[kind] > 4) :]:
            response = client.get(f"/{path}", headers={"accept": accept}, follow_redirects=True)
            assert (response.status_code, path) == (200, path)
            assert response.headers["content-type"].startswith(accept)


def test_every_thing_is_known_and_described(register: Register) -> None:
    reader = Reader(register.dataset.merge, ox.Store())
    for path in ours(register):
        name = Name.of(f"{BASE}{path}")
        assert name is not None and name.iri == f"{BASE}{path}"
        assert reader.knows(name.iri)
        assert reader.describe(name.iri).triples


def test_data_says_all_that_the_register_says_about_a_thing(client: httpx.Client, register: Register) -> None:
    node = ox.NamedNode(f"{BASE}id/{THING}")
    stated = [quad.triple for quad in register.dataset.merge.quads_for_pattern(node, None, None, MERGE)]
    naming = [quad.triple for quad in register.dataset.merge.quads_for_pattern(None, None, node, MERGE)]
    assert len(naming) <= PAGE
    told = set(ox.parse(get(client, f"/data/{THING}.nt").content, format=ox.RdfFormat.N_TRIPLES))
    assert {ox.Quad(*triple) for triple in (*stated, *naming)} <= told


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # by rdflib's own reader of JSON-LD
@pytest.mark.parametrize(
    "path", [THING, "agreement/au-2022", "interval/2023%2F2050", "shape/Agreement", "model"]
)
def test_every_rdf_form_says_the_same(client: httpx.Client, path: str) -> None:
    graphs = [parsed(get(client, f"/data/{path}.{suffix}"), format) for suffix, format in RDF.items()]
    first = rdflib.compare.to_isomorphic(graphs[0])
    assert len(first) > 5
    assert all(rdflib.compare.to_isomorphic(graph) == first for graph in graphs[1:])


def test_json_begins_with_the_thing_and_reads_well(client: httpx.Client) -> None:
    document = get(client, "/data/agreement/au-2022.json").json()
    thing = document["@graph"][0]
    assert thing["@id"] == f"{BASE}id/agreement/au-2022"
    assert thing["skos:prefLabel"]["da"] == "Aftalen med Aarhus Universitet, 2022-2025"
    assert thing["sam:inForceDuring"] == "2022-01-01/2025-12-31"
    assert thing["sam:renews"] == f"{BASE}id/agreement/au-2018"


def test_rows_have_labels_in_the_readers_language(client: httpx.Client) -> None:
    response = get(client, "/data/agreement/au-2022.csv", **{"accept-language": "en"})
    rows = list(csv.DictReader(io.StringIO(response.text)))
    renews = next(row for row in rows if row["predicate"].endswith("/model/renews"))
    assert renews["subjectLabel"] == "The agreement with Aarhus University, 2022-2025"
    assert renews["objectLabel"] == "The agreement with Aarhus University, 2018"
    assert (response.headers["content-language"], "Accept-Language" in response.headers["vary"]) == (
        "en",
        True,
    )


def test_document_says_what_it_is_about_and_its_licence(client: httpx.Client) -> None:
    graph = parsed(get(client, f"/data/{THING}.ttl"), "turtle")
    document = rdflib.URIRef(f"{BASE}data/{THING}")
    said = {(str(p), str(o)) for _, p, o in graph.triples((document, None, None))}
    assert ("http://xmlns.com/foaf/0.1/primaryTopic", f"{BASE}id/{THING}") in said
    assert ("http://purl.org/dc/terms/license", "https://creativecommons.org/licenses/by/4.0/") in said
    assert ("http://rdfs.org/ns/void#inDataset", f"{BASE}id/dataset/samspil") in said
    assert ("http://purl.org/dc/terms/source", f"{BASE}id/source/norddjurs-notat-2024") in said


def test_much_that_names_a_thing_comes_page_by_page(client: httpx.Client, register: Register) -> None:
    node = ox.NamedNode(f"{BASE}concept/basis/background")
    naming = {quad.triple for quad in register.dataset.merge.quads_for_pattern(None, None, node, MERGE)}
    assert len(naming) > PAGE
    told, address, pages = set[ox.Triple](), "/data/concept/basis/background.nt", 0
    while address:
        response = get(client, address)
        told |= {quad.triple for quad in ox.parse(response.content, format=ox.RdfFormat.N_TRIPLES)}
        address, pages = response.links.get("next", {}).get("url", ""), pages + 1
        assert (b"/1999/xhtml/vocab#next" in response.content) == bool(address)
    assert naming <= told
    assert pages == -(-len(naming) // PAGE)


@pytest.mark.parametrize(
    "path", [f"/data/{THING}.ttl", f"/data/{THING}.csv", f"/data/{THING}", "/dumps/samspil.nt"]
)
def test_client_that_has_the_answer_is_not_sent_it_again(client: httpx.Client, path: str) -> None:
    first = get(client, path)
    tag, day = first.headers["etag"], first.headers["last-modified"]
    for headers in ({"if-none-match": tag}, {"if-none-match": f'"x", W/{tag}'}, {"if-modified-since": day}):
        again = get(client, path, **headers)
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    for headers in (
        {"if-none-match": '"other"', "if-modified-since": day},
        {"if-modified-since": "Mon, 01 Jan 1990 00:00:00 GMT"},
        {"if-modified-since": "yesterday"},
    ):
        assert get(client, path, **headers).status_code == 200


def test_forms_of_a_thing_have_tags_of_their_own(client: httpx.Client) -> None:
    tags = [
        get(client, f"/data/{THING}.{suffix}").headers["etag"] for suffix in MEDIA_TYPES if suffix != "html"
    ]
    danish, english = (
        get(client, f"/data/{THING}.csv", **{"accept-language": lang}).headers["etag"]
        for lang in ("da", "en")
    )
    assert len({*tags, english}) == len(tags) + 1
    assert danish in tags


@pytest.mark.parametrize(
    "path",
    [
        f"/id/{THING}",
        f"/doc/{THING}",
        f"/data/{THING}.ttl",
        "/id/actor/nobody",
        "/dumps/samspil.csv",
        "/model/",
    ],
)
def test_head_is_get_without_the_content(client: httpx.Client, path: str) -> None:
    whole, head = get(client, path), client.head(path, headers={"accept": "*/*"}, follow_redirects=False)
    assert head.content == b""
    assert head.status_code == whole.status_code
    passing = {"date"}
    assert {k: v for k, v in head.headers.items() if k not in passing} == {
        k: v for k, v in whole.headers.items() if k not in passing
    }


def test_page_is_in_the_readers_language(client: httpx.Client) -> None:
    for lang in ("da", "en"):
        response = get(client, f"/doc/{THING}", "text/html", **{"accept-language": lang})
        assert response.headers["content-language"] == lang
        assert f'<html lang="{lang}">' in response.text
        assert "Accept-Language" in response.headers["vary"]
        assert response.headers["content-location"] == f"/{lang}/doc/{THING}"
        other = {"da": "en", "en": "da"}[lang]
        assert f'href="/{other}/doc/{THING}"' in response.text


@pytest.mark.parametrize("path", [f"/da/doc/{THING}", f"/doc/{THING}", f"/en/doc/{THING}"])
def test_page_leads_a_machine_on(client: httpx.Client, explorer: str, path: str) -> None:
    header = get(client, path, "text/html").headers["link"]
    assert f'<{BASE}id/{THING}>; rel="cite-as"' in header
    assert '<https://schema.org/AboutPage>; rel="type"' in header
    assert '<https://creativecommons.org/licenses/by/4.0/>; rel="license"' in header
    assert f'<{BASE}id/dataset/samspil>; rel="collection"' in header
    assert f'<{explorer}/da/doc/{THING}>; rel="canonical"' in header
    for suffix, media in MEDIA_TYPES.items():
        link = f'<{explorer}/data/{THING}.{suffix}>; rel="alternate describedby"; type="{media}"'
        assert (link in header) == (suffix != "html")


def test_data_leads_back_to_the_page(client: httpx.Client, explorer: str) -> None:
    header = get(client, f"/data/{THING}", "text/turtle").headers
    assert f'<{explorer}/da/doc/{THING}>; rel="describes"; type="text/html"' in header["link"]
    assert header["content-location"] == f"/data/{THING}.ttl"
    assert header["access-control-allow-origin"] == "*"


def test_graph_is_given_by_itself(client: httpx.Client, register: Register) -> None:
    content = get(client, "/data/graph/norddjurs-notat-2024.nt").content
    told = {quad.triple for quad in ox.parse(content, format=ox.RdfFormat.N_TRIPLES)}
    assert set(register.dataset.triples(f"{BASE}graph/norddjurs-notat-2024")) <= told


DESCRIBED = """
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX void: <http://rdfs.org/ns/void#>
PREFIX dct: <http://purl.org/dc/terms/>
SELECT ?size ?url ?endpoint ?triples ?publisher WHERE {
  ?register a dcat:Dataset, void:Dataset ; dct:publisher ?publisher ; void:triples ?triples ;
    void:sparqlEndpoint ?endpoint ; dcat:distribution [ dcat:byteSize ?size ; dcat:downloadURL ?url ] .
}"""


def test_register_is_described(client: httpx.Client, explorer: str, register: Register) -> None:
    found = client.get("/", headers={"accept": "text/turtle"}, follow_redirects=True)
    answers = parsed(found, "turtle").query(DESCRIBED)
    rows = {str(row["url"]): row for row in answers if isinstance(row, rdflib.query.ResultRow)}
    assert len(rows) == 9
    row = rows[f"{explorer}/dumps/samspil.nt"]
    assert int(str(row["size"])) == len(client.get("/dumps/samspil.nt").content)
    assert int(str(row["triples"])) == len(
        list(register.dataset.merge.quads_for_pattern(None, None, None, MERGE))
    )
    assert str(row["endpoint"]) == f"{explorer}/sparql"
