"""What can be learned of a server by asking it: where it differs from others, and what it lacks.

The standard leaves open what the default graph is, and how long a server works on an answer; servers leave out
parts of the standard. A few small questions tell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

import pyoxigraph as ox

from samspil.errors import (
    GaveUp,
    NothingThere,
    NotSparql,
    QueryRefused,
    RowLimitReached,
    ServerFailed,
    TruncatedAnswer,
    WrongAnswer,
)
from samspil.identifiers import graph
from samspil.namespaces import EDTF, XSD
from samspil.store import Term
from samspil.store.asked import Asked
from samspil.store.exchange import Reply
from samspil.store.remote import MERGE, UNNAMED, Over, RemoteStore, merged
from samspil.store.replies import read_results

__all__ = ["FEATURES", "MOST_ROWS", "DefaultGraph", "Feature", "Profile", "profile"]

MOST_ROWS: Final = 20_000  # how many rows are asked for to find a limit

_ONE: Final = "SELECT (1 AS ?one) {}"
_HUNDRED: Final = " ".join(map(str, range(100)))
_ROWS: Final = (
    f"SELECT (1 AS ?one) {{ VALUES ?a {{ {_HUNDRED} }} VALUES ?b {{ {_HUNDRED} }} VALUES ?c {{ 0 1 }} }}"
)
_SAMPLE: Final = "SELECT ?s ?p ?o { GRAPH ?graph { ?s ?p ?o FILTER(isIRI(?s) && isIRI(?o)) } } LIMIT 1"
_COUNT: Final = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"

_BESIDE: Final = graph("queries")  # the graph of the register that is no part of the merge

# Virtuoso's header for how long it works, in milliseconds: "timeout=1000; max_timeout=60000".
_ANYTIME: Final = "X-SPARQL-Anytime"

# What a server says when it cannot do what is asked, rather than that it cannot be asked.
_CANNOT: Final = (
    GaveUp,
    NotSparql,
    QueryRefused,
    RowLimitReached,
    ServerFailed,
    TruncatedAnswer,
    WrongAnswer,
)


class DefaultGraph(StrEnum):
    """What a server asks where no graph is named."""

    UNION = "union"  # of all named graphs
    STORED = "stored"  # a graph of its own, with statements in it
    EMPTY = "empty"  # a graph of its own, with none
    UNKNOWN = "unknown"  # there is no statement to ask about


# The terms of each row, in the order of the variables; None where one is unbound.
Cells: TypeAlias = list[tuple[Term | None, ...]]


@dataclass(frozen=True)
class Feature:
    """One ability: a query, the rows that are right, whether it needs the register, whether our questions need it."""

    query: str
    rows: tuple[tuple[ox.Literal, ...], ...]
    on_register: bool = False
    is_needed: bool = True


def _typed(text: str, datatype: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(datatype))


# Name of an ability to what shows it.
FEATURES: Final[dict[str, Feature]] = {
    "values": Feature("SELECT ?x { VALUES ?x { 1 2 } } ORDER BY ?x", ((ox.Literal(1),), (ox.Literal(2),))),
    "paths": Feature(
        "SELECT (1 AS ?x) { sam:FormalPartnership rdfs:subClassOf/rdfs:subClassOf* sam:Cooperation }",
        ((ox.Literal(1),),),
        on_register=True,
    ),
    "not exists": Feature(
        "SELECT ?y { VALUES ?x { 1 } "
        "OPTIONAL { VALUES ?y { 2 } FILTER NOT EXISTS { sam:NoSuchThing sam:noSuchTerm ?z } } }",
        ((ox.Literal(2),),),
    ),
    "aggregates": Feature(
        'SELECT (SUM(?x) AS ?n) (GROUP_CONCAT(?y; SEPARATOR="|") AS ?all) { VALUES (?x ?y) { (1 "a") (2 "a") } }',
        ((ox.Literal(3), ox.Literal("a|a")),),
    ),
    "dates": Feature(
        'SELECT ?x { VALUES ?x { "2024-01-31"^^xsd:date "2024-02-01"^^xsd:date } '
        'FILTER(?x < "2024-02-01"^^xsd:date) }',
        ((_typed("2024-01-31", XSD + "date"),),),
    ),
    "languages": Feature(
        'SELECT ?x { VALUES ?x { "å"@da "å"@en } FILTER(LANGMATCHES(LANG(?x), "DA")) }',
        ((ox.Literal("å", language="da"),),),
    ),
    "booleans": Feature("SELECT ?x { BIND(1 = 1 AS ?x) }", ((ox.Literal(True),),), is_needed=False),
    "datatypes": Feature(
        f'SELECT ?x {{ VALUES ?x {{ "2021-23"^^<{EDTF}EDTF> }} }}', ((_typed("2021-23", EDTF + "EDTF"),),)
    ),
    "text": Feature('SELECT ?x { VALUES ?x { " å\\n" } }', ((ox.Literal(" å\n"),),)),
}


@dataclass(frozen=True)
class Profile:
    """What a server is: None and UNKNOWN stand for what cannot be told.

    `product` is its own name for itself; `graphs` are those of the register, `statements` how many their merge
    has; `counts_twice` whether a statement in two graphs is two statements of their merge; `most_rows` how many
    rows an answer has at most, None for more than MOST_ROWS; `most_seconds` how long it works, where it says so;
    `lacks` the names in FEATURES of what it cannot do; `seconds` how long the first answer took.
    """

    product: str
    seconds: float
    graphs: tuple[str, ...]
    statements: int | None
    default_graph: DefaultGraph
    counts_twice: bool | None
    most_rows: int | None
    most_seconds: float | None
    lacks: tuple[str, ...]

    @property
    def has_merge(self) -> bool:
        """Whether the merge of the register's graphs stands there as a graph of its own."""
        return MERGE in self.graphs


