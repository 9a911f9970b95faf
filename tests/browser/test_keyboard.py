"""Everything without a mouse: from the top of the page through all it can do, with the focus always to be seen."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit
from tests.browser.person import chosen, shown, view

TABS = ("filter", "details", "path", "measures", "story", "takeaway")


# What has the focus: whether it is outlined, and whether it is within the window.
LOOK = """() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  return {
    name: at.id || at.className || at.tagName,
    outline: parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none",
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def press(page: Page, *keys: str) -> None:
    """Press keys, one after the other."""
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, selector: str, key: str = "Tab", most: int = 150) -> None:
    """Go on by Tab until something has the focus."""
    for _ in range(most):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press(key)
    pytest.fail(f"{selector} is never reached")


def test_a_walk_through_everything(page: Page) -> None:
    """Find, look around on the map, filter, ask for a path, measure, hear the story, take away, read the tables."""
    tab_to(page, "#find")
    page.keyboard.type("norddjurs kom")
    press(page, "ArrowDown", "Enter")
    expect(chosen(page)).to_have_text("Norddjurs Kommune")
    tab_to(page, "#map")
    press(page, "Enter", "ArrowDown")
    said = page.locator("#said").inner_text()
    assert re.search(r"Forbindelser: \d+\.$", said)
    press(page, "Enter")
    expect(chosen(page)).to_have_text(said.split(",")[0])
    press(page, "Escape")
    expect(chosen(page)).to_have_text("Det valgte")
    tab_to(page, "[role=tab]")
    press(page, "Home", "Tab", "Tab")
    tab_to(page, "#legend input")
    press(page, "Space")
    assert view(page).startswith("without=")
    press(page, "Space")
    assert view(page) == ""
    tab_to(page, "#filter-text")
    page.keyboard.type("halmstad")
    expect(page).to_have_url(re.compile("text=halmstad"))
    tab_to(page, "[role=tab]", "Shift+Tab")
    press(page, "End")
    expect(page.locator("#tab-takeaway")).to_be_focused()
    tab_to(page, "#take-json")
    with page.expect_download():
        press(page, "Enter")
    tab_to(page, "#tables .scroll")
    tab_to(page, "#tables a[data-relation]")
    press(page, "Enter")
    expect(page).to_have_url(re.compile("relation="))


def test_tabs_go_by_arrows(page: Page) -> None:
    tab_to(page, "[role=tab]")
    for name in (*TABS, TABS[0]):
        expect(page.locator(f"#tab-{name}")).to_be_focused()
        expect(page.locator(f"#panel-{name}")).to_be_visible()
        press(page, "ArrowRight")
    press(page, "ArrowLeft", "ArrowLeft")
    expect(page.locator("#panel-takeaway")).to_be_visible()


def test_path_measures_and_story_by_keyboard(page: Page) -> None:
    tab_to(page, "[role=tab]")
    press(page, "ArrowRight", "ArrowRight")
    tab_to(page, "#path_from")
    page.keyboard.type("norddjurs kom")
    press(page, "Enter")
    tab_to(page, "#path_to")
    page.keyboard.type("billund")
    press(page, "Enter")
    expect(page.locator("#path .told, #path .answer p").first).to_be_visible()
    assert view(page).startswith("path=")
    tab_to(page, "[role=tab]", "Shift+Tab")
    press(page, "ArrowRight")
    tab_to(page, "#look-size")
    press(page, "ArrowDown")
    assert "size=degree" in view(page)
    tab_to(page, "table.ranks .sort")
    press(page, "Enter")
    expect(page.locator("table.ranks th[aria-sort=ascending]")).to_have_text("Navn")
    tab_to(page, "[role=tab]", "Shift+Tab")
    press(page, "ArrowRight")
    tab_to(page, ".story-begin")
    press(page, "Enter", "ArrowRight")
    expect(page.locator(".story-place")).to_have_text(re.compile("^Trin 2"))


def test_time_and_places_by_keyboard(page: Page) -> None:
    tab_to(page, "#view button + button")
    press(page, "Enter")
    assert view(page) == "layout=geography"
    tab_to(page, "#time > summary")
    press(page, "Enter")
    tab_to(page, "#timeline input[type=checkbox]")
    press(page, "Space")
    tab_to(page, "#timeline input[type=range]")
    press(page, "Home")
    assert view(page).startswith("on=")
    all_ = shown(page, "relations")
    tab_to(page, "input[name=choice-certainty]")
    press(page, "ArrowDown")
    assert "certainty=certain" in view(page)
    assert shown(page, "relations") < all_


def test_map_zooms_and_moves_by_keyboard(page: Page) -> None:
    page.locator("#map").focus()
    press(page, "+")
    expect(page).to_have_url(re.compile("at="))
    near = page.url
    press(page, "Shift+ArrowLeft")
    expect(page).not_to_have_url(near)
    press(page, "0")
    expect(page).not_to_have_url(re.compile("at="))


def test_focus_is_always_seen(visit: Visit) -> None:
    """Whatever has the focus is marked by an outline or another border, and lies within the window."""
    page = visit.see()
    bare = []
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate(LOOK)
        if found["name"] != "BODY" and not (found["outline"] and found["seen"]):
            bare.append(found)
    assert bare == []


def test_there_is_no_trap(page: Page) -> None:
    """Tab leads out of the map, out of the panel and to the tables."""
    tab_to(page, "#map")
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('#map, #map *')")
    tab_to(page, "#tables *")
