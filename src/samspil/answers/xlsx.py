"""A workbook: a sheet with the answer and a sheet about it; the only place where xlsxwriter makes one.

Numbers are numbers and days are days; every other term is a text, which no spreadsheet runs: a formula, an
address or a number is made of a text nowhere. A cell is empty where nothing is stated. Rows are written as they
come, and the same answer gives the same bytes.
"""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from samspil.answers.about import Line, about
from samspil.answers.asked import Asked
from samspil.answers.layout import widest
from samspil.answers.spreadsheets import MOST_ROWS, fitted, is_like_a_formula, within
from samspil.answers.values import as_day, as_moment, as_number
from samspil.answers.words import shown
from samspil.store import Rows
from samspil.wording import Cell, Columns

__all__ = ["workbook"]

MOST_LINKS: Final = 65_530  # that Excel opens on one sheet
_LONGEST_LINK: Final = 2_079
_NARROW, _WIDE, _ARROW = 9, 60, 3  # columns in characters, and the arrow of a filter
_A4: Final = 9
_FIRST_DAY: Final = date(1900, 3, 1)  # before it programs disagree: Excel has a 29 February 1900
_MADE: Final = datetime(
    1980, 1, 1, tzinfo=UTC
)  # the zero of zip files; the day of writing would change the bytes

_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_SHEETS: Final = {"da": ("Svar", "Om"), "en": ("Answer", "About")}
_UNLINKED: Final = {
    "da": "Celler uden henvisning: {n}. Et ark rummer 65.530, og en adresse højst 2.079 tegn. De står i csv.",
    "en": "Cells without a link: {n}. A sheet holds 65,530, and an address at most 2,079 characters. Choose csv.",
}
_SHORTENED: Final = {
    "da": "Afkortede celler: {n}. En celle rummer 32.767 tegn. Hele teksten står i csv.",
    "en": "Shortened cells: {n}. A cell holds 32,767 characters. Choose csv for all of the text.",
}
_DAYS: Final = {"da": "dd-mm-yyyy", "en": "yyyy-mm-dd"}

_LINK: Final = {"font_color": "#0B5C6B", "underline": 1}

# Name of a style to its properties; dates are added in the language's own form.
_STYLES: Final[dict[str, dict[str, Any]]] = {
    "heading": {"bold": True, "bottom": 1, "bottom_color": "#5B6770", "text_wrap": True, "valign": "bottom"},
    "text": {"text_wrap": True},
    "guarded text": {"text_wrap": True, "quote_prefix": True},  # a text after it has been edited, too
    "link": {"text_wrap": True} | _LINK,
    "guarded link": {"text_wrap": True, "quote_prefix": True} | _LINK,
    "integer": {"num_format": "0"},
    "number": {},
    "section": {"bold": True},
    "title": {"bold": True, "font_size": 14, "valign": "vcenter"},
    "name": {"font_color": "#5B6770", "text_wrap": True, "valign": "top"},
    "code": {"font_name": "Consolas"},
}


def workbook(rows: Rows, asked: Asked, most: int = MOST_ROWS, links: int = MOST_LINKS) -> bytes:
    """Return rows as a workbook with headings that stay and filter. Raises TooManyRows for more than `most`.

    What is named is linked to its address in the first `links` cells that name something.
    """
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        book.set_properties({"title": asked.question.summary.get(asked.lang, ""), "created": _MADE})
        styles = {name: book.add_format({"valign": "top"} | style) for name, style in _STYLES.items()}
        days = {"day": _DAYS[asked.lang], "moment": f"{_DAYS[asked.lang]} hh:mm:ss"}
        styles |= {
            name: book.add_format({"valign": "top", "num_format": form}) for name, form in days.items()
        }
        answer, beside = (book.add_worksheet(name) for name in _SHEETS[asked.lang])
        sheet = _Sheet(answer, styles, asked.lang, links)
        columns = Columns.of(rows.variables, asked.question, asked.lang)
        cells = within(columns.read(rows, asked.store, asked.lang), "xlsx", most)
        count = sheet.fill(columns.headings, cells)
        _tell(beside, styles, about(asked, columns, count, list(sheet.notes())), asked.lang)
    return target.getvalue()


