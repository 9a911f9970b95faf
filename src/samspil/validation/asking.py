"""A graph for pySHACL whose SPARQL is answered by pyoxigraph.

pySHACL reads the graph triple by triple, which rdflib's own store does best. The queries in shapes look at all of it,
and rdflib takes half of a validation for them. rdflib lets a store answer queries itself, so this one does.
"""

from __future__ import annotations

import io
from typing import Any

import pyoxigraph as ox
import rdflib
from rdflib.plugins.sparql.sparql import Query
from rdflib.plugins.stores.memory import Memory
from rdflib.query import Result
from rdflib.term import Identifier

__all__ = ["askable"]


def askable(triples: bytes) -> rdflib.Graph:
    """Return a graph of triples in N-Triples."""
    store = _Asked()
    made = rdflib.Graph(store).parse(data=triples, format="nt")
    store.twin = ox.Store()
    store.twin.load(triples, format=ox.RdfFormat.N_TRIPLES)
    return made


class _Asked(Memory):
    """A store in memory with a twin that is asked, until something is added or removed."""

    twin: ox.Store | None = None

    def add(self, *arguments: Any, **options: Any) -> None:
        """Add a triple; rdflib answers from then on."""
        self.twin = None
        super().add(*arguments, **options)

    def remove(self, *arguments: Any, **options: Any) -> None:
        """Remove triples; rdflib answers from then on."""
        self.twin = None
        super().remove(*arguments, **options)

    def query(self, query: str | Query, *given: Any, **_options: Any) -> Result:
        """Return the answer to a query. Raises NotImplementedError for what rdflib is to answer itself, or to refuse.

        rdflib gives the prefixes, what is bound before, and the name of the graph (`Graph.query`).
        """
        prefixes, bound, _ = given
        if not isinstance(query, str) or self.twin is None:
            raise NotImplementedError
        known = {ox.Variable(name): _term(value) for name, value in bound.items() if name in query}
        try:
            found = self.twin.query(query, prefixes=dict(prefixes), substitutions=known)
        except SyntaxError as error:
            raise NotImplementedError from error
        if isinstance(found, ox.QueryTriples):
            raise NotImplementedError
        text = found.serialize(format=ox.QueryResultsFormat.JSON) or b""
        return Result.parse(io.BytesIO(text), format="json")


def _term(value: Identifier) -> ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple:
    """Return a term of rdflib as pyoxigraph has it."""
    line = f"<urn:s> <urn:p> {value.n3()} ."
    triple: ox.Triple = next(ox.parse(line, format=ox.RdfFormat.N_TRIPLES)).triple
    return triple.object
