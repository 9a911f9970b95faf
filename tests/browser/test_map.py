"""The map as people meet it: opened from a file, offline, by mouse, keyboard and screen reader."""

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Visitor
from tests.maps.samples import hostile_sample, sample

from samspil.maps import render_map
from samspil.network import network_from
from samspil.pipeline import Register, draw

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.fixture(scope="module")
def shipped(register: Register) -> str:
    """Return the map of the shipped register."""
    return render_map(draw(register))


def violations(page: Page) -> list[Any]:
    """Return what axe-core objects to, by rule and element."""
    found = Axe().run(page, options=WCAG).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]


# Node to its place on the screen, when nothing is chosen: as the script scales the whole map into its box.
WHERE = """() => {
  const { nodes } = JSON.parse(document.getElementById("data").textContent);
  const box = document.getElementById("map").getBoundingClientRect();
  const middle = (of) => (Math.min(...of) + Math.max(...of)) / 2;
  const [x, y] = [middle(nodes.map((node) => node.x)), middle(nodes.map((node) => node.y)) + 15];
  const scale = Math.min(1.15, ...nodes.flatMap((node) => [
    box.width / 2 / (Math.abs(node.x - x) + 75), box.height / 2 / (Math.abs(node.y - y) + 60)]));
  return Object.fromEntries(nodes.map((node) => [node.id, [
    box.left + box.width / 2 + (node.x - x) * scale, box.top + box.height / 2 + (node.y - y) * scale]]));
}"""


def heading(page: Page) -> Locator:
    """Return the name of what is chosen."""
    return page.locator("#chosen h2")


def test_shipped_map_asks_for_nothing_and_complains_about_nothing(visitor: Visitor, shipped: str) -> None:
    visit = visitor.open(shipped, "#n=actor/norddjurs-kommune")
    expect(visit.page.locator("#chosen h2")).to_have_text("Norddjurs Kommune")
    visit.page.locator("#language").click()
    visit.page.wait_for_timeout(400)
    assert (visit.requests, visit.complaints) == ([], [])


def test_the_canvas_is_painted(visitor: Visitor, shipped: str) -> None:
    page = visitor.open(shipped).page
    page.wait_for_timeout(300)
    colours = page.evaluate(
        """() => {
          const canvas = document.querySelector("#map canvas");
          const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          const seen = new Set();
          for (let i = 0; i < data.length; i += 4) {
            if (data[i + 3] === 255) seen.add(data.slice(i, i + 3).join());
          }
          return [...seen];
        }"""
    )
    # Formal partnership, strategic and functional cooperation, and the fill of a municipality.
    assert {"11,79,138", "180,70,11", "0,112,74", "214,228,240"} <= set(colours)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["da", "en"])
def test_no_violation_of_wcag(visitor: Visitor, lang: str, scheme: Literal["light", "dark"]) -> None:
    page = visitor.open(render_map(sample()), f"#n=actor/norddjurs&lang={lang}", scheme=scheme).page
    expect(page.locator("html")).to_have_attribute("lang", lang)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert violations(page) == []
    page.locator("#whole").click()
    assert violations(page) == []


@pytest.mark.parametrize("fragment", ["#n=actor/norddjurs-kommune&lang=da", "#lang=en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_of_wcag_in_the_shipped_map(
    visitor: Visitor, shipped: str, fragment: str, scheme: Literal["light", "dark"]
) -> None:
    assert violations(visitor.open(shipped, fragment, scheme=scheme).page) == []


def test_click_on_a_node_tells_who_where_and_whence(visitor: Visitor) -> None:
    page = visitor.open(render_map(sample())).page
    page.mouse.click(*page.evaluate(WHERE)["actor/norddjurs"])
    expect(heading(page)).to_have_text("Norddjurs Kommune")
    assert page.url.endswith("#n=actor/norddjurs")
    details = page.locator("#details")
    expect(details.locator("#facts > details")).to_contain_text("Formelle partnerskaber L23")
    expect(details.locator("#facts > details")).to_contain_text("Webside")
    expect(details.locator(".ties > li")).to_have_count(3)
    expect(details.locator(".ties > li").first).to_contain_text("formelt partnerskab")
    expect(details.locator(".ties > li").nth(1)).to_contain_text("Om klima")


def test_click_on_a_line_tells_what_it_is_and_whence(visitor: Visitor) -> None:
    page = visitor.open(render_map(sample())).page
    places = page.evaluate(WHERE)
    (x, y), (to_x, to_y) = places["actor/norddjurs"], places["cooperation/hub"]
    page.mouse.click((x + to_x) / 2, (y + to_y) / 2)
    expect(heading(page)).to_have_text("DIMA-samarbejdet")
    expect(page.locator("#details")).to_contain_text("Norddjurs Kommune")
    expect(page.locator("#details")).to_contain_text("Første afsnit L8")
    assert "#r=cooperation/hub~" in page.url


def test_click_beside_everything_lets_go(visitor: Visitor) -> None:
    page = visitor.open(render_map(sample()), "#n=actor/dima").page
    box = page.locator("#map").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 3, box["y"] + 3)
    expect(heading(page)).to_have_count(0)
    assert "#" not in page.url


