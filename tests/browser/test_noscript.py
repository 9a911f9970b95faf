"""Without JavaScript the page has the same content as tables."""

from playwright.sync_api import expect
from tests.browser.conftest import Visitor

from samspil.maps import render_map
from samspil.network import Network


def test_tables_have_everything(visitor: Visitor, shipped: str, network: Network) -> None:
    visit = visitor.open(shipped, java_script_enabled=False)
    page = visit.page
    assert "Kortet tegnes med JavaScript." in page.locator("noscript").inner_text()
    relations, actors = page.locator("noscript table").all()
    assert relations.locator("tbody tr").count() == network.number_of_edges()
    assert actors.locator("tbody tr").count() == network.number_of_nodes()
    assert "Norddjurs og Halmstad" in relations.inner_text()
    assert "Notat om partnerskaber" in relations.inner_text()
    expect(actors.locator("tbody tr").last).to_be_visible()
    assert visit.requests == []


def test_nothing_dead_is_offered(visitor: Visitor, shipped: str) -> None:
    """What only works with the script is not there: no empty panel, no tab, no button."""
    page = visitor.open(shipped, java_script_enabled=False).page
    for part in ("[role=tablist]", "#map", "#search", "#time", "#language"):
        expect(page.locator(part)).to_be_hidden()


def test_in_english(visitor: Visitor, network: Network) -> None:
    page = visitor.open(render_map(network, lang="en"), java_script_enabled=False).page
    assert "The map is drawn with JavaScript." in page.locator("noscript").inner_text()
    assert "formal partnership" in page.locator("noscript table").first.inner_text()
    assert page.locator("html").get_attribute("lang") == "en"


def test_on_a_phone_nothing_lies_beside_the_window(visitor: Visitor, shipped: str) -> None:
    page = visitor.open(shipped, java_script_enabled=False, viewport={"width": 360, "height": 740}).page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
