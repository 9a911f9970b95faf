"""One actor in the middle: as many steps around it as wanted, the rest faded or gone, and on to the next."""

import re

import networkx as nx
import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit
from tests.browser.person import BASE, choose, chosen, middle, painted, place, rows, shown, tab, view

from samspil.network import Network

DIMA, NORDDJURS = "actor/dima", "actor/norddjurs-kommune"


@pytest.mark.parametrize("steps", [1, 2, 3])
@pytest.mark.parametrize("actor", [DIMA, NORDDJURS, "actor/aarhus-universitet"])
def test_as_many_steps_as_wanted(page: Page, actors: "nx.Graph[str]", actor: str, steps: int) -> None:
    """Hiding the rest leaves exactly those who are so near, and the cooperations between them."""
    page.evaluate("id => { location.hash = `focus=${id}`; }", actor)
    expect(page.locator("input[name=choice-steps][value='1']")).to_be_enabled()
    tab(page, "filter")
    choose(page, "steps", str(steps))
    choose(page, "rest", "hide")
    near = nx.single_source_shortest_path_length(actors, BASE + actor, cutoff=steps)
    left = {BASE + one for one in rows(page, "actors")}
    assert left & set(actors) == set(near)
    assert f"focus={actor}" in view(page)
    assert ("steps=" in view(page)) == (steps > 1)


def test_the_rest_fades_and_is_still_there(page: Page, network: Network) -> None:
    blue = "#0B4F8A"
    [before] = painted(page, blue)
    page.evaluate("location.hash = 'focus=actor/dima'")
    expect(chosen(page)).to_have_text("DIMA")
    assert shown(page, "actors") == (network.number_of_nodes(),) * 2
    page.locator("#map").focus()
    page.keyboard.press("-")
    page.keyboard.press("-")
    page.keyboard.press("-")
    page.keyboard.press("-")
    expect(page).to_have_url(re.compile("at="))
    assert before > 0
    assert painted(page, blue)[0] < before / 4, "what is not near is drawn in a whisper"


def test_arrows_have_a_direction(visit: Visit, network: Network) -> None:
    """What it points to is shown with arrows out alone, what points to it with arrows in alone."""
    arrows = {(a, b) for a, b, of in network.edges(data=True) if of["directed"] and a != b}
    plain = {frozenset((a, b)) for a, b, of in network.edges(data=True) if not of["directed"]}
    alone = {(a, b) for a, b in arrows if (b, a) not in arrows and frozenset((a, b)) not in plain}
    source, target = min((a, b) for a, b in alone if not any(network.nodes[end]["is_hub"] for end in (a, b)))
    source, target = source.removeprefix(BASE), target.removeprefix(BASE)

    def around(actor: str, direction: str) -> set[str]:
        return rows(visit.see(f"focus={actor}&rest=hide&direction={direction}"), "actors")

    assert target in around(source, "out")
    assert target not in around(source, "in")
    assert source in around(target, "in")
    assert source not in around(target, "out")


def test_double_click_walks_on_and_the_browser_walks_back(visit: Visit, shipped: str) -> None:
    x, y = place(shipped, DIMA)
    page = visit.see(f"focus={NORDDJURS}")
    expect(chosen(page)).to_have_text("Norddjurs Kommune")
    page.evaluate(f"location.hash = 'focus={NORDDJURS}&at={x},{y},1'")
    expect(page).to_have_url(re.compile("at="))
    page.mouse.dblclick(*middle(page))
    expect(chosen(page)).to_have_text("DIMA")
    assert view(page) == f"focus={DIMA}"
    page.go_back()
    expect(chosen(page)).to_have_text("Norddjurs Kommune")
    page.go_forward()
    expect(chosen(page)).to_have_text("DIMA")
    assert view(page) == f"focus={DIMA}"


def test_one_in_focus_stands_in_the_middle(visit: Visit) -> None:
    """A click in the middle of the map, a line chosen before, comes back to the one in focus."""
    page = visit.see(f"focus={DIMA}&relation=cooperation/norddjurs-halmstad")
    expect(chosen(page)).to_have_text("Norddjurs og Halmstad")
    page.locator("#details .back a").click()
    expect(chosen(page)).to_have_text("DIMA")
    assert view(page) == f"focus={DIMA}"


def test_names_in_details_walk_on(page: Page) -> None:
    page.evaluate("location.hash = 'focus=actor/norddjurs-kommune'")
    page.locator("#details .tie-end a").filter(has_text="Skovskolen").click()
    expect(chosen(page)).to_have_text("Skovskolen")
    expect(chosen(page)).to_be_focused()
    page.locator("#details .tie-end a").filter(has_text="Norddjurs Kommune").click()
    expect(chosen(page)).to_have_text("Norddjurs Kommune")


def test_escape_lets_go(page: Page) -> None:
    page.evaluate("location.hash = 'focus=actor/dima'")
    expect(chosen(page)).to_have_text("DIMA")
    page.locator("#map").focus()
    page.keyboard.press("Escape")
    expect(chosen(page)).to_have_text("Det valgte")
    assert view(page) == ""
