"""axe-core finds nothing against WCAG 2.2 AA: in both languages, light and dark, wherever one gets on the map."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.browser.accessibility import objections
from tests.browser.conftest import Scheme, Visitor
from tests.browser.person import tab
from tests.maps.samples import rich_sample

from samspil.maps import render_map
from samspil.network import network_from

# Of a long table, a few rows: each costs axe-core time, and what they are made of is the same in all.
CONTEXT = {"exclude": [["#tables tbody tr:nth-child(n + 4)"], ["table.ranks tbody tr:nth-child(n + 4)"]]}
WITHOUT_TABLES = {"exclude": [["#tables"]]}
# Other words and other colours, of the same parts: where these are most.
SOME = ("start", "relation", "measures", "story")
NORDDJURS = "focus=actor/norddjurs-kommune"
# Name of a view to its address and the part of the panel that is open; "" for the one that opens by itself.
VIEWS = {
    "start": ("", ""),
    "focus": (f"{NORDDJURS}&on=2024", ""),
    "relation": ("relation=cooperation/norddjurs-halmstad", ""),
    "filtered": ("without=Ownership,Municipality&text=aarhus", "filter"),
    "nothing": ("text=atlantis", "filter"),
    "path": ("path=actor/viborg-kommune,actor/aarhus-airport", ""),
    "measures": ("size=degree&colour=community", "measures"),
    "stories": ("", "story"),
    "story": ("story=norddjurs-og-trekantomraadet/2", ""),
    "takeaway": ("", "takeaway"),
    "geography": ("layout=geography", ""),
    "unknown": ("focus=actor/atlantis", ""),
}


def violations(page: Page, context: Any = None) -> list[Any]:
    """Return what axe-core objects to on a map."""
    return objections(page, context or CONTEXT, more=())


@pytest.mark.parametrize(("lang", "scheme"), [("da", "light"), ("en", "dark")])
def test_no_violation(visitor: Visitor, shipped: str, lang: str, scheme: Scheme) -> None:
    page, found = visitor.open(shipped, f"#lang={lang}", scheme=scheme).page, {}
    for name in VIEWS if lang == "da" else SOME:
        fragment, panel = VIEWS[name]
        page.evaluate(
            "view => { location.hash = view; }", "&".join(part for part in (fragment, f"lang={lang}") if part)
        )
        expect(page.locator("html")).to_have_attribute("lang", lang)
        if panel:
            tab(page, panel)
        found[name] = violations(page, None if name in ("start", "focus") else WITHOUT_TABLES)
    assert {name: one for name, one in found.items() if one} == {}


@pytest.mark.parametrize(("lang", "scheme"), [("da", "dark"), ("en", "light")])
def test_no_violation_with_everything_unfolded(visitor: Visitor, lang: str, scheme: Scheme) -> None:
    page = visitor.open(
        render_map(rich_sample()), f"#focus=actor/norddjurs&lang={lang}&on=2024", scheme=scheme
    ).page
    page.locator("#tables").focus()
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    expect(page.locator("#details h2")).to_be_visible()
    assert violations(page) == []
    page.locator("#find").fill("a")
    expect(page.locator("#find-hits")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("lang", ["da", "en"])
def test_no_violation_on_a_phone(visitor: Visitor, lang: str) -> None:
    profile: dict[str, Any] = {"viewport": {"width": 360, "height": 740}}
    page = visitor.open(render_map(rich_sample()), f"#focus=actor/norddjurs&lang={lang}", **profile).page
    expect(page.locator("#details h2")).to_be_visible()
    assert violations(page) == []
    for name in ("filter", "path", "measures", "story", "takeaway"):
        tab(page, name)
        assert violations(page) == [], name


def test_no_violation_in_an_empty_map(visitor: Visitor) -> None:
    page = visitor.open(render_map(network_from([], [], {}))).page
    expect(page.locator(".empty")).to_be_visible()
    assert violations(page) == []
