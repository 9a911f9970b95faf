"""The pages about terms and data in a real browser: nothing against WCAG 2.2 AA, nothing from elsewhere, on a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.accessibility import EYES, Eyes, looking, objections

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


@pytest.mark.parametrize("eyes", EYES, ids=lambda eyes: "-".join(eyes[:2]))
@pytest.mark.parametrize("path", PAGES)
def test_axe_objects_to_nothing_and_nothing_scrolls_sideways(
    browser: Browser, explorer: str, eyes: Eyes, path: str
) -> None:
    with looking(browser, eyes) as page:
        page.goto(f"{explorer}/{eyes[0]}{path}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert objections(page) == []


def test_pages_ask_only_this_machine(page: Page, explorer: str) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    for path in PAGES:
        page.goto(f"{explorer}/da{path}")
    assert [url for url in asked if not url.startswith((explorer, "data:"))] == []
    assert complaints == []


def test_reader_goes_from_a_word_to_a_thing_and_changes_language(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/da/ontology")
    page.get_by_role("link", name="aftale", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aftale")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Agreement")
    page.get_by_role("link", name="The agreement with Aarhus University, 2022-2025").click()
    expect(page).to_have_url(f"{explorer}/en/doc/agreement/au-2022")
