"""A source that cannot be right is refused before anything is built on it."""

from pathlib import Path

import pytest

from samspil.dataset import read_dataset
from samspil.errors import (
    BadFileName,
    BlankNode,
    DuplicateGraph,
    DuplicateIdentifier,
    PeriodError,
    ReservedGraph,
    UnknownTerm,
)
from samspil.namespaces import ADMS, BASE, EDTF, SAM, SKOS
from samspil.project import Project
from samspil.sources import graph_files

HEAD = f"""\
@prefix sam: <{SAM}> .
@prefix adms: <{ADMS}> .
@prefix skos: <{SKOS}> .
@prefix edtf: <{EDTF}> .
@prefix : <urn:x:> .
"""
MODEL = "sam:Cooperation a :Class . sam:Agreement a :Class . sam:inForce a :Property .\n"
SCHEME = "sam:identifierScheme a :Property .\n"


def project(root: Path, data: dict[str, str], ontology: dict[str, str] | None = None) -> Project:
    """A register of its own, so that the tests do not depend on what the model says today."""
    for folder, files in [("data", data), ("ontology", ontology or {"samspil": MODEL + SCHEME})]:
        (root / folder).mkdir()
        for stem, text in files.items():
            (root / folder / f"{stem}.ttl").write_text(HEAD + text, encoding="utf-8", newline="\n")
    return Project(root, root / "data", (root / "ontology",), (), (), ())


def test_each_file_has_the_graph_of_its_stem(tmp_path: Path) -> None:
    made = project(tmp_path, {"notat-2024": "", "b": ""}, {"samspil": "", "concepts": ""})
    ontology, data = graph_files(made)
    assert ontology == {
        BASE + "graph/concepts": tmp_path / "ontology" / "concepts.ttl",
        BASE + "graph/model": tmp_path / "ontology" / "samspil.ttl",
    }
    assert data == {
        BASE + "graph/b": tmp_path / "data" / "b.ttl",
        BASE + "graph/notat-2024": tmp_path / "data" / "notat-2024.ttl",
    }


@pytest.mark.parametrize("stem", ["concepts", "model"])
def test_two_files_of_one_graph_are_refused(tmp_path: Path, stem: str) -> None:
    made = project(tmp_path, {stem: ""}, {"samspil": "", "concepts": ""})
    with pytest.raises(DuplicateGraph) as caught:
        read_dataset(made)
    assert caught.value.graph == BASE + f"graph/{stem}"
    assert caught.value.second == tmp_path / "data" / f"{stem}.ttl"


@pytest.mark.parametrize("stem", ["derived", "merge", "queries"])
def test_graphs_that_the_program_makes_are_not_for_sources(tmp_path: Path, stem: str) -> None:
    with pytest.raises(ReservedGraph) as caught:
        read_dataset(project(tmp_path, {stem: ""}))
    assert caught.value.graph == BASE + f"graph/{stem}"


@pytest.mark.parametrize(
    ("stem", "suggestion"), [("Møde referat", "moede-referat.ttl"), ("–", "kilde.ttl"), ("a--b", "a-b.ttl")]
)
def test_file_name_that_is_no_graph_is_refused(tmp_path: Path, stem: str, suggestion: str) -> None:
    with pytest.raises(BadFileName) as caught:
        read_dataset(project(tmp_path, {stem: ""}))
    assert (caught.value.path, caught.value.suggestion) == (tmp_path / "data" / f"{stem}.ttl", suggestion)


def test_source_without_faults_is_read(tmp_path: Path) -> None:
    text = ':a a sam:Cooperation ; sam:inForce "2018/.."^^edtf:EDTF ; adms:identifier :i .'
    text += ':i sam:identifierScheme :cvr ; skos:notation "1" .'
    assert read_dataset(project(tmp_path, {"notat": text})).count(BASE + "graph/notat") == 5


def test_blank_node_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(BlankNode) as caught:
        read_dataset(project(tmp_path, {"a": ":a :p :b .", "notat": ':a :p "[]" .\n:a :p [] .'}))
    assert caught.value.path == tmp_path / "data" / "notat.ttl"
    assert caught.value.line == HEAD.count("\n") + 2


def test_blank_node_in_the_ontology_is_read(tmp_path: Path) -> None:
    made = project(tmp_path, {}, {"samspil": "sam:A :unionOf (sam:B sam:C) ."})
    assert read_dataset(made).count() == 5


