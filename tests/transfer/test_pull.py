"""A register comes back from a real server, equal, and whole or not at all."""

from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest
from tests.servers import Server
from tests.transfer.faults import between, dataset, store_at, triple

from samspil.dataset import Dataset, canonical_hash, read_dataset, serialize
from samspil.errors import (
    NoFileName,
    NothingThere,
    NotSparql,
    TruncatedAnswer,
    UnfitFormat,
    Unreachable,
    UnwritableOutput,
)
from samspil.formats import canonical_turtle, read_turtle, write_turtle
from samspil.identifiers import graph
from samspil.namespaces import BASE
from samspil.pipeline import Register
from samspil.project import Project
from samspil.store.remote import MERGE
from samspil.transfer import Progress, State, pull, push
from samspil.transfer.pull import file_of

ONE, TWO, THREE = triple("1"), triple("2"), triple("3")


def pulled(server: Server, target: Path) -> list[Progress]:
    return list(pull(store_at(server), target, Project.shipped()))


def put(server: Server, data: Dataset) -> None:
    for _ in push(data, store_at(server)):
        pass


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder, hidden ones too, by their place."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_each_graph_is_a_canonical_file_in_its_place(server: Server, tmp_path: Path) -> None:
    put(server, dataset(notat=[TWO, ONE], model=[THREE], concepts=[ONE], derived=[TWO]))
    told = pulled(server, tmp_path / "out")
    assert tree(tmp_path) == {
        "out/data/notat.ttl": canonical_turtle([ONE, TWO]).encode(),
        "out/program/model.ttl": canonical_turtle([THREE]).encode(),
        "out/program/concepts.ttl": canonical_turtle([ONE]).encode(),
        "out/program/derived.ttl": canonical_turtle([TWO]).encode(),
    }
    assert told[-1] == Progress(graph("notat"), 4, 4, State.READ, 2, canonical_hash([ONE, TWO]))


def test_the_shipped_register_comes_back_equal(register: Register, server: Server, tmp_path: Path) -> None:
    put(server, register.dataset)
    pulled(server, tmp_path / "out")
    for name in register.dataset.graphs():
        (path,) = (tmp_path / "out").rglob(f"{name.rsplit('/')[-1]}.ttl")
        assert canonical_hash(read_turtle(path)) == canonical_hash(register.dataset.triples(name)), name


def test_the_files_of_the_data_come_back_byte_for_byte(server: Server, tmp_path: Path) -> None:
    """Oxigraph, ours and the server's, writes 56.3000 as 56.3: the one difference there is."""
    shipped = Project.shipped()
    put(server, read_dataset(shipped))
    pulled(server, tmp_path / "out")
    for path in shipped.data_files():
        mine, theirs = path.read_text("utf-8"), (tmp_path / "out" / "data" / path.name).read_text("utf-8")
        differing = [
            line for line in zip(mine.splitlines(), theirs.splitlines(), strict=True) if len(set(line)) > 1
        ]
        assert all(_same_number(*line) for line in differing), differing
        assert path.name == "background.ttl" or mine == theirs


def _same_number(mine: str, theirs: str) -> bool:
    """Tell whether two lines differ in how they write a decimal alone."""
    (name, number, *_), (other_name, other, *_) = mine.split(), theirs.split()
    return name == other_name and float(number) == float(other)


def test_a_pulled_register_can_be_pushed_and_is_the_same(server: Server, tmp_path: Path) -> None:
    data = dataset(notat=[ONE, triple("2", "æ\n\"'\\")], andet=[THREE])
    put(server, data)
    pulled(server, tmp_path / "out")
    again = Dataset()
    for path in (tmp_path / "out" / "data").glob("*.ttl"):
        again.load(graph(path.stem), path)
    assert {each.state for each in push(again, store_at(server))} == {State.UNCHANGED}


def test_a_pulled_folder_is_the_register_that_was_pushed(server: Server, tmp_path: Path) -> None:
    shipped = read_dataset(Project.shipped())
    put(server, shipped)
    pulled(server, tmp_path / "out")
    opened = read_dataset(Project.at(tmp_path / "out"))
    assert {name: canonical_hash(opened.triples(name)) for name in opened.graphs()} == {
        name: canonical_hash(shipped.triples(name)) for name in shipped.graphs()
    }


