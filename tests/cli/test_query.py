"""`samspil query` for whoever asks much: limits of rows and time, Ctrl-C, other engines, and what is said beside."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.servers import Server, load

from samspil.pipeline import Register

HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (?c < ?f) }"  # hours
ENDLESS = "SELECT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"  # rows without end
IN_FORCE = "agreements/in-force"
# Undoes what a shell does to its background jobs, which do not hear Ctrl-C, and takes the terminal if there is one.
_HEARING = """
import fcntl, os, signal, sys, termios
signal.signal(signal.SIGINT, signal.SIG_DFL)
if os.isatty(0):
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
_COMMAND = [sys.executable, "-c", _HEARING, "-W", "error", "-m", "samspil"]


@pytest.fixture(scope="module")
def endpoint(oxigraph_server: Server, register: Register) -> str:
    """Return the address of a server that has the shipped register."""
    load(oxigraph_server, register.dataset)
    return oxigraph_server.query


# --- how much, and how long --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?a { ?a a sam:Agreement } ORDER BY ?a",
        "SELECT ?a { ?a a sam:Agreement } ORDER BY ?a # a comment",
        "SELECT ?a { ?a a sam:Agreement } ORDER BY ?a LIMIT 5",
        "SELECT ?a { ?a a ?k } ORDER BY ?a VALUES ?k { sam:Agreement }",
    ],
)
def test_a_limit_gives_the_first_rows_and_says_that_there_are_more(samspil: Any, query: str) -> None:
    whole = samspil("query", query, "-f", "csv").stdout.splitlines()
    result = samspil("query", query, "-f", "csv", "--limit", "2")
    assert (result.returncode, result.stdout.splitlines()) == (0, whole[:3])
    assert result.stderr == "De første 2 er med; der er flere. Uden --limit kommer de alle.\n"


@pytest.mark.parametrize(
    ("limit", "danish", "english"),
    [
        ("1", "Den første række; der er flere", "The first row; there are more"),
        ("2", "De første 2 rækker; der er flere", "The first 2 rows; there are more"),
    ],
)
def test_a_table_says_itself_that_there_are_more_and_nothing_says_it_again(
    samspil: Any, tmp_path: Path, limit: str, danish: str, english: str
) -> None:
    for lang, words in (("da", danish), ("en", english)):
        result = samspil("query", "actors/list", "--limit", limit, "--lang", lang)
        assert (result.stdout.splitlines()[-1], result.stderr) == (words, "")
    filed = samspil("query", "actors/list", "--limit", limit, "-o", "svar.txt")
    assert (tmp_path / "svar.txt").read_text(encoding="utf-8").splitlines()[-1] == danish
    assert filed.stderr.startswith("De" if limit == "2" else "Den første er med; der er flere.")


def test_a_limit_that_no_engine_takes_is_refused_by_its_own_name(samspil: Any) -> None:
    result = samspil("query", "actors/list", "--limit", "9" * 23)
    assert (result.returncode, result.stdout) == (2, "")
    assert "'--limit'" in result.stderr
    assert samspil("query", "ASK { }", "--limit", "1000000000").stdout == "ja\n"


@pytest.mark.parametrize(
    ("command", "seconds"),
    [
        (("query", "ASK { }"), "nan"),
        (("query", "ASK { }"), "1e300"),
        (("query", "ASK { }", "--endpoint", "http://127.0.0.1:9/"), "inf"),
        (("doctor",), "-1"),
        (("pull", "--endpoint", "http://127.0.0.1:9/", "-o", "x"), "86401"),
        (("push", "--endpoint", "http://127.0.0.1:9/"), "nan"),
    ],
)
def test_a_time_that_no_clock_counts_is_refused(samspil: Any, command: tuple[str, ...], seconds: str) -> None:
    result = samspil(*command, "--timeout", seconds)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("Der kan ikke ventes i ")
    assert len(result.stderr.splitlines()) == 1