class _Sheet:
    """The sheet with the answer while it is filled, row by row."""

    def __init__(self, sheet: Worksheet, styles: Mapping[str, Format], lang: str, links: int) -> None:
        """Take an empty sheet and how many cells of it may be linked."""
        self._sheet, self._styles, self._lang = sheet, styles, lang
        self._links = links
        self._unlinked = self._shortened = 0
        self._widths: list[int] = []

    def fill(self, headings: Sequence[str], rows: Iterable[Sequence[Cell | None]]) -> int:
        """Write headings and rows and return how many rows there were."""
        self._widths = [widest(shown(heading)) + _ARROW for heading in headings]
        for column, heading in enumerate(headings):
            self._sheet.write_string(0, column, self._fitted(heading), self._styles["heading"])
        count = 0
        for count, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                if cell is not None:
                    self._write(count, column, cell)
        self._arrange(count)
        return count

    def notes(self) -> Iterator[str]:
        """Yield what the reader must know of the sheet: what could not be linked or was too long."""
        for number, words in ((self._unlinked, _UNLINKED), (self._shortened, _SHORTENED)):
            if number:
                yield words[self._lang].format(n=number)

    def _write(self, row: int, column: int, cell: Cell) -> None:
        """Write one cell as what it is."""
        number, day = as_number(cell.term), as_moment(cell.term) or as_day(cell.term)
        if number is not None:
            whole = number == number.to_integral_value() and abs(number) < 10**15
            self._sheet.write_number(row, column, number, self._styles["integer" if whole else "number"])
        elif day and day.timetuple() >= _FIRST_DAY.timetuple():
            style = self._styles["moment" if isinstance(day, datetime) else "day"]
            self._sheet.write_datetime(row, column, day, style)
        else:
            self._write_text(row, column, cell)
        self._widths[column] = max(self._widths[column], widest(shown(cell.words)))

    def _write_text(self, row: int, column: int, cell: Cell) -> None:
        """Write words, linked where they name something that has an address."""
        text = self._fitted(cell.words)
        guard = "guarded " if is_like_a_formula(text) else ""
        if self._may_link(cell.iri):
            self._sheet.write_url(row, column, cell.iri, self._styles[f"{guard}link"], text)
        else:
            self._sheet.write_string(row, column, text, self._styles[f"{guard}text"])

    def _may_link(self, iri: str) -> bool:
        """Tell whether a cell can be linked, and count it."""
        if not re.match(r"https?://", iri):
            return False
        fits = self._links > 0 and len(iri.encode("utf-16-le")) // 2 <= _LONGEST_LINK
        self._links -= fits
        self._unlinked += not fits
        return fits

    def _fitted(self, text: str) -> str:
        """Return a text that a cell holds."""
        kept = fitted(text, self._lang)
        self._shortened += kept != text
        return kept

    def _arrange(self, count: int) -> None:
        """Set widths, the row that stays, the filter, and how the sheet is printed."""
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, max(_NARROW, min(_WIDE, width + 1)))
        self._sheet.freeze_panes(1, 0)
        if self._widths:
            self._sheet.autofilter(0, 0, count, len(self._widths) - 1)
        self._sheet.repeat_rows(0)
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.fit_to_pages(1, 0)


def _tell(sheet: Worksheet, styles: Mapping[str, Format], lines: Iterable[Line], lang: str) -> None:
    """Write the lines about an answer: names in one column, texts beside them."""
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 110)
    for row, line in enumerate(lines):
        first, second = {"text": ("name", "text"), "code": ("name", "code")}.get(
            line.style, (line.style, "text")
        )
        for column, text, style in ((0, line.name, first), (1, line.text, second)):
            if text:  # a title runs on over cells that are empty
                sheet.write_string(row, column, fitted(text, lang), styles[style])
