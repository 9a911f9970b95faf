"""The engine in this process: what it answers, what it refuses, and what it says about a mistake."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.dataset import Dataset
from samspil.errors import QuerySyntaxError, ServiceFailed, ServiceRefused, UnknownFormat
from samspil.identifiers import graph
from samspil.store import FORMATS, Store
from samspil.store.local import LocalStore

_A, _B, _P = (ox.NamedNode(f"https://example.org/{name}") for name in "abp")
_ONE, _TWO = graph("one"), graph("two")


@pytest.fixture
def store() -> LocalStore:
    """Return a store over two graphs that share one of their statements."""
    dataset = Dataset()
    dataset.add(_ONE, [ox.Triple(_A, _P, _B), ox.Triple(_A, _P, ox.Literal('å, "b"\nc', language="da"))])
    dataset.add(_TWO, [ox.Triple(_A, _P, _B)])
    return LocalStore(dataset)


def test_store_keeps_the_protocol(store: LocalStore) -> None:
    kept: Store = store
    assert kept.ask("ASK { ?s ?p ?o }")


def test_statement_that_two_graphs_make_counts_once(store: LocalStore) -> None:
    ((count,),) = store.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert count == ox.Literal(2)


def test_named_graphs_tell_sources_apart(store: LocalStore) -> None:
    rows = store.select(f"SELECT ?g {{ GRAPH ?g {{ {_A} {_P} {_B} }} }} ORDER BY ?g")
    assert list(rows) == [(ox.NamedNode(_ONE),), (ox.NamedNode(_TWO),)]


def test_our_prefixes_need_no_declaration(store: LocalStore) -> None:
    assert not store.ask("ASK { ?s a sam:Cooperation }")
    assert store.ask(f"PREFIX sam: <https://example.org/> ASK {{ sam:a sam:p {_B} }}")


def test_what_is_added_to_the_dataset_is_in_the_next_answer() -> None:
    dataset = Dataset()
    store = LocalStore(dataset)
    assert not store.ask("ASK { ?s ?p ?o }")
    dataset.add(_ONE, [ox.Triple(_A, _P, _B)])
    assert store.ask("ASK { ?s ?p ?o }")


def test_row_is_terms_in_the_order_of_its_variables(store: LocalStore) -> None:
    rows = store.select(f"SELECT ?o ?nothing ?s {{ ?s ?p ?o . FILTER (?o = {_B}) }}")
    assert rows.variables == ["o", "nothing", "s"]
    assert list(rows) == [(_B, None, _A)]


def test_construct_and_describe_give_distinct_sorted_triples(store: LocalStore) -> None:
    made = store.construct("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
    assert made == sorted(made, key=str)
    assert len(made) == 2
    assert store.construct(f"DESCRIBE {_A}") == made


@pytest.mark.parametrize(
    ("format", "expected"),
    [
        ("csv", b'o\r\n"\xc3\xa5, ""b""\nc"\r\n'),
        ("tsv", b'?o\n"\xc3\xa5, \\"b\\"\\nc"@da\n'),
    ],
)
def test_rows_are_written_by_the_standard(store: LocalStore, format: str, expected: bytes) -> None:
    assert store.select("SELECT ?o { ?s ?p ?o FILTER (isLiteral(?o)) }").serialize(format) == expected


@pytest.mark.parametrize("format", ["json", "xml", "tsv"])
def test_written_rows_read_back_as_they_were(store: LocalStore, format: str) -> None:
    query = "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?o"
    back = ox.parse_query_results(store.select(query).serialize(format), format=FORMATS[format])
    assert isinstance(back, ox.QuerySolutions)
    assert [tuple(row) for row in back] == list(store.select(query))


def test_rows_of_no_solution_still_name_their_variables(store: LocalStore) -> None:
    written = store.select("SELECT ?x { ?x <https://example.org/none> ?y }").serialize("json")
    assert json.loads(written) == {"head": {"vars": ["x"]}, "results": {"bindings": []}}


def test_rows_are_read_once(store: LocalStore) -> None:
    rows = store.select("SELECT ?s { ?s ?p ?o }")
    list(rows)
    with pytest.raises(RuntimeError, match="once"):
        rows.serialize("csv")


def test_unknown_format_names_those_there_are(store: LocalStore) -> None:
    with pytest.raises(UnknownFormat) as caught:
        store.select("SELECT ?s { ?s ?p ?o }").serialize("table")
    assert caught.value.suggestions == ["csv", "json", "tsv", "xml"]


@pytest.mark.parametrize(
    ("method", "query", "detail"),
    [
        ("select", "ASK { ?s ?p ?o }", "a SELECT query is expected"),
        ("construct", "SELECT * { ?s ?p ?o }", "a CONSTRUCT or DESCRIBE query is expected"),
        ("construct", "ASK { ?s ?p ?o }", "a CONSTRUCT or DESCRIBE query is expected"),
        ("ask", "SELECT * { ?s ?p ?o }", "an ASK query is expected"),
    ],
)
def test_query_of_another_form_is_refused(store: LocalStore, method: str, query: str, detail: str) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        getattr(store, method)(query)
    assert caught.value.detail == detail


# --- mistakes ----------------------------------------------------------------------------------------


def test_mistake_is_named_with_its_place() -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        LocalStore(Dataset()).run("SELECT ?x {\n  ?x a foo:Bar }")
    error = caught.value
    assert (error.source, error.line, error.column, error.excerpt) == ("query", 2, 8, "  ?x a foo:Bar }")


@given(st.text(alphabet="SELECT*?xyz{}()<>.:\"'\\# \nab12æ", max_size=40))
def test_any_text_is_answered_or_refused(text: str) -> None:
    try:
        LocalStore(Dataset()).run(text)
    except QuerySyntaxError as error:
        assert error.message("da")
        assert error.line >= 1
        assert error.column >= 1


# --- what it never does unasked ----------------------------------------------------------------------


@contextmanager
def _listening() -> Iterator[tuple[str, list[bytes]]]:
    """Yield the address of a server that answers no row, and the requests that reach it."""
    requests: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            requests.append(self.rfile.read(int(self.headers["Content-Length"])))
            answer = b'{"head":{"vars":[]},"results":{"bindings":[{}]}}'
            self.send_response(500 if self.path == "/broken" else 200)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", requests
        finally:
            server.shutdown()
            thread.join()


def test_service_is_asked_only_where_the_user_named_it(store: LocalStore) -> None:
    with _listening() as (named, asked), _listening() as (other, contacted):
        dataset = Dataset()
        dataset.add(_ONE, [ox.Triple(_A, _P, _B)])
        permitted = LocalStore(dataset, services=[f"{named}/sparql"])
        query = "SELECT ?s { ?s ?p ?o SERVICE <%s> { } }"
        assert list(permitted.select(query % f"{named}/sparql")) == [(_A,)]
        assert len(asked) == 1
        for refusing, address in ((permitted, other), (permitted, f"{named}/"), (store, f"{named}/sparql")):
            with pytest.raises(ServiceRefused) as caught:
                refusing.run(query % address)
            assert caught.value.address == address
            assert f"--allow-service {address}" in caught.value.message("da")
    assert (len(asked), contacted) == (1, [])


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed_from_a_named_service(status: int) -> None:
    with _listening() as (other, contacted), HTTPServer(("127.0.0.1", 0), _redirect(status, other)) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}/sparql"
        with pytest.raises(ServiceFailed):
            LocalStore(Dataset(), [address]).run(f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}")
        thread.join()
    assert contacted == []


def _redirect(status: int, address: str) -> type[BaseHTTPRequestHandler]:
    """Return what answers every request with a redirect."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Location", address)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler


