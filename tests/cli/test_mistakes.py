"""A user's mistake gets one message, its exit code, and leaves every file as it was."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

MEMO = "norddjurs-notat-2024.ttl"
WRONG = "@prefix sam: <https://w3id.org/samspil/model/> .\n@prefix x: <https://example.org/> .\n"


def _snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _append(text: str) -> Callable[[Path], object]:
    def change(path: Path) -> object:
        return path.write_bytes(path.read_bytes() + text.encode())

    return change


BREAKAGES: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "malformed Turtle": (_append("\n<x> <y>\n"), [MEMO, "kan ikke læses", "^"]),
    "unknown prefix": (_append("\nnope:a nope:b nope:c .\n"), [MEMO, "nope", "^"]),
    "unknown term": (
        _append("\n<https://w3id.org/samspil/id/actor/x> a sam:Municipalty .\n"),
        [MEMO, "sam:Municipalty", "sam:Municipality"],
    ),
    "impossible period": (
        _append('\n<https://w3id.org/samspil/id/agreement/au-2022> sam:signed "2024-13"^^edtf:EDTF .\n'),
        ["2024-13", "au-2022", MEMO],
    ),
    "wrong encoding": (
        lambda path: path.write_bytes(path.read_bytes() + b"# \xe6\xf8\xe5\n"),
        [MEMO, "UTF-8"],
    ),
    "byte order mark": (lambda path: path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes()), [MEMO, "BOM"]),
    "CRLF": (lambda path: path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n")), [MEMO, "LF"]),
    "blank node": (_append("\n<https://w3id.org/samspil/id/actor/x> sam:about [] .\n"), [MEMO, "blank"]),
}


@pytest.mark.parametrize("breakage", BREAKAGES)
@pytest.mark.parametrize("command", ["validate", "build", "query"])
def test_unreadable_input_says_what_and_where_and_changes_nothing(
    samspil: Any, own_register: Path, breakage: str, command: str
) -> None:
    change, expected = BREAKAGES[breakage]
    change(own_register / "data" / MEMO)
    before = _snapshot(own_register)
    arguments = {"validate": [], "build": ["-o", "site"], "query": ["agreements/in-force"]}[command]
    result = samspil(command, *arguments, "--project", str(own_register))
    assert result.returncode == 3
    assert all(words in result.stderr for words in expected), result.stderr
    assert "Traceback" not in result.stderr
    assert _snapshot(own_register) == before
    assert not (own_register.parent / "site").exists()


def test_duplicate_identifiers_name_both_things_and_files(samspil: Any, own_register: Path) -> None:
    text = (own_register / "data" / "background.ttl").read_text(encoding="utf-8")
    assert "id/identifier/cvr-29189986>" in text
    (own_register / "data" / "copy.ttl").write_text(
        "@prefix id: <https://w3id.org/samspil/id/> .\n"
        "@prefix adms: <http://www.w3.org/ns/adms#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix sam: <https://w3id.org/samspil/model/> .\n"
        "@prefix scheme: <https://w3id.org/samspil/concept/identifier-scheme/> .\n"
        "<https://w3id.org/samspil/id/actor/x> adms:identifier <https://w3id.org/samspil/id/identifier/y> .\n"
        "<https://w3id.org/samspil/id/identifier/y> sam:identifierScheme scheme:cvr ; skos:notation '29189986' .\n",
        encoding="utf-8",
    )
    result = samspil("validate", "--project", str(own_register))
    assert result.returncode == 3
    assert all(
        words in result.stderr for words in ["29189986", "copy.ttl", "background.ttl", "norddjurs-kommune"]
    )


@pytest.mark.parametrize("name", ["notat.trig", "NOTAT.TTL", "2025/notat.ttl"])
def test_a_file_that_would_be_passed_over_is_named(samspil: Any, own_register: Path, name: str) -> None:
    path = own_register / "data" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("", encoding="utf-8")
    result = samspil("query", "agreements/in-force", "--project", str(own_register))
    assert (result.returncode, name in result.stderr) == (3, True)


def test_a_folder_that_is_no_register_is_named(samspil: Any, tmp_path: Path) -> None:
    result = samspil("query", "agreements/in-force", "--project", str(tmp_path / "nowhere"))
    assert (result.returncode, "nowhere" in result.stderr) == (3, True)


def test_an_empty_register_does_not_conform(samspil: Any, tmp_path: Path) -> None:
    (tmp_path / "empty" / "data").mkdir(parents=True)
    result = samspil("validate", "--project", "empty")
    assert result.returncode == 3
    assert "intet at kontrollere" in result.stderr


def test_violations_stop_the_build_before_anything_is_written(samspil: Any, own_register: Path) -> None:
    (own_register / "data" / "wrong.ttl").write_text(WRONG + "x:a a sam:Agreement .\n", encoding="utf-8")
    result = samspil("build", "-o", "site", "--project", str(own_register))
    assert result.returncode == 1
    assert "wrong.ttl" in result.stderr
    assert not (own_register.parent / "site").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["query", "agreements/in-forse"], ["agreements/in-force"]),
        (["query", "agreements/in-force", "-p", "onn=2024-03-01"], ["onn", "on"]),
        (["query", "agreements/in-force", "-p", "on=i morgen"], ["on", "i morgen"]),
        (["query", "agreements/in-force", "-p", "on"], ["on="]),
        (
            ["query", "cooperations/formal-partnerships", "-p", "actor=nordjurs-kommune"],
            ["norddjurs-kommune"],
        ),
        (["query", "SELECT * {\n ?s ?p }"], ["2:", "^"]),
        (["query", "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"], ["SERVICE"]),
        (["query", "DELETE WHERE { ?s ?p ?o }"], ["1:1"]),
        (["query", "agreements/in-force", "--format", "xslx"], ["xslx"]),
        (["query", "agreements/in-force", "-o", "svar.xlsm"], [".xlsm", ".csv"]),
        (["export", "graph.pdf"], [".pdf"]),
        (["export", "x" * 300 + ".nq"], ["navnet er for langt"]),
        (["format", "graph.nt"], [".nt", ".ttl"]),
        (["export", "-", "--format", "ttl"], ["ttl"]),
        (["validate", "--format", "html"], ["html"]),
        (["queries", "--lang", "sv"], ["sv"]),
        (["queries", "--topic", "tid"], ["tid", "agreements", "time"]),
        (["queries", "xyzzy"], ["xyzzy", "samspil queries"]),
        (["query", "xyzzy"], ["xyzzy", "samspil queries"]),
        (
            ["query", f"ASK {{ FILTER {'(' * 5000}1{')' * 5000} }}", "--limit", "3"],
            ["mere end 100 dybt", "^"],
        ),
        (["query", f"ASK {{ FILTER (1{'+1' * 5000}) }}"], ["mere end 400 led", "^"]),
        (["queries", "--lang=sv"], ["Unknown language", "sv"]),
        (["query", "agreements/nothing", "--lang", ""], ["Ukendt spørgsmål"]),
        (["map", "-o", "/proc/nope/map.html"], ["/proc/nope/map.html"]),
    ],
)
def test_wrong_use_says_what_is_expected(samspil: Any, arguments: list[str], words: list[str]) -> None:
    result = samspil(*arguments)
    assert result.returncode == 2, result.stderr
    assert all(word in result.stderr for word in words), result.stderr
    assert "Traceback" not in result.stderr


def test_bytes_that_are_no_text_are_refused_on_the_command_line_and_in_a_pipe(samspil: Any) -> None:
    inline = samspil("query", os.fsdecode(b'ASK { ?s ?p "\xe6" }'))
    assert (inline.returncode, "det er ikke UTF-8" in inline.stderr) == (2, True), inline.stderr
    command = [sys.executable, "-m", "samspil", "query", "-"]
    piped = subprocess.run(command, input=b'ASK { ?s ?p "\xe6" }', capture_output=True, check=False)
    assert (piped.returncode, b"-:1:" in piped.stderr) == (3, True), piped.stderr


@pytest.mark.skipif(
    not Path("/dev/full").is_char_device(), reason="only Linux has a disk that is always full"
)
@pytest.mark.parametrize("arguments", [["queries"], ["query", "agreements/in-force"]])
def test_a_full_disk_is_named(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "samspil", *arguments]
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (result.returncode, "disken er fuld" in result.stderr) == (2, True), result.stderr


def test_a_file_in_the_place_of_the_folder_is_named(samspil: Any, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("", encoding="utf-8")
    result = samspil("build", "-o", "site")
    assert (result.returncode, "site kan ikke skrives" in result.stderr) == (2, True), result.stderr
    assert "Kontrollerer" not in result.stderr  # it is told before the long work


@pytest.mark.parametrize(
    ("rule", "words"), [("x", "begynder med SELECT"), ("ASK {}", "her ventes en CONSTRUCT-forespørgsel")]
)
def test_a_rule_of_ones_own_that_is_wrong_is_named(
    samspil: Any, own_register: Path, rule: str, words: str
) -> None:
    path = own_register / "ontology" / "rules" / "mine.rq"
    path.parent.mkdir(parents=True)
    path.write_text(rule, encoding="utf-8")
    result = samspil("query", "agreements/in-force", "--project", str(own_register))
    assert result.returncode == 2
    assert all(expected in result.stderr for expected in ("mine.rq:1:1", words)), result.stderr


@pytest.mark.parametrize("name", ["nope.rq", f"{'x' * 300}.rq"])
def test_a_question_file_that_is_not_there_is_a_missing_file(samspil: Any, name: str) -> None:
    result = samspil("query", name)
    assert (result.returncode, f"{name} kan ikke læses: filen findes ikke" in result.stderr) == (3, True)


def test_messages_are_english_when_asked(samspil: Any) -> None:
    assert "Unknown question" in samspil("query", "agreements/nothing", "--lang", "en").stderr
    assert "Unknown question" in samspil("query", "agreements/nothing", SAMSPIL_LANG="en").stderr


def test_format_mends_what_reading_refuses_and_check_only_looks(samspil: Any, own_register: Path) -> None:
    path = own_register / "data" / MEMO
    canonical = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + canonical.replace(b"\n", b"\r\n"))
    assert samspil("format", "--check", str(path)).returncode == 3
    assert samspil("format", str(path)).returncode == 0
    assert path.read_bytes() == canonical
    assert samspil("format", "--check", str(path)).returncode == 0


def test_format_writes_nothing_when_one_file_cannot_be_read(samspil: Any, own_register: Path) -> None:
    (own_register / "data" / "a.ttl").write_text("<urn:b> <urn:c>  <urn:d> .", encoding="utf-8")
    (own_register / "data" / "b.ttl").write_text("<urn:b> <urn:c>", encoding="utf-8")
    before = _snapshot(own_register)
    assert samspil("format", *map(str, sorted((own_register / "data").glob("*.ttl")))).returncode == 3
    assert _snapshot(own_register) == before
