"""A register built into a store on disk, read by several, and never half of it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from samspil.dataset import Dataset
from samspil.errors import NoBuiltStore, ReadOnlyStore, UnwritableOutput
from samspil.pipeline import build_store, open_built, open_described, open_register
from samspil.project import Project
from samspil.store.disk import changes, read_store, write_store

A, B, EMPTY = (f"urn:graph:{name}" for name in ("a", "b", "empty"))
ONE = ox.Triple(ox.NamedNode("urn:1"), ox.NamedNode("urn:p"), ox.Literal("x"))
TWO = ox.Triple(ox.NamedNode("urn:2"), ox.NamedNode("urn:p"), ox.Literal("æ\n\u2028"))
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"

# A reader that opens the store, says so, waits for a line, and then counts.
READER = f"""
import sys
from pathlib import Path
from samspil.store.disk import read_store
dataset = read_store(Path(sys.argv[1])).dataset
print("open", flush=True)
sys.stdin.readline()
print(next(iter(dataset.select("{COUNT}")))["n"].value, flush=True)
"""

# A build that reaches the writing of the store and stays there.
STUCK = """
import sys, time
from pathlib import Path
import samspil.store.disk as disk
from samspil.dataset import Dataset
replace = disk.replace_file
disk.replace_file = lambda path, data: (print("written", flush=True), time.sleep(60), replace(path, data))
disk.write_store(Dataset(), Path(sys.argv[1]), {})
"""


@pytest.fixture
def dataset() -> Dataset:
    """Two graphs that both say ONE, and one that says nothing."""
    made = Dataset()
    made.add(A, [ONE, TWO])
    made.add(B, [ONE])
    made.add(EMPTY, [])
    return made


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A register of one's own with one source, beside all that ships."""
    data = tmp_path / "register" / "data"
    data.mkdir(parents=True)
    (data / "kilde.ttl").write_text('<urn:1> <urn:p> "x" .\n', encoding="utf-8")
    return Project.at(data.parent)


