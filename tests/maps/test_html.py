"""The page of a map: complete, alone in the world, and deaf to what its texts say."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from tests.maps.samples import (
    ACTORS,
    HOSTILE,
    MUNICIPALITY,
    PARTNERSHIP,
    RELATIONS,
    SOURCES,
    hostile_sample,
    sample,
)

from samspil.errors import UnknownName
from samspil.maps import render_map
from samspil.maps.colours import contrast, legible
from samspil.maps.drawing import draw
from samspil.maps.legend import DARK, LIGHT
from samspil.maps.words import WORDS
from samspil.network import network_from

# Attributes through which an element fetches something or runs something.
FETCHING = {"src", "srcset", "action", "formaction", "data", "poster", "background", "ping", "style"}


class Page(HTMLParser):
    """What a browser would find in a page: its elements with attributes, and the text of its blocks."""

    def __init__(self, text: str) -> None:
        """Read the page."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: list[tuple[str, dict[str, str | None], str]] = []
        self._open = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        self._open = tag in ("script", "style")
        if self._open:
            self.blocks.append((tag, dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        """Note that a block ends."""
        self._open = False

    def handle_data(self, data: str) -> None:
        """Note the text of a block."""
        if self._open:
            tag, attributes, text = self.blocks[-1]
            self.blocks[-1] = (tag, attributes, text + data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of all elements of a name."""
        return [attributes for name, attributes in self.elements if name == tag]

    def policy(self) -> str:
        """Return the Content-Security-Policy."""
        return next(str(meta["content"]) for meta in self.all("meta") if "http-equiv" in meta)

    def data(self) -> dict[str, Any]:
        """Return what the script reads."""
        text = next(text for _, attributes, text in self.blocks if attributes.get("id") == "data")
        found: dict[str, Any] = json.loads(text)
        return found


PAGES = {"usual": sample, "hostile": hostile_sample}


@pytest.fixture(params=PAGES, scope="module")
def page(request: pytest.FixtureRequest) -> Page:
    """Return the page of the usual and of the hostile network."""
    return Page(render_map(PAGES[request.param]()))


def test_nothing_is_fetched(page: Page) -> None:
    for tag, attributes in page.elements:
        assert not FETCHING & set(attributes), tag
        assert tag not in ("iframe", "object", "embed", "base", "img", "video", "audio", "foreignobject")
    assert [link["href"] for link in page.all("link")] == ["data:,"]
    styles = [text for tag, _, text in page.blocks if tag == "style"]
    assert not re.search(r"url\(|@import", "".join(styles))


def test_links_stay_on_the_page(page: Page) -> None:
    assert {str(link["href"])[:1] for link in page.all("a")} == {"#"}


def test_policy_allows_exactly_the_blocks_of_the_page(page: Page) -> None:
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for tag, attributes, text in page.blocks:
        if attributes.get("type") != "application/json":
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            hashes[tag].append(f"'sha256-{digest}'")
    assert page.policy() == (
        f"default-src 'none'; script-src {' '.join(hashes['script'])}; "
        f"style-src {' '.join(hashes['style'])}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert (len(hashes["script"]), len(hashes["style"])) == (1, 1)


def test_hostile_text_makes_no_element_and_no_handler() -> None:
    usual, hostile = Page(render_map(sample())), Page(render_map(hostile_sample()))
    assert {tag for tag, _ in hostile.elements} == {tag for tag, _ in usual.elements}
    assert not [name for _, attributes in hostile.elements for name in attributes if name.startswith("on")]
    assert len(hostile.blocks) == len(usual.blocks) == 3


def test_hostile_text_arrives_whole() -> None:
    text = json.dumps(Page(render_map(hostile_sample())).data(), ensure_ascii=False)
    for hostile in HOSTILE:
        assert json.dumps(hostile, ensure_ascii=False)[1:-1] in text


def test_parallel_relations_are_drawn_apart() -> None:
    data = Page(render_map(sample())).data()
    edges, nodes = data["edges"], data["nodes"]["id"]
    ends = [(nodes[one], nodes[other]) for one, other in zip(edges["source"], edges["target"], strict=True)]
    pair = [number for number, of in enumerate(ends) if set(of) == {"actor/norddjurs", "actor/aarhus"}]
    assert [data["types"][edges["type"][number]]["dash"] for number in pair] == [[], [14, 7]]
    # Both bend clockwise, but they run in opposite directions: one to each side.
    assert [edges["curve"][number] for number in pair] == [0.11, 0.11]
    assert ends[pair[0]] == ends[pair[1]][::-1]


def test_lonely_relation_is_straight() -> None:
    assert Page(render_map(network_from(ACTORS, [PARTNERSHIP], {}))).data()["edges"]["curve"] == [0]


def test_every_line_has_an_address_of_its_own() -> None:
    ids = Page(render_map(sample())).data()["edges"]["id"]
    assert len(set(ids)) == len(ids) == len(RELATIONS)
    assert "cooperation/hub~actor/dima" in ids


def test_same_network_gives_the_same_bytes() -> None:
    turned = network_from(reversed(ACTORS), reversed(RELATIONS), dict(reversed(SOURCES.items())))
    assert render_map(turned) == render_map(sample())


def test_both_languages_are_in_the_page() -> None:
    danish, english = render_map(sample()), render_map(sample(), lang="en")
    for text in (danish, english):
        assert "Norddjurs Kommune" in text
        assert "Norddjurs Municipality" in text
    assert Page(danish).all("html") == [{"lang": "da"}]
    assert Page(english).all("html") == [{"lang": "en"}]


def test_unknown_language_is_refused() -> None:
    with pytest.raises(UnknownName):
        render_map(sample(), lang="sv")


def test_heading_is_the_title_or_what_there_is_to_learn() -> None:
    assert "<h1>Et &lt;kort&gt;</h1>" in render_map(sample(), title="Et <kort>")
    assert "Norddjurs Kommune har flest forbindelser på kortet: 3 ud af 5" in render_map(sample())
    assert "Hvem samarbejder med hvem" in render_map(network_from(ACTORS, [], {}))


def test_tables_without_a_script_have_a_row_for_each_edge_and_node() -> None:
    text = render_map(sample())
    relations, actors = re.findall("<tbody>(.*?)</tbody>", text, re.DOTALL)
    assert relations.count("<tr>") == len(RELATIONS)
    assert actors.count("<tr>") == len(ACTORS)
    assert "Notat, 2024" in relations
    assert "parter ikke oplyst" in actors


def test_too_many_relations_for_a_table_are_counted() -> None:
    many = [replace(PARTNERSHIP, relation=f"{PARTNERSHIP.relation}-{number}") for number in range(501)]
    text = render_map(network_from(ACTORS, many, {}))
    assert "<tbody>" not in text
    assert "Kortet har 503 forbindelser" in text  # with the two cooperations that have no line


def test_legend_counts_a_cooperation_once_however_many_lines_it_has() -> None:
    drawing = draw(sample())
    names = {kind.name[0]: kind.count for kind in drawing.types[: drawing.lines]}
    assert names == {"formelt partnerskab": 1, "strategisk": 1, "politisk": 2, "drives af": 1}
    assert [kind.name[0] for kind in drawing.types[drawing.lines :]] == [
        "kommune",
        "universitet",
        "forening",
        "aktørgruppe",
    ]


def test_lines_stand_out_on_both_papers() -> None:
    for kind in draw(sample()).types:
        assert contrast(kind.line[0], LIGHT) >= 3
        assert contrast(kind.line[1], DARK) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 2) == 21
    assert round(contrast("#777777", "#FFFFFF"), 2) == 4.48
    assert legible("#0B4F8A", LIGHT, 3) == "#0B4F8A"


@pytest.mark.parametrize("colour", ["red", "#FFF", "#12345G", "#000000}*{color:red", "#000000\n", ""])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(UnknownName):
        render_map(network_from([replace(MUNICIPALITY, colour=colour)], [], {}))


def test_unknown_shape_and_dash_are_refused() -> None:
    with pytest.raises(UnknownName, match="blob"):
        render_map(network_from([replace(MUNICIPALITY, node_shape="blob")], [], {}))
    with pytest.raises(UnknownName, match="wavy"):
        render_map(network_from(ACTORS, [replace(PARTNERSHIP, dash="wavy")], {}))


def test_empty_map_says_what_to_do_next() -> None:
    assert "Læg en kilde i mappen data" in render_map(network_from([], [], {}))


def test_long_names_are_broken_and_never_cut() -> None:
    name = "Koordinationsgruppen for samarbejdet om fælles kommuneplan i Trekantområdet"
    drawing = draw(network_from([replace(MUNICIPALITY, label_da=name)], [], {}))
    assert drawing.nodes[0].lines[0].replace("\n", " ") == name
    assert "\n" in drawing.nodes[0].lines[0]


def test_every_word_is_in_both_languages() -> None:
    for danish, english in WORDS.values():
        assert danish and english
        assert re.findall(r"{\w+}", danish) == re.findall(r"{\w+}", english)
