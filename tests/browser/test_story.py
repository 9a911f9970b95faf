"""The story that ships, step by step: each tells its text and shows its view, forward and back."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit
from tests.browser.person import data, tab, view

from samspil.maps.stories import Story, read_stories
from samspil.project import Project


@pytest.fixture(scope="module")
def told() -> Story:
    """Return the story that ships."""
    [story] = read_stories(Project.shipped().story_files())
    return story


def words(text: str) -> str:
    """Return a text with its blanks made alike."""
    return re.sub(r"\s+", " ", text).strip()


def at_step(page: Page, number: int, story: Story, shipped: str, lang: int = 0) -> None:
    """Check that a step is told and that its view is on the map."""
    panel = page.locator("#story")
    place = ("Trin {} af {}", "Step {} of {}")[lang].format(number, len(story.steps))
    expect(panel.locator(".story-place")).to_have_text(place)
    step = story.steps[number - 1]
    expect(panel.locator("h3")).to_have_text(step.title[lang])
    assert words(panel.locator(".story-step").inner_text()).endswith(words(step.text[lang]))
    expect(panel.locator("[aria-current=step]")).to_have_text(step.title[lang])
    [wire] = data(shipped)["stories"]
    kept = [part for part in view(page).split("&") if not part.startswith(("story=", "lang="))]
    assert "&".join(kept) == unquote(wire["steps"][number - 1]["view"])


@pytest.mark.parametrize("lang", [0, 1], ids=["da", "en"])
def test_all_steps_forward_and_back(visit: Visit, told: Story, shipped: str, lang: int) -> None:
    page = visit.see("lang=en" if lang else "")
    tab(page, "story").locator(".story-begin").click()
    on = page.get_by_role("button", name=("Næste", "Next")[lang], exact=True)
    back = page.get_by_role("button", name=("Forrige", "Previous")[lang], exact=True)
    expect(back).to_have_attribute("aria-disabled", "true")
    for number in range(1, len(told.steps) + 1):
        at_step(page, number, told, shipped, lang)
        if number < len(told.steps):
            on.click()
    expect(on).to_have_attribute("aria-disabled", "true")
    for number in range(len(told.steps), 0, -1):
        at_step(page, number, told, shipped, lang)
        if number > 1:
            back.click()


def test_by_arrows(page: Page, told: Story, shipped: str) -> None:
    tab(page, "story").locator(".story-begin").focus()
    page.keyboard.press("Enter")
    at_step(page, 1, told, shipped)
    page.keyboard.press("ArrowRight")
    at_step(page, 2, told, shipped)
    page.keyboard.press("ArrowLeft")
    at_step(page, 1, told, shipped)


def test_a_link_leads_to_a_step(visit: Visit, told: Story, shipped: str) -> None:
    [wire] = data(shipped)["stories"]
    page = visit.see(f"story={wire['id']}/3")
    at_step(page, 3, told, shipped)


def test_the_way_back_leads_through_the_steps(page: Page, told: Story, shipped: str) -> None:
    tab(page, "story").locator(".story-begin").click()
    page.get_by_role("button", name="Næste", exact=True).click()
    at_step(page, 2, told, shipped)
    page.go_back()
    at_step(page, 1, told, shipped)


def test_who_looks_around_comes_back_to_the_step(visit: Visit, told: Story, shipped: str) -> None:
    [wire] = data(shipped)["stories"]
    page = visit.see(f"story={wire['id']}/2")
    at_step(page, 2, told, shipped)
    again = page.get_by_role("button", name="Vis trinnet igen")
    expect(again).to_be_hidden()
    page.locator("#tab-filter").click()
    page.locator("#legend").get_by_role("checkbox", name=re.compile("^kommune")).uncheck()
    page.locator("#tab-story").click()
    again.click()
    at_step(page, 2, told, shipped)


def test_who_leaves_keeps_what_is_on_the_map(visit: Visit, shipped: str) -> None:
    [wire] = data(shipped)["stories"]
    page = visit.see(f"story={wire['id']}/2")
    expect(page.locator(".story-place")).to_have_text(re.compile("^Trin 2"))
    page.get_by_role("button", name="Forlad fortællingen").click()
    assert view(page) == unquote(wire["steps"][1]["view"])
    expect(page.locator(".story-begin")).to_be_visible()
