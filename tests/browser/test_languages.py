"""Danish and English: the whole page in one, the whole page in the other, with nothing left behind."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit
from tests.browser.person import chosen

from samspil.maps.words import WORDS

TABS = ("filter", "details", "path", "measures", "story", "takeaway")
VIEWS = (
    "",
    "focus=actor/norddjurs-kommune&on=2024",
    "relation=cooperation/norddjurs-halmstad",
    "path=actor/viborg-kommune,actor/aarhus-airport",
    "layout=geography&colour=community&size=degree&without=Ownership",
)

# All that is read or heard on the page: texts, names, hints and values; what is hidden too.
READ = """() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (!parentElement.closest("script, style, noscript")) texts.push(textContent);
  }
  for (const element of document.body.querySelectorAll("*")) {
    for (const name of ["aria-label", "title", "placeholder", "aria-valuetext", "alt"]) {
      if (element.hasAttribute(name)) texts.push(element.getAttribute(name));
    }
  }
  return [document.title, ...texts].map((text) => text.replace(/\\s+/g, " ").trim()).filter(Boolean);
}"""


def pattern(text: str) -> "re.Pattern[str]":
    """Return what a text looks like with its gaps filled."""
    return re.compile(".+".join(map(re.escape, re.split(r"\{\w+\}", text))) + r"\Z")


def whole(text: str) -> bool:
    """Tell whether a text says something by itself, rather than being a mark or one short word around a gap."""
    return len(re.sub(r"\{\w+\}|[^a-zæøå]", "", text.lower())) > 3


def read(page: Page) -> list[str]:
    """Return all texts of the page, its tables made."""
    page.locator("#tables").focus()
    texts: list[str] = page.evaluate(READ)
    return texts


@pytest.mark.parametrize("fragment", VIEWS)
def test_no_word_of_the_other_language_is_left(visit: Visit, fragment: str) -> None:
    for lang, other in (("en", 0), ("da", 1)):
        page = visit.see("&".join([part for part in (fragment, f"lang={lang}") if part]))
        expect(page.locator("html")).to_have_attribute("lang", lang)
        ours = {text[1 - other] for text in WORDS.values()}
        foreign = [
            pattern(pair[other]) for pair in WORDS.values() if pair[other] not in ours and whole(pair[other])
        ]
        same = [pattern(text) for text in ours if whole(text)]
        texts = [text for text in read(page) if not any(one.match(text) for one in same)]
        assert [text for text in texts if any(one.match(text) for one in foreign)] == []


@pytest.mark.parametrize("fragment", VIEWS)
def test_changing_the_language_is_as_opening_in_it(visit: Visit, fragment: str) -> None:
    page = visit.see(fragment)
    page.locator("#language").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    changed = sorted(read(page))
    opened = sorted(read(visit.see("&".join([part for part in (fragment, "lang=en") if part]))))
    assert [text for text in changed if text not in opened] == []
    assert [text for text in opened if text not in changed] == []


def test_there_and_back_leaves_nothing_behind(page: Page) -> None:
    before = read(page)
    page.locator("#language").click()
    page.locator("#language").click()
    assert read(page) == before


def test_the_button_says_its_language_in_it(page: Page) -> None:
    button = page.locator("#language")
    expect(button).to_have_attribute("lang", "en")
    expect(button).to_have_text("English")
    button.click()
    expect(button).to_have_attribute("lang", "da")
    expect(button).to_have_text("Dansk")


def test_names_of_things_change_too(visit: Visit) -> None:
    page = visit.see("focus=actor/aarhus-universitet")
    expect(chosen(page)).to_have_text("Aarhus Universitet")
    page.locator("#language").click()
    expect(chosen(page)).to_have_text("Aarhus University")
    expect(page.locator("table:has(#table-relations) tbody")).to_contain_text("formal partnership")
    expect(page.locator("#map")).to_have_attribute("aria-label", re.compile("^Map of "))
