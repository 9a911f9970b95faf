"""An answer is a sequence of rows that keeps its terms, shows itself, and can be written."""

import csv
from dataclasses import FrozenInstanceError
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from samspil.answers.asked import Asked
from samspil.answers.words import grouped
from samspil.errors import UnknownFormat, UnknownName, UnwritableOutput
from samspil.graph import Answer, Graph
from samspil.pipeline import Register
from samspil.queries import parse_question
from samspil.store import Term

IN_FORCE = {"on": "2024-02-19"}


def test_an_answer_is_a_sequence_of_rows(graph: Graph) -> None:
    answer = graph.ask("agreements/in-force", **IN_FORCE)
    assert len(answer) == 4
    assert answer[0] == next(iter(answer))
    assert answer[-1] in answer
    assert [row.certain for row in answer] == [True, False, True, False]
    assert answer.columns[:3] == ("agreement", "agreementLabel", "certain")


def test_a_part_of_an_answer_is_an_answer(graph: Graph) -> None:
    answer = graph.ask("agreements/in-force", **IN_FORCE)
    assert isinstance(answer[:2], Answer)
    assert list(answer[:2]) == list(answer)[:2]
    assert "2 rækker" in repr(answer[:2])


def test_answers_are_equal_by_columns_and_terms(graph: Graph) -> None:
    answer = graph.ask("agreements/in-force", **IN_FORCE)
    again = graph.ask("agreements/in-force", **IN_FORCE)
    assert (answer, hash(answer)) == (again, hash(again))
    assert answer != answer[:1]
    assert graph.select("SELECT (1 AS ?a) {}") != graph.select('SELECT ("1" AS ?a) {}')


def test_an_answer_cannot_be_changed(graph: Graph) -> None:
    with pytest.raises(FrozenInstanceError):
        graph.select("SELECT * {}").columns = ()  # type: ignore[misc]  # which is what is tested


def test_meanings_in_both_languages_and_of_ones_own_query_none(graph: Graph) -> None:
    answer = graph.ask("agreements/in-force", **IN_FORCE)
    assert list(answer.meanings()) == list(answer.columns)
    assert (answer.meanings()["latestEnd"], answer.meanings("en")["latestEnd"]) == (
        "seneste slut",
        "latest end",
    )
    assert graph.select("SELECT (1 AS ?a) {}").meanings() == {}
    with pytest.raises(UnknownName, match="Did you mean da or en"):
        answer.meanings("sv")


def test_a_long_answer_is_shown_in_part_and_says_so(graph: Graph) -> None:
    answer = graph.select("SELECT ?s { ?s a ?c } ORDER BY ?s ?c")
    assert repr(answer).endswith(f"\n20 af {grouped(len(answer), 'da')} rækker er vist")
    assert repr(answer).count("\n") == 22
    page = answer._repr_html_()
    assert page.count("<tr>") == 61
    assert f"<p>60 af {grouped(len(answer), 'da')} rækker er vist</p>" in page


def test_an_empty_answer_says_that_it_is(graph: Graph) -> None:
    answer = graph.select("SELECT ?s { ?s a sam:Nothing }")
    assert repr(answer).endswith("\n0 rækker")
    assert "<p>0 rækker</p>" in answer._repr_html_()


def test_text_from_data_is_escaped_in_a_notebook(graph: Graph) -> None:
    page = graph.select('SELECT ("<script>&\\"" AS ?a) {}')._repr_html_()
    assert "<td>&lt;script&gt;&amp;&#34;</td>" in page
    assert "<script" not in page


def test_labels_stand_for_iris(graph: Graph) -> None:
    answer = graph.select("SELECT ?a { VALUES ?a { <https://w3id.org/samspil/id/actor/norddjurs-kommune> } }")
    assert "Norddjurs Kommune" in repr(answer)
    assert "Ikke oplyst" in repr(graph.select("SELECT ?a { VALUES ?a { UNDEF } }"))


def test_an_answer_is_written_as_its_suffix_says(graph: Graph, tmp_path: Path) -> None:
    answer = graph.ask("agreements/in-force", **IN_FORCE)
    path = answer.write(tmp_path / "new" / "svar æøå.csv")
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    assert (tuple(rows[0]), len(rows)) == (answer.columns, 5)
    sheet, about = load_workbook(answer.write(str(tmp_path / "svar.xlsx"))).worksheets
    assert (sheet["A1"].value, sheet.max_row) == ("Aftale", 5)
    assert "2024-02-19" in " ".join(str(cell) for row in about.iter_rows(values_only=True) for cell in row)
    assert answer.write(tmp_path / "svar", format="json").read_bytes().startswith(b'{"head"')


def test_what_cannot_be_written_says_so(graph: Graph, tmp_path: Path) -> None:
    answer = graph.select("SELECT (1 AS ?a) {}")
    with pytest.raises(UnknownFormat):
        answer.write(tmp_path / "svar.docx")
    with pytest.raises(UnknownFormat):
        answer.write(tmp_path / "svar.ttl")
    (tmp_path / "svar.csv").mkdir()
    with pytest.raises(UnwritableOutput):
        answer.write(tmp_path / "svar.csv")


def test_a_file_is_what_the_engine_writes(graph: Graph, tmp_path: Path) -> None:
    """Nothing is lost on the way through Python: everything in the register, in each format for machines."""
    query = "SELECT ?s ?p ?o ?unbound { ?s ?p ?o } ORDER BY ?s ?p ?o"
    answer = graph.select(query)
    for format in ("csv", "tsv", "json", "xml"):
        expected = graph.store.select(query).serialize(format)
        assert answer.write(tmp_path / f"all.{format}").read_bytes() == expected


NAMES = st.from_regex(r"http://example\.org/[a-z]{0,5}", fullmatch=True).map(ox.NamedNode)
LITERALS = st.one_of(
    st.text().map(ox.Literal),
    st.text().map(lambda text: ox.Literal(text, language="da")),
    st.builds(lambda text, kind: ox.Literal(text, datatype=kind), st.text(), NAMES),
)
TRIPLES = st.builds(ox.Triple, NAMES, NAMES, LITERALS)
TERMS = st.one_of(st.none(), NAMES, LITERALS, st.just(ox.BlankNode("b1")), TRIPLES)


@given(st.lists(st.tuples(TERMS, TERMS), max_size=5))
def test_any_terms_are_given_back_as_they_were(
    register: Register, rows: list[tuple[Term | None, ...]]
) -> None:
    asked = Asked(parse_question("SELECT * {}"), register.store, "da")
    answer = Answer(("a", "b"), tuple(rows), asked)
    assert Answer.of(answer._again(), asked) == answer


@given(st.lists(st.tuples(TERMS), max_size=3))
def test_one_column_and_nothing_in_it(register: Register, rows: list[tuple[Term | None]]) -> None:
    asked = Asked(parse_question("SELECT * {}"), register.store, "da")
    answer = Answer(("a",), tuple(rows), asked)
    assert Answer.of(answer._again(), asked) == answer
