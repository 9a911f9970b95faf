"""Two reasoners, asked whether a set of triples contradicts itself: owlrl, in Python, and HermiT, in Java.

owlrl knows the OWL 2 RL rules. HermiT knows all of OWL 2 DL, and comes with owlready2; it is called by its
own command line, since owlready2 writes its findings back into classes of its own, and stumbles over PROV's.
"""

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import owlrl
import pyoxigraph as ox
import rdflib
from tests.ontology.published import ROOT, axioms, read, vocabulary

from samspil.namespaces import OWL, RDF, XSD

__all__ = ["JAVA", "Verdict", "ask_hermit", "closure", "contradictions", "for_reasoners", "model"]

JAVA: Final = shutil.which("java")

# owlrl reports a contradiction as a triple with this predicate, whose object is the report.
_ERROR: Final = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")

# Things with the same value of a key are the same. The only key that we meet is ORG's, of one property whose
# domain is the class of the key, so that the type need not be asked for.
_SAME_KEY: Final = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT { ?one owl:sameAs ?other } WHERE {
  ?class owl:hasKey [ rdf:first ?key ; rdf:rest rdf:nil ] .
  ?one ?key ?value .
  ?other ?key ?value .
  FILTER (?one != ?other)
}
"""

_KINDS: Final = {OWL + name for name in ("Class", "ObjectProperty", "DatatypeProperty")}


def model(*packages: str) -> list[ox.Triple]:
    """Return the axioms of our ontology and of some published vocabularies."""
    own = axioms(read([ROOT / "ontology" / "samspil.ttl", ROOT / "ontology" / "alignments.ttl"]))
    return [*own, *(triple for package in packages for triple in axioms(vocabulary(package)))]


def for_reasoners(data: Iterable[ox.Triple], ontology: Iterable[ox.Triple]) -> list[ox.Triple]:
    """Return the statements that can take part in a contradiction.

    A property about which no axiom says anything cannot. Of literals, plain strings can be keys; the rest is
    left out: xsd:date and EDTF are not in the OWL 2 datatype map, and HermiT refuses them.
    """
    telling = {str(triple.subject) for triple in ontology if not _declares(triple)}
    return [
        triple
        for triple in data
        if (triple.predicate.value.startswith((RDF, OWL)) or str(triple.predicate) in telling)
        and (not isinstance(triple.object, ox.Literal) or triple.object.datatype.value == XSD + "string")
    ]


def _declares(triple: ox.Triple) -> bool:
    """Tell whether a triple only says that a term is a class or a property."""
    return triple.predicate.value == RDF + "type" and str(triple.object).strip("<>") in _KINDS


def closure(triples: Iterable[ox.Triple]) -> rdflib.Graph:
    """Return all that follows by the OWL 2 RL rules.

    The rule for keys is applied here and kept from owlrl, whose 7.6.2 compares all properties of a key but
    the last (OWLRL.py, rule prp-key): by a key of one property it takes all things for one.
    """
    text = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    graph = rdflib.Graph().parse(data=text, format="nt")
    graph.update(_SAME_KEY)
    graph.remove((None, rdflib.OWL.hasKey, None))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def contradictions(graph: rdflib.Graph) -> list[str]:
    """Return what owlrl found to contradict itself in a closure."""
    return sorted(str(report) for report in graph.objects(None, _ERROR))


@dataclass(frozen=True)
class Verdict:
    """What HermiT says: whether the triples are consistent, its answer, and its complaint if there is one."""

    consistent: bool
    answer: str
    complaint: str


def ask_hermit(triples: Iterable[ox.Triple], folder: Path, *options: str) -> Verdict:
    """Ask HermiT about triples, which it reads from a file in a folder."""
    spec = find_spec("owlready2")
    assert JAVA and spec and spec.origin, (
        "test_hermit skips without Java; owlready2 is a dependency of development"
    )
    jars = Path(spec.origin).parent / "hermit"
    file = folder / "ontology.owl"
    file.write_bytes(ox.serialize(triples, format=ox.RdfFormat.RDF_XML) or b"")
    command = [
        JAVA,
        "-cp",
        f"{jars / 'HermiT.jar'}",
        "org.semanticweb.HermiT.cli.CommandLine",
        *options,
        file.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    return Verdict("InconsistentOntologyException" not in done.stderr, done.stdout, done.stderr)
