"""A network too large to be drawn at once: communities first, opened on demand, or a search to begin with."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit, Visitor
from tests.browser.person import address, chosen, painted, shown, tab, view
from tests.maps.samples import BASE, MUNICIPALITY, PARTNERSHIP

from samspil.maps import render_map
from samspil.network import Network, network_from

CIRCLES, SIZE = 16, 100


def circles() -> Network:
    """Return 1,600 actors in 16 circles of close partners, with a few relations from circle to circle."""
    iris = [f"{BASE}actor/a{number}" for number in range(CIRCLES * SIZE)]
    actors = [
        replace(MUNICIPALITY, iri=iri, label_da=f"Kommune {n}", label_en=f"Municipality {n}", also=())
        for n, iri in enumerate(iris)
    ]
    starts = range(0, len(iris), SIZE)
    circle = [(at, (at + step) % SIZE) for at in range(SIZE) for step in (1, 2)]
    ends = [(start + one, start + other) for start in starts for one, other in circle]
    ends += [(start, (start + SIZE) % len(iris)) for start in starts]
    line = replace(PARTNERSHIP, label_da="", label_en="")
    relations = [
        replace(line, relation=f"{BASE}cooperation/c{at}", source=iris[one], target=iris[other])
        for at, (one, other) in enumerate(ends)
    ]
    return network_from(actors, relations, {})


@pytest.fixture(scope="module")
def large(lasting_visitor: Visitor) -> Visit:
    """Return the map of the circles, opened once."""
    return lasting_visitor.open(render_map(circles()))


@pytest.fixture
def page_of_circles(large: Visit) -> Page:
    """Return the map of the circles as it opens."""
    page = large.see()
    expect(page.locator("#notice")).to_be_visible()
    return page


def test_groups_are_drawn_and_the_tables_have_all(page_of_circles: Page) -> None:
    page = page_of_circles
    expect(page.locator("#notice")).to_contain_text("Kortet er for stort til at tegnes på én gang")
    assert shown(page, "actors") == (CIRCLES * SIZE,) * 2
    assert painted(page, "#D6E4F0", "#F3F1EA", "#FBFAF7") != [0, 0, 0]
    page.locator("#tables").focus()
    rows = page.locator("table:has(#table-actors) tbody tr")
    expect(rows).to_have_count(200)
    page.get_by_role("button", name=re.compile("Vis alle 1.600")).first.click()
    expect(rows).to_have_count(CIRCLES * SIZE)


def test_a_search_leads_to_one_and_its_partners(page_of_circles: Page) -> None:
    page = page_of_circles
    page.locator("#find").fill("Kommune 1234")
    page.locator("#find").press("Enter")
    expect(chosen(page)).to_have_text("Kommune 1234")
    assert view(page) == "focus=actor/a1234"
    expect(page.locator("#details .tie-list > li")).to_have_count(4)


def test_a_group_is_opened_by_keyboard(page_of_circles: Page) -> None:
    page = page_of_circles
    page.locator("#map").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("m.fl.")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("open="))
    opened = address(page)
    page.go_back()
    expect(page).not_to_have_url(re.compile("open="))
    page.go_forward()
    assert address(page) == opened


def test_filters_lead_out_of_the_groups(page_of_circles: Page) -> None:
    """With so little left that it can be drawn, it is drawn one by one."""
    page = page_of_circles
    tab(page, "filter")
    page.locator("#filter-text").fill("Kommune 77")
    expect(page.locator("#notice")).to_be_empty()
    few, all_ = shown(page, "actors")
    assert 10 < few < all_


def test_nothing_is_asked_for(large: Visit) -> None:
    large.see("colour=community&size=degree")
    expect(large.page.locator("#notice")).to_be_visible()
    assert large.objections == []
