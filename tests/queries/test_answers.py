"""Every question, asked with the values of cases.toml, answers what is stored, on two engines.

The stored answers were read through when they were stored: `test_competency.py` has the most important ones
typed over from the list of questions, independently of these files.
"""

import csv
import io

import pyoxigraph as ox
import pytest
import rdflib
from tests.queries.cases import FOLDERS, TODAY, Case, answered, is_graph, open_registers, read_cases

from samspil.dataset import to_rdflib
from samspil.pipeline import Register
from samspil.queries import bind, run
from samspil.store import Rows, Term

_CASES = [case for name in FOLDERS for case in read_cases(name)]
_every = pytest.mark.parametrize("case", _CASES, ids=[f"{case.register}: {case}" for case in _CASES])


# rdflib takes seconds for some questions of the register that ships; servers answer all of it (test_engines).
_made_up = pytest.mark.parametrize(
    "case",
    [case for case in _CASES if case.register != "shipped"],
    ids=lambda case: f"{case.register}: {case}",
)


@pytest.fixture(scope="module")
def registers(register: Register) -> dict[str, Register]:
    """Return the registers that the cases are asked of."""
    return open_registers() | {"shipped": register}


@pytest.fixture(scope="module")
def peers(registers: dict[str, Register]) -> dict[str, rdflib.Graph]:
    """Return the merge of each register in the other engine."""
    return {name: to_rdflib(register.dataset) for name, register in registers.items()}


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


@_every
def test_answer_is_the_stored_one(registers: dict[str, Register], case: Case) -> None:
    register = registers[case.register]
    stored = case.stored(register.library).read_bytes()
    assert _rows(answered(register, case)) == _rows(stored)


def _rows(answer: bytes) -> list[list[str]]:
    """Return the rows of a stored answer: of a graph, its statements as they are written."""
    return list(csv.reader(io.StringIO(answer.decode())))


@_made_up
def test_other_engine_answers_the_same_in_the_same_order(
    registers: dict[str, Register], peers: dict[str, rdflib.Graph], case: Case
) -> None:
    register = registers[case.register]
    question = register.library.get(case.question)
    ours = run(register.store, question, case.values, TODAY)
    theirs = peers[case.register].query(bind(question, case.values, TODAY))
    rows = [tuple(map(_term, row)) for row in theirs if not isinstance(row, bool)]
    if isinstance(ours, Rows):
        assert [str(variable) for variable in theirs.vars or []] == ours.variables
        assert rows == list(ours)
    else:
        assert not isinstance(ours, bool)
        assert {tuple(triple) for triple in ours} == set(rows)


@pytest.mark.parametrize("name", FOLDERS)
def test_every_question_has_a_case_and_every_stored_answer_belongs_to_one(
    registers: dict[str, Register], name: str
) -> None:
    library = registers[name].library
    cases = [case for case in _CASES if case.register == name]
    assert {case.question for case in cases} == set(library.names())
    paths = [case.stored(library) for case in cases]
    assert len(paths) == len(set(paths))
    assert set(paths) == {path for path in (FOLDERS[name] / "expected").rglob("*") if path.is_file()}


def test_every_question_has_an_answer_with_rows(registers: dict[str, Register]) -> None:
    library = registers["shipped"].library
    filled = set()
    for case in read_cases("shipped"):
        header = 0 if is_graph(library, case.question) else 1
        if len(_rows(case.stored(library).read_bytes())) > header:
            filled.add(case.question)
    assert filled == set(library.names())


@_every
def test_no_row_comes_twice(registers: dict[str, Register], case: Case) -> None:
    rows = _rows(case.stored(registers[case.register].library).read_bytes())
    assert len(rows) == len({tuple(row) for row in rows})
