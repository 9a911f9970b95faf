"""What is told about the one that is chosen: its names, numbers, agreements, times, and where each statement stands."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Visit, Visitor
from tests.browser.person import BASE, chosen
from tests.maps.samples import rich_sample

from samspil.maps import render_map
from samspil.network import Network, facts_of, sources_of

NORDDJURS, HALMSTAD = "actor/norddjurs-kommune", "cooperation/norddjurs-halmstad"


def section(page: Page, heading: str) -> Locator:
    """Return the facts under a heading."""
    title = page.get_by_role("heading", name=heading, exact=True)
    return page.locator("#details section.facts").filter(has=title)


def test_identifiers(visit: Visit, network: Network) -> None:
    numbers = section(visit.see(f"focus={NORDDJURS}"), "Numre og koder")
    told = [fact for fact in facts_of(network, BASE + NORDDJURS) if fact.kind == "identifier"]
    assert told
    for fact in told:
        expect(numbers).to_contain_text(fact.value_da)
        if fact.href:
            expect(numbers.get_by_role("link", name=fact.value_da, exact=True)).to_have_attribute(
                "href", fact.href
            )


def test_agreements_with_their_periods(visit: Visit, network: Network) -> None:
    page = visit.see(f"relation={HALMSTAD}")
    expect(chosen(page)).to_have_text("Norddjurs og Halmstad")
    told = [fact for fact in facts_of(network, BASE + HALMSTAD) if fact.kind == "agreement"]
    assert len(told) > 2
    expect(section(page, "Aftaler").locator("li.fact")).to_have_count(len(told))
    expect(section(page, "Aftaler")).to_contain_text(
        re.compile(r"\((1\. januar )?2021 – (31\. december )?2024\)")
    )
    page.locator("#language").click()
    expect(section(page, "Agreements").locator("li.fact")).to_have_count(len(told))
    expect(section(page, "Agreements")).to_contain_text("Action plan 2021-2024 with Halmstad")


def test_every_statement_tells_where_it_stands(visit: Visit, network: Network) -> None:
    """Each line has its own fold of passages or says that no source is known; the fold has the documents' names."""
    page = visit.see(f"relation={HALMSTAD}")
    lines = page.locator("#details li.fact")
    assert lines.count() > 5
    for line in lines.all():
        assert line.locator(".cited-fold, .unsourced").count() >= 1
    fold = page.locator("#details .kind .cited-fold")
    fold.locator("summary").click()
    sources = sources_of(network, BASE + HALMSTAD)
    for source in sources:
        expect(fold).to_contain_text(source.document_da)
        expect(fold).to_contain_text(source.locator)


def test_relations_tell_their_sources_too(visit: Visit) -> None:
    page = visit.see(f"focus={NORDDJURS}")
    ties = page.locator("#details .tie-list > li")
    assert ties.count() > 10
    for tie in ties.all():
        assert tie.locator(".cited-fold, .unsourced").count() == 1


def test_a_period_in_words_and_its_exact_bounds(visitor: Visitor) -> None:
    page = visitor.open(render_map(rich_sample()), "#relation=cooperation/formal").page
    details = page.locator("#details")
    expect(details).to_contain_text("2022 – 2025")
    details.get_by_text("Præcise grænser").click()
    expect(details).to_contain_text("Begynder tidligst: 1. januar 2022")
    expect(details).to_contain_text("Slutter senest: 31. december 2025")
    expect(details).to_contain_text("Skrevet som EDTF: 2022/2025")


def test_what_no_source_tells_is_named(visit: Visit) -> None:
    page = visit.see("relation=cooperation/norddjurs-realdania")
    expect(chosen(page)).to_have_text("Norddjurs og Realdania")
    expect(page.locator("#details")).to_contain_text("Ikke oplyst: aftaler, temaer, møder.")


def test_a_body_that_carries_a_cooperation_bears_both_names(visit: Visit) -> None:
    page = visit.see("focus=actor/dima")
    expect(page.locator("#details")).to_contain_text("Samarbejdet i DIMA")
    page = visit.see("focus=cooperation/kulturregion-trekantomraadet")
    expect(page.locator("#details .tie-group").first).to_contain_text("Parter")
    expect(page.locator("#details .tie-group").first).to_contain_text("Fredericia Kommune")


def test_the_page_of_a_thing_is_of_the_web(visit: Visit) -> None:
    page = visit.see(f"focus={NORDDJURS}")
    link = page.locator("#details .its-page a")
    expect(link).to_have_attribute("href", BASE + NORDDJURS)
    expect(link).to_have_attribute("rel", re.compile("noopener"))
    out = page.locator("#details a:not([href^='#'])").evaluate_all(
        "all => all.map((a) => a.getAttribute('href'))"
    )
    assert len(out) > 3
    assert not [address for address in out if not address.startswith(("https://", "http://"))]


@pytest.mark.parametrize("prefix", ["../id/", "https://example.org/da/id/"])
def test_pages_of_things_beside_the_map(visitor: Visitor, prefix: str) -> None:
    page = visitor.open(render_map(rich_sample(), pages=prefix), "#focus=actor/dima").page
    link = page.locator("#details .its-page a")
    expect(link).to_have_attribute("href", f"{prefix}actor/dima")


def test_share_gives_the_address_of_this_view(visit: Visit) -> None:
    page = visit.see(f"focus={NORDDJURS}&on=2024")
    page.get_by_role("button", name="Del visning").click()
    status = page.locator("#details .share [role=status]")
    expect(status).not_to_be_empty()
    if "Ctrl+C" in status.inner_text():
        expect(page.get_by_label("Link til visningen")).to_have_value(page.url)