def test_no_limit_is_a_time_for_an_answer_and_none_for_a_transfer(samspil: Any) -> None:
    assert samspil("query", "ASK { }", "--timeout", "0").stdout == "ja\n"
    assert samspil("query", "ASK { }", "--timeout", "0", "--endpoint", "http://127.0.0.1:9/").returncode == 4
    assert samspil("doctor", "--timeout", "0").returncode == 2
    result = samspil("query", "ASK { }", "--timeout", "ti")
    assert (result.returncode, result.stderr.endswith("'ti' er ikke et tal.\n")) == (2, True), result.stderr


def test_a_limit_that_is_not_reached_says_nothing(samspil: Any) -> None:
    result = samspil("query", "SELECT ?a { ?a a sam:StrategicPartnership }", "--limit", "1000", "-f", "csv")
    assert (result.returncode, result.stderr) == (0, "")
    assert samspil("query", "ASK { }", "--limit", "1").stdout == "ja\n"


def test_a_limit_holds_for_a_question_of_the_library_and_for_triples(samspil: Any) -> None:
    rows = samspil("query", "actors/list", "--limit", "3", "-f", "json")
    assert len(json.loads(rows.stdout)["results"]["bindings"]) == 3
    triples = samspil(
        "query", "CONSTRUCT { ?a a ?b } { ?a a ?b }", "--limit", "3", "-f", "nt", "--lang", "en"
    )
    assert len(triples.stdout.splitlines()) == 3
    assert triples.stderr.startswith("The first 3 are shown; there are more.")


@pytest.mark.parametrize("query", [HEAVY, ENDLESS])
def test_time_that_runs_out_is_one_message_and_its_exit_code(
    samspil: Any, tmp_path: Path, query: str
) -> None:
    result = samspil("query", query, "--timeout", "0.5", "-o", "svar.csv")
    assert (result.returncode, result.stdout) == (4, "")
    assert result.stderr.startswith("Forespørgslen er ikke besvaret efter 0,5 s.")
    assert len(result.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the process is watched through /proc")
@pytest.mark.parametrize("query", [HEAVY, ENDLESS])
def test_ctrl_c_ends_at_once_without_a_trace(tmp_path: Path, query: str) -> None:
    command = [*_COMMAND, "query", query, "-o", "svar.csv"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        _wait_for_work(process)
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=10)
    assert (process.returncode, output, errors) == (130, b"", b"")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the process is watched through /proc")
@pytest.mark.parametrize("options", [[], ["--explain"]])
def test_ctrl_c_at_a_terminal_leaves_nothing_but_what_the_terminal_shows(options: Sequence[str]) -> None:
    import pty

    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        [*_COMMAND, "query", HEAVY, *options],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,
    )
    os.close(terminal)
    _wait_for_work(process)
    os.write(controller, b"\x03")
    assert process.wait(timeout=10) == 130
    assert os.read(controller, 1000) == b"^C"
    os.close(controller)


def _wait_for_work(process: "subprocess.Popen[bytes]") -> None:
    """Wait until a process has used more time than it needs to begin: then its engine is at work."""
    fields = Path(f"/proc/{process.pid}/stat")
    while process.poll() is None:
        user, system = map(int, fields.read_text(encoding="utf-8").rpartition(")")[2].split()[11:13])
        if (user + system) / os.sysconf("SC_CLK_TCK") > 1.5:
            return
        time.sleep(0.05)


def test_a_mistake_after_the_rows_are_found_is_one_message(samspil: Any) -> None:
    result = samspil("query", "SELECT * { ?a ?b ?c }", "-f", "nt")
    assert (result.returncode, len(result.stderr.splitlines())) == (2, 1)


# --- other engines -----------------------------------------------------------------------------------


def test_a_server_gives_the_answer_that_the_files_give(samspil: Any, endpoint: str) -> None:
    local = samspil("query", IN_FORCE, "-p", "on=2024-03-01", "-f", "csv")
    named = samspil("query", IN_FORCE, "-p", "on=2024-03-01", "-f", "csv", "--endpoint", endpoint)
    preset = samspil("query", IN_FORCE, "-p", "on=2024-03-01", "-f", "csv", SAMSPIL_ENDPOINT=endpoint)
    assert (local.returncode, named.returncode, preset.returncode) == (0, 0, 0), named.stderr
    assert local.stdout == named.stdout == preset.stdout