def profile(store: RemoteStore) -> Profile:
    """Ask a server what it is. Raises RemoteError when it cannot be asked."""
    reply = store.reply(Asked(_ONE), over=UNNAMED)
    read_results(reply, "SELECT", store.endpoint.where)
    graphs = _graphs(store)
    return Profile(
        product=(reply.headers.get("Server") or "").strip(),
        seconds=reply.seconds,
        graphs=graphs,
        statements=_statements(store, graphs),
        default_graph=_default_graph(store),
        counts_twice=_counts_twice(store, graphs),
        most_rows=_most_rows(store),
        most_seconds=_most_seconds(reply),
        lacks=tuple(name for name, feature in FEATURES.items() if not _can(store, feature, graphs)),
    )


def _graphs(store: RemoteStore) -> tuple[str, ...]:
    """Return the names of the register's graphs; none where there is nothing of ours."""
    try:
        return store.graphs
    except NothingThere:
        return ()


def _statements(store: RemoteStore, graphs: Sequence[str]) -> int | None:
    """Return how many statements the merge has, as the server counts them; None without it, or without a number."""
    rows = _rows(store, _COUNT, merged(graphs)) if MERGE in graphs else []
    told = [term.value for row in rows for term in row if isinstance(term, ox.Literal)]
    return int(told[0]) if len(told) == 1 and told[0].isdecimal() else None


def _default_graph(store: RemoteStore) -> DefaultGraph:
    """Look for a statement of a named graph, and then for any, where no graph is named."""
    sample = _sample(store, "?graph", UNNAMED)
    if sample and _rows(store, f"SELECT (1 AS ?one) {{ {' '.join(map(str, sample))} }} LIMIT 1"):
        return DefaultGraph.UNION
    if _rows(store, "SELECT (1 AS ?one) { ?s ?p ?o } LIMIT 1"):
        return DefaultGraph.STORED
    return DefaultGraph.EMPTY if sample else DefaultGraph.UNKNOWN


def _counts_twice(store: RemoteStore, graphs: Sequence[str]) -> bool | None:
    """Count a statement over the merge and a graph in which it stands as well."""
    others = [name for name in graphs if name not in (MERGE, _BESIDE)]
    if MERGE not in graphs or not others:
        return None
    for name in others:
        if sample := _sample(store, f"<{name}>", ((), (name,))):
            # With variables, for engines only look a statement up that has none.
            same = " && ".join(f"?{name} = {term}" for name, term in zip("spo", sample, strict=True))
            return _rows(store, _COUNT.replace("?o }", f"?o FILTER({same}) }}"), ((name, MERGE), ())) != [
                (ox.Literal(1),)
            ]
    return None


def _most_rows(store: RemoteStore) -> int | None:
    """Ask for many rows and see how many come."""
    try:
        count = store.results(Asked(_ROWS), "SELECT", UNNAMED).count
    except RowLimitReached as error:
        return error.rows
    return count if count < MOST_ROWS else None


def _most_seconds(reply: Reply) -> float | None:
    """Return how long a server says that it works."""
    told = re.search(r"max_timeout=(\d+)", reply.headers.get(_ANYTIME) or "")
    return int(told[1]) / 1000 if told and int(told[1]) else None


def _can(store: RemoteStore, feature: Feature, graphs: Sequence[str]) -> bool:
    """Tell whether a server gives the right rows; what needs the register is taken for granted without it."""
    if feature.on_register and MERGE not in graphs:
        return True
    return _rows(store, feature.query, merged(graphs) if feature.on_register else UNNAMED) == list(
        feature.rows
    )


def _sample(store: RemoteStore, graph: str, over: Over) -> tuple[Term, ...]:
    """Return the three terms of a statement about IRIs in a graph; none where the server gives no such statement."""
    rows = _rows(store, _SAMPLE.replace("?graph", graph), over)
    terms = tuple(term for row in rows for term in row if isinstance(term, ox.NamedNode))
    return terms if len(terms) == 3 else ()


def _rows(store: RemoteStore, query: str, over: Over = UNNAMED) -> Cells:
    """Return the rows of a SELECT; none where the server cannot give them."""
    try:
        found = store.results(Asked(query), "SELECT", over)
    except _CANNOT:
        return []
    return [] if found.truth is not None else [tuple(row) for row in found.solutions]