def test_a_service_that_fails_is_an_error_unless_the_query_is_silent_about_it() -> None:
    with _listening() as (address, _):
        broken = f"{address}/broken"
        store = LocalStore(Dataset(), [broken])
        for form in ("SELECT * {{ {} }}", "ASK {{ {} }}", "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {} }}"):
            with pytest.raises(ServiceFailed) as caught:
                store.run(form.format(f"SERVICE <{broken}> {{ ?s ?p ?o }}"))
            assert "500" in caught.value.detail
        assert list(store.select(f"SELECT * {{ SERVICE SILENT <{broken}> {{ ?s ?p ?o }} }}")) == [
            (None, None, None)
        ]


def test_deep_nesting_is_refused_before_the_parser_runs_out_of_stack(store: LocalStore) -> None:
    for query in (
        "SELECT * " + "{" * 5000,
        f"ASK {{ FILTER ({'!' * 5000}?x) }}",
        "ASK { FILTER " + "(" * 5000,
    ):
        with pytest.raises(QuerySyntaxError, match="nested more than 100 deep"):
            store.run(query)


def test_store_changes_no_file(store: LocalStore, tmp_path: Path) -> None:
    with pytest.raises(QuerySyntaxError):
        store.run(f"LOAD <file://{tmp_path}/x.ttl>")
    assert list(tmp_path.iterdir()) == []
