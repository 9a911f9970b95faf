"""The measures on the page are those that Python computes, and size and colour follow them."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect
from tests.browser.person import BASE, rows, tab, taken, view

from samspil.network import Network, communities, measures


def figure(text: str) -> float:
    """Read a number as the page writes it in Danish."""
    return float(re.sub(r"[^\d,-]", "", text).replace(",", "."))


def test_the_table_is_what_the_network_measures(page: Page, network: Network) -> None:
    panel = tab(page, "measures")
    panel.get_by_role("button", name=re.compile("Vis alle")).click()
    of = measures(network).of
    lines = panel.locator("table.ranks tbody tr")
    expect(lines).to_have_count(len(of))
    told: dict[str, list[list[float]]] = {}
    for line in lines.evaluate_all(
        "rows => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
    ):
        told.setdefault(line[0], []).append([figure(cell) for cell in line[1:]])
    expected: dict[str, list[list[float]]] = {}
    for iri, one in of.items():
        shares = [round(100 * one.betweenness, 1), round(100 * one.page_rank, 1)]
        line = [one.degree, round(one.weighted_degree, 1), *shares, round(one.closeness, 2)]
        expected.setdefault(network.nodes[iri]["label_da"], []).append(line)
    for label, numbers in expected.items():
        for mine, theirs in zip(sorted(numbers), sorted(told[label]), strict=True):
            assert mine == pytest.approx(theirs, abs=0.11), label


def test_the_whole_network_in_words(page: Page, network: Network) -> None:
    all_ = measures(network)
    panel = tab(page, "measures")
    told = dict(
        zip(
            panel.locator(".overview dt").all_inner_texts(),
            panel.locator(".overview dd strong").all_inner_texts(),
            strict=True,
        )
    )
    assert figure(told["Tæthed"]) == pytest.approx(100 * all_.density, abs=0.06)
    assert figure(told["Adskilte dele"]) == all_.components
    assert figure(told["Største afstand"]) == all_.diameter
    assert figure(told["Partnere i snit"]) == pytest.approx(all_.mean_degree, abs=0.06)
    expect(panel.locator(".overview dd").nth(1)).to_contain_text(
        f"Den største har {all_.largest_component} af {all_.actors} aktører"
    )
    brokers = [network.nodes[iri]["label_da"] for iri in all_.brokers]
    assert panel.locator(".brokers a").all_inner_texts() == brokers


def test_the_table_is_sorted_by_any_measure(page: Page, network: Network) -> None:
    panel = tab(page, "measures")
    of = measures(network).of
    for heading, measure in (("Mellemled", "betweenness"), ("Nærhed", "closeness"), ("Partnere", "degree")):
        panel.locator("table.ranks").get_by_role("button", name=heading).click()
        first = panel.locator("table.ranks tbody th").first.inner_text()
        most = max(getattr(one, measure) for one in of.values())
        best = {network.nodes[iri]["label_da"] for iri, one in of.items() if getattr(one, measure) == most}
        assert first in best
        expect(panel.locator("table.ranks th[aria-sort=descending]")).to_have_text(heading)


@pytest.mark.parametrize("size", ["degree", "weighted-degree", "betweenness", "page-rank", "closeness"])
def test_size_says_a_measure(page: Page, network: Network, tmp_path: Path, size: str) -> None:
    """In the drawing, the shape of the actor that has most is larger than that of one that has least."""
    panel = tab(page, "measures")
    panel.locator("#look-size").select_option(size)
    assert view(page) == f"size={size}"
    expect(panel.locator("#look-size-means")).to_contain_text("Jo større figur")
    drawn = ElementTree.parse(taken(page, "gexf", tmp_path))  # noqa: S314 (ours)
    space = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}
    sizes: dict[str, float] = {}
    for node in drawn.iterfind(".//g:node", space):
        thick = node.find("viz:size", space)
        assert thick is not None
        sizes[node.attrib["id"]] = float(thick.attrib["value"])
    of = {iri: getattr(one, size.replace("-", "_")) for iri, one in measures(network).of.items()}
    most, least = max(of, key=lambda iri: of[iri]), min(of, key=lambda iri: of[iri])
    by_iri = {iri: value for name, value in sizes.items() for iri in (name, BASE + name)}
    assert by_iri[most] > 1.5 * by_iri[least]


def test_colour_says_the_community(page: Page, network: Network) -> None:
    panel = tab(page, "measures")
    expect(panel.locator(".community-key")).to_be_hidden()
    panel.locator("#look-colour").select_option("community")
    assert view(page) == "colour=community"
    large = [len(one) for one in communities(network) if len(one) > 1]
    numbers = panel.locator(".community-key .number").all_inner_texts()
    assert [int(number) for number in numbers] == sorted(large, reverse=True)[:12]
    panel.locator("#look-colour").select_option("type")
    expect(panel.locator(".community-key")).to_be_hidden()


def test_a_filter_changes_no_measure(page: Page, tmp_path: Path) -> None:
    """A measure says what an actor is in all of the network, whatever is shown now."""

    def measured() -> dict[str, float]:
        file = json.loads(taken(page, "json", tmp_path).read_text())
        return {node["iri"]: node["measures"]["betweenness"] for node in file["nodes"] if node["measures"]}

    before = measured()
    page.evaluate("location.hash = 'without=Ownership'")
    expect(page.locator("#filters .active button").first).to_be_attached()
    after = measured()
    assert after == {iri: before[iri] for iri in after}
    assert rows(page, "actors")
