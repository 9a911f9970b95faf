"""A query as it is sent, and the queries made of it that find out whether an answer is whole."""

from typing import cast

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.namespaces import PREFIXES, SAM
from samspil.store.asked import Asked

_STORE = ox.Store()
_STORE.extend(
    ox.Quad(ox.NamedNode(f"https://example.org/{n}"), ox.NamedNode(SAM + "n"), ox.Literal(n))
    for n in range(20)
)


def rows(query: str) -> list[ox.QuerySolution]:
    return list(cast("ox.QuerySolutions", _STORE.query(query)))


@pytest.mark.parametrize(
    ("query", "declared"),
    [
        ("ASK { ?s a ?o }", ""),
        ("ASK { ?s sam:n skos:x }", f"PREFIX sam: <{SAM}> PREFIX skos: <{PREFIXES['skos']}> "),
        ("PREFIX sam: <urn:x>\nASK { ?s sam:n ?o }", ""),
        ("ASK { ?s ?p \"sam:n\", 'sam:n', <urn:sam:n> } # sam:n", ""),
        ("ASK { ?s ?p 1 FILTER(xsd:int(?p) = 1) }", f"PREFIX xsd: <{PREFIXES['xsd']}> "),
        ("ASK { ?s mine:n ?o }", ""),
    ],
)
def test_our_prefixes_are_declared_where_they_are_used(query: str, declared: str) -> None:
    assert Asked(query).declared == declared + query


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * FROM <urn:g> { ?s ?p ?o }", True),
        ("ask from named <urn:g> { ?s ?p ?o }", True),
        ("SELECT ?from { ?from :from 'FROM' } # FROM", False),
        ("SELECT * { ?s <urn:FROM> ?o }", False),
    ],
)
def test_query_that_names_its_graphs_is_known(query: str, expected: bool) -> None:
    assert Asked(query).names_its_graphs is expected


@pytest.mark.parametrize(
    ("query", "limit"),
    [
        ("SELECT * { ?s ?p ?o }", None),
        ("SELECT * { ?s ?p ?o } limit 7", 7),
        ("SELECT * { ?s ?p ?o } OFFSET 3 LIMIT 5 VALUES ?s { <urn:a> }", 5),
        ("SELECT * { { SELECT ?s { ?s ?p ?o } LIMIT 5 } }", None),
        ('SELECT * { ?s ?p "} LIMIT 5" } # LIMIT 6', None),
    ],
)
def test_limit_is_that_of_the_whole_query(query: str, limit: int | None) -> None:
    assert Asked(query).limit == limit


@given(
    limit=st.none() | st.integers(0, 25),
    offset=st.none() | st.integers(0, 25),
    order=st.booleans(),
    values=st.booleans(),
    swapped=st.booleans(),
    comment=st.booleans(),
)
def test_row_after_the_last_is_there_only_when_rows_are_missing(
    limit: int | None, offset: int | None, order: bool, values: bool, swapped: bool, comment: bool
) -> None:
    slices = [
        f"{name} {number}" for name, number in (("LIMIT", limit), ("OFFSET", offset)) if number is not None
    ]
    tail = [
        "ORDER BY (?o + 1)" if order else "",
        *(reversed(slices) if swapped else slices),
        "VALUES ?p { sam:n }" if values else "",
        "# LIMIT 3" if comment else "",
    ]
    asked = Asked(f"SELECT ?s ?o {{ ?s ?p ?o FILTER(?o >= 0) }} {' '.join(tail)}")
    given = rows(asked.declared)
    for cut in range(len(given)):
        assert len(rows(asked.after(cut))) == 1
    if limit is None or len(given) < limit:
        assert rows(asked.after(len(given))) == []


@pytest.mark.parametrize(
    "query",
    [
        "CONSTRUCT { ?s sam:is ?o . ?o sam:of [] } WHERE { ?s sam:n ?o }",
        "CONSTRUCT{?s sam:is '}'}WHERE{?s sam:n ?o}",
        "CONSTRUCT WHERE { ?s sam:n ?o }",
        "CONSTRUCT { } WHERE { ?s sam:n ?o } ORDER BY ?o LIMIT 20",
        "# CONSTRUCT { }\nPREFIX construct: <urn:x> CONSTRUCT { ?s construct:x ?o } { ?s sam:n ?o }",
    ],
)
def test_solutions_are_a_row_each(query: str) -> None:
    asked = Asked(query)
    assert asked.is_construct
    assert len(rows(asked.solutions)) == 20
    assert "20" not in query or asked.limit == Asked(asked.solutions).limit == 20


def test_describe_is_no_construct() -> None:
    assert not Asked("DESCRIBE sam:x").is_construct
