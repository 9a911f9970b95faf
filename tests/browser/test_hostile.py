"""The hostile corpus on the map: nothing runs, nothing breaks, and what is taken away can still be read."""

import csv
import io
import json
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import networkx as nx
import openpyxl
import pytest
from PIL import Image
from playwright.sync_api import Dialog, Page, expect
from tests.browser.conftest import Visit, Visitor
from tests.browser.corpus import ADDRESSES, LONG, ODD, TEXTS, TITLE, corpus, stories
from tests.browser.person import BASE, chosen, shown, tab, taken, wide
from tests.xmlschemas import faults, in_gexf_1_2

from samspil.maps import render_map

# What a page of ours never has, whoever wrote its texts.
FOREIGN = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    elements: all("img, iframe, object, embed, form, base, b, link:not([rel=icon])").map((one) => one.outerHTML),
    scripts: document.scripts.length,
    styles: document.styleSheets.length,
    handlers: all("*").flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith("on")),
    links: all("a").map((one) => one.getAttribute("href")).filter((href) => !/^(#|https?:\\/\\/)/i.test(href)),
    ran: [window.broken ?? null, Object.prototype.broken ?? null],
  };
}"""
LENGTH = 2000  # letters of the title, but where a million are tried
UNFOLDED = ("details", "measures")  # the parts at which everything is, once in each language
CLEAN = {"elements": [], "scripts": 2, "styles": 1, "handlers": [], "links": [], "ran": [None, None]}


@pytest.fixture(scope="module")
def text() -> str:
    """Return the page of the corpus."""
    return render_map(corpus(), title=(TITLE[:LENGTH], TITLE[:LENGTH][::-1]), stories=stories())


@pytest.fixture(scope="module")
def hostile(lasting_visitor: Visitor, text: str) -> Visit:
    """Return the corpus, opened once."""
    visit = lasting_visitor.open(text)

    def refuse(dialog: Dialog) -> None:
        visit.complaints.append(dialog.message)
        dialog.dismiss()

    visit.page.on("dialog", refuse)
    return visit


def harmless(visit: Visit) -> None:
    """Check that nothing ran, nothing was asked for, and nothing lies beside the window."""
    assert visit.page.evaluate(FOREIGN) == CLEAN
    assert visit.objections == []
    assert wide(visit.page) <= 0


def test_it_opens_with_all_of_it(hostile: Visit) -> None:
    page = hostile.see()
    expect(page.locator("#map canvas")).to_be_visible()
    network = corpus()
    assert shown(page, "relations") == (network.number_of_edges(),) * 2
    assert shown(page, "actors") == (len(network),) * 2
    assert network.number_of_edges(BASE + "actor/" + ODD[0], BASE + "actor/" + ODD[1]) == 50
    harmless(hostile)


def test_each_can_be_chosen(hostile: Visit) -> None:
    """Every name in both tables, with all that is told about it unfolded."""
    page = hostile.see()
    for table in ("actors", "relations"):
        page.locator("#tables").focus()
        links = page.locator(
            f"table:has(#table-{table}) tbody tr th a, table:has(#table-{table}) tbody td:nth-child(4) a"
        )
        number = links.count()
        assert number > 40
        for at in range(0, number, 5 if table == "actors" else 11):
            links.nth(at).evaluate("link => link.click()")
            page.evaluate(
                "for (const fold of document.querySelectorAll('#details details')) fold.open = true"
            )
            assert chosen(page).inner_text().strip()
            assert page.evaluate(FOREIGN)["links"] == []
    harmless(hostile)


def test_each_part_in_both_languages(hostile: Visit) -> None:
    page = hostile.see()
    page.locator("#tables").focus()
    for name in ("filter", "details", "path", "measures", "story", "takeaway"):
        tab(page, name)
        page.locator("#language").click()
        if name in UNFOLDED:
            page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        harmless(hostile)


def test_it_is_searched_and_filtered(hostile: Visit) -> None:
    page = hostile.see()
    for one in (*TEXTS, *ODD, *ADDRESSES):
        page.locator("#find").fill(one[:500])
        expect(page.locator("#find")).to_have_attribute(
            "aria-expanded", "true" if page.locator("#find-hits li").count() else "false"
        )
    page.evaluate("for (const box of document.querySelectorAll('#filters input[type=checkbox]')) box.click()")
    page.evaluate("for (const box of document.querySelectorAll('#legend input[type=checkbox]')) box.click()")
    harmless(hostile)


def test_geography_communities_paths_and_stories(hostile: Visit) -> None:
    page = hostile.see()
    page.get_by_role("button", name="Geografi").click()
    tab(page, "measures").locator("#look-colour").select_option("community")
    tab(page, "story").locator(".story-begin").first.click()
    for _ in range(8):
        page.locator("#story .actions button").nth(1).click()
    ends = ",".join(quote(f"actor/{odd}", safe="/") for odd in ODD[:2])
    page.evaluate("view => { location.hash = view; }", f"path={ends}")
    expect(page.locator("#path .routes > li")).to_have_count(1)
    expect(page.locator("#path .steps a")).to_have_count(50)
    harmless(hostile)


def test_a_title_of_a_million_letters_is_only_long(visitor: Visitor) -> None:
    visit = visitor.open(render_map(corpus(), title=(TITLE, TITLE[::-1])))
    expect(visit.page.locator("#map canvas")).to_be_visible()
    harmless(visit)


@pytest.mark.parametrize(
    "name", ["focus", "relation", "without", "source", "theme", "text", "on", "path", "story", "at", "lang"]
)
def test_an_address_is_only_text(hostile: Visit, name: str) -> None:
    page = hostile.see(f"{name}={quote(TEXTS[0])}{quote(TEXTS[1])},{quote(ADDRESSES[0])}")
    expect(page.locator("#map canvas")).to_be_visible()
    harmless(hostile)


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
def test_what_is_taken_away_is_read_by_others(hostile: Visit, tmp_path: Path) -> None:
    page, network = hostile.see(), corpus()
    files = {
        name: taken(page, name, tmp_path)
        for name in ("gexf", "graphml", "json", "svg", "png", "xlsx", "relations", "actors")
    }
    size = (len(network), network.number_of_edges())
    gexf = ElementTree.parse(files["gexf"])  # noqa: S314 (ours)
    assert (len(gexf.findall(".//{*}node")), len(gexf.findall(".//{*}edge"))) == size
    read: nx.MultiDiGraph[str] = nx.MultiDiGraph(nx.read_graphml(files["graphml"], force_multigraph=True))
    assert (len(read), read.number_of_edges()) == size
    assert faults(files["gexf"].read_bytes(), "gexf-1.3") == []
    assert faults(in_gexf_1_2(files["gexf"].read_bytes()), "gexf-1.2") == []
    assert faults(files["graphml"].read_bytes(), "graphml") == []
    taken_json = json.loads(files["json"].read_text())
    assert [node["name"]["da"] for node in taken_json["nodes"]] == [
        of["label_da"] for _, of in network.nodes(data=True)
    ]
    drawing = ElementTree.parse(files["svg"]).getroot()  # noqa: S314 (ours)
    assert {one.tag.rpartition("}")[2] for one in drawing.iter()} <= SHAPES
    with Image.open(files["png"]) as picture:
        picture.load()
    _sheets(files, size)
    harmless(hostile)


SHAPES = {
    "svg",
    "g",
    "title",
    "desc",
    "rect",
    "path",
    "circle",
    "polygon",
    "line",
    "text",
    "tspan",
    "ellipse",
    "defs",
}


def _sheets(files: dict[str, Path], size: tuple[int, int]) -> None:
    """Check the tables: as many rows as there are things, and no cell that a spreadsheet would run."""
    book = openpyxl.load_workbook(files["xlsx"])
    relations, actors = (list(sheet.iter_rows()) for sheet in book)
    assert (len(actors) - 1, len(relations) - 1) == size
    assert not [cell.value for row in (*relations, *actors) for cell in row if cell.data_type == "f"]
    for name, number in (("actors", size[0]), ("relations", size[1])):
        lines = list(csv.reader(io.StringIO(files[name].read_text("utf-8-sig"), newline=""), delimiter=";"))
        assert len(lines) - 1 == number
        assert not [
            cell
            for line in lines
            for cell in line
            if cell.lstrip(" \u202e\u0001\ufffd").startswith(("=", "@"))
        ]


def test_long_names_are_cut_on_the_page_only_where_they_can_be_read_elsewhere(hostile: Visit) -> None:
    page = hostile.see()
    page.locator("#find").fill("langlanglang")
    page.locator("#find").press("Enter")
    assert LONG in chosen(page).inner_text()
    harmless(hostile)


def test_on_paper_and_on_a_phone(hostile: Visit, page_of_phone: Page) -> None:
    assert wide(page_of_phone) <= 0
    page = hostile.see()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    harmless(hostile)


@pytest.fixture
def page_of_phone(visitor: Visitor, text: str) -> Page:
    """Return the corpus on a phone."""
    return visitor.open(text, viewport={"width": 360, "height": 740}).page


def test_without_its_script_it_is_text_too(visitor: Visitor, text: str) -> None:
    visit = visitor.open(text, java_script_enabled=False)
    assert visit.page.locator("noscript img, noscript script, noscript iframe, noscript b").count() == 0
    assert visit.requests == []
