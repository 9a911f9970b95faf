"""Terms of a query that no statement has: found in its patterns, with those that are spelt alike."""

import pytest

from samspil.errors import NoSuchTerm
from samspil.pipeline import Register
from samspil.vocabulary import absent_terms, refuse_unknown

_STATUS = "PREFIX status: <https://w3id.org/samspil/concept/status/>"


@pytest.mark.parametrize(
    ("query", "written", "first"),
    [
        ("ASK { ?a a sam:Agreemnt }", "sam:Agreemnt", "sam:Agreement"),
        ("ASK { ?a sam:renew ?b }", "sam:renew", "sam:renews"),
        ("ASK { ?a ^sam:renew+/sam:renews ?b }", "sam:renew", "sam:renews"),
        (f"{_STATUS} ASK {{ ?a ?b ?c FILTER (?c = status:currnt) }}", "status:currnt", "status:current"),
        ("ASK { ?a skos:prefLable ?l }", "skos:prefLable", "skos:prefLabel"),
        (
            "PREFIX s: <http://www.w3.org/2004/02/skos/core#> ASK { ?a s:prefLable ?l }",
            "s:prefLable",
            "s:prefLabel",
        ),
        (
            "ASK { <https://w3id.org/samspil/id/actor/norddjurs-komune> ?p ?o }",
            "<https://w3id.org/samspil/id/actor/norddjurs-komune>",
            "<https://w3id.org/samspil/id/actor/norddjurs-kommune>",
        ),
    ],
)
def test_a_term_that_occurs_nowhere_is_found_with_the_nearest(
    register: Register, query: str, written: str, first: str
) -> None:
    (term,) = absent_terms(register.store, query)
    assert (term.written, term.at, term.alike[0]) == (written, query.index(written), first)


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?a a sam:Agreement ; skos:prefLabel ?l }",
        "CONSTRUCT { ?a sam:newHere <urn:new> } WHERE { ?a a sam:Agreement }",
        "ASK { ?a ?b '2024-01-01'^^xsd:gYear FILTER (DATATYPE(?a) = xsd:duration && xsd:double(?b) > 1) }",
        "ASK { GRAPH <https://w3id.org/samspil/graph/nothing> { ?a ?b ?c } }",
        "SELECT * FROM <urn:nothing> { ?a ?b ?c SERVICE SILENT <urn:nothing> { } }",
        "ASK { ?a ?b ?c FILTER (STRSTARTS(STR(?b), STR(sam:))) } # sam:Nothing",
        "ASK { ?a ?b 'sam:Nothing' }",
        "ASK { ?a ?b '1'^^<urn:nothing> FILTER (<urn:nothing>(?a)) }",
        "PREFIX x: <urn:x> BASE <urn:y> ASK { ?a ?b <relative> }",
    ],
)
def test_what_may_well_be_nowhere_is_passed_over(register: Register, query: str) -> None:
    assert absent_terms(register.store, query) == []


@pytest.mark.parametrize("term", ["<http://a>", "<https://plan>", "<http://www.w3.org/Plan>"])
def test_a_term_of_another_namespace_is_no_suggestion(register: Register, term: str) -> None:
    (absent,) = absent_terms(register.store, f"ASK {{ {term} ?p ?o }}")
    assert (absent.written, absent.alike) == (term, ())


def test_terms_come_in_the_order_of_the_text_and_each_once(register: Register) -> None:
    query = "ASK { ?a skos:nope ?b ; foaf:nope ?c ; skos:nope ?d }"
    assert [term.written for term in absent_terms(register.store, query)] == ["skos:nope", "foaf:nope"]


def test_only_a_name_of_ours_is_refused(register: Register) -> None:
    foreign = absent_terms(register.store, "ASK { ?a skos:prefLable ?l }")
    refuse_unknown(foreign, "", "query")
    query = "ASK {\n  ?a skos:prefLable ?l ; a sam:Agreemnt }"
    with pytest.raises(NoSuchTerm) as caught:
        refuse_unknown(absent_terms(register.store, query), query, "mit.rq")
    error = caught.value
    assert (error.source, error.line, error.column, error.term) == ("mit.rq", 2, 28, "sam:Agreemnt")
    assert "Mente du sam:Agreement" in error.message("da")
