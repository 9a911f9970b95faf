"""The triples that the tables beside this file expect in the background graph.

The tables were typed from the public sources, apart from the data. A thing is written `kind/slug`, a
source by its address, or by its key in `sources.tsv` when it has none or is used on every line. A node
that stands between two things (an identifier, a participation, an ownership, a seat, a name) is found by
what it says, so that the tables do not depend on how its IRI is made.

    python -m tests.background.expected      how many triples no row covers, by property
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from samspil.formats import read_turtle
from samspil.namespaces import (
    ADMS,
    BASE,
    DCT,
    EDTF,
    FOAF,
    ORG,
    PREFIXES,
    PROV,
    RDF,
    SAM,
    SCHEMA,
    SKOS,
    SKOSXL,
    XSD,
)

__all__ = ["DATA", "GRAPH", "expected", "rows", "triples", "uncovered"]

DATA: Final = Path(__file__).parents[2] / "data" / "background.ttl"
GRAPH: Final = BASE + "graph/background"
_TABLES: Final = Path(__file__).parent

# Name of a column to what stands in it.
Row = dict[str, str]
# A property and the value that a node must have for it.
Feature = tuple[str, ox.NamedNode | ox.Literal]
# A property and value to the things that have it.
Index = dict[Feature, set[ox.NamedNode]]


def rows(table: str) -> list[Row]:
    """Return the rows of one table."""
    with (_TABLES / f"{table}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


def triples() -> set[ox.Triple]:
    """Return what the background graph says."""
    return set(read_turtle(DATA))


def expected(graph: set[ox.Triple]) -> Iterator[tuple[str, list[ox.Triple]]]:
    """Yield each row, as text, with the triples that it expects.

    Nodes between things are sought in the graph; one that is not there, or not alone, is `urn:missing`.
    """
    index = _by_feature(graph)
    for table, read in _READERS.items():
        for row in rows(table):
            yield f"{table}: {' | '.join(row.values())}", read(row, index)


def uncovered(graph: set[ox.Triple]) -> Counter[str]:
    """Return how many triples of the graph no row expects, by property."""
    covered = {triple for _, wanted in expected(graph) for triple in wanted}
    return Counter(_short(triple.predicate.value) for triple in graph - covered)


def _by_feature(graph: set[ox.Triple]) -> Index:
    """Return who has which value of which property."""
    index: Index = {}
    for triple in graph:
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode | ox.Literal):
            index.setdefault((triple.predicate.value, triple.object), set()).add(triple.subject)
    return index


def _node(index: Index, *features: Feature) -> ox.NamedNode:
    """Return the one node that has all the features; `urn:missing` when there is none, or several."""
    found = set.intersection(*(index.get(feature, set()) for feature in features))
    return found.pop() if len(found) == 1 else ox.NamedNode("urn:missing")


def _identifier(row: Row, index: Index) -> list[ox.Triple]:
    """Expect an identifier of a thing, and of a statistical area its notation too."""
    scheme, value = _iri(f"concept/identifier-scheme/{row['scheme']}"), ox.Literal(row["value"])
    features: list[Feature] = [(SKOS + "notation", value), (SAM + "identifierScheme", scheme)]
    node = _node(index, *features)
    wanted = [_triple(_iri(row["thing"]), ADMS + "identifier", node)]
    if row["scheme"] == "nuts" and row["thing"].startswith("place/nuts-"):
        wanted.append(_triple(_iri(row["thing"]), SKOS + "notation", value))
    return wanted + _described(node, ADMS + "Identifier", features, "background", row["sources"])


def _coordinates(row: Row, _: Index) -> list[ox.Triple]:
    """Expect a point, and the source that mentions the place."""
    place = _iri(row["place"])
    point = [_triple(place, SCHEMA + n, _typed(row[n], XSD + "decimal")) for n in ("latitude", "longitude")]
    return [*point, _triple(place, SAM + "mentionedIn", _passage(row["source"]))]


def _seat(row: Row, index: Index) -> list[ox.Triple]:
    """Expect the town where a municipality has its seat."""
    features: list[Feature] = [(DCT + "spatial", _iri(row["place"]))]
    site = _node(index, *features, (RDF + "type", ox.NamedNode(ORG + "Site")))
    return [
        _triple(_iri(row["actor"]), ORG + "hasPrimarySite", site),
        *_described(site, ORG + "Site", features, "background", row["sources"]),
    ]


def _participation(row: Row, index: Index) -> list[ox.Triple]:
    """Expect one actor's part in one cooperation."""
    features: list[Feature] = [
        (ORG + "member", _iri(row["actor"])),
        (ORG + "organization", _iri(row["cooperation"])),
        *((ORG + "role", _iri(f"concept/role/{role}")) for role in row["roles"].split()),
        *_period(row),
    ]
    node = _node(index, *features)
    return _described(node, SAM + "Participation", features, row["basis"], row["sources"])


def _ownership(row: Row, index: Index) -> list[ox.Triple]:
    """Expect one actor's ownership of one company, found by its source because periods may be missing."""
    features: list[Feature] = [
        (SAM + "owner", _iri(row["owner"])),
        (SAM + "owned", _iri(row["owned"])),
        *([(SAM + "share", _typed(row["share"], XSD + "decimal"))] if row["share"] else []),
        *_period(row),
    ]
    sources = [(PROV + "wasDerivedFrom", _passage(key)) for key in row["sources"].split()]
    node = _node(index, *features, *sources)
    return _described(node, SAM + "Ownership", features, row["basis"], row["sources"])