def test_what_the_line_says_wins_over_the_server_of_the_environment(samspil: Any) -> None:
    nowhere = "http://127.0.0.1:9/query"
    assert samspil("query", "ASK { }", SAMSPIL_ENDPOINT=nowhere).returncode == 4
    elsewhere = samspil(
        "query", "ASK { }", "--endpoint", "http://127.0.0.1:9/other", SAMSPIL_ENDPOINT=nowhere
    )
    assert (elsewhere.returncode, "127.0.0.1:9/other" in elsewhere.stderr) == (4, True)


@pytest.mark.parametrize(
    ("variable", "options", "origin"),
    [
        ("ftp://a/b", [], "SAMSPIL_ENDPOINT: »ftp://a/b« kan ikke være"),
        ("http://me:secret@a/b", [], "SAMSPIL_ENDPOINT: Skriv ikke navn og adgangskode"),
        ("", ["--endpoint", "ftp://a/b"], "--endpoint: »ftp://a/b« kan ikke være"),
        ("http://127.0.0.1:9/", ["--endpoint", ""], "--endpoint: »« kan ikke være"),
        ("", ["--endpoint", " "], "--endpoint: »« kan ikke være"),
    ],
)
@pytest.mark.parametrize("command", [("query", "ASK { }"), ("doctor",)])
def test_a_wrong_address_is_told_with_the_option_or_variable_that_has_it(
    samspil: Any, command: tuple[str, ...], variable: str, options: list[str], origin: str
) -> None:
    result = samspil(*command, *options, SAMSPIL_ENDPOINT=variable)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(origin), result.stderr
    assert "secret" not in result.stderr


def test_a_graph_store_without_an_address_is_refused(samspil: Any) -> None:
    result = samspil("push", "--endpoint", "http://127.0.0.1:9/query", "--graph-store", "")
    assert (result.returncode, result.stderr.startswith("--graph-store: »«")) == (2, True), result.stderr


def test_doctor_examines_the_server_of_the_environment_and_an_empty_variable_is_none(samspil: Any) -> None:
    assert samspil("doctor", SAMSPIL_ENDPOINT="http://127.0.0.1:9/").returncode == 4
    assert samspil("doctor", SAMSPIL_ENDPOINT=" ").returncode == 0
    assert samspil("query", "ASK { }", SAMSPIL_ENDPOINT=" ").stdout == "ja\n"


@pytest.mark.parametrize("ending", [b"\r\n", b"\r"])
def test_a_question_file_from_windows_is_read(samspil: Any, tmp_path: Path, ending: bytes) -> None:
    text = b"#+ summary: mit\nSELECT ?a\n{ ?a a sam:StrategicPartnership }\n"
    (tmp_path / "mit.rq").write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", ending))
    (tmp_path / "rent.rq").write_bytes(text)
    result = samspil("query", "mit.rq", "-f", "csv")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == samspil("query", "rent.rq", "-f", "csv").stdout


@pytest.mark.parametrize(
    ("query", "options", "message"),
    [
        (
            "ASK { }",
            ["-f", "csv"],
            "Formatet csv rummer ikke ja eller nej (ASK). Vælg table, json eller xml.\n",
        ),
        (
            "ASK { }",
            ["-o", "x.xlsx"],
            "Formatet xlsx rummer ikke ja eller nej (ASK). Vælg table, json eller xml.\n",
        ),
        (
            "CONSTRUCT { ?a a ?b } { ?a a ?b }",
            ["-f", "XLSX"],
            "Formatet xlsx rummer ikke udsagn (CONSTRUCT og DESCRIBE). "
            "Vælg turtle, trig, nt, nq, jsonld eller rdfxml.\n",
        ),
    ],
)
def test_a_format_that_cannot_hold_the_answer_is_called_that(
    samspil: Any, tmp_path: Path, query: str, options: list[str], message: str
) -> None:
    result = samspil("query", query, *options)
    assert (result.returncode, result.stdout, result.stderr) == (2, "", message)
    assert list(tmp_path.iterdir()) == []


