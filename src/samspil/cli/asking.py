"""`samspil query`: find the question, bind its parameters, run it, and give the answer as bytes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from samspil.dataset import serialize
from samspil.errors import ParameterError, UnknownFormat, UnknownName, UnreadableInput
from samspil.files import STANDARD, read_mended
from samspil.pipeline import Register
from samspil.queries import Question, parse_question, read_question, run
from samspil.store import FORMATS, Rows, Triples
from samspil.wording import Table

__all__ = ["ask"]

# Suffix of an output file to the format of the answer in it.
SUFFIXES: Final = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".srj": "json",
    ".xml": "xml",
    ".srx": "xml",
    ".txt": "table",
    ".ttl": "turtle",
    ".nt": "nt",
    ".jsonld": "jsonld",
    ".rdf": "rdfxml",
}
GRAPH_FORMATS: Final = ("turtle", "nt", "jsonld", "rdfxml")


def ask(
    register: Register,
    question: str,
    parameters: Sequence[str],
    format: str,
    target: Path | None,
    lang: str,
    today: date,
) -> bytes:
    """Return the answer to a question of the library, a file, standard input (-) or SPARQL text.

    Without a format, the suffix of the target names it; without both, people read it: a table, or Turtle.
    Raises UnknownName, ParameterError, QuerySyntaxError, UnknownFormat, UnreadableInput.
    """
    found = find(register, question)
    values = given(found, parameters)
    if any(parameter.name == "lang" for parameter in found.parameters):
        values = {"lang": lang, **values}
    chosen = format or format_of(target)
    if chosen and chosen not in ("table", *FORMATS, *GRAPH_FORMATS):
        raise UnknownFormat(chosen, ("table", *FORMATS, *GRAPH_FORMATS))
    answer = run(register.store, found, values, today)
    if isinstance(answer, Rows) and chosen in ("", "table"):
        from samspil.cli.tables import drawn

        return drawn(Table.of(answer, found, register.store, lang), lang).encode()
    return written(answer, chosen, lang)


def find(register: Register, question: str) -> Question:
    """Return the question that a word on the command line means."""
    if question == str(STANDARD):
        return parse_question(read_mended(STANDARD).decode("utf-8"), question)
    if question.endswith(".rq") and os.access(question, os.F_OK):  # which is no error for a name too long
        return read_question(Path(question))
    if any(character in question for character in "{ \n"):
        return parse_question(question, "query")
    try:
        return register.library.get(question)
    except UnknownName:
        if question.endswith(".rq"):
            raise UnreadableInput(question, "no such file") from None
        raise


def format_of(target: Path | None) -> str:
    """Return the format that a file's suffix names, or nothing without one. Raises UnknownFormat."""
    suffix = target.suffix.lower() if target else ""
    if suffix and suffix not in SUFFIXES:
        raise UnknownFormat(suffix, tuple(SUFFIXES))
    return SUFFIXES.get(suffix, "")


def given(question: Question, parameters: Sequence[str]) -> dict[str, str]:
    """Return name to value for words of the form name=value. Raises ParameterError for another form."""
    values: dict[str, str] = {}
    for word in parameters:
        name, equals, value = word.partition("=")
        if not equals:
            raise ParameterError(question.name, name, word, f"{name}=…")
        values[name] = value
    return values


def written(answer: Rows | Triples | bool, format: str, lang: str) -> bytes:
    """Return an answer of any form in a format that it can have. Raises UnknownFormat for one that it cannot."""
    if isinstance(answer, bool):
        return _of_ask(answer, format, lang)
    if isinstance(answer, Rows):
        return answer.serialize(format)
    if format not in ("", *GRAPH_FORMATS):
        raise UnknownFormat(format, GRAPH_FORMATS)
    return serialize(answer, format or "turtle")


def _of_ask(holds: bool, format: str, lang: str) -> bytes:
    """Return yes or no for people, or the boolean of the standards for machines."""
    if format in ("", "table"):
        return {"da": (b"nej\n", b"ja\n"), "en": (b"no\n", b"yes\n")}[lang][holds]
    text = str(holds).lower()
    forms = {
        "json": f'{{"head":{{}},"boolean":{text}}}\n',
        "xml": '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#">'
        f"<head/><boolean>{text}</boolean></sparql>\n",
    }
    if format not in forms:
        raise UnknownFormat(format, ("table", *forms))
    return forms[format].encode()
