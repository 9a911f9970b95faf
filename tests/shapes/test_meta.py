"""What holds of every shape: it is valid SHACL, it has words in both languages, and a fixture breaks it."""

import re
from typing import Final

import pyshacl
import pyshacl.errors
import pytest
import rdflib
from rdflib.term import Node
from tests.shapes.cases import INVALID, ROOT, constraint, ontology, sh, shapes

from samspil.namespaces import BASE, OWL, RDF, RDFS, SAM
from samspil.project import Project

_TYPE: Final = rdflib.URIRef(RDF + "type")
_LABEL: Final = rdflib.URIRef(RDFS + "label")
_SEVERITIES: Final = {sh("Violation"), sh("Warning"), sh("Info")}
_TARGETS: Final = [sh(name) for name in ("target", "targetClass", "targetSubjectsOf", "targetObjectsOf")]

# Parameter of SHACL to the name of its constraint component, where one does not follow from the other.
_COMPONENTS: Final = {"sparql": "SPARQL"}
_PARAMETERS: Final = (
    "class",
    "datatype",
    "disjoint",
    "hasValue",
    "in",
    "languageIn",
    "maxCount",
    "maxInclusive",
    "minCount",
    "minExclusive",
    "minInclusive",
    "minLength",
    "node",
    "nodeKind",
    "not",
    "or",
    "pattern",
    "qualifiedMaxCount",
    "qualifiedMinCount",
    "sparql",
    "uniqueLang",
)
# Parameters that add to another one, and have no results of their own.
_AUXILIARY: Final = {sh("qualifiedValueShape")}


def _instances(name: str) -> list[Node]:
    """Return the shapes of one kind, sorted."""
    return sorted(shapes().subjects(_TYPE, sh(name)), key=str)


def _applied() -> list[Node]:
    """Return the property shapes of node shapes with a target, sorted; the rest help others."""
    with_target = {node for target in _TARGETS for node in shapes().subjects(target, None)}
    return sorted({name for node in with_target for name in shapes().objects(node, sh("property"))}, key=str)


def _languages(node: Node, predicate: rdflib.URIRef) -> list[str]:
    """Return the languages in which a shape says something, sorted."""
    texts = [text for text in shapes().objects(node, predicate) if isinstance(text, rdflib.Literal)]
    return sorted(text.language or "" for text in texts)


def _short(node: Node) -> str:
    """Return the end of an IRI."""
    return str(node).rsplit("/", maxsplit=1)[-1]


def test_shapes_are_valid_by_the_shapes_of_shacl() -> None:
    pyshacl.validate(rdflib.Graph(), shacl_graph=shapes(), meta_shacl=True, advanced=True)


def test_shape_that_is_not_shacl_is_refused() -> None:
    wrong = rdflib.Graph()
    wrong.add((rdflib.URIRef(BASE + "shape/Wrong"), sh("property"), rdflib.Literal("not a shape")))

    with pytest.raises(pyshacl.errors.ReportableRuntimeError):
        pyshacl.validate(rdflib.Graph(), shacl_graph=wrong, meta_shacl=True)


@pytest.mark.parametrize("shape", _instances("PropertyShape"), ids=_short)
def test_property_shape_is_named_and_says_all_there_is_to_say(shape: Node) -> None:
    said = shapes()

    assert re.fullmatch(rf"{BASE}shape/[A-Z][A-Za-z]+-[a-z][A-Za-z]*", str(shape))
    for words in ("name", "description", "message"):
        assert _languages(shape, sh(words)) == ["da", "en"], words
    assert len(list(said.objects(shape, sh("order")))) == 1
    assert set(said.objects(shape, sh("severity"))) < _SEVERITIES
    assert len(list(said.objects(shape, sh("severity")))) == 1
    assert (said.value(shape, sh("group")), _TYPE, sh("PropertyGroup")) in said


@pytest.mark.parametrize("shape", _instances("PropertyShape"), ids=_short)
def test_message_is_one_sentence_that_shows_no_address(shape: Node) -> None:
    for message in shapes().objects(shape, sh("message")):
        assert re.fullmatch(r"[A-ZÆØÅ].*\.", str(message))
        assert "http" not in str(message)
        assert ":" not in re.sub(r": (kilden siger det|stated)", "", str(message))


def test_no_property_shape_is_anonymous() -> None:
    assert [
        shape for shape in shapes().objects(None, sh("property")) if not isinstance(shape, rdflib.URIRef)
    ] == []


@pytest.mark.parametrize("shape", _instances("NodeShape"), ids=_short)
def test_node_shape_has_labels_and_is_used(shape: Node) -> None:
    used = any((shape, target, None) in shapes() for target in _TARGETS)
    referred = any(subject != shape for subject in shapes().subjects(None, shape))

    assert _languages(shape, _LABEL) == ["da", "en"]
    assert used or referred


@pytest.mark.parametrize("group", _instances("PropertyGroup"), ids=_short)
def test_group_has_labels_and_a_place_in_the_order(group: Node) -> None:
    assert _languages(group, _LABEL) == ["da", "en"]
    assert len(list(shapes().objects(group, sh("order")))) == 1


def test_every_class_of_the_ontology_has_a_node_shape() -> None:
    classes = {
        node for node in ontology().subjects(_TYPE, rdflib.URIRef(OWL + "Class")) if str(node).startswith(SAM)
    }

    assert len(classes) > 30
    assert {node for node in classes if (None, sh("targetClass"), node) not in shapes()} == set()


def test_every_term_of_ours_in_a_shape_is_defined() -> None:
    named = {term for triple in shapes() for term in triple if isinstance(term, rdflib.URIRef)}
    used = {term for term in named if str(term).startswith(SAM)}
    in_queries = {
        rdflib.URIRef(SAM + name)
        for text in shapes().objects(None, sh("select"))
        for name in re.findall(r"\bsam:(\w+)", str(text))
    }

    assert {term for term in used | in_queries if (term, _TYPE, None) not in ontology()} == set()


@pytest.mark.parametrize("shape", _applied(), ids=_short)
def test_every_constraint_of_a_shape_has_a_case_that_breaks_it(shape: Node) -> None:
    broken = {constraint(case.constraint) for case in INVALID if case.shape == _short(shape)}
    stated = {
        constraint(_COMPONENTS.get(name, name[0].upper() + name[1:]))
        for name in _PARAMETERS
        if (shape, sh(name), None) in shapes()
    }

    assert stated
    assert broken == stated


def test_no_parameter_is_overlooked() -> None:
    words = {sh(name) for name in ("path", "name", "description", "message", "group", "order", "severity")}
    known = {sh(name) for name in _PARAMETERS} | words | _AUXILIARY | {_TYPE}
    used = {predicate for shape in _instances("PropertyShape") for predicate in shapes().predicates(shape)}

    assert used <= known


def test_every_file_of_shapes_with_property_shapes_has_its_fixtures() -> None:
    files = {
        path.stem
        for path in Project.shipped().shape_files()
        if path.stem != "ontology" and "a sh:PropertyShape" in path.read_text(encoding="utf-8")
    }

    assert {path.stem for path in ROOT.glob("fixtures/*.toml")} == files


def test_severities_are_all_used() -> None:
    assert set(shapes().objects(None, sh("severity"))) == _SEVERITIES
