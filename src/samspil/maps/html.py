"""The page of a map: pyvis carries nodes and edges, our own template shows them, nothing is fetched.

The page holds three inline blocks that do something (vis-network, our script, our style sheet) and one that
is only read (the data as JSON). Its Content-Security-Policy names the hash of each and allows nothing else,
so that text from a source could not run even if it got past the escaping.
"""

import base64
import hashlib
from dataclasses import asdict
from functools import cache
from importlib.resources import as_file, files
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network as Canvas

from samspil.errors import UnknownName
from samspil.maps.drawing import Drawing, Edge, Node, Type, draw
from samspil.maps.words import LANGUAGES, WORDS, Pair, counted, filled
from samspil.network import Network

__all__ = ["render_map"]

_TEMPLATES: Final = files("samspil.maps") / "templates"
_VIS: Final = "templates/lib/vis-9.1.2/vis-network.min.js"


def render_map(network: Network, *, lang: str = "da", title: str | None = None) -> str:
    """Return a page that shows the network as a map and as tables, in Danish and English.

    `lang` is the language in which it opens. `title` is the heading in both; without it, the heading says who
    has the most relations. The same network gives the same bytes. Raises UnknownName for another language
    than da and en, and for a colour, dash or shape that the map cannot draw.
    """
    if lang not in LANGUAGES:
        raise UnknownName("language", lang, LANGUAGES)
    drawing = draw(network)
    style = _text("map.css") + _type_styles(drawing)
    script, vis = _text("map.js"), _vis()
    with as_file(_TEMPLATES) as folder:
        canvas = _canvas(drawing)
        canvas.set_template_dir(str(folder), "map.html")
        canvas.templateEnv = _environment(str(folder))
        canvas.templateEnv.globals |= {
            "lang": lang,
            "w": WORDS,
            "say": _headings(drawing, title),
            "drawing": drawing,
            "legend": _legend(drawing),
            "rows": _table_rows(drawing),
            "data": _data(drawing, lang),
            "style": Markup(style),  # noqa: S704 (ours, and colours that were checked to be colours)
            "script": Markup(script),  # noqa: S704 (ours)
            "vis": Markup(vis),  # noqa: S704 (the library that pyvis brings)
            "policy": _policy([vis, script], [style]),
        }
        page: str = canvas.generate_html()
    return page


def _environment(folder: str) -> Environment:
    """Return a template environment that escapes everything and refuses a name that is not there."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _canvas(drawing: Drawing) -> Canvas:
    """Return pyvis's network of the drawing: directed, or it would drop parallel edges; physics off."""
    canvas = Canvas(directed=True)
    canvas.toggle_physics(False)
    for node in drawing.nodes:
        canvas.add_node(node.id, **_node(node))
    for edge in drawing.edges:
        canvas.add_edge(edge.source, edge.target, **_edge(edge, drawing))
    return canvas


def _node(node: Node) -> dict[str, Any]:
    """Return what pyvis and our script are told about a node."""
    told = {key: value for key, value in asdict(node).items() if key not in ("id", "iri", "degree")}
    return told | {"label": " "}


def _edge(edge: Edge, drawing: Drawing) -> dict[str, Any]:
    """Return what pyvis and our script are told about a relation."""
    kind = drawing.types[edge.type]
    told = {key: value for key, value in asdict(edge).items() if key not in ("source", "target", "curve")}
    bend = {
        "enabled": True,
        "type": "curvedCW" if edge.curve > 0 else "curvedCCW",
        "roundness": abs(edge.curve),
    }
    return told | {
        "arrows": "to" if kind.directed else "",
        "dashes": list(kind.dash) or False,
        "width": kind.width,
        "smooth": bend if edge.curve else False,
    }


def _data(drawing: Drawing, lang: str) -> dict[str, Any]:
    """Return what our script reads beside nodes and edges."""
    return {
        "lang": lang,
        "words": WORDS,
        "types": [asdict(kind) for kind in drawing.types],
        "sources": [
            {
                "document": (source.document_da, source.document_en),
                "locator": source.locator,
                "passage": (source.passage_da, source.passage_en),
                "page": source.page,
            }
            for source in drawing.sources
        ],
    }


def _headings(drawing: Drawing, title: str | None) -> dict[str, Pair]:
    """Return heading, lead and label of the map with their numbers."""
    counts = {
        "actors": counted("actors", len(drawing.nodes) - drawing.hubs),
        "hubs": counted("hubs", drawing.hubs),
        "relations": counted("relations", len(drawing.edges)),
    }
    return {
        "heading": (title, title) if title else _learned(drawing),
        "lead": filled("lead", **counts),
        "label": filled("map_label", **counts),
    }


def _learned(drawing: Drawing) -> Pair:
    """Return the heading that says what the reader learns: who has the most relations, if one has."""
    actors = sorted((node for node in drawing.nodes if not node.hub), key=lambda node: -node.degree)
    if len(actors) < 2 or actors[0].degree == actors[1].degree:
        return WORDS["who_with_whom"]
    ties, total = str(actors[0].degree), str(len(drawing.edges))
    return filled("most_tied", name=actors[0].name, ties=(ties, ties), all=(total, total))


def _legend(drawing: Drawing) -> dict[str, list[tuple[int, Type]]]:
    """Return the types with their numbers: those of lines, those of shapes."""
    numbered = list(enumerate(drawing.types))
    return {"lines": numbered[: drawing.lines], "shapes": numbered[drawing.lines :]}


def _table_rows(drawing: Drawing) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of both tables, in the order of the legend."""
    nodes = {node.id: node for node in drawing.nodes}
    return {
        "relations": [
            {
                "id": edge.id,
                "source": nodes[edge.source],
                "target": nodes[edge.target],
                "type": drawing.types[edge.type].name,
                "name": edge.name,
                "period": edge.period,
                "cited": drawing.cited(edge.sources),
                "passages": counted("passages", len(edge.sources)),
            }
            for edge in drawing.edges
        ],
        "actors": [
            {
                "node": node,
                "type": drawing.types[node.type].name,
                "cited": drawing.cited(node.sources),
                "passages": counted("passages", len(node.sources)),
            }
            for node in drawing.nodes
        ],
    }


def _type_styles(drawing: Drawing) -> str:
    """Return the rules that give each type its colours, checked to be such, on light and on dark paper."""
    light, dark = (
        "".join(
            f".ink{number}{{stroke:{kind.line[paper]}}}.dot{number}{{fill:{kind.line[paper]}}}"
            f".fill{number}{{fill:{kind.fill[paper]}}}\n"
            for number, kind in enumerate(drawing.types)
        )
        for paper in range(2)
    )
    return f"\n{light}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"


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


def _text(name: str) -> str:
    """Return one of our templates as it is, with the line ends that a browser will hash."""
    return (_TEMPLATES / name).read_text(encoding="utf-8")


@cache
def _vis() -> str:
    """Return vis-network as pyvis brings it."""
    return (files("pyvis") / _VIS).read_text(encoding="utf-8")
