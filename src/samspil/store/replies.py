"""What a server replied, as rows, triples or a truth; a part of an answer never passes for the whole.

Results are read as JSON: it keeps every character, and a text that breaks off does not parse. XML is read where
a server has nothing else. Triples are read as N-Triples or Turtle, which end nowhere: how long the text is must
be told by HTTP.
"""

import re
from dataclasses import dataclass
from typing import Final, cast

import pyoxigraph as ox

from samspil.errors import GaveUp, NotSparql, RemoteError, RowLimitReached, TruncatedAnswer, WrongAnswer
from samspil.store.asked import Asked
from samspil.store.exchange import Reply

__all__ = ["Results", "check_whole", "is_virtuoso", "not_sparql", "read_results", "read_triples"]

# Media type to the format of results in it.
_RESULT_TYPES: Final[dict[str, ox.QueryResultsFormat]] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/xml": ox.QueryResultsFormat.XML,
}

# Media type to the format of a graph in it.
_GRAPH_TYPES: Final[dict[str, ox.RdfFormat]] = {
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/x-turtle": ox.RdfFormat.TURTLE,
}

# Virtuoso's headers: how many rows it gives, sent when that many came; and the state S1TAT, "Returning incomplete
# results", when its time ran out.
_MAX_ROWS: Final = "X-SPARQL-MaxRows"
_SQL_STATE: Final = "X-SQL-State"

# What Virtuoso writes into JSON, and what the standards have: booleans that are numbers, blank nodes that are
# addresses. Quotes within a value would be escaped, so that nothing else matches.
_TRUTH: Final = b'"datatype": "http://www.w3.org/2001/XMLSchema#boolean", "value": "%s"'
_MENDED: Final[dict[bytes, bytes]] = {
    _TRUTH % b"1": _TRUTH % b"true",
    _TRUTH % b"0": _TRUTH % b"false",
    b'"type": "bnode", "value": "nodeID://': b'"type": "bnode", "value": "',
}

_TAIL: Final = 300  # bytes at the end of an answer in which a server says why it stops
_CANCELLED: Final = re.compile(rb"cancell?ed|time[d ]?[ -]?out|time limit", re.IGNORECASE)
_XML_END: Final = b"</sparql>"


@dataclass(frozen=True)
class Results:
    """The whole results of a SELECT or ASK: their text, the truth of an ASK, or else the variables and how many rows.

    They hold no object of pyoxigraph's, which must end in the thread where it began: an error keeps what it saw
    until some thread or other collects it.
    """

    body: bytes
    format: ox.QueryResultsFormat
    truth: bool | None
    variables: tuple[str, ...]
    count: int

    @property
    def solutions(self) -> ox.QuerySolutions:
        """The rows, to be read once; a truth has none."""
        return cast("ox.QuerySolutions", ox.parse_query_results(self.body, format=self.format))


def check_whole(reply: Reply, asked: Asked, where: str) -> None:
    """Raise RowLimitReached, GaveUp or TruncatedAnswer for a reply that says it is only a part."""
    if reply.headers.get(_SQL_STATE):
        raise GaveUp(where, round(reply.seconds, 1))
    if any("status" in name and not value.startswith("2") for name, value in reply.trailers.items()):
        raise TruncatedAnswer(where, "the server failed on the way")
    most = (reply.headers.get(_MAX_ROWS) or "").strip()
    if most.isdigit() and not (asked.limit is not None and asked.limit <= int(most)):
        raise RowLimitReached(where, int(most))


def read_results(reply: Reply, form: str, where: str) -> Results:
    """Return the results of a SELECT or ASK. Raises NotSparql, WrongAnswer, TruncatedAnswer, GaveUp."""
    kind = _RESULT_TYPES.get(reply.media_type)
    if kind is None:
        in_graph = reply.media_type in _GRAPH_TYPES
        raise WrongAnswer(where, form, "CONSTRUCT") if in_graph else not_sparql(reply, where)
    body = _mended(reply.body) if is_virtuoso(reply) else reply.body
    if kind == ox.QueryResultsFormat.XML and not body.rstrip().endswith(_XML_END):
        raise _broken(reply, where)
    try:
        truth, variables = _begun(body, kind)
    except SyntaxError as error:
        raise not_sparql(reply, where) from error
    try:
        count = 0 if truth is not None else _counted(body, kind)
    except SyntaxError as error:
        raise _broken(reply, where) from error
    return Results(body, kind, truth, variables, count)


def read_triples(reply: Reply, where: str) -> list[ox.Triple]:
    """Return the triples of a reply as they come. Raises NotSparql, WrongAnswer, TruncatedAnswer, GaveUp."""
    kind = _GRAPH_TYPES.get(reply.media_type)
    if kind is None:
        results = reply.media_type in _RESULT_TYPES
        raise WrongAnswer(where, "CONSTRUCT", "SELECT") if results else not_sparql(reply, where)
    if not reply.whole:
        raise TruncatedAnswer(where, "the server does not say where it ends")
    try:
        return [quad.triple for quad in ox.parse(reply.body, format=kind)]
    except SyntaxError as error:
        raise _broken(reply, where) from error


def is_virtuoso(reply: Reply) -> bool:
    """Tell whether a reply is Virtuoso's, which has ways of its own."""
    return (reply.headers.get("Server") or "").startswith("Virtuoso")


def not_sparql(reply: Reply, where: str) -> NotSparql:
    """Return the error for a reply that is no answer at all."""
    return NotSparql(where, f"{reply.status} {reply.media_type}: {reply.first_line[:80]}".rstrip("."))


def _broken(reply: Reply, where: str) -> RemoteError:
    """Return the error for an answer that begins well: the server gave up (Oxigraph says so at the end), or broke."""
    if _CANCELLED.search(reply.body[-_TAIL:]):
        return GaveUp(where, round(reply.seconds, 1))
    return TruncatedAnswer(where, "it breaks off")


def _begun(body: bytes, kind: ox.QueryResultsFormat) -> tuple[bool | None, tuple[str, ...]]:
    """Return the truth of results, or None and the variables of their rows. Raises SyntaxError."""
    found = ox.parse_query_results(body, format=kind)
    if isinstance(found, ox.QueryBoolean):
        return bool(found), ()
    return None, tuple(variable.value for variable in found.variables)


def _counted(body: bytes, kind: ox.QueryResultsFormat) -> int:
    """Read rows to the end and return how many there are. Raises SyntaxError."""
    found = ox.parse_query_results(body, format=kind)
    try:
        # In TSV a row is a line, and no value breaks one.
        return (found.serialize(format=ox.QueryResultsFormat.TSV) or b"").count(b"\n") - 1
    finally:
        del found  # which the error would keep


def _mended(body: bytes) -> bytes:
    """Return Virtuoso's JSON as the standards have it."""
    for wrong, right in _MENDED.items():
        body = body.replace(wrong, right)
    return body
