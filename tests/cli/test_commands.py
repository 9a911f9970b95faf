"""What a user sees: each command in its own process, its output, its exit code."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

PARTNERSHIPS = "cooperations/formal-partnerships"


def test_version_is_printed(samspil: Any) -> None:
    assert samspil("--version").stdout.startswith("samspil 0.")


def test_validate_is_clean_on_the_shipped_register(samspil: Any) -> None:
    result = samspil("validate")
    assert result.returncode == 0, result.stdout + result.stderr


def test_validate_fails_on_what_the_user_names(samspil: Any) -> None:
    assert samspil("validate", "--fail-on", "info").returncode == 1
    assert samspil("validate", "--fail-on", "never").returncode == 0


def test_validate_gives_json_with_both_languages(samspil: Any) -> None:
    report = json.loads(samspil("validate", "--format", "json").stdout)
    assert report["findings"]
    assert all({"da", "en"} <= finding["message"].keys() for finding in report["findings"])


def test_a_question_is_answered_as_a_table_in_danish(samspil: Any) -> None:
    result = samspil("query", PARTNERSHIPS, "-p", "actor=norddjurs-kommune")
    assert result.returncode == 0, result.stderr
    assert "Aarhus Universitet" in result.stdout
    assert "3 rækker" in result.stdout


def test_a_question_is_answered_in_english(samspil: Any) -> None:
    result = samspil("query", PARTNERSHIPS, "-p", "actor=norddjurs-kommune", "--lang", "en")
    assert "3 rows" in result.stdout


@pytest.mark.parametrize("format", ["csv", "tsv", "json", "xml"])
def test_an_answer_is_read_by_an_independent_reader(samspil: Any, format: str) -> None:
    text = samspil("query", PARTNERSHIPS, "--format", format).stdout
    readers: dict[str, Callable[[], list[Any]]] = {
        "csv": lambda: list(csv.DictReader(io.StringIO(text))),
        "tsv": lambda: text.splitlines()[1:],
        "json": lambda: json.loads(text)["results"]["bindings"],
        "xml": lambda: ET.fromstring(text).findall(".//{*}result"),  # noqa: S314 our own output
    }
    assert len(readers[format]()) == 3


def test_an_answer_is_written_to_a_file_by_its_suffix(samspil: Any, tmp_path: Path) -> None:
    assert samspil("query", PARTNERSHIPS, "-o", "svar.csv").returncode == 0
    assert len((tmp_path / "svar.csv").read_text(encoding="utf-8").splitlines()) == 4


def test_sparql_of_ones_own_is_run_from_text_file_and_standard_input(samspil: Any, tmp_path: Path) -> None:
    query = "SELECT ?c { ?c a sam:FormalPartnership } ORDER BY ?c"
    (tmp_path / "mit.rq").write_text(query, encoding="utf-8")
    inline = samspil("query", query, "-f", "csv").stdout
    assert inline.count("cooperation/") == 3
    assert samspil("query", "mit.rq", "-f", "csv").stdout == inline
    assert samspil("query", "-", "-f", "csv", stdin=query).stdout == inline


def test_standard_input_may_come_from_windows(samspil: Any) -> None:
    assert samspil("query", "-", stdin="\ufeffASK { ?s ?p ?o }\r\n").stdout == "ja\n"


def test_construct_gives_turtle_and_ask_gives_a_word(samspil: Any) -> None:
    result = samspil("query", "CONSTRUCT { ?c a sam:Cooperation } WHERE { ?c a sam:FormalPartnership }")
    assert result.stdout.count("a sam:Cooperation .") == 3
    assert samspil("query", "ASK { ?c a sam:FormalPartnership }").stdout == "ja\n"


def test_queries_are_listed_and_searched(samspil: Any) -> None:
    everything = samspil("queries").stdout
    assert PARTNERSHIPS in everything
    only = samspil("queries", "--topic", "agreements").stdout
    assert "agreements/in-force" in only
    assert PARTNERSHIPS not in only
    assert "governance/meetings" in samspil("queries", "--search", "mødes").stdout
    assert samspil("queries", "--search", "findes slet ikke").returncode == 0


def test_the_map_is_one_file(samspil: Any, tmp_path: Path) -> None:
    assert samspil("map", "-o", "kort.html").returncode == 0
    assert (tmp_path / "kort.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_build_writes_maps_and_dumps(samspil: Any, tmp_path: Path) -> None:
    result = samspil("build", "-o", "site")
    assert result.returncode == 0, result.stderr
    names = {path.name for path in (tmp_path / "site").iterdir()}
    assert {"map.html", "map.en.html", "samspil.trig", "samspil.ttl", "samspil.gexf", "samspil.csv"} <= names


def test_format_reads_standard_input_and_writes_standard_output(samspil: Any) -> None:
    result = samspil("format", "-", stdin="\ufeff<urn:b> <urn:p> 1 .\r\n<urn:a> <urn:p> 1 .\r\n")
    assert (result.returncode, result.stdout) == (0, "<urn:a> <urn:p> 1 .\n\n<urn:b> <urn:p> 1 .\n")
    assert samspil("format", "--check", "-", stdin=result.stdout).returncode == 0
    assert samspil("format", "--check", "-", stdin="<urn:a> <urn:p>   1 .\n").returncode == 3


def test_a_question_of_ones_own_needs_no_header(samspil: Any, own_register: Path) -> None:
    (own_register / "queries" / "mine").mkdir(parents=True)
    (own_register / "queries" / "mine" / "all.rq").write_text("SELECT ?s { ?s ?p ?o }", encoding="utf-8")
    result = samspil("queries", "--topic", "mine", "--project", str(own_register))
    assert (result.returncode, result.stdout.splitlines()[:2]) == (0, ["mine", "  mine/all"]), result.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_results_are_utf_8_whatever_the_terminal(samspil: Any, encoding: str) -> None:
    result = samspil("queries", "--search", "mødes", PYTHONIOENCODING=encoding)
    assert (result.returncode, "mødes" in result.stdout) == (0, True), result.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
@pytest.mark.parametrize(
    ("arguments", "code"), [(["export", "-", "-f", "nq"], 0), (["validate", "--fail-on", "info"], 1)]
)
def test_a_reader_that_leaves_changes_no_exit_code(arguments: list[str], code: int) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "samspil", *arguments]
    result = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (result.returncode, result.stderr) == (code, "")


def test_asking_loads_none_of_the_heavy_libraries(samspil: Any, tmp_path: Path) -> None:
    probe = (
        "import sys; sys.argv = ['samspil', 'query', 'agreements/in-force', '-f', 'csv', '-o', 'x.csv']\n"
        "from samspil.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'rdflib', 'pyshacl', 'networkx', 'pyvis', 'starlette', 'jinja2', 'uvicorn'} & set(sys.modules)\n"
        "print(sorted(heavy))\n"
    )
    (tmp_path / "probe.py").write_text(probe, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "probe.py"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert (result.stdout, (tmp_path / "x.csv").exists()) == ("[]\n", True)
