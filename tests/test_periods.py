"""What a source says about time becomes four bounds, and the bounds an answer for each day."""

import warnings
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samspil.errors import PeriodError
from samspil.errors.root import REASONS
from samspil.periods import Period, read_period, status

with warnings.catch_warnings():
    # edtf 5.0.2 uses names that pyparsing 3.3 warns about; the warning is about edtf's own code.
    warnings.simplefilter("ignore")
    from edtf import parse_edtf

D = date.fromisoformat
BEYOND = "this part of EDTF is not supported"

years = st.integers(1, 9998).map("{:04d}".format)
months = st.tuples(years, st.integers(1, 12)).map(lambda ym: f"{ym[0]}-{ym[1]:02d}")
# Winters are left out: edtf ends them on 31 December, we at the end of February.
codes = [21, 22, 23, 25, 26, 27, *range(33, 42)]
parts = st.tuples(years, st.sampled_from(codes)).map(lambda yc: f"{yc[0]}-{yc[1]}")
days = st.dates(date(1, 1, 1), date(9998, 12, 31)).map(date.isoformat)
decades = st.integers(1, 998).map("{:03d}X".format)
centuries = st.integers(1, 98).map("{:02d}XX".format)
unspecified = st.one_of(
    decades, centuries, years.map("{}-XX".format), years.map("{}-XX-XX".format), months.map("{}-XX".format)
)
plain = st.one_of(years, months, days)
marked = st.tuples(plain, st.sampled_from("?~%")).map("".join)
dates = st.one_of(plain, parts, unspecified, marked)
sets = st.one_of(
    st.tuples(st.sampled_from(["[]", "{}"]), st.lists(plain, min_size=2, max_size=4)).map(
        lambda made: made[0][0] + ",".join(made[1]) + made[0][1]
    ),
    # The package reads from one date to another only where both are of one precision.
    st.one_of(st.tuples(years, years), st.tuples(months, months), st.tuples(days, days)).map(
        lambda ends: f"[{min(ends)}..{max(ends)}]"
    ),
)
ends = st.one_of(dates, st.sampled_from(["", ".."]))
intervals = st.tuples(ends, ends).map("/".join)
# Text near EDTF, most of which is none.
near = st.text("0123456789-X?~%/.,[]{}YETS ", max_size=24)


def bounds(text: str) -> list[str | None]:
    period = read_period(text)
    found = (period.earliest_start, period.latest_start, period.earliest_end, period.latest_end)
    return [None if day is None else day.isoformat() for day in found]


