"""The engine in this process: what it answers, what it refuses, and what it says about a mistake."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.dataset import Dataset
from samspil.errors import QuerySyntaxError, UnknownFormat
from samspil.identifiers import graph
from samspil.store import FORMATS, Rows, Store
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


@pytest.mark.parametrize(
    ("query", "line", "column", "detail"),
    [
        ("", 1, 1, "expected SELECT or ASK or CONSTRUCT or DESCRIBE"),
        ("SELCT ?x { }", 1, 1, "expected SELECT or ASK or CONSTRUCT or DESCRIBE"),
        ("# hej\nPREFIX a: <https://b>\nFOO", 3, 1, "expected SELECT or ASK or CONSTRUCT or DESCRIBE"),
        ("SELECT * {", 1, 11, "expected } or . or { or ( or a variable …"),
        ("SELECT ?x\nWHERE ?s ?p ?o", 2, 7, "expected {"),
        ("SELECT ?x {\n  ?x a foo:Bar }", 2, 8, "the prefix foo: is not declared"),
        ("SELECT ?x { ?y a ?z } GROUP BY ?z", 1, 34, "SELECT names a variable that nothing binds"),
        ("SELECT ?x { ?x a <a b> }", 1, 23, "this is not an absolute IRI"),
        ("SELECT ?x { ?x a 'æ }", 1, 22, "a text is not closed"),
        ("SELECT ?x { ?x a 'å' x }", 1, 25, "this cannot stand here"),
        ("INSERT DATA { <a:b> <a:c> <a:d> }", 1, 1, "this is an update, and a question changes nothing"),
        ("PREFIX a: <https://b>\nclear all", 2, 1, "this is an update, and a question changes nothing"),
    ],
)
def test_mistake_is_named_with_its_place(query: str, line: int, column: int, detail: str) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        LocalStore(Dataset()).run(query)
    error = caught.value
    assert (error.line, error.column, error.detail) == (line, column, detail)
    assert error.excerpt == [*query.split("\n"), ""][line - 1]
    assert f":{line}:{column}:" in error.message("da")


@given(st.text(alphabet="SELECT*?xyz{}()<>.:\"'\\# \nab12æ", max_size=40))
def test_any_text_is_answered_or_refused(text: str) -> None:
    try:
        LocalStore(Dataset()).run(text)
    except QuerySyntaxError as error:
        assert error.message("da")
        assert error.line >= 1
        assert error.column >= 1


# --- what it never does ------------------------------------------------------------------------------

_FAR = "<http://127.0.0.1:9/sparql>"


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ SERVICE {_FAR} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ service silent {_FAR} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p 1SERVICE{_FAR}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p 'x'.SERVICE{_FAR}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ # a comment\n SERVICE{_FAR}{{ ?s ?p ?o }} }}",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:sparql { ?s ?p ?o } }",
        "SELECT * { VALUES ?a { " + _FAR + " } SERVICE ?a { ?s ?p ?o } }",
        f"SELECT * {{ \\u0053ERVICE {_FAR} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p '\\u0027 . SERVICE {_FAR} {{ ?s ?p ?o }} #' }}",
        f"SELECT * {{ FILTER (?a<?b) SERVICE {_FAR} {{ ?s ?p ?o }} FILTER (?a>?b) }}",
        f"ASK {{ FILTER EXISTS {{ SERVICE {_FAR} {{ ?s ?p ?o }} }} }}",
    ],
)
def test_question_never_asks_another_machine(query: str) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        LocalStore(Dataset()).run(query)
    assert caught.value.detail.startswith("SERVICE is not allowed")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p 'SERVICE' }",
        "SELECT ?s { ?s <https://example.org/service> ?o } # SERVICE",
        "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> SELECT ?s { ?s a sd:Service }",
        'SELECT ?s { ?s ?p """a "SERVICE" b""" }',
    ],
)
def test_the_word_alone_is_no_reason_to_refuse(store: LocalStore, query: str) -> None:
    assert isinstance(store.run(query), Rows)


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
