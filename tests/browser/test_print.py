"""On paper: map, legend, tables and numbered sources, in light colours, and the address of the view."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit, Visitor
from tests.browser.person import painted


@pytest.fixture
def paper(visit: Visit) -> Page:
    """Return the page as it is about to be printed."""
    page = visit.see("focus=actor/norddjurs-kommune")
    expect(page.locator("#details h2")).to_have_text("Norddjurs Kommune")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return page


@pytest.fixture(autouse=True)
def on_screen_again(lasting_visit: Visit) -> object:
    """Put the shared page back on the screen, and let Chromium choose when it prints."""
    yield
    lasting_visit.page.emulate_media(media="null")


def test_map_legend_and_tables_are_on_paper(paper: Page) -> None:
    for part in (
        "#map canvas",
        "#legend .legend-rows",
        "table:has(#table-relations)",
        "table:has(#table-actors)",
    ):
        expect(paper.locator(part).first).to_be_visible()
    assert painted(paper, "#0B4F8A")[0] > 50
    rows = paper.locator("table:has(#table-relations) tbody tr")
    assert rows.count() > 50
    expect(rows.last).to_be_visible()


def test_sources_are_numbers_on_paper_that_a_list_explains(paper: Page) -> None:
    row = paper.locator("table:has(#table-relations) tbody tr", has_text="Norddjurs og Halmstad")
    expect(row.locator(".cited-fold")).to_be_hidden()
    numbers = row.locator("td:last-child > .on-paper")
    expect(numbers).to_be_visible()
    listed = paper.locator(".footnotes li", has_text="Notat om partnerskaber og samarbejder i Norddjurs")
    expect(listed).to_be_visible()
    explained = {int(one) for one in listed.locator("b").all_inner_texts()}
    assert _spread(numbers.inner_text()) <= explained


def test_every_place_in_a_source_is_explained_once(paper: Page) -> None:
    explained = [int(one) for one in paper.locator(".footnotes b").all_inner_texts()]
    used = set().union(*map(_spread, paper.locator("td > .on-paper").all_inner_texts()))
    assert sorted(explained) == list(range(1, len(explained) + 1))
    assert used == set(explained)


def test_screen_is_as_before_after_printing(paper: Page) -> None:
    paper.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert paper.locator(".footnotes").count() == 1
    paper.evaluate("dispatchEvent(new Event('afterprint'))")
    assert paper.locator(".footnotes, td > .on-paper, #tables details[open]").count() == 0


def _spread(numbers: str) -> set[int]:
    """Return the numbers that a text like "1–3, 7" means."""
    ends = [[int(one) for one in part.split("–")] for part in numbers.split(", ")]
    return {number for run in ends for number in range(run[0], run[-1] + 1)}


def test_paper_has_no_tools(paper: Page) -> None:
    for part in ("#find", "#closer", "#language", "#takeaway button", "[role=tablist]"):
        expect(paper.locator(part).first).to_be_hidden()


def test_paper_says_which_view_it_is(paper: Page) -> None:
    expect(paper.locator("header .on-paper")).to_contain_text("Omkring Norddjurs Kommune")
    expect(paper.locator(".address")).to_contain_text("#focus=actor/norddjurs-kommune")
    expect(paper.get_by_text("Lavet med Samspil")).to_be_visible()


def test_paper_is_light_in_the_dark(visitor: Visitor, shipped: str) -> None:
    page = visitor.open(shipped, scheme="dark").page
    expect(page.locator("#map canvas")).to_be_visible()
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert max(int(one) for one in re.findall(r"\d+", ink)[:3]) < 90
    assert painted(page, "#0B4F8A")[0] > 50


def test_the_whole_becomes_a_document(visit: Visit, tmp_path: Path) -> None:
    """The pages that Chromium prints: few, with the first relation and the last, and words that can be searched."""
    file = tmp_path / "kort.pdf"
    file.write_bytes(visit.see().pdf(format="A4"))
    assert 3 < len(re.findall(rb"/Type\s*/Page\b", file.read_bytes())) < 14
    reader = shutil.which("pdftotext")
    if reader is not None:
        text = subprocess.run(
            [reader, "-layout", file, "-"], capture_output=True, check=True, text=True
        ).stdout
        assert "Forbindelser på kortet" in text
        assert "Norddjurs og Halmstad" in text
