"""The engine in this process: Oxigraph over a dataset.

The default graph of a question is the merge of the register's graphs, and its named graphs are the same
graphs: `GRAPH ?source { }` tells them apart, and nothing is left to what an engine calls its default graph.

A query leaves the machine only for the addresses that the user names (`samspil.store.guard`). Updates are
refused by the engine itself.
"""

from collections.abc import Callable, Collection
from typing import TypeVar, cast

import pyoxigraph as ox

from samspil.dataset import Dataset
from samspil.errors import ServiceFailed
from samspil.formats import ordered
from samspil.namespaces import PREFIXES
from samspil.store import Rows, Triples
from samspil.store.damage import reading
from samspil.store.guard import asks_others, check_query
from samspil.syntax import error_at, readable

__all__ = ["LocalStore"]

_T = TypeVar("_T")


class LocalStore:
    """Answers from a dataset; what is added to the dataset is in the next answer."""

    def __init__(self, dataset: Dataset, services: Collection[str] = ()) -> None:
        """Take the dataset, of which nothing is copied, and the addresses that SERVICE may ask."""
        self._dataset = dataset
        self._services = frozenset(services)
        self._folder = dataset.folder.parent if dataset.folder else None  # which `samspil.store.disk` made

    def select(self, query: str) -> Rows:
        """Return the rows of a SELECT. Raises what `run` raises, and QuerySyntaxError for another form."""
        found = self.run(query)
        if not isinstance(found, Rows):
            raise error_at(query, 0, "a SELECT query is expected")
        return found

    def construct(self, query: str) -> Triples:
        """Return the distinct triples of a CONSTRUCT or DESCRIBE, sorted. Raises as `select` does."""
        found = self.run(query)
        if isinstance(found, bool | Rows):
            raise error_at(query, 0, "a CONSTRUCT or DESCRIBE query is expected")
        return found

    def ask(self, query: str) -> bool:
        """Tell whether an ASK holds. Raises as `select` does."""
        found = self.run(query)
        if not isinstance(found, bool):
            raise error_at(query, 0, "an ASK query is expected")
        return found

    def run(self, query: str) -> Rows | Triples | bool:
        """Answer a query of any form; our prefixes need no declaration in it.

        Raises QuerySyntaxError, for an update too; ServiceRefused for a SERVICE that is not allowed, and
        ServiceFailed where one that is allowed does not answer; NoBuiltStore for a store on disk that is damaged,
        which may be found out only when the rows are read.
        """
        check_query(query, self._services)
        if self._services and asks_others(query):
            with reading(self._folder, (RuntimeError,)):
                return _answered(lambda: self._run(query, whole=True))
        with reading(self._folder):
            return self._run(query)

    def _run(self, query: str, whole: bool = False) -> Rows | Triples | bool:
        """Answer a query that is checked; `whole` reads all rows now instead of one by one."""
        try:
            found = self._dataset.answering(query).query(query, prefixes=PREFIXES)
            if isinstance(found, ox.QuerySolutions):
                rows = Rows(found, self._folder)
                return _read(rows) if whole else rows
            return bool(found) if isinstance(found, ox.QueryBoolean) else ordered(set(found))
        except SyntaxError as error:
            raise readable(query, str(error.msg)) from error
        finally:
            found = None  # type: ignore[assignment]  # no traceback takes it to another thread (samspil.store.held)


def _read(rows: Rows) -> Rows:
    """Return the same rows, read to their end: what another machine has to say has been said."""
    form = ox.QueryResultsFormat.JSON
    return Rows(cast("ox.QuerySolutions", ox.parse_query_results(rows.serialize("json"), format=form)))


def _answered(ask: Callable[[], _T]) -> _T:
    """Return what a query with SERVICE finds. Raises ServiceFailed where the other machine does not answer."""
    try:
        return ask()
    except OSError as error:  # the engine's word for every failure of HTTP
        raise ServiceFailed(" ".join(str(error).split()).rstrip(".")) from error
