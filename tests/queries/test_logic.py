"""What the questions about time conclude, on agreements made up to try every branch, on both engines."""

from datetime import date

import pyoxigraph as ox
import pytest

from samspil.dataset import Dataset, to_rdflib
from samspil.identifiers import concept, graph, thing
from samspil.inference import derive
from samspil.namespaces import EDTF, RDF, SAM
from samspil.periods import read_period, status
from samspil.project import Project
from samspil.queries import answer, bind, read_library
from samspil.store.local import LocalStore

_LIBRARY = read_library(Project.shipped().queries)
_TODAY = date(2024, 2, 19)
_PERIODS = [
    "2024-02-19",
    "2018",
    "2022/2025",
    "2022-01-01/2025-12-31",
    "2018/..",
    "2018/",
    "../2025-12-31",
    "/2025-12-31",
    "2018?/..",
    "2018-01-01~/2025-12-31",
    "2021-23",
    "2023-24/2025-03",
    "201X/2025",
    "[2024-12,2025-01]",
]
_DAYS = [
    "2018-01-01",
    "2018-12-31",
    "2021-11-30",
    "2022-01-01",
    "2024-02-19",
    "2024-02-29",
    "2025-01-31",
    "2026-01-01",
]


def _agreement(name: str) -> ox.NamedNode:
    return ox.NamedNode(thing("agreement", name))


def _dataset(*facts: tuple[str, str, str]) -> Dataset:
    """Return a dataset of agreements and considerations: (name, property, value), where the value is a period
    or the name of another agreement or of a status."""
    dataset, made = Dataset(), []
    for name, term, value in facts:
        node = _agreement(name)
        kind = "Consideration" if name.startswith("consideration") else "Agreement"
        made.append(ox.Triple(node, ox.NamedNode(RDF + "type"), ox.NamedNode(SAM + kind)))
        target: ox.NamedNode | ox.Literal = ox.Literal(value, datatype=ox.NamedNode(EDTF + "EDTF"))
        if term in ("renews", "considers"):
            target = _agreement(value)
        elif term == "status":
            target = ox.NamedNode(concept("status", value))
        made.append(ox.Triple(node, ox.NamedNode(SAM + term), target))
    dataset.add(graph("made-up"), made)
    derive(dataset, [])
    return dataset


def _ask(dataset: Dataset, question: str, columns: str, **values: str) -> set[tuple[str | None, ...]]:
    """Return columns of an answer as texts, after both engines have given the same one."""
    asked = _LIBRARY.get(question)
    rows = answer(LocalStore(dataset), asked, values, _TODAY)
    places = [rows.variables.index(column) for column in columns.split()]
    ours = [tuple(None if t is None else getattr(t, "value", "") for t in row) for row in rows]
    theirs = to_rdflib(dataset).query(bind(asked, values, _TODAY))
    assert ours == [
        tuple(None if t is None else str(t) for t in row) for row in theirs if not isinstance(row, bool)
    ]
    return {tuple(_short(row[place]) for place in places) for row in ours}


def _short(text: str | None) -> str | None:
    return None if text is None else text.rpartition("/")[2]


@pytest.mark.parametrize("on", _DAYS)
def test_in_force_agrees_with_what_periods_say(on: str) -> None:
    dataset = _dataset(*((f"a{n}", "inForceDuring", text) for n, text in enumerate(_PERIODS)))
    expected = {
        (f"a{n}", "true" if found == "certain" else "false")
        for n, text in enumerate(_PERIODS)
        if (found := status(read_period(text), date.fromisoformat(on))) != "not"
    }
    assert _ask(dataset, "agreements/in-force", "agreement certain", on=on) == expected


_OLD = ("old", "inForceDuring", "2018/..")


