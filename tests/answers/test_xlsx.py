"""Workbooks, opened again as a spreadsheet opens them."""

import io
import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from tests.answers.samples import NORDDJURS, QUESTION, TODAY, of_terms, of_texts, parts, written

from samspil import answers
from samspil.answers.asked import Asked
from samspil.answers.xlsx import workbook
from samspil.errors import TooManyRows
from samspil.namespaces import XSD

_LONG = 32_767


def _opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def _sheet(data: bytes, index: int = 0) -> Worksheet:
    sheet = _opened(data).worksheets[index]
    assert isinstance(sheet, Worksheet)
    return sheet


def _cells(data: bytes) -> list[list[Cell]]:
    """Return the cells below the headings."""
    return [list(row) for row in _sheet(data).iter_rows(min_row=2)]  # type: ignore[arg-type]  # none is merged


def _literal(text: str, kind: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(XSD + kind))


def _unescaped(text: object) -> str:
    """Return a text without the escapes of ISO/IEC 29500 (22.9.2.19), which openpyxl leaves."""
    return re.sub("_x([0-9A-F]{4})_", lambda match: chr(int(match[1], 16)), str(text or ""))


def test_answer_and_what_it_answers_stand_on_two_sheets() -> None:
    assert _opened(written(QUESTION, "xlsx", "da")).sheetnames == ["Svar", "Om"]
    assert _opened(written(QUESTION, "xlsx", "en")).sheetnames == ["Answer", "About"]


def test_headings_stay_and_filter() -> None:
    sheet = _sheet(written(QUESTION, "xlsx"))
    headings = ["Aktør", "Antal", "Andel", "Begyndelse", "Periode", "Sikkert"]
    assert [cell.value for cell in sheet[1]] == headings
    assert sheet["A1"].font.b is True
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A2", "A1:F3", "$1:$1")


def test_terms_are_of_the_type_that_they_have() -> None:
    rows = _cells(written(QUESTION, "xlsx"))
    assert [[cell.value for cell in row] for row in rows] == [
        ["Norddjurs", 1200, 1.5, datetime(2025, 12, 31), "efteråret 2021", "ja"],  # noqa: DTZ001 a day
        ["https://example.org/a", -1, 0.25, "1. maj 1899", None, "nej"],
    ]
    assert [cell.data_type for cell in rows[0]] == ["s", "n", "n", "d", "s", "s"]
    assert rows[0][3].number_format == "dd-mm-yyyy"
    assert _cells(written(QUESTION, "xlsx", "en"))[0][3].number_format == "yyyy-mm-dd"


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (_literal("-7", "integer"), -7),
        (_literal("+007", "int"), 7),
        (_literal("1.5E3", "double"), 1500),
        (_literal("2024", "gYear"), 2024),
        (_literal("2024-02-29T12:30:00", "dateTime"), datetime(2024, 2, 29, 12, 30)),  # noqa: DTZ001
        (_literal("2024-02-29T12:30:00Z", "dateTime"), "2024-02-29T12:30:00Z"),
        (_literal("2024-02-29Z", "date"), "2024-02-29Z"),
        (_literal("1900-02-28", "date"), "28. februar 1900"),
        (_literal("1900-03-01", "date"), datetime(1900, 3, 1)),  # noqa: DTZ001
        (_literal("9999-12-31", "date"), datetime(9999, 12, 31)),  # noqa: DTZ001
        (_literal("1234567890123456", "integer"), "1234567890123456"),  # Excel keeps 15 digits
        (_literal("0.1234567890123456", "decimal"), "0,1234567890123456"),
        (_literal("INF", "double"), "INF"),
        (_literal("syv", "integer"), "syv"),
        (ox.Literal("0707"), "0707"),
        (ox.Literal("https://example.org/"), "https://example.org/"),
        (ox.Literal("=1+1"), "=1+1"),
    ],
)
def test_value_of_a_literal(term: ox.Literal, value: object) -> None:
    [[cell]] = _cells(written(of_terms((term,)), "xlsx"))
    assert (cell.value, cell.hyperlink) == (value, None)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("http://x")', "\t=1", " =1", "＝1"]
)
def test_no_text_becomes_a_formula_even_when_it_is_edited(text: str) -> None:
    data = written(of_texts(text), "xlsx")
    [[cell]] = _cells(data)
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")


def test_names_lead_to_what_they_name() -> None:
    first, second = (row[0] for row in _cells(written(QUESTION, "xlsx")))
    assert first.hyperlink is not None
    assert second.hyperlink is not None
    assert (first.hyperlink.target, second.hyperlink.target) == (NORDDJURS, "https://example.org/a")


@pytest.mark.parametrize(
    "iri", ["javascript:alert(1)", "file:///etc/passwd", "urn:a", "external:a", "mailto:a@b"]
)
def test_only_addresses_of_the_web_are_links(iri: str) -> None:
    [[cell]] = _cells(written(of_terms((ox.NamedNode(iri),)), "xlsx"))
    assert (cell.value, cell.hyperlink) == (iri, None)


def test_part_of_a_page_is_kept_in_a_link() -> None:
    [[cell]] = _cells(written(of_terms((ox.NamedNode("https://example.org/å?b=1&c=2#del"),)), "xlsx"))
    assert cell.hyperlink is not None
    assert (cell.hyperlink.target, cell.hyperlink.location) == ("https://example.org/å?b=1&c=2", "del")


