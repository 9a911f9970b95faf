"""What is refused, and how: by name, in the reader's language, and whatever it holds it breaks nothing."""

import socket
from typing import Any

import httpx
import pytest

from samspil.pipeline import Register
from samspil.server.api.problems import KINDS

PATH = "/api/queries/agreements/in-force"

HOSTILE = {
    "header injection": "a%0d%0aX-Evil:%201",
    "line feed": "a%0ab",
    "NUL": "a%00b",
    "script": "%3Cscript%3Ealert(1)%3C/script%3E",
    "quotes": "%22%27%3E",
    "SPARQL": "%22%20%7D%20DROP%20ALL%20%7B",
    "IRI that ends early": "https://x/%3E%20%3Fs%20%3Fp%20%3Fo",
    "100 kB": "a" * 50_000,
    "half an escape": "%e",
    "no hexadecimal": "%zz",
    "not UTF-8": "%ff%fe",
    "overlong": "%c0%af",
    "surrogate": "%ed%a0%80",
    "path": "../../../../etc/passwd",
}


def _problem(response: httpx.Response, status: int) -> Any:
    assert response.headers["content-type"] == "application/problem+json"
    told = response.json()
    assert (response.status_code, told["status"]) == (status, status)
    return told


def _parameters(register: Register) -> dict[str, tuple[str, str]]:
    """Return a question and a parameter for each type of parameter, and those that every question has."""
    found = {p.type: (q.name, p.name) for q in register.library for p in q.parameters}
    return found | {name: ("agreements/in-force", name) for name in ("limit", "offset", "profile", "unknown")}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_values_are_refused_in_every_parameter(
    client: httpx.Client, register: Register, hostile: str
) -> None:
    for kind, (question, name) in _parameters(register).items():
        response = client.get(f"/api/queries/{question}?{name}={HOSTILE[hostile]}")
        if kind == "string" and response.status_code == 200:  # any text on one line is one
            assert hostile in ("script", "quotes", "SPARQL", "IRI that ends early", "path")
            continue
        if hostile == "NUL":  # which no part of the site lets through
            assert response.status_code == 400
        else:
            _problem(response, 400)
        assert "x-evil" not in response.headers
        assert len(response.content) < 5_000
    assert client.get(PATH).status_code == 200


@pytest.mark.parametrize("hostile", [text for text in HOSTILE.values() if len(text) < 1000])
def test_hostile_paths_lead_nowhere(client: httpx.Client, hostile: str) -> None:
    for path in (
        f"/api/queries/agreements/{hostile}",
        f"/api/queries/{hostile}/x",
        f"/api/{hostile}",
        f"{PATH}.{hostile}",
    ):
        response = client.get(path)
        assert response.status_code in (400, 404, 406), path
        assert "x-evil" not in response.headers


def test_a_hundred_thousand_characters_of_a_parameter_break_nothing(client: httpx.Client) -> None:
    with socket.create_connection((client.base_url.host, client.base_url.port or 80), timeout=10) as line:
        line.sendall(f"GET {PATH}?actor={'a' * 100_000} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        status = line.recv(100).split()[1]
    assert status in (b"400", b"414", b"431")
    assert client.get(PATH).status_code == 200


def test_a_wrong_value_names_parameter_value_and_what_is_expected(client: httpx.Client) -> None:
    told = _problem(client.get(f"{PATH}?on=imorgen&lang=da"), 400)
    assert told["type"].endswith("/da/api#wrong-value")
    assert told["title"] == "En parameter har en værdi, den ikke kan have"
    assert (told["parameter"], told["value"], told["expected"]) == ("on", "imorgen", ["2024-02-19", "today"])
    assert "imorgen" in told["detail"]


def test_an_unknown_thing_is_told_with_those_like_it(client: httpx.Client) -> None:
    told = _problem(client.get(f"{PATH}?actor=nordjurs-kommune"), 400)
    assert "norddjurs-kommune" in told["expected"]


def test_an_unknown_parameter_is_told_with_those_like_it(client: httpx.Client) -> None:
    told = _problem(client.get(f"{PATH}?actr=x"), 400)
    assert (told["parameter"], told["nearest"][0]) == ("actr", "actor")


def test_a_parameter_is_given_once(client: httpx.Client) -> None:
    told = _problem(client.get(f"{PATH}?on=2024-01-01&on=2024-01-01"), 400)
    assert (told["type"].rpartition("#")[2], told["parameter"]) == ("repeated-parameter", "on")


def test_an_unknown_question_is_told_with_those_like_it(client: httpx.Client) -> None:
    told = _problem(client.get("/api/queries/agreements/inforce"), 404)
    assert "agreements/in-force" in told["nearest"]


@pytest.mark.parametrize(
    ("query", "accept", "lang"),
    [
        ("lang=en", "da", "en"),
        ("lang=da", "en", "da"),
        ("", "en-GB,en;q=0.9", "en"),
        ("", "", "da"),
        ("lang=de", "en", "en"),
    ],
)
def test_a_problem_is_told_in_the_readers_language(
    client: httpx.Client, query: str, accept: str, lang: str
) -> None:
    response = client.get(f"{PATH}?nope=1&{query}", headers={"accept-language": accept})
    assert response.headers["content-language"] == lang


@pytest.mark.parametrize("profile", ["excel", "", "EXCEL-DA"])
def test_another_profile_is_refused(client: httpx.Client, profile: str) -> None:
    response = client.get(f"{PATH}.csv", params={"profile": profile})
    assert _problem(response, 400)["parameter"] == "profile"


def test_a_profile_of_csv_fits_nothing_else(client: httpx.Client) -> None:
    assert _problem(client.get(f"{PATH}.json?profile=excel-da"), 400)["parameter"] == "profile"


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_kind_of_problem_is_explained_where_its_address_leads(client: httpx.Client, lang: str) -> None:
    page = client.get(f"/{lang}/api").text
    assert [kind for kind in KINDS if f'id="{kind}"' not in page] == []
