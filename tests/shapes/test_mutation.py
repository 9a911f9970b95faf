"""No constraint is idle: without it, some fixture would be judged differently.

Each statement of a shape that constrains something or says what it applies to is taken away in turn, and
the cases of the shapes concerned are validated again, with nothing but those shapes. A shape that SHACL
can no longer read counts as noticed.
"""

from collections.abc import Iterator
from typing import Final

import pytest
import rdflib
from rdflib.term import Node
from tests.shapes.cases import INVALID, VALID, Triple, World, ontology, sh, shapes

from samspil.errors import InvalidShape
from samspil.namespaces import RDF, RDFS, SAM, SH, SKOS
from samspil.validation import validate_graph

# Statements that name and explain; test_meta says that they are there.
_WORDS: Final = {
    *(
        sh(name)
        for name in (
            "name",
            "description",
            "message",
            "group",
            "order",
            "path",
            "prefixes",
            "select",
            "declare",
            "prefix",
            "namespace",
        )
    ),
    *(rdflib.URIRef(RDF + name) for name in ("type", "first", "rest")),
    *(rdflib.URIRef(RDFS + name) for name in ("label", "comment")),
    sh("inversePath"),
    sh("alternativePath"),
}
_DEFAULT: Final = (sh("severity"), sh("Violation"))
_TARGETS: Final = [
    sh(name) for name in ("target", "targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")
]

# What of the ontology the shapes look at: the fewer statements, the faster each of many validations.
_SEEN: Final = {RDF + "type", RDFS + "subClassOf", SKOS + "inScheme", SAM + "shortcutFor"}


def _property_shapes() -> list[rdflib.URIRef]:
    """Return the property shapes that apply by themselves, sorted: those of node shapes with a target."""
    found = {
        name
        for node, name in shapes().subject_objects(sh("property"))
        if any((node, target, None) in shapes() for target in _TARGETS)
    }
    return sorted(name for name in found if isinstance(name, rdflib.URIRef))


def _part(name: rdflib.URIRef) -> rdflib.Graph:
    """Return the shapes that are needed for one property shape: where it applies, and what it refers to."""
    part = rdflib.Graph()
    waiting: list[Node] = [name]
    for node in shapes().subjects(sh("property"), name):
        part.add((node, sh("property"), name))
        for triple in shapes().triples((node, None, None)):
            if triple[1] != sh("property"):
                part.add(triple)
                waiting.append(triple[2])
    while waiting:
        node = waiting.pop()
        for triple in shapes().triples((node, None, None)):
            if triple not in part:
                part.add(triple)
                waiting.append(triple[2])
    return part


def _constraints(part: rdflib.Graph) -> Iterator[Triple]:
    """Yield the statements of shapes that are taken away, sorted."""
    for triple in sorted(part):
        subject, predicate, value = triple
        ours = not isinstance(subject, rdflib.URIRef) or str(subject).startswith("https://w3id.org/samspil/")
        if (
            ours
            and str(predicate).startswith(SH)
            and predicate not in _WORDS
            and (predicate, value) != _DEFAULT
        ):
            yield triple


def _judge(data: rdflib.Graph, part: rdflib.Graph) -> set[tuple[str, ...]] | str:
    """Return what shapes find in a graph, with severities, or that they cannot be used."""
    try:
        results = validate_graph(data, part)
    except InvalidShape as error:
        return error.detail
    names = [sh(name) for name in ("sourceShape", "sourceConstraintComponent", "focusNode", "resultSeverity")]
    return {
        tuple(str(results.value(result, name)) for name in names)
        for result in results.objects(None, sh("result"))
    }


def _world(name: rdflib.URIRef) -> rdflib.Graph:
    """Return the cases of one property shape, with what its constraints look at of the ontology."""
    own = [case for case in [*INVALID, *VALID] if name.endswith(f"/{case.shape}")]
    world = World(own).graph()
    for triple in ontology():
        if str(triple[1]) in _SEEN:
            world.add(triple)
    return world


@pytest.fixture(scope="module")
def unnoticed() -> set[Triple]:
    """Return the statements that can be taken away without any case noticing."""
    missed: set[Triple] = set()
    noticed: set[Triple] = set()
    for name in _property_shapes():
        world, part = _world(name), _part(name)
        judged = _judge(world, part)
        for triple in _constraints(part):
            if triple not in noticed:
                differs = _judge(world, part - _only(triple)) != judged
                (noticed if differs else missed).add(triple)
    return missed - noticed


def _only(triple: Triple) -> rdflib.Graph:
    """Return a graph of one statement."""
    graph = rdflib.Graph()
    graph.add(triple)
    return graph


def test_no_constraint_is_idle(unnoticed: set[Triple]) -> None:
    assert sorted(" ".join(term.n3() for term in triple) for triple in unnoticed) == []


def test_part_of_a_shape_judges_as_all_shapes_do() -> None:
    name = rdflib.URIRef("https://w3id.org/samspil/shape/Participation-member")
    whole = _judge(_world(name), shapes())

    assert _judge(_world(name), _part(name)) == {found for found in whole if found[0] == str(name)}