def read_or_none(text: str) -> Period | None:
    try:
        return read_period(text)
    except PeriodError:
        return None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2024-02-19", "2024-02-19", "2024-02-19"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("000X", "0001-01-01", "0009-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("2004-07-XX", "2004-07-01", "2004-07-31"),
        ("2004-XX-XX", "2004-01-01", "2004-12-31"),
        ("2021-21", "2021-03-01", "2021-05-31"),
        ("2021-22", "2021-06-01", "2021-08-31"),
        ("2021-23", "2021-09-01", "2021-11-30"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2021-25", "2021-03-01", "2021-05-31"),
        ("2021-28", "2021-12-01", "2022-02-28"),
        ("2021-33", "2021-01-01", "2021-03-31"),
        ("2021-36", "2021-10-01", "2021-12-31"),
        ("2021-37", "2021-01-01", "2021-04-30"),
        ("2021-38", "2021-05-01", "2021-08-31"),
        ("2021-39", "2021-09-01", "2021-12-31"),
        ("2021-40", "2021-01-01", "2021-06-30"),
        ("2021-41", "2021-07-01", "2021-12-31"),
        ("[2024-12,2025-01]", "2024-12-01", "2025-01-31"),
        ("[2025-01,2024-12]", "2024-12-01", "2025-01-31"),
        ("[2024..2026]", "2024-01-01", "2026-12-31"),
        ("[2020,2024-05..2024-07]", "2020-01-01", "2024-07-31"),
        ("{2018,2020}", "2018-01-01", "2020-12-31"),
    ],
)
def test_one_expression_starts_and_ends_within_it(text: str, first: str, last: str) -> None:
    assert bounds(text) == [first, last, first, last]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022/2025", ["2022-01-01", "2022-12-31", "2025-01-01", "2025-12-31"]),
        ("2022-01-01/2025-12-31", ["2022-01-01", "2022-01-01", "2025-12-31", "2025-12-31"]),
        ("2018/..", ["2018-01-01", "2018-12-31", None, None]),
        ("2018/", ["2018-01-01", "2018-12-31", None, None]),
        ("../2018-05", [None, None, "2018-05-01", "2018-05-31"]),
        ("/2018-05", [None, None, "2018-05-01", "2018-05-31"]),
        ("2021-23/2022-21", ["2021-09-01", "2021-11-30", "2022-03-01", "2022-05-31"]),
        ("2024/2024", ["2024-01-01", "2024-12-31", "2024-01-01", "2024-12-31"]),
        ("201X/2020?", ["2010-01-01", "2019-12-31", "2020-01-01", "2020-12-31"]),
    ],
)
def test_interval_starts_in_one_and_ends_in_the_other(text: str, expected: list[str | None]) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("2018", set()),
        ("2018/..", {"end_open"}),
        ("2018/", {"end_unknown"}),
        ("../2018", {"start_open"}),
        ("/2018", {"start_unknown"}),
        ("2018?", {"uncertain"}),
        ("2018~", {"approximate"}),
        ("2018-05%", {"uncertain", "approximate"}),
        ("2018?/2019~", {"uncertain", "approximate"}),
        ("2018~/", {"approximate", "end_unknown"}),
        ("[2018?,2019]", {"uncertain"}),
        ("[2018..2019~]", {"approximate"}),
    ],
)
def test_flags_say_what_bounds_cannot(text: str, flags: set[str]) -> None:
    period = read_period(text)
    assert {name for name, value in vars(period).items() if value is True} == flags
    assert period.text == text


@pytest.mark.parametrize(
    ("reason", "texts"),
    [
        ("there is no such year", ["0000", "0000-05", "0000-01-01", "9999-24"]),
        (
            "there is no such month",
            ["2024-13", "2024-00", "2024-20", "2024-42", "2024-21-05", "2024-29-05", "2024-33-XX"],
        ),
        (
            "there is no such day",
            ["2024-02-30", "2023-02-29", "2024-01-00", "2024-06-31/2025", "[2024-04-31]"],
        ),
        ("the end lies before the start", ["2025/2024", "2024-11/2024-10", "[2025..2024]"]),
        ("an interval needs a date at one end", ["/", "../..", "/..", "../"]),
        ("it is not EDTF", ["", "efterår 2025", "2024 ", "2024\n"]),
        ("it is not EDTF", ["24-11", "2024-1", "2024-11-1", "12024", "２０２４", "2024??"]),
        ("it is not EDTF", ["2024/2025/2026", "[2024", "{2024]", "[]", "[2024,]", "[2024....2025]"]),
        (BEYOND, ["Y17E7", "Y170000002", "-0005", "1950S2", "2024-29", "2024-32", "2024-07-01T10:00:00"]),
        (BEYOND, ["?2004", "2004-06~-11", "201X-05", "2X24", "XXXX", "2004-XX-05"]),
        (BEYOND, ["[..2024]", "[2024..]", "[2024]/2025"]),
    ],
)
def test_text_is_refused_with_the_reason(reason: str, texts: list[str]) -> None:
    assert reason in REASONS
    for text in texts:
        with pytest.raises(PeriodError) as caught:
            read_period(text)
        assert (caught.value.text, caught.value.reason) == (text, reason)


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        # A day is certain on that day alone.
        ("2024-02-19", "2024-02-18", "not"),
        ("2024-02-19", "2024-02-19", "certain"),
        ("2024-02-19", "2024-02-20", "not"),
        # Something in a month, a season, a year or a set is never certain.
        ("2018", "2018-06-01", "possible"),
        ("2018", "2019-01-01", "not"),
        ("2018-06", "2018-06-15", "possible"),
        ("2021-23", "2021-10-01", "possible"),
        ("[2024-12,2025-01]", "2024-12-31", "possible"),
        ("{2018,2020}", "2019-06-01", "possible"),
        # An interval is certain between the two.
        ("2022/2025", "2021-12-31", "not"),
        ("2022/2025", "2022-01-01", "possible"),
        ("2022/2025", "2022-12-31", "certain"),
        ("2022/2025", "2025-01-01", "certain"),
        ("2022/2025", "2025-01-02", "possible"),
        ("2022/2025", "2025-12-31", "possible"),
        ("2022/2025", "2026-01-01", "not"),
        # An open end is for ever; an unknown one is never certain.
        ("2018/..", "2018-06-01", "possible"),
        ("2018/..", "2999-01-01", "certain"),
        ("2018/", "2018-12-31", "possible"),
        ("2018-05-01/", "2018-05-01", "possible"),
        ("2018/", "2999-01-01", "possible"),
        ("2018/", "2017-12-31", "not"),
        ("../2018", "0001-01-01", "certain"),
        ("/2018", "2017-06-01", "possible"),
        ("/2018", "2019-01-01", "not"),
        # A doubt takes the certainty away.
        ("2022?/2025", "2023-06-01", "possible"),
        ("2022/2025~", "2023-06-01", "possible"),
        ("2024-02-19?", "2024-02-19", "possible"),
    ],
)
def test_status_on_a_day(text: str, day: str, expected: str) -> None:
    assert status(read_period(text), D(day)) == expected


