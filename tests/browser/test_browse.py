"""Finding one's way in a real browser: suggestions, the keyboard alone, no JavaScript, both languages, paper."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.accessibility import objections


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """Return a page whose browser runs no script."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def type_into_header(page: Page, text: str) -> Any:
    """Type into the field of the header; return its list of suggestions."""
    field = page.get_by_role("combobox").first
    field.press_sequentially(text)
    options = page.get_by_role("listbox").first
    expect(options).to_be_visible()
    return options


def test_suggestions_lead_to_a_page_by_keyboard_alone(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/da/about")
    for _ in range(3):  # skip link, name, field
        page.keyboard.press("Tab")
    page.keyboard.type("kobenhavns")
    field = page.get_by_role("combobox").first
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    first = page.get_by_role("option").first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{explorer}/da/doc/actor/koebenhavns-universitet")


def test_enter_without_a_choice_searches(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/da/actors")
    type_into_header(page, "klima")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{explorer}/da/search?q=klima")


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/da/")
    options = type_into_header(page, "nord")
    page.keyboard.press("Escape")
    expect(options).to_be_hidden()
    expect(page.get_by_role("combobox").first).to_have_value("nord")


def test_past_the_last_suggestion_stands_what_was_typed(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/da/")
    with page.expect_response(lambda response: response.url.endswith("q=halmstad")) as waiting:
        type_into_header(page, "halmstad")
    count = len(waiting.value.json()["suggestions"])
    expect(page.get_by_role("option")).to_have_count(count)
    for _ in range(count + 1):
        page.keyboard.press("ArrowDown")
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(0)
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")


def test_a_suggestion_can_be_clicked(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/en/")
    type_into_header(page, "VIA")
    page.get_by_role("option", name="VIA University College").first.click()
    page.wait_for_url(f"{explorer}/en/doc/**")


def test_a_reader_who_hears_is_told_how_many_there_are(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/da/about")
    type_into_header(page, "norddjurs")
    expect(page.get_by_role("status").first).to_have_text("8 forslag")
    page.get_by_role("combobox").first.fill("xyzzyq")
    expect(page.get_by_role("status").first).to_have_text("Ingen forslag")
    expect(page.get_by_role("listbox").first).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_objects_to_nothing_while_suggestions_are_open(page: Page, explorer: str, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{explorer}/da/")
    type_into_header(page, "norddjurs")
    page.keyboard.press("ArrowDown")
    assert objections(page) == []


def test_without_javascript_search_lists_and_languages_work(plain: Page, explorer: str) -> None:
    plain.goto(f"{explorer}/da/")
    plain.locator("#find-main").fill("aarhus universitet")
    plain.locator("form.large button").click()
    expect(plain.get_by_role("heading", name="Aktører")).to_be_visible()
    plain.get_by_role("link", name="Samarbejder", exact=True).click()
    plain.get_by_role("link", name="formelt partnerskab").click()
    expect(plain.locator("#found")).to_have_text("3 af 18")
    plain.get_by_label("I kraft den").fill("2024-06-01")
    plain.get_by_role("button", name="Vis").click()
    expect(plain.locator("#found")).to_have_text("3 af 18")
    plain.get_by_role("link", name="Fjern: formelt partnerskab").click()
    expect(plain.locator("#found")).to_have_text("4 af 18")
    plain.get_by_role("link", name="English").click()
    expect(plain.locator("#found")).to_have_text("4 of 18")


@pytest.mark.parametrize("path", ["/search?q=klima&kind=source", "/actors?type=Company&page=1", "/about"])
def test_the_other_language_shows_the_same_page_and_back(page: Page, explorer: str, path: str) -> None:
    page.goto(f"{explorer}/da{path}")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{explorer}/en{path}")
    page.get_by_role("link", name="Dansk").click()
    page.wait_for_url(f"{explorer}/da{path}")


def test_the_skip_link_leads_past_the_menu(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/da/actors")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til indhold")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Navn eller nummer indeholder")).to_be_focused()


def test_paper_has_what_is_read_and_not_what_is_pressed(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/da/agreements")
    page.emulate_media(media="print")
    for gone in (".menu", ".find", ".facets", "form", ".twin"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.get_by_role("heading", name="Aftaler")).to_be_visible()
    expect(page.locator(".rows li")).to_have_count(7)


def test_a_phone_has_the_list_before_the_choices_and_a_way_to_them(page: Page, explorer: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{explorer}/da/actors")
    page.get_by_role("link", name="Flere valg").click()
    expect(page.get_by_role("heading", name="Afgræns listen")).to_be_in_viewport()
    assert page.locator(".rows").bounding_box()["y"] < page.locator(".facets").bounding_box()["y"]  # type: ignore[index]
