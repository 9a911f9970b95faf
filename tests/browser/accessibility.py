"""What axe-core objects to, and the eyes that every page is looked at with.

Only what it objects to is asked for: to give all that it has looked at takes it longer than to look.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal, TypeAlias

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

__all__ = ["EYES", "Eyes", "looking", "objections"]

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """([context, tags]) => axe.run(context, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]})
    .then(found => found.violations.map(one => [one.id, one.nodes.slice(0, 5).map(node => node.html.slice(0, 200))]))"""
# Of a long table or list, a few: each costs axe-core time, and what they are made of is the same in all.
CONTEXT = {"exclude": [["tbody tr:nth-child(n + 5)"], ["main li:nth-child(n + 7)"]]}

Eyes: TypeAlias = tuple[str, Literal["light", "dark"], dict[str, int]]
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
# Language, scheme and screen: each is met, and what one adds to another is the same style sheet for all pages.
EYES: list[Eyes] = [("da", "light", WIDE), ("en", "dark", PHONE)]


def objections(page: Page, context: Any = None, more: tuple[str, ...] = ("best-practice",)) -> list[Any]:
    """Return what axe-core objects to on a page as it stands, by rule and element: WCAG 2.2 AA, and what is good."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found: list[Any] = page.evaluate(RUN, [context or CONTEXT, [*WCAG, *more]])
    return found


@contextmanager
def looking(browser: Browser, eyes: Eyes) -> Iterator[Page]:
    """Give a page as some eyes see it."""
    _, scheme, screen = eyes
    context = browser.new_context(color_scheme=scheme, viewport=screen)  # type: ignore[arg-type]  # width and height
    yield context.new_page()
    context.close()