def test_the_ontology_of_a_register_of_ones_own_has_its_place(server: Server, tmp_path: Path) -> None:
    own = tmp_path / "own"
    for folder in ("data", "ontology"):
        (own / folder).mkdir(parents=True)
    write_turtle(own / "ontology" / "mine.ttl", [ONE])
    put(server, dataset(mine=[ONE], notat=[TWO]))
    for _ in pull(store_at(server), tmp_path / "out", Project.at(own)):
        pass
    assert sorted(tree(tmp_path / "out")) == ["data/notat.ttl", "ontology/mine.ttl"]


@pytest.mark.parametrize("suffix", ["nq", "trig", "jsonld"])
def test_one_file_is_what_export_writes(
    suffix: str, register: Register, server: Server, tmp_path: Path
) -> None:
    put(server, register.dataset)
    pulled(server, tmp_path / f"register.{suffix}")
    assert tree(tmp_path) == {f"register.{suffix}": serialize(register.dataset, suffix)}


def test_blank_nodes_come_back_under_their_canonical_names(server: Server, tmp_path: Path) -> None:
    ring = [
        triple("1", ox.BlankNode("x")),
        ox.Triple(ox.BlankNode("x"), ox.NamedNode("urn:p"), ox.BlankNode("y")),
    ]
    put(server, dataset(model=ring))
    pulled(server, tmp_path / "out")
    path = tmp_path / "out" / "program" / "model.ttl"
    assert path.read_bytes() == serialize(ring, "turtle")
    assert canonical_hash(read_turtle(path)) == canonical_hash(ring)


# --- whole or not at all ----------------------------------------------------------------------------------


def test_an_empty_folder_is_filled(server: Server, tmp_path: Path) -> None:
    put(server, dataset(notat=[ONE]))
    (tmp_path / "out").mkdir()
    pulled(server, tmp_path / "out")
    assert list(tree(tmp_path)) == ["out/data/notat.ttl"]


def test_a_link_to_a_folder_stays_a_link(server: Server, tmp_path: Path) -> None:
    put(server, dataset(notat=[ONE]))
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    pulled(server, tmp_path / "out")
    assert (tmp_path / "out").is_symlink()
    assert list(tree(tmp_path / "real")) == ["data/notat.ttl"]


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("full", "the folder is not empty"),
        ("file", "there is a file of that name"),
        ("missing/out", "no such folder"),
        ("", "the folder is not empty"),
    ],
)
def test_nothing_is_overwritten(target: str, reason: str, server: Server, tmp_path: Path) -> None:
    put(server, dataset(notat=[ONE]))
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UnwritableOutput) as caught:
        pulled(server, tmp_path / target)
    assert caught.value.reason == reason
    assert tree(tmp_path) == {"full/mine.txt": b"mine", "file": b"mine"}


def test_the_folder_that_one_stands_in_is_not_replaced(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(server, dataset(notat=[ONE]))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnwritableOutput) as caught:
        pulled(server, Path())
    assert caught.value.reason == "it is the current folder"


@pytest.mark.parametrize("target", ["out", "out.nq"])
def test_a_pull_that_breaks_off_leaves_nothing(target: str, server: Server, tmp_path: Path) -> None:
    put(server, dataset(notat=[ONE], andet=[TWO]))

    def dying(method: str, path: str, body: bytes) -> bytes | None:
        return None if "notat" in path else body

    with between(server, dying) as mortal, pytest.raises(Unreachable):
        pulled(mortal, tmp_path / target)
    assert list(tmp_path.iterdir()) == []


def test_a_pull_that_is_left_midway_leaves_nothing(server: Server, tmp_path: Path) -> None:
    put(server, dataset(notat=[ONE], andet=[TWO]))
    with closing(pull(store_at(server), tmp_path / "out", Project.shipped())) as steps:
        next(steps)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("target", ["register.ttl", "register.nt", "register.rdf"])
def test_a_format_that_has_no_names_of_graphs_is_refused(target: str, server: Server, tmp_path: Path) -> None:
    with pytest.raises(UnfitFormat, match="does not hold several graphs"):
        pulled(server, tmp_path / target)


