"""A real browser, offline, that notes whatever a page asks for and complains about."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, Literal

import networkx as nx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, sync_playwright
from tests.browser.accessibility import EYES, Look, Noted

from samspil.maps import render_map
from samspil.maps.stories import read_stories
from samspil.network import Network
from samspil.pipeline import Register, draw
from samspil.project import Project

Scheme = Literal["light", "dark"]

# Its headless shell opens a page three times as fast as the whole of it.
CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
)


@dataclass
class Visit(Noted):
    """One opened page; `requests` is what it asked for beside itself."""

    address: str
    requests: list[str] = field(default_factory=list, init=False)

    def see(self, fragment: str = "") -> Page:
        """Open the page anew at a view."""
        self.page.goto("about:blank")
        self.page.goto(self.address + (f"#{fragment}" if fragment else ""))
        return self.page

    @property
    def objections(self) -> list[str]:
        """Return all that a page on its own, in good order, would not have done."""
        return self.requests + self.complaints + self.breaches


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return Chromium; without it the tests fail, for a map that nobody has opened is not tested.

    One for each file: while Playwright runs, its thread has an event loop, and no other test can run one of its own.
    """
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.fail("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="module", params=EYES, ids=lambda eyes: "-".join(eyes[:2]))
def look(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Look]:
    """Return each pair of eyes in turn, with a page that the tests of a file share."""
    look = Look.by(browser, request.param)
    yield look
    look.page.context.close()


class Visitor:
    """Opens pages from files, each in a fresh profile that cannot reach any network."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        """Take the browser and a folder to put pages into."""
        self._browser = browser
        self._folder = folder
        self._contexts: list[BrowserContext] = []

    def open(self, text: str, fragment: str = "", scheme: Scheme = "light", **profile: Any) -> Visit:
        """Open a page; without motion its map stands still at once. `profile` is what else the browser is set to."""
        file = self._folder / f"kort æøå {len(self._contexts)}.html"
        file.write_text(text, encoding="utf-8")
        settings: dict[str, Any] = {"reduced_motion": "reduce", "viewport": {"width": 1280, "height": 900}}
        context = self._browser.new_context(offline=True, color_scheme=scheme, **{**settings, **profile})
        self._contexts.append(context)
        visit = Visit(context.new_page(), file.as_uri())
        self._judge(context, visit)
        visit.page.goto(visit.address + fragment)
        return visit

    def _judge(self, context: BrowserContext, visit: Visit) -> None:
        """Let the page have itself and nothing else, and note what happens."""

        def judge(route: Route, request: Request) -> None:
            if request.url.partition("#")[0] == visit.address:
                route.continue_()
            else:
                visit.requests.append(request.url)
                route.abort()

        context.route("**/*", judge)

    def close(self) -> None:
        """Close every page."""
        for context in self._contexts:
            context.close()


@pytest.fixture
def visitor(browser: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """Return what opens pages; every page is closed afterwards."""
    visitor = Visitor(browser, tmp_path)
    yield visitor
    visitor.close()


@pytest.fixture(scope="module")
def lasting_visitor(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """Return what opens pages that all tests of a file share."""
    visitor = Visitor(browser, tmp_path_factory.mktemp("pages"))
    yield visitor
    visitor.close()


@pytest.fixture(scope="session")
def network(register: Register) -> Network:
    """Return the network of the shipped register."""
    return draw(register)


@pytest.fixture(scope="session")
def shipped(network: Network) -> str:
    """Return the map of the shipped register, with the story that ships."""
    return render_map(network, stories=read_stories(Project.shipped().story_files()))


def partners(network: Network, lines: "nx.Graph[str]") -> "nx.Graph[str]":
    """Return the actors, tied where a line ties them or where they meet in a cooperation of several."""
    tied: nx.Graph[str] = nx.Graph()
    tied.add_nodes_from(iri for iri, hub in network.nodes(data="is_hub") if not hub)
    tied.add_edges_from((a, b) for a, b in lines.edges if a != b and a in tied and b in tied)
    for place, of in network.nodes(data=True):
        if of["is_hub"]:
            tied.add_edges_from(combinations((one for one in lines[place] if one in tied), 2))
        for cooperation in of["bears"]:
            met = {
                end
                for a, b, of in network.edges(data=True)
                if of["relation"] == cooperation
                for end in (a, b)
            }
            tied.add_edges_from(combinations((one for one in met if one in tied), 2))
    return tied


@pytest.fixture(scope="session")
def actors(network: Network) -> "nx.Graph[str]":
    """Return who works with whom on the shipped map, reckoned apart from the code."""
    return partners(network, nx.Graph(network.to_undirected()))


@pytest.fixture(scope="module")
def lasting_visit(lasting_visitor: Visitor, shipped: str) -> Visit:
    """Return the shipped map, opened once for the tests of a file."""
    return lasting_visitor.open(shipped)


@pytest.fixture
def visit(lasting_visit: Visit) -> Iterator[Visit]:
    """Return a visit to the shipped map; whatever a test does there, it asks for nothing and complains of nothing."""
    yield lasting_visit
    assert lasting_visit.objections == []


@pytest.fixture
def page(visit: Visit) -> Page:
    """Return the page of the shipped map as it opens."""
    return visit.see()
