"""Every term of the ontology is named, called, defined and placed as the house rules say."""

from pathlib import Path
from typing import Final

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from rdflib.namespace import DCTERMS, OWL, RDF, SH, VANN
from rdflib.term import Node
from tests.ontology.published import ROOT, read

from samspil import __version__
from samspil.namespaces import BASE, SAM

ONTOLOGY: Final = sorted((ROOT / "ontology").glob("*.ttl"))
CHECKS: Final = sorted((Path(__file__).parent / "checks").glob("*.rq"))
SHAPES: Final = ROOT / "shapes" / "ontology.ttl"

PREFIXES: Final = """
@prefix sam: <https://w3id.org/samspil/model/> .
@prefix concept: <https://w3id.org/samspil/concept/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

# Check to what it must find when this is added to the ontology: the first column of its rows.
WRONG: Final = {
    "class-without-parent": ("sam:Orphan a owl:Class .", {SAM + "Orphan"}),
    "concept-unlike-its-class": (
        "<https://w3id.org/samspil/concept/actor-type/council> skos:prefLabel 'udvalg'@da .",
        {BASE + "concept/actor-type/council"},
    ),
    "cooperation-without-shortcut": ("sam:Alliance rdfs:subClassOf sam:Cooperation .", {SAM + "Alliance"}),
    "definition-circle": (
        "sam:Club a owl:Class ; rdfs:label 'klub'@da ; skos:definition 'en lille klub'@da .",
        {SAM + "Club"},
    ),
    "definition-wording": (
        """sam:A rdfs:isDefinedBy sam: ; skos:definition 'typisk aktør'@da .
        sam:B rdfs:isDefinedBy sam: ; skos:definition 'aktør der ikke er part'@da .
        sam:C rdfs:isDefinedBy sam: ; skos:definition 'en aktør'@da .
        sam:D rdfs:isDefinedBy sam: ; skos:definition 'An actor that usually pays.'@en .""",
        {SAM + name for name in "ABCD"},
    ),
    "duplicate-definition": (
        "sam:Firm rdfs:isDefinedBy sam: ;"
        " skos:definition 'organisation der driver virksomhed på ejernes vegne'@da .",
        {SAM + "Firm", SAM + "Company"},
    ),
    "duplicate-label": (
        """sam:Deal rdfs:isDefinedBy sam: ; rdfs:label 'aftale'@da .
        <https://w3id.org/samspil/concept/role/part> skos:inScheme concept:role ;
          skos:prefLabel 'part'@da .""",
        {SAM + "Deal", SAM + "Agreement", BASE + "concept/role/part", BASE + "concept/role/party"},
    ),
    "hierarchy-cycle": (
        "sam:Cooperation rdfs:subClassOf sam:FormalPartnership .",
        {SAM + "Cooperation", SAM + "FormalPartnership"},
    ),
    "inferring-axiom": (
        "sam:signed rdfs:range xsd:date . sam:FormalPartnership owl:equivalentClass org:Organization .",
        {SAM + "signed", SAM + "FormalPartnership"},
    ),
    "minted-elsewhere": ("org:Alliance a owl:Class .", {"http://www.w3.org/ns/org#Alliance"}),
    "property-without-ends": (
        """sam:loose a owl:ObjectProperty .
        sam:dated a owl:ObjectProperty ; schema:domainIncludes sam:Agreement ; schema:rangeIncludes xsd:date .
        sam:owing a owl:DatatypeProperty ; schema:domainIncludes sam:Agreement ;
          schema:rangeIncludes sam:Company .""",
        {SAM + "loose", SAM + "dated", SAM + "owing"},
    ),
    "several-kinds": ("sam:signed a owl:ObjectProperty .", {SAM + "signed"}),
    "shortcut-out-of-line": (
        """sam:alliedWith sam:shortcutFor sam:Cooperation ; rdfs:subPropertyOf sam:cooperatesWith .
        sam:partOf a owl:SymmetricProperty ; rdfs:subPropertyOf sam:formalPartnerOf ;
          sam:shortcutFor sam:StrategicPartnership .""",
        {SAM + "alliedWith", SAM + "partOf"},
    ),
    "undefined-term": (
        "sam:signed skos:example sam:Nowhere . sam:Half a owl:Class .",
        {SAM + "Nowhere", SAM + "Half"},
    ),
    "unknown-drawing": (
        """sam:owner sam:drawnAs "arrow" . sam:Site sam:drawnAs "node" ; sam:colour "#000000" .
        sam:owned sam:drawnAs "relation" ; sam:dash "solid" . sam:coordinates sam:drawnAs "place" .
        sam:hasParty sam:drawnAs "place" .""",
        {SAM + name for name in ("owner", "Site", "owned", "hasParty")},
    ),
}

ROLE: Final = """
concept:role a skos:ConceptScheme ; skos:prefLabel 'rolle'@da , 'role'@en ; rdfs:isDefinedBy concept: .
"""
TERM: Final = """ ; rdfs:label 'x'@da , 'y'@en ; skos:definition 'noget'@da , 'Something.'@en ;
  skos:example 'x'@da , 'y'@en ; rdfs:isDefinedBy sam: .
