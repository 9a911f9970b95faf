"""The plan of a query: the engine's own, with the rows and the time of each step."""

from pathlib import Path

import pytest

from samspil.errors import TookTooLong
from samspil.pipeline import Register
from samspil.store.disk import write_store
from samspil.store.plan import Step, read_plan


def _names(step: Step) -> list[str]:
    return [step.name, *(name for below in step.below for name in _names(below))]


@pytest.mark.parametrize(
    ("query", "root"),
    [
        ("SELECT ?a { ?a a sam:Agreement ; skos:prefLabel ?l }", "Project(?a)"),
        ("PREFIX sam: <https://w3id.org/samspil/model/> ASK { ?a a sam:Agreement }", ""),
        ("CONSTRUCT { ?a a sam:Agreement } WHERE { ?a a sam:Agreement }", ""),
        ("DESCRIBE <urn:none>", ""),
    ],
)
def test_every_form_of_query_has_a_plan(register: Register, query: str, root: str) -> None:
    plan = read_plan(query, register.dataset, None)
    assert plan.name.startswith(root)
    assert plan.seconds >= plan.own >= 0


def test_rows_of_the_plan_are_those_of_the_answer(register: Register, tmp_path: Path) -> None:
    query = "SELECT ?a { ?a a sam:Agreement }"
    rows = len(list(register.store.select(query)))
    write_store(register.dataset, tmp_path / "store", {})
    before = sorted(tmp_path.rglob("*"))
    for directory in (None, tmp_path / "store"):
        plan = read_plan(query, register.dataset, directory)
        assert plan.rows == rows
        assert any(name.startswith("QuadPattern(?a") for name in _names(plan))
    assert [path.name for path in sorted(tmp_path.rglob("*"))] == [path.name for path in before]


def test_a_plan_that_takes_too_long_is_given_up(register: Register) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with pytest.raises(TookTooLong):
        read_plan(query, register.dataset, None, 0.5)