def test_a_server_without_the_merge_says_so_last(server: Server, tmp_path: Path) -> None:
    put(server, dataset(notat=[ONE]))
    store_at(server).remove(MERGE)
    told = pulled(server, tmp_path / "out.nq")
    assert [(each.number, each.total, each.state) for each in told] == [
        (1, 2, State.READ),
        (2, 2, State.MISSING),
    ]
    assert (tmp_path / "out.nq").read_bytes() == serialize(dataset(notat=[ONE]), "nq")


# --- what servers may say ---------------------------------------------------------------------------------


def test_a_server_with_nothing_of_ours_says_so(server: Server, tmp_path: Path) -> None:
    with pytest.raises(NothingThere):
        pulled(server, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_graphs_of_others_are_left_where_they_are(server: Server, tmp_path: Path) -> None:
    data = dataset(notat=[ONE])
    data.add("https://example.org/graph/x", [TWO])
    put(server, data)
    pulled(server, tmp_path / "out.nq")
    assert (tmp_path / "out.nq").read_bytes() == serialize(dataset(notat=[ONE]), "nq")


# Names of graphs that begin like ours and cannot be files.
HOSTILE = [
    "../x",
    "../../../../etc/passwd",
    "..",
    ".",
    "",
    "a/b",
    "/etc/passwd",
    ".hidden",
    "x%2F..%2F..%2Fy",
    "x%00",
    "x.ttl/../../y",
    "c:x",
    "x?y",
    "x#y",
    "å",
    "con",
    "NUL.x",
    "com1",
    "a--b",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_cannot_be_a_file_is_refused_and_goes_into_one_file(
    name: str, server: Server, tmp_path: Path
) -> None:
    data, iri = dataset(notat=[ONE]), f"{BASE}graph/{name}"
    data.add(iri, [TWO])
    put(server, data)
    (tmp_path / "inside").mkdir()
    with pytest.raises(NoFileName) as caught:
        pulled(server, tmp_path / "inside" / "out")
    assert caught.value.graph == iri
    assert tree(tmp_path) == {}
    pulled(server, tmp_path / "out.nq")
    assert (tmp_path / "out.nq").read_bytes() == serialize(data, "nq")


def test_names_that_differ_in_case_alone_would_hide_one_another(server: Server, tmp_path: Path) -> None:
    data = dataset(notat=[ONE])
    data.add(graph("Notat"), [TWO])
    put(server, data)
    with pytest.raises(NoFileName):
        pulled(server, tmp_path / "out")


@pytest.mark.parametrize("iri", ["https://example.org/x", f"{BASE}model/Actor", f"{BASE}graph"])
def test_only_graphs_have_files(iri: str) -> None:
    with pytest.raises(NoFileName):
        file_of(iri, (), ())


def test_a_server_that_leaves_something_out_is_found_out(server: Server, tmp_path: Path) -> None:
    put(server, dataset(notat=[ONE, TWO], andet=[THREE]))

    def other_graph(method: str, path: str, body: bytes) -> bytes:
        return body.replace(b"/graph/notat", b"/graph/andet")

    with between(server, other_graph) as liar, pytest.raises(TruncatedAnswer):
        pulled(liar, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "query", ["ASK {}", "SELECT ?n {}", 'SELECT ("x" AS ?n) {}', "SELECT ?n { VALUES ?n { 1 1 } }"]
)
def test_a_count_that_is_no_number_is_no_answer(query: str, server: Server, tmp_path: Path) -> None:
    put(server, dataset(notat=[ONE]))

    def otherwise(method: str, path: str, body: bytes) -> bytes:
        return urlencode({"query": query}).encode() if b"COUNT" in body else body

    with between(server, otherwise) as liar, pytest.raises(NotSparql):
        pulled(liar, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_leaves_no_part(server: Server, tmp_path: Path) -> None:
    put(server, dataset(**{"n" * 255: [ONE]}))
    with pytest.raises(UnwritableOutput) as caught:
        pulled(server, tmp_path / "out")
    assert caught.value.reason == "the name is too long"
    assert list(tmp_path.iterdir()) == []