@settings(deadline=None)  # the package needs up to half a second for a set
@given(st.one_of(dates, sets))
def test_bounds_agree_with_the_edtf_package(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = parse_edtf(text)
        first, last = theirs.lower_strict(), theirs.upper_strict()
    ours = read_period(text)
    assert ours.earliest_start == date(*first[:3])
    assert ours.latest_end == date(*last[:3])


@settings(deadline=None)
@given(plain, plain)
def test_intervals_agree_with_the_edtf_package(start: str, end: str) -> None:
    period = read_or_none(f"{start}/{end}")
    if period is None:
        assert read_period(end).latest_end < read_period(start).earliest_start  # type: ignore[operator]  # both dates
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = parse_edtf(period.text)
        first, last = theirs.lower_strict(), theirs.upper_strict()
    assert (period.earliest_start, period.latest_end) == (date(*first[:3]), date(*last[:3]))


@given(st.one_of(dates, sets, intervals, near))
def test_bounds_are_in_order(text: str) -> None:
    period = read_or_none(text)
    if period is None:
        return
    for first, last in [
        (period.earliest_start, period.latest_start),
        (period.earliest_end, period.latest_end),
        (period.earliest_start, period.latest_end),
    ]:
        assert first is None or last is None or first <= last


@given(st.one_of(dates, sets, intervals), st.dates())
def test_certain_days_are_possible_days(text: str, day: date) -> None:
    period = read_or_none(text)
    if period is None or status(period, day) != "certain":
        return
    assert period.earliest_start is None or period.earliest_start <= day
    assert period.latest_end is None or day <= period.latest_end
    assert not (period.uncertain or period.approximate or period.start_unknown or period.end_unknown)


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.integers(0, 300))
def test_exact_interval_is_certain_within_and_not_without(start: date, length: int) -> None:
    end = start + timedelta(length)
    period = read_period(f"{start}/{end}")
    assert {status(period, start + timedelta(n)) for n in range(length + 1)} == {"certain"}
    assert status(period, start - timedelta(1)) == status(period, end + timedelta(1)) == "not"


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    read_or_none(text)
