"""A real browser, offline, that notes whatever a page asks for and complains about."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Request, Route, sync_playwright

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
class Visit:
    """One opened page, with what it asked for beside itself and what it complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Chromium; without it the tests fail, for a map that nobody has opened is not tested."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


class Visitor:
    """Opens pages from files, each in a fresh profile that cannot reach any network."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        """Take the browser and a folder to put pages into."""
        self._browser = browser
        self._file = folder / "kort æøå.html"

    def open(self, text: str, fragment: str = "", scheme: Literal["light", "dark"] = "light") -> Visit:
        """Open a page; without motion its map stands still at once."""
        self._file.write_text(text, encoding="utf-8")
        context = self._browser.new_context(
            offline=True,
            color_scheme=scheme,
            reduced_motion="reduce",
            viewport={"width": 1280, "height": 900},
        )
        visit = Visit(context.new_page())
        own = self._file.as_uri()

        def judge(route: Route, request: Request) -> None:
            if request.url.partition("#")[0] == own:
                route.continue_()
            else:
                visit.requests.append(request.url)
                route.abort()

        context.route("**/*", judge)
        visit.page.on("console", lambda message: visit.complaints.append(message.text))
        visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        visit.page.goto(own + fragment)
        return visit


@pytest.fixture
def visitor(browser: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """Return what opens pages; every page is closed afterwards."""
    yield Visitor(browser, tmp_path)
    for context in browser.contexts:
        context.close()
