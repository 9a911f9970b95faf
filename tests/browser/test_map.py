"""The map as it opens: whole, drawn, quiet and offline; clicks on it, its tables, its language."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit, Visitor
from tests.browser.person import address, chosen, middle, painted, place, rows, shown, view, wait
from tests.maps.samples import sample

from samspil.maps import render_map
from samspil.network import Network, network_from

AT = re.compile("at=")  # the camera stands where a person put it


def test_it_asks_for_nothing_and_complains_about_nothing(visitor: Visitor, shipped: str) -> None:
    visit = visitor.open(shipped, "#focus=actor/norddjurs-kommune", reduced_motion="no-preference")
    expect(chosen(visit.page)).to_have_text("Norddjurs Kommune")
    visit.page.locator("#language").click()
    expect(chosen(visit.page)).to_have_text("Norddjurs Municipality")
    visit.page.locator("#whole").click()
    visit.page.get_by_role("button", name="Geography").click()
    assert visit.page.evaluate("document.getAnimations().length") == 0
    assert visit.objections == []


def test_the_canvas_is_painted(page: Page) -> None:
    """Formal partnership, strategic cooperation, and the fill of a municipality."""
    assert min(painted(page, "#0B4F8A", "#B4460B", "#D6E4F0")) > 20


def test_tables_have_a_row_for_each_line_and_shape(page: Page, network: Network) -> None:
    assert shown(page, "relations") == (network.number_of_edges(),) * 2
    assert shown(page, "actors") == (network.number_of_nodes(),) * 2
    assert len(rows(page, "relations")) == network.number_of_edges()
    assert len(rows(page, "actors")) == network.number_of_nodes()


def test_a_table_is_sorted_by_its_heading(page: Page) -> None:
    page.locator("#tables").focus()
    table = page.locator("table:has(#table-actors)")
    names = "rows => rows.map((row) => row.querySelector('th').textContent)"
    table.locator("[data-column=name]").click()
    expect(table.locator("th[aria-sort=ascending]")).to_have_text("Navn")
    rising = table.locator("tbody tr").evaluate_all(names)
    table.locator("[data-column=name]").click()
    expect(table.locator("th[aria-sort=descending]")).to_have_text("Navn")
    falling = table.locator("tbody tr").evaluate_all(names)
    assert falling == rising[::-1]
    danish = page.evaluate(
        "names => [...names].sort(new Intl.Collator('da-DK', { numeric: true }).compare)", rising
    )
    assert rising == danish


@pytest.fixture(scope="module")
def small(lasting_visitor: Visitor) -> tuple[Visit, str]:
    text = render_map(sample())
    return lasting_visitor.open(text), text


def test_click_on_a_shape_tells_who_it_is(small: tuple[Visit, str]) -> None:
    visit, text = small
    x, y = place(text, "actor/norddjurs")
    page = visit.see(f"at={x},{y},1")
    page.mouse.click(*middle(page))
    expect(chosen(page)).to_have_text("Norddjurs Kommune")
    assert view(page) == "focus=actor/norddjurs"
    expect(page.locator("#details .tie-list > li")).to_have_count(3)
    expect(page.locator("#details")).to_contain_text("Om klima")
    assert visit.objections == []


def test_click_on_a_line_tells_what_it_is(small: tuple[Visit, str]) -> None:
    visit, text = small
    (x, y), (to_x, to_y) = place(text, "cooperation/hub"), place(text, "actor/norddjurs")
    page = visit.see(f"at={(x + to_x) // 2},{(y + to_y) // 2},1")
    page.mouse.click(*middle(page))
    expect(chosen(page)).to_have_text("politisk")
    expect(page.locator("#details")).to_contain_text("DIMA-samarbejdet")
    expect(page.locator("#details")).to_contain_text("Norddjurs Kommune")
    assert view(page).startswith("relation=cooperation/hub")


def test_click_beside_everything_lets_go(small: tuple[Visit, str]) -> None:
    page = small[0].see("focus=actor/loner")
    expect(chosen(page)).to_have_text("Virksomheder")
    box = page.locator("#map").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 4, box["y"] + 4)
    expect(chosen(page)).to_have_text("Det valgte")
    assert view(page) == ""


def test_name_in_a_table_chooses_and_the_back_button_returns(page: Page) -> None:
    page.locator("#tables").focus()
    page.locator("table:has(#table-actors)").get_by_role("link", name="DIMA", exact=True).click()
    expect(chosen(page)).to_have_text("DIMA")
    page.go_back()
    expect(chosen(page)).to_have_text("Det valgte")


def test_buttons_and_wheel_zoom(page: Page) -> None:
    def scale() -> float:
        return float(address(page).rpartition(",")[2])

    page.locator("#closer").click()
    expect(page).to_have_url(AT)
    near = scale()
    page.locator("#farther").click()
    wait(page, lambda: scale() < near)
    before = scale()
    page.mouse.move(*middle(page))
    page.mouse.wheel(0, 200)
    wait(page, lambda: page.evaluate("scrollY > 0"))
    assert scale() == before, "the wheel scrolls the page until the map is clicked"
    page.evaluate("scrollTo(0, 0)")
    page.locator("#whole").click()
    expect(page).not_to_have_url(AT)


def test_empty_map_says_what_to_do(visitor: Visitor) -> None:
    visit = visitor.open(render_map(network_from([], [], {})))
    expect(visit.page.locator(".empty")).to_contain_text("Læg en kilde i mappen data")
    assert shown(visit.page, "actors") == (0, 0)
    assert visit.objections == []


def test_skip_link_leads_to_the_tables(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til tabellerne")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#tables")).to_be_focused()


def test_the_page_stays_in_the_window_and_the_heading_says_what_is_learnt(
    page: Page, network: Network
) -> None:
    ties: dict[str, Any] = dict(network.degree())
    most = max(ties, key=lambda iri: (not network.nodes[iri]["is_hub"], ties[iri]))
    expect(page.locator("h1")).to_contain_text(network.nodes[most]["label_da"])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
