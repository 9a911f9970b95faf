"""In which formats the answer of a question can be had: by the suffix of its address, and by Accept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from samspil.answers import FORMATS
from samspil.catalogue import form_of
from samspil.errors import UnfitFormat, UnknownFormat
from samspil.queries import Question
from samspil.server import negotiation
from samspil.server.api.problems import Problem

__all__ = ["EXCEL", "SPARQL", "Form", "chosen", "forms"]

EXCEL: Final = "excel-da"

# The query itself with its values; by its suffix only, since it is no form of the answer.
SPARQL: Final = "application/sparql-query"  # SPARQL 1.1 Query Language, 19

# Form of a query to the form of its answer.
_ANSWERS: Final = {"select": "rows", "ask": "truth", "construct": "triples"}

# Form of an answer to the format that those get who ask for nothing; JSON by its plain name is the second.
_FIRST: Final = {"rows": "json", "truth": "json", "triples": "turtle"}
_PLAIN: Final = {"rows": "json", "truth": "json", "triples": "jsonld"}


@dataclass(frozen=True)
class Form:
    """A form of an answer: the name of its format, the suffix of its address without the dot, its media type."""

    format: str
    suffix: str
    media_type: str


def forms(question: Question) -> tuple[Form, ...]:
    """Return the forms that the answer of a question can have, the one without being asked for first."""
    answer = _ANSWERS[form_of(question.text)]
    there = [one for one in FORMATS.values() if answer in one.forms and one.suffixes]
    there.sort(key=lambda one: one.name != _FIRST[answer])
    return tuple(Form(one.name, one.suffixes[0][1:], one.media_type) for one in there)


def chosen(question: Question, suffix: str, accept: str, profile: str | None) -> Form:
    """Return the form that an address and a header choose. Raises UnknownFormat, UnfitFormat, Problem."""
    if profile is not None:
        return _with_profile(question, suffix, profile)
    if suffix == "rq":
        return Form("query", suffix, SPARQL)
    return _with_suffix(question, suffix) if suffix else _accepted(question, accept)


def _with_profile(question: Question, suffix: str, profile: str) -> Form:
    """Return the CSV that a Danish Excel opens, which is the only profile. Raises Problem, UnfitFormat."""
    if profile != EXCEL or suffix not in ("", "csv"):
        text = "The parameter “profile” can be “excel-da”, and only for csv."
        raise Problem.of("wrong-value", text, {"parameter": "profile", "value": profile, "expected": [EXCEL]})
    plain = _with_suffix(question, "csv")
    return Form("excel", "csv", plain.media_type)


def _with_suffix(question: Question, suffix: str) -> Form:
    """Return the form of a suffix. Raises UnknownFormat, UnfitFormat."""
    there = {form.suffix: form for form in forms(question)}
    names = {one[1:]: format.name for format in FORMATS.values() for one in format.suffixes}
    if names.get(suffix) is None:
        raise UnknownFormat(suffix[:40], (*there, "rq"))
    found = next((form for form in there.values() if form.format == names[suffix]), None)
    if found is None:
        raise UnfitFormat(suffix, (*there, "rq"), _ANSWERS[form_of(question.text)])
    return found


def _accepted(question: Question, accept: str) -> Form:
    """Return the form that Accept prefers (RFC 9110, 12.5.1). Raises UnknownFormat when nothing fits."""
    there = forms(question)
    plain = next(one for one in there if one.format == _PLAIN[_ANSWERS[form_of(question.text)]])
    offered = {form.media_type: form for form in there}
    offered["application/json"] = Form(plain.format, plain.suffix, "application/json")
    media = negotiation.best(accept, tuple(offered))
    if media is None:
        raise UnknownFormat(accept[:80], tuple(one.partition(";")[0] for one in offered))
    return offered[media]
