"""The plainest page about a thing: what is said about it, row by row, and what names it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, islice

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from samspil.formats import ordered
from samspil.server.linked import Name, Reader, reader_of
from samspil.server.rendering import page
from samspil.server.site import site_of
from samspil.server.terms.places import places
from samspil.wording import short, spoken

__all__ = ["Shown", "shown_term", "statements_page"]

_MOST = 100  # statements that name a thing, on its page; the data has all


@dataclass(frozen=True, order=True)
class Shown:
    """A term on a page: its words, the language they are in where that is another than the page's, and its IRI."""

    words: str
    lang: str | None = None
    iri: str = ""


def statements_page(request: Request, lang: str, name: Name) -> Response:
    """Return the page with all that is said about a name."""
    reader, thing = reader_of(site_of(request)), ox.NamedNode(name.iri)
    own = ordered(set(reader.about(thing)))
    rows = [
        (shown_term(predicate, reader, lang), [shown_term(triple.object, reader, lang) for triple in group])
        for predicate, group in groupby(own, key=lambda triple: triple.predicate)
    ]
    naming = ordered(set(islice(reader.naming(thing), _MOST)))
    values = {
        "name": name,
        "at": places(request, lang),
        "label": reader.label(thing, lang) or short(name.iri),
        "rows": rows,
        "naming": [
            (shown_term(t.subject, reader, lang), shown_term(t.predicate, reader, lang)) for t in naming
        ],
    }
    return page(request, lang, "statements.html", values)


def shown_term(term: object, reader: Reader, lang: str) -> Shown:
    """Return a term as a page shows it."""
    if isinstance(term, ox.NamedNode):
        return Shown(reader.label(term, lang) or short(term.value), iri=term.value)
    if isinstance(term, ox.Literal):
        other = term.language if term.language and term.language != lang else None
        return Shown(spoken(term, lang), other)
    return Shown(str(term))
