"""Somebody is found: by name, by another name, by an identifier, in either language, without a mouse."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit
from tests.browser.person import chosen, view


def hits(page: Page, text: str) -> list[str]:
    """Write in the search field by keyboard, and return the names of the hits."""
    page.locator("#find").focus()
    page.keyboard.type(text)
    expect(page.locator("#find")).to_have_value(text)
    return page.locator("#find-hits .hit-name").all_inner_texts()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("norddjurs kom", "Norddjurs Kommune"),
        ("NORDDJURS K", "Norddjurs Kommune"),
        ("koebenhavn", "Københavns Universitet"),
        ("Norddjurs Municipality", "Norddjurs Kommune"),
        ("Danish International Manufacturing Academy", "DIMA"),
        ("55133018", "Aarhus Kommune"),
        ("Q240262", "Aarhus Kommune"),
    ],
    ids=["beginning", "capitals", "without-letters", "other-language", "other-name", "cvr", "code"],
)
def test_by_keyboard(page: Page, text: str, found: str) -> None:
    assert hits(page, text)[0] == found
    page.keyboard.press("Enter")
    expect(chosen(page)).to_have_text(found)
    assert view(page).startswith("focus=actor/")


def test_in_english(visit: Visit) -> None:
    page = visit.see("lang=en")
    assert hits(page, "university of cop")[0] == "University of Copenhagen"
    page.keyboard.press("Enter")
    expect(chosen(page)).to_have_text("University of Copenhagen")
    assert view(page) == "focus=actor/koebenhavns-universitet&lang=en"


def test_why_it_was_found_is_told(page: Page) -> None:
    hits(page, "55133018")
    expect(page.locator("#find-hits .hit-why").first).to_contain_text("også kaldt »55133018«")


def test_a_cooperation_of_two_is_found_as_a_relation(page: Page) -> None:
    assert hits(page, "Norddjurs og Halmstad")[0] == "Norddjurs og Halmstad"
    page.keyboard.press("Enter")
    expect(chosen(page)).to_have_text("Norddjurs og Halmstad")
    assert view(page) == "relation=cooperation/norddjurs-halmstad"


def test_arrows_walk_in_the_list_and_escape_closes_it(page: Page) -> None:
    names = hits(page, "kommune")
    field = page.locator("#find")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "find-hit-1")
    expect(page.locator("#find-hit-1")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("kommune")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(chosen(page)).to_have_text(names[1])


def test_a_hit_is_taken_with_the_mouse(page: Page) -> None:
    hits(page, "realdania")
    page.locator("#find-hits [role=option]").first.click()
    expect(chosen(page)).to_have_text("Realdania")


@pytest.mark.parametrize(
    ("lang", "told"),
    [("da", "Intet på kortet hedder »Atlantis«."), ("en", "Nothing on the map is called “Atlantis”.")],
)
def test_nothing_found_is_told(visit: Visit, lang: str, told: str) -> None:
    page = visit.see("" if lang == "da" else f"lang={lang}")
    assert hits(page, "Atlantis") == []
    expect(page.locator("#find-status")).to_have_text(told)
    page.keyboard.press("Enter")
    expect(page.locator("#find-status")).to_have_text(told)
    page.locator("#find").fill("DIMA")
    expect(page.locator("#find-status")).not_to_contain_text("Atlantis")