def _name(row: Row, index: Index) -> list[ox.Triple]:
    """Expect another name of a thing."""
    form: Feature = (SKOSXL + "literalForm", ox.Literal(row["name"], language=row["language"]))
    node = _node(index, form)
    return [
        _triple(_iri(row["thing"]), SKOSXL + "altLabel", node),
        *_described(node, SKOSXL + "Label", [form], row["basis"], row["sources"]),
    ]


def _remark(row: Row, _: Index) -> list[ox.Triple]:
    """Expect a remark, word for word."""
    features: list[Feature] = [
        (SAM + "text", ox.Literal(row["danish"], language="da")),
        (SAM + "text", ox.Literal(row["english"], language="en")),
        *((SAM + "about", _iri(name)) for name in row["about"].split()),
        *((SAM + "refersTo", _iri(name)) for name in row["refers_to"].split()),
    ]
    node = _iri(f"remark/baggrund-{row['remark']}")
    return _described(node, SAM + "Remark", features, row["basis"], row["sources"])


def _statement(row: Row, _: Index) -> list[ox.Triple]:
    """Expect a single statement."""
    name, value = row["property"], row["value"]
    terms: dict[str, Callable[[str], ox.NamedNode | ox.Literal]] = {
        "a": lambda text: ox.NamedNode(_long(text)),
        "foaf:homepage": ox.NamedNode,
        "prov:wasDerivedFrom": _passage,
        "sam:mentionedIn": _passage,
        "sam:signed": lambda text: _typed(text, EDTF + "EDTF"),
        "sam:inForceDuring": lambda text: _typed(text, EDTF + "EDTF"),
    }
    predicate = RDF + "type" if name == "a" else _long(name)
    return [_triple(_iri(row["thing"]), predicate, terms.get(name, _iri)(value))]


def _source(row: Row, _: Index) -> list[ox.Triple]:
    """Expect a source with its address and its one passage."""
    source, passage = _iri(f"source/{row['source']}"), _iri(f"passage/{row['source']}")
    address = [(FOAF + "page", ox.NamedNode(row["address"]))] if row["address"] else []
    whole: list[Feature] = [(DCT + "isPartOf", source), (SAM + "locator", ox.Literal("whole"))]
    return [
        _triple(ox.NamedNode(GRAPH), DCT + "source", source),
        _triple(source, RDF + "type", ox.NamedNode(SAM + "SourceDocument")),
        _triple(source, DCT + "type", _iri(f"concept/source-type/{row['type']}")),
        *(_triple(source, *feature) for feature in address),
        _triple(passage, RDF + "type", ox.NamedNode(SAM + "SourcePassage")),
        *(_triple(passage, *feature) for feature in whole),
    ]


# Table to the function that says what one of its rows expects.
_READERS: Final[dict[str, Callable[[Row, Index], list[ox.Triple]]]] = {
    "sources": _source,
    "identifiers": _identifier,
    "coordinates": _coordinates,
    "seats": _seat,
    "participations": _participation,
    "ownerships": _ownership,
    "names": _name,
    "remarks": _remark,
    "statements": _statement,
}


def _described(
    node: ox.NamedNode, type_: str, features: list[Feature], basis: str, sources: str
) -> list[ox.Triple]:
    """Expect a node of a type with its features, its basis and its sources."""
    return [
        _triple(node, RDF + "type", ox.NamedNode(type_)),
        _triple(node, SAM + "basis", _iri(f"concept/basis/{basis}")),
        *(_triple(node, *feature) for feature in features),
        *(_triple(node, PROV + "wasDerivedFrom", _passage(key)) for key in sources.split()),
    ]


def _passage(key: str) -> ox.NamedNode:
    """Return the passage of the source that a key or an address names."""
    return _iri(f"passage/{_SOURCES[key]}")


def _period(row: Row) -> list[Feature]:
    """Return the period of a row, if it has one."""
    return [(SAM + "period", _typed(row["period"], EDTF + "EDTF"))] if row["period"] else []


def _iri(name: str) -> ox.NamedNode:
    """Return the IRI of `kind/slug` or `concept/scheme/slug`."""
    return ox.NamedNode(BASE + (name if name.startswith("concept/") else f"id/{name}"))


def _typed(text: str, datatype: str) -> ox.Literal:
    """Return a literal of a datatype."""
    return ox.Literal(text, datatype=ox.NamedNode(datatype))


def _triple(subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    """Return a triple whose property is given as text."""
    return ox.Triple(subject, ox.NamedNode(predicate), value)


def _long(name: str) -> str:
    """Return the IRI of a prefixed name."""
    prefix, local = name.split(":", 1)
    return PREFIXES[prefix] + local


def _short(iri: str) -> str:
    """Return the prefixed name of an IRI."""
    return next(f"{prefix}:{iri.removeprefix(n)}" for prefix, n in PREFIXES.items() if iri.startswith(n))


# Key or address to the slug of the source.
_SOURCES: Final = {row["key"]: row["source"] for row in rows("sources")}

if __name__ == "__main__":
    for predicate, number in uncovered(triples()).most_common():
        print(f"{number:5} {predicate}")
