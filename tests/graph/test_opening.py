"""A graph is opened from the shipped register, a folder, a store on disk and a server; all answer the same."""

import shutil
from pathlib import Path

import pytest
from tests.servers import Server, load

import samspil
from samspil.errors import NoBuiltStore, SecretInAddress, UnknownName, Unreachable, UnreadableInput
from samspil.graph import Graph
from samspil.namespaces import SAM
from samspil.pipeline import Register, build_store
from samspil.project import Project

ROOT = Path(__file__).parents[2]
MINE = "https://w3id.org/samspil/id/actor/min-kommune"
# Blank nodes, which the ontology has in its lists, are named anew each time that they are read.
QUERY = "SELECT ?s ?p ?o { ?s ?p ?o FILTER (!ISBLANK(?s) && !ISBLANK(?o)) } ORDER BY ?s ?p ?o"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a store of the shipped register."""
    folder = tmp_path_factory.mktemp("built") / "store"
    build_store(Project.shipped(), folder)
    return folder


@pytest.mark.parametrize("kind", [str, Path])
def test_a_register_of_ones_own(kind: type, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "mine.ttl").write_text(f"<{MINE}> a <{SAM}Municipality> .\n", encoding="utf-8")
    graph = samspil.open(project=kind(tmp_path))
    (row,) = graph.select("SELECT ?actor { ?actor a sam:Municipality }")
    assert row.actor == MINE
    assert repr(graph) == f"Samspil: {tmp_path}"


def test_a_store_on_disk_answers_as_the_files_do(graph: Graph, built: Path) -> None:
    from_disk = samspil.open(store=built)
    assert from_disk.select(QUERY) == graph.select(QUERY)
    assert from_disk.ask("network/degree") == graph.ask("network/degree")
    assert repr(from_disk) == f"Samspil: {built}"


def test_a_store_that_is_older_than_the_files_warns(tmp_path: Path) -> None:
    project = tmp_path / "mine"
    shutil.copytree(ROOT / "data", project / "data")
    build_store(Project.at(project), tmp_path / "store")
    samspil.open(project, store=tmp_path / "store")
    (project / "data" / "new.ttl").write_text("", encoding="utf-8")
    with pytest.warns(UserWarning, match=r"data/new\.ttl.*samspil build --store") as caught:
        samspil.open(project, store=tmp_path / "store", lang="en")
    assert caught[0].filename == __file__


def test_a_server_answers_as_the_files_do(
    graph: Graph, register: Register, oxigraph_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("USER", "PASSWORD", "TOKEN"):
        monkeypatch.delenv(f"SAMSPIL_ENDPOINT_{name}", raising=False)
    load(oxigraph_server, register.dataset)
    remote = samspil.connect(oxigraph_server.query, timeout=60)
    values = {"on": "2024-02-19", "actor": "aarhus-universitet"}
    assert remote.ask("agreements/in-force", **values) == graph.ask("agreements/in-force", **values)
    assert repr(remote.ask("network/degree")) == repr(graph.ask("network/degree"))
    assert remote.matches("ASK { ?a a sam:Agreement }")
    assert set(remote.network().edges(keys=True)) == set(graph.network().edges(keys=True))
    assert len(remote.to_rdflib()) == len(graph.to_rdflib())
    assert repr(remote) == f"Samspil: {oxigraph_server.query}"


def test_what_cannot_be_opened_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no such folder"):
        samspil.open(tmp_path / "none")
    with pytest.raises(NoBuiltStore):
        samspil.open(store=tmp_path)
    with pytest.raises(UnknownName, match="Unknown language"):
        samspil.open(lang="de")
    with pytest.raises(UnknownName, match="Unknown language"):
        samspil.connect("http://127.0.0.1:1/", lang="de")
    with pytest.raises(SecretInAddress):
        samspil.connect("http://me:secret@127.0.0.1/")
    with pytest.raises(Unreachable):
        samspil.connect("http://127.0.0.1:1/").matches("ASK {}")
