"""One question of the library as `samspil queries NAME` shows it: its words, its parameters, its SPARQL."""

from __future__ import annotations

import shlex
import textwrap
from collections.abc import Iterator
from typing import Final

from samspil.parameters import Parameter
from samspil.queries import Question, body

__all__ = ["one_question"]

_WIDTH: Final = 100
_WORDS: Final[dict[str, dict[str, str]]] = {
    "da": {
        "parameters": "Parametre",
        "columns": "Kolonner",
        "example": "Eksempel",
        "default": "ellers",
        "tags": "Emneord",
    },
    "en": {
        "parameters": "Parameters",
        "columns": "Columns",
        "example": "Example",
        "default": "else",
        "tags": "Tags",
    },
}

# Type of a parameter to a value that stands for it in an example.
_EXAMPLES: Final[dict[str, str]] = {
    "actor": "norddjurs-kommune",
    "cooperation": "business-region-aarhus",
    "agreement": "au-2022",
    "action-plan": "halmstad-2021-2024",
    "source": "norddjurs-notat-2024",
    "thing": "agreement/au-2022",
    "date": "2024-02-19",
    "duration": "P12M",
    "language": "en",
    "integer": "2",
}


def one_question(question: Question, lang: str) -> str:
    """Return all of a question: what it asks, its parameters with their defaults, its columns, its SPARQL."""
    words = _WORDS[lang]
    lines = [question.name, *_wrapped(question.summary[lang], 2)]
    if question.description[lang]:
        lines += ["", *_wrapped(question.description[lang], 2)]
    if question.parameters:
        rows = [(f"{p.name}={p.type}", _about(p, lang)) for p in question.parameters if p.name != "lang"]
        lines += ["", words["parameters"], *_table(rows)]
    if question.columns:
        rows = [(f"?{name}", about[lang]) for name, about in question.columns.items()]
        lines += ["", words["columns"], *_table(rows)]
    if question.tags:
        lines += ["", words["tags"], f"  {', '.join(question.tags)}"]
    lines += ["", words["example"], f"  {_example(question)}", "", "SPARQL"]
    return "\n".join([*lines, *textwrap.indent(body(question.text), "  ").splitlines(), ""])


def _about(parameter: Parameter, lang: str) -> str:
    """Return what a parameter means, and what it is when it is not given."""
    default = f" ({_WORDS[lang]['default']} {parameter.default})" if parameter.default else ""
    return f"{parameter.summary[lang]}{default}"


def _table(rows: list[tuple[str, str]]) -> Iterator[str]:
    """Yield names with what they mean beside them, each meaning wrapped in its own column."""
    widest = min(max((len(name) for name, _ in rows), default=0), _WIDTH // 3)
    for name, meaning in rows:
        indent = " " * (widest + 4)
        yield from textwrap.wrap(
            meaning, _WIDTH, initial_indent=f"  {name:<{widest}}  ", subsequent_indent=indent
        ) or [f"  {name}"]


def _example(question: Question) -> str:
    """Return a command that asks the question with a value for each parameter that has an example."""
    given = [
        f"-p {shlex.quote(f'{p.name}={_EXAMPLES[p.type]}')}"
        for p in question.parameters
        if p.name != "lang" and p.type in _EXAMPLES
    ]
    return " ".join(["samspil query", question.name, *given])


def _wrapped(text: str, indent: int) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=" " * indent, subsequent_indent=" " * indent)
