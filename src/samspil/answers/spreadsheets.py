"""What spreadsheets read as something else than it says, what they cannot hold, and CSV that Danish Excel opens.

A text that begins like a formula runs as one when a file is opened (CSV injection). In CSV an apostrophe before
it keeps it a text; in a workbook it is a text already. Machine formats never pass through here.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, TypeVar
from unicodedata import category, normalize

import pyoxigraph as ox

from samspil.answers.asked import Asked
from samspil.answers.values import as_day, as_moment, as_number
from samspil.answers.words import grouped
from samspil.errors import TooManyRows
from samspil.store import Rows
from samspil.wording import Cell, Columns

__all__ = ["MOST_CHARACTERS", "MOST_ROWS", "excel_csv", "fitted", "is_like_a_formula", "within"]

MOST_ROWS: Final = 1_048_575  # below the headings
MOST_CHARACTERS: Final = 32_767  # of UTF-16, in a cell

_SHORTENED: Final = {
    "da": " … [afkortet her: teksten har {n} tegn, og en celle rummer 32.767]",
    "en": " … [shortened here: the text has {n} characters, and a cell holds 32,767]",
}
# Texts that Excel would show as another: leading zeros go, long numbers lose digits, 1-2 is the first of February.
_MISREAD: Final = re.compile(
    r"0[0-9]+|[0-9]{12,}|[0-9]{1,3}(?:\.[0-9]{3})+|[0-9.,]+[eE][+-]?[0-9]+"
    r"|(?![0-9]{4}-[0-9]{2}-[0-9]{2}$)[0-9]{1,4} ?([./-]) ?[0-9]{1,2}( ?\1 ?[0-9]{1,4})?"
)
_Row = TypeVar("_Row")


def excel_csv(rows: Rows, asked: Asked) -> bytes:
    """Return rows as CSV for a Danish Excel: byte order mark, semicolons, CRLF, decimal commas, labels for IRIs.

    Days are in the form of ISO 8601, which Excel reads in every language; 05-06-2025 it may turn around.
    A cell is empty where nothing is stated. Raises TooManyRows.
    """
    columns = Columns.of(rows.variables, asked.question, asked.lang)
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(_text(heading, asked.lang) for heading in columns.headings)
    for row in within(columns.read(rows, asked.store, asked.lang), "excel"):
        writer.writerow("" if cell is None else _value(cell, asked.lang) for cell in row)
    return b"\xef\xbb\xbf" + target.getvalue().encode("utf-8")


def within(rows: Iterable[_Row], format: str, most: int = MOST_ROWS) -> Iterator[_Row]:
    """Yield rows, as many as a sheet has. Raises TooManyRows at the first that it does not have."""
    for number, row in enumerate(rows):
        if number == most:
            raise TooManyRows(format, most)
        yield row


def fitted(text: str, lang: str) -> str:
    """Return a text that a cell holds; a longer one ends with how long it is."""
    length = len(text.encode("utf-16-le")) // 2
    if length <= MOST_CHARACTERS:
        return text
    note = _SHORTENED[lang].format(n=grouped(length, lang))
    kept = text.encode("utf-16-le")[: 2 * (MOST_CHARACTERS - len(note))]
    return kept.decode("utf-16-le", "ignore") + note


def is_like_a_formula(text: str) -> bool:
    """Tell whether a text begins as what a spreadsheet would run.

    Blanks and what cannot be seen do not hide the sign, and ＝ of full width is read as = by some.
    """
    if text[:1] in ("\t", "\r", "\n"):
        return True
    first = next((one for one in text if not one.isspace() and category(one) not in ("Cc", "Cf")), "")
    return normalize("NFKC", first)[:1] in ("=", "+", "-", "@")


def _value(cell: Cell, lang: str) -> str:
    """Return a number or a day as Excel reads it, another term in words."""
    number = as_number(cell.term)
    if number is not None:
        return _number(number)
    if isinstance(cell.term, ox.Literal) and as_day(cell.term):
        return cell.term.value
    if moment := as_moment(cell.term):
        return moment.isoformat(" ")
    return _text(cell.words, lang)


def _number(number: Decimal) -> str:
    """Return a number with a decimal comma, and an exponent only where it is far from 1."""
    far = abs(number.adjusted()) > 15
    return f"{number.normalize():{'E' if far else 'f'}}".replace(".", ",")


def _text(text: str, lang: str) -> str:
    """Return a text that stays a text, marked by an apostrophe where Excel would read something else."""
    guarded = is_like_a_formula(text) or _MISREAD.fullmatch(text.strip())
    return fitted(f"'{text}" if guarded else text, lang)
