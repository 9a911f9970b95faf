"""Each shape finds what it is there to find, and nothing else: every constraint is broken on its own.

All fixtures are validated in one go (see `cases`); each then asks for its own result.
"""

from dataclasses import dataclass

import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.term import Node
from tests.shapes.cases import INVALID, VALID, Case, Found, World, base, ontology, sh, shapes

from samspil.namespaces import SH
from samspil.validation import validate_graph
from samspil.validation.asking import askable
from samspil.validation.reading import Reader


@dataclass(frozen=True)
class Answer:
    """What was found in the fixtures: the cases of each copy, its results, and who reads them."""

    copies: list[list[Case]]
    found: list[dict[Found, Node]]
    reader: Reader

    def of(self, case: Case) -> dict[Found, Node]:
        """Return the results of the copy that a case stands in."""
        return next(found for copy, found in zip(self.copies, self.found, strict=True) if case in copy)

    def neighbours(self, case: Case) -> list[Case]:
        """Return the other cases of its copy."""
        return [other for copy in self.copies if case in copy for other in copy if other != case]


@pytest.fixture(scope="module")
def answer() -> Answer:
    """Validate every fixture at once."""
    world = World([*INVALID, *VALID])
    graph = asked_by_pyoxigraph(world.graph() + ontology())
    results = validate_graph(graph, shapes())
    return Answer(world.copies, world.found(results), Reader(results, shapes(), graph, {}))


def asked_by_pyoxigraph(graph: rdflib.Graph) -> rdflib.Graph:
    """Return the same graph as a validation of files makes it."""
    return askable(graph.serialize(format="nt", encoding="utf-8"))


def test_queries_find_the_same_by_either_engine() -> None:
    by_query = [case for case in INVALID if any("SPARQL" in component for _, component, _ in case.expected())]
    graph = World(by_query).graph() + ontology()
    theirs, ours = (validate_graph(one, shapes()) for one in (graph, asked_by_pyoxigraph(graph)))

    assert len(by_query) > 5
    assert isomorphic(theirs, ours)


def test_graph_that_was_changed_is_asked_as_it_is_now() -> None:
    graph = asked_by_pyoxigraph(base())
    graph.add((rdflib.URIRef("urn:a"), rdflib.URIRef("urn:b"), rdflib.Literal(1)))
    assert len(graph.query("SELECT * { <urn:a> ?p ?o }")) == 1
    graph.remove((rdflib.URIRef("urn:a"), None, None))
    assert len(graph.query("SELECT * { <urn:a> ?p ?o }")) == 0


def test_nothing_is_found_in_the_base_graph() -> None:
    results: rdflib.Graph = validate_graph(ontology() + base(), shapes())

    assert list(results.objects(None, sh("result"))) == []


def test_nothing_but_what_the_cases_expect_is_found(answer: Answer) -> None:
    for copy, found in zip(answer.copies, answer.found, strict=True):
        expected = set().union(*(case.expected() for case in copy))

        assert set(found) - expected == set()
        assert expected - set(found) == set()


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.name)
def test_constraint_is_found_broken_with_its_severity_and_both_messages(case: Case, answer: Answer) -> None:
    found = [answer.reader.finding(answer.of(case)[expected]) for expected in sorted(case.expected())]

    assert {SH + finding.severity.name.capitalize() for finding in found} == {case.severity}
    assert {frozenset(finding.message.items()) for finding in found} == {case.messages}


@pytest.mark.parametrize("case", VALID, ids=lambda case: case.name)
def test_valid_case_is_left_alone(case: Case, answer: Answer) -> None:
    others = set().union(*(other.expected() for other in answer.neighbours(case)))

    assert {result for result in answer.of(case) if result[2] in case.touched()} - others == set()
