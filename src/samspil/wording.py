"""Terms in the words that people read: labels for IRIs, dates in full, yes and no, and what is not stated.

Machine formats never pass through here: they keep terms exactly as they are.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import pyoxigraph as ox

from samspil.datewords import day_in_words, period_in_words
from samspil.namespaces import BASE, EDTF, PREFIXES, XSD
from samspil.queries import Question
from samspil.store import Rows, Store, Term

__all__ = ["NOT_STATED", "Cell", "Columns", "Table", "short", "spoken"]

NOT_STATED: Final = {"da": "Ikke oplyst", "en": "Not stated"}

# So many rows have their labels looked up by one question; more would be refused by some servers.
_BATCH: Final = 1000

# The label of a thing; a passage is named after its document too, since its own label says only where in it.
_LABELS: Final = """
SELECT ?thing ?label ?whole WHERE {
  VALUES ?thing { %s }
  ?thing skos:prefLabel|rdfs:label ?label .
  FILTER (LANG(?label) = "%s")
  OPTIONAL { ?thing a sam:SourcePassage ; dct:isPartOf/skos:prefLabel ?whole . FILTER (LANG(?whole) = "%s") }
} ORDER BY ?thing ?label"""


@dataclass(frozen=True, slots=True)
class Cell:
    """A term for people: its words, the term itself, and the IRI of the thing that the words name, if any."""

    words: str
    term: Term
    iri: str = ""


@dataclass(frozen=True)
class Columns:
    """The columns of an answer that people see: their variables and headings, and where in a row each stands.

    A column with a label column beside it gives way to it, and a locator to its passage, whose label says
    the same in words; any other IRI is shown by its label. `places` has, for each, the index of what is shown
    and the index of the thing that it names, which stands in where a thing has no label.
    """

    variables: tuple[str, ...]
    headings: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, variables: Sequence[str], question: Question, lang: str) -> "Columns":
        """Return the columns that people see of those that a question selects."""
        hidden = {
            name
            for name in variables
            if f"{name}Label" in variables or _names_a_shown_passage(name, variables)
        }
        shown = [(i, name) for i, name in enumerate(variables) if name not in hidden]
        at = {name: i for i, name in enumerate(variables)}
        return cls(
            tuple(name for _, name in shown),
            tuple(_heading(name, question, lang) for _, name in shown),
            tuple((i, at.get(name.removesuffix("Label"), i)) for i, name in shown),
        )

    def read(
        self, rows: Iterable[Sequence[Term | None]], store: Store, lang: str
    ) -> Iterator[tuple[Cell | None, ...]]:
        """Yield the cells of each row, None where nothing is stated; labels are looked up for many rows at once."""
        labels: dict[str, str | None] = {}
        unread = iter(rows)
        while batch := [self._pairs(row) for row in islice(unread, _BATCH)]:
            shown = {str(term) for row in batch for term, _ in row if isinstance(term, ox.NamedNode)}
            labels |= _labels(store, sorted(shown - labels.keys()), lang)
            for row in batch:
                yield tuple(_cell(term, thing, lang, labels) for term, thing in row)

    def _pairs(self, row: Sequence[Term | None]) -> list[tuple[Term | None, Term | None]]:
        """Return, for each column, the term that is shown and the thing that it names."""
        return [(row[i] if row[i] is not None else row[thing], row[thing]) for i, thing in self.places]


@dataclass(frozen=True)
class Table:
    """An answer for people: a heading for each column; for each cell a text, or None where nothing is stated."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]

    @classmethod
    def of(cls, rows: Rows, question: Question, store: Store, lang: str) -> "Table":
        """Return the table of an answer, with the columns that people see."""
        columns = Columns.of(rows.variables, question, lang)
        return cls(
            columns.headings,
            tuple(
                tuple(None if cell is None else cell.words for cell in row)
                for row in columns.read(rows, store, lang)
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


def _cell(term: Term | None, thing: Term | None, lang: str, labels: Mapping[str, str | None]) -> Cell | None:
    """Return a cell, or None for a term that is not there. `labels` are by IRI as N-Triples."""
    if term is None:
        return None
    words = spoken(term, lang, lambda iri: labels.get(f"<{iri}>"))
    return Cell(words, term, thing.value if isinstance(thing, ox.NamedNode) else "")


def _labels(store: Store, things: Sequence[str], lang: str) -> dict[str, str | None]:
    """Return the label of each thing, None where it has none; things are IRIs as N-Triples."""
    labels: dict[str, str | None] = dict.fromkeys(things)
    for row in store.select(_LABELS % (" ".join(things), lang, lang)) if things else ():
        thing, label, whole = (getattr(term, "value", None) for term in row)
        if labels[f"<{thing}>"] is None:
            labels[f"<{thing}>"] = f"{whole}: {label}" if whole else str(label)
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
    f"{XSD}double": _decimal,
    f"{XSD}float": _decimal,
}
