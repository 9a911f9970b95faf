"""The ontology, the vocabularies that it specialises and all data together contradict nothing."""

from typing import Final

import pytest
import rdflib
from tests.ontology.published import ROOT, read
from tests.ontology.reasoning import closure, contradictions, for_reasoners, model

from samspil.namespaces import BASE, ORG, SAM

PACKAGES: Final = ("org", "foaf", "prov", "skos")
DATA: Final = sorted((ROOT / "data").glob("*.ttl"))


@pytest.fixture(scope="module")
def everything() -> rdflib.Graph:
    ontology = model(*PACKAGES)
    return closure([*ontology, *for_reasoners(read(DATA), ontology)])


def test_ontology_and_data_do_not_contradict_each_other(everything: rdflib.Graph) -> None:
    assert contradictions(everything) == []


def test_closure_has_reached_the_data(everything: rdflib.Graph) -> None:
    norddjurs = rdflib.URIRef(BASE + "id/actor/norddjurs-kommune")
    assert (norddjurs, rdflib.RDF.type, rdflib.URIRef(SAM + "Municipality")) in everything
    assert (norddjurs, rdflib.RDF.type, rdflib.URIRef(ORG + "Organization")) in everything


def test_no_axiom_makes_one_thing_of_two(everything: rdflib.Graph) -> None:
    same = {(a, b) for a, b in everything.subject_objects(rdflib.OWL.sameAs) if a != b}
    assert {pair for pair in same if str(pair[0]).startswith(BASE + "id/")} == set()


def test_no_axiom_makes_a_formal_organisation_of_a_cooperation(everything: rdflib.Graph) -> None:
    cooperations = set(everything.subjects(rdflib.RDF.type, rdflib.URIRef(SAM + "Cooperation")))
    formal = set(everything.subjects(rdflib.RDF.type, rdflib.URIRef(ORG + "FormalOrganization")))
    assert cooperations
    assert cooperations & formal == set()


def test_no_post_has_become_an_organisation(everything: rdflib.Graph) -> None:
    posts = set(everything.subjects(rdflib.RDF.type, rdflib.URIRef(ORG + "Post")))
    organisations = set(everything.subjects(rdflib.RDF.type, rdflib.URIRef(ORG + "Organization")))
    assert posts
    assert posts & organisations == set()
