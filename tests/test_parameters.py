"""A duration leads from one day to another, as ISO 8601 writes it or as a number of months."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.errors import ParameterError
from samspil.parameters import Parameter, read_term

_TODAY = date(2024, 2, 19)
_WORDS = {"da": "a", "en": "b"}
_ON = Parameter("on", "date", "today", _WORDS, variable="on")
_WITHIN = Parameter("within", "duration", "P12M", _WORDS, after="on", variable="until")
_KNOWN = {"within": _WITHIN, "on": _ON}
_EXPECTED = "P12M / P1Y6M / P2W / P30D / 12"


def _until(on: date, within: str) -> date:
    """Return the day that a duration leads to."""
    term = read_term("t/q", _WITHIN, {"on": on.isoformat(), "within": within}, _KNOWN, _TODAY)
    return date.fromisoformat(re.findall(r'^"([0-9-]+)"\^\^<[^>]*#date>$', term)[0])


# --- every form --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "within", "until"),
    [
        ("2024-01-31", "1", "2024-02-29"),
        ("2023-01-31", "P1M", "2023-02-28"),
        ("2024-12-31", "12", "2025-12-31"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2024-02-19", "0", "2024-02-19"),
        ("2024-02-19", "P0D", "2024-02-19"),
        ("2024-02-19", "P1Y6M", "2025-08-19"),
        ("2024-02-19", "P30D", "2024-03-20"),
        ("2024-02-19", "P2W", "2024-03-04"),
        ("2024-01-31", "P1M1D", "2024-03-01"),
        ("2024-02-19", "p1y0m10d", "2025-03-01"),
        ("2024-02-19", " P18M ", "2025-08-19"),
        ("9999-01-01", "P11M30D", "9999-12-31"),
    ],
)
def test_duration_leads_to_a_day_that_exists(on: str, within: str, until: str) -> None:
    assert _until(date.fromisoformat(on), within) == date.fromisoformat(until)


@pytest.mark.parametrize(
    "within",
    [
        *(
            "-1",
            "en",
            "999999999",
            "P",
            "PT1H",
            "P-1M",
            "P1.5Y",
            "P1W2D",
            "P1M1Y",
            "P5",
            "12M",
            "1 år",
            "P1 Y",
        ),
        *("P99999999999999999999D", "P" + "9" * 5000 + "M", "P7976Y", "P3000000D", "١٢", "P1\nM"),
    ],
)
def test_what_is_no_duration_says_what_is_expected(within: str) -> None:
    with pytest.raises(ParameterError) as caught:
        _until(_TODAY, within)
    assert (caught.value.parameter, caught.value.expected) == ("within", _EXPECTED)


def test_without_a_value_the_default_counts_from_the_day_that_is_given_or_today() -> None:
    assert '"2025-02-19"' in read_term("t/q", _WITHIN, {}, _KNOWN, _TODAY)
    assert '"2021-06-01"' in read_term("t/q", _WITHIN, {"on": "2020-06-01"}, _KNOWN, _TODAY)
    bare = {"on": Parameter("on", "date", None, _WORDS, variable="on")}
    assert '"2025-02-19"' in read_term("t/q", _WITHIN, {"within": " "}, bare, _TODAY)


def test_a_wrong_start_is_blamed_and_not_the_duration_after_it() -> None:
    with pytest.raises(ParameterError) as caught:
        read_term("t/q", _WITHIN, {"on": "i går"}, _KNOWN, _TODAY)
    assert (caught.value.parameter, caught.value.value) == ("on", "i går")


# --- what holds for all ------------------------------------------------------------------------------

_days = st.dates(max_value=date(9000, 12, 31))


@given(on=_days, months=st.integers(0, 1200))
def test_a_bare_number_is_months_and_twelve_of_them_are_a_year(on: date, months: int) -> None:
    assert _until(on, str(months)) == _until(on, f"P{months}M")
    assert _until(on, f"P{months // 12}Y{months % 12}M") == _until(on, f"P{months}M")


@given(on=_days, days=st.integers(0, 9999))
def test_days_are_counted_and_weeks_are_seven(on: date, days: int) -> None:
    assert _until(on, f"P{days}D") - on == timedelta(days=days)
    assert _until(on, f"P{days // 7}W") == _until(on, f"P{days // 7 * 7}D")


@given(on=_days, months=st.integers(0, 1200))
def test_months_keep_the_day_or_end_on_the_last_of_the_month(on: date, months: int) -> None:
    until = _until(on, f"P{months}M")
    assert (until.year - on.year) * 12 + until.month - on.month == months
    assert until.day == on.day or (until.day < on.day and (until + timedelta(days=1)).day == 1)


@given(st.text(alphabet="P0123456789YMWDT-+.,pt ", max_size=12) | st.text(max_size=6))
def test_any_text_is_a_duration_or_says_what_is_expected(text: str) -> None:
    try:
        until = _until(_TODAY, text)
    except ParameterError as error:
        assert (error.parameter, error.value) == ("within", text.strip())
    else:
        assert until >= _TODAY
