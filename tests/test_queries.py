"""Questions in files: read, found by name, bound, asked."""

from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.dataset import Dataset
from samspil.errors import ParameterError, QuerySyntaxError, UnknownName, UnreadableInput
from samspil.identifiers import graph, thing
from samspil.namespaces import RDF, SAM
from samspil.parameters import Parameter
from samspil.queries import answer, bind, parse_question, read_library, read_question, run
from samspil.store.local import LocalStore

_TODAY = date(2024, 2, 19)
_QUESTION = """\
#+ summary: {da: Hvem, en: Who}
#+ description:
#+   da: >-
#+     Hvem der er
#+     hvad.
#+   en: Who is what.
#+ tags: [actor]
#+ parameters:
#+   actor: {type: actor, da: Aktøren, en: The actor}
#+   on: {type: date, default: today, da: Dagen, en: The day}
#+   within: {type: duration, default: P12M, after: on, binds: until, da: Inden for, en: Within}
#+   text: {type: string, da: Tekst, en: Text}
#+   number: {type: integer, default: 7, da: Tal, en: Number}
#+   lang: {type: language, default: da, da: Sproget, en: The language}
#+ columns:
#+   actor: {da: aktør, en: actor}

PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

SELECT ?actor ?on ?until ?text ?number ?lang WHERE {
  VALUES (?actor ?on ?until ?text ?number ?lang) {
    (UNDEF "2024-01-01"^^xsd:date "2025-01-01"^^<http://www.w3.org/2001/XMLSchema#date> ")} \\"" 7 "da")
  }
  ?actor a ?type .
} ORDER BY ?actor
"""
_KNOWN = ("norddjurs-kommune", "syddjurs-kommune", "via-university-college")


@pytest.fixture
def store() -> LocalStore:
    """Return a store that knows three actors."""
    dataset = Dataset()
    kind = ox.NamedNode(SAM + "Municipality")
    type_ = ox.NamedNode(RDF + "type")
    dataset.add(graph("x"), [ox.Triple(ox.NamedNode(thing("actor", slug)), type_, kind) for slug in _KNOWN])
    return LocalStore(dataset)


def _terms(store: LocalStore, **values: str) -> tuple[str | None, ...]:
    """Return the terms that the parameters of the question stand for, as texts, for the first actor."""
    row = next(iter(answer(store, parse_question(_QUESTION, "t/q"), values, _TODAY)))
    return tuple(None if term is None else str(term) for term in row)


def _date(text: str) -> str:
    return f'"{text}"^^<http://www.w3.org/2001/XMLSchema#date>'


# --- reading -----------------------------------------------------------------------------------------


def test_header_is_read_in_both_languages() -> None:
    question = parse_question(_QUESTION, "t/q")
    assert question.summary == {"da": "Hvem", "en": "Who"}
    assert question.description == {"da": "Hvem der er hvad.", "en": "Who is what."}
    assert question.tags == ("actor",)
    assert question.columns == {"actor": {"da": "aktør", "en": "actor"}}
    assert [p.name for p in question.parameters] == ["actor", "on", "within", "text", "number", "lang"]
    assert question.parameters[2] == Parameter(
        "within", "duration", "P12M", {"da": "Inden for", "en": "Within"}, after="on", variable="until"
    )


def test_header_of_plain_grlc_is_the_same_in_both_languages() -> None:
    question = parse_question("#+ summary: Who\n#+ tags:\n#+   - a\nSELECT ?x { ?x ?y ?z }")
    assert question.summary == {"da": "Who", "en": "Who"}
    assert question.parameters == ()


def test_query_without_header_is_called_by_its_name() -> None:
    question = parse_question("SELECT ?x { ?x ?y ?z }")
    assert (question.name, question.parameters) == ("query", ())
    assert question.summary == {"da": "query", "en": "query"}
    assert question.description == {"da": "", "en": ""}
    assert bind(question, {}, _TODAY) == question.text


@pytest.mark.parametrize(
    ("header", "line", "detail"),
    [
        ("#+ summary: [a\n#+ x: {", 3, "header: "),
        ("#+ - a", 1, "header: names are expected"),
        ("#+ tags: [a]", 1, "header: summary is missing"),
        ("#+ summary: [a]", 1, "header: a text in da or en is expected"),
        ("#+ summary: {sv: a}", 1, "header: a text in da or en is expected"),
        ("#+ summary: a\n#+ tags: a", 1, "header: tags: a list is expected"),
        ("#+ summary: a\n#+ columns: [a]", 1, "header: columns: names are expected"),
        ("#+ summary: a\n#+ parameters: {x: {da: a}}", 1, "header: type is missing"),
        ("#+ summary: a\n#+ parameters: {x: a}", 1, "header: x: names are expected"),
        (
            "#+ summary: a\n#+ parameters: {x: {type: duration, da: a}}",
            1,
            "header: x: after: a date parameter",
        ),
        ("#+ summary: a\x07", 1, "header: "),
        (
            "#+ summary: a\n#+ parameters: {x: {type: colour, da: a, en: b}}",
            1,
            "header: x: type colour; the types are ",
        ),
        ("#+ summary: a\n#+ parameters: [x]", 1, "header: parameters: names are expected"),
    ],
)
def test_bad_header_is_refused_with_its_place(header: str, line: int, detail: str) -> None:
    text = f"{header}\nSELECT ?x {{ ?x ?y ?z }}"
    with pytest.raises(QuerySyntaxError) as caught:
        parse_question(text, "t/q", Path("q.rq"))
    assert caught.value.detail.startswith(detail)
    assert caught.value.source == "q.rq"
    assert caught.value.line <= line


