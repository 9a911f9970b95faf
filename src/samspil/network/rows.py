"""Any query is a network: a SELECT with `?source` and `?target`, and what else `network.lines` reads."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final, TypeAlias

import pyoxigraph as ox

from samspil.network.building import Network, network_from
from samspil.network.fetching import fetch_sources
from samspil.network.lines import End, Line, lines_in
from samspil.network.looks import LineLook, NodeLook, line_looks, node_looks
from samspil.network.records import Actor, Relation, Source
from samspil.queries import Library
from samspil.store import Rows, Store

__all__ = ["Names", "network_from_rows", "network_of"]

# A name in Danish and in English.
_Pair: TypeAlias = tuple[str, str]

# IRIs to what each of them that has a name is called.
Names: TypeAlias = Callable[[Iterable[str]], Mapping[str, _Pair]]

# What a relation and an end without a type are, by the name that an address calls it.
_UNTYPED: Final[dict[str, _Pair]] = {
    "relation": ("forbindelse", "relation"),
    "actor": ("aktør", "actor"),
}

# So many names are looked up by one question; more would be refused by some servers.
_BATCH: Final = 1000

_LABELS: Final = """
SELECT DISTINCT ?thing ?label WHERE {
  VALUES ?thing { %s }
  ?thing skos:prefLabel|rdfs:label ?label .
} ORDER BY ?thing ?label"""


def network_of(store: Store, library: Library, rows: Rows) -> Network:
    """Return the answer to a query as a network, with the names and the passages that the register knows.

    Raises NotAMap for an answer that is none, and what the store raises.
    """
    return network_from_rows(rows, lambda iris: _look_up(store, iris), fetch_sources(store, library))


def network_from_rows(rows: Rows, names: Names, sources: Mapping[str, Iterable[Source]]) -> Network:
    """Return the answer to a query as a network; `sources` has passages by the IRI of what they state.

    A type of relation that has every pair both ways has no direction, and each pair is drawn once. Raises NotAMap.
    """
    lines = _once(set(lines_in(rows)))
    ends = _ends(lines)
    named = names(sorted(_iris(lines)))
    looks = line_looks(line.type or "relation" for line, _ in lines)
    nodes = node_looks((end.type or "actor" for end in ends.values()), len(looks) + 1)
    relations = [_relation(line, directed, looks[line.type or "relation"], named) for line, directed in lines]
    actors = [_actor(end, nodes[end.type or "actor"], named) for end in ends.values()]
    known = {*ends, *(one.relation for one in relations)}
    return network_from(actors, relations, {iri: of for iri, of in sources.items() if iri in known})


def _once(lines: set[Line]) -> list[tuple[Line, bool]]:
    """Return the relations in order, each with whether it has a direction."""
    of: defaultdict[tuple[str, bool], set[Line]] = defaultdict(set)
    for line in lines:
        of[line.type, line.type_is_iri].add(line)
    found = []
    for group in of.values():
        directed = any(_turned(line) not in group for line in group)
        found += [(line, directed) for line in group if directed or line.source <= line.target]
    return sorted(found)


def _turned(line: Line) -> Line:
    """Return a relation the other way round."""
    return replace(line, source=line.target, target=line.source)


def _ends(lines: Iterable[tuple[Line, bool]]) -> dict[str, End]:
    """Return each end once; where rows say different things of it, the first in alphabetical order holds."""
    told: defaultdict[str, set[End]] = defaultdict(set)
    for line, _ in lines:
        for end in (line.source, line.target):
            told[end.key].add(end)
    return {
        key: End(key, any(end.is_iri for end in of), _first(end.label for end in of), *_first_type(of))
        for key, of in sorted(told.items())
    }


def _first(texts: Iterable[str]) -> str:
    """Return the first text in alphabetical order that is not empty."""
    return min(filter(None, texts), default="")


def _first_type(ends: Iterable[End]) -> tuple[str, bool]:
    """Return the first type in alphabetical order that an end is given, and whether it is an IRI."""
    return min(((end.type, end.type_is_iri) for end in ends if end.type), default=("", False))


def _iris(lines: Iterable[tuple[Line, bool]]) -> set[str]:
    """Return everything that may have a name in the register."""
    ends = list(chain.from_iterable((line.source, line.target) for line, _ in lines))
    return (
        {end.key for end in ends if end.is_iri}
        | {end.type for end in ends if end.type_is_iri}
        | {line.type for line, _ in lines if line.type_is_iri}
        | {line.relation for line, _ in lines if line.relation_is_iri}
    )


def _actor(end: End, look: NodeLook, named: Mapping[str, _Pair]) -> Actor:
    """Return the node of an end."""
    label_da, label_en = (end.label, end.label) if end.label else _name(end.key, end.is_iri, named)
    type_da, type_en = _name(end.type, end.type_is_iri, named) if end.type else _UNTYPED["actor"]
    return Actor(
        iri=end.key,
        label_da=label_da,
        label_en=label_en,
        type=end.type or "actor",
        type_da=type_da,
        type_en=type_en,
        node_shape=look.shape,
        colour=look.colour,
        order=look.order,
    )


def _relation(line: Line, directed: bool, look: LineLook, named: Mapping[str, _Pair]) -> Relation:
    """Return the edge of a row; without a name it is called what the register calls it, or what its type is called."""
    type_da, type_en = _name(line.type, line.type_is_iri, named) if line.type else _UNTYPED["relation"]
    label_da, label_en = named.get(line.relation, (type_da, type_en))
    whole = (line.source.key, line.type, line.label, line.target.key)
    return Relation(
        relation=line.relation or " ".join(filter(None, whole)),
        source=line.source.key,
        target=line.target.key,
        type=line.type or "relation",
        type_da=type_da,
        type_en=type_en,
        label_da=line.label or label_da,
        label_en=line.label or label_en,
        colour=look.colour,
        dash=look.dash,
        width=2,
        directed=directed,
        order=look.order,
        period=line.time,
        weight=line.weight,
    )


def _name(key: str, is_iri: bool, named: Mapping[str, _Pair]) -> _Pair:
    """Return what something is called: a text itself, an IRI by its label, or else by its last part."""
    if not is_iri:
        return key, key
    last = key.rstrip("/#").replace("#", "/").rpartition("/")[2] or key
    return named.get(key, (last, last))


def _look_up(store: Store, iris: Iterable[str]) -> dict[str, _Pair]:
    """Return the names of these that the register knows; one in a single language stands for both."""
    labels: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for batch in _batches([str(ox.NamedNode(iri)) for iri in iris]):
        for thing, label in store.select(_LABELS % " ".join(batch)):
            if isinstance(thing, ox.NamedNode) and isinstance(label, ox.Literal):
                labels[thing.value].setdefault(label.language or "", label.value)
    return {iri: pair for iri, of in labels.items() if (pair := _pair(of))[0]}


def _batches(terms: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield terms in parts that one question can hold."""
    for start in range(0, len(terms), _BATCH):
        yield terms[start : start + _BATCH]


def _pair(of: Mapping[str, str]) -> _Pair:
    """Return a name in Danish and English, given names by language."""
    plain = of.get("", "")
    danish, english = of.get("da", ""), of.get("en", "")
    return (danish or plain or english, english or plain or danish)
