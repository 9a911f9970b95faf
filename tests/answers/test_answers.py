"""Formats of answers: which there are, which form each has, and that machines get what the engine says."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
from tests.answers.samples import QUESTION, of_terms, of_texts, store, written

from samspil import answers
from samspil.answers import FORMATS, format_of
from samspil.answers.words import counted
from samspil.errors import UnfitFormat, UnknownFormat
from samspil.queries import parse_question

_CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
_HOSTILE = "=1+1\x1b[31m|\n,;\t"


def test_formats_are_those_of_the_guide() -> None:
    rows = ["table", "csv", "tsv", "json", "xml", "xlsx", "markdown", "excel"]
    assert list(FORMATS) == [*rows, "turtle", "trig", "nt", "nq", "jsonld", "rdfxml"]


def test_no_two_formats_share_a_suffix() -> None:
    suffixes = [suffix for format in FORMATS.values() for suffix in format.suffixes]
    assert sorted(suffixes) == sorted(set(suffixes))


@pytest.mark.parametrize(
    ("path", "format"),
    [("a.csv", "csv"), ("A.SRJ", "json"), ("a.b.xlsx", "xlsx"), ("a.md", "markdown"), ("-", ""), ("a", "")],
)
def test_suffix_names_the_format(path: str, format: str) -> None:
    assert format_of(Path(path)) == format_of(path) == format


def test_unknown_suffix_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownFormat) as caught:
        format_of("a.pdf")
    assert (caught.value.name, ".xlsx" in caught.value.suggestions) == (".pdf", True)


@pytest.mark.parametrize("format", ["csv", "tsv", "json", "xml"])
@pytest.mark.parametrize("query", [QUESTION, of_texts(_HOSTILE), of_terms((None, ox.Literal("")))])
def test_machine_formats_are_the_engines_own(format: str, query: str) -> None:
    assert written(query, format) == store().select(query).serialize(format)


def test_json_keeps_a_text_exactly() -> None:
    found = json.loads(written(of_texts(_HOSTILE), "json"))
    assert found["results"]["bindings"] == [{"a": {"type": "literal", "value": _HOSTILE}}]


@pytest.mark.parametrize(("pattern", "holds"), [("?s ?p ?o", True), ("?s ?p 7", False)])
def test_yes_and_no_by_the_standards(pattern: str, holds: bool) -> None:
    query = f"ASK {{ {pattern} }}"
    assert json.loads(written(query, "json")) == {"head": {}, "boolean": holds}
    boolean = ET.fromstring(written(query, "xml")).find("{http://www.w3.org/2005/sparql-results#}boolean")  # noqa: S314 our own
    assert boolean is not None
    assert boolean.text == str(holds).lower()
    assert written(query, "", "da") == {True: b"ja\n", False: b"nej\n"}[holds]
    assert written(query, "table", "en") == {True: b"yes\n", False: b"no\n"}[holds]


@pytest.mark.parametrize(
    ("query", "forms"),
    [
        (QUESTION, ("table", "csv", "tsv", "json", "xml", "xlsx", "markdown", "excel")),
        ("ASK {}", ("table", "json", "xml")),
        (_CONSTRUCT, ("turtle", "trig", "nt", "nq", "jsonld", "rdfxml")),
    ],
)
def test_a_form_of_answer_has_its_formats_and_refuses_the_others(query: str, forms: tuple[str, ...]) -> None:
    for format in forms:
        assert written(query, format)
    for format in {*FORMATS, "pdf"} - {*forms}:
        with pytest.raises(UnknownFormat) as caught:
            written(query, format)
        assert (caught.value.name, tuple(caught.value.suggestions)) == (format, forms)


def test_a_known_format_that_does_not_fit_is_no_unknown_one() -> None:
    with pytest.raises(UnfitFormat) as caught:
        written("ASK {}", "CSV")
    assert (caught.value.name, caught.value.holds) == ("csv", "truth")
    with pytest.raises(UnknownFormat) as other:
        written("ASK {}", "pdf")
    assert not isinstance(other.value, UnfitFormat)


def test_a_format_is_named_in_any_case() -> None:
    assert written(QUESTION, "Csv") == written(QUESTION, "csv")
    assert answers.format_named("JSONLD") == "jsonld"


def test_without_a_format_people_read_it() -> None:
    assert written(QUESTION, "") == written(QUESTION, "table")
    assert written(_CONSTRUCT, "") == written(_CONSTRUCT, "turtle")


@pytest.mark.parametrize("format", ["turtle", "trig", "nt", "nq", "jsonld", "rdfxml"])
def test_triples_are_the_same_in_every_syntax(format: str) -> None:
    kind = ox.RdfFormat.from_media_type(FORMATS[format].media_type)
    assert kind is not None
    read = {quad.triple for quad in ox.parse(written(_CONSTRUCT, format), format=kind)}
    assert read == set(store().construct(_CONSTRUCT))


@pytest.mark.parametrize("format", ["csv", "json", "table", "xlsx", "markdown", "excel"])
def test_the_same_answer_is_the_same_bytes(format: str) -> None:
    assert written(QUESTION, format) == written(QUESTION, format)


@pytest.mark.parametrize("format", ["table", "xlsx", "markdown", "excel"])
def test_a_question_without_rows_has_an_answer(format: str) -> None:
    data = written("SELECT ?a WHERE { ?a a <urn:nothing> }", format)
    assert data
    assert format != "table" or data == b"0 r\xc3\xa6kker\n"


def test_asking_for_json_loads_nothing_that_draws() -> None:
    code = (
        "import sys\nfrom samspil import answers\nfrom samspil.dataset import Dataset\n"
        "from samspil.queries import parse_question\nfrom samspil.store.local import LocalStore\n"
        "s = LocalStore(Dataset()); q = 'SELECT ?x { ?x ?y ?z }'\n"
        "answers.write(s.select(q), parse_question(q), s, 'json', 'da')\n"
        "print(sorted({'rich', 'xlsxwriter', 'openpyxl', 'csv', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_terminal_width_is_what_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    assert answers.terminal_width() == 72


def test_limit_is_told_where_it_is_reached() -> None:
    write: Callable[[int], str] = lambda limit: written(QUESTION, "table", "en", limit=limit).decode()  # noqa: E731 short
    assert write(3).endswith("\n2 rows\n")
    assert write(2).endswith("\nThe first 2 rows; there are more\n")


@pytest.mark.parametrize(
    ("lang", "words"), [("da", "Den første række; der er flere"), ("en", "The first row; there are more")]
)
def test_one_row_of_more_has_a_singular_of_its_own(lang: str, words: str) -> None:
    assert counted(1, lang, 1) == words
    assert counted(1_234, lang) == {"da": "1.234 rækker", "en": "1,234 rows"}[lang]


def test_a_question_of_ones_own_has_its_names_for_headings() -> None:
    query = "SELECT ?some ?thing WHERE { VALUES (?some ?thing) { (1 2) } }"
    assert parse_question(query).columns == {}
    assert written(query, "excel") == b"\xef\xbb\xbfSome;Thing\r\n1;2\r\n"
