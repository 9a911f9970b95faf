"""`samspil doctor`: what it tells of a server and of this machine, and its exit codes."""

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from tests import servers
from tests.store.wire import reply, wire

from samspil.cli.diagnoses import ABILITIES, WORDS
from samspil.cli.doctoring import server_text
from samspil.dataset import APART
from samspil.pipeline import Register
from samspil.store.endpoint import PASSWORD, USER, Credentials, Endpoint
from samspil.store.profile import FEATURES, DefaultGraph, Profile
from samspil.store.remote import MERGE


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    with servers.oxigraph_server(tmp_path_factory.mktemp("oxigraph")) as found:
        yield found


def test_server_without_the_register_and_with_it(
    samspil: Any, server: servers.Server, register: Register
) -> None:
    before = samspil("doctor", "--endpoint", server.query)
    assert (before.returncode, before.stderr) == (1, "")
    assert "er der ikke" in before.stdout
    assert f"samspil push --endpoint\n    {server.query}" in before.stdout
    servers.load(server, register.dataset)
    after = samspil("doctor", "--endpoint", server.query, "--timeout", "30")
    assert (after.returncode, after.stderr) == (0, "")
    assert after.stdout.startswith(f"{server.query}\n\n  Svarer")
    assert after.stdout.endswith("\nServeren kan bruges.\n")
    graphs = len(set(register.dataset.graphs()) - APART)
    assert re.search(rf"^  Registeret +{graphs} grafer med \d\d\.\d\d\d udsagn$", after.stdout, re.MULTILINE)
    assert server.graph_store in after.stdout


def test_english(samspil: Any, server: servers.Server) -> None:
    result = samspil("doctor", "--endpoint", server.query, "--lang", "en")
    assert "The register" in result.stdout
    assert not re.search("[æøå]", result.stdout)


def test_lines_fit_a_terminal(samspil: Any, server: servers.Server) -> None:
    text = samspil("doctor", "--endpoint", server.query).stdout
    assert max(len(line) for line in text.splitlines() if "http" not in line) <= 78


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (reply(b"<title>Velkommen</title>", "200 OK", "text/html"), "200 text/html: Velkommen"),
        (reply(b"", "403 No", "text/plain"), USER),
        (reply(b"", "301 Moved", "text/plain", "Location: https://example.org/"), "https://example.org/"),
    ],
)
def test_what_is_no_usable_server_is_told_and_is_exit_code_4(samspil: Any, said: bytes, words: str) -> None:
    with wire(said) as server:
        result = samspil("doctor", "--endpoint", server.url)
    assert (result.returncode, result.stdout) == (4, "")
    assert words in result.stderr


@pytest.mark.parametrize(
    "names",
    [
        b'{"head":{},"boolean":true}',
        b'{"head":{"vars":["graph"]},"results":{"bindings":[{}]}}',
        b'{"head":{"vars":["graph"]},"results":{"bindings":[{"graph":{"type":"literal","value":"x"}}]}}',
    ],
)
def test_odd_json_is_exit_code_4(samspil: Any, names: bytes) -> None:
    one = b'{"head":{"vars":["one"]},"results":{"bindings":[{"one":{"type":"literal","value":"1"}}]}}'
    with wire(reply(one), reply(names)) as server:
        result = samspil("doctor", "--endpoint", server.url)
    assert (result.returncode, result.stdout) == (4, "")
    assert "Traceback" not in result.stderr


def test_part_of_a_register_is_refused_by_question_and_doctor_alike(
    samspil: Any, tmp_path_factory: pytest.TempPathFactory, register: Register
) -> None:
    with servers.oxigraph_server(tmp_path_factory.mktemp("oxigraph")) as part:
        servers.load(part, register.dataset)
        with part.client() as client:
            for name in (MERGE, register.dataset.graphs()[0]):
                client.delete(part.graph_store, params={"graph": name}).raise_for_status()
        asked = samspil("query", "agreements/in-force", "--endpoint", part.query)
        examined = samspil("doctor", "--endpoint", part.query)
    assert (asked.returncode, asked.stdout) == (4, "")
    assert "er ikke helt" in asked.stderr
    assert examined.returncode == 1
    assert "Registeret er ikke helt" in examined.stdout