def test_a_format_is_named_in_any_case(samspil: Any) -> None:
    assert (
        samspil("query", "actors/list", "-f", "CSV").stdout
        == samspil("query", "actors/list", "-f", "csv").stdout
    )
    assert samspil("export", "-", "--format", "NT").returncode == 0


@pytest.mark.parametrize("name", ["x.csv", "x.TTL", "x.xlsx", "x.gexf", "x.json"])
def test_a_register_is_not_brought_back_into_a_folder_with_the_name_of_a_file(
    samspil: Any, endpoint: str, tmp_path: Path, name: str
) -> None:
    result = samspil("pull", "--endpoint", endpoint, "-o", name)
    assert (result.returncode, result.stdout) == (2, "")
    suffix = Path(name).suffix.lower()
    assert result.stderr == f"Formatet {suffix} rummer ikke flere grafer. Vælg .jsonld, .nq eller .trig.\n"
    assert list(tmp_path.iterdir()) == []


def test_a_store_on_disk_gives_the_answer_that_the_files_give(samspil: Any, own_register: Path) -> None:
    assert samspil("build", "--store", "lager", "--project", str(own_register)).returncode == 0
    options = ["--store", "lager", "--project", str(own_register), "-f", "csv"]
    nowhere = "http://127.0.0.1:9/query"
    stored = samspil("query", "actors/list", *options, SAMSPIL_ENDPOINT=nowhere)
    assert (stored.returncode, stored.stderr) == (0, "")
    assert stored.stdout == samspil("query", "actors/list", "-f", "csv").stdout
    background = own_register / "data" / "background.ttl"
    background.write_bytes(background.read_bytes() + b"\n")
    changed = samspil("query", "actors/list", *options)
    assert (changed.returncode, changed.stdout, "background.ttl" in changed.stderr) == (
        0,
        stored.stdout,
        True,
    )


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--endpoint", "http://127.0.0.1:9/", "--store", "x"], ["--endpoint", "--store"]),
        (["--explain", "-o", "svar.csv"], ["--explain", "--output"]),
    ],
)
def test_options_that_exclude_each_other_are_refused(
    samspil: Any, options: list[str], names: list[str]
) -> None:
    result = samspil("query", "ASK { }", *options)
    assert (result.returncode, result.stdout) == (2, "")
    assert all(name in result.stderr for name in names)


def test_service_asks_a_real_server_when_it_is_named_and_only_then(samspil: Any, endpoint: str) -> None:
    query = f"SELECT ?a {{ SERVICE <{endpoint}> {{ GRAPH ?g {{ ?a a sam:Agreement }} }} }} ORDER BY ?a"
    query = f"PREFIX sam: <https://w3id.org/samspil/model/> {query}"
    expected = samspil(
        "query", "SELECT ?a { GRAPH ?g { ?a a sam:Agreement } } ORDER BY ?a", "-f", "csv"
    ).stdout
    refused = samspil("query", query, "-f", "csv")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert f"--allow-service {endpoint}" in refused.stderr
    allowed = samspil("query", query, "-f", "csv", "--allow-service", endpoint)
    assert (allowed.returncode, allowed.stderr) == (0, "")
    assert set(allowed.stdout.splitlines()) == set(expected.splitlines())
    elsewhere = samspil("query", query, "--allow-service", f"{endpoint}/", "--endpoint", endpoint)
    assert (elsewhere.returncode, "--allow-service" in elsewhere.stderr) == (2, True)


def test_a_service_that_does_not_answer_is_a_failure_of_another_machine(samspil: Any) -> None:
    address = "http://127.0.0.1:9/sparql"
    result = samspil("query", f"ASK {{ SERVICE <{address}> {{ ?s ?p ?o }} }}", "--allow-service", address)
    assert (result.returncode, result.stdout) == (4, "")
    assert result.stderr.startswith("Serveren efter SERVICE")


# --- what is said beside the answer ------------------------------------------------------------------

