"""Tables fit a line where they can, and what is cut shows that it goes on."""

import pytest

from samspil.graph.showing import as_html, as_text, counted
from samspil.wording import Table

LONG = "x" * 70


def test_a_table_of_text() -> None:
    table = Table(("Aktør", "År"), (("VIA", "2018"), (None, "a\nb")))
    assert as_text(table, "da", "2 rækker").split("\n") == [
        "Aktør        År",
        "───────────  ────",
        "VIA          2018",
        "Ikke oplyst  a b",
        "2 rækker",
    ]


@pytest.mark.parametrize(("columns", "width"), [(1, 60), (2, 40), (3, 30), (4, 24), (5, 18), (12, 18)])
def test_cells_are_cut_as_little_as_a_line_allows(columns: int, width: int) -> None:
    table = Table(("A",) * columns, ((LONG,) * columns,))
    line = as_text(table, "da").split("\n")[2]
    assert line == "  ".join(["x" * (width - 1) + "…"] * columns)


def test_what_fits_is_not_cut() -> None:
    assert as_text(Table(("A",), (("x" * 60,),)), "da").endswith("x" * 60)


def test_a_table_without_columns_or_rows_is_no_error() -> None:
    assert as_text(Table((), ()), "da") == ""
    assert as_text(Table((), ((),)), "da", "1 række") == "1 række"
    assert as_text(Table(("A",), ()), "da", "0 rækker") == "A\n─\n0 rækker"
    assert "<tbody></tbody>" in as_html(Table((), ()), "da")


@pytest.mark.parametrize(
    ("shown", "count", "lang", "words"),
    [
        (1, 1, "da", "1 række"),
        (0, 0, "da", "0 rækker"),
        (2, 2, "en", "2 rows"),
        (1, 1, "en", "1 row"),
        (60, 61, "en", "60 of 61 rows are shown"),
    ],
)
def test_rows_are_counted(shown: int, count: int, lang: str, words: str) -> None:
    assert counted(shown, count, lang) == words


def test_everything_in_a_table_of_html_is_escaped() -> None:
    page = as_html(Table(("<b>",), (("<i>",), (None,))), "en", "<u>")
    assert '<th scope="col">&lt;b&gt;</th>' in page
    assert "<td>&lt;i&gt;</td>" in page
    assert '<td class="unstated">Not stated</td>' in page
    assert "<p>&lt;u&gt;</p>" in page
    assert page.startswith('<div class="samspil" lang="en">')
