"""Every term of others that we use is one that its vocabulary has."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox
import pytest
from tests.ontology.published import PACKAGES, ROOT, defined_terms, read, vocabulary, vocabulary_of

from samspil.namespaces import BASE, RDF, RDFS, SAM, SKOS

FILES: Final = sorted(
    path for folder in ("ontology", "shapes", "data") for path in (ROOT / folder).glob("*.ttl")
)
ALIGNMENTS: Final = ROOT / "ontology" / "alignments.ttl"
HIERARCHY: Final = {RDFS + "subClassOf", RDFS + "subPropertyOf"}


def iris(triples: Iterator[ox.Triple]) -> Iterator[str]:
    """Yield every IRI of some triples, the datatypes of literals among them."""
    for triple in triples:
        for term in triple:
            named = term.datatype if isinstance(term, ox.Literal) else term
            if isinstance(named, ox.NamedNode):
                yield named.value


def unknown(triples: Iterator[ox.Triple]) -> set[str]:
    """Return the IRIs in a published namespace that its vocabulary does not have."""
    found = ((iri, vocabulary_of(iri)) for iri in iris(triples))
    return {iri for iri, namespace in found if namespace and iri not in defined_terms(namespace)}


def of_no_vocabulary(triples: Iterator[ox.Triple]) -> set[str]:
    """Return the properties and classes that neither we nor a known vocabulary define."""
    terms = set()
    for triple in triples:
        terms.add(triple.predicate.value)
        if triple.predicate.value == RDF + "type" and isinstance(triple.object, ox.NamedNode):
            terms.add(triple.object.value)
    return {iri for iri in terms if not iri.startswith(SAM) and vocabulary_of(iri) is None}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_foreign_term_exists(path: Path) -> None:
    assert unknown(read([path])) == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_term_is_ours_or_of_a_known_vocabulary(path: Path) -> None:
    assert of_no_vocabulary(read([path])) == set()


def test_misspelt_term_is_found() -> None:
    turtle = "@prefix org: <http://www.w3.org/ns/org#> . org:subOrganisationOf org:memberOf <urn:x:y> ."
    triples = (quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    assert unknown(triples) == {"http://www.w3.org/ns/org#subOrganisationOf"}


def test_term_of_an_unknown_vocabulary_is_found() -> None:
    triple = ox.Triple(ox.NamedNode("urn:x:a"), ox.NamedNode("urn:x:made-up"), ox.NamedNode("urn:x:b"))
    assert of_no_vocabulary(iter([triple])) == {"urn:x:made-up"}


def test_axiom_about_a_foreign_term_is_its_vocabularys_own() -> None:
    restated = [triple for triple in read([ALIGNMENTS]) if triple.predicate.value in HIERARCHY]
    foreign = [triple for triple in restated if not str(triple.subject).startswith(f"<{BASE}")]
    published = {triple for package in PACKAGES.values() for triple in vocabulary(package)}
    assert len(foreign) > 5
    assert [triple for triple in foreign if triple not in published] == []


def test_alignments_only_match_or_restate() -> None:
    matches = {SKOS + name for name in ("closeMatch", "broadMatch", "narrowMatch", "relatedMatch")}
    for triple in read([ALIGNMENTS]):
        ours = str(triple.subject).startswith(f"<{SAM}")
        assert triple.predicate.value in (matches if ours else HIERARCHY)
        assert not str(triple.object).startswith(f"<{BASE}")
