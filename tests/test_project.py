"""A register is a folder of a fixed form."""

from pathlib import Path

import pytest

from samspil.errors import UnreadableInput
from samspil.project import Project


def make(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
    return root


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.name for path in paths]


def test_shipped_register_has_existing_folders() -> None:
    project = Project.shipped()
    folders = (*project.ontology, *project.shapes, *project.queries, *project.rules)
    assert len(folders) == 4
    assert all(folder.is_dir() for folder in folders)
    assert project.data.is_dir()


def test_own_register_borrows_what_ships_and_adds_to_it(tmp_path: Path) -> None:
    make(tmp_path, "data/b.ttl", "data/a.ttl", "shapes/local.ttl", "ontology/rules/own.rq")
    project, shipped = Project.at(tmp_path), Project.shipped()
    assert names(project.data_files()) == ["a.ttl", "b.ttl"]
    assert project.shapes == (*shipped.shapes, tmp_path / "shapes")
    assert project.ontology == (*shipped.ontology, tmp_path / "ontology")
    assert project.rules == (*shipped.rules, tmp_path / "ontology" / "rules")
    assert project.queries == shipped.queries
    assert project.rule_files()[-1] == tmp_path / "ontology" / "rules" / "own.rq"
    assert project.shape_files()[-1] == tmp_path / "shapes" / "local.ttl"


def test_files_are_sorted_and_hidden_ones_left_out(tmp_path: Path) -> None:
    make(tmp_path, "data/b.ttl", "data/.#a.ttl", "data/a.ttl", "data/notes.txt", "data/deep/c.ttl")
    (tmp_path / "data" / "folder.ttl").mkdir()
    assert names(Project.at(tmp_path).data_files()) == ["a.ttl", "b.ttl"]


def test_questions_are_found_in_their_topics(tmp_path: Path) -> None:
    make(tmp_path, "data/a.ttl", "queries/time/late.rq", "queries/actors/all.rq", "queries/top.rq")
    own = [path for path in Project.at(tmp_path).query_files() if path.is_relative_to(tmp_path)]
    assert [path.relative_to(tmp_path / "queries").as_posix() for path in own] == [
        "actors/all.rq",
        "time/late.rq",
        "top.rq",
    ]


def test_empty_data_folder_is_fine(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert Project.at(tmp_path).data_files() == ()


def test_register_that_is_the_program_itself_is_not_doubled() -> None:
    shipped = Project.shipped()
    assert Project.at(shipped.root) == shipped
    assert len(Project.at(shipped.root / "data" / "..").ontology) == 1


@pytest.mark.parametrize(
    ("made", "root", "at_fault", "reason"),
    [
        ([], "nowhere", "nowhere", "no such folder"),
        (["file"], "file", "file", "it is not a folder"),
        (["mine/shapes/a.ttl"], "mine", "mine/data", "no such folder"),
        (["mine/data"], "mine", "mine/data", "it is not a folder"),
    ],
)
def test_folder_that_is_no_register_is_refused(
    tmp_path: Path, made: list[str], root: str, at_fault: str, reason: str
) -> None:
    make(tmp_path, *made)
    with pytest.raises(UnreadableInput) as caught:
        Project.at(tmp_path / root)
    assert (caught.value.path, caught.value.reason) == (tmp_path / at_fault, reason)
