"""Shapes whose property shapes have the targets themselves find what they found before."""

import pyshacl
import pytest
import rdflib
from rdflib.term import Node
from tests.shapes.cases import sh

from samspil.validation.targets import with_targets

PREFIXES = """@prefix : <http://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."""
DATA = """
:a a :City ; :name "A" . :b a :City ; :mayor :c . :c a :Person . :d a :Person ; :name "D", "E" ; :knows :c .
:e a :Town ; :in :b ; :name 5 . :Town rdfs:subClassOf :City .
"""
NAME = "[ sh:path :name ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype <http://www.w3.org/2001/XMLSchema#string> ]"
PARTS = ("focusNode", "resultPath", "value", "sourceConstraintComponent", "resultSeverity")
# What a node shape may say to what is left of its property shapes: none, or all for a reason.
SPREAD = {
    "class": f":S sh:targetClass :City ; sh:property {NAME} .",
    "node": f":S sh:targetNode :a, :b, :nobody ; sh:property {NAME} .",
    "subjects and objects": f":S sh:targetSubjectsOf :mayor ; sh:targetObjectsOf :knows ; sh:property {NAME} .",
    "shared": ":S sh:targetClass :City ; sh:property :N . :T sh:targetClass :Person ; sh:property :N ."
    ":N sh:path :name ; sh:minCount 1 ; sh:severity sh:Info .",
    "has a target already": ":S sh:targetClass :City ; sh:property :N . :N sh:path :name ; sh:minCount 1 ;"
    "sh:targetClass :Person .",
    "nested": f":S sh:targetClass :City ; sh:property [ sh:path :mayor ; sh:property {NAME} ] .",
    "query": f""":S sh:property {NAME} ; sh:target [ a sh:SPARQLTarget ;
        sh:select "SELECT ?this {{ ?this <http://example.org/knows> ?x }}" ] .""",
}
KEPT = {
    "closed": ":S sh:targetClass :City ; sh:closed true ; sh:property [ sh:path :name ; sh:minCount 1 ] .",
    "deactivated": f":S sh:targetClass :City ; sh:deactivated true ; sh:property {NAME} .",
    "referred to": f":S sh:targetClass :Person ; sh:property {NAME} . :T sh:targetClass :City ; sh:node :S .",
    "class of its own": f":City a rdfs:Class, sh:NodeShape ; sh:targetClass :Person ; sh:property {NAME} .",
    "class of another vocabulary": f""":Kind rdfs:subClassOf rdfs:Class . :City a :Kind, sh:NodeShape ;
        sh:targetClass :Person ; sh:property {NAME} .""",
    "no target": f":S a sh:NodeShape ; sh:property {NAME} .",
}


def turtle(text: str) -> rdflib.Graph:
    """Return a graph."""
    return rdflib.Graph().parse(data=PREFIXES + text, format="turtle")


def found(shapes: rdflib.Graph) -> set[tuple[Node | None, ...]]:
    """Return what is found in the data."""
    results = pyshacl.validate(turtle(DATA), shacl_graph=shapes, advanced=True, inplace=True)[1]
    assert isinstance(results, rdflib.Graph)
    return {
        tuple(results.value(result, sh(name)) for name in PARTS)
        for result in results.objects(None, sh("result"))
    }


@pytest.mark.parametrize("text", [*SPREAD.values(), *KEPT.values()], ids=[*SPREAD, *KEPT])
def test_the_same_is_found(text: str) -> None:
    assert found(with_targets(turtle(text))) == found(turtle(text))


@pytest.mark.parametrize("text", SPREAD.values(), ids=SPREAD)
def test_nothing_is_left_with_a_node_shape_that_is_spread(text: str) -> None:
    left = set(with_targets(turtle(text)).subjects(sh("property")))

    assert left.isdisjoint({rdflib.URIRef("http://example.org/S")})
    assert found(turtle(text))


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_a_shape_that_counts_as_a_whole_is_kept(text: str) -> None:
    before, after = turtle(text), with_targets(turtle(text))

    assert len(list(after.subject_objects(sh("property")))) == len(
        list(before.subject_objects(sh("property")))
    )
