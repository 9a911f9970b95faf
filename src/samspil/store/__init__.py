"""What answers questions: the protocol that every engine keeps, and the rows that it returns.

A question goes to an engine as SPARQL 1.1 text and is asked over the merge of the register's graphs, which
are named graphs as well. The engine in this process is `samspil.store.local`.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, Protocol, TypeAlias

import pyoxigraph as ox

from samspil.errors import UnknownFormat
from samspil.store.damage import reading
from samspil.store.held import Held

__all__ = ["FORMATS", "Rows", "Store", "Term", "Triples"]

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Triples: TypeAlias = Sequence[ox.Triple]

# Name of a format of answers to pyoxigraph's, which writes it.
FORMATS: Final[dict[str, ox.QueryResultsFormat]] = {
    "csv": ox.QueryResultsFormat.CSV,  # SPARQL 1.1 Query Results CSV and TSV Formats
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,  # SPARQL 1.1 Query Results JSON Format
    "xml": ox.QueryResultsFormat.XML,  # SPARQL Query Results XML Format (Second Edition)
}


class Rows:
    """The rows of a SELECT, which can be read once: either one by one, or written in a format.

    The thread that asked reads them; another one raises LookupError, but may be the one that drops them.
    `read` is how many have been read one by one.
    """

    def __init__(self, solutions: ox.QuerySolutions, folder: Path | None = None) -> None:
        """Take the solutions as the engine gives them, and where the store is that they come from, if on disk."""
        self.variables: list[str] = [variable.value for variable in solutions.variables]
        self.read = 0
        self._folder = folder
        self._unread: Held[ox.QuerySolutions] | None = Held(solutions)

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        """Yield each row as terms in the order of `variables`; None where a variable is unbound.

        Raises NoBuiltStore for a store on disk that is damaged.
        """
        held = self._taken()
        with reading(self._folder):
            while (solution := next(held.thing, None)) is not None:
                self.read += 1
                yield tuple(solution)

    def serialize(self, format: str) -> bytes:
        """Return the rows as csv, tsv, json or xml, written by the engine. Raises UnknownFormat, NoBuiltStore."""
        if format not in FORMATS:
            raise UnknownFormat(format, sorted(FORMATS))
        with reading(self._folder):
            return self._taken().thing.serialize(format=FORMATS[format]) or b""

    def _taken(self) -> Held[ox.QuerySolutions]:
        """Return the solutions, once: read again they would be silently empty."""
        if self._unread is None:
            raise RuntimeError("the rows of an answer can be read once")
        held, self._unread = self._unread, None
        return held


class Store(Protocol):
    """An engine. Every method raises QuerySyntaxError for a query that it cannot or will not run."""

    def select(self, query: str) -> Rows:
        """Return the rows of a SELECT."""

    def construct(self, query: str) -> Triples:
        """Return the distinct triples of a CONSTRUCT or DESCRIBE, sorted."""

    def ask(self, query: str) -> bool:
        """Tell whether an ASK holds."""

    def run(self, query: str) -> Rows | Triples | bool:
        """Answer a query of any of these forms."""
