"""What anyone takes away: a table from the name of a format to the function that writes it.

Every writer returns bytes, the same for the same register in every process and on every day.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from samspil.dataset import Dataset, serialize
from samspil.errors import UnknownFormat
from samspil.files import make_folder, replace_file
from samspil.queries import Library, answer
from samspil.store import Store

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    import networkx as nx

__all__ = ["WRITERS", "Format", "export", "format_of", "suffix", "write_bytes"]


@dataclass(frozen=True)
class Format:
    """How one format is written: the suffix of its files, its media type, and its writer."""

    suffix: str
    media_type: str
    write: Callable[[Dataset, Store, Library], bytes]


def export(dataset: Dataset, store: Store, library: Library, format: str) -> bytes:
    """Return the register in a format. Raises UnknownFormat."""
    if format not in WRITERS:
        raise UnknownFormat(format, sorted(WRITERS))
    return WRITERS[format].write(dataset, store, library)


def format_of(path: Path) -> str:
    """Return the format that a file's suffix names. Raises UnknownFormat."""
    for name, format in WRITERS.items():
        if path.suffix.lower() == f".{format.suffix}":
            return name
    raise UnknownFormat(path.suffix or path.name, sorted(f".{format.suffix}" for format in WRITERS.values()))


def suffix(format: str) -> str:
    """Return the suffix of a format's files, without the dot."""
    return WRITERS[format].suffix


def write_bytes(path: Path, data: bytes) -> Path:
    """Write a file whole or not at all, making its folder when needed. Raises UnwritableOutput."""
    make_folder(path.parent)
    replace_file(path, data)
    return path


def _rdf(name: str) -> Callable[[Dataset, Store, Library], bytes]:
    """Return the writer of an RDF syntax."""
    return lambda dataset, _store, _library: serialize(dataset, name)


def _relations_csv(_dataset: Dataset, store: Store, library: Library) -> bytes:
    """Return every relation as a row (RFC 4180, by SPARQL 1.1 Query Results CSV)."""
    rows = answer(store, library.get("network/relations"), {}, date.min)
    return rows.serialize("csv")


def _network(store: Store, library: Library) -> nx.MultiDiGraph[str]:
    """Return the network with attributes that every graph format can hold: texts, numbers and booleans."""
    from samspil.network import build_network

    network = build_network(store, library)
    network.graph.clear()
    for _, attributes in network.nodes(data=True):
        _simplify(attributes)
        attributes["label"] = attributes["label_da"]  # the attribute that Gephi shows
    for *_, attributes in network.edges(data=True):
        _simplify(attributes)
    return network


def _simplify(attributes: dict[str, object]) -> None:
    """Keep the attributes that are single values, with the replacement character for what XML 1.0 cannot hold."""
    for name, value in list(attributes.items()):
        if isinstance(value, str):
            attributes[name] = _NOT_XML.sub("\ufffd", value)
        elif not isinstance(value, int | float):
            del attributes[name]


def _graphml(_dataset: Dataset, store: Store, library: Library) -> bytes:
    """Return the network as GraphML, whose schema has no place for the day of writing."""
    import networkx as nx

    target = io.BytesIO()
    nx.write_graphml_xml(_numbered(_network(store, library)), target)
    return target.getvalue()


def _numbered(network: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Return the network with numbers for names: GraphML wants name tokens (NMTOKEN), and IRIs have slashes."""
    import networkx as nx

    name = {iri: f"n{number}" for number, iri in enumerate(network)}
    numbered: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, attributes in network.nodes(data=True):
        numbered.add_node(name[iri], iri=iri, **attributes)
    for number, (source, target, iri, attributes) in enumerate(network.edges(keys=True, data=True)):
        numbered.add_edge(name[source], name[target], f"e{number}", iri=iri, **attributes)
    return numbered


def _gexf(_dataset: Dataset, store: Store, library: Library) -> bytes:
    """Return the network as GEXF 1.2 without the day of writing, which would change the bytes from day to day."""
    from networkx.readwrite.gexf import GEXFWriter

    network = _network(store, library)
    for *_, attributes in network.edges(data=True):
        attributes[_TYPE] = attributes.pop("type")
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(network)
    _make_valid(writer.xml)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _make_valid(gexf: Element) -> None:
    """Take out what the schema of GEXF 1.2 has no place for, and what changes from day to day."""
    for name, attribute in (("meta", "lastmodifieddate"), ("graph", "name")):
        for element in gexf.iter(name):
            element.attrib.pop(attribute, None)
    for declared in gexf.iter("attribute"):
        if declared.get("title") == _TYPE:
            declared.set("title", "type")


# What is no character in XML 1.0 (2.2).
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# networkx writes an edge's "type" where GEXF has its direction; under this name it is an attribute like the others.
_TYPE: Final = "type of relation"

# Name of a format to how it is written; the order is that of the downloads.
WRITERS: Final[dict[str, Format]] = {
    "turtle": Format("ttl", "text/turtle", _rdf("turtle")),  # RDF 1.1 Turtle
    "trig": Format("trig", "application/trig", _rdf("trig")),  # RDF 1.1 TriG
    "nt": Format("nt", "application/n-triples", _rdf("nt")),  # RDF 1.1 N-Triples
    "nq": Format("nq", "application/n-quads", _rdf("nq")),  # RDF 1.1 N-Quads
    "jsonld": Format("jsonld", "application/ld+json", _rdf("jsonld")),  # JSON-LD 1.1
    "rdfxml": Format("rdf", "application/rdf+xml", _rdf("rdfxml")),  # RDF 1.1 XML Syntax
    "graphml": Format("graphml", "application/graphml+xml", _graphml),  # GraphML 1.0
    "gexf": Format("gexf", "application/gexf+xml", _gexf),  # GEXF 1.2draft
    "csv": Format("csv", "text/csv; charset=utf-8", _relations_csv),  # RFC 4180
}