def test_words_in_one_language_stand_for_both() -> None:
    header = "#+ summary: {da: Hvem}\n#+ parameters: {x: {type: string, en: name}}\n#+ columns:\n"
    question = parse_question(f"{header}SELECT ?x {{ VALUES (?x) {{ (UNDEF) }} }}")
    assert question.summary == {"da": "Hvem", "en": "Hvem"}
    assert question.parameters[0].summary == {"da": "name", "en": "name"}


def test_file_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UnreadableInput):
        read_question(Path("nowhere.rq"))


def test_library_reads_a_header_when_it_is_asked_for(tmp_path: Path) -> None:
    _write(tmp_path / "a", "topic/good", _QUESTION)
    _write(tmp_path / "a", "topic/bad", "#+ summary: [")
    library = read_library([tmp_path / "a"])
    assert library.names() == ("topic/bad", "topic/good")
    assert library.get("topic/good").name == "topic/good"
    with pytest.raises(QuerySyntaxError):
        list(library)


def test_later_folder_replaces_a_question(tmp_path: Path) -> None:
    _write(tmp_path / "a", "topic/q", _QUESTION)
    mine = _write(tmp_path / "b", "topic/q", "SELECT ?x { ?x ?y ?z }")
    assert read_library([tmp_path / "a", tmp_path / "b"]).get("topic/q").path == mine


def test_stem_is_enough_where_only_one_topic_has_it(tmp_path: Path) -> None:
    for name in ("a/list", "b/list", "b/more"):
        _write(tmp_path, name, _QUESTION)
    library = read_library([tmp_path])
    assert library.get("more").name == "b/more"
    assert library.get("b/more.rq").name == "b/more"
    with pytest.raises(UnknownName) as caught:
        library.get("list")
    assert caught.value.suggestions == ["a/list", "b/list"]


def test_wrong_name_suggests_the_nearest(tmp_path: Path) -> None:
    _write(tmp_path, "agreements/in-force", _QUESTION)
    _write(tmp_path, "themes/current", _QUESTION)
    with pytest.raises(UnknownName) as caught:
        read_library([tmp_path]).get("agreements/inforce")
    assert (
        caught.value.message("da") == "Ukendt spørgsmål: »agreements/inforce«. Mente du agreements/in-force?"
    )


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.rq"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


# --- binding -----------------------------------------------------------------------------------------


def test_defaults_fill_in(store: LocalStore) -> None:
    number = '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'
    first = f"<{thing('actor', 'norddjurs-kommune')}>"
    assert _terms(store) == (first, _date("2024-02-19"), _date("2025-02-19"), None, number, '"da"')


def test_only_the_row_of_the_block_changes() -> None:
    question = parse_question(_QUESTION, "t/q")
    bound = bind(question, {"text": "x"}, _TODAY)
    changed = [(a, b) for a, b in zip(question.text.split("\n"), bound.split("\n"), strict=True) if a != b]
    assert len(changed) == 1


@pytest.mark.parametrize(
    "text",
    [
        "norddjurs-kommune",
        "Norddjurs Kommune",
        " norddjurs-kommune ",
        "https://w3id.org/samspil/id/actor/norddjurs-kommune",
        "http://example.org/x",
        "sam:Municipality",
    ],
)
def test_actor_is_a_slug_a_name_an_iri_or_a_prefixed_name(text: str) -> None:
    expected = {
        "http://example.org/x": "<http://example.org/x>",
        "sam:Municipality": f"<{SAM}Municipality>",
    }.get(text, "<https://w3id.org/samspil/id/actor/norddjurs-kommune>")
    assert f"({expected} " in bind(parse_question(_QUESTION), {"actor": text}, _TODAY)


@pytest.mark.parametrize(
    ("on", "within", "until"),
    [("2024-01-31", "1", "2024-02-29"), ("today", "P3M", "2024-05-19"), ("2024-02-19", "P30D", "2024-03-20")],
)
def test_duration_leads_to_a_day_that_exists(store: LocalStore, on: str, within: str, until: str) -> None:
    assert _terms(store, on=on, within=within)[2] == _date(until)


