"""Terms in the words that people read: labels for IRIs, dates in full, yes and no, and what is not stated.

Machine formats never pass through here: they keep terms exactly as they are.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from samspil.datewords import day_in_words, period_in_words
from samspil.namespaces import BASE, EDTF, PREFIXES, XSD
from samspil.queries import Question
from samspil.store import Rows, Store, Term

__all__ = ["NOT_STATED", "Table", "short", "spoken"]

NOT_STATED: Final = {"da": "Ikke oplyst", "en": "Not stated"}

# The label of a thing; a passage is named after its document too, since its own label says only where in it.
_LABELS: Final = """
SELECT ?thing ?label ?whole WHERE {
  VALUES ?thing { %s }
  ?thing skos:prefLabel|rdfs:label ?label .
  FILTER (LANG(?label) = "%s")
  OPTIONAL { ?thing a sam:SourcePassage ; dct:isPartOf/skos:prefLabel ?whole . FILTER (LANG(?whole) = "%s") }
} ORDER BY ?thing ?label"""


@dataclass(frozen=True)
class Table:
    """An answer for people: a heading for each column; for each cell a text, or None where nothing is stated."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]

    @classmethod
    def of(cls, rows: Rows, question: Question, store: Store, lang: str) -> "Table":
        """Return the table of an answer.

        A column with a label column beside it gives way to it, and a locator to its passage, whose label says
        the same in words; any other IRI is shown by its label.
        """
        variables = rows.variables
        hidden = {
            name
            for name in variables
            if f"{name}Label" in variables or _names_a_shown_passage(name, variables)
        }
        shown = [i for i, name in enumerate(variables) if name not in hidden]
        kept = [tuple(row[i] for i in shown) for row in rows]
        labels = _labels(store, (term for row in kept for term in row), lang)
        return cls(
            tuple(_heading(variables[i], question, lang) for i in shown),
            tuple(
                tuple(None if term is None else spoken(term, lang, labels.get) for term in row)
                for row in kept
            ),
        )


def spoken(term: Term, lang: str, label: Callable[[str], str | None] = lambda _iri: None) -> str:
    """Return the words of a term: a label or a short name, a date in full, yes or no, or the literal's text."""
    if isinstance(term, ox.NamedNode):
        return label(term.value) or short(term.value)
    if not isinstance(term, ox.Literal):
        return str(term)
    words = _WORDS.get(term.datatype.value)
    return words(term.value, lang) if words else term.value


def short(iri: str) -> str:
    """Return an IRI in the words that the command takes: `actor/via` for ours, `org:Post` for a known prefix."""
    if iri.startswith(f"{BASE}id/"):
        return iri.removeprefix(f"{BASE}id/")
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and "/" not in iri.removeprefix(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _names_a_shown_passage(name: str, variables: Sequence[str]) -> bool:
    """Tell whether a column is the locator of a passage that has a column of its own."""
    return name == "locator" and "passage" in variables


def _heading(variable: str, question: Question, lang: str) -> str:
    """Return the heading of a column; a label column is headed by the thing that it names."""
    name = variable.removesuffix("Label")
    words = question.columns.get(name) or question.columns.get(variable) or {}
    text = words.get(lang, variable)
    return text[:1].upper() + text[1:]


def _labels(store: Store, terms: Iterable[Term | None], lang: str) -> dict[str, str]:
    """Return the label of each IRI that has one."""
    things = sorted({str(term) for term in terms if isinstance(term, ox.NamedNode)})
    if not things:
        return {}
    labels: dict[str, str] = {}
    for row in store.select(_LABELS % (" ".join(things), lang, lang)):
        thing, label, whole = (getattr(term, "value", None) for term in row)
        labels.setdefault(str(thing), f"{whole}: {label}" if whole else str(label))
    return labels


def _boolean(text: str, lang: str) -> str:
    """Return yes or no."""
    return {"da": ("nej", "ja"), "en": ("no", "yes")}[lang][text in ("true", "1")]


def _decimal(text: str, lang: str) -> str:
    """Return a number with the language's own decimal sign."""
    return text.replace(".", ",") if lang == "da" else text


# Datatype to the words for a value of it.
_WORDS: Final[dict[str, Callable[[str, str], str]]] = {
    f"{XSD}date": day_in_words,
    f"{EDTF}EDTF": period_in_words,
    f"{XSD}boolean": _boolean,
    f"{XSD}decimal": _decimal,
}