"""
CONCEPT: Final = """ ; skos:prefLabel 'x'@da , 'y'@en ; skos:definition 'noget'@da , 'Something.'@en ;
  skos:inScheme concept:role ; rdfs:isDefinedBy concept: .
"""
CLASS: Final = "sam:Thing a owl:Class" + TERM
X: Final = "<https://w3id.org/samspil/concept/role/x> a skos:Concept" + CONCEPT
SCHEME: Final = (
    "concept:rule a skos:ConceptScheme ; skos:prefLabel 'r'@da , 'r'@en ; rdfs:isDefinedBy concept: ."
)

# A term that is right, the words in it to replace, what to put there, and the one shape that must notice.
FLAWED: Final = (
    (CLASS, "sam:Thing", "sam:thing", "OntologyClassName"),
    (CLASS, "sam:Thing", "org:Thing", "OntologyClassName"),
    (CLASS, "rdfs:label 'x'@da ,", "rdfs:label", "OntologyLabel"),
    (CLASS, "rdfs:label 'x'@da", "rdfs:label ' x'@da", "OntologyLabel"),
    (CLASS, "rdfs:label", "rdfs:label 'z'@da ,", "OntologyLabel"),
    (CLASS, "'noget'", "'Noget'", "OntologyDanishDefinition"),
    (CLASS, "'noget'", "'noget.'", "OntologyDanishDefinition"),
    (CLASS, "Something.", "Something", "OntologyEnglishDefinition"),
    (CLASS, "Something.", "something.", "OntologyEnglishDefinition"),
    (CLASS, "definition", "definition 'något'@sv ,", "OntologyDefinitionCount"),
    (CLASS, "skos:example 'x'@da ,", "skos:example", "OntologyExample"),
    (CLASS, "By sam:", "By org:", "OntologyDefinedByModel"),
    ("sam:thing a owl:ObjectProperty" + TERM, "sam:thing", "sam:Thing", "OntologyPropertyName"),
    ("sam:thing a owl:DatatypeProperty" + TERM, "sam:thing", "sam:some_thing", "OntologyPropertyName"),
    ("sam:thing a owl:AnnotationProperty" + TERM, "rdfs:label 'x'@da ,", "rdfs:label", "OntologyLabel"),
    (X, "role/x", "role/X", "OntologyConceptName"),
    (X, "'y'@en", "'y'@sv", "OntologyPreferredLabel"),
    (X, "concept:role", "concept:rule", "OntologyConceptScheme"),
    (X, "By concept:", "By sam:", "OntologyDefinedByConcepts"),
    (X, "'noget'", "'Noget'", "OntologyDanishDefinition"),
    (SCHEME, "concept:rule", "concept:Rule", "OntologySchemeName"),
    (SCHEME, "'r'@da ,", "", "OntologyPreferredLabel"),
    (SCHEME, "By concept:", "By sam:", "OntologyDefinedByConcepts"),
)


def ask(check: Path, more: str = "") -> set[str]:
    """Return the first column of what a check finds in the ontology, to which more may be added."""
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in read(ONTOLOGY))
    store.load(PREFIXES + more, ox.RdfFormat.TURTLE)
    rows = store.query(check.read_text(encoding="utf-8"))
    assert isinstance(rows, ox.QuerySolutions)
    return {str(row[0]).strip("<>") for row in rows}


def languages(graph: rdflib.Graph, subject: Node, predicate: Node) -> list[str]:
    """Return the language of each value, sorted."""
    texts = graph.objects(subject, predicate)
    return sorted(str(text.language) for text in texts if isinstance(text, rdflib.Literal))


def stumbling(turtle: str) -> set[str]:
    """Return the shapes by which a graph is found wrong, without their namespace."""
    shapes = rdflib.Graph().parse(SHAPES)
    data = rdflib.Graph().parse(data=turtle, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    return {str(shape).removeprefix(BASE + "shape/") for shape in report.objects(None, SH.sourceShape)}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.stem)
def test_check_finds_nothing(check: Path) -> None:
    assert ask(check) == set()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.stem)
def test_check_finds_what_is_wrong(check: Path) -> None:
    turtle, found = WRONG[check.stem]
    assert ask(check, turtle) == found


def test_ontology_conforms_to_its_shapes() -> None:
    assert stumbling("\n".join(path.read_text(encoding="utf-8") for path in ONTOLOGY)) == set()


@pytest.mark.parametrize(("right", "words", "wrong", "shape"), FLAWED)
def test_shape_finds_what_is_wrong(right: str, words: str, wrong: str, shape: str) -> None:
    assert stumbling(PREFIXES + ROLE + right) == set()
    assert stumbling(PREFIXES + ROLE + right.replace(words, wrong)) == {shape}


def test_abbreviation_may_begin_a_danish_definition() -> None:
    assert stumbling(PREFIXES + CLASS.replace("'noget'", "'FN-organ'")) == set()


def test_every_shape_is_seen_to_fail() -> None:
    shapes = rdflib.Graph().parse(SHAPES)
    assert {BASE + "shape/" + flaw[-1] for flaw in FLAWED} == {
        str(shape) for shape in shapes.subjects(SH.message)
    }


def test_every_constraint_speaks_both_languages() -> None:
    shapes = rdflib.Graph().parse(SHAPES)
    checking = {*shapes.subjects(SH.path), *shapes.subjects(SH.pattern)} - set(
        shapes.objects(None, SH.qualifiedValueShape)
    )
    for shape in checking:
        assert languages(shapes, shape, SH.message) == ["da", "en"]


def test_header_says_what_a_register_of_ontologies_asks_for() -> None:
    graph = rdflib.Graph().parse(ROOT / "ontology" / "samspil.ttl")
    model = rdflib.URIRef(SAM)
    said = {str(prop) for prop in graph.predicates(model)}
    required = {"title", "description", "creator", "publisher", "license", "created", "issued", "modified"}
    required |= {"language", "source", "bibliographicCitation"}
    assert {str(DCTERMS[name]) for name in required} <= said
    assert {"http://purl.org/ontology/bibo/status"} <= said
    for name in ("title", "description"):
        assert languages(graph, model, DCTERMS[name]) == ["da", "en"]
    assert str(graph.value(model, VANN.preferredNamespacePrefix)) == "sam"
    assert str(graph.value(model, VANN.preferredNamespaceUri)) == SAM


def test_version_is_that_of_the_program() -> None:
    graph = rdflib.Graph().parse(ROOT / "ontology" / "samspil.ttl")
    model = rdflib.URIRef(SAM)
    assert graph.value(model, OWL.versionIRI) == rdflib.URIRef(SAM + __version__)
    assert str(graph.value(model, OWL.versionInfo)) == __version__
    assert list(graph.subjects(RDF.type, OWL.Ontology)) == [model]
