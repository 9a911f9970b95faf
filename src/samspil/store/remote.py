"""The engine on another machine: a SPARQL 1.1 server, spoken with through SPARQLWrapper.

The default graph of a question is the merge of the register's graphs, and its named graphs are the same graphs,
as in this process. Nothing is left to what a server calls its default graph: the graphs are named in every
request. Many engines count a statement that stands in two graphs twice, so the merge stands on the server as a
graph of its own, MERGE. `samspil push` puts it there last, so a server without it may have a part of the register
alone, and is asked nothing.

An answer of CHECKED rows or more is followed by the question for one row more, whatever the number: a limit that
the server keeps to itself is found out. That is done of SELECT, and of CONSTRUCT by counting its solutions. It is
not done of DESCRIBE, has no way to find a server that counts triples instead of solutions, and leaves out limits
below CHECKED, which `samspil doctor` finds. What a server says itself of a part is heard always.

SPARQLWrapper makes the request; it is sent by `samspil.store.exchange`, with a deadline, never by SPARQLWrapper
itself, which has none and which changes urllib for the whole process when credentials are set.
"""

from collections.abc import Callable, Collection, Sequence
from functools import cache, cached_property
from typing import Any, Final, TypeAlias

import pyoxigraph as ox

from samspil.errors import (
    IncompleteRegister,
    NothingThere,
    NotSparql,
    QueryRefused,
    RowLimitReached,
    ServerFailed,
    WrongAnswer,
)
from samspil.formats import ordered
from samspil.identifiers import graph
from samspil.namespaces import BASE, PREFIXES
from samspil.store import Rows, Triples
from samspil.store.asked import Asked
from samspil.store.endpoint import Endpoint
from samspil.store.exchange import Client, Reply
from samspil.store.guard import asks_others, check_query
from samspil.store.refusals import accepted
from samspil.store.replies import Results, check_whole, not_sparql, read_results, read_triples
from samspil.syntax import error_at, readable
from samspil.syntax.grammar import read_query
from samspil.syntax.reader import Reader

__all__ = ["CHECKED", "MERGE", "OURS", "UNNAMED", "Over", "RemoteStore", "merged"]

OURS: Final = f"{BASE}graph/"  # how the name of a graph of ours begins
MERGE: Final = graph("merge")

# The graphs that a question is asked over (SPARQL 1.1 Protocol, 2.1.4): those whose union is its default graph, and
# its named graphs.
Over: TypeAlias = tuple[Sequence[str], Sequence[str]]
UNNAMED: Final[Over] = ((), ())  # whatever the server takes for its own

# Names of graphs: engines that keep a list of them give it at once; others must look through all statements.
_OURS: Final = f'FILTER(STRSTARTS(STR(?graph), "{OURS}"))'
_LISTED: Final = f"SELECT ?graph {{ GRAPH ?graph {{}} {_OURS} }}"
_SEARCHED: Final = f"SELECT DISTINCT ?graph {{ GRAPH ?graph {{ ?s ?p ?o }} {_OURS} }}"

_RESULTS: Final = "application/sparql-results+json, application/sparql-results+xml;q=0.5"
_GRAPH: Final = "application/n-triples, text/turtle;q=0.5"

_VIRTUOSOS_ASK: Final = ("__ASK_RETVAL",)  # the variables of the rows with which Virtuoso answers an ASK

CHECKED: Final = 100  # rows: from here on a server is asked for one more

_MALFORMED: Final = 400
_NO_SUCH_PLACE: Final = (404, 405, 415)