@pytest.mark.parametrize(
    ("text", "term", "suggestions"),
    [
        (":a a sam:Coperation .", "sam:Coperation", ["sam:Cooperation"]),
        (":a sam:inforce :b .", "sam:inforce", ["sam:inForce"]),
        (f":a a <{SAM}Zzz> .", "sam:Zzz", []),
        (":a a sam:Agreement , sam:agreement .", "sam:agreement", ["sam:Agreement"]),
    ],
)
def test_term_that_the_ontology_lacks_is_refused(
    tmp_path: Path, text: str, term: str, suggestions: list[str]
) -> None:
    made = project(
        tmp_path, {"a": ":x a sam:Agreement .", "notat": f"# {term}\n:x a sam:Agreement .\n{text}"}
    )
    with pytest.raises(UnknownTerm) as caught:
        read_dataset(made)
    error = caught.value
    assert (error.term, error.path) == (term, tmp_path / "data" / "notat.ttl")
    assert error.line == HEAD.count("\n") + 3
    assert list(error.suggestions[:1]) == suggestions


def test_longer_term_is_not_mistaken_for_a_shorter_one(tmp_path: Path) -> None:
    with pytest.raises(UnknownTerm) as caught:
        read_dataset(project(tmp_path, {"notat": ":x a sam:Agreement .\n:x a sam:Agree ."}))
    assert (caught.value.term, caught.value.line) == ("sam:Agree", HEAD.count("\n") + 2)


def test_term_may_be_defined_in_any_file_of_the_ontology(tmp_path: Path) -> None:
    made = project(tmp_path, {"notat": ":a a sam:Extra ."}, {"samspil": MODEL, "own": "sam:Extra a :Class ."})
    assert read_dataset(made).count(BASE + "graph/notat") == 1


def test_term_that_only_the_data_describes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownTerm) as caught:
        read_dataset(project(tmp_path, {"a": "sam:Own a :Class .", "notat": ":a a sam:Own ."}))
    assert (caught.value.term, caught.value.path) == ("sam:Own", tmp_path / "data" / "notat.ttl")


def test_ontology_that_is_not_as_data_must_be_is_no_fault_of_the_data(tmp_path: Path) -> None:
    own = MODEL + 'sam:Agreement sam:undefined [] ; :p "2024-99"^^edtf:EDTF .'
    made = project(tmp_path, {"notat": ":a a sam:Agreement ."}, {"samspil": own})
    assert read_dataset(made).count(BASE + "graph/notat") == 1


def test_term_as_a_value_is_not_checked(tmp_path: Path) -> None:
    assert read_dataset(project(tmp_path, {"notat": ":a :mentions sam:Nothing ."})).count() > 0


def test_impossible_period_is_refused_with_file_and_subject(tmp_path: Path) -> None:
    text = ':a sam:inForce "2024"^^edtf:EDTF . :b sam:inForce "2024-02-30"^^edtf:EDTF ; :p "2024-02-30" .'
    with pytest.raises(PeriodError) as caught:
        read_dataset(project(tmp_path, {"notat": text}))
    assert (caught.value.text, caught.value.reason) == ("2024-02-30", "there is no such day")
    assert caught.value.where == f"{tmp_path / 'data' / 'notat.ttl'} <urn:x:b>"


def test_one_number_is_one_number_whatever_its_datatype(tmp_path: Path) -> None:
    data = {"a": identified("via", "cvr", "1"), "b": identified("au", "cvr", "1").replace('"1"', '"1"^^:t')}
    with pytest.raises(DuplicateIdentifier):
        read_dataset(project(tmp_path, data))


def identified(thing: str, scheme: str, notation: str) -> str:
    node = f"{thing}-{scheme}"
    return (
        f":{thing} adms:identifier :{node} .\n"
        f':{node} sam:identifierScheme :{scheme} ; skos:notation "{notation}" .\n'
    )


def test_one_number_on_two_things_is_refused(tmp_path: Path) -> None:
    data = {"a": identified("via", "cvr", "30773047"), "b": identified("au", "cvr", "30773047")}
    with pytest.raises(DuplicateIdentifier) as caught:
        read_dataset(project(tmp_path, data))
    error = caught.value
    assert (error.scheme, error.notation) == ("urn:x:cvr", "30773047")
    assert (error.first, error.first_path) == ("urn:x:au", tmp_path / "data" / "b.ttl")
    assert (error.second, error.second_path) == ("urn:x:via", tmp_path / "data" / "a.ttl")


@pytest.mark.parametrize(
    "other",
    [
        identified("via", "cvr", "1"),
        identified("au", "cvr", "2"),
        identified("au", "ean", "1"),
        ":au adms:identifier :i .",
    ],
    ids=["same thing", "other number", "other scheme", "no scheme"],
)
def test_numbers_that_do_not_meet_are_fine(tmp_path: Path, other: str) -> None:
    data = {"a": identified("via", "cvr", "1"), "b": other}
    assert BASE + "graph/b" in read_dataset(project(tmp_path, data)).graphs()
