"""The pages about terms and data in a real browser: nothing against WCAG 2.2 AA, nothing from elsewhere, on a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.accessibility import Look, objections

PAGES = (
    "/ontology",
    "/data",
    "/doc/model/Cooperation",
    "/doc/model/inForceDuring",
    "/doc/concept/role/party",
    "/doc/concept/role",
    "/doc/shape/Agreement-hasParty",
    "/doc/graph/background",
    "/doc/shape/prefix-sam",
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page of a desk's screen."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_asks_only_this_machine_and_complains_of_nothing(
    look: Look, explorer: str, path: str
) -> None:
    page = look.at(f"{explorer}/{look.lang}{path}")
    assert [url for url in look.asked if not url.startswith((explorer, "data:"))] == []
    assert look.complaints == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert objections(page) == []


def test_reader_goes_from_a_word_to_a_thing_and_changes_language(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/da/ontology")
    page.get_by_role("link", name="aftale", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aftale")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Agreement")
    page.get_by_role("link", name="The agreement with Aarhus University, 2022-2025").click()
    expect(page).to_have_url(f"{explorer}/en/doc/agreement/au-2022")