BESIDE = {
    ("SELECT * { ?a skos:prefLable ?l }",): [
        "skos:prefLable findes ingen steder i registeret. Mente du skos:prefLabel?",
    ],
    ("SELECT * { <https://w3id.org/samspil/id/actor/norddjurs-komune> ?p ?o }",): [
        "<https://w3id.org/samspil/id/actor/norddjurs-komune> findes ingen steder i registeret. Mente du "
        "<https://w3id.org/samspil/id/actor/norddjurs-kommune>",
    ],
    ("SELECT * { <https://w3id.org/samspil/id/actor/norddjurs-kommune> sam:edtf ?o }",): [
        "<https://w3id.org/samspil/id/actor/norddjurs-kommune> har ingen sam:edtf",
    ],
    ("SELECT * { ?a a sam:Agreement . ?a a sam:Municipality }",): [
        "Dette mønster passer på noget:",
        "  ?a a sam:Municipality",
        "men ikke sammen med:",
        "  ?a a sam:Agreement",
    ],
    ("SELECT * { ?a sam:signed ?d FILTER (?d > 2024-01-01) }",): [
        "Denne betingelse lader ingen rækker tilbage:",
        "  FILTER (?d > 2024-01-01)",
        'En dato uden anførselstegn er et regnestykke. Skriv "2024-01-31"^^xsd:date.',
    ],
    (IN_FORCE, "-p", "on=2024-03-01", "-p", "actor=odder-kommune"): ["Uden actor=odder-kommune er der "],
}


@pytest.mark.parametrize("arguments", BESIDE, ids=lambda arguments: arguments[0])
def test_why_there_is_nothing_is_said_on_standard_error(samspil: Any, arguments: tuple[str, ...]) -> None:
    result = samspil("query", *arguments)
    assert (result.returncode, result.stdout) == (0, "0 rækker\n")
    lines = result.stderr.splitlines()
    assert len(lines) == len(BESIDE[arguments])
    assert all(line.startswith(start) for line, start in zip(lines, BESIDE[arguments], strict=True)), lines


def test_a_machine_format_has_no_word_of_why(samspil: Any) -> None:
    result = samspil("query", IN_FORCE, "-p", "on=1990-01-01", "-f", "csv")
    assert (result.returncode, result.stderr) == (0, "")


def test_a_server_is_asked_why_too(samspil: Any, endpoint: str) -> None:
    query = "SELECT * { ?a a sam:Agreement ; skos:prefLable ?l }"
    result = samspil("query", query, "--endpoint", endpoint)
    assert result.returncode == 0
    assert result.stderr.startswith("skos:prefLable findes ingen steder")


def test_why_is_given_up_when_it_takes_too_long(samspil: Any) -> None:
    query = f"SELECT ?a {{ {{ {ENDLESS} }} FILTER (?a = ?nothing) }} LIMIT 0"
    result = samspil("query", query)
    assert (result.returncode, result.stdout) == (0, "0 rækker\n")
    assert result.stderr == "Hvorfor der ingen rækker er, kunne ikke afgøres på 2 sekunder.\n"


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_term_of_ours_that_is_none_is_an_error_with_the_nearest(samspil: Any, lang: str) -> None:
    result = samspil("query", "SELECT * { ?a a sam:Agreemnt }", "--lang", lang)
    assert (result.returncode, result.stdout) == (2, "")
    assert "query:1:17:" in result.stderr
    assert {"da": "Mente du sam:Agreement", "en": "Did you mean sam:Agreement"}[lang] in result.stderr


def test_a_syntax_error_is_told_in_the_language_of_the_user(samspil: Any) -> None:
    danish, english = samspil("query", "SELCT * {}"), samspil("query", "SELCT * {}", "--lang", "en")
    assert (danish.returncode, english.returncode) == (2, 2)
    assert "»SELCT« findes ikke i SPARQL; mente du SELECT?\n  SELCT * {}\n  ^\n" in danish.stderr
    assert "there is no “SELCT” in SPARQL; did you mean SELECT?" in english.stderr


# --- the plan ----------------------------------------------------------------------------------------


