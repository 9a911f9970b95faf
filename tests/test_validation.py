"""A validation says what is wrong with which thing, and what to do, in a fixed order and in three forms."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from samspil import validation
from samspil.dataset import Dataset, read_dataset
from samspil.errors import (
    BlankNode,
    InvalidShape,
    NothingToValidate,
    TurtleSyntaxError,
    UnknownTerm,
    UnreadableInput,
)
from samspil.namespaces import BASE, SH
from samspil.project import Project
from samspil.validation import (
    Finding,
    Report,
    Severity,
    to_json,
    to_text,
    to_turtle,
    validate,
    validate_beside,
    validate_files,
)

BASE_GRAPH = Path(__file__).parent / "shapes" / "fixtures" / "base.ttl"
PREFIXES = """@prefix actor: <https://w3id.org/samspil/id/actor/> .
@prefix passage: <https://w3id.org/samspil/id/passage/> .
@prefix sam: <https://w3id.org/samspil/model/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
# An actor without an English name, which the base graph does not know.
VESTBY = (
    PREFIXES
    + """
actor:vestby a sam:ActorGroup ; skos:prefLabel "Vestby"@da ; sam:mentionedIn passage:l1 ; sam:memberCount 1 .
"""
)

# A remark about an actor and a passage of the shipped register.
REMARK = """@prefix sam: <https://w3id.org/samspil/model/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix basis: <https://w3id.org/samspil/concept/basis/> .
<https://w3id.org/samspil/id/remark/ny> a sam:Remark ; sam:basis basis:background ;
    skos:prefLabel "Ny bemærkning"@da , "New remark"@en ;
    sam:text "Kommunen ligger på Djursland."@da , "The municipality lies on Djursland."@en ;
    sam:about <https://w3id.org/samspil/id/actor/norddjurs-kommune> ;
    prov:wasDerivedFrom <https://w3id.org/samspil/id/passage/norddjurs-notat-2024-l9-s1> .
"""

