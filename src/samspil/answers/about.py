"""What stands beside an answer that is taken away: the question, its values, the columns, the SPARQL."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from samspil.answers.asked import Asked
from samspil.answers.words import counted
from samspil.queries import body
from samspil.wording import Columns

__all__ = ["Line", "about"]

_WORDS: Final[dict[str, dict[str, str]]] = {
    "da": {
        "question": "Spørgsmål",
        "day": "Spurgt den",
        "rows": "Svar",
        "note": "Bemærk",
        "empty": "En tom celle betyder, at det ikke er oplyst.",
        "parameters": "Valg",
        "all": "alle",
        "columns": "Kolonner",
        "query": "SPARQL",
    },
    "en": {
        "question": "Question",
        "day": "Asked on",
        "rows": "Answer",
        "note": "Note",
        "empty": "An empty cell means that nothing is stated.",
        "parameters": "Choices",
        "all": "all",
        "columns": "Columns",
        "query": "SPARQL",
    },
}


@dataclass(frozen=True)
class Line:
    """One line: its style (title, section, text or code), the name of what it tells, and the text."""

    style: str
    name: str = ""
    text: str = ""


def about(asked: Asked, columns: Columns, count: int, notes: Sequence[str]) -> Iterator[Line]:
    """Yield the lines about an answer of so many rows; `notes` say what the reader must know of it."""
    words, question, lang = _WORDS[asked.lang], asked.question, asked.lang
    yield Line("title", question.summary.get(lang) or question.name)
    if description := question.description.get(lang):
        yield Line("text", "", description)
    yield Line("text")
    yield Line("text", words["question"], question.name)
    if asked.today:
        yield Line("text", words["day"], asked.today.isoformat())
    yield Line("text", words["rows"], counted(count, lang, asked.limit))
    for note in (words["empty"], *notes):
        yield Line("text", words["note"], note)
    yield from _parameters(asked, words)
    yield from _section(words["columns"], _columns(asked, columns))
    yield from _section(words["query"], (Line("code", "", line) for line in body(asked.text).split("\n")))


def _section(heading: str, lines: Iterator[Line]) -> Iterator[Line]:
    """Yield lines under a heading."""
    yield Line("text")
    yield Line("section", heading)
    yield from lines


def _parameters(asked: Asked, words: dict[str, str]) -> Iterator[Line]:
    """Yield what stood for each parameter, if there are any."""
    if asked.question.parameters:
        yield from _section(
            words["parameters"],
            (
                Line("text", p.summary[asked.lang], asked.value(p.name, p.default) or words["all"])
                for p in asked.question.parameters
            ),
        )


def _columns(asked: Asked, columns: Columns) -> Iterator[Line]:
    """Yield the heading of each column with its name in the query, and its meaning where that says more."""
    for variable, heading in zip(columns.variables, columns.headings, strict=True):
        meaning = asked.question.columns.get(variable, {}).get(asked.lang, "")
        more = f": {meaning}" if meaning.casefold() not in ("", heading.casefold()) else ""
        yield Line("text", heading, f"?{variable}{more}")