def test_the_plan_shows_steps_with_rows_and_times(samspil: Any) -> None:
    result = samspil("query", "SELECT ?a ?l { ?a a sam:Agreement ; skos:prefLabel ?l }", "--explain")
    assert (result.returncode, result.stderr) == (0, "")
    assert re.search(r"^ +\d+,?\d* ms  registeret åbnet$", result.stdout, re.MULTILINE)
    assert re.search(r"^ +\d+ +\d+,\d+  \?a a sam:Agreement$", result.stdout, re.MULTILINE)
    assert re.search(r"^ +\d+ +\d+,\d+  \+ \?a skos:prefLabel \?l", result.stdout, re.MULTILINE)


def test_a_plan_shows_where_everything_is_combined_with_everything(samspil: Any) -> None:
    query = "SELECT * { ?a a sam:Agreement . ?b a sam:Municipality }"
    assert "× ?b a sam:Municipality" in samspil("query", query, "--explain").stdout


@pytest.mark.parametrize(
    "query", ["ASK { ?a a sam:Agreement }", "CONSTRUCT { ?a a sam:Agreement } { ?a a sam:Agreement }"]
)
def test_every_form_of_query_is_explained(samspil: Any, query: str) -> None:
    result = samspil("query", query, "--explain", "--lang", "en")
    assert (result.returncode, result.stderr) == (0, "")
    assert "?a a sam:Agreement" in result.stdout


def test_a_server_is_explained_by_its_times_alone(samspil: Any, endpoint: str) -> None:
    result = samspil("query", IN_FORCE, "--explain", "--endpoint", endpoint, "--lang", "en")
    assert (result.returncode, result.stderr) == (0, "")
    assert "a trip to the server and back" in result.stdout
    assert "The server's own plan cannot be seen from here" in result.stdout


def test_what_is_wrong_is_told_before_anything_is_explained(samspil: Any) -> None:
    refused = samspil("query", "ASK { SERVICE <http://127.0.0.1:9/> { } }", "--explain")
    assert (refused.returncode, "--allow-service" in refused.stderr) == (2, True)
    late = samspil("query", HEAVY, "--explain", "--timeout", "0.5")
    assert (late.returncode, late.stdout) == (4, "")


# --- one question of the library ---------------------------------------------------------------------


def test_one_question_is_shown_whole(samspil: Any) -> None:
    text = samspil("queries", IN_FORCE).stdout
    assert text.startswith(f"{IN_FORCE}\n  Aftaler i kraft på en dag\n")
    for part in (
        "on=date",
        "(ellers today)",
        "?agreementLabel",
        "aftalens navn",
        "SPARQL\n",
        "VALUES (?on ?wanted ?lang)",
    ):
        assert part in text
    assert "#+" not in text
    example = re.search(r"^  samspil (query .*)$", text, re.MULTILINE)
    assert example
    assert samspil(*example[1].split()).returncode == 0


def test_every_question_is_shown_in_both_languages(register: Register) -> None:
    from samspil.cli.listing import one_question

    for question in register.library:
        assert one_question(question, "da") != one_question(question, "en")


def test_an_unknown_question_has_a_suggestion(samspil: Any) -> None:
    result = samspil("queries", "agreements/in-forse")
    assert (result.returncode, IN_FORCE in result.stderr) == (2, True)


def test_the_list_is_narrowed_by_topic_and_text(samspil: Any) -> None:
    result = samspil("queries", "--topic", "agreements", "--search", "udløber")
    assert result.returncode == 0
    assert "agreements/running-out" in result.stdout
    assert IN_FORCE not in result.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("samspil query agreements/in-", [IN_FORCE]),
        ("samspil queries agreements/in-", [IN_FORCE]),
        (f"samspil query {IN_FORCE} -p o", ["on="]),
        ("samspil query no-such-question -p o", []),
    ],
)
def test_the_shell_completes_questions_and_their_parameters(
    samspil: Any, words: str, expected: list[str]
) -> None:
    result = subprocess.run(
        [Path(sys.executable).with_name("samspil")],
        env={**os.environ, "_SAMSPIL_COMPLETE": "complete_bash", "COMP_WORDS": words,
             "COMP_CWORD": str(len(words.split()) - 1)},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert (result.stdout.split(), result.stderr) == (expected, "")
