"""What a person sees on the map and does there, in the words of the page: tabs, tables, places, files."""

import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from playwright.sync_api import Locator, Page, expect

BASE = "https://w3id.org/samspil/id/"


def address(page: Page) -> str:
    """Return what stands after "#" in the address, as the page itself has it at this moment."""
    href: str = page.evaluate("location.href")
    return href.partition("#")[2]


def view(page: Page) -> str:
    """Return the view that the address tells, decoded, without "#" and without where the camera stands."""
    parts = address(page).split("&")
    return unquote("&".join(part for part in parts if not part.startswith("at=")))


def wait(page: Page, is_so: Callable[[], bool], seconds: float = 8) -> None:
    """Wait until something is so. (The page's policy forbids Playwright's own way, which evaluates a text.)"""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it never came to be so"
        page.wait_for_timeout(30)


def tab(page: Page, name: str) -> Locator:
    """Open a part of the panel by its tab, and return it."""
    page.locator(f"#tab-{name}").click()
    panel = page.locator(f"#panel-{name}")
    expect(panel).to_be_visible()
    return panel


def chosen(page: Page) -> Locator:
    """Return the heading of the details: the name of what is chosen."""
    return page.locator("#details h2")


def find(page: Page, text: str, field: str = "find") -> None:
    """Write in a search field and take the first hit."""
    page.locator(f"#{field}").fill(text)
    expect(page.locator(f"#{field}-hits [role=option]").first).to_be_visible()
    page.locator(f"#{field}").press("Enter")


def choose(page: Page, name: str, value: str) -> None:
    """Choose one of a row of options by its label, whose text stands beside the button."""
    page.locator(f"input[name=choice-{name}][value='{value}']").check()


def shown(page: Page, table: str) -> tuple[int, int]:
    """Return how many rows a table says that it has, and out of how many."""
    numbers = re.findall(r"[\d.,]+", page.locator(f"#table-{table} .number").inner_text())
    few, all_ = (int(re.sub(r"\D", "", number)) for number in numbers)
    return few, all_


def rows(page: Page, table: str) -> set[str]:
    """Return the ids of what stands in a table; the keyboard goes there, which is when rows are made."""
    page.locator("#tables").focus()
    body = page.locator(f"table:has(#table-{table}) tbody tr[data-id]")
    expect(body).to_have_count(shown(page, table)[0])
    ids: list[str] = body.evaluate_all("rows => rows.map((row) => row.dataset.id)")
    return set(ids)


def data(text: str) -> dict[str, Any]:
    """Return what the script of a page reads, from the page's text."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def place(text: str, node: str) -> tuple[int, int]:
    """Return where a node stands on the map of a page, for a camera to be put there: `at=x,y,1`."""
    nodes = data(text)["nodes"]
    at = nodes["id"].index(node)
    return nodes["x"][at], nodes["y"][at]


def middle(page: Page, dx: float = 0, dy: float = 0) -> tuple[float, float]:
    """Return a point of the window: the middle of the map, and so many pixels away from it."""
    box = page.locator("#map").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2 + dx, box["y"] + box["height"] / 2 + dy


# How many pixels of the canvas have about each of some colours. Frames pass before: what was asked for is drawn.
_PAINTED = """(colours) => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
  const canvas = document.querySelector("#map canvas");
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  const data = copy.getImageData(0, 0, canvas.width, canvas.height).data;
  const wanted = colours.map((colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)));
  const like = (at, rgb) => rgb.every((one, channel) => Math.abs(data[at + channel] - one) < 20);
  const near = (at, rgb) => data[at + 3] === 255 && like(at, rgb);
  const count = wanted.map(() => 0);
  for (let at = 0; at < data.length; at += 4) wanted.forEach((rgb, index) => near(at, rgb) && count[index]++);
  done(count);
})))"""


def painted(page: Page, *colours: str) -> list[int]:
    """Return how many pixels of the canvas have about each of the colours."""
    counts: list[int] = page.evaluate(_PAINTED, list(colours))
    return counts


def wait_until_painted(page: Page, colour: str, least: int) -> None:
    """Wait until the canvas has so many pixels of about a colour; fails when that does not come."""
    page.wait_for_function(
        f"async ([colour, least]) => (await ({_PAINTED})([colour]))[0] > least", arg=[colour, least]
    )


def taken(page: Page, name: str, folder: Path) -> Path:
    """Take a file away by its button, and return where it was saved, under the name that it came with."""
    tab(page, "takeaway")
    with page.expect_download() as download:
        page.locator(f"#take-{name}").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    expect(page.locator("#takeaway [role=status]")).to_contain_text(file.name)
    return file


def wide(page: Page) -> int:
    """Return how many pixels of the page lie beside the window."""
    beside: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return beside
