"""Tables for a terminal: they fit, they line up, and nothing in the data acts on the terminal."""

import os
import re
import subprocess
import sys

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.answers.samples import QUESTION, TODAY, of_terms, of_texts, written

from samspil.answers.words import shown
from samspil.namespaces import XSD
from samspil.pipeline import Register
from samspil.queries import run
from samspil.store import Rows

_DAY = ox.Literal("2025-12-31", datatype=ox.NamedNode(XSD + "date"))
_TEXT = "Notat om partnerskaber og samarbejder i Norddjurs"


def _table(query: str, width: int | None = None, lang: str = "da") -> list[str]:
    return written(query, "table", lang, width=width).decode().split("\n")


def test_columns_stand_beside_each_other_where_they_fit() -> None:
    assert _table(QUESTION, 100) == [
        "Aktør                  Antal  Andel  Begyndelse         Periode         Sikkert",
        "─────────────────────  ─────  ─────  ─────────────────  ──────────────  ───────",
        "Norddjurs               1200    1,5  31. december 2025  efteråret 2021  ja",
        "https://example.org/a     -1   0,25  1. maj 1899        Ikke oplyst     nej",
        "",
        "2 rækker",
        "",
    ]


def test_days_are_in_figures_where_words_would_not_fit() -> None:
    assert _table(QUESTION, 70)[2:4] == [
        "Norddjurs               1200    1,5  31-12-2025  efteråret    ja",
        "                                                 2021",
    ]
    assert _table(QUESTION, 70, "en")[2].split()[3] == "2025-12-31"


def test_fields_stand_under_each_other_where_columns_do_not_fit() -> None:
    assert _table(QUESTION, 40) == [
        "── 1 ───────────────────────────────────",
        "Aktør       Norddjurs",
        "Antal       1200",
        "Andel       1,5",
        "Begyndelse  31. december 2025",
        "Periode     efteråret 2021",
        "Sikkert     ja",
        "",
        "── 2 ───────────────────────────────────",
        "Aktør       https://example.org/a",
        "Antal       -1",
        "Andel       0,25",
        "Begyndelse  1. maj 1899",
        "Periode     Ikke oplyst",
        "Sikkert     nej",
        "",
        "2 rækker",
        "",
    ]


def test_long_texts_fold_between_words_and_rows_stand_apart() -> None:
    terms = (ox.Literal("Aarhus"), ox.Literal(_TEXT), _DAY)
    assert _table(of_terms(terms, terms), 50) == [
        "A       B                       C",
        "──────  ──────────────────────  ─────────────────",
        "Aarhus  Notat om partnerskaber  31. december 2025",
        "        og samarbejder i",
        "        Norddjurs",
        "",
        "Aarhus  Notat om partnerskaber  31. december 2025",
        "        og samarbejder i",
        "        Norddjurs",
        "",
        "2 rækker",
        "",
    ]


def test_wide_characters_line_up() -> None:
    lines = _table(
        of_terms(*((ox.Literal(text), ox.Literal("x")) for text in ("漢字", "👍", "e\u0301", "abcd"))), 40
    )
    assert [cell_len(line[: line.index("x")]) for line in lines[2:6]] == [6, 6, 6, 6]


def test_what_is_written_to_a_file_has_a_width_of_its_own() -> None:
    lines = _table(of_texts(" ".join([_TEXT] * 10)))
    assert 120 < max(map(len, lines)) <= 160


def test_no_row_is_no_table() -> None:
    assert _table("SELECT ?a { ?a a <urn:x> }", 80) == ["0 rækker", ""]


def test_row_without_columns_is_counted() -> None:
    assert _table("SELECT * {}", 80) == ["", "1 række", ""]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b[31mrød\x07", "␛[31mrød␇"),
        ("\x9b31m", "\ufffd31m"),
        ("a\x7fb\x00", "a␡b␀"),
        ("\u202eabc\u2066", "abc"),
        ("a\r\nb\rc\u2028d\te", "a\nb\nc\nd  e"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("a\u00adb\ufeffc", "abc"),
    ],
)
def test_nothing_in_the_data_acts_on_a_terminal(text: str, seen: str) -> None:
    assert shown(text) == seen
    assert "\n".join(line for line in _table(of_texts(text), 80)[2:-3]) == seen


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.text(), st.text(), st.integers(), st.none() | st.text()), min_size=1, max_size=4),
    st.integers(20, 120),
)
def test_no_width_is_exceeded_and_no_control_character_shown(
    rows: list[tuple[str, str, int, str | None]], width: int
) -> None:
    terms = [tuple(None if value is None else ox.Literal(value) for value in row) for row in rows]
    text = written(of_terms(*terms), "table", width=width).decode()
    assert max(map(cell_len, text.split("\n"))) <= width
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", text) is None


@settings(deadline=None)
@given(st.lists(st.text(), min_size=1, max_size=4), st.integers(24, 60))
def test_no_character_of_a_text_is_lost(texts: list[str], width: int) -> None:
    lines = _table(of_texts(*texts), width)[2:-3]
    kept = re.sub(r"\s", "", "".join(map(shown, texts)))
    assert re.sub(r"\s", "", "".join(lines)) == kept


@pytest.mark.parametrize(("width", "lang"), [(80, "da"), (80, "en"), (110, "en"), (160, "da")])
def test_every_question_fits_and_breaks_no_short_word(register: Register, width: int, lang: str) -> None:
    from samspil import answers

    for question in register.library:
        values = {"lang": lang} if any(p.name == "lang" for p in question.parameters) else {}
        found = run(register.store, question, values, TODAY)
        if not isinstance(found, Rows):
            continue
        text = answers.write(found, question, register.store, "table", lang, width).decode()
        assert max(map(cell_len, text.split("\n"))) <= width, question.name
        assert not re.search(r"(?:^|\s{2})(?:decembe|Norddju)(?:\s|$)", text), question.name


_SCRIPT = """\
import sys
from tests.answers.samples import QUESTION, written
sys.stdout.buffer.write(written(QUESTION, "table", width=100))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX")
@pytest.mark.parametrize(
    ("environment", "bold"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"NO_COLOR": ""}, True)],
)
def test_headings_are_bold_on_a_terminal(environment: dict[str, str], bold: bool) -> None:
    import pty

    reading, writing = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"TERM": "xterm"}
    subprocess.run([sys.executable, "-c", _SCRIPT], stdout=writing, env=kept | environment, check=True)
    os.close(writing)
    text = os.read(reading, 65536).decode()
    os.close(reading)
    first, *others = text.replace("\r\n", "\n").split("\n")
    assert first.startswith("\x1b[1mAktør") == bold
    assert first.endswith("\x1b[0m") == bold
    assert "\x1b" not in "".join(others)


def test_headings_are_plain_in_a_pipe() -> None:
    done = subprocess.run([sys.executable, "-c", _SCRIPT], capture_output=True, check=True)
    assert b"\x1b" not in done.stdout