def test_unreachable_server_is_exit_code_4(samspil: Any) -> None:
    result = samspil("doctor", "--endpoint", "http://127.0.0.1:9/sparql")
    assert (result.returncode, result.stdout) == (4, "")
    assert result.stderr == (
        "http://127.0.0.1:9/sparql kan ikke nås: intet lytter på den adresse. "
        "Kontrollér adressen, og at serveren kører.\n"
    )


def test_time_runs_out(samspil: Any) -> None:
    with wire(lambda _: time.sleep(3)) as server:
        result = samspil("doctor", "--endpoint", server.url, "--timeout", "1")
    assert result.returncode == 4
    assert "inden for 1 sekunder" in result.stderr


@pytest.mark.parametrize(
    "url", ["example.org", "ftp://example.org/", "https://dba:hemmeligt@example.org/sparql"]
)
def test_address_that_is_none_is_wrong_use_and_no_secret_is_told(samspil: Any, url: str) -> None:
    result = samspil("doctor", "--endpoint", url)
    assert (result.returncode, result.stdout) == (2, "")
    assert "hemmeligt" not in result.stderr


def test_secrets_of_the_environment_are_not_told(samspil: Any, server: servers.Server) -> None:
    result = samspil("doctor", "--endpoint", server.query, **{USER: "dba", PASSWORD: "hemmeligt"})
    assert "hemmeligt" not in result.stdout + result.stderr


def test_half_credentials_are_wrong_use(samspil: Any, server: servers.Server) -> None:
    assert samspil("doctor", "--endpoint", server.query, **{USER: "dba"}).returncode == 2


@pytest.mark.parametrize(("lang", "words"), [("da", "Alt er på plads."), ("en", "All is in place.")])
def test_this_machine(samspil: Any, lang: str, words: str) -> None:
    result = samspil("doctor", "--lang", lang)
    assert (result.returncode, result.stderr) == (0, "")
    assert words in result.stdout


def test_register_that_cannot_be_read_is_exit_code_3(samspil: Any, own_register: Any) -> None:
    (own_register / "data" / "wrong.ttl").write_text("no", encoding="utf-8")
    assert samspil("doctor", "--project", str(own_register)).returncode == 3


GOOD = Profile("Oxigraph/0.5", 0.01, (MERGE, "urn:a"), 2, DefaultGraph.EMPTY, True, None, None, ())
PLACE = Endpoint("http://example.org/none")


def text(lang: str = "da", endpoint: Endpoint = PLACE, **differences: Any) -> str:
    """Return what is told of a server that differs from a good one."""
    return " ".join(server_text(replace(GOOD, **differences), endpoint, None, lang).split())


@pytest.mark.parametrize(
    ("differences", "words"),
    [
        ({"graphs": ("urn:a",), "counts_twice": None}, "Registeret er ikke helt: grafen merge mangler"),
        ({"most_rows": 99}, "Serveren giver højst 99 rækker"),
        ({"graphs": ()}, "samspil push --endpoint http://example.org/none"),
        ({"lacks": ("paths", "values")}, "Serveren kan ikke: egenskabsstier, VALUES."),
    ],
)
def test_what_is_to_be_put_right(differences: dict[str, Any], words: str) -> None:
    assert words in text(**differences)
    assert text(**differences).endswith("Serveren svarer, men kan ikke bruges endnu.")


@pytest.mark.parametrize(
    ("differences", "words"),
    [
        ({"most_rows": 10000}, "mere end 10.000 rækker bliver afvist"),
        ({"lacks": ("booleans",)}, "undtagen udregnede sandhedsværdier"),
        ({"most_seconds": 1.5}, "højst 1,5"),
        ({"statements": None, "product": ""}, "med ? udsagn"),
        ({}, "--graph-store"),
    ],
)
def test_what_is_worth_knowing(differences: dict[str, Any], words: str) -> None:
    assert words in text(**differences)
    assert text(**differences).endswith("Serveren kan bruges.")


def test_password_in_clear_text_is_warned_of() -> None:
    mine = Credentials("dba", "hemmeligt")
    for url, warned in (
        ("http://example.org/", True),
        ("https://example.org/", False),
        ("http://127.0.0.1/", False),
    ):
        assert ("ukrypteret" in text(endpoint=Endpoint(url, credentials=mine))) is warned
    assert "ukrypteret" not in text()


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_ability_has_a_name(lang: str) -> None:
    assert ABILITIES[lang].keys() == FEATURES.keys()
    assert WORDS["da"].keys() == WORDS["en"].keys()