def test_search_with_the_keyboard_finds_and_says_when_it_does_not(visitor: Visitor) -> None:
    page = visitor.open(render_map(sample())).page
    page.get_by_label("Find en aktør eller et samarbejde").focus()
    page.keyboard.type("aarhus")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Aarhus Universitet")
    page.locator("#find").fill("Atlantis")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Intet på kortet hedder »Atlantis«.")
    page.locator("#find").fill("DIMA")
    expect(page.get_by_role("status")).to_have_text("")


def test_page_in_the_other_language_says_the_same_in_it(visitor: Visitor) -> None:
    page = visitor.open(render_map(sample()), "#n=actor/aarhus").page
    page.get_by_role("button", name="English").click()
    expect(heading(page)).to_have_text("Aarhus University")
    expect(page.locator("h1")).to_have_text(
        "Norddjurs Municipality has the most relations on the map: 3 of 5"
    )
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#relations tbody tr").first).to_contain_text("formal partnership")
    expect(page.get_by_role("img")).to_have_attribute(
        "aria-label",
        "Map of 4 actors, 2 cooperations and 5 relations. The tables under the map have the same content.",
    )
    assert page.url.endswith("#n=actor/aarhus&lang=en")
    page.get_by_role("button", name="Dansk").click()
    expect(heading(page)).to_have_text("Aarhus Universitet")


def test_name_in_a_table_chooses_and_the_back_button_returns(visitor: Visitor) -> None:
    page = visitor.open(render_map(sample())).page
    page.locator("#actors").get_by_role("link", name="Virksomheder").click()
    expect(heading(page)).to_be_focused()
    expect(heading(page)).to_have_text("Virksomheder")
    expect(page.locator("#facts")).to_contain_text("Ingen på kortet")
    page.go_back()
    expect(heading(page)).to_have_count(0)


def test_address_chooses_a_relation(visitor: Visitor) -> None:
    page = visitor.open(render_map(sample()), "#r=cooperation/strategic").page
    expect(heading(page)).to_have_text("Om klima")
    expect(page.locator("#facts")).to_contain_text("Kilde ikke oplyst")


def test_cooperation_without_parties_says_so(visitor: Visitor) -> None:
    page = visitor.open(render_map(sample()), "#n=cooperation/empty").page
    expect(page.locator("#facts")).to_contain_text("Parter")
    expect(page.locator("#facts")).to_contain_text("Ikke oplyst")


def test_tables_have_a_row_for_each_edge_and_node(visitor: Visitor, register: Register, shipped: str) -> None:
    page, network = visitor.open(shipped).page, draw(register)
    assert page.locator("#relations tbody tr").count() == network.number_of_edges()
    assert page.locator("#actors tbody tr").count() == network.number_of_nodes()


def test_hostile_text_stays_text(visitor: Visitor) -> None:
    network = hostile_sample()
    visit = visitor.open(render_map(network))
    for link in visit.page.locator("#tables a").all():
        link.click()
        assert heading(visit.page).inner_text()
        assert visit.page.locator("#details img, #details script").count() == 0
    for place in visit.page.evaluate(WHERE).values():
        visit.page.mouse.move(*place)
    visit.page.locator("#language").click()
    assert visit.page.evaluate("window.broken") is None
    assert (visit.requests, visit.complaints) == ([], [])
    assert visit.page.locator("#details a[href^='javascript']").count() == 0


def test_only_a_page_of_the_web_is_a_link(visitor: Visitor) -> None:
    page = visitor.open(render_map(sample()), "#n=actor/norddjurs").page
    links = page.locator("#facts > details .cited a")
    assert [link.get_attribute("href") for link in links.all()] == ["https://example.org/side"]


def test_empty_map_says_what_to_do(visitor: Visitor) -> None:
    visit = visitor.open(render_map(network_from([], [], {})))
    expect(visit.page.locator(".empty")).to_contain_text("Læg en kilde i mappen data")
    assert violations(visit.page) == []
    assert (visit.requests, visit.complaints) == ([], [])


def test_paper_shows_what_is_folded_on_the_screen(visitor: Visitor) -> None:
    page = visitor.open(render_map(sample())).page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


def test_skip_link_leads_to_the_tables(visitor: Visitor) -> None:
    page = visitor.open(render_map(sample())).page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til tabellerne")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#tables")).to_be_focused()


def test_a_period_is_told_in_words_in_details_and_table(visitor: Visitor, shipped: str) -> None:
    page = visitor.open(shipped, "#n=actor/aquadjurs").page
    expect(page.locator("#facts")).to_contain_text("fra 1. januar 2024, slut ikke oplyst")
    expect(page.locator("#relations")).to_contain_text("fra 1. januar 2024, slut ikke oplyst")
    page.locator("#language").click()
    expect(page.locator("#facts")).to_contain_text("from 1 January 2024, end not stated")
