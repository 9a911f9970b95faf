"""Tables in Markdown, read again by a reader of Markdown."""

import re

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.answers.samples import QUESTION, of_terms, of_texts, written

from samspil.answers.words import shown

_READER = MarkdownIt("commonmark").enable("table")


def _read(text: str) -> list[list[str]]:
    """Return the text of each cell below the headings, as a browser would show it."""
    tokens = _READER.parse(text)
    start = next(i for i, token in enumerate(tokens) if token.type == "tbody_open")
    rows: list[list[str]] = []
    for token in tokens[start:]:
        if token.type == "tr_open":
            rows.append([])
        if token.type == "inline" and rows and token.level > 2:
            kinds = {child.type for child in token.children or []}
            assert kinds <= {"text", "text_special", "html_inline", "link_open", "link_close"}, kinds
            rows[-1].append("".join(child.content for child in token.children or []))
    return rows


def test_table_in_danish() -> None:
    assert written(QUESTION, "markdown").decode() == (
        "| Aktør | Antal | Andel | Begyndelse | Periode | Sikkert |\n"
        "| --- | ---: | ---: | --- | --- | --- |\n"
        "| [Norddjurs](https://w3id.org/samspil/id/actor/norddjurs-kommune) | 1200 | 1,5 | 31. december 2025 "
        "| efteråret 2021 | ja |\n"
        "| [https://example.org/a](https://example.org/a) | -1 | 0,25 | 1. maj 1899 | Ikke oplyst | nej |\n"
        "\n"
        "2 rækker\n"
    )


@pytest.mark.parametrize(
    "text", ["a|b", "a\\|b", "a\\", "<b>x</b>", "*x* _y_ `z` ~~w~~", "[a](b)", "&amp; &", "![a](b)"]
)
def test_marks_are_read_as_they_are(text: str) -> None:
    assert _read(written(of_texts(text), "markdown").decode()) == [[text]]


def test_lines_of_a_text_stay_in_its_cell() -> None:
    assert "| a<br>b<br><br>c |" in written(of_texts("a\nb\r\n\rc"), "markdown").decode()


def test_address_with_marks_is_a_link() -> None:
    iri = "https://example.org/a_(b)_*c*?d=1&e=2"
    tokens = _READER.parse(written(of_terms((ox.NamedNode(iri),)), "markdown").decode())
    links = [child for token in tokens for child in token.children or [] if child.type == "link_open"]
    assert [link.attrs["href"] for link in links] == [iri]


@given(
    st.lists(
        st.text(alphabet=st.characters(blacklist_characters="\x00", blacklist_categories=["Cs"])),
        min_size=1,
        max_size=4,
    )
)
def test_any_text_is_one_cell_that_reads_as_it_is(texts: list[str]) -> None:
    terms = ((ox.Literal("x"), ox.Literal(text), ox.Literal("y")) for text in texts)
    rows = _read(written(of_terms(*terms), "markdown").decode())
    assert [len(row) for row in rows] == [3] * len(texts)
    for row, text in zip(rows, texts, strict=True):
        assert re.sub(r"\s+|<br>", "", row[1]) == re.sub(r"\s+|<br>", "", shown(text))
