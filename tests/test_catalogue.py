"""The library as RDF: what SPARQL editors look for is there, in both languages, and runs as it stands."""

import pyoxigraph as ox
import pytest

from samspil.catalogue import QUERIES, describe
from samspil.namespaces import PREFIXES
from samspil.pipeline import Register
from samspil.queries import parse_question
from samspil.store.local import LocalStore

# What SPARQL editors ask a server for: its examples, and the prefixes that it declares.
EXAMPLES = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?example ?comment ?query WHERE {
  ?example a sh:SPARQLExecutable ; rdfs:label|rdfs:comment ?comment ; sh:select|sh:ask|sh:construct ?query .
} ORDER BY ?example ?comment"""
DECLARED = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT DISTINCT ?prefix ?namespace WHERE { [] sh:namespace ?namespace ; sh:prefix ?prefix }"""


@pytest.fixture(scope="module")
def described(register: Register) -> ox.Store:
    """Return a store that holds the description of the shipped library and nothing else."""
    store = ox.Store()
    store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in describe(register.library))
    return store


def _rows(store: ox.Store, query: str) -> list[tuple[str, ...]]:
    """Return the texts of a query's answer."""
    found = store.query(query)
    assert isinstance(found, ox.QuerySolutions)
    return [tuple(term.value for term in row if not isinstance(term, ox.Triple | None)) for row in found]


def test_an_editor_finds_every_question_in_both_languages(register: Register, described: ox.Store) -> None:
    rows = _rows(described, EXAMPLES)
    for question in register.library:
        iri = f"https://w3id.org/samspil/query/{question.name}"
        assert {row[1] for row in rows if row[0] == iri} == {question.summary["da"], question.summary["en"]}
    assert len({row[0] for row in rows}) == len(register.library.names())


def test_an_editor_finds_every_prefix(described: ox.Store) -> None:
    assert set(_rows(described, DECLARED)) == set(PREFIXES.items())


def test_every_text_runs_as_it_stands(register: Register, described: ox.Store) -> None:
    for _, _, text in _rows(described, EXAMPLES):
        assert "#+" not in text
        assert register.store.run(text) is not None


def test_the_form_of_a_query_names_its_class() -> None:
    for form, kind in (
        ("SELECT * { ?s ?p ?o }", "SPARQLSelectExecutable"),
        ("ASK { }", "SPARQLAskExecutable"),
        ("# SELECT\nCONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "SPARQLConstructExecutable"),
        ('PREFIX select: <urn:select> ASK { ?s ?p "SELECT" }', "SPARQLAskExecutable"),
    ):
        classes = {
            triple.object.value.rpartition("#")[2]
            for triple in describe([parse_question(form, "mine/one")])
            if isinstance(triple.object, ox.NamedNode) and triple.predicate.value.endswith("#type")
        }
        assert classes == {"SPARQLExecutable", kind}


def test_the_description_has_no_blank_node_and_the_same_bytes_each_time(register: Register) -> None:
    first = describe(register.library)
    assert first == describe(register.library)
    assert not [t for t in first if isinstance(t.subject, ox.BlankNode) or isinstance(t.object, ox.BlankNode)]


def test_the_description_is_a_graph_beside_the_register_and_no_part_of_its_merge(register: Register) -> None:
    within = EXAMPLES.replace("WHERE {", f"WHERE {{ GRAPH <{QUERIES}> {{").replace("} ORDER", "} } ORDER")
    register.dataset.add(QUERIES, describe(register.library))
    try:
        store = LocalStore(register.dataset)
        assert len(list(store.select(within))) == 2 * len(register.library.names())
        assert list(store.select(EXAMPLES)) == []
    finally:
        register.dataset.remove(QUERIES)
