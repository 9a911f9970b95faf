"""Every question that ships is described in both languages, and asks only for what exists."""

import re
import subprocess
import sys
from datetime import date

import pyoxigraph as ox
import pytest

from samspil.namespaces import PREFIXES
from samspil.parameters import TYPES
from samspil.pipeline import Register
from samspil.project import Project
from samspil.queries import Question, bind, read_library

_LIBRARY = read_library(Project.shipped().queries)
_QUESTIONS = {name: _LIBRARY.get(name) for name in _LIBRARY.names()}
_TOPICS = {
    "actors",
    "cooperations",
    "agreements",
    "time",
    "governance",
    "themes",
    "provenance",
    "network",
    "quality",
}

_TABLES = {name: question for name, question in _QUESTIONS.items() if "\nCONSTRUCT" not in question.text}
_GRAPHS = {name: question for name, question in _QUESTIONS.items() if name not in _TABLES}

_every = pytest.mark.parametrize("question", _QUESTIONS.values(), ids=_QUESTIONS)
_every_table = pytest.mark.parametrize("question", _TABLES.values(), ids=_TABLES)
_every_graph = pytest.mark.parametrize("question", _GRAPHS.values(), ids=_GRAPHS)


def _code(question: Question) -> str:
    """Return the SPARQL of a question without its header and comments."""
    return re.sub(r"^\s*#.*\n", "", question.text, flags=re.MULTILINE)


def _body(code: str) -> str:
    """Return the SPARQL after its prefixes."""
    return code[code.index("CONSTRUCT" if "CONSTRUCT" in code else "SELECT") :]


def _iris(question: Question) -> set[str]:
    """Return every IRI that a question names, outside the row of its defaults."""
    code = re.sub(r"VALUES \([^)]*\) \{\s*\(.*\)\s*\}\n", "", _code(question))
    declared = dict(re.findall(r"PREFIX (\w+): <([^>]*)>", code))
    body = _body(code)
    names = re.findall(r"(?<![\w?])([a-z]+):([A-Za-z_][\w-]*)", re.sub(r'"[^"]*"|<[^<>\s]*>', "", body))
    return {declared[prefix] + local for prefix, local in names} | set(re.findall(r"<([^>\s]+)>", body))


@_every
def test_header_is_complete_in_danish_and_english(question: Question) -> None:
    words = [
        question.summary,
        question.description,
        *(p.summary for p in question.parameters),
        *question.columns.values(),
    ]
    for text in words:
        assert set(text) == {"da", "en"}
        assert all(text.values())
    assert question.tags
    assert question.summary["da"] != question.summary["en"]


@_every_table
def test_columns_are_those_of_the_header_in_that_order(register: Register, question: Question) -> None:
    assert register.store.select(question.text).variables == list(question.columns)


@_every_table
def test_file_runs_as_it_is(question: Question) -> None:
    assert isinstance(ox.Store().query(question.text), ox.QuerySolutions)


@_every_graph
def test_file_of_a_graph_runs_as_it_is_and_describes_no_columns(question: Question) -> None:
    assert isinstance(ox.Store().query(question.text), ox.QueryTriples)
    assert not question.columns
    assert "rdf" in question.tags


@_every_table
def test_rows_come_in_an_order_that_only_their_own_columns_make(question: Question) -> None:
    found = re.search(r"\}(?: GROUP BY \?\w+)?\s+ORDER BY((?: \?\w+| DESC\(\?\w+\))+)\n\Z", question.text)
    assert found
    assert set(re.findall(r"\?(\w+)", found[1])) <= set(question.columns)


@_every
def test_question_with_names_gives_them_in_the_language_that_is_asked_for(question: Question) -> None:
    named = any(column.endswith("Label") for column in question.columns)
    assert [p.default for p in question.parameters if p.type == "language"] == ["da"] * named
    if named:
        assert '"en")' in bind(question, {"lang": "en"}, date(2024, 2, 19))


@_every
def test_parameters_have_types_that_exist(question: Question) -> None:
    for parameter in question.parameters:
        assert parameter.type in TYPES
        assert (parameter.after is not None) == (parameter.type == "duration")


@_every
def test_prefixes_are_in_the_file_used_and_ours(question: Question) -> None:
    code = _code(question)
    declared = re.findall(r"PREFIX (\w+): <([^>]*)>", code)
    assert declared == sorted(declared)
    for prefix, namespace in declared:
        assert re.search(rf"(?<![\w?]){prefix}:", _body(code)), prefix
        assert PREFIXES.get(prefix, namespace) == namespace


@_every
def test_every_iri_is_in_the_register_or_a_published_vocabulary(
    register: Register, question: Question
) -> None:
    store = register.dataset.view()
    for iri in _iris(question):
        node = ox.NamedNode(iri)
        known = (
            any(store.quads_for_pattern(node, None, None))
            or any(store.quads_for_pattern(None, node, None))
            or any(store.quads_for_pattern(None, None, node))
        )
        assert known, iri


@_every
def test_lines_are_short(question: Question) -> None:
    assert [line for line in question.text.split("\n") if len(line) > 120 or line != line.rstrip()] == []


def test_topics_are_those_of_the_guide() -> None:
    assert {name.partition("/")[0] for name in _QUESTIONS} == _TOPICS


def test_asking_loads_neither_rdflib_nor_rich_nor_yaml() -> None:
    """A header needs YAML, so that listing names and binding a bare query needs none."""
    code = (
        "import sys, samspil.queries, samspil.store.local\n"
        "samspil.queries.parse_question('SELECT ?x { ?x ?y ?z }')\n"
        "print(sorted({'rdflib', 'rich', 'yaml', 'networkx', 'pyshacl'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
