"""The library of questions as RDF, in the form that SPARQL editors read their examples in.

Every question is a `sh:SPARQLExecutable` (SHACL, 5.2.1 and 6) with its text, its words in Danish and English, its
tags as `schema:keywords`, and the prefixes that it may use. An editor that looks for such examples on a
server shows ours where the server asks the graph without its name: docs/servers.md.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from samspil import identifiers
from samspil.formats import ordered
from samspil.namespaces import BASE, DCT, PREFIXES, RDF, RDFS, SCHEMA, SH, XSD
from samspil.queries import Question, body
from samspil.syntax import OPAQUE

__all__ = ["QUERIES", "describe", "form_of"]

QUERIES: Final = identifiers.graph("queries")

_QUERY: Final = BASE + "query/"
_PREFIXES: Final = ox.NamedNode(_QUERY + "prefixes")
_OPAQUE: Final = re.compile(OPAQUE)
_FORM: Final = re.compile(r"\b(SELECT|CONSTRUCT|ASK)\b(?!:)", re.IGNORECASE)

# Form of a query to the class of such queries (SHACL, 5.2.1, 6.1) and the property that holds the text.
_FORMS: Final[dict[str, tuple[str, str]]] = {
    "select": ("SPARQLSelectExecutable", "select"),
    "construct": ("SPARQLConstructExecutable", "construct"),
    "ask": ("SPARQLAskExecutable", "ask"),
}


def describe(questions: Iterable[Question]) -> list[ox.Triple]:
    """Return the description of questions, and of our prefixes (SHACL, 5.2.1), sorted; no blank nodes."""
    triples = {*_prefixes(), *(triple for question in questions for triple in _described(question))}
    return ordered(triples)


def form_of(text: str) -> str:
    """Return the form of a query, select, construct or ask: the first keyword that names one."""
    found = _FORM.search(_OPAQUE.sub(" ", text))
    return found[1].lower() if found else "select"


def _described(question: Question) -> Iterator[ox.Triple]:
    """Yield what is said of one question."""
    subject = ox.NamedNode(_QUERY + question.name)
    kind, holds = _FORMS[form_of(question.text)]
    yield _triple(subject, RDF + "type", ox.NamedNode(SH + "SPARQLExecutable"))
    yield _triple(subject, RDF + "type", ox.NamedNode(SH + kind))
    yield _triple(subject, SH + holds, ox.Literal(body(question.text) + "\n"))
    yield _triple(subject, SH + "prefixes", _PREFIXES)
    for predicate, words in (
        (RDFS + "comment", question.summary),
        (DCT + "description", question.description),
    ):
        for language, text in words.items():
            if text:
                yield _triple(subject, predicate, ox.Literal(text, language=language))
    for tag in (question.name.partition("/")[0], *question.tags):
        yield _triple(subject, SCHEMA + "keywords", ox.Literal(tag))


def _prefixes() -> Iterator[ox.Triple]:
    """Yield the declaration of each of our prefixes, as a thing with a name of its own."""
    for prefix, namespace in PREFIXES.items():
        declaration = ox.NamedNode(f"{_PREFIXES.value}/{prefix}")
        yield _triple(_PREFIXES, SH + "declare", declaration)
        yield _triple(declaration, SH + "prefix", ox.Literal(prefix))
        yield _triple(
            declaration, SH + "namespace", ox.Literal(namespace, datatype=ox.NamedNode(XSD + "anyURI"))
        )


def _triple(subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    """Return a triple whose predicate is given as text."""
    return ox.Triple(subject, ox.NamedNode(predicate), value)
