"""HermiT, which knows all of OWL 2 DL, agrees with owlrl. It needs Java, which the program never does."""

from pathlib import Path
from typing import Final

import pyoxigraph as ox
import pytest
from tests.ontology.published import ROOT, read
from tests.ontology.reasoning import JAVA, ask_hermit, for_reasoners, model

from samspil.namespaces import XSD

pytestmark = pytest.mark.skipif(JAVA is None, reason="HermiT needs Java, and there is none on this machine")

HERE: Final = Path(__file__).parent
WRONG: Final = sorted((HERE / "wrong").glob("*.ttl"))
DATA: Final = sorted((ROOT / "data").glob("*.ttl"))


@pytest.fixture(scope="module")
def ontology() -> list[ox.Triple]:
    return model("org", "foaf", "prov")


def test_ontology_and_data_are_consistent(ontology: list[ox.Triple], tmp_path: Path) -> None:
    verdict = ask_hermit([*ontology, *for_reasoners(read(DATA), ontology)], tmp_path, "--consistency")
    assert verdict.complaint == ""
    assert "owl#Thing is satisfiable" in verdict.answer


def test_every_class_can_have_a_member(ontology: list[ox.Triple], tmp_path: Path) -> None:
    verdict = ask_hermit(ontology, tmp_path, "--unsatisfiable")
    assert verdict.complaint == ""
    assert verdict.answer.split() == ["Classes", "equivalent", "to", "'owl:Nothing':", "owl:Nothing"]


@pytest.mark.parametrize("path", WRONG, ids=lambda path: path.stem)
def test_wrong_graph_is_inconsistent(path: Path, ontology: list[ox.Triple], tmp_path: Path) -> None:
    wrong = for_reasoners(read([path]), ontology)
    assert not ask_hermit([*ontology, *wrong], tmp_path, "--consistency").consistent


def test_right_graph_is_consistent(ontology: list[ox.Triple], tmp_path: Path) -> None:
    right = for_reasoners(read([HERE / "right.ttl"]), ontology)
    verdict = ask_hermit([*ontology, *right], tmp_path, "--consistency")
    assert verdict.consistent
    assert verdict.complaint == ""


def test_date_is_refused(ontology: list[ox.Triple], tmp_path: Path) -> None:
    """This is why no property has a date for its range, and why HermiT is not shown the literals."""
    start = ox.Triple(
        ox.NamedNode("https://w3id.org/samspil/id/interval/2021"),
        ox.NamedNode("https://w3id.org/samspil/model/earliestStart"),
        ox.Literal("2021-01-01", datatype=ox.NamedNode(XSD + "date")),
    )
    assert "date" in ask_hermit([*ontology, start], tmp_path, "--consistency").complaint
