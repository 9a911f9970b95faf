"""What is taken away is opened by others: networkx, an XML parser, the pixels of a picture, csv, openpyxl and json."""

import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import openpyxl
import pytest
from PIL import Image
from playwright.sync_api import Page
from tests.browser.conftest import Visit
from tests.browser.person import BASE, shown, taken, view
from tests.xmlschemas import faults, in_gexf_1_2

from samspil.network import Network

GEXF = "{http://gexf.net/1.3}"
SVG = "{http://www.w3.org/2000/svg}"


def pairs(network: Network) -> list[tuple[str, str]]:
    """Return the ends of every line, as IRIs."""
    return sorted((a, b) for a, b, _ in network.edges)


def test_gexf_is_read_by_networkx(page: Page, network: Network, tmp_path: Path) -> None:
    file = taken(page, "gexf", tmp_path)
    root = ElementTree.parse(file).getroot()  # noqa: S314 (ours)
    assert (root.tag, root.get("version")) == (f"{GEXF}gexf", "1.3")
    read: nx.MultiDiGraph[str] = nx.MultiDiGraph(nx.read_gexf(file, version="1.3"))
    assert {of["label"] for _, of in read.nodes(data=True)} == {
        of["label_da"] for _, of in network.nodes(data=True)
    }
    assert (len(read), read.number_of_edges()) == (len(network), network.number_of_edges())


# Views whose files differ in kind: as it opens, one moment, one focus in English, over coastlines, nothing at all.
VIEWS = ["", "on=2024", "focus=actor/norddjurs-kommune&rest=hide&lang=en", "layout=geography", "text=zzzz"]


@pytest.mark.parametrize("fragment", VIEWS)
def test_what_programs_for_networks_open_is_valid(visit: Visit, tmp_path: Path, fragment: str) -> None:
    page = visit.see(fragment)
    gexf = taken(page, "gexf", tmp_path).read_bytes()
    assert faults(gexf, "gexf-1.3") == []
    assert faults(in_gexf_1_2(gexf), "gexf-1.2") == []
    assert faults(taken(page, "graphml", tmp_path).read_bytes(), "graphml") == []


def test_relations_that_are_parallel_in_gexf_are_of_different_kinds(page: Page, tmp_path: Path) -> None:
    root = ElementTree.parse(taken(page, "gexf", tmp_path)).getroot()  # noqa: S314 (ours)
    edges = [(one.get("source"), one.get("target"), one.get("kind")) for one in root.iter(f"{GEXF}edge")]
    assert len(set(edges)) == len(edges)


def test_graphml_is_read_by_networkx(page: Page, network: Network, tmp_path: Path) -> None:
    read: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        nx.read_graphml(taken(page, "graphml", tmp_path), force_multigraph=True)
    )
    iri = {node: of["iri"] for node, of in read.nodes(data=True)}
    assert set(iri.values()) == set(network)
    assert sorted((iri[a], iri[b]) for a, b, _ in read.edges) == pairs(network)


def test_json(page: Page, network: Network, tmp_path: Path) -> None:
    read = json.loads(taken(page, "json", tmp_path).read_text())
    assert sorted(node["iri"] for node in read["nodes"]) == sorted(network)
    assert sorted((edge["source"], edge["target"]) for edge in read["edges"]) == pairs(network)
    for node in read["nodes"]:
        of = network.nodes[node["iri"]]
        assert node["name"] == {"da": of["label_da"], "en": of["label_en"]}


def test_svg_is_xml_without_anything_that_runs(page: Page, tmp_path: Path) -> None:
    root = ElementTree.parse(taken(page, "svg", tmp_path)).getroot()  # noqa: S314 (ours)
    assert root.tag == f"{SVG}svg"
    texts = {"".join(text.itertext()) for text in root.iter(f"{SVG}text")}
    assert any("Norddjurs" in text for text in texts)
    assert any("formelt partnerskab" in text for text in texts), "the key is with it"
    assert not [
        one.tag for one in root.iter() if one.tag.removeprefix(SVG) in ("script", "foreignObject", "image")
    ]
    assert not [name for one in root.iter() for name in one.attrib if name.startswith("on") or "href" in name]


def test_the_key_can_be_left_out(page: Page, tmp_path: Path) -> None:
    page.locator("#tab-takeaway").click()
    page.get_by_label("Med tegnforklaring").uncheck()
    assert "formelt partnerskab" not in taken(page, "svg", tmp_path).read_text()


def test_png_has_the_size_of_the_drawing_and_is_painted(page: Page, tmp_path: Path) -> None:
    drawing = ElementTree.parse(taken(page, "svg", tmp_path)).getroot()  # noqa: S314 (ours)
    with Image.open(taken(page, "png", tmp_path)) as picture:
        picture.load()
    assert picture.format == "PNG"
    assert picture.size == (2 * int(drawing.attrib["width"]), 2 * int(drawing.attrib["height"]))
    colours = picture.convert("RGB").getcolors(maxcolors=2**24) or []
    assert len(colours) > 50
    assert {(11, 79, 138), (22, 35, 46), (251, 250, 247)} <= {colour for _, colour in colours}


@pytest.mark.parametrize("name", ["relations", "actors"])
def test_csv_opens_in_a_danish_excel(page: Page, network: Network, tmp_path: Path, name: str) -> None:
    file = taken(page, name, tmp_path)
    raw = file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    head, body = lines[0], lines[1:]
    assert {len(line) for line in body} == {len(head)}
    if name == "relations":
        ends = sorted((line[head.index("IRI for fra")], line[head.index("IRI for til")]) for line in body)
        assert ends == pairs(network)
    else:
        assert {line[head.index("IRI")] for line in body} == set(network)
        assert any(re.fullmatch(r"\d,\d+", line[head.index("Nærhed")]) for line in body)


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")  # Excel has one of its own
def test_xlsx_has_a_sheet_of_each(page: Page, network: Network, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(taken(page, "xlsx", tmp_path))
    assert book.sheetnames == ["forbindelser", "aktører"]
    relations, actors = (list(sheet.values) for sheet in book)
    assert (len(relations) - 1, len(actors) - 1) == (network.number_of_edges(), len(network))
    head = list(actors[0])
    assert {row[head.index("IRI")] for row in actors[1:]} == set(network)
    assert all(isinstance(row[head.index("Partnere")], int | float) for row in actors[1:])


@pytest.mark.parametrize("lang", ["da", "en"])
def test_files_have_what_the_filters_leave_and_say_so_in_their_name(
    visit: Visit, tmp_path: Path, lang: str
) -> None:
    page = visit.see(f"focus=actor/norddjurs-kommune&rest=hide&without=Ownership&on=2024&lang={lang}")
    left = shown(page, "actors")[0]
    file = taken(page, "json", tmp_path)
    read = json.loads(file.read_text())
    assert len(read["nodes"]) == left
    assert read["view"].replace("%2F", "/").replace("%3A", ":").split("&")[0] == view(page).split("&")[0]
    assert re.fullmatch(r"[a-z0-9.-]+", file.name)
    assert "2024" in file.name
    assert {"da": "norddjurs-kommune", "en": "norddjurs-municipality"}[lang] in file.name
    assert BASE + "actor/norddjurs-kommune" in {node["iri"] for node in read["nodes"]}
