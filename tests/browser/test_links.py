"""Every view is a link: what somebody makes by hand is in the address, and the address makes it again."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit, Visitor
from tests.browser.person import address, chosen, data, painted, shown, view
from tests.maps.samples import sample

from samspil.maps import render_map

NORDDJURS = "focus=actor/norddjurs-kommune"
VIEWS = (
    "",
    NORDDJURS,
    f"{NORDDJURS}&steps=2",
    f"{NORDDJURS}&steps=3&rest=hide",
    f"{NORDDJURS}&direction=out&rest=hide",
    f"{NORDDJURS}&direction=in&rest=hide",
    "relation=cooperation/norddjurs-halmstad",
    "without=Municipality,Ownership",
    "theme=culture",
    "text=aarhus universitet",
    "on=2024",
    "on=2024-02-29&certainty=certain",
    *(f"size={name}" for name in ("degree", "weighted-degree", "betweenness", "page-rank", "closeness")),
    "colour=community",
    "layout=geography",
    "story=norddjurs-og-trekantomraadet/1",
    f"{NORDDJURS}&without=Ownership&on=2024&size=degree&colour=community&layout=geography&lang=en",
    # last, for the path remembers whom it was about when the map goes on to something else
    "path=actor/viborg-kommune,actor/aarhus-airport",
    "shared=actor/norddjurs-kommune,actor/syddjurs-kommune",
)


def seen(page: Page) -> dict[str, object]:
    """Return what a person sees of a view, apart from the drawing: heading, numbers, choices, tabs, language."""
    return {
        "lang": page.locator("html").get_attribute("lang"),
        "chosen": chosen(page).inner_text(),
        "relations": shown(page, "relations"),
        "actors": shown(page, "actors"),
        "tab": page.locator("[role=tab][aria-selected=true]").get_attribute("id"),
        "ticked": page.locator("main input").evaluate_all(
            "all => all.map((one) => one.checked && one.value)"
        ),
        "chosen from lists": page.locator("main select").evaluate_all("all => all.map((one) => one.value)"),
        "answer": page.locator("#path .answer").inner_text(),
        "notice": page.locator("#notice").inner_text(),
    }


@pytest.mark.parametrize("fragment", VIEWS)
def test_a_view_is_an_address_and_back(lasting_visit: Visit, fragment: str) -> None:
    """Reached by changing the address, and opened anew from what the address says then: the same."""
    page = lasting_visit.page
    page.evaluate("view => { location.hash = encodeURI(view); }", fragment)
    expect(page.locator("#map canvas")).to_be_visible()
    first = seen(page)
    reached = view(page)
    assert reached == fragment or fragment.startswith("story=")
    again = lasting_visit.see(address(page))
    expect(again.locator("#map canvas")).to_be_visible()
    second = seen(again)
    assert view(again) == reached
    # A view that is reached keeps the tab that was open; one that is opened has the tab of what it shows.
    assert {**first, "tab": ""} == {**second, "tab": ""}
    assert lasting_visit.objections == []


def test_colleagues_get_the_same_picture(visit: Visit) -> None:
    """With the camera where it was left, down to the pixels."""
    page = visit.see(f"{NORDDJURS}&colour=community")
    page.locator("#closer").click()
    expect(page).to_have_url(re.compile("at="))
    link, fill = address(page), painted(page, "#FBFAF7")[0]
    pictures = []
    for _ in range(2):
        again = visit.see(link)
        expect(chosen(again)).to_have_text("Norddjurs Kommune")
        assert painted(again, "#FBFAF7")[0] == pytest.approx(fill, rel=0.05)
        pictures.append(again.locator("#map canvas").screenshot())
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize(
    ("fragment", "kept"),
    [
        ("focus=actor/atlantis", ""),
        ("focus=actor/atlantis&on=2024", "on=2024"),
        ("without=Atlantis,Ownership", "without=Ownership"),
        ("path=actor/atlantis,actor/dima", ""),
        ("story=atlantis/1", ""),
    ],
)
def test_what_is_not_on_the_map_is_told(visit: Visit, fragment: str, kept: str) -> None:
    page = visit.see(fragment)
    expect(page.locator("#notice")).to_contain_text("tlantis")
    expect(page.locator("#notice")).to_contain_text("Adressen nævner noget, der ikke er på kortet")
    page.locator("#language").click()
    assert view(page) == "&".join([part for part in (kept, "lang=en") if part])


@pytest.mark.parametrize(
    "fragment",
    [
        "%",
        "focus=%ZZ",
        "on=2024-02-30",
        "steps=9",
        "at=1,2",
        "at=NaN,NaN,NaN",
        "=&&==",
        "lang=xx",
        "text=%E0%A4%A",
        "x" * 9999,
    ],
    ids=lambda text: text[:12],
)
def test_an_address_that_makes_no_sense_breaks_nothing(visit: Visit, fragment: str) -> None:
    page = visit.see(fragment)
    expect(page.locator("#map canvas")).to_be_visible()
    expect(page.locator("h1")).to_be_visible()


def test_a_place_on_the_page_is_no_view(visit: Visit) -> None:
    page = visit.see(NORDDJURS)
    page.evaluate("location.hash = 'tables'")
    expect(chosen(page)).to_have_text("Norddjurs Kommune")


def test_a_map_that_opens_with_a_view_can_be_emptied(visitor: Visitor) -> None:
    """Nothing chosen needs an address of its own there: without one, the map opens with its view."""
    visit = visitor.open(render_map(sample(), view={"focus": "dima"}))
    expect(chosen(visit.page)).to_have_text("DIMA")
    visit.page.locator("#whole").click()
    expect(chosen(visit.page)).to_have_text("Det valgte")
    fragment = address(visit.page)
    expect(chosen(visit.see(fragment))).to_have_text("Det valgte")
    expect(chosen(visit.see())).to_have_text("DIMA")


def test_links_in_details_are_addresses_of_views(visit: Visit, shipped: str) -> None:
    """So that they can be copied and opened beside."""
    page = visit.see(NORDDJURS)
    link = page.locator("#details .tie-end a").filter(has_text="Skovskolen")
    expect(chosen(visit.see((link.get_attribute("href") or "")[1:]))).to_have_text("Skovskolen")
    assert data(shipped)["lang"] == "da"
