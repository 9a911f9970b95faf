"""The network in small, a picture that leads to the map: those with the most relations, so that it is quick to make."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from samspil.maps.colours import legible
from samspil.maps.layout import place
from samspil.maps.packing import Box, Point
from samspil.network import Network
from samspil.server.browse.looks import DARK, DASHES, LIGHT, SHAPES
from samspil.server.site import site_of
from samspil.settings import LANGUAGES

__all__ = ["ROUTES", "preview"]

_MOST: Final = 70  # nodes: what one sees at a glance
_NAMED: Final = 5  # of them, those whose names are written
_INK: Final = {"light": "#16232E", "dark": "#E9EDEF"}
_PAPER: Final = {"light": LIGHT, "dark": DARK}
_SIZE: Final = 34  # of a shape, in the units of the drawing
_LETTER: Final = 17.0


def preview(network: Network, lang: str, scheme: str) -> str:
    """Return the picture as SVG, in a language, for light or dark paper."""
    most = sorted(
        (node for node, ties in network.degree() if ties), key=lambda node: (-network.degree(node), node)
    )
    part: Network = network.subgraph(most[:_MOST])
    named = {
        node: str(part.nodes[node][f"label_{lang}"]) for node in most[:_MOST] if not _is_hub(network, node)
    }
    named = dict(list(named.items())[:_NAMED])
    boxes = {node: Box(max(_SIZE * 1.5, len(named.get(node, "")) * _LETTER), _SIZE * 2.0) for node in part}
    at = place(boxes, ((one, other) for one, other in part.edges()), aspect=4 / 3)
    drawn = [*_lines(part, at, scheme), *_nodes(part, at, scheme), *_names(named, at, scheme)]
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{_view(at)}">{"".join(drawn)}</svg>'


def _is_hub(network: Network, node: str) -> bool:
    """Tell whether a node is a cooperation of several, whose name stands for its parties."""
    return bool(network.nodes[node]["is_hub"])


def _view(at: Mapping[str, Point]) -> str:
    """Return the frame around all nodes."""
    xs, ys = [x for x, _ in at.values()] or [0.0], [y for _, y in at.values()] or [0.0]
    air = _SIZE * 2.5
    width, height = max(xs) - min(xs) + 2 * air, max(ys) - min(ys) + 2 * air
    return f"{min(xs) - air:.0f} {min(ys) - air:.0f} {width:.0f} {height:.0f}"


def _lines(part: Network, at: Mapping[str, Point], scheme: str) -> list[str]:
    """Return a line for each relation, as the ontology draws it."""
    drawn = []
    for one, other, edge in sorted(
        part.edges(data=True), key=lambda row: (row[0], row[1], row[2]["relation"])
    ):
        colour, dash = legible(edge["colour"], _PAPER[scheme], 3.0), DASHES.get(edge["dash"], "none")
        pattern = "" if dash == "none" else f' stroke-dasharray="{_wider(dash)}"'
        ends = f"M{at[one][0]:.0f} {at[one][1]:.0f}L{at[other][0]:.0f} {at[other][1]:.0f}"
        drawn.append(f'<path d="{ends}" stroke="{colour}" stroke-width="{1 + int(edge["width"])}"{pattern}/>')
    return drawn


def _wider(dash: str) -> str:
    """Return a dash pattern of a sample as it is drawn in the picture, which is seen at half its size."""
    return " ".join(f"{float(part) * 2:g}" for part in dash.split())


def _nodes(part: Network, at: Mapping[str, Point], scheme: str) -> list[str]:
    """Return the shape of each actor; a cooperation of several is a small dot."""
    drawn = []
    for node in sorted(part):
        about = part.nodes[node]
        shape = SHAPES.get(about["node_shape"], SHAPES["small-circle"])
        fill = legible(about["colour"], _PAPER["dark"], 1.0)
        scale = _SIZE / 16 * (0.6 if about["is_hub"] else 1)
        x, y = at[node][0] - 8 * scale, at[node][1] - 8 * scale
        move = f'transform="translate({x:.0f} {y:.0f}) scale({scale:.2f})"'
        drawn.append(f'<g {move} fill="{fill}" stroke="#7A868E" stroke-width="1.3">{shape}</g>')
    return drawn


def _names(named: Mapping[str, str], at: Mapping[str, Point], scheme: str) -> list[str]:
    """Return the names, each under its node with a rim of paper."""
    look: dict[str, Any] = {"fill": _INK[scheme], "stroke": _PAPER[scheme]}
    style = " ".join(f'{name}="{value}"' for name, value in look.items())
    font = 'font-family="system-ui, sans-serif" font-size="30" font-weight="600" text-anchor="middle"'
    return [
        f'<text x="{at[node][0]:.0f}" y="{at[node][1] + _SIZE * 1.3:.0f}" {font} {style} stroke-width="7" '
        f'paint-order="stroke" stroke-linejoin="round">{escape(name)}</text>'
        for node, name in named.items()
    ]


def picture(request: Request) -> Response:
    """Give the picture; `lang` and `scheme` (light or dark) say which."""
    given = request.query_params
    lang = given["lang"] if given.get("lang") in LANGUAGES else LANGUAGES[0]
    scheme = "dark" if given.get("scheme") == "dark" else "light"
    site = site_of(request)
    made = site.kept.once(f"preview {lang} {scheme}", lambda: preview(site.network, lang, scheme).encode())
    return Response(made, media_type="image/svg+xml", headers={"Cache-Control": "max-age=600"})


ROUTES: Final[list[BaseRoute]] = [Route("/preview.svg", picture)]
