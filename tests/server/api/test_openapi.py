"""The OpenAPI document: valid, complete, in both languages, and a machine that asks by it finds nothing wrong."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from samspil.pipeline import Register
from samspil.server import open_site
from samspil.server.api.formats import forms
from samspil.server.api.openapi import describe


@pytest.fixture(scope="module", params=["da", "en"])
def document(request: pytest.FixtureRequest, register: Register) -> Any:
    return describe(open_site(register), "https://data.example.org/samspil", request.param, 100_000)


def test_it_is_valid(document: Any) -> None:
    assert list(OpenAPIV31SpecValidator(document).iter_errors()) == []


def test_every_question_is_described_whole(document: Any, register: Register) -> None:
    for question in register.library:
        operation = document["paths"][f"/api/queries/{question.name}"]["get"]
        named = {one["name"] for one in operation["parameters"] if "name" in one}
        assert named == {parameter.name for parameter in question.parameters}
        content = operation["responses"]["200"]["content"]
        assert {form.media_type.partition(";")[0] for form in forms(question)} <= content.keys()
        if "application/sparql-results+json" in content:
            bindings = content["application/sparql-results+json"]["schema"]["properties"]["results"][
                "properties"
            ]
            assert bindings["bindings"]["items"]["properties"].keys() == question.columns.keys()


def test_words_are_in_the_language_that_is_asked_for(client: httpx.Client) -> None:
    asked = {lang: client.get("/api/openapi.json", params={"lang": lang}).json() for lang in ("da", "en")}
    summaries = {
        lang: one["paths"]["/api/queries/agreements/in-force"]["get"]["summary"]
        for lang, one in asked.items()
    }
    assert summaries == {"da": "Aftaler i kraft på en dag", "en": "Agreements in force on a day"}
    assert client.get("/api/openapi.json").json() == asked["en"]
    assert client.get("/api/openapi.json?lang=de").status_code == 400


def test_addresses_begin_where_the_site_is(client: httpx.Client) -> None:
    for path in ("/api/openapi.json", "/api/queries"):
        text = client.get(path).text
        assert "samspil.invalid" not in text
        assert str(client.base_url).rstrip("/") in text
    evil = client.get("/api/openapi.json", headers={"host": 'x"y'})
    assert evil.status_code == 400 or json.loads(evil.content)


# A thing that the register does not know is refused, which no schema says; a part that a form has not, too.
CONFIGURATION = """
[checks.positive_data_acceptance]
expected-statuses = ["2xx", 400, 406]
"""


def _one_of_each(document: Any, register: Register) -> Any:
    """Return the document with a question for every type of parameter and form of answer."""
    kept, seen = {"/api/queries"}, set[object]()
    for question in register.library:
        news = {parameter.type for parameter in question.parameters} | {forms(question)}
        if not news <= seen:
            kept.add(f"/api/queries/{question.name}")
            seen |= news
    return document | {"paths": {path: one for path, one in document["paths"].items() if path in kept}}


def test_a_machine_that_asks_by_the_document_finds_nothing_wrong(
    explorer: str, client: httpx.Client, register: Register, tmp_path: Path
) -> None:
    some = _one_of_each(client.get("/api/openapi.json").json(), register)
    assert len(some["paths"]) > 5
    (tmp_path / "openapi.json").write_text(json.dumps(some), encoding="utf-8")
    (tmp_path / "schemathesis.toml").write_text(CONFIGURATION, encoding="utf-8")
    command = Path(sys.executable).with_name("schemathesis")
    options = ["--phases", "examples,coverage,fuzzing", "--max-examples", "3", "--seed", "1"]
    result = subprocess.run(
        [command, "run", "openapi.json", "--url", explorer, *options],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert result.returncode == 0, result.stdout[-5000:]


def test_the_examples_of_every_question_are_answered(client: httpx.Client) -> None:
    for path, item in client.get("/api/openapi.json").json()["paths"].items():
        values = {one["name"]: one["example"] for one in item["get"]["parameters"] if "example" in one}
        assert client.get(path, params=values).status_code == 200, path
