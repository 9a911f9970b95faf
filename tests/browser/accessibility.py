"""What axe-core objects to, and the eyes that every page is looked at with.

Only what it objects to is asked for: to give all that it has looked at takes it longer than to look.
"""

from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page

__all__ = ["EYES", "WATCH", "Eyes", "Look", "Noted", "objections"]

# A breach of the page's policy, also one that the console might keep to itself.
WATCH = """window.breaches = [];
const note = (event) => breaches.push(`${event.violatedDirective} ${event.blockedURI}`);
document.addEventListener("securitypolicyviolation", note);"""

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """([context, tags]) => axe
    .run(context, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"], preload: false})
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


@dataclass
class Noted:
    """A page, with all that it asks for and complains about."""

    page: Page
    asked: list[str] = field(default_factory=list, init=False)
    complaints: list[str] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        """Begin to take notes, before anything is opened."""
        self.page.add_init_script(WATCH)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self.hear)

    @property
    def breaches(self) -> list[str]:
        """Return what the policy of the page that is open kept it from."""
        found: list[str] = self.page.evaluate("window.breaches ?? []")
        return found

    def hear(self, message: ConsoleMessage) -> None:
        """Note what a page says."""
        self.complaints.append(message.text)


@dataclass
class Look(Noted):
    """A page as some eyes see it, one address after the other."""

    lang: str
    _address: str = field(default="", init=False)

    @classmethod
    def by(cls, browser: Browser, eyes: Eyes) -> "Look":
        """Open an empty page for some eyes."""
        lang, scheme, screen = eyes
        context = browser.new_context(color_scheme=scheme, viewport=screen)  # type: ignore[arg-type]  # width and height
        return cls(context.new_page(), lang)

    def at(self, address: str) -> Page:
        """Open an address; what was noted at the one before is forgotten."""
        self.asked.clear()
        self.complaints.clear()
        self._address = address
        self.page.goto(address)
        return self.page

    def hear(self, message: ConsoleMessage) -> None:
        """Note what a page says, but for the note that a page which says what is wrong has a status to match."""
        own = message.text.startswith("Failed to load resource") and message.location["url"] == self._address
        if not own:
            super().hear(message)
