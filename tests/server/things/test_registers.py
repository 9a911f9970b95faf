"""Pages over registers that strangers write: names that are script, hubs, times that are none, nothing at all."""

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from tests.server.things.pages import Read

from samspil.pipeline import Register, open_register
from samspil.project import Project

Ask = Callable[[Register, str], httpx.Response]

HOSTILE = "<script>alert(1)</script>\"'{{ 7 * 7 }} %(n)s"
MANY = 150
DATA = """
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix sam: <https://w3id.org/samspil/model/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix void: <http://rdfs.org/ns/void#> .
<https://w3id.org/samspil/graph/notes> a void:Dataset .
<https://w3id.org/samspil/id/actor/evil> a sam:Municipality ;
  skos:prefLabel "{hostile}"@da ;
  foaf:homepage <javascript:alert(2)> .
<https://w3id.org/samspil/id/actor/only-danish> a sam:Council ; skos:prefLabel "Rådet"@da .
<https://w3id.org/samspil/id/agreement/one> a sam:Agreement ;
  skos:prefLabel "One"@en , "Én"@da ;
  sam:inForceDuring "2022/2025"^^edtf:EDTF ;
  sam:hasParty <https://w3id.org/samspil/id/actor/evil> .
<https://w3id.org/samspil/id/cooperation/hub> a sam:StrategicCooperation ; skos:prefLabel "Hub"@da .
"""


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """Return a register with a hostile name, a council without an English one, and a cooperation of very many."""
    folder = tmp_path_factory.mktemp("strange")
    (folder / "data").mkdir()
    parts = [
        f"<https://w3id.org/samspil/id/participation/p{n}> a sam:Participation ; "
        f"org:organization <https://w3id.org/samspil/id/cooperation/hub> ; "
        f"org:member <https://w3id.org/samspil/id/actor/evil> ."
        for n in range(MANY)
    ]
    text = DATA.replace("{hostile}", HOSTILE.replace('"', '\\"'))
    (folder / "data" / "notes.ttl").write_text("\n".join([text, *parts, ""]), encoding="utf-8")
    return open_register(Project.at(Path(folder)))


@pytest.mark.parametrize(
    "path", ["/da/doc/actor/evil", "/en/doc/actor/evil", "/da/doc/agreement/one", "/da/doc/cooperation/hub"]
)
def test_a_name_that_is_script_stays_text(strange: Register, ask: Ask, path: str) -> None:
    page = ask(strange, path)
    assert page.status_code == 200
    read = Read(page.text)
    assert HOSTILE in read.text(without=("head",))
    assert "<script>alert" not in page.text
    assert not [link for link in read.links if link.startswith("javascript:")]


def test_a_text_without_english_says_that_it_is_danish(strange: Register, ask: Ask) -> None:
    page = ask(strange, "/en/doc/actor/only-danish")
    assert '<h1><span lang="da">Rådet</span></h1>' in page.text
    assert "<h1>Rådet</h1>" in ask(strange, "/da/doc/actor/only-danish").text


def test_a_hub_is_shown_in_part_until_all_is_asked_for(strange: Register, ask: Ask) -> None:
    first, whole = (ask(strange, f"/da/doc/cooperation/hub{query}") for query in ("", "?all"))
    rows = 'class="mark more"'
    assert (first.text.count(rows), whole.text.count(rows)) == (100, MANY)
    assert 'href="?all#participants"' in first.text
    assert 'href="?all#' not in whole.text


def test_what_nobody_has_said_is_told(strange: Register, ask: Ask) -> None:
    text = Read(ask(strange, "/da/doc/actor/only-danish").text).text()
    assert "Hvad der ikke vides" in text
    assert "Hjemstedet er ikke oplyst." in text
    assert "Ikke oplyst: del af." in text