UNNAMED = Finding(
    severity=Severity.VIOLATION,
    focus=f"{BASE}id/actor/vestby",
    label={"da": "Vestby"},
    path="skos:prefLabel",
    value=None,
    problem={"da": "»engelsk navn« mangler", "en": "“English name” is missing"},
    message={"da": "Tilføj et engelsk navn.", "en": "Add an English name."},
    shape=f"{BASE}shape/Thing-prefLabelEnglish",
    constraint=f"{SH}QualifiedMinCountConstraintComponent",
    file=None,
)
HINT = Finding(
    severity=Severity.INFO,
    focus=f"{BASE}id/actor/aaby",
    label={"da": "Aaby", "en": "Aaby"},
    path="^org:postIn",
    value='"x"@da',
    problem={"da": "»plads« mangler", "en": "“seat” is missing"},
    message={"da": "Angiv pladserne.", "en": "Give the seats."},
    shape=f"{BASE}shape/SteeringGroup-seat",
    constraint=f"{SH}MinCountConstraintComponent",
    file=Path("/elsewhere/data/aaby.ttl"),
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Validate the base graph and a file with two mistakes."""
    return validate_files([BASE_GRAPH, _written(tmp_path_factory.mktemp("data"), VESTBY)], Project.shipped())


def _written(folder: Path, text: str) -> Path:
    """Write a file and return its path."""
    path = folder / "vestby.ttl"
    path.write_text(text, encoding="utf-8")
    return path


def test_files_that_fit_have_no_findings() -> None:
    report = validate_files([BASE_GRAPH], Project.shipped())

    assert report.findings == ()
    assert report.worst is None
    assert report.checked > 50


def test_finding_says_what_is_wrong_and_what_to_do(report: Report) -> None:
    unnamed = next(found for found in report.findings if found.shape == UNNAMED.shape)

    assert unnamed.file is not None
    assert unnamed.file.name == "vestby.ttl"
    assert Finding(**{**unnamed.__dict__, "file": None}) == UNNAMED


def test_value_that_does_not_fit_is_named(report: Report) -> None:
    count = next(found for found in report.findings if found.path == "sam:memberCount")

    assert count.value == '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert count.problem == {"da": "»antal« er forkert: 1", "en": "“member count” is wrong: 1"}


def test_most_serious_findings_come_first() -> None:
    later = Finding(**{**HINT.__dict__, "severity": Severity.WARNING})

    assert sorted([HINT, later, UNNAMED], key=Finding.order) == [UNNAMED, later, HINT]


def test_worst_and_threshold_count_severities() -> None:
    report = Report((UNNAMED, HINT), checked=2)

    assert report.worst is Severity.VIOLATION
    assert report.at_or_above(Severity.INFO) == (UNNAMED, HINT)
    assert report.at_or_above(Severity.WARNING) == (UNNAMED,)


def test_text_is_told_in_the_chosen_language() -> None:
    report = Report((UNNAMED, HINT), checked=2)

    assert to_text(report, "da") == (
        "Skal rettes (1)\n===============\n\n"
        "Vestby: »engelsk navn« mangler\n  Gør dette: Tilføj et engelsk navn.\n"
        "  <https://w3id.org/samspil/id/actor/vestby>\n\n"
        "Anbefales (1)\n=============\n\n"
        "Aaby: »plads« mangler\n  Gør dette: Angiv pladserne.\n"
        "  /elsewhere/data/aaby.ttl <https://w3id.org/samspil/id/actor/aaby>\n\n"
        "2 ting er kontrolleret: 1 skal rettes, 0 skal rettes før næste version, 1 anbefales.\n"
    )
    assert "Vestby: “English name” is missing\n  Do this: Add an English name.\n" in to_text(report, "en")


def test_text_of_a_clean_report_says_how_much_was_checked() -> None:
    assert to_text(Report((), checked=7), "en") == "No findings. 7 things checked.\n"


def test_file_below_the_working_directory_is_shown_from_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")

    assert "\n  elsewhere/data/aaby.ttl <" in to_text(Report((HINT,), checked=1), "en")


def test_json_has_every_text_in_both_languages() -> None:
    document = json.loads(to_json(Report((HINT,), checked=1)))

    assert document["checked"] == 1
    assert document["worst"] == "info"
    assert document["findings"][0]["message"] == HINT.message
    assert document["findings"][0]["file"] == "/elsewhere/data/aaby.ttl"


def test_turtle_is_a_validation_report_of_shacl() -> None:
    text = to_turtle(Report((UNNAMED, HINT), checked=2))
    graph = rdflib.Graph().parse(data=text, format="turtle")
    rows = graph.query(
        f"""SELECT ?focus ?severity ?path ?value {{ ?report <{SH}conforms> false ; <{SH}result> ?result .
        ?result <{SH}focusNode> ?focus ; <{SH}resultSeverity> ?severity .
        OPTIONAL {{ ?result <{SH}resultPath> ?path }} OPTIONAL {{ ?result <{SH}value> ?value }} }}"""
    )

    assert {tuple(map(str, row)) for row in rows if isinstance(row, rdflib.query.ResultRow)} == {
        (UNNAMED.focus, f"{SH}Violation", "http://www.w3.org/2004/02/skos/core#prefLabel", "None"),
        (HINT.focus, f"{SH}Info", "None", "x"),
    }
    assert to_turtle(Report((UNNAMED, HINT), checked=2)) == text


def test_turtle_of_a_clean_report_conforms() -> None:
    assert "sh:conforms true" in to_turtle(Report((), checked=1))


def test_forms_are_the_same_each_time(report: Report, tmp_path: Path) -> None:
    again = validate_files([BASE_GRAPH, _written(tmp_path, VESTBY)], Project.shipped())

    assert [found.order()[2:] for found in again.findings] == [found.order()[2:] for found in report.findings]
    assert to_turtle(again) == to_turtle(report)


def test_empty_file_is_not_a_clean_one(tmp_path: Path) -> None:
    with pytest.raises(NothingToValidate) as caught:
        validate_files([_written(tmp_path, "# nothing\n")], Project.shipped())

    assert caught.value.where == tmp_path / "vestby.ttl"


def test_ontology_alone_is_nothing_to_validate() -> None:
    with pytest.raises(NothingToValidate):
        validate_files([], Project.shipped())


def test_without_shapes_there_is_nothing_to_validate() -> None:
    dataset = Dataset()
    dataset.add(f"{BASE}graph/x", [ox.Triple(*[ox.NamedNode("urn:x:x")] * 3)])

    with pytest.raises(NothingToValidate):
        validate(dataset, [])


def test_unreadable_input_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput):
        validate_files([tmp_path / "missing.ttl"], Project.shipped())
    with pytest.raises(TurtleSyntaxError):
        validate_files([_written(tmp_path, "this is not Turtle")], Project.shipped())


def test_other_formats_are_validated_too_and_blank_nodes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.nt"
    typed = f"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{BASE}model/Municipality> .\n"
    path.write_text(f"<{BASE}id/actor/vestby> {typed}", encoding="utf-8")
    report = validate_files([path], Project.shipped())
    assert {found.file for found in report.findings} == {path}

    path.write_text(f"_:b {typed}", encoding="utf-8")
    with pytest.raises(BlankNode):
        validate_files([path], Project.shipped())


def test_a_rule_of_ones_own_that_does_not_parse_is_named(tmp_path: Path) -> None:
    shape = """@prefix sh: <http://www.w3.org/ns/shacl#> .
<urn:x:S> a sh:NodeShape ; sh:targetClass <https://w3id.org/samspil/model/ActorGroup> ; sh:sparql <urn:x:C> .
<urn:x:C> a sh:SPARQLConstraint ; sh:message "x"@da ; sh:select "SELECT $this WHERE { $this nope }" .
"""
    project = Project.shipped()
    with pytest.raises(InvalidShape, match="urn:x:C"):
        validate(read_dataset(project), [*project.shape_files(), _written(tmp_path, shape)])


def test_derived_graph_is_not_looked_at() -> None:
    project = Project.shipped()
    dataset = read_dataset(project)
    before = validate(dataset, project.shape_files())
    nordby, other = (ox.NamedNode(f"{BASE}id/actor/{name}") for name in ("norddjurs-kommune", "realdania"))
    dataset.add(
        f"{BASE}graph/derived", [ox.Triple(nordby, ox.NamedNode(f"{BASE}model/cooperatesWith"), other)]
    )

    assert validate(dataset, project.shape_files()) == before


def test_thing_that_is_only_referred_to_is_found_in_the_file_that_refers(tmp_path: Path) -> None:
    text = PREFIXES + "actor:vestby sam:onBehalfOf actor:vsetby .\n"
    report = validate_files([_written(tmp_path, text)], Project.shipped())
    untyped = [found for found in report.findings if found.focus.endswith("/vsetby")]

    assert [(found.shape, found.file) for found in untyped] == [
        (f"{BASE}shape/Thing-type", tmp_path / "vestby.ttl")
    ]
    assert untyped[0].label == {"da": "vsetby", "en": "vsetby"}


def test_what_is_exported_is_there() -> None:
    assert [name for name in validation.__all__ if not hasattr(validation, name)] == []


def test_a_file_beside_the_register_may_speak_of_its_things(tmp_path: Path) -> None:
    path = _written(tmp_path, REMARK)
    assert [finding.severity for finding in validate_beside([path], Project.shipped()).findings] == []
    assert Severity.VIOLATION in {f.severity for f in validate_files([path], Project.shipped()).findings}


def test_only_the_things_of_the_file_are_reported(tmp_path: Path) -> None:
    path = _written(tmp_path, REMARK.replace("sam:basis basis:background ;", ""))
    report = validate_beside([path], Project.shipped())
    assert {finding.focus for finding in report.findings} == {"https://w3id.org/samspil/id/remark/ny"}
    assert report.checked == 1


def test_a_source_of_the_register_takes_its_own_place(tmp_path: Path) -> None:
    memo = Project.shipped().data / "norddjurs-notat-2024.ttl"
    severities = {finding.severity for finding in validate_beside([memo], Project.shipped()).findings}
    assert severities == {Severity.INFO}


def test_a_file_beside_the_register_is_checked_for_its_form_too(tmp_path: Path) -> None:
    with pytest.raises(UnknownTerm):
        validate_beside([_written(tmp_path, REMARK.replace("sam:Remark", "sam:Remarq"))], Project.shipped())
    with pytest.raises(NothingToValidate):
        validate_beside([_written(tmp_path, "# nothing\n")], Project.shipped())
