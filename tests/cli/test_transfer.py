"""`samspil push` and `samspil pull` as people meet them: real processes, a real server, real interruptions."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests import servers
from tests.transfer.faults import between

from samspil.namespaces import XSD
from samspil.project import Project


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    with servers.oxigraph_server(tmp_path_factory.mktemp("oxigraph")) as server:
        yield server


@pytest.fixture
def server(running: servers.Server) -> servers.Server:
    """Return a real server with nothing in it."""
    with running.client() as client:
        client.delete(running.graph_store).raise_for_status()
    return running


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a register of one's own with one source, which is validated fast."""
    folder = tmp_path / "register"
    (folder / "data").mkdir(parents=True)
    shutil.copy(Project.shipped().data / "trekantomraadet.ttl", folder / "data")
    return folder


def states(table: str) -> dict[str, str]:
    """Return graph to state of the table that is printed."""
    return dict(re.findall(r"^ *(\S+) +[\d.,]+ +(?:[0-9a-f]{12} +)?(\S.*?) *$", table, re.MULTILINE))


def test_push_then_push_again_then_pull(samspil: Any, server: servers.Server, tmp_path: Path) -> None:
    first = samspil("push", "--endpoint", server.query)
    assert first.returncode == 0, first.stderr
    assert set(states(first.stdout).values()) == {"sendt og bekræftet"}
    assert re.search(r"^1 af \d+  alignments: \d+ udsagn, sender$", first.stderr, re.MULTILINE)
    again = samspil("push", "--endpoint", server.query, "--lang", "en")
    assert set(states(again.stdout).values()) == {"unchanged"}
    assert "sending" not in again.stderr
    count = ["query", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "-f", "csv"]
    assert samspil(*count, "--endpoint", server.query).stdout == samspil(*count).stdout
    pulled = samspil("pull", "--endpoint", server.query, "-o", "back")
    assert pulled.returncode == 0, pulled.stderr
    assert set(states(pulled.stdout)) == set(states(first.stdout)) - {"merge"}
    mine = Project.shipped().data / "trekantomraadet.ttl"
    assert (tmp_path / "back" / "data" / mine.name).read_bytes() == mine.read_bytes()
    exported = samspil("export", "export.nq")
    samspil("pull", "--endpoint", server.query, "-o", "back.nq")
    assert exported.returncode == 0
    assert (tmp_path / "back.nq").read_bytes() == (tmp_path / "export.nq").read_bytes()


def test_a_graph_that_the_register_no_longer_has_is_pruned_on_request(
    samspil: Any, server: servers.Server, small: Path
) -> None:
    source = small / "data" / "trekantomraadet.ttl"
    old = source.rename(small / "data" / "gammelt.ttl")
    push = ["push", "--endpoint", server.query, "--project", str(small)]
    assert states(samspil(*push).stdout)["gammelt"] == "sendt og bekræftet"
    old.rename(source)
    told = samspil(*push)
    assert states(told.stdout)["gammelt"] == "kun på serveren"
    assert "--prune" in told.stderr
    assert states(samspil(*push, "--prune").stdout)["gammelt"] == "fjernet"
    assert "gammelt" not in samspil(*push).stdout


def test_a_register_with_violations_is_not_pushed(samspil: Any, server: servers.Server, small: Path) -> None:
    text = "<https://w3id.org/samspil/id/agreement/x> a <https://w3id.org/samspil/model/Agreement> .\n"
    (small / "data" / "wrong.ttl").write_text(text, encoding="utf-8")
    result = samspil("push", "--endpoint", server.query, "--project", str(small))
    assert (result.returncode, result.stdout) == (1, "")
    assert "wrong.ttl" in result.stderr
    empty = samspil("pull", "--endpoint", server.query, "-o", "back")
    assert (empty.returncode, "intet fra Samspil" in empty.stderr) == (4, True), empty.stderr