@pytest.mark.parametrize(
    ("parameter", "value", "expected"),
    [
        ("on", "19. februar 2024", "2024-02-19 / today"),
        ("on", "20240219", "2024-02-19 / today"),
        ("on", "2024-02-30", "2024-02-19 / today"),
        ("within", "-1", "P12M / P1Y6M / P2W / P30D / 12"),
        ("within", "P1W2D", "P12M / P1Y6M / P2W / P30D / 12"),
        ("number", "syv", "…, -1, 0, 1, 2, …"),
        ("lang", "sv", "da / en"),
        ("actor", "!!", "norddjurs-kommune / id/actor/…"),
        ("actor", "http://a b", "norddjurs-kommune / id/actor/…"),
    ],
)
def test_wrong_value_says_what_is_expected(parameter: str, value: str, expected: str) -> None:
    with pytest.raises(ParameterError) as caught:
        bind(parse_question(_QUESTION, "t/q"), {parameter: value}, _TODAY)
    assert (caught.value.question, caught.value.parameter, caught.value.expected) == (
        "t/q",
        parameter,
        expected,
    )


def test_unknown_parameter_tells_all_there_are_the_nearest_first() -> None:
    with pytest.raises(UnknownName) as caught:
        bind(parse_question(_QUESTION, "t/q"), {"actr": "x"}, _TODAY)
    everything = ["actor", "on", "within", "text", "number", "lang"]
    assert (caught.value.kind, caught.value.suggestions) == ("parameter", everything)


def test_empty_value_asks_for_everything(store: LocalStore) -> None:
    rows = answer(store, parse_question(_QUESTION, "t/q"), {"actor": ""}, _TODAY)
    assert len(list(rows)) == len(_KNOWN)


@pytest.mark.parametrize("name", ["on", "within", "number", "lang"])
def test_empty_value_of_what_is_no_thing_is_the_default(store: LocalStore, name: str) -> None:
    assert _terms(store, **{name: " "}) == _terms(store)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("norddjurs", "norddjurs-kommune"),
        ("djurs", "syddjurs-kommune / norddjurs-kommune"),
        ("via-university-colege", "via-university-college"),
        ("zzz", "norddjurs-kommune / syddjurs-kommune / via-university-college"),
    ],
)
def test_unknown_actor_is_answered_with_the_nearest(store: LocalStore, value: str, expected: str) -> None:
    with pytest.raises(ParameterError) as caught:
        run(store, parse_question(_QUESTION, "t/q"), {"actor": value}, _TODAY)
    assert caught.value.expected == expected


def test_block_that_does_not_name_the_parameters_is_refused() -> None:
    with pytest.raises(QuerySyntaxError, match=r"VALUES \(\?actor .*is expected first in WHERE"):
        bind(parse_question(_QUESTION.replace("(?actor ?on", "(?actor ?of")), {}, _TODAY)


@given(st.text())
def test_no_text_becomes_sparql(text: str) -> None:
    """Whatever a person writes, the query asks for exactly that text (as a term, never as syntax)."""
    question = parse_question(
        "#+ summary: a\n#+ parameters: {t: {type: string, da: a, en: b}}\n"
        'SELECT ?t { VALUES (?t) { ("x") } FILTER (?t != "") }'
    )
    wanted = text.strip().encode("utf-8", "ignore").decode()
    if wanted and not any("\ud800" <= c <= "\udfff" for c in text):
        assert list(answer(LocalStore(Dataset()), question, {"t": text}, _TODAY)) == [
            (ox.Literal(text.strip()),)
        ]


# --- asking ------------------------------------------------------------------------------------------


def test_any_form_of_question_can_be_run(store: LocalStore) -> None:
    assert run(store, parse_question("ASK { ?s a ?type }"), {}, _TODAY) is True
    made = run(store, parse_question("CONSTRUCT { ?s a ?type } WHERE { ?s a ?type }"), {}, _TODAY)
    assert isinstance(made, list)
    assert len(made) == len(_KNOWN)


def test_answer_is_rows_only(store: LocalStore) -> None:
    with pytest.raises(QuerySyntaxError, match="a SELECT query is expected"):
        answer(store, parse_question("ASK { ?s a ?type }"), {}, _TODAY)


def test_mistake_in_a_file_names_the_file_and_its_line(store: LocalStore, tmp_path: Path) -> None:
    path = _write(tmp_path, "t/q", "#+ summary: a\n\nSELECT ?x {\n  ?x a foo:Bar }\n")
    with pytest.raises(QuerySyntaxError) as caught:
        answer(store, read_question(path, "t"), {}, _TODAY)
    assert (caught.value.source, caught.value.line) == (str(path), 4)
