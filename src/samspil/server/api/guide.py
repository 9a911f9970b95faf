"""The page about the API: for a planner with a spreadsheet first, for a programmer after that."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from samspil.answers.words import grouped
from samspil.queries import Question
from samspil.server.addresses import addresses_of
from samspil.server.api.fields import MOST_CHARACTERS
from samspil.server.api.problems import KINDS
from samspil.server.api.recipes import Recipe
from samspil.server.rendering import page
from samspil.server.site import Site, site_of
from samspil.server.topics import TOPICS
from samspil.settings import Serving

__all__ = ["PAGES"]

# The question of the examples, with values, where the library has it.
_EXAMPLE: Final = ("agreements/in-force", {"on": "2024-03-01"})

# Suffix to what such an answer is good for; the order of the table.
_USES: Final[dict[str, str]] = {
    "xlsx": "a workbook with names, days and numbers, and a sheet about the answer",
    "csv": "a table with the addresses of things, for programs and for joining tables",
    "json": "SPARQL results in JSON, for programs",
    "tsv": "SPARQL results with tabs",
    "xml": "SPARQL results in XML",
    "md": "a table in Markdown, for notes and wikis",
    "txt": "a table as plain text",
    "ttl": "linked data in Turtle, of the questions whose answer is a graph",
    "jsonld": "linked data in JSON-LD, of the same questions",
    "nt": "linked data in N-Triples, of the same questions",
    "rdf": "linked data in RDF/XML, of the same questions",
    "rq": "the query itself in SPARQL, with the choices in it",
}


def guide(request: Request, lang: str) -> Response:
    """Show what the API is, how it is used, and every address of it."""
    site = site_of(request)
    serving: Serving = request.app.state.serving
    name, values = _example(site)
    order = {topic: place for place, topic in enumerate(TOPICS)}
    listed = sorted(site.questions.values(), key=lambda one: (order.get(_topic(one), len(order)), one.name))
    shown = {
        "topics": {topic: list(group) for topic, group in groupby(listed, _topic)},
        "names": TOPICS,
        "quote": quote,
        "example": Recipe(addresses_of(request), name, values, lang) if name else None,
        "uses": _USES,
        "kinds": KINDS,
        "most": grouped(serving.limits.rows, lang),
        "at_once": serving.limits.in_all,
        "longest": MOST_CHARACTERS,
    }
    return page(request, lang, "api.html", shown)


def _example(site: Site) -> tuple[str, dict[str, str]]:
    """Return the name of the question of the examples and values for it; another where the library lacks it."""
    name, values = _EXAMPLE
    return (name, dict(values)) if name in site.questions else (next(iter(site.questions), ""), {})


def _topic(question: Question) -> str:
    """Return the topic of a question."""
    return question.name.partition("/")[0]


PAGES: Final[dict[str, Callable[[Request, str], Response]]] = {"/api": guide}