def test_a_server_that_dies_midway_leaves_a_list_and_is_continued(
    samspil: Any, server: servers.Server, small: Path
) -> None:
    puts: list[str] = []

    def dying(method: str, path: str, body: bytes) -> bytes | None:
        puts.extend([path] if method == "PUT" else [])
        return body if len(puts) < 3 else None

    register = ["--project", str(small)]
    with between(server, dying) as mortal:
        result = samspil("push", "--endpoint", mortal.query, "--graph-store", mortal.graph_store, *register)
    assert result.returncode == 4
    assert "På plads: alignments, concepts. Mangler: derived, " in result.stderr
    assert "kan ikke nås" in result.stderr
    assert "Traceback" not in result.stderr
    told = states(samspil("push", "--endpoint", server.query, *register).stdout)
    assert {name for name, state in told.items() if state == "uændret"} == {"alignments", "concepts"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_ctrl_c_leaves_a_list_and_ends_with_130(server: servers.Server, small: Path) -> None:
    reached, free = threading.Event(), threading.Event()

    def waiting(method: str, path: str, body: bytes) -> bytes | None:
        if method == "PUT" and "concepts" in path:
            reached.set()
            free.wait(60)
            return None
        return body

    with between(server, waiting) as slow:
        places = ["--endpoint", slow.query, "--graph-store", slow.graph_store, "--project", str(small)]
        process = subprocess.Popen(
            [sys.executable, "-m", "samspil", "push", *places],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        try:
            assert reached.wait(60)
            process.send_signal(signal.SIGINT)
            _, told = process.communicate(timeout=30)
        finally:
            free.set()
            process.kill()
    assert process.returncode == 130
    assert "På plads: alignments. Mangler: concepts, " in told
    assert "Traceback" not in told


def test_a_server_that_drops_a_statement_is_found_out(
    samspil: Any, server: servers.Server, small: Path
) -> None:
    def dropping(method: str, path: str, body: bytes) -> bytes:
        return body.split(b"\n", 1)[1] if method == "PUT" and "concepts" in path else body

    with between(server, dropping) as liar:
        places = ["--endpoint", liar.query, "--graph-store", liar.graph_store]
        result = samspil("push", *places, "--project", str(small))
    assert result.returncode == 4
    assert states(result.stdout)["concepts"] == "afviger"
    assert "concepts: 1 udsagn kom ikke tilbage:\n  <" in result.stdout
    assert "som de blev sendt: concepts." in result.stderr


def test_numbers_that_are_written_otherwise_are_listed(
    samspil: Any, server: servers.Server, small: Path
) -> None:
    integer, decimal = (f"^^<{XSD}{name}>".encode() for name in ("integer", "decimal"))

    def rewriting(method: str, path: str, body: bytes) -> bytes:
        return body.replace(b'"4"' + integer, b'"4"' + decimal) if method == "PUT" else body

    with between(server, rewriting) as rewriter:
        places = ["--endpoint", rewriter.query, "--graph-store", rewriter.graph_store]
        result = samspil("push", *places, "--project", str(small))
    assert result.returncode == 0, result.stderr
    assert states(result.stdout)["presentation"] == "sendt og bekræftet, 2 skrevet anderledes"
    heading = "presentation: 2 udsagn har samme værdi, men er skrevet anderledes:\n"
    assert re.search(heading + r'  <\S+> <\S+> "4"\S+  ->  "4"\S+decimal>\n', result.stdout)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["push", "--endpoint", "http://127.0.0.1:9/query"], 4, "kan ikke nås"),
        (["push", "--endpoint", "ftp://127.0.0.1/query"], 2, "ftp"),
        (["push", "--endpoint", "http://u:p@127.0.0.1/query"], 2, "SAMSPIL_ENDPOINT_USER"),
        (["pull", "--endpoint", "http://127.0.0.1:9/query", "-o", "x"], 4, "kan ikke nås"),
        (["pull", "--endpoint", "http://127.0.0.1:9/query"], 2, "--output"),
    ],
)
def test_a_wrong_address_is_told_before_anything_is_done(
    samspil: Any, tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    result = samspil(*arguments)
    assert (result.returncode, words in result.stderr) == (code, True), result.stderr
    assert "Kontrollerer" not in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_graph_store_that_is_not_known_must_be_given(samspil: Any, server: servers.Server) -> None:
    with between(server, lambda method, path, body: body) as nameless:
        result = samspil("push", "--endpoint", nameless.query)
    assert (result.returncode, "--graph-store" in result.stderr) == (2, True), result.stderr


def test_a_graph_store_that_is_none_is_not_tried_again(
    samspil: Any, server: servers.Server, small: Path
) -> None:
    wrong = server.graph_store.replace("/store", "/nope")
    result = samspil(
        "push", "--endpoint", server.query, "--graph-store", wrong, "--project", str(small), "--lang", "en"
    )
    assert result.returncode == 4
    assert "--graph-store" in result.stderr
    assert "again" not in result.stderr


def test_an_endpoint_that_takes_no_questions_is_a_wrong_address(samspil: Any, server: servers.Server) -> None:
    result = samspil("query", "agreements/in-force", "--endpoint", server.graph_store, "--lang", "en")
    assert (result.returncode, "Check the address" in result.stderr) == (4, True), result.stderr
    assert "again" not in result.stderr


def test_a_register_that_is_not_whole_is_pulled_with_word_of_it(
    samspil: Any, server: servers.Server, small: Path, tmp_path: Path
) -> None:
    assert samspil("push", "--endpoint", server.query, "--project", str(small)).returncode == 0
    with server.client() as client:
        client.delete(server.graph_store, params={"graph": servers.MERGE}).raise_for_status()
    result = samspil("pull", "--endpoint", server.query, "-o", "back")
    assert (result.returncode, (tmp_path / "back" / "data").is_dir()) == (0, True), result.stderr
    assert states(result.stdout)["merge"] == "er ikke på serveren"
    assert result.stderr.splitlines()[-1].startswith("Registeret på serveren er ikke helt: grafen merge")


def test_pull_overwrites_nothing(samspil: Any, server: servers.Server, small: Path, tmp_path: Path) -> None:
    assert samspil("push", "--endpoint", server.query, "--project", str(small)).returncode == 0
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    result = samspil("pull", "--endpoint", server.query, "-o", "mine")
    assert (result.returncode, "mappen er ikke tom" in result.stderr) == (2, True), result.stderr
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]
