"""The library in a real browser: ask, change a choice, take the answer along, in both languages, with keys alone."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.accessibility import Look, objections

PAGES = (
    "/api",
    "/queries?q=aftale",
    "/queries/agreements/everything",
    "/queries/agreements/in-force?actor=Norddjur+Kommune",
    "/queries/provenance/one-source-only?page=2",
)


@pytest.fixture
def page(browser: Browser) -> Any:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_axe_objects_to_nothing_and_nothing_scrolls_sideways(look: Look, explorer: str, path: str) -> None:
    page = look.at(f"{explorer}/{look.lang}{path}")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert objections(page) == []


def test_a_question_is_asked_changed_taken_along_and_read_in_english(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/da/queries?q=kraft dag")
    page.get_by_role("link", name="Aftaler i kraft på en dag").click()
    page.get_by_label("Dagen").fill("2024-03-01")
    page.get_by_label("En af parterne").fill("Aarhus Universitet")
    page.get_by_role("button", name="Svar").click()
    expect(page.get_by_role("row")).to_have_count(2)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV til dansk Excel").click()
    text = waiting.value.path().read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    assert len(text.splitlines()) == 2
    page.get_by_role("link", name="English").click()
    expect(page.get_by_label("One of the parties")).to_have_value("Aarhus University")
    page.get_by_role("link", name="The agreement with Aarhus University, 2022-2025").click()
    expect(page).to_have_url(f"{explorer}/en/doc/agreement/au-2022")


def test_the_address_is_copied_by_a_button(browser: Browser, explorer: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{explorer}/da/queries/agreements/in-force?on=2024-03-01")
    page.get_by_role("button", name="Kopiér").first.click()
    expect(page.get_by_role("button", name="Kopieret")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{explorer}/api/queries/agreements/in-force.xlsx?on=2024-03-01"
    context.close()


def test_everything_works_without_a_script(browser: Browser, explorer: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{explorer}/da/queries/agreements/in-force?actor=Norddjur+Kommune")
    page.get_by_role("link", name="Norddjurs Kommune").first.click()
    expect(page.get_by_role("table")).to_be_visible()
    page.get_by_text("Opdatér det i Power BI").click()
    expect(page.get_by_text("Web.Contents").first).to_be_visible()
    context.close()
