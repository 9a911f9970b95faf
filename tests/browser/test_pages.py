"""The explorer's pages in a real browser: nothing from elsewhere, nothing against WCAG 2.2 AA, a form that answers."""

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
PAGES = (
    "/",
    "/queries",
    "/queries/agreements/in-force",
    "/queries/agreements/in-force?on=imorgen",
    "/nothing",
)


@pytest.fixture
def page(browser: Browser) -> Any:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def _objections(page: Page) -> list[str]:
    return [one["id"] for one in Axe().run(page, options=WCAG).response["violations"]]


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_objects_to_nothing(page: Page, explorer: str, lang: str, path: str) -> None:
    page.goto(f"{explorer}/{lang}{path}")
    assert _objections(page) == []


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_contrast_holds_in_both_schemes(page: Page, explorer: str, scheme: Literal["dark", "light"]) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{explorer}/da/queries/agreements/in-force")
    assert _objections(page) == []


@pytest.mark.parametrize("path", PAGES[:3])
def test_a_phone_never_scrolls_sideways(page: Page, explorer: str, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{explorer}/da{path}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_pages_ask_only_this_machine(page: Page, explorer: str) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    for path in (*PAGES[:3], "/map"):
        page.goto(f"{explorer}/da{path}")
    assert [url for url in asked if not url.startswith((explorer, "data:"))] == []
    assert complaints == []


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
