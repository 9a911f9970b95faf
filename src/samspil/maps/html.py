"""The page of a map: pyvis carries nodes and relations, our own template shows them, nothing is fetched.

The page holds two inline blocks that do something (our script with vis-network inside, our style sheet) and one
that is only read (the data as JSON). Its Content-Security-Policy names the hash of each and allows nothing else,
so that text from a source could not run even if it got past the escaping.
"""

import base64
import hashlib
from collections.abc import Iterable
from importlib.resources import as_file

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pyvis.edge import Edge as Line
from pyvis.network import Network as Canvas
from pyvis.node import Node as Dot

from samspil.errors import UnknownName
from samspil.maps.assets import TEMPLATES, read_script, read_styles
from samspil.maps.data import page_data
from samspil.maps.drawing import draw
from samspil.maps.stories import Story
from samspil.maps.tables import headings, static_tables
from samspil.maps.things import Drawing
from samspil.maps.views import View
from samspil.maps.wire import JSON, Texts, carried, edge_record, node_record
from samspil.maps.words import LANGUAGES, WORDS, Pair
from samspil.network import Network

__all__ = ["render_map"]


def render_map(
    network: Network,
    *,
    lang: str = "da",
    title: str | Pair | None = None,
    view: View | None = None,
    stories: Iterable[Story] = (),
    pages: str = "",
) -> str:
    """Return a page that shows the network as a map and as tables, in Danish and English.

    `lang` is the language in which it opens. `title` is the heading, in one text or in both languages; without it,
    the heading says who has the most relations. `view` is what it shows when it opens, by the settings of
    `samspil.maps.views`; the page holds everything all the same. `stories` can be told on it. `pages` begins the
    address of the page about a thing; without it, a thing links to its IRI. The same network gives the same bytes.

    Raises UnknownName for another language than da and en, for what a view names and the map does not have, and for
    a colour, dash or shape that the map cannot draw; ParameterError for a value in a view; InvalidStory; and
    UnreadableInput when the script was never made.
    """
    if lang not in LANGUAGES:
        raise UnknownName("language", lang, LANGUAGES)
    drawing, texts = draw(network), Texts()
    say = headings(drawing, title)
    style, script = read_styles(), read_script()
    with as_file(TEMPLATES) as folder:
        canvas = _canvas(drawing, texts)
        canvas.set_template_dir(str(folder), "map.html")
        canvas.templateEnv = _environment(str(folder))
        canvas.templateEnv.globals |= {
            "lang": lang,
            "w": WORDS,
            "say": say,
            "tables": static_tables(drawing),
            "data": page_data(
                drawing, texts, lang=lang, title=say["heading"], view=view or {}, stories=stories, pages=pages
            ),
            "empty": not drawing.nodes,
            "style": style,
            "script": script,
            "policy": _policy([script], [style]),
        }
        page: str = canvas.generate_html()
    return page


def _environment(folder: str) -> Environment:
    """Return a template environment that escapes everything and refuses a name that is not there."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = JSON  # and `tojson` escapes what could end the block
    environment.filters["carried"] = carried
    return environment


def _canvas(drawing: Drawing, texts: Texts) -> Canvas:
    """Return pyvis's network of the drawing: directed, or it would drop parallel relations; physics off.

    Nodes and edges are pyvis's own, put into its lists as `add_node` and `add_edge` do: those search all that is
    there already at every call, which takes three seconds for 10,000 nodes.
    """
    canvas = Canvas(directed=True)
    canvas.toggle_physics(False)
    for node in drawing.nodes:
        canvas.nodes.append(Dot(node.iri, label=" ", **node_record(node, texts)).options)
    canvas.node_ids = [node.iri for node in drawing.nodes]
    canvas.node_map = dict(zip(canvas.node_ids, canvas.nodes, strict=True))
    for edge in drawing.edges:
        ends = (drawing.nodes[edge.source].iri, drawing.nodes[edge.target].iri)
        canvas.edges.append(Line(*ends, directed=True, **edge_record(edge, texts)).options)
    return canvas


def _policy(scripts: list[str], styles: list[str]) -> str:
    """Return the Content-Security-Policy that lets exactly these blocks work."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(block: str) -> str:
    """Return a block's hash as a policy writes it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()}'"
