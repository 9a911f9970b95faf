"""What is taken away: byte-identical from process to process, and read back by a library of another make."""

import csv
import io
import shutil
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
import rdflib
from rdflib.compare import isomorphic
from tests.xmlschemas import faults

from samspil import exports
from samspil.dataset import to_rdflib
from samspil.errors import UnknownFormat
from samspil.pipeline import Register, draw, open_register
from samspil.project import Project

MERGED = {"turtle": "turtle", "nt": "nt", "rdfxml": "xml"}
WITH_GRAPHS = {"trig": "trig", "nq": "nquads", "jsonld": "json-ld"}


# A name as Turtle writes it.
ODD = r'"Norddjurs\u000B<&>Kommune\uFFFE"'


def _export(register: Register, format: str) -> bytes:
    return exports.export(register.dataset, register.store, register.library, format)


def _texts(file: bytes) -> set[str]:
    """Return every text and every value of an attribute in a file."""
    every = list(ET.fromstring(file).iter())  # noqa: S314 our own output
    return {one.text or "" for one in every} | {value for one in every for value in one.attrib.values()}


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


@pytest.mark.parametrize(("format", "schema"), [("graphml", "graphml"), ("gexf", "gexf-1.2")])
def test_a_network_is_valid_by_the_schema_of_its_format(register: Register, format: str, schema: str) -> None:
    assert faults(_export(register, format), schema) == []


def test_networkx_reads_back_gexf_with_iris_for_names(register: Register) -> None:
    network = draw(register)
    read = nx.read_gexf(io.BytesIO(_export(register, "gexf")))
    assert set(read.nodes) == set(network.nodes)
    ours, theirs = (
        Counter((source, target, of["type"]) for source, target, of in each.edges(data=True))
        for each in (network, read)
    )
    assert theirs == ours


def test_networkx_reads_back_graphml_with_iris_as_attributes(register: Register) -> None:
    network = draw(register)
    read: nx.MultiDiGraph[str] = nx.MultiDiGraph(nx.read_graphml(io.BytesIO(_export(register, "graphml"))))
    iri = {node: of["iri"] for node, of in read.nodes(data=True)}
    assert list(iri.values()) == list(network)
    edges = [
        (iri[source], iri[target], of["iri"], of["type"]) for source, target, of in read.edges(data=True)
    ]
    assert edges == [(*edge, of["type"]) for *edge, of in network.edges(keys=True, data=True)]


@pytest.fixture(scope="module")
def odd_register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """Return a register in which one name has characters that XML cannot hold, and some that it must escape."""
    root = tmp_path_factory.mktemp("odd")
    shutil.copytree(Project.shipped().data, root / "data")
    for file in (root / "data").glob("*.ttl"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace('"Norddjurs Kommune"@da', ODD + "@da"), encoding="utf-8")
    return open_register(Project.at(root))


@pytest.mark.parametrize(("format", "schema"), [("graphml", "graphml"), ("gexf", "gexf-1.2")])
def test_a_name_that_xml_cannot_hold_breaks_no_network(
    odd_register: Register, format: str, schema: str
) -> None:
    file = _export(odd_register, format)
    assert faults(file, schema) == []
    assert "Norddjurs\ufffd<&>Kommune\ufffd" in _texts(file)


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_an_xml_reader_finds_every_actor_with_its_danish_name(register: Register, format: str) -> None:
    network = draw(register)
    file = _export(register, format)
    root = ET.fromstring(file)  # noqa: S314 our own output
    assert len(root.findall(".//{*}node")) == network.number_of_nodes()
    assert len(root.findall(".//{*}edge")) == network.number_of_edges()
    assert {attributes["label_da"] for _, attributes in network.nodes(data=True)} <= _texts(file)


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
