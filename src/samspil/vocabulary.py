"""Which terms of a query the register does not have: most often a term is misspelt, and then it matches nothing.

A term that occurs in no statement, as subject, predicate or object, cannot match. For a name of ours the
register says all there is; for another vocabulary, only what it uses.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from samspil.errors import NoSuchTerm
from samspil.namespaces import BASE, EDTF, PREFIXES, RDF, SAM, XSD
from samspil.parameters import nearest
from samspil.store import Store
from samspil.syntax import error_at
from samspil.syntax.tokens import Token, declarations, expanded, tokens

__all__ = ["AbsentTerm", "absent_terms", "refuse_unknown"]

_OURS: Final = (SAM, f"{BASE}concept/")

# Namespaces whose names stand for types of values and for graphs, which occur in no statement.
_APART: Final = (XSD, EDTF, f"{RDF}langString", f"{BASE}graph/")

# Keywords after which an IRI names no term of a pattern.
_ADDRESSES: Final = ("FROM", "NAMED", "GRAPH", "SERVICE", "SILENT", "BASE", "PREFIX", "CALL", "LOAD")

# What no name of a namespace has: the term belongs to another, further in.
_DEEPER: Final = re.compile("[/#]")

_ABSENT: Final = """
SELECT ?term WHERE {
  VALUES ?term { %s }
  FILTER NOT EXISTS { ?term ?p1 ?o1 }
  FILTER NOT EXISTS { ?s2 ?p2 ?term }
  FILTER NOT EXISTS { ?s3 ?term ?o3 }
}"""

_LIKE_IT: Final = """
SELECT DISTINCT ?term WHERE {
  { ?term a ?kind } UNION { ?s a ?term } UNION { SELECT DISTINCT ?term { ?s ?term ?o } }
  FILTER (STRSTARTS(STR(?term), %s))
} ORDER BY ?term"""


@dataclass(frozen=True)
class AbsentTerm:
    """A term that a query names and no statement has: as it is written, where, and those that are like it."""

    iri: str
    written: str
    at: int
    alike: tuple[str, ...]

    @property
    def ours(self) -> bool:
        """Whether it is a name of our model or a concept, all of which the register says."""
        return self.iri.startswith(_OURS)


def absent_terms(store: Store, query: str) -> list[AbsentTerm]:
    """Return the terms in the patterns of a query that no statement has, in the order of the text."""
    words = tokens(query)
    prefixes = PREFIXES | dict(declarations(words))
    named = {
        iri: token
        for token in reversed(list(_terms(words)))
        if (iri := expanded(token, prefixes)) and _may_occur(iri)
    }
    absent = _absent(store, list(named))
    return [
        AbsentTerm(iri, token.text, token.start, _alike(store, iri, token, prefixes))
        for iri, token in sorted(named.items(), key=lambda pair: pair[1].start)
        if iri in absent
    ]


def refuse_unknown(terms: Sequence[AbsentTerm], query: str, source: str) -> None:
    """Raise NoSuchTerm for the first term that is a name of ours."""
    for term in terms:
        if term.ours:
            place = error_at(query, term.at, f"there is no {term.written}", source)
            spot = (source, place.line, place.column, place.excerpt, place.detail)
            raise NoSuchTerm(*spot, term=term.written, suggestions=term.alike)


def _terms(words: Sequence[Token]) -> Iterator[Token]:
    """Yield the IRIs of a query that stand in a pattern or an expression, with those that CONSTRUCT makes left out."""
    made = _template(words)
    for at, word in enumerate(words[:-1]):
        before = words[at - 1] if at else word
        declares = before.kind == "name" and words[at - 2].keyword == "PREFIX"
        if (
            word.kind in ("iri", "name")
            and not declares
            and before.keyword not in _ADDRESSES
            and before.text != "^^"
            and words[at + 1].text != "("
            and at not in made
        ):
            yield word


def _template(words: Sequence[Token]) -> range:
    """Return the places of the words that are the template of a CONSTRUCT."""
    for at, word in enumerate(words[:-1]):
        if word.keyword == "CONSTRUCT" and words[at + 1].text == "{":
            end = next((i for i in range(at, len(words)) if words[i].text == "}"), len(words))
            return range(at, end)
    return range(0)


def _may_occur(iri: str) -> bool:
    """Tell whether an IRI is whole, is no namespace alone, and is of a kind that statements have."""
    return ":" in iri and not iri.endswith(("/", "#")) and not iri.startswith(_APART)


def _absent(store: Store, iris: Sequence[str]) -> set[str]:
    """Return those of some IRIs that no statement has."""
    if not iris:
        return set()
    rows = store.select(_ABSENT % " ".join(str(ox.NamedNode(iri)) for iri in iris))
    return {row[0].value for row in rows if isinstance(row[0], ox.NamedNode)}


def _alike(store: Store, iri: str, token: Token, prefixes: dict[str, str]) -> tuple[str, ...]:
    """Return the terms of the same namespace that are spelt most like one, written as it is written."""
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    start = prefixes[token.text.partition(":")[0]] if token.kind == "name" else iri[:cut]
    rows = store.select(_LIKE_IT % ox.Literal(start))
    names = [row[0].value.removeprefix(start) for row in rows if isinstance(row[0], ox.NamedNode)]
    found = nearest(iri.removeprefix(start), [name for name in names if name and not _DEEPER.search(name)])
    if token.kind == "name":
        return tuple(f"{token.text.partition(':')[0]}:{name}" for name in found)
    return tuple(f"<{start}{name}>" for name in found)
