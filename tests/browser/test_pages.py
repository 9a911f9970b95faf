"""Every kind of page in a real browser: nothing against WCAG 2.2 AA, nothing from elsewhere, no cookie, no complaint.

Whoever adds a kind of page adds an address of it here, one that has all that such a page can have.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.accessibility import EYES, Look, objections

# Addresses without their language, by the part of the site that shows them.
PAGES = (
    # front and browse
    "/",
    "/actors",
    "/actors?type=Municipality&area=region-midtjylland",
    "/actors?q=atlantis",
    "/cooperations",
    "/agreements?on=2024-06-01&state=certain",
    "/agreements?on=imorgen",
    "/sources",
    "/search",
    "/search?q=norddjurs",
    "/search?q=norddjurs&kind=actor",
    "/search?q=nordjurs+komune",
    "/about",
    "/accessibility",
    "/nothing",
    # questions
    "/queries",
    "/queries/agreements/in-force",
    "/queries/agreements/in-force?on=imorgen",
)
# One that each template shows: the other language, in the other scheme, on a phone.
TEMPLATES = (
    "/",
    "/actors?type=Municipality&area=region-midtjylland",
    "/agreements?on=imorgen",
    "/search?q=norddjurs",
    "/about",
    "/accessibility",
    "/nothing",
    "/queries",
    "/queries/agreements/in-force",
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("look", "path"),
    [(EYES[0], path) for path in PAGES] + [(EYES[1], path) for path in TEMPLATES],
    indirect=["look"],
)
def test_a_page_is_accessible_asks_only_this_machine_and_complains_of_nothing(
    look: Look, explorer: str, path: str
) -> None:
    page = look.at(f"{explorer}/{look.lang}{path}")
    assert [url for url in look.asked if not url.startswith((explorer, "data:"))] == []
    assert look.complaints == []
    assert page.context.cookies() == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways"
    assert page.evaluate("document.querySelectorAll('h1').length") == 1
    assert page.locator("html").get_attribute("lang") == look.lang
    assert objections(page) == []


def test_pages_ask_only_this_machine(page: Page, explorer: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{explorer}/da/map")
    assert [url for url in asked if not url.startswith((explorer, "data:"))] == []


def test_a_question_is_found_asked_and_answered(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/da/")
    page.get_by_role("link", name="Få svar på").click()
    page.get_by_role("link", name="Aftaler i kraft på en dag").click()
    page.get_by_label("Dagen").fill("2024-03-01")
    page.get_by_role("button", name="Svar").click()
    row = page.get_by_role("row").filter(has_text="Aftalen med Aarhus Universitet, 2022-2025")
    expect(row).to_contain_text("31. december 2025")
    expect(row).to_contain_text("Notat om partnerskaber")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("row").filter(has_text="Aarhus University")).to_contain_text("31 December 2025")


def test_the_map_is_reached_from_the_front_page(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/da/")
    page.get_by_role("link", name="Se netværket på et kort").click()
    expect(page.get_by_role("table").first).to_be_visible()
