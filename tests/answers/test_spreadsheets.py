"""CSV for Danish Excel, and what is neutralised on the way."""

import csv
import io

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.answers.samples import QUESTION, of_terms, of_texts, written

from samspil.answers.spreadsheets import MOST_CHARACTERS, fitted, is_like_a_formula, within
from samspil.errors import TooManyRows
from samspil.namespaces import XSD

_BOM = b"\xef\xbb\xbf"


def _read(data: bytes) -> list[list[str]]:
    """Return the rows as Excel reads them."""
    assert data.startswith(_BOM)
    return list(csv.reader(io.StringIO(data.removeprefix(_BOM).decode(), newline=""), delimiter=";"))


def _cell(text: str) -> str:
    """Return the cell that a text becomes."""
    return _read(written(of_texts(text), "excel"))[1][0]


def test_a_danish_excel_opens_it() -> None:
    assert written(QUESTION, "excel").decode("utf-8-sig") == (
        "Aktør;Antal;Andel;Begyndelse;Periode;Sikkert\r\n"
        "Norddjurs;1200;1,5;2025-12-31;efteråret 2021;ja\r\n"
        "https://example.org/a;-1;0,25;1899-05-01;;nej\r\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\n=1",
        " =1",
        "\u00a0=1",
        "\u200b=1",
        "＝1",
        "＠A",
        "﹢1",
        "-",
    ],
)
def test_what_would_run_is_kept_a_text(text: str) -> None:
    assert is_like_a_formula(text)
    assert _cell(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["", " ", "a=1", "Aarhus – Norddjurs", "1+1", "–1", "'=1", "#a", "%", "2018 -"]
)
def test_other_text_is_left_alone(text: str) -> None:
    assert not is_like_a_formula(text)
    assert _cell(text) == text


@pytest.mark.parametrize(
    "text", ["0707", "1-2", "1/2", "1.5", "01-02-2024", "3. 4", "123456789012", "1E5", "1.234"]
)
def test_a_text_that_excel_would_turn_into_another_is_kept(text: str) -> None:
    assert _cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["29189986", "2024-02-19", "1,5", "31. december 2025", "12:30", "s. 4"])
def test_a_text_that_stays_what_it_says_is_left_alone(text: str) -> None:
    assert _cell(text) == text


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("-1", "integer", "-1"),
        ("+5", "integer", "5"),
        ("-0.50", "decimal", "-0,5"),
        ("1.5E300", "double", "1,5E+300"),
        ("1234567890123456", "integer", "'1234567890123456"),
        ("2024-02-19T08:00:00", "dateTime", "2024-02-19 08:00:00"),
        ("2024-02-19T08:00:00Z", "dateTime", "2024-02-19T08:00:00Z"),
        ("-INF", "double", "'-INF"),
    ],
)
def test_numbers_stay_numbers(text: str, kind: str, shown: str) -> None:
    term = ox.Literal(text, datatype=ox.NamedNode(XSD + kind))
    assert _read(written(of_terms((term,)), "excel"))[1] == [shown]


def test_machine_formats_keep_what_would_run() -> None:
    assert written(of_texts("=1+1"), "csv") == b"a\r\n=1+1\r\n"
    assert written(of_texts("=1+1"), "tsv") == b'?a\n"=1+1"\n'


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_every_text_survives(texts: list[str]) -> None:
    rows = _read(written(of_terms(*((ox.Literal(text), ox.Literal("x")) for text in texts)), "excel"))
    assert [row[0].removeprefix("'") for row in rows[1:]] == [text.removeprefix("'") for text in texts]
    assert not any(is_like_a_formula(row[0]) for row in rows[1:])


@given(st.text(alphabet="a😀", max_size=3), st.integers(MOST_CHARACTERS - 5, MOST_CHARACTERS + 5))
def test_fitted_text_fits_and_only_a_longer_one_is_changed(text: str, length: int) -> None:
    whole = "x" * (length - len(text)) + text
    units = len(whole.encode("utf-16-le")) // 2
    kept = fitted(whole, "en")
    assert len(kept.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    assert (kept == whole) == (units <= MOST_CHARACTERS)


def test_rows_are_counted_while_they_come() -> None:
    assert list(within(iter("ab"), "excel", 2)) == ["a", "b"]
    with pytest.raises(TooManyRows):
        list(within(iter("abc"), "excel", 2))
