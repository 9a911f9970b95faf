"""The questions that the register knows: SPARQL in files, described in Danish and English, with parameters.

A question is a file `queries/<topic>/<name>.rq`. Its header is YAML in lines that begin with `#+` (the form
of grlc), so that the file runs as it is in any editor. Where it has parameters, its pattern begins with one
block that holds their defaults:

    VALUES (?actor ?on ?lang) { (UNDEF "2024-02-19"^^xsd:date "da") }

To ask with other values is to write other terms in that row; text never becomes SPARQL, only terms do, each
in its own N-Triples form. The block stands first inside WHERE and not after it: a VALUES after WHERE is
joined to the solutions that the pattern has (SPARQL 1.1, 18.2.4.3), and no FILTER inside can see it. Where an
engine may not see it either way, the terms are written in its place too: `samspil.syntax.binding`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeAlias

from samspil.errors import QuerySyntaxError, UnknownName
from samspil.files import read_mended
from samspil.parameters import TYPES, Parameter, check_thing, nearest, read_term
from samspil.plainyaml import YamlError, read_plain_yaml
from samspil.store import Rows, Store, Triples
from samspil.syntax import error_at
from samspil.syntax.binding import write_terms

__all__ = [
    "Library",
    "Parameter",
    "Question",
    "answer",
    "bind",
    "body",
    "parse_question",
    "read_library",
    "read_question",
    "run",
]

# Language, da and en, to the words in it.
Words: TypeAlias = Mapping[str, str]

_HEADER: Final = re.compile(r"^#\+ ?(.*)$", re.MULTILINE)
_BLOCK: Final = re.compile(
    r"\bVALUES\s*\(\s*(?P<names>\?\w+(?:\s+\?\w+)*)\s*\)\s*\{\s*"
    r"(?P<row>\((?:\"(?:[^\"\\\n]|\\.)*\"|<[^<>\s]*>|[^()\"<])*\))\s*\}"
)


@dataclass(frozen=True)
class Question:
    """One question: its name (`topic/stem`), its words, its parameters, its columns, and its SPARQL text."""

    name: str
    path: Path | None
    text: str
    summary: Words = field(default_factory=dict)
    description: Words = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    columns: Mapping[str, Words] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """Return what an error calls it: its file, or its name when it has none."""
        return str(self.path or self.name)

    def searchable(self) -> str:
        """Return everything that a search may find, in lower case."""
        words = [self.name, *self.summary.values(), *self.description.values(), *self.tags]
        return " ".join(words).casefold()


@dataclass(frozen=True)
class Library:
    """The questions of a register by name; a header is read when its question is asked for."""

    paths: Mapping[str, Path]

    def names(self) -> tuple[str, ...]:
        """Return the names, `topic/stem`, sorted."""
        return tuple(sorted(self.paths))

    def __iter__(self) -> Iterator[Question]:
        """Yield every question in order of name. Raises what read_question raises."""
        return map(self.get, self.names())

    def get(self, name: str) -> Question:
        """Return a question by its name, or by its stem where no other topic has it. Raises UnknownName."""
        full = self._full(name.removesuffix(".rq"))
        return read_question(self.paths[full], full.rpartition("/")[0])

    def search(self, topic: str | None = None, words: str | None = None) -> Iterator[Question]:
        """Yield the questions of a topic whose name, words or tags contain a text, in any case.

        Raises UnknownName for a topic that no question has.
        """
        topics = sorted({name.partition("/")[0] for name in self.paths})
        if topic is not None and topic not in topics:
            raise UnknownName("topic", topic, nearest(topic, topics) or topics)
        for name in self.names():
            if topic in (None, name.partition("/")[0]):
                question = self.get(name)
                if words is None or words.casefold() in question.searchable():
                    yield question

    def _full(self, name: str) -> str:
        """Return the whole name of a question. Raises UnknownName with the nearest."""
        if name in self.paths:
            return name
        same = [full for full in self.names() if full.rpartition("/")[2] == name]
        if len(same) == 1:
            return same[0]
        raise UnknownName("question", name, same or nearest(name, self.names()))


def body(text: str) -> str:
    """Return the SPARQL of a question without its header, for where the header's words stand beside it."""
    return re.sub(r"^#\+.*\n?", "", text, flags=re.MULTILINE).strip()


def read_library(folders: Iterable[Path]) -> Library:
    """Return the questions in folders, `<topic>/<stem>.rq`; a later folder's replaces an earlier one's."""
    paths: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.glob("*/*.rq"), key=Path.as_posix):
            if not path.name.startswith("."):
                paths[f"{path.parent.name}/{path.stem}"] = path
    return Library(paths)


def read_question(path: Path, topic: str = "") -> Question:
    """Return the question in a file, which may have the line ends and the byte order mark of Windows.

    Raises what read_mended raises, and QuerySyntaxError for its header.
    """
    text = read_mended(path).decode("utf-8")
    return parse_question(text, f"{topic}/{path.stem}" if topic else path.stem, path)