def test_cells_without_a_link_are_told_of() -> None:
    rows, question, store = parts()
    data = workbook(rows, Asked(question, store, "da"), links=1)
    assert [row[0].hyperlink is not None for row in _cells(data)] == [True, False]
    assert "Celler uden henvisning: 1." in _about(data)["Bemærk"]
    long = ox.NamedNode(f"https://example.org/{'a' * 2079}")
    [[cell]] = _cells(written(of_terms((long,)), "xlsx"))
    assert (cell.value, cell.hyperlink) == (long.value, None)


def test_a_text_that_no_cell_holds_says_how_long_it_is() -> None:
    whole, longer = "😀" * (_LONG // 2), "😀" * 20_000
    data = written(of_texts(whole, longer), "xlsx")
    [[first], [second]] = _cells(data)
    assert first.value == whole
    assert isinstance(second.value, str)
    assert len(second.value.encode("utf-16-le")) // 2 <= _LONG
    assert second.value.endswith("[afkortet her: teksten har 40.000 tegn, og en celle rummer 32.767]")
    assert "Afkortede celler: 1." in _about(data)["Bemærk"]


def test_more_rows_than_a_sheet_has_are_refused() -> None:
    rows, question, store = parts()
    with pytest.raises(TooManyRows) as caught:
        workbook(rows, Asked(question, store, "da"), most=1)
    assert (caught.value.format, caught.value.most) == ("xlsx", 1)


def _about(data: bytes) -> dict[str, str]:
    """Return name to text of the second sheet; texts under the same name are joined, and so are those under none."""
    found: dict[str, str] = {}
    for name, text in _sheet(data, 1).iter_rows(values_only=True, max_col=2):
        key = str(name or "")
        found[key] = f"{found[key]}\n{text or ''}" if key in found else str(text or "")
    return found


def test_the_second_sheet_says_what_was_asked() -> None:
    rows, question, store = parts()
    values = {"on": "2024-03-01"}
    data = answers.write(rows, question, store, "xlsx", "da", values=values, today=TODAY, limit=2)
    told = _about(data)
    assert _sheet(data, 1)["A1"].value == "Hvem og hvornår"
    assert "Én række af hver slags." in told[""]
    assert told["Spørgsmål"] == "t/who"
    assert told["Spurgt den"] == "2024-02-19"
    assert told["Svar"] == "De første 2 rækker; der er flere"
    assert told["Dagen"] == "2024-03-01"
    assert (told["Aktør"], told["Antal"]) == ("?actorLabel: aktørens navn", "?count")
    assert '("2024-03-01"^^<http://www.w3.org/2001/XMLSchema#date>)' in told[""]
    assert told["Bemærk"] == "En tom celle betyder, at det ikke er oplyst."


def test_the_second_sheet_says_which_day_today_was() -> None:
    rows, question, store = parts()
    told = _about(answers.write(rows, question, store, "xlsx", "en", today=TODAY))
    assert (told["The day"], told["Asked on"], told["Answer"]) == ("2024-02-19", "2024-02-19", "2 rows")


def test_the_query_can_be_asked_again() -> None:
    lines = [
        row[1] or "" for row in _sheet(written(QUESTION, "xlsx"), 1).iter_rows(values_only=True, max_col=2)
    ]
    bare = re.sub(r"^#\+.*\n", "", QUESTION, flags=re.MULTILINE).strip()
    assert "\n".join(map(str, lines)).rstrip().endswith(bare)
    assert "#+" not in "".join(map(str, lines))  # the words of the header stand above


def test_nothing_in_the_file_says_when_it_was_made() -> None:
    data = written(QUESTION, "xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as parts_of_it:
        assert {info.date_time[0] for info in parts_of_it.infolist()} == {1980}
        core = parts_of_it.read("docProps/core.xml").decode()
    assert str(date.today().year) not in core  # noqa: DTZ011


def test_columns_are_as_wide_as_what_they_hold(tmp_path: Path) -> None:
    sheet = _sheet(written(of_terms((ox.Literal("a" * 30), ox.Literal("b" * 500))), "xlsx"))
    assert 30 < sheet.column_dimensions["A"].width < 35
    assert 59 < sheet.column_dimensions["B"].width < 62


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(min_size=1), min_size=1, max_size=5))
def test_every_text_survives(texts: list[str]) -> None:
    rows = _cells(written(of_texts(*texts), "xlsx"))
    assert [_unescaped(row[0].value) for row in rows] == texts


@settings(deadline=None, max_examples=60)
@given(st.integers(-(10**15) + 1, 10**15 - 1), st.decimals(-1000, 1000, places=4), st.dates(date(1900, 3, 1)))
def test_every_number_and_day_survives(whole: int, part: object, day: date) -> None:
    terms = (
        _literal(str(whole), "integer"),
        _literal(f"{part:f}", "decimal"),
        _literal(day.isoformat(), "date"),
    )
    [[first, second, third]] = _cells(written(of_terms(terms), "xlsx"))
    assert (first.value, second.value) == (whole, float(str(part)))
    assert isinstance(third.value, datetime)
    assert third.value.date() == day
