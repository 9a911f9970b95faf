"""What is in force when: a year or a day, certainly or possibly, played year by year; what has no period says so."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit, Visitor
from tests.browser.person import BASE, choose, rows, shown, view, wait

from samspil.network import Network


def in_force(network: Network, day: str, *, certainly: bool) -> set[str]:
    """Return the relations that may be, or certainly are, in force on a day, by the bounds that Python computed."""
    found = set()
    for *_, of in network.edges(data=True):
        start, late, early, end = (
            of[name] for name in ("earliest_start", "latest_start", "earliest_end", "latest_end")
        )
        possible = (not start or start <= day) and (not end or day <= end)
        certain = bool(possible and late and early and late <= day <= early)
        if certain or (possible and not certainly):
            found.add(of["relation"])
    return found


def relations(page: Page) -> set[str]:
    """Return the IRIs of the relations in the table."""
    return {BASE + re.sub("~.*| .*", "", one) for one in rows(page, "relations")}


@pytest.fixture
def timed(visit: Visit) -> Iterator[Page]:
    """Return the map with its time unfolded."""
    visit.see().locator("#time > summary").click()
    expect(visit.page.locator("#timeline input[type=range]")).to_be_visible()
    yield visit.page


@pytest.mark.parametrize("day", ["2018-06-01", "2024-03-01", "2030-01-01"])
def test_a_day_possibly_and_certainly(timed: Page, network: Network, day: str) -> None:
    timed.locator("#exact-day").fill(day)
    expect(timed).to_have_url(re.compile(f"on={day}"))
    possibly = in_force(network, day, certainly=False)
    assert {one.split(" ")[0] for one in relations(timed)} == possibly
    choose(timed, "certainty", "certain")
    expect(timed).to_have_url(re.compile("certainty=certain"))
    certainly = in_force(network, day, certainly=True)
    assert {one.split(" ")[0] for one in relations(timed)} == certainly
    assert certainly < possibly


def test_a_period_that_nobody_states_is_told(timed: Page, network: Network) -> None:
    undated = {of["relation"] for *_, of in network.edges(data=True) if not of["edtf"]}
    dated = {of["relation"] for *_, of in network.edges(data=True) if of["edtf"]}
    number = len(undated - dated)
    expect(timed.locator(".year-told")).to_have_text(f"Alle år. Uden oplyst periode: {number} forbindelser.")
    timed.get_by_label("Vis kun ét tidspunkt").check()
    timed.locator("#tables").focus()
    column = timed.locator("table:has(#table-relations) tbody")
    expect(column).to_contain_text("ikke oplyst")
    expect(timed.locator("#certainty-means")).to_contain_text(f"({number}) er med")


def test_the_slider_goes_by_keyboard_and_says_its_year(timed: Page, network: Network) -> None:
    slider = timed.locator("#timeline input[type=range]")
    slider.focus()
    timed.keyboard.press("Home")
    first = slider.get_attribute("min")
    assert view(timed) == f"on={first}"
    timed.keyboard.press("ArrowRight")
    year = str(int(first or 0) + 1)
    assert view(timed) == f"on={year}"
    told = slider.get_attribute("aria-valuetext") or ""
    assert told.startswith(f"{year}: ")
    expect(timed.locator(".year-told")).to_have_text(told)
    timed.get_by_role("button", name="Et år tilbage").click()
    assert view(timed) == f"on={first}"
    timed.get_by_label("Vis kun ét tidspunkt").uncheck()
    assert (view(timed), shown(timed, "relations")[0]) == ("", network.number_of_edges())


def test_years_move_the_map_but_not_the_way_back(timed: Page) -> None:
    """A year in the slider takes the place of the one before it: back leads out of time, not through it."""
    before = timed.evaluate("history.length")
    timed.get_by_role("button", name="Et år tilbage").click()
    timed.get_by_role("button", name="Et år tilbage").click()
    assert timed.evaluate("history.length") == before


def test_playing_comes_to_an_end(visitor: Visitor, shipped: str) -> None:
    """From the year before the last: the last one comes, and it stops."""
    visit = visitor.open(shipped, "#on=2024", reduced_motion="no-preference")
    page = visit.page
    last = page.locator("#timeline input[type=range]").get_attribute("max")
    page.evaluate(f"location.hash = 'on={int(last or 0) - 1}'")
    button = page.locator("#timeline .play")
    expect(button).to_have_text("Afspil")
    button.click()
    wait(page, lambda: view(page) == f"on={last}")
    expect(button).to_have_text("Afspil")
    assert visit.objections == []


def test_playing_is_stopped_by_hand(visitor: Visitor, shipped: str) -> None:
    page = visitor.open(shipped, "#on=2016", reduced_motion="no-preference").page
    button = page.locator("#timeline .play")
    button.click()
    expect(button).to_have_text("Stop")
    wait(page, lambda: view(page) != "on=2016")
    button.click()
    expect(button).to_have_text("Afspil")
    year = view(page)
    page.wait_for_timeout(1300)
    assert view(page) == year


def test_nothing_plays_where_motion_is_unwanted(timed: Page) -> None:
    expect(timed.locator("#timeline .play")).to_be_hidden()
