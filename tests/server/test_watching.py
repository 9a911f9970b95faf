"""`samspil serve --watch` over a register of one's own: changed, broken, mended, while it is asked."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import httpx
import pytest
from tests.server.processes import Served, served

from samspil.project import Project

MEMO = "norddjurs-notat-2024.ttl"
OLD = "Aftalen med Aarhus Universitet, 2022-2025"
NAME = "Aftalen efter ændringen, 2022-2025"
TAKEN = "read again and is served now"
KEPT = "served as it was before"
WRONG = "@prefix sam: <https://w3id.org/samspil/model/> .\n<https://example.org/a> a sam:Agreement .\n"
QUERY = f'ASK {{ ?thing ?says "{NAME}"@da }}'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a register of one's own with a copy of the shipped data."""
    folder = tmp_path_factory.mktemp("watched") / "my-register"
    shutil.copytree(Project.shipped().data, folder / "data")
    return folder


@pytest.fixture(scope="module")
def watched(folder: Path) -> Iterator[Served]:
    """Serve the register and watch its files; each test leaves them as they were."""
    with served("--project", str(folder), "--watch") as process:
        assert process.address
        yield process


def test_a_change_is_served_a_mistake_is_told_and_mended(watched: Served, folder: Path) -> None:
    before = _version(watched)
    memo = folder / "data" / MEMO
    text = memo.read_text(encoding="utf-8")
    with _told(watched, TAKEN):
        memo.write_text(text.replace(OLD, NAME), encoding="utf-8")
    changed = _version(watched)
    assert (changed != before, _asked(watched)) == (True, True)
    with _told(watched, KEPT):
        memo.write_text(text.replace(OLD, NAME) + "<x> <y>\n", encoding="utf-8")
    assert watched.times(rf"{MEMO}:\d+") == 1
    assert (_version(watched), _asked(watched)) == (changed, True)
    with _told(watched, TAKEN):
        memo.write_text(text, encoding="utf-8")
    assert (_version(watched), _asked(watched)) == (before, False)


def test_a_violation_is_not_served(watched: Served, folder: Path) -> None:
    before = _version(watched)
    wrong = folder / "data" / "wrong.ttl"
    with _told(watched, KEPT):
        wrong.write_text(WRONG, encoding="utf-8")
    assert watched.times("wrong.ttl") > 0
    assert _version(watched) == before
    with _told(watched, TAKEN):
        wrong.unlink()


def test_files_of_an_editor_are_none_of_ours(watched: Served, folder: Path) -> None:
    before = watched.times("Files have changed")
    for name in (".memo.ttl.swp", ".#memo.ttl", "memo.ttl~"):
        (folder / "data" / name).write_text("<x> <y>", encoding="utf-8")
        sleep(1)
        (folder / "data" / name).unlink()
    sleep(1)
    assert watched.times("Files have changed") == before


def test_a_folder_that_comes_later_is_watched_too(watched: Served, folder: Path) -> None:
    story = folder / "stories" / "os.yaml"
    with _told(watched, TAKEN):
        story.parent.mkdir()
    with _told(watched, KEPT):
        story.write_text("title: 1\n", encoding="utf-8")
    assert watched.times(r"os\.yaml") > 0
    with _told(watched, TAKEN):
        shutil.rmtree(story.parent)


@contextmanager
def _told(process: Served, pattern: str) -> Iterator[None]:
    """Do something, and wait until the process says what it did of it."""
    before = process.times(pattern)
    yield
    process.waits_for(pattern, times=before + 1)


def test_the_folders_of_a_register_are_those_there_are(own_register: Path) -> None:
    before = Project.at(own_register).folders()
    (own_register / "queries").mkdir()
    assert set(Project.at(own_register).folders()) - set(before) == {own_register / "queries"}
    assert own_register / "data" in before


def _version(process: Served) -> str:
    """Return which register is served."""
    return str(_health(process)["version"])


def _asked(process: Served) -> bool:
    """Ask the engine whether the added name is there."""
    end = monotonic() + 30
    while monotonic() < end:
        answer = httpx.get(
            f"{process.address}/sparql",
            params={"query": QUERY},
            headers={"accept": "application/sparql-results+json"},
            timeout=20,
        )
        if answer.status_code == 200:
            return bool(answer.json()["boolean"])
        sleep(0.2)
    raise AssertionError(answer.text)


def _health(process: Served) -> dict[str, object]:
    """Return what the server says of itself."""
    found: dict[str, object] = httpx.get(f"{process.address}/health", timeout=20).json()
    return found
