"""EDTF in words: what the sources' own expressions become, and that nothing is lost or raised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.datewords import day_in_words, period_in_words
from samspil.errors import PeriodError
from samspil.periods import read_period

WORDS = {
    "2018": ("2018", "2018"),
    "2018-08": ("august 2018", "August 2018"),
    "2019-10-10": ("10. oktober 2019", "10 October 2019"),
    "2021-23": ("efteråret 2021", "autumn 2021"),
    "2024-33": ("1. kvartal 2024", "quarter 1 of 2024"),
    "2024-41": ("2. halvår 2024", "half 2 of 2024"),
    "2018/": ("fra 2018, slut ikke oplyst", "from 2018, end not stated"),
    "2018/..": ("fra 2018 indtil videre", "from 2018 until further notice"),
    "/2023": ("til 2023, start ikke oplyst", "until 2023, start not stated"),
    "../2023": ("til og med 2023", "up to and including 2023"),
    "2024/2025": ("2024 – 2025", "2024 – 2025"),
    "2022-01-01/2025-12-31": ("1. januar 2022 – 31. december 2025", "1 January 2022 – 31 December 2025"),
    "[2024-12,2025-01]": ("december 2024 eller januar 2025", "December 2024 or January 2025"),
    "[2024..2026]": ("mellem 2024 og 2026", "between 2024 and 2026"),
    "{2024,2025}": ("2024 og 2025", "2024 and 2025"),
    "2017-01-01~/": (
        "fra omkring 1. januar 2017, slut ikke oplyst",
        "from about 1 January 2017, end not stated",
    ),
    "2019?": ("måske 2019", "perhaps 2019"),
    "201X": ("2010’erne", "2010s"),
    "20XX": ("2000-tallet", "2000s"),
    "2004-XX": ("2004", "2004"),
    "2004-07-XX": ("juli 2004", "July 2004"),
    "i fjor": ("i fjor", "i fjor"),
}


@pytest.mark.parametrize("text", WORDS)
def test_a_text_is_said_in_both_languages(text: str) -> None:
    assert (period_in_words(text, "da"), period_in_words(text, "en")) == WORDS[text]


@given(st.dates())
def test_a_day_keeps_its_year_and_its_number(day: object) -> None:
    words = day_in_words(str(day), "en")
    assert words.split()[0] == str(int(str(day)[8:]))
    assert int(words.split()[-1]) == int(str(day)[:4])


@given(st.text(alphabet="0123456789-/X?~%[]{},. "))
def test_every_period_that_is_read_is_said_without_its_signs(text: str) -> None:
    words = period_in_words(text, "da")
    try:
        read_period(text)
    except PeriodError:
        return
    assert not set(words) & set("[]{}X?~%")