def start(code: str, folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, str(folder)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def counted(dataset: Dataset) -> int:
    return int(next(iter(dataset.select(COUNT)))["n"].value)


# --- what is written is what is read ------------------------------------------------------------


def test_store_holds_the_graphs_and_their_merge(dataset: Dataset, tmp_path: Path) -> None:
    write_store(dataset, tmp_path / "store", {})
    read = read_store(tmp_path / "store").dataset
    assert read.graphs() == [A, B, EMPTY]
    assert {name: set(read.triples(name)) for name in read.graphs()} == {
        A: {ONE, TWO},
        B: {ONE},
        EMPTY: set(),
    }
    assert counted(read) == 2
    assert read.ask(f"ASK {{ GRAPH <{B}> {{ <urn:1> ?p ?o }} <urn:2> ?p ?another }}")


def test_store_of_sources_whose_named_graphs_wait_holds_them_too(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.ttl").write_text(
            f'<urn:1> <urn:p> "x" . <urn:{name}> <urn:p> 1 .', encoding="utf-8"
        )
    dataset = Dataset()
    dataset.load_sources({A: tmp_path / "a.ttl", B: tmp_path / "b.ttl"})
    assert not list(dataset.merge.named_graphs())
    write_store(dataset, tmp_path / "store", {})
    read = read_store(tmp_path / "store").dataset
    assert (counted(read), read.count()) == (3, 4)


def test_built_register_answers_as_the_one_in_memory(project: Project, tmp_path: Path) -> None:
    statements = build_store(project, tmp_path / "store")
    built, read = open_built(project, tmp_path / "store"), open_described(project)
    assert statements == read.dataset.count() == built.dataset.count()
    assert built.dataset.graphs() == read.dataset.graphs()
    plain = open_register(project).dataset
    assert counted(built.dataset) == counted(read.dataset) == counted(plain)
    assert len(built.dataset.graphs()) == len(plain.graphs()) + 1
    assert built.library.names() == read.library.names()


def test_folder_holds_one_store_and_its_manifest(dataset: Dataset, tmp_path: Path) -> None:
    manifest = write_store(dataset, tmp_path, {"data/a.ttl": "0"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["manifest.json", manifest.store]
    assert manifest.graphs == {A: 2, B: 1, EMPTY: 0}
    assert read_store(tmp_path).manifest == manifest


# --- files that change --------------------------------------------------------------------------


def test_files_that_changed_since_are_told(project: Project, tmp_path: Path) -> None:
    build_store(project, tmp_path / "store")
    assert open_built(project, tmp_path / "store").changed == ()
    (project.data / "kilde.ttl").write_text('<urn:1> <urn:p> "y" .\n', encoding="utf-8")
    (project.data / "ny.ttl").write_text("", encoding="utf-8")
    assert open_built(project, tmp_path / "store").changed == ("data/kilde.ttl", "data/ny.ttl")


def test_register_that_moved_is_the_same(project: Project, tmp_path: Path) -> None:
    build_store(project, tmp_path / "store")
    moved = project.root.rename(tmp_path / "elsewhere")
    assert open_built(Project.at(moved), tmp_path / "store").changed == ()


def test_changes_are_of_files_on_either_side() -> None:
    assert list(changes({"a": "1", "b": "1", "c": "1"}, {"b": "1", "c": "2", "d": "1"})) == ["a", "c", "d"]


# --- readers ------------------------------------------------------------------------------------


def test_two_processes_read_at_once_and_a_new_store_is_built_meanwhile(
    dataset: Dataset, tmp_path: Path
) -> None:
    write_store(dataset, tmp_path, {})
    readers = [start(READER, tmp_path) for _ in range(2)]
    assert [first_line(reader) for reader in readers] == ["open", "open"]
    dataset.remove(A)
    write_store(dataset, tmp_path, {})
    assert counted(read_store(tmp_path).dataset) == 1
    assert [reader.communicate("\n")[0] for reader in readers] == ["2\n", "2\n"]


def test_only_the_store_before_is_kept(dataset: Dataset, tmp_path: Path) -> None:
    built = [write_store(dataset, tmp_path, {}).store for _ in range(3)]
    assert sorted(path.name for path in tmp_path.glob("store-*")) == sorted(built[1:])


def test_opened_dataset_cannot_be_changed(dataset: Dataset, tmp_path: Path) -> None:
    write_store(dataset, tmp_path / "store", {})
    read = read_store(tmp_path / "store").dataset
    file = tmp_path / "a.ttl"
    file.write_text("", encoding="utf-8")
    with pytest.raises(ReadOnlyStore):
        read.add(A, [])
    with pytest.raises(ReadOnlyStore):
        read.remove(A)
    with pytest.raises(ReadOnlyStore):
        read.load(A, file)
    with pytest.raises(ReadOnlyStore):
        read.load_sources({A: file})


# --- builds that fail ---------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="a process is killed in another way there")
def test_killed_build_leaves_the_old_store_and_the_next_one_clears_up(
    dataset: Dataset, tmp_path: Path
) -> None:
    old = write_store(dataset, tmp_path, {})
    build = start(STUCK, tmp_path)
    assert first_line(build) == "written"
    assert len(list(tmp_path.glob("store-*"))) == 2
    build.send_signal(signal.SIGKILL)
    build.communicate()
    assert read_store(tmp_path).manifest == old
    assert counted(read_store(tmp_path).dataset) == 2
    new = write_store(dataset, tmp_path, {})
    assert {path.name for path in tmp_path.glob("store-*")} == {old.store, new.store}


@pytest.mark.skipif(os.name == "nt", reason="a process is killed in another way there")
def test_real_build_killed_at_any_moment_leaves_the_old_store(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    build_store(project, folder)
    before = read_store(folder).manifest
    program = "import sys; from samspil.cli import main; main()"
    command = [sys.executable, "-c", program, "build", "--store", str(folder), "--project", str(project.root)]
    build = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    while len(list(folder.glob("store-*"))) < 2 and build.poll() is None:
        time.sleep(0.001)
    build.kill()
    build.wait()
    built = read_store(folder)
    assert built.manifest.graphs == before.graphs
    assert built.dataset.count() == sum(before.graphs.values())


def test_build_that_another_process_writes_is_left_alone(dataset: Dataset, tmp_path: Path) -> None:
    build = start(STUCK, tmp_path)
    assert first_line(build) == "written"
    (theirs,) = tmp_path.glob("store-*")
    write_store(dataset, tmp_path, {})
    write_store(dataset, tmp_path, {})
    assert theirs.is_dir()
    build.kill()
    build.communicate()


def test_folder_with_something_else_in_it_is_refused(dataset: Dataset, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UnwritableOutput, match="something else"):
        write_store(dataset, tmp_path, {})
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_refused_folder_is_told_before_anything_is_read(project: Project, tmp_path: Path) -> None:
    (project.data / "kilde.ttl").write_text("not Turtle", encoding="utf-8")
    with pytest.raises(UnwritableOutput):
        build_store(project, project.root)


@pytest.mark.parametrize("name", ["store-2023", "store-12345678", "store-1234567g", "manifest.json"])
def test_what_no_build_made_is_refused_and_left_as_it_was(
    name: str, dataset: Dataset, tmp_path: Path
) -> None:
    mine = tmp_path / name if name == "manifest.json" else tmp_path / name / "photo.txt"
    mine.parent.mkdir(exist_ok=True)
    mine.write_text('{"name": "mine"}', encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UnwritableOutput, match="something else"):
        write_store(dataset, tmp_path, {})
    assert sorted(tmp_path.rglob("*")) == before
    assert mine.read_text(encoding="utf-8") == '{"name": "mine"}'


def test_store_without_a_mark_opens_and_is_replaced(dataset: Dataset, tmp_path: Path) -> None:
    first = write_store(dataset, tmp_path, {})
    (tmp_path / first.store / "samspil").unlink()
    assert counted(read_store(tmp_path).dataset) == 2
    later = [write_store(dataset, tmp_path, {}).store for _ in range(2)]
    assert {path.name for path in tmp_path.glob("store-*")} == set(later)


@pytest.mark.parametrize(
    "wrong",
    [
        {"store": 3},
        {"store": "../../x"},
        {"files": 4},
        {"files": {"a": 1}},
        {"graphs": {"a": "1"}},
        {"parts": {"a": 1}},
    ],
)
def test_manifest_of_other_types_is_told(wrong: dict[str, object], dataset: Dataset, tmp_path: Path) -> None:
    write_store(dataset, tmp_path, {})
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    (tmp_path / "manifest.json").write_text(json.dumps(manifest | wrong), encoding="utf-8")
    assert refusal(tmp_path) == "its manifest cannot be read"


def test_store_cut_short_is_told(dataset: Dataset, tmp_path: Path) -> None:
    manifest = write_store(dataset, tmp_path, {})
    for table in (tmp_path / manifest.store).glob("*.sst"):
        table.write_bytes(table.read_bytes()[:100])
    assert refusal(tmp_path) == "its store is missing or damaged"


def test_every_file_of_a_store_that_was_cut_or_lost_is_told(dataset: Dataset, tmp_path: Path) -> None:
    manifest = write_store(dataset, tmp_path, {})
    for name in manifest.parts:
        path = tmp_path / manifest.store / name
        whole = path.read_bytes()
        for damaged in (whole[: len(whole) // 2], whole[:-1], b""):
            path.write_bytes(damaged)
            assert refusal(tmp_path) == "its store is missing or damaged", name
        path.unlink()
        assert refusal(tmp_path) == "its store is missing or damaged", name
        path.write_bytes(whole)
    assert {".log", ".sst"} <= {Path(name).suffix for name in manifest.parts}
    assert read_store(tmp_path).dataset.count() == dataset.count()


# --- folders that cannot be opened ----------------------------------------------------------------


def refusal(folder: Path) -> str:
    with pytest.raises(NoBuiltStore) as caught:
        read_store(folder)
    return caught.value.reason


def test_folder_that_is_no_store_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    assert refusal(file) == "it is not a folder"
    assert refusal(tmp_path / "none") == "no such folder"
    assert refusal(tmp_path) == "nothing was built there"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"store": 1', '{"samspil": "1"}'])
def test_manifest_that_is_none_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    assert refusal(tmp_path) == "its manifest cannot be read"


def test_store_of_another_version_is_told(dataset: Dataset, tmp_path: Path) -> None:
    write_store(dataset, tmp_path, {})
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    (tmp_path / "manifest.json").write_text(json.dumps(manifest | {"samspil": "0.0.0"}), encoding="utf-8")
    assert refusal(tmp_path) == "another version of Samspil built it"


def test_store_without_its_files_is_told(dataset: Dataset, tmp_path: Path) -> None:
    manifest = write_store(dataset, tmp_path, {})
    for path in (tmp_path / manifest.store).iterdir():
        path.unlink()
    assert refusal(tmp_path) == "its store is missing or damaged"
    (tmp_path / manifest.store).rmdir()
    assert refusal(tmp_path) == "its store is missing or damaged"
