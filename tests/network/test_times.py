"""Four days tell what is in force: the same as `periods.status` says of every period and day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.errors import PeriodError
from samspil.network.times import Bounds, bounds_of, in_order, in_words, spanning
from samspil.periods import read_period, status

PERIODS = [
    "2024-02-19", "2021", "2022/2025", "2018/..", "2018/", "/2024", "../2024-03-01", "2021-23", "2021?/2023",
    "2021~/..", "[2024-12,2025-01]", "[2020,2022]", "201X", "2017-01-01~/",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("2024-02-19", ("2024-02-19",) * 4),
        ("2022/2025", ("2022-01-01", "2022-12-31", "2025-01-01", "2025-12-31")),
        ("2018/..", ("2018-01-01", "2018-12-31", "9999-12-31", "")),
        ("2018/", ("2018-01-01", "2018-12-31", "", "")),
        ("../2024", ("", "0001-01-01", "2024-01-01", "2024-12-31")),
        ("/2024", ("", "", "2024-01-01", "2024-12-31")),
        ("2021?", ("2021-01-01", "", "", "2021-12-31")),
        ("2021~/..", ("2021-01-01", "", "", "")),
    ],
)
def test_bounds_of_a_period(text: str, bounds: tuple[str, ...]) -> None:
    assert bounds_of(text) == Bounds(*bounds)


@given(st.sampled_from(PERIODS), st.integers(-6000, 6000))
def test_four_days_say_what_the_period_says(text: str, days: int) -> None:
    on = date(2021, 6, 15) + timedelta(days=days)
    assert told(bounds_of(text), on.isoformat()) == status(read_period(text), on)


def told(bounds: Bounds, on: str) -> str:
    """Return what the rule in the head of `times` says of a day."""
    if (bounds.earliest_start and bounds.earliest_start > on) or (
        bounds.latest_end and bounds.latest_end < on
    ):
        return "not"
    begun = bounds.latest_start and bounds.latest_start <= on
    return "certain" if begun and bounds.earliest_end and on <= bounds.earliest_end else "possible"


def test_impossible_period_is_refused() -> None:
    with pytest.raises(PeriodError):
        bounds_of("2024-02-30")


def test_what_was_renewed_lasts_from_the_first_to_the_last() -> None:
    assert spanning(["2022-01-01/2025-12-31", "2018/"]) == Bounds(
        "2018-01-01", "2018-12-31", "2025-12-31", "2025-12-31"
    )
    assert spanning(["2018/.."]) == bounds_of("2018/..")
    assert spanning([]) == Bounds()


def test_periods_come_by_their_beginning_and_then_their_end() -> None:
    assert in_order(["2020/", "2020/2021", "../2019"]) == ["../2019", "2020/2021", "2020/"]


def test_several_periods_are_read_one_after_the_other() -> None:
    assert in_words(["2018", "2020"], "da") == "2018; 2020"
    assert in_words([], "da") == ""
