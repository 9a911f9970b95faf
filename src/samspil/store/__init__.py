"""What answers questions: the protocol that every engine keeps, and the rows that it returns.

A question goes to an engine as SPARQL 1.1 text and is asked over the merge of the register's graphs, which
are named graphs as well. The engine in this process is `samspil.store.local`.
"""

from collections.abc import Iterator, Sequence
from typing import Final, Protocol, TypeAlias

import pyoxigraph as ox

from samspil.errors import UnknownFormat

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
    """The rows of a SELECT, which can be read once: either one by one, or written in a format."""

    def __init__(self, solutions: ox.QuerySolutions) -> None:
        """Take the solutions as the engine gives them; none is read yet."""
        self.variables: list[str] = [variable.value for variable in solutions.variables]
        self._unread: ox.QuerySolutions | None = solutions

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        """Yield each row as terms in the order of `variables`; None where a variable is unbound."""
        return (tuple(solution) for solution in self._taken())

    def serialize(self, format: str) -> bytes:
        """Return the rows as csv, tsv, json or xml, written by the engine. Raises UnknownFormat."""
        if format not in FORMATS:
            raise UnknownFormat(format, sorted(FORMATS))
        return self._taken().serialize(format=FORMATS[format]) or b""

    def _taken(self) -> ox.QuerySolutions:
        """Return the solutions, once: read again they would be silently empty."""
        if self._unread is None:
            raise RuntimeError("the rows of an answer can be read once")
        solutions, self._unread = self._unread, None
        return solutions


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
