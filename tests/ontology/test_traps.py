"""The traps of ORG and PROV: each is sprung by a small graph that a well-meaning editor could write."""

from pathlib import Path
from typing import Final

import pyoxigraph as ox
import pytest
import rdflib
from tests.ontology.published import ROOT, read
from tests.ontology.reasoning import closure, contradictions, for_reasoners, model

from samspil.namespaces import ORG, RDF, RDFS

HERE: Final = Path(__file__).parent
WRONG: Final = sorted((HERE / "wrong").glob("*.ttl"))
EXAMPLE: Final = "https://example.org/"

# Name of a wrong graph to the thing in it that becomes impossible.
IMPOSSIBLE: Final = {
    "consideration-with-an-agent": "consideration",
    "cooperation-that-is-its-company": "reno-djurs",
    "person-in-a-cooperation": "mayor",
    "seat-in-a-cooperation": "seat",
    "shared-identifier": "secretariat",
    "two-cooperations-in-one-participation": "steering-group",
    "two-members-in-one-participation": "syddjurs",
    "unit-of-a-cooperation": "cooperation",
}

# ORG allows a post to be an organisation, so no reasoner can object to any but a sam:Seat; the shapes do the
# rest. And two organisations with different identifiers are just that.
ALLOWED: Final = f"""
<{EXAMPLE}post/c> a <{ORG}OrganizationalCollaboration> ; <{ORG}hasMember> <{EXAMPLE}post/p> .
<{EXAMPLE}post/p> a <{ORG}Post> .
<{EXAMPLE}other/a> <{ORG}identifier> "1" .
<{EXAMPLE}other/b> <{ORG}identifier> "2" .
"""


@pytest.fixture(scope="module")
def closed() -> rdflib.Graph:
    """Close all graphs at once, for the time that it takes: no two of them speak of the same thing."""
    ontology = model("org", "foaf", "prov")
    graphs = for_reasoners(read([*WRONG, HERE / "right.ttl"]), ontology)
    allowed = (quad.triple for quad in ox.parse(ALLOWED, format=ox.RdfFormat.TURTLE))
    return closure([*ontology, *graphs, *allowed])


def test_every_wrong_graph_has_its_trap() -> None:
    assert {path.stem for path in WRONG} == set(IMPOSSIBLE)


@pytest.mark.parametrize(("name", "thing"), IMPOSSIBLE.items())
def test_wrong_graph_contradicts_the_ontology(name: str, thing: str, closed: rdflib.Graph) -> None:
    assert any(f"{EXAMPLE}{name}/{thing}" in report for report in contradictions(closed))


def test_each_contradiction_lies_within_one_wrong_graph(closed: rdflib.Graph) -> None:
    reported = {report.split(EXAMPLE)[1].split("/")[0] for report in contradictions(closed)}
    assert reported == set(IMPOSSIBLE)


def test_post_as_a_member_becomes_an_organisation(closed: rdflib.Graph) -> None:
    post = rdflib.URIRef(EXAMPLE + "post/p")
    assert (post, rdflib.RDF.type, rdflib.URIRef(ORG + "Organization")) in closed


def test_only_an_equal_identifier_makes_one_of_two(closed: rdflib.Graph) -> None:
    same = {(one, other) for one, other in closed.subject_objects(rdflib.OWL.sameAs) if one != other}
    merged = {str(thing).removeprefix(EXAMPLE).split("/")[0] for pair in same for thing in pair}
    assert merged & {"shared-identifier", "other", "right"} == {"shared-identifier"}


def test_no_property_has_a_range_that_infers() -> None:
    """Above all not xsd:date, which is not in the OWL 2 datatype map."""
    own = read(sorted((ROOT / "ontology").glob("*.ttl")))
    assert [triple for triple in own if triple.predicate.value in {RDFS + "range", RDFS + "domain"}] == []


def test_data_springs_no_trap_of_a_property() -> None:
    used = {triple.predicate.value for triple in read(sorted((ROOT / "data").glob("*.ttl")))}
    assert RDF + "type" in used
    assert {ORG + "identifier", ORG + "hasUnit"} & used == set()
