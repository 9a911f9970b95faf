"""The map as a notebook shows it: in a frame, where it works as it does on a page of its own."""

from playwright.sync_api import expect
from tests.browser.conftest import Visitor

import samspil


def test_the_map_works_in_its_frame(visitor: Visitor) -> None:
    """A choice is kept in the address of the map's own page, which some kinds of frame would refuse."""
    frame = samspil.open().map()._repr_html_()
    visit = visitor.open(f'<!doctype html><meta charset="utf-8"><title>Notebook</title>{frame}')
    page = visit.page.frame_locator("iframe")
    expect(page.locator("#map canvas")).to_be_visible()
    page.locator("#find").fill("Norddjurs Kommune")
    page.locator("#find").press("Enter")
    expect(page.locator("#details h2")).to_have_text("Norddjurs Kommune")
    page.locator("#language").click()
    expect(page.locator("#details h2")).to_have_text("Norddjurs Municipality")
    assert visit.objections == []


def test_heading_and_map_fit_the_frame(visitor: Visitor) -> None:
    """At the width of a notebook: the foot of the map is above the foot of the frame."""
    frame = samspil.open().map()._repr_html_()
    body = f'<body style="width: 960px">{frame}</body>'
    visit = visitor.open(f'<!doctype html><meta charset="utf-8"><title>Notebook</title>{body}')
    inner = visit.page.frame_locator("iframe").locator("#map")
    expect(inner).to_be_visible()
    box = inner.evaluate("map => [map.getBoundingClientRect().bottom, innerHeight, innerWidth]")
    assert box[2] == 960
    assert 0.8 * box[1] < box[0] < box[1]
