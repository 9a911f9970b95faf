"""Phones, the dark and motion: the page fits the window, follows the scheme, and stands still where that is asked."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Visit, Visitor
from tests.browser.person import chosen, middle, painted, place, tab, wait_until_painted, wide

PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
VIEWS = (
    "",
    "focus=actor/norddjurs-kommune",
    "layout=geography",
    "path=actor/viborg-kommune,actor/aarhus-airport",
)


@pytest.fixture(scope="module")
def phone(lasting_visitor: Visitor, shipped: str) -> Visit:
    """Return the shipped map on a phone."""
    return lasting_visitor.open(shipped, **PHONE)


@pytest.mark.parametrize("fragment", VIEWS)
def test_a_phone_never_scrolls_sideways(phone: Visit, fragment: str) -> None:
    page = phone.see(fragment)
    for name in ("filter", "details", "path", "measures", "story", "takeaway"):
        tab(page, name)
        assert wide(page) <= 0, name
    page.locator("#time > summary").click()
    page.locator("#tables").focus()
    assert wide(page) <= 0
    assert phone.objections == []


def test_a_finger_chooses(phone: Visit, shipped: str) -> None:
    x, y = place(shipped, "actor/dima")
    page = phone.see(f"at={x},{y},1")
    page.locator("#map").scroll_into_view_if_needed()
    page.touchscreen.tap(*middle(page))
    expect(chosen(page)).to_have_text("DIMA")


def test_a_narrow_window_keeps_all_names_of_tabs(phone: Visit) -> None:
    for one in phone.see().locator("[role=tab]").all():
        box = one.bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 360
        assert box["height"] >= 24


@pytest.mark.parametrize("width", [320, 640, 1000, 1920])
def test_any_width_fits(visit: Visit, width: int) -> None:
    page = visit.see()
    page.set_viewport_size({"width": width, "height": 700})
    page.evaluate("location.hash = 'focus=actor/norddjurs-kommune'")
    expect(chosen(page)).to_have_text("Norddjurs Kommune")
    assert wide(page) <= 0
    box = page.locator("#map").bounding_box()
    assert box is not None and box["width"] > 0.4 * width - 40
    page.set_viewport_size({"width": 1280, "height": 900})


def test_the_dark_is_dark(visitor: Visitor, shipped: str) -> None:
    visit = visitor.open(shipped, scheme="dark")
    page = visit.page
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(int(one) for one in re.findall(r"\d+", paper)[:3]) < 60
    assert min(painted(page, "#5484AD", "#C36B3C")) > 20, "lines in the colours of the dark"
    assert painted(page, "#0B4F8A")[0] < painted(page, "#5484AD")[0]
    page.emulate_media(color_scheme="light")
    wait_until_painted(page, "#0B4F8A", 20)  # the map follows when the scheme changes
    assert visit.objections == []


def test_without_motion_the_map_is_there_at_once(visit: Visit) -> None:
    """The next frame after a choice is the last one."""
    page = visit.see("layout=network")
    page.evaluate("location.hash = 'focus=actor/dima'")
    expect(chosen(page)).to_have_text("DIMA")
    painted(page)
    first = page.locator("#map canvas").screenshot()
    page.wait_for_timeout(400)
    assert page.locator("#map canvas").screenshot() == first
    assert page.evaluate("document.getAnimations().length") == 0
