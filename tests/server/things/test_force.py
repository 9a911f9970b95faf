"""What a page says is in force is what the library answers, on any day."""

from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from samspil.namespaces import SAM
from samspil.pipeline import Register, open_register
from samspil.project import Project
from samspil.queries import answer
from samspil.server.things.force import in_force
from samspil.server.things.reading import Reader
from samspil.server.things.times import read_span

# A register of odd cases: successors that may have begun, that are only planned, whose own time is not stated.
ODD = Path(__file__).parents[2] / "queries" / "made-up"
DAYS = [date(year, month, 15) for year in range(2016, 2028) for month in (1, 6, 12)]


def _answered(register: Register, day: date) -> dict[str, str]:
    """Return the agreements that the library answers, and whether certainly: the surest of their periods."""
    question = register.library.get("agreements/in-force")
    found: dict[str, str] = {}
    for row in answer(register.store, question, {"on": day.isoformat()}, day):
        agreement, _label, certain = row[:3]
        assert isinstance(agreement, ox.NamedNode)
        assert isinstance(certain, ox.Literal)
        if certain.value == "true" or agreement.value not in found:
            found[agreement.value] = "certain" if certain.value == "true" else "possible"
    return found


def _said(register: Register, day: date) -> dict[str, str | None]:
    """Return what a page says of every agreement that is in force."""
    reader = Reader(register.dataset.merge, "da")
    found = {}
    for agreement in reader.things(SAM + "Agreement", "^rdf:type"):
        spans = [read_span(term.value, "da") for term in reader.values(agreement, SAM + "inForceDuring")]
        found[agreement] = in_force(agreement, spans, day, reader)
    return {agreement: status for agreement, status in found.items() if status not in (None, "not")}


@pytest.fixture(scope="module", params=["shipped", "odd"])
def one(request: pytest.FixtureRequest, register: Register) -> Register:
    return register if request.param == "shipped" else open_register(Project.at(ODD))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_an_agreement_is_in_force_as_the_library_answers(one: Register, day: date) -> None:
    assert _said(one, day) == _answered(one, day)
