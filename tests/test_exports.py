"""What is taken away: byte-identical from process to process, and read back by a library of another make."""

import csv
import io
import subprocess
import sys
from hashlib import sha256
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
import rdflib
from rdflib.compare import isomorphic

from samspil import exports
from samspil.dataset import to_rdflib
from samspil.errors import UnknownFormat
from samspil.pipeline import Register, draw

MERGED = {"turtle": "turtle", "nt": "nt", "rdfxml": "xml"}
WITH_GRAPHS = {"trig": "trig", "nq": "nquads", "jsonld": "json-ld"}


def _export(register: Register, format: str) -> bytes:
    return exports.export(register.dataset, register.store, register.library, format)


@pytest.mark.parametrize("format", MERGED)
def test_rdflib_reads_back_the_merge(register: Register, format: str) -> None:
    read = rdflib.Graph().parse(data=_export(register, format), format=MERGED[format])
    assert isomorphic(read, to_rdflib(register.dataset))


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # its own parsers use what it deprecates
@pytest.mark.parametrize("format", WITH_GRAPHS)
def test_rdflib_reads_back_every_graph(register: Register, format: str) -> None:
    read = rdflib.Dataset()
    read.parse(data=_export(register, format), format=WITH_GRAPHS[format])
    for name in register.dataset.graphs():
        theirs = rdflib.Graph()
        for subject, predicate, object_, graph in read.quads():
            if graph == rdflib.URIRef(name):
                theirs.add((subject, predicate, object_))
        assert isomorphic(to_rdflib(register.dataset, [name]), theirs), name


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_networkx_reads_back_every_actor_and_relation(register: Register, format: str) -> None:
    network = draw(register)
    file = io.BytesIO(_export(register, format))
    read = nx.read_graphml(file) if format == "graphml" else nx.read_gexf(file)
    assert set(read.nodes) == set(network.nodes)
    assert read.number_of_edges() == network.number_of_edges()


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_an_xml_reader_finds_every_actor_with_its_danish_name(register: Register, format: str) -> None:
    network = draw(register)
    root = ET.fromstring(_export(register, format))  # noqa: S314 our own output
    text = {element.text or "" for element in root.iter()} | {
        value for element in root.iter() for value in element.attrib.values()
    }
    assert len(root.findall(".//{*}node")) == network.number_of_nodes()
    assert len(root.findall(".//{*}edge")) == network.number_of_edges()
    assert {attributes["label_da"] for _, attributes in network.nodes(data=True)} <= text


def test_the_table_has_a_row_for_every_relation(register: Register) -> None:
    rows = list(csv.DictReader(io.StringIO(_export(register, "csv").decode())))
    assert {row["source"] for row in rows} <= set(draw(register).nodes)
    assert len(rows) == draw(register).number_of_edges()


def test_every_format_is_the_same_bytes_in_another_process(register: Register) -> None:
    program = (
        "from hashlib import sha256\n"
        "from samspil import exports\nfrom samspil.pipeline import open_register\nfrom samspil.project import Project\n"
        "r = open_register(Project.shipped())\n"
        "for f in exports.WRITERS: print(f, sha256(exports.export(r.dataset, r.store, r.library, f)).hexdigest())\n"
    )
    other = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    ours = "".join(
        f"{format} {sha256(_export(register, format)).hexdigest()}\n" for format in exports.WRITERS
    )
    assert other.stdout == ours


def test_gephi_shows_names(register: Register) -> None:
    nodes = ET.fromstring(_export(register, "gexf")).findall(".//{*}node")  # noqa: S314 our own output
    assert "Norddjurs Kommune" in {node.get("label") for node in nodes}


def test_gexf_does_not_tell_the_day(register: Register) -> None:
    assert b"lastmodifieddate" not in _export(register, "gexf")


def test_an_unknown_format_is_refused(register: Register) -> None:
    with pytest.raises(UnknownFormat):
        _export(register, "pdf")
