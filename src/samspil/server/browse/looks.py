"""The style sheet of types: the shape of each type of actor, the colour and dash of each type of relation.

They are what `presentation.ttl` declares for the map, so that a type looks the same on every page, and a register
with types of its own has them here too. A page writes `class="kind kind-Municipality"`, the last part of the type's
IRI; `--kind`, `--dash` and `--stroke` are there for whatever else is drawn, a timeline for one.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from samspil.errors import UnknownName
from samspil.maps.colours import legible
from samspil.server.site import Site, site_of
from samspil.store import Term

__all__ = ["DARK", "DASHES", "LIGHT", "ROUTES", "SHAPES", "looks"]

_PLAIN: Final = " ='/:."  # what needs no escaping in an address within quotation marks
LIGHT, DARK = "#FBFAF7", "#10181E"

_DECLARED: Final = """
SELECT DISTINCT ?type ?drawn ?colour ?dash ?width ?shape WHERE {
  ?type sam:drawnAs ?drawn ; sam:colour ?colour .
  FILTER (?drawn IN ("node", "relation"))
  OPTIONAL { ?type sam:dash ?dash }
  OPTIONAL { ?type sam:width ?width }
  OPTIONAL { ?type sam:nodeShape ?shape }
} ORDER BY ?type ?drawn"""

# Name of a shape in the ontology to what draws it in a square of 16.
SHAPES: Final[dict[str, str]] = {
    "circle": "<circle cx='8' cy='8' r='6.5'/>",
    "small-circle": "<circle cx='8' cy='8' r='4'/>",
    "ring": "<circle cx='8' cy='8' r='5.5' fill='none' stroke-width='3'/>",
    "square": "<path d='M2 2h12v12H2z'/>",
    "rounded-square": "<rect x='2' y='2' width='12' height='12' rx='4'/>",
    "diamond": "<path d='M8 1l7 7-7 7-7-7z'/>",
    "triangle": "<path d='M8 2l7 12H1z'/>",
    "hexagon": "<path d='M4.5 2h7L15 8l-3.5 6h-7L1 8z'/>",
}

# Name of a dash pattern in the ontology to strokes and gaps on a sample as long as two letters.
DASHES: Final[dict[str, str]] = {
    "solid": "none",
    "long-dash": "9 4",
    "short-dash": "4 3",
    "dotted": "1.5 3",
    "dash-dot": "8 3 2 3",
}


def looks(site: Site) -> str:
    """Return the style sheet. Raises UnknownName for a colour, dash or shape that cannot be drawn."""
    rules: list[str] = []
    dark: list[str] = []
    for row in site.store.select(_DECLARED):
        type, drawn, colour, dash, width, shape = (_text(term) for term in row)
        name = re.split(r"[/#]", type)[-1]
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", name):
            continue  # no class of CSS; such a type is shown by its word alone
        if drawn == "node":
            rules.append(_node(name, colour, shape))
        else:
            rules.append(_line(name, legible(colour, LIGHT, 3.0), dash, width))
            dark.append(_line(name, legible(colour, DARK, 3.0), dash, width))
    return "\n".join([*rules, "@media screen and (prefers-color-scheme: dark) {", *dark, "}", ""])


def _node(name: str, colour: str, shape: str) -> str:
    """Return the rule of a type of actor; its fill is light on both papers, since its border is seen on both."""
    if shape not in SHAPES:
        raise UnknownName("shape", shape, tuple(SHAPES))
    fill = legible(colour, DARK, 1.0)
    drawn = f"<g fill='{fill}' stroke='#7A868E' stroke-width='1.5'>{SHAPES[shape]}</g>"
    return f'.kind-{name}::before {{ content: ""; background-image: {_picture(16, drawn)}; }}'


def _line(name: str, colour: str, dash: str, width: str) -> str:
    """Return the rules of a type of relation: a sample of its line, and its look for whatever else is drawn."""
    if (dash or "solid") not in DASHES:
        raise UnknownName("dash", dash, tuple(DASHES))
    pattern, thick = DASHES[dash or "solid"], int(width or 2)
    drawn = f"<path d='M0 8h28' stroke='{colour}' stroke-width='{thick}' stroke-dasharray='{pattern}'/>"
    return (
        f".kind-{name} {{ --kind: {colour}; --dash: {pattern}; --stroke: {thick}px; }}\n"
        f'.kind-{name}::before {{ content: ""; width: 1.75em; background-image: {_picture(28, drawn)}; }}'
    )


def _picture(width: int, drawn: str) -> str:
    """Return a picture as an address (RFC 2397) in CSS."""
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} 16'>{drawn}</svg>"
    return f'url("data:image/svg+xml,{quote(svg, safe=_PLAIN)}")'


def _text(term: Term | None) -> str:
    """Return the text of a term, nothing for none."""
    return str(getattr(term, "value", ""))


def style_sheet(request: Request) -> Response:
    """Give the style sheet of types."""
    site = site_of(request)
    css = site.kept.once("looks.css", lambda: looks(site).encode())
    return Response(css, media_type="text/css")


ROUTES: Final[list[BaseRoute]] = [Route("/looks.css", style_sheet)]