class RemoteStore:
    """Answers from a SPARQL server; threads may share it.

    Every method raises RemoteError when the server cannot be asked, or gives no whole answer.
    """

    def __init__(self, endpoint: Endpoint, services: Collection[str] = ()) -> None:
        """Take the endpoint, and the addresses that SERVICE may ask; nothing is sent before the first question."""
        self.endpoint = endpoint
        self._client = Client(endpoint)
        self._services = services
        self._grammar = ox.Store()  # empty: reads a query, and says of which form it is

    def select(self, query: str) -> Rows:
        """Return the rows of a SELECT. Raises QuerySyntaxError, for a query of another form too."""
        if self._form(query) != "SELECT":
            raise error_at(query, 0, "a SELECT query is expected")
        return self._select(query)

    def construct(self, query: str) -> Triples:
        """Return the distinct triples of a CONSTRUCT or DESCRIBE, sorted. Raises QuerySyntaxError."""
        if self._form(query) != "CONSTRUCT":
            raise error_at(query, 0, "a CONSTRUCT or DESCRIBE query is expected")
        return self._construct(query)

    def ask(self, query: str) -> bool:
        """Tell whether an ASK holds. Raises QuerySyntaxError, for a query of another form too."""
        if self._form(query) != "ASK":
            raise error_at(query, 0, "an ASK query is expected")
        return self._ask(query)

    def run(self, query: str) -> Rows | Triples | bool:
        """Answer a query of any form; our prefixes need no declaration in it. Raises QuerySyntaxError."""
        forms: dict[str, Callable[[str], Rows | Triples | bool]] = {
            "SELECT": self._select,
            "ASK": self._ask,
            "CONSTRUCT": self._construct,
        }
        return forms[self._form(query)](query)

    @cached_property
    def graphs(self) -> tuple[str, ...]:
        """The names of the register's graphs on the server, sorted, asked for once. Raises NothingThere."""
        try:
            found = self._names(_LISTED)
        except (NotSparql, QueryRefused, ServerFailed):
            found = ()
        if names := found or self.filled():
            return names
        raise NothingThere(self.endpoint.where)

    @property
    def _register(self) -> tuple[str, ...]:
        """The names of the register's graphs, which are all there. Raises NothingThere, IncompleteRegister."""
        if MERGE in self.graphs:
            return self.graphs
        del self.graphs  # which a push may have made whole when it is asked next
        raise IncompleteRegister(self.endpoint.where)

    def filled(self) -> tuple[str, ...]:
        """Return the names of graphs of ours with anything in them, sorted, asked for anew; there may be none."""
        return self._names(_SEARCHED)

    def _names(self, query: str) -> tuple[str, ...]:
        """Return the names of graphs of ours that a query gives, sorted. Raises NotSparql for what is no name."""
        rows = list(self._whole(Asked(query), UNNAMED).solutions)
        names = [term.value for row in rows for term in row if isinstance(term, ox.NamedNode)]
        if len(names) != len(rows):
            odd = next(term for row in rows for term in row or (None,) if not isinstance(term, ox.NamedNode))
            raise NotSparql(self.endpoint.where, "–" if odd is None else str(odd)[:80])
        return tuple(sorted(name for name in names if name.startswith(OURS)))

    def _form(self, query: str) -> str:
        """Return SELECT, ASK, or CONSTRUCT for a DESCRIBE too. Raises QuerySyntaxError for what is no query."""
        check_query(query, self._services)
        if asks_others(query):  # which pyoxigraph would do at once, from here
            form = read_query(Reader(query, "query")).form
            return "CONSTRUCT" if form == "DESCRIBE" else form
        try:
            found = self._grammar.query(query, prefixes=PREFIXES)
        except SyntaxError as error:
            raise readable(query, str(error.msg)) from error
        if isinstance(found, ox.QuerySolutions):
            return "SELECT"
        return "ASK" if isinstance(found, ox.QueryBoolean) else "CONSTRUCT"

    def _select(self, query: str) -> Rows:
        """Return the rows of a query that is a SELECT."""
        return Rows(self._whole(Asked(query)).solutions)

    def _whole(self, asked: Asked, over: Over | None = None) -> Results:
        """Return the rows of a SELECT, all of them. Raises RowLimitReached, WrongAnswer."""
        found = self.results(asked, "SELECT", over)
        if found.truth is not None:
            raise WrongAnswer(self.endpoint.where, "SELECT", "ASK")
        may_lack = found.count >= CHECKED and found.count != asked.limit
        if may_lack and self.results(Asked(asked.after(found.count)), "SELECT", over).count:
            raise RowLimitReached(self.endpoint.where, found.count)
        return found

    def _ask(self, query: str) -> bool:
        """Tell whether a query that is an ASK holds."""
        found = self.results(Asked(query), "ASK")
        if found.truth is None and found.variables != _VIRTUOSOS_ASK:
            raise WrongAnswer(self.endpoint.where, "ASK", "SELECT")
        return found.count > 0 if found.truth is None else found.truth

    def _construct(self, query: str) -> Triples:
        """Return the triples of a query that is a CONSTRUCT or DESCRIBE."""
        asked = Asked(query)
        triples = read_triples(self.reply(asked, _GRAPH), self.endpoint.where)
        if asked.is_construct:
            # What limits rows limits solutions, and a server tells it of rows alone: here are as many.
            self._whole(Asked(asked.solutions))
        return ordered(set(triples))

    def results(self, asked: Asked, form: str, over: Over | None = None) -> Results:
        """Return the results of a SELECT or ASK over the given graphs; else as `reply` says."""
        return read_results(self.reply(asked, over=over), form, self.endpoint.where)

    def reply(self, asked: Asked, accept: str = _RESULTS, over: Over | None = None) -> Reply:
        """Ask over the given graphs; else over those that the query names, or the register's.

        Raises RemoteError for a reply that is no success, or says that it is only a part; IncompleteRegister where
        the register is asked and its merge is not there.
        """
        if over is None:
            register = merged(self._register)
            over = UNNAMED if asked.names_its_graphs else register
        reply: Reply = _wrapper(self._client, asked.declared, accept, over).query().response
        if reply.status == _MALFORMED and not reply.gave_up:
            raise QueryRefused(self.endpoint.where, reply.first_line.rstrip("."))
        if reply.status in _NO_SUCH_PLACE:
            raise not_sparql(reply, self.endpoint.where)
        check_whole(accepted(reply, self.endpoint), asked, self.endpoint.where)
        return reply


def merged(graphs: Sequence[str]) -> Over:
    """Return the dataset of a question over the register's graphs: their merge, and the graphs themselves."""
    return (MERGE,), tuple(name for name in graphs if name != MERGE)


def _wrapper(client: Client, query: str, accept: str, over: Over) -> Any:
    """Return SPARQLWrapper's object for one query: by POST, with content negotiation and nothing else."""
    from SPARQLWrapper import POST, SELECT

    wrapper = _wrapper_class()(client)
    wrapper.setMethod(POST)
    wrapper.setOnlyConneg(True)
    wrapper.addCustomHttpHeader("Accept", accept)
    default, named = over
    for name in default:
        wrapper.addDefaultGraph(name)
    for name in named:
        wrapper.addNamedGraph(name)
    # Not by setQuery, which looks for the form of a query among its words, comments included: a question with
    # "delete" in a comment would be sent as an update.
    wrapper.queryString, wrapper.queryType = query, SELECT
    return wrapper


@cache
def _wrapper_class() -> type:
    """Return SPARQLWrapper with an exchange of ours; loaded with the first question."""
    from SPARQLWrapper import SPARQLWrapper

    class Wrapper(SPARQLWrapper):
        """Makes the request as SPARQLWrapper does, and sends it as we do."""

        def __init__(self, client: Client) -> None:
            super().__init__(client.endpoint.url)
            self._client = client

        def _query(self) -> Any:
            return self._client.exchange_repeatable(self._createRequest()), self.returnFormat

    return Wrapper
