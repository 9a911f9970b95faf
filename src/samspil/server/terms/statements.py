"""The plainest page about a thing: what is said about it, row by row, and what names it."""

from __future__ import annotations

from itertools import groupby, islice

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from samspil.formats import ordered
from samspil.server.linked import Name, reader_of
from samspil.server.rendering import page
from samspil.server.site import site_of
from samspil.server.terms.looking import Look
from samspil.server.terms.places import places

__all__ = ["statements_page"]

_MOST = 100  # statements that name a thing, on its page; the data has all


def statements_page(request: Request, lang: str, name: Name) -> Response:
    """Return the page with all that is said about a name."""
    look, thing = Look(reader_of(site_of(request)), lang), ox.NamedNode(name.iri)
    own = ordered(set(look.reader.about(thing)))
    rows = [
        (look.shown(predicate), look.sorted(triple.object for triple in group))
        for predicate, group in groupby(own, key=lambda triple: triple.predicate)
    ]
    naming = ordered(set(islice(look.reader.naming(thing), _MOST)))
    values = {
        "name": name,
        "at": places(request, lang),
        "label": look.shown(thing).words,
        "rows": rows,
        "naming": [(look.shown(triple.subject), look.shown(triple.predicate)) for triple in naming],
    }
    return page(request, lang, "statements.html", values)
