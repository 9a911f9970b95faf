"""The engine on another machine: the same answers as in this process, or an error that says why not."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest
from tests import servers
from tests.store.wire import Says, Wire, chunked, reply, wire

from samspil import errors
from samspil.dataset import Dataset
from samspil.errors import RemoteError
from samspil.identifiers import graph
from samspil.namespaces import EDTF, SAM, XSD
from samspil.store import Rows, Store
from samspil.store.endpoint import Credentials, Endpoint
from samspil.store.local import LocalStore
from samspil.store.remote import MERGE, RemoteStore

_A, _B, _P = (ox.NamedNode(f"https://example.org/{name}") for name in "abp")
_ONE, _TWO = graph("one"), graph("two")
_TEXTS = [
    ox.Literal(' å, "b"\n\tc ', language="da"),
    ox.Literal("2021-23", datatype=ox.NamedNode(EDTF + "EDTF")),
    ox.Literal("2024-02-19", datatype=ox.NamedNode(XSD + "date")),
    ox.Literal(True),
    ox.Literal(3),
    ox.Literal("<&> \U0001f600"),
]
_MOST = 50  # rows, of the Virtuoso of these tests


def small() -> Dataset:
    """Return two graphs that share one of their statements, one with all kinds of values."""
    dataset = Dataset()
    dataset.add(_ONE, [ox.Triple(_A, _P, _B), *(ox.Triple(_B, _P, text) for text in _TEXTS)])
    dataset.add(_TWO, [ox.Triple(_A, _P, _B), ox.Triple(_A, ox.NamedNode(SAM + "of"), ox.BlankNode("x"))])
    return dataset


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with servers.oxigraph_server(tmp_path_factory.mktemp("oxigraph")) as server:
        servers.load(server, small())
        yield server.query


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("virtuoso")
    with servers.virtuoso_server(
        folder, f"ResultSetMaxRows = {_MOST}", "MaxQueryExecutionTime = 1"
    ) as server:
        servers.load(server, small())
        yield server.query


@pytest.fixture(params=["oxigraph", "virtuoso"])
def store(request: pytest.FixtureRequest) -> RemoteStore:
    """Return each real server in turn."""
    return RemoteStore(Endpoint(request.getfixturevalue(request.param), 30))


ALIKE = [
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(!isBlank(?o)) }",
    f"SELECT ?o {{ {_B} ?p ?o }} ORDER BY STR(?o)",
    f"SELECT ?g {{ GRAPH ?g {{ {_A} {_P} {_B} }} }} ORDER BY ?g",
    f"SELECT ?o ?nothing ?s {{ ?s ?p ?o FILTER(?o = {_B}) }}",
    "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/samspil/graph/two> { ?s ?p ?o }",
    "SELECT (COUNT(*) AS ?n) FROM NAMED <https://w3id.org/samspil/graph/two> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT ?x { ?x sam:none ?y }",
    "# delete insert\nPREFIX sam: <https://w3id.org/samspil/model/> SELECT ?s { ?s sam:of ?o }",
    "ASK { ?s sam:of ?o }",
    "ASK { ?s sam:none ?o }",
    "CONSTRUCT { ?o sam:of ?s } WHERE { GRAPH ?g { ?s ?p ?o FILTER(isIRI(?o)) } }",
    f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {_B} ?p ?o . ?s ?p ?o }}",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . ?s sam:none ?o }",
    "DESCRIBE <https://example.org/none>",
]

# Work for an age: the combinations of ten statements, none of which is left out.
HEAVY = f"SELECT (SUM(?o0) AS ?n) {{ {' '.join(f'?s{n} ?p{n} ?o{n} .' for n in range(10))} }}"


@pytest.mark.parametrize("query", ALIKE)
def test_answer_is_that_of_this_process(store: RemoteStore, query: str) -> None:
    kept: Store = store
    found, expected = kept.run(query), LocalStore(small()).run(query)
    if isinstance(found, Rows) and isinstance(expected, Rows):
        assert found.variables == expected.variables
        assert list(found) == list(expected)
    else:
        assert found == expected


def test_description_holds_what_is_said_of_a_thing(store: RemoteStore) -> None:
    # Virtuoso adds what is said with it as object; the standard leaves open what a description is.
    assert set(LocalStore(small()).construct(f"DESCRIBE {_B}")) <= set(store.construct(f"DESCRIBE {_B}"))


def test_blank_nodes_come_as_blank_nodes(store: RemoteStore) -> None:
    ((node,),) = store.select("SELECT ?o { ?s sam:of ?o }")
    assert isinstance(node, ox.BlankNode)
    (triple,) = store.construct("CONSTRUCT { ?s sam:of ?o } WHERE { ?s sam:of ?o }")
    assert isinstance(triple.object, ox.BlankNode)


def test_rows_are_written_as_in_this_process(store: RemoteStore) -> None:
    query = f"SELECT ?o {{ {_B} ?p ?o }} ORDER BY STR(?o)"
    for format in ("csv", "tsv", "json", "xml"):
        assert store.select(query).serialize(format) == LocalStore(small()).select(query).serialize(format)


def test_graphs_are_named_and_asked_for_once(store: RemoteStore) -> None:
    assert store.graphs == (MERGE, _ONE, _TWO)
    assert store.graphs is store.graphs


def test_form_that_is_not_asked_for_is_refused_before_anything_is_sent() -> None:
    store = RemoteStore(Endpoint("http://127.0.0.1:9/"))
    for ask, query in (
        (store.select, "ASK {}"),
        (store.construct, "SELECT * { ?s ?p ?o }"),
        (store.ask, "DESCRIBE <urn:a>"),
    ):
        with pytest.raises(errors.QuerySyntaxError, match="is expected"):
            ask(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DROP ALL",
        "SELECT * { ?s nope:p ?o }",
        "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
        "{" * 200,
        "ASK { ?s ?p '\udc80' }",
    ],
)
def test_what_is_no_question_is_refused_before_anything_is_sent(query: str) -> None:
    store = RemoteStore(Endpoint("http://127.0.0.1:9/"))
    with pytest.raises(errors.QuerySyntaxError):
        store.run(query)


def test_service_that_is_allowed_is_sent_and_not_followed_from_here() -> None:
    with wire(NAMES, reply(b'{"head":{},"boolean":true}')) as server, wire(b"") as other:
        store = RemoteStore(Endpoint(server.url), [other.url])
        assert store.ask(f"ASK {{ SERVICE <{other.url}> {{ ?s ?p ?o }} }}")
    assert other.heard == []


NAMES = reply(
    f'{{"head":{{"vars":["graph"]}},"results":{{"bindings":[{{"graph":{{"type":"uri","value":"{MERGE}"}}}},'
    f'{{"graph":{{"type":"uri","value":"{_ONE}"}}}}]}}}}'.encode()
)
NONE = reply(b'{"head":{"vars":["graph"]},"results":{"bindings":[]}}')


def bindings(count: int) -> bytes:
    rows = ",".join('{"s":{"type":"literal","value":"x"}}' for _ in range(count))
    return f'{{"head":{{"vars":["s"]}},"results":{{"bindings":[{rows}]}}}}'.encode()


def form(server: Wire, number: int = -1) -> dict[str, list[str]]:
    return parse_qs(server.heard[number].body.decode())


def test_request_is_a_post_with_all_in_its_body_and_content_negotiation() -> None:
    with wire(NAMES, reply(bindings(1))) as server:
        RemoteStore(Endpoint(server.url)).select("SELECT ?s { ?s sam:of 'æ+&=' }")
    heard = server.heard[1]
    assert (heard.method, heard.target) == ("POST", "/sparql")
    assert heard.headers["content-type"] == "application/x-www-form-urlencoded"
    assert heard.headers["accept"].startswith("application/sparql-results+json,")
    assert form(server) == {
        "query": [f"PREFIX sam: <{SAM}> SELECT ?s {{ ?s sam:of 'æ+&=' }}"],
        "default-graph-uri": [MERGE],
        "named-graph-uri": [_ONE],
    }


@pytest.mark.parametrize(
    "query", ["ASK {}", "SELECT ?s { ?s ?p ?o }", "SELECT ?s FROM <urn:g> { ?s ?p ?o }", "DESCRIBE <urn:a>"]
)
def test_server_without_the_merge_is_asked_nothing_until_it_is_there(query: str) -> None:
    names = NAMES.replace(MERGE.encode(), graph("merga").encode())
    with wire(names, NAMES, reply(b"no", "400 Bad", "text/plain")) as server:
        store = RemoteStore(Endpoint(server.url))
        with pytest.raises(errors.IncompleteRegister, match="samspil push") as caught:
            store.run(query)
        assert (caught.value.exit_code, len(server.heard)) == (4, 1)
        with pytest.raises(errors.QueryRefused):
            store.run(query)


def test_query_with_graphs_of_its_own_is_sent_without_ours() -> None:
    with wire(NAMES, reply(bindings(1))) as server:
        RemoteStore(Endpoint(server.url)).select("SELECT ?s FROM <urn:g> { ?s ?p ?o }")
    assert form(server).keys() == {"query"}


def named(*cells: str) -> bytes:
    """Return a reply with a row for each cell, which is JSON."""
    rows = ",".join(f'{{"graph":{cell}}}' if cell else "{}" for cell in cells)
    return reply(f'{{"head":{{"vars":["graph"]}},"results":{{"bindings":[{rows}]}}}}'.encode())


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (named(""), errors.NotSparql),
        (named(f'{{"type":"literal","value":"{MERGE}"}}'), errors.NotSparql),
        (named('{"type":"bnode","value":"x"}'), errors.NotSparql),
        (reply(b'{"head":{"vars":[]},"results":{"bindings":[{}]}}'), errors.NotSparql),
        (reply(b'{"head":{},"boolean":true}'), errors.WrongAnswer),
    ],
)
def test_what_is_no_name_of_a_graph_is_told(said: bytes, kind: type[RemoteError]) -> None:
    with wire(said) as server, pytest.raises(kind):
        RemoteStore(Endpoint(server.url)).ask("ASK {}")


def test_names_of_others_are_left_alone() -> None:
    ours, other = (f'{{"type":"uri","value":"{name}"}}' for name in (MERGE, "urn:x"))
    with wire(named(other, ours)) as server:
        assert RemoteStore(Endpoint(server.url)).graphs == (MERGE,)


def test_list_of_graphs_that_is_cut_is_found_out() -> None:
    many = named(*(f'{{"type":"uri","value":"{graph(f"g{n}")}"}}' for n in range(100)))
    with wire(many) as server, pytest.raises(errors.RowLimitReached):
        RemoteStore(Endpoint(server.url)).ask("ASK {}")


def test_server_that_refuses_credentials_is_told_from_one_that_wants_some() -> None:
    for credentials, kind in (
        (None, errors.AccessRefused),
        (Credentials("", "", "token"), errors.CredentialsRefused),
    ):
        with wire(reply(b"", "401 Who", "text/plain")) as server, pytest.raises(RemoteError) as caught:
            RemoteStore(Endpoint(server.url, 30, credentials)).ask("ASK {}")
        assert type(caught.value) is kind


def test_names_are_searched_for_where_there_is_no_list_of_them() -> None:
    for listed in (NONE, reply(b"no", "400 Bad", "text/plain"), reply(b"no", "500 Oh", "text/plain")):
        with wire(listed, NAMES) as server:
            assert RemoteStore(Endpoint(server.url)).graphs == (MERGE, _ONE)


def test_server_with_nothing_of_ours_says_so_and_is_asked_again_later() -> None:
    with wire(NONE, NONE, NAMES, reply(b'{"head":{},"boolean":true}')) as server:
        store = RemoteStore(Endpoint(server.url))
        with pytest.raises(errors.NothingThere, match="samspil push"):
            store.ask("ASK {}")
        assert store.ask("ASK {}")


SELECT, ASK, CONSTRUCT = (
    "SELECT ?s { ?s ?p ?o }",
    "ASK { ?s ?p ?o }",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
)
NT = "application/n-triples"
XML = "application/sparql-results+xml"
JSON = ("application/sparql-results+json",)
VIRTUOSO = "Server: Virtuoso/07.20.3229 (Linux) x86_64-pc-linux-gnu  "

# What is asked, what the server says, and what is made of it.
FAILURES: dict[str, tuple[str, Says, type[RemoteError]]] = {
    "no access": (SELECT, reply(b"", "403 No", "text/plain"), errors.AccessRefused),
    "who asks": (SELECT, reply(b"", "401 Who", "text/plain"), errors.AccessRefused),
    "malformed": (SELECT, reply(b"SP030: no\nmore", "400 Bad", "text/plain"), errors.QueryRefused),
    "no such place": (SELECT, reply(b"", "404 No", "text/html"), errors.NotSparql),
    "place of graphs": (SELECT, reply(b"no such type", "415 No", "text/plain"), errors.NotSparql),
    "out of memory": (SELECT, reply(b"oom", "500 Oh", "text/plain"), errors.ServerFailed),
    "gateway waited": (SELECT, reply(b"", "504 Late", "text/html"), errors.GaveUp),
    "own limit": (SELECT, reply(b"SR171: Transaction timed out", "500 Oh", "text/plain"), errors.GaveUp),
    "own limit, as 400": (SELECT, reply(b"TimeLimitExceeded", "400 Bad", "text/plain"), errors.GaveUp),
    "page": (SELECT, reply(b"<title>Hi</title>", "200 OK", "text/html"), errors.NotSparql),
    "page for a graph": (CONSTRUCT, reply(b"<title>Hi</title>", "200 OK", "text/html"), errors.NotSparql),
    "other JSON": (SELECT, reply(b'{"error": "no"}', "200 OK", "application/json"), errors.NotSparql),
    "nothing": (SELECT, reply(b"", "204 None", ""), errors.NotSparql),
    "truth for rows": (SELECT, reply(b'{"head":{},"boolean":true}'), errors.WrongAnswer),
    "rows for a truth": (ASK, reply(bindings(1)), errors.WrongAnswer),
    "graph for rows": (SELECT, reply(b"", "200 OK", NT), errors.WrongAnswer),
    "rows for a graph": (CONSTRUCT, reply(bindings(1)), errors.WrongAnswer),
    "half JSON": (SELECT, reply(bindings(3)[:-9]), errors.TruncatedAnswer),
    "half XML": (SELECT, reply(b"<sparql><head/><results>", "200 OK", XML), errors.TruncatedAnswer),
    "half line": (SELECT, reply(bindings(3))[:-9], errors.TruncatedAnswer),
    "half graph": (CONSTRUCT, reply(b"<urn:a> <urn:b> <urn", "200 OK", NT), errors.TruncatedAnswer),
    "graph of any length": (
        CONSTRUCT,
        b"HTTP/1.0 200 OK\r\nContent-Type: application/n-triples\r\n\r\n<urn:a> <urn:b> <urn:c> .\n",
        errors.TruncatedAnswer,
    ),
    "cancelled": (
        SELECT,
        chunked(bindings(3)[:-3], b"The SPARQL operation has been cancelled"),
        errors.GaveUp,
    ),
    "cancelled graph": (
        CONSTRUCT,
        chunked(b"<urn:a> <urn:b> <urn:c> .\n", b"The SPARQL operation has been cancelled", media_type=NT),
        errors.GaveUp,
    ),
    "trailer": (
        SELECT,
        chunked(bindings(3), trailer="X-Neptune-Status: 500 Internal Server Error\r\n"),
        errors.TruncatedAnswer,
    ),
    "incomplete": (SELECT, reply(bindings(3), "200 OK", *JSON, "X-SQL-State: S1TAT"), errors.GaveUp),
    "limit of rows": (
        SELECT,
        reply(bindings(3), "200 OK", *JSON, "X-SPARQL-MaxRows: 3"),
        errors.RowLimitReached,
    ),
    "moved": (SELECT, reply(b"", "301 Moved", "text/plain", "Location: https://a/"), errors.Moved),
}


@pytest.mark.parametrize("name", FAILURES)
def test_failure_is_named(name: str) -> None:
    query, said, kind = FAILURES[name]
    with wire(NAMES, said) as server, pytest.raises(RemoteError) as caught:
        RemoteStore(Endpoint(server.url)).run(query)
    assert type(caught.value) is kind
    assert server.url.removesuffix("/sparql") in caught.value.message("da")


def test_words_of_the_server_are_told() -> None:
    refused, page = (
        reply(b"SP030: no\nmore", "400 Bad", "text/plain"),
        reply(b"<title>Hi</title>", "200 OK", "text/html"),
    )
    for said, words in ((refused, "SP030: no."), (page, "200 text/html: Hi.")):
        with wire(NAMES, said) as server, pytest.raises(RemoteError) as caught:
            RemoteStore(Endpoint(server.url)).run(SELECT)
        assert words in caught.value.message("en")


def test_nobody_answers_in_time() -> None:
    with wire(NAMES, lambda _: time.sleep(2)) as server, pytest.raises(errors.TimedOut):
        RemoteStore(Endpoint(server.url, 0.5)).select(SELECT)


def test_busy_server_is_asked_again() -> None:
    with wire(NAMES, reply(b"", "503 Busy", "text/plain", "Retry-After: 0"), reply(bindings(1))) as server:
        assert len(list(RemoteStore(Endpoint(server.url)).select(SELECT))) == 1


def test_limit_of_rows_that_the_query_itself_sets_cuts_nothing() -> None:
    with wire(NAMES, reply(bindings(3), "200 OK", *JSON, "X-SPARQL-MaxRows: 3")) as server:
        assert len(list(RemoteStore(Endpoint(server.url)).select(SELECT + " LIMIT 3"))) == 3


@pytest.mark.parametrize("count", [100, 101, 250, 1024])
def test_many_rows_are_followed_by_the_question_for_one_more(count: int) -> None:
    with wire(NAMES, reply(bindings(count)), reply(bindings(0))) as server:
        assert len(list(RemoteStore(Endpoint(server.url)).select(SELECT + " ORDER BY ?s"))) == count
    assert form(server)["query"] == [f"{SELECT} \nLIMIT 1 OFFSET {count}\n"]
    assert form(server)["default-graph-uri"] == [MERGE]
    server_that_cuts = wire(NAMES, reply(bindings(count)), reply(bindings(1)))
    with server_that_cuts as server, pytest.raises(errors.RowLimitReached) as caught:
        RemoteStore(Endpoint(server.url)).select(SELECT + " LIMIT 5000")
    assert caught.value.rows == count
    assert form(server)["query"] == [f"{SELECT} \nLIMIT 1 OFFSET {count}\n"]


def test_solutions_of_a_construct_are_counted_on_every_server() -> None:
    triples = reply(b"<urn:a> <urn:b> <urn:c> .\n", "200 OK", NT)
    with wire(NAMES, triples, reply(bindings(250)), reply(bindings(0))) as server:
        assert len(RemoteStore(Endpoint(server.url)).construct(CONSTRUCT)) == 1
    with (
        wire(NAMES, triples, reply(bindings(250)), reply(bindings(1))) as server,
        pytest.raises(errors.RowLimitReached),
    ):
        RemoteStore(Endpoint(server.url)).construct(CONSTRUCT)
    with wire(NAMES, triples, reply(bindings(99))) as server:
        RemoteStore(Endpoint(server.url)).construct(CONSTRUCT)
    assert len(server.heard) == 3


def test_few_rows_and_as_many_as_were_asked_for_are_one_request() -> None:
    for count, query in ((0, SELECT), (99, SELECT), (200, SELECT + " LIMIT 200")):
        with wire(NAMES, reply(bindings(count))) as server:
            assert len(list(RemoteStore(Endpoint(server.url)).select(query))) == count
        assert len(server.heard) == 2


def test_results_in_xml_are_read() -> None:
    body = LocalStore(small()).select(f"SELECT ?s {{ ?s ?p {_B} }}").serialize("xml")
    with wire(NAMES, reply(body, "200 OK", XML)) as server:
        assert list(RemoteStore(Endpoint(server.url)).select(SELECT)) == [(_A,)]


def test_ways_of_virtuoso_are_taken_for_those_of_no_other() -> None:
    said = (
        b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{ "type": "typed-literal", '
        b'"datatype": "http://www.w3.org/2001/XMLSchema#boolean", "value": "1" }}]}}'
    )
    for more, value in (((VIRTUOSO,), "true"), ((), "1")):
        with wire(NAMES, reply(said, "200 OK", *JSON, *more)) as server:
            ((found,),) = RemoteStore(Endpoint(server.url)).select(SELECT)
        assert found == ox.Literal(value, datatype=ox.NamedNode(XSD + "boolean"))


def test_virtuoso_cuts_no_answer_short(virtuoso: str) -> None:
    store = RemoteStore(Endpoint(virtuoso, 30))
    many = " ".join(f"({n} {n % 7})" for n in range(_MOST + 1))
    for query in (
        f"SELECT ?x {{ VALUES (?x ?y) {{ {many} }} }}",
        f"SELECT ?x {{ VALUES (?x ?y) {{ {many} }} }} LIMIT {_MOST + 1}",
        f"CONSTRUCT {{ sam:a sam:b ?y }} WHERE {{ VALUES (?x ?y) {{ {many} }} }}",
    ):
        with pytest.raises(errors.RowLimitReached) as caught:
            store.run(query)
        assert caught.value.rows == _MOST
    few = f"SELECT ?x {{ VALUES (?x ?y) {{ {many} }} }} LIMIT {_MOST}"
    assert len(list(store.select(few))) == _MOST
    assert (
        len(
            store.construct(
                f"CONSTRUCT {{ sam:a sam:b ?y }} WHERE {{ VALUES (?x ?y) {{ {many} }} }} LIMIT 40"
            )
        )
        == 7
    )


def test_virtuoso_that_gives_up_is_told(virtuoso: str) -> None:
    with pytest.raises(errors.GaveUp):
        RemoteStore(Endpoint(virtuoso, 60)).select(HEAVY)


def test_oxigraph_that_gives_up_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    large = Dataset()
    large.add(_ONE, [ox.Triple(_A, _P, ox.Literal(n)) for n in range(3000)])
    heavy = "SELECT (SUM(?o) AS ?n) { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }"
    with servers.oxigraph_server(tmp_path_factory.mktemp("oxigraph"), "--timeout-s", "1") as server:
        servers.load(server, large)
        with pytest.raises(errors.GaveUp) as caught:
            RemoteStore(Endpoint(server.query, 60)).select(heavy)
    assert 0.5 < caught.value.seconds < 30


def test_credentials_are_sent_and_never_told(oxigraph: str) -> None:
    store = RemoteStore(Endpoint(oxigraph, 30, Credentials("dba", "hemmeligt")))
    assert store.ask("ASK { ?s ?p ?o }")
    assert "hemmeligt" not in repr(vars(store))


def test_threads_may_share_a_store(oxigraph: str) -> None:
    store, found = RemoteStore(Endpoint(oxigraph, 30)), []

    def ask() -> None:
        found.append(len(list(store.select(f"SELECT ?o {{ {_B} ?p ?o }}"))))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [len(_TEXTS)] * 8


def test_process_is_left_as_it_was(oxigraph: str) -> None:
    program = f"""
import sys, urllib.request
from samspil.store.endpoint import Credentials, Endpoint
from samspil.store.remote import RemoteStore
store = RemoteStore(Endpoint({oxigraph!r}, 30, Credentials("dba", "dba")))
assert "SPARQLWrapper" not in sys.modules
assert store.ask("ASK {{ ?s ?p ?o }}")
assert "SPARQLWrapper" in sys.modules
assert "rdflib" not in sys.modules
assert urllib.request._opener is None
"""
    subprocess.run([sys.executable, "-W", "error", "-c", program], check=True)
