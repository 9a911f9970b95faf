"""The pages of things in a real browser: accessible in both schemes, readable on a phone and on paper, inert."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.accessibility import WATCH, Look, objections

# A page of each kind of thing.
PAGES = [
    "actor/norddjurs-kommune",
    "cooperation/norddjurs-aarhus-universitet",
    "agreement/au-2022",
    "action-plan/halmstad-2021-2024",
    "focus-area/au-fokus-1",
    "consideration/au-2022-midtvejsstatus",
    "source/norddjurs-notat-2024",
    "passage/norddjurs-notat-2024-au-c4",
    "place/norddjurs",
    "name/au",
    "identifier/cvr-29189587",
    "interval/2022-01-01%2F2025-12-31",
]


def opened(browser: Browser, explorer: str, path: str, **profile: Any) -> Page:
    """Return an opened page that notes breaches of its policy."""
    page = browser.new_context(**profile).new_page()
    page.add_init_script(WATCH)
    page.goto(explorer + path)
    return page


@pytest.mark.parametrize("thing", PAGES)
def test_no_violation_no_breach_and_nothing_scrolls_sideways(look: Look, explorer: str, thing: str) -> None:
    page = look.at(f"{explorer}/{look.lang}/doc/{thing}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert objections(page) == []
    assert (look.breaches, look.complaints) == ([], [])


def test_names_on_the_small_map_are_not_on_each_other(browser: Browser, explorer: str) -> None:
    page = opened(browser, explorer, "/da/doc/actor/norddjurs-kommune")
    boxes = page.locator(".ego text").evaluate_all(
        "texts => texts.map(one => one.getBoundingClientRect()).map(box => [box.left, box.top, box.right, box.bottom])"
    )
    page.context.close()
    assert len(boxes) > 10
    for number, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
            assert apart, (boxes[number], other)


def test_a_mark_leads_to_the_passage_and_back(browser: Browser, explorer: str) -> None:
    page = opened(browser, explorer, "/da/doc/agreement/au-2022")
    page.locator(".lead .mark").first.click()
    expect(page.locator(".types")).to_contain_text("kildested", ignore_case=True)
    expect(page.get_by_role("link", name="Aftalen med Aarhus Universitet, 2022-2025")).to_be_visible()
    page.context.close()


def test_the_exact_days_are_there_on_demand_by_keyboard(browser: Browser, explorer: str) -> None:
    page = opened(browser, explorer, "/da/doc/agreement/au-2022")
    fold = page.locator(".facts details.bounds").first
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(fold.locator(".days")).to_have_text("Begynder 1. januar 2022. Slutter 31. december 2025.")
    page.context.close()


def test_a_figure_leads_to_its_page(browser: Browser, explorer: str) -> None:
    page = opened(browser, explorer, "/en/doc/cooperation/norddjurs-aarhus-universitet")
    page.locator(".ego a.figure", has_text="Norddjurs Municipality").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Norddjurs Municipality")
    page.context.close()


def test_paper_has_the_tables_whole(browser: Browser, explorer: str) -> None:
    page = opened(
        browser, explorer, "/da/doc/actor/norddjurs-kommune", viewport={"width": 800, "height": 1000}
    )
    page.emulate_media(media="print")
    wide = page.locator(".wide").evaluate_all("boxes => boxes.map(box => getComputedStyle(box).overflowX)")
    page.context.close()
    assert set(wide) == {"visible"}