def parse_question(text: str, name: str = "query", path: Path | None = None) -> Question:
    """Return the question that a text holds; one without a header has no parameters, and its name for words.

    Raises QuerySyntaxError for a header that is not YAML or does not have the form.
    """
    bare = Question(name, path, text, _words(name), _words(""))
    header = _load(bare)
    if not header:
        return bare
    try:
        return replace(
            bare,
            summary=_words(header["summary"]),
            description=_words(header.get("description", "")),
            tags=_tags(header.get("tags") or []),
            parameters=_parameters(_table(header, "parameters")),
            columns={key: _words(value) for key, value in _table(header, "columns").items()},
        )
    except KeyError as error:
        raise _wrong(bare, f"header: {error.args[0]} is missing") from error
    except ValueError as error:
        raise _wrong(bare, f"header: {error}") from error


def bind(question: Question, values: Mapping[str, str], today: date) -> str:
    """Return the SPARQL of a question asked with values by name of parameter; the defaults fill in.

    Raises UnknownName for a parameter that it does not have, ParameterError for a value that is not of its
    type, and QuerySyntaxError where the block of its text does not name its parameters.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in values:
        if name not in known:
            raise UnknownName("parameter", name, list(dict.fromkeys([*nearest(name, known), *known])))
    if not known:
        return question.text
    block = _BLOCK.search(question.text)
    terms = {p.variable: read_term(question.name, p, values, known, today) for p in known.values()}
    if block is None or sorted(block["names"].split()) != sorted(f"?{name}" for name in terms):
        expected = f"VALUES ({' '.join(f'?{name}' for name in terms)}) is expected first in WHERE"
        raise _wrong(question, expected)
    row = " ".join(terms[name[1:]] for name in block["names"].split())
    before, end = question.text[: block.start("row")], question.text[block.end("row") : block.end()]
    given = {name: term for name, term in terms.items() if term != "UNDEF"}
    return f"{before}({row}){end}{write_terms(question.text[block.end() :], given)}"


def run(store: Store, question: Question, values: Mapping[str, str], today: date) -> Rows | Triples | bool:
    """Return the answer of a question of any form. Raises what bind raises, and what the store raises.

    Raises ParameterError also for a thing that the register does not know, with those nearest to it.
    """
    query = bind(question, values, today)
    for parameter in question.parameters:
        if parameter.name in values:
            check_thing(store, question.name, parameter, values[parameter.name])
    try:
        return store.run(query)
    except QuerySyntaxError as error:
        raise replace(error, source=question.source) from error


def answer(store: Store, question: Question, values: Mapping[str, str], today: date) -> Rows:
    """Return the rows of a question. Raises what run raises, QuerySyntaxError also for one without rows."""
    found = run(store, question, values, today)
    if not isinstance(found, Rows):
        raise _wrong(question, "a SELECT query is expected")
    return found


def _load(question: Question) -> dict[str, Any]:
    """Return the header as YAML has it. Raises QuerySyntaxError at its line."""
    lines = _HEADER.findall(question.text)
    if not lines:
        return {}
    try:
        header = read_plain_yaml("\n".join(lines))
    except YamlError as error:
        found = [*_HEADER.finditer(question.text)][min(error.line or 0, len(lines) - 1)]
        raise error_at(question.text, found.start(), f"header: {error.problem}", question.source) from error
    if not isinstance(header, dict):
        raise _wrong(question, "header: names are expected")
    return header


def _wrong(question: Question, detail: str) -> QuerySyntaxError:
    """Return the error for a question whose text is wrong as a whole."""
    return error_at(question.text, 0, detail, question.source)


def _words(value: Any) -> Words:
    """Return a text in both languages: one without a language, as in grlc, or in one only, stands for both.

    Raises ValueError for anything but texts.
    """
    texts = {"da": value, "en": value} if isinstance(value, str) else value
    known = [texts[lang] for lang in ("da", "en") if lang in texts] if isinstance(texts, dict) else []
    if not known or not all(isinstance(text, str) for text in known):
        raise ValueError("a text in da or en is expected")
    return {"da": known[0].strip(), "en": known[-1].strip()}


def _tags(value: Any) -> tuple[str, ...]:
    """Return the tags of a header. Raises ValueError for anything but a list of texts."""
    if not isinstance(value, list) or not all(isinstance(tag, str) for tag in value):
        raise ValueError("tags: a list is expected")
    return tuple(value)


def _table(header: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return the names under a name of a header, none where it is absent or empty. Raises ValueError."""
    value = header.get(name) or {}
    if not isinstance(value, dict):
        raise ValueError(f"{name}: names are expected")
    return value


def _parameters(table: Mapping[str, Any]) -> tuple[Parameter, ...]:
    """Return the parameters of a header. Raises ValueError, also for a duration after what is no date."""
    found = {name: _parameter(name, _table(table, name)) for name in table}
    dates = {name for name, parameter in found.items() if parameter.type == "date"}
    for name, parameter in found.items():
        if parameter.type == "duration" and parameter.after not in dates:
            raise ValueError(f"{name}: after: a date parameter is expected")
    return tuple(found.values())


def _parameter(name: str, value: Mapping[str, Any]) -> Parameter:
    """Return one parameter of a header. Raises ValueError for a type that is none, KeyError for none at all."""
    if value["type"] not in TYPES:
        raise ValueError(f"{name}: type {value['type']}; the types are {', '.join(TYPES)}")
    return Parameter(
        name=name,
        type=value["type"],
        default=value.get("default"),
        summary=_words(value),
        after=value.get("after"),
        variable=value.get("binds", name),
    )