@pytest.mark.parametrize(
    ("renewal", "listed"),
    [
        ([("inForceDuring", "2024-01-01/..")], {("new", "true")}),
        ([("inForceDuring", "2024/..")], {("old", "false"), ("new", "false")}),
        ([("inForceDuring", "2025/..")], {("old", "true")}),
        ([("inForceDuring", "2024-01-01/.."), ("status", "proposed")], {("old", "false")}),
        ([("inForceDuring", "2024-01-01/.."), ("status", "planned")], {("old", "false")}),
        ([("inForceDuring", "2024-01-01/.."), ("status", "adopted")], {("new", "true")}),
        ([("status", "adopted")], {("old", "true")}),
        ([("status", "proposed")], {("old", "true")}),
    ],
)
def test_renewed_agreement_is_no_longer_in_force(
    renewal: list[tuple[str, str]], listed: set[tuple[str, str]]
) -> None:
    dataset = _dataset(_OLD, ("new", "renews", "old"), *(("new", term, value) for term, value in renewal))
    assert _ask(dataset, "agreements/in-force", "agreement certain", on="2024-02-19") == listed


@pytest.mark.parametrize(
    ("renewal", "listed"),
    [
        ([], {("old", None, None)}),
        ([("renews", "old"), ("status", "proposed")], {("old", "new", "proposed")}),
        ([("renews", "old"), ("status", "planned")], {("old", "new", "planned")}),
        ([("renews", "old")], {("old", "new", None)}),
        ([("renews", "old"), ("status", "adopted")], set()),
        ([("renews", "old"), ("inForceDuring", "2025/..")], set()),
        (
            [("renews", "old"), ("inForceDuring", "2025/.."), ("status", "proposed")],
            {("old", "new", "proposed")},
        ),
        ([("renews", "old"), ("inForceDuring", "2024-01-01/..")], set()),
    ],
)
def test_agreement_runs_out_unless_an_adopted_one_follows(
    renewal: list[tuple[str, str]], listed: set[tuple[str | None, ...]]
) -> None:
    dataset = _dataset(
        ("old", "inForceDuring", "2020/2024-12-31"), *(("new", term, value) for term, value in renewal)
    )
    found = _ask(
        dataset, "agreements/running-out", "agreement successor status", on="2024-02-19", within="P12M"
    )
    assert found == listed


@pytest.mark.parametrize(
    ("period", "listed"),
    [
        ("2020/2024-02-18", False),
        ("2020/2024-02-19", True),
        ("2020/2025-02-19", True),
        ("2020/2025-02-20", False),
        ("2020/2025", True),
        ("2020/2026", False),
        ("2020/", False),
        ("2020/..", False),
    ],
)
def test_running_out_counts_the_first_and_the_last_day(period: str, listed: bool) -> None:
    dataset = _dataset(("a", "inForceDuring", period))
    found = _ask(dataset, "agreements/running-out", "agreement", on="2024-02-19", within="P1Y")
    assert (found == {("a",)}) is listed


@pytest.mark.parametrize(
    ("period", "certain"),
    [("2020/2025", "true"), ("2020/2025-12", "true"), ("2018", None), ("2024-24", None), ("2020/", None)],
)
def test_ending_in_a_year(period: str, certain: str | None) -> None:
    found = _ask(
        _dataset(("a", "inForceDuring", period)), "agreements/ending-in", "agreement certain", year="2025"
    )
    assert found == ({("a", certain)} if certain else {("a", "false")} if period == "2024-24" else set())


@pytest.mark.parametrize(
    ("facts", "overdue", "planned"),
    [
        ([("plannedTime", "2024-01")], True, False),
        ([("plannedTime", "2024-02")], False, True),
        ([("plannedTime", "2024-02-18")], True, False),
        ([("plannedTime", "2024-02-19")], False, True),
        ([("plannedTime", "2024-01"), ("actualTime", "2024-01-20")], False, False),
        ([("plannedTime", "2024-03"), ("actualTime", "2024-02-10")], False, False),
        ([("actualTime", "2024-01")], False, False),
    ],
)
def test_consideration_is_planned_overdue_or_held(
    facts: list[tuple[str, str]], overdue: bool, planned: bool
) -> None:
    name = "consideration"
    dataset = _dataset((name, "considers", "a"), *((name, term, value) for term, value in facts))
    assert bool(_ask(dataset, "governance/overdue", "consideration", on="2024-02-19")) is overdue
    values = {"from": "2024-02-19", "within": "P1M"}
    assert bool(_ask(dataset, "governance/planned-considerations", "consideration", **values)) is planned
