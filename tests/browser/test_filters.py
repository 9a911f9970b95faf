"""The legend is the filter; so are sources, themes and a text. What they leave is on the map and in the tables."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Visit
from tests.browser.person import BASE, painted, rows, shown, tab, view

from samspil.network import Network, sources_of, themes_of


def legend(page: Page, name: str) -> Locator:
    """Return the row of a type in the legend."""
    exact = page.locator(".type-name").filter(has_text=re.compile(f"^{re.escape(name)}$"))
    return tab(page, "filter").locator("#legend li").filter(has=exact)


@pytest.mark.parametrize("name", ["formelt partnerskab", "ejerskab", "funktionelt samarbejde"])
def test_unticked_relations_leave_map_and_tables(page: Page, network: Network, name: str) -> None:
    lines = [of["relation"] for *_, of in network.edges(data=True) if of["type_da"] == name]
    row = legend(page, name)
    expect(row.locator(".number")).to_have_text(str(len(set(lines))))
    row.locator("input").uncheck()
    expect(row.locator(".number")).to_have_text(f"0 af {len(set(lines))}")
    left, all_ = shown(page, "relations")
    assert all_ - left == len(lines)
    assert "without=" in view(page)
    row.locator("input").check()
    expect(row.locator(".number")).to_have_text(str(len(set(lines))))
    assert view(page) == ""


def test_unticked_colour_leaves_the_canvas(page: Page) -> None:
    assert painted(page, "#B4460B")[0] > 20
    legend(page, "strategisk samarbejde").locator("input").uncheck()
    assert painted(page, "#B4460B") == [0]


def test_unticked_actors_leave_with_their_relations(page: Page, network: Network) -> None:
    kind = {iri for iri, of in network.nodes(data=True) if of["type_da"] == "kommune"}
    legend(page, "kommune").locator("input").uncheck()
    left = {BASE + one for one in rows(page, "actors")}
    assert left == {iri for iri in network if iri not in kind}
    ends = [one for one in network.edges if not kind & {one[0], one[1]}]
    assert shown(page, "relations")[0] == len(ends)


def test_only_one_type_and_all_again(page: Page, network: Network) -> None:
    formal = [1 for *_, of in network.edges(data=True) if of["type_da"] == "formelt partnerskab"]
    legend(page, "formelt partnerskab").get_by_role("button", name="Vis kun formelt partnerskab").click()
    assert shown(page, "relations")[0] == len(formal)
    page.locator("#legend .legend-group").first.get_by_role("button", name="Vis alle", exact=True).click()
    assert view(page) == ""


def test_one_source(page: Page, network: Network) -> None:
    """The relations that it states, and no others."""
    tab(page, "filter")
    box = page.locator("#filters fieldset.many").first
    row = box.locator("li").filter(has_text="Notat om partnerskaber").first
    name, number = row.locator("label > span").inner_text().rsplit(" ", 1)
    row.locator("input").check()
    of = {
        relation
        for relation in sorted(of["relation"] for *_, of in network.edges(data=True))
        if any(source.document_da == name for source in sources_of(network, relation))
    }
    assert len(of) == int(number)
    lines = [1 for *_, line in network.edges(data=True) if line["relation"] in of]
    assert shown(page, "relations")[0] == len(lines)
    expect(page.locator("#filters .active")).to_contain_text(f"Kilde: {name}")


def test_one_theme(page: Page, network: Network) -> None:
    lines = [(of["relation"], theme) for *_, of in network.edges(data=True) for theme in of["themes"]]
    theme = lines[0][1]
    name = themes_of(network)[theme].label_da
    few = {relation for relation, one in lines if one == theme}
    box = tab(page, "filter").locator("#filters fieldset.many").nth(1)
    row = box.locator("li").filter(has_text=name).first
    expect(row.locator(".number")).to_have_text(str(len(few)))
    row.locator("input").check()
    assert shown(page, "relations")[0] == sum(one == theme for _, one in lines)


def test_a_text_and_everything_again(page: Page, network: Network) -> None:
    tab(page, "filter")
    page.locator("#filter-text").fill("halmstad")
    expect(page).to_have_url(re.compile("text=halmstad"))
    left = rows(page, "actors")
    assert {"actor/halmstad-kommun", "actor/norddjurs-kommune"} <= left
    assert 0 < len(left) < network.number_of_nodes() / 3
    expect(page.locator("#filters .active")).to_contain_text("Navn med »halmstad«")
    page.get_by_role("button", name="Ryd alle valg").click()
    expect(page.locator("#filter-text")).to_have_value("")
    assert (view(page), shown(page, "actors")[0]) == ("", network.number_of_nodes())


def test_a_long_list_is_searched(page: Page) -> None:
    box = tab(page, "filter").locator("#filters fieldset.many").first
    all_ = box.locator("li").count()
    box.get_by_label("Søg i kilderne").fill("aarhus")
    expect(box.locator("[role=status]")).to_contain_text(f"af {all_} passer")
    assert 0 < box.locator("li:visible").count() < all_


def test_choices_are_lifted_one_by_one(visit: Visit) -> None:
    page = visit.see("without=Ownership,Municipality&text=aarhus&on=2024")
    chips = page.locator("#filters .active button")
    number = chips.count()
    assert number >= 4
    chips.filter(has_text="ejerskab").click()
    assert view(page) == "without=Municipality&text=aarhus&on=2024"
    chips.filter(has_text="aarhus").click()
    assert view(page) == "without=Municipality&on=2024"


def test_when_nothing_is_left_the_way_back_is_told(page: Page, network: Network) -> None:
    page.evaluate("location.hash = 'text=findes-ikke'")
    notice = page.locator("#notice")
    expect(notice).to_contain_text("Intet er tilbage")
    assert shown(page, "relations")[0] == 0
    notice.get_by_role("button", name="Vis alt igen").click()
    expect(notice).to_be_empty()
    assert shown(page, "actors")[0] == network.number_of_nodes()
