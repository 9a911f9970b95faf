"""How two are tied: every shortest path, or that there is none; and the partners that both have."""

import re

import networkx as nx
import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit
from tests.browser.person import BASE, choose, chosen, find, tab, view

from samspil.network import Network


def name(network: Network, actor: str) -> str:
    """Return the Danish name of an actor."""
    label: str = network.nodes[BASE + actor]["label_da"]
    return label


def chains(page: Page) -> set[tuple[str, ...]]:
    """Return the paths that are listed, each as the names on it."""
    lines = page.locator("#path .routes > li > .chain")
    return {tuple(line.locator("a").all_inner_texts()) for line in lines.all()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("actor/viborg-kommune", "actor/aarhus-airport"),
        ("actor/viborg-kommune", "actor/staus"),
        ("actor/norddjurs-kommune", "actor/aarhus-universitet"),
    ],
)
def test_all_shortest_paths_are_listed(
    page: Page, network: Network, actors: "nx.Graph[str]", one: str, other: str
) -> None:
    tab(page, "path")
    find(page, name(network, one), "path_from")
    find(page, name(network, other), "path_to")
    expect(page.locator("#path .told")).to_be_visible()
    paths = list(nx.all_shortest_paths(actors, BASE + one, BASE + other))
    assert chains(page) == {tuple(network.nodes[iri]["label_da"] for iri in path) for path in paths}
    if len(paths) > 1:
        expect(page.locator("#path .told")).to_contain_text(f"har {len(paths[0]) - 1} led")
        expect(page.locator("#path .told")).to_contain_text(f"{len(paths)} lige korte")
    assert view(page) == f"path={one},{other}"


def test_no_path_is_told(page: Page, network: Network, actors: "nx.Graph[str]") -> None:
    alone = next(iri for iri in sorted(actors) if not actors[iri]).removeprefix(BASE)
    tab(page, "path")
    find(page, name(network, "actor/norddjurs-kommune"), "path_from")
    find(page, name(network, alone), "path_to")
    told = f"Der er ingen vej mellem Norddjurs Kommune og {name(network, alone)}"
    expect(page.locator("#path [role=status]").last).to_contain_text(told)


def test_a_path_that_filters_hide_comes_back(visit: Visit) -> None:
    page = visit.see(
        "path=actor/norddjurs-kommune,actor/aarhus-universitet&without=FormalPartnership,Municipality"
    )
    answer = page.locator("#path .answer")
    expect(answer).to_contain_text("Uden valgene er der en")
    answer.get_by_role("button", name="Ryd alle valg").click()
    expect(page.locator("#path .told")).to_contain_text("De er direkte forbundet.")


@pytest.mark.parametrize("other", ["actor/syddjurs-kommune", "actor/halmstad-kommun", "actor/dima"])
def test_shared_partners(page: Page, network: Network, actors: "nx.Graph[str]", other: str) -> None:
    one = "actor/norddjurs-kommune"
    tab(page, "path")
    choose(page, "ask", "shared")
    find(page, name(network, one), "path_from")
    find(page, name(network, other), "path_to")
    shared = set(nx.common_neighbors(actors, BASE + one, BASE + other))
    assert {names[0] for names in chains(page)} == {network.nodes[iri]["label_da"] for iri in shared}
    if not shared:
        expect(page.locator("#path .answer")).to_contain_text("ingen fælles partnere")
    assert view(page) == f"shared={one},{other}"


def test_ways_are_named_and_ends_are_swapped(visit: Visit) -> None:
    page = visit.see("path=actor/norddjurs-kommune,actor/aarhus-universitet")
    expect(page.locator("#path .steps")).to_contain_text(
        "formelt partnerskab Norddjurs og Aarhus Universitet"
    )
    page.get_by_role("button", name="Byt om").click()
    assert view(page) == "path=actor/aarhus-universitet,actor/norddjurs-kommune"
    page.locator("#path").get_by_role("button", name="Ryd", exact=True).click()
    assert view(page) == ""
    expect(page.locator("#path .answer")).to_have_text("Vælg to aktører.")


def test_a_path_begins_at_the_one_chosen(page: Page) -> None:
    page.evaluate("location.hash = 'focus=actor/aarhus-universitet'")
    expect(chosen(page)).to_have_text("Aarhus Universitet")
    page.get_by_role("button", name="Find vej herfra").click()
    expect(page.locator("#path_from")).to_have_value("Aarhus Universitet")
    expect(page.locator("#path_to")).to_be_focused()
    page.keyboard.type("realdania")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("path=actor/aarhus-universitet,actor/realdania"))


def test_the_same_twice_is_no_path(page: Page) -> None:
    tab(page, "path")
    find(page, "realdania", "path_from")
    find(page, "realdania", "path_to")
    expect(page.locator("#path .answer")).to_have_text("Det er den samme aktør. Vælg to forskellige.")
