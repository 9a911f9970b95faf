"""The same map placed by seats, over land from open data; whoever has no known place stands aside, and is counted."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit, Visitor
from tests.browser.person import BASE, painted, rows, taken, view
from tests.maps.samples import rich_sample, sample

from samspil.maps import render_map
from samspil.network import Network

LAND = "#F1EFE8"


PART = "http://www.w3.org/ns/org#subOrganizationOf"


def aside(network: Network) -> set[str]:
    """Return the actors that stand nowhere: no seat, no parties with one to stand between, nothing to be a part of."""
    stand = {iri for iri, of in network.nodes(data=True) if of["latitude"] is not None}
    ties = list(network.edges(data=True))
    for one, other, of in ties:
        for place, party in ((one, other), (other, one)):
            node = network.nodes[place]
            meets = of["type"] != PART and (node["is_hub"] or of["relation"] in node["bears"])
            if meets and network.nodes[party]["latitude"] is not None:
                stand.add(place)
    stand |= {one for one, other, of in ties if of["type"] == PART and other in stand}
    return {iri for iri, of in network.nodes(data=True) if not of["is_hub"]} - stand


@pytest.mark.parametrize("lang", ["da", "en"])
def test_those_without_a_place_are_counted(visit: Visit, network: Network, lang: str) -> None:
    page = visit.see(f"lang={lang}")
    page.get_by_role("button", name={"da": "Geografi", "en": "Geography"}[lang]).click()
    number = len(aside(network))
    told = {
        "da": f"{number} aktører uden kendt sted står for sig ved siden af.",
        "en": f"{number} actors without a known place stand aside.",
    }
    expect(page.locator("#notice")).to_contain_text(told[lang])
    assert "layout=geography" in view(page)


def test_seats_are_told_in_the_table(visit: Visit, network: Network) -> None:
    page = visit.see("layout=geography")
    placed = {iri: of["seat_da"] for iri, of in network.nodes(data=True) if of["latitude"] is not None}
    assert placed
    rows(page, "actors")
    for iri, seat in placed.items():
        row = page.locator(f"table:has(#table-actors) tr[data-id='{iri.removeprefix(BASE)}']")
        expect(row).to_contain_text(seat)


def test_who_lies_west_stands_to_the_left(page: Page, network: Network, tmp_path: Path) -> None:
    """In what is taken away, places are those of the seats: farther east is to the right, farther north is up."""
    page.get_by_role("button", name="Geografi").click()
    file = json.loads(taken(page, "json", tmp_path).read_text())
    at = {node["iri"]: (node["x"], node["y"]) for node in file["nodes"]}
    seats = [
        (of["longitude"], of["latitude"], iri)
        for iri, of in network.nodes(data=True)
        if of["latitude"] is not None
    ]
    west, east = min(seats)[2], max(seats)[2]
    south, north = min(seats, key=lambda one: one[1])[2], max(seats, key=lambda one: one[1])[2]
    assert at[west][0] < at[east][0]
    assert at[north][1] < at[south][1]


def test_there_is_land(page: Page) -> None:
    paper, sea = page.evaluate("getComputedStyle(document.body).backgroundColor"), painted(page, "#FBFAF7")[0]
    assert paper == "rgb(251, 250, 247)"
    page.get_by_role("button", name="Geografi").click()
    assert view(page) == "layout=geography"
    before = page.locator("#map").screenshot()
    page.get_by_role("button", name="Netværk").click()
    assert page.locator("#map").screenshot() != before
    assert sea > 0


def test_land_is_credited_where_the_map_is_taken_away(page: Page, tmp_path: Path) -> None:
    page.get_by_role("button", name="Geografi").click()
    assert "Natural Earth" in taken(page, "svg", tmp_path).read_text()
    page.get_by_role("button", name="Netværk").click()
    assert "Natural Earth" not in taken(page, "svg", tmp_path).read_text()


def test_one_actor_aside_is_one(visitor: Visitor) -> None:
    page = visitor.open(render_map(rich_sample()), "#layout=geography&without=t:u,t:a").page
    expect(page.locator("#notice")).to_contain_text("Én aktør uden kendt sted står for sig ved siden af.")


def test_without_seats_there_is_no_geography(visitor: Visitor) -> None:
    page = visitor.open(render_map(sample())).page
    expect(page.locator("#map canvas")).to_be_visible()
    expect(page.get_by_role("button", name="Geografi")).to_have_count(0)
