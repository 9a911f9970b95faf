"""Every question, asked with the values of cases.toml, answers what is stored, on two engines.

The stored answer is SPARQL 1.1 CSV. It was read through when it was stored: `test_competency.py` has the most
important ones typed over from the list of questions, independently of these files.
"""

import csv
import io
import tomllib
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from samspil.dataset import to_rdflib
from samspil.pipeline import Register
from samspil.queries import answer, bind
from samspil.store import Term

_HERE = Path(__file__).parent
_TODAY = date(2024, 2, 19)
_CASES = tomllib.loads((_HERE / "cases.toml").read_text(encoding="utf-8"))["case"]


def _stored(case: dict[str, str]) -> Path:
    """Return where the answer of a case is stored."""
    name = ".".join(filter(None, [case["question"], case.get("name")]))
    return _HERE / "expected" / f"{name}.csv"


_NAMES = [_stored(case).relative_to(_HERE / "expected").with_suffix("").as_posix() for case in _CASES]


@pytest.fixture(scope="module")
def peer(register: Register) -> rdflib.Graph:
    """Return the merge of the shipped register in the other engine."""
    return to_rdflib(register.dataset)


def _term(node: rdflib.term.Node | None) -> Term | None:
    """Return rdflib's term as pyoxigraph's."""
    if node is None:
        return None
    if isinstance(node, rdflib.URIRef):
        return ox.NamedNode(str(node))
    assert isinstance(node, rdflib.Literal)
    if node.language:
        return ox.Literal(str(node), language=node.language)
    return ox.Literal(str(node), datatype=ox.NamedNode(node.datatype) if node.datatype else None)


@pytest.mark.parametrize("case", _CASES, ids=_NAMES)
def test_answer_is_the_stored_one(register: Register, case: dict[str, dict[str, str]]) -> None:
    question = register.library.get(str(case["question"]))
    rows = answer(register.store, question, case.get("values", {}), _TODAY).serialize("csv")
    stored = _stored({"question": question.name, "name": str(case.get("name", ""))}).read_text("utf-8")
    found = list(csv.reader(io.StringIO(rows.decode())))
    assert found == list(csv.reader(io.StringIO(stored)))


@pytest.mark.parametrize("case", _CASES, ids=_NAMES)
def test_other_engine_answers_the_same_rows_in_the_same_order(
    register: Register, peer: rdflib.Graph, case: dict[str, dict[str, str]]
) -> None:
    question, values = register.library.get(str(case["question"])), case.get("values", {})
    ours = answer(register.store, question, values, _TODAY)
    theirs = peer.query(bind(question, values, _TODAY))
    assert [str(variable) for variable in theirs.vars or []] == ours.variables
    rows = [tuple(map(_term, row)) for row in theirs if not isinstance(row, bool)]
    assert rows == list(ours)


def test_every_question_has_a_case_and_every_stored_answer_belongs_to_one(register: Register) -> None:
    assert {case["question"] for case in _CASES} == set(register.library.names())
    assert {_stored(case) for case in _CASES} == set((_HERE / "expected").rglob("*.csv"))


def test_every_question_has_an_answer_with_rows(register: Register) -> None:
    empty = {case["question"] for case in _CASES} - {
        case["question"] for case in _CASES if len(_stored(case).read_text("utf-8").splitlines()) > 1
    }
    assert empty == set()


def test_most_questions_have_no_ties(register: Register) -> None:
    for case in _CASES:
        question = register.library.get(case["question"])
        lines = _stored(case).read_text("utf-8").splitlines()
        assert len(lines) == len(set(lines)), question.name
