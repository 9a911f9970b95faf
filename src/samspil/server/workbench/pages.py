"""The page: editor, library, answer; and the answer of a query as a map of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Final
from urllib.parse import parse_qsl

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from samspil.errors import UsageError
from samspil.maps import render_map
from samspil.network import network_of
from samspil.queries import Question
from samspil.server.addresses import addresses_of
from samspil.server.catalogues import translations
from samspil.server.languages import preferred
from samspil.server.rendering import message, page
from samspil.server.site import site_of
from samspil.server.workbench.answering import TooLongError, ask, solutions
from samspil.server.workbench.asked import read_asked
from samspil.server.workbench.assets import version
from samspil.server.workbench.shown import answered, complaint
from samspil.server.workbench.vocabulary import prefixes
from samspil.server.workbench.words import script_words
from samspil.settings import LANGUAGES
from samspil.store import Rows

__all__ = ["PAGES", "ROUTES"]

_JSON: Final = "application/sparql-results+json"
_MAP_BYTES: Final = 4 * 1024 * 1024
# The columns that make an answer a network.
_ENDS: Final = {"source": {"da": "fra", "en": "from"}, "target": {"da": "til", "en": "to"}}
# The formats of `/sparql` that the script may offer.
FORMATS: Final = ("csv", "json", "xml", "tsv", "turtle", "jsonld", "rdfxml", "nt")
# What the answer is offered as: the format's name at `/sparql`, and what people call it.
_TABLES: Final = (("csv", "CSV"), ("json", "JSON"), ("xml", "XML"), ("tsv", "TSV"))
_TURTLES: Final = (("turtle", "Turtle"), ("jsonld", "JSON-LD"), ("rdfxml", "RDF/XML"), ("nt", "N-Triples"))


def to_language(request: Request) -> Response:
    """Send the reader to the workbench in the language that the browser prefers, with what is asked."""
    query = f"?{request.url.query}" if request.url.query else ""
    target = addresses_of(request).path(f"/{preferred(request)}/query") + query
    return RedirectResponse(target, headers={"Vary": "Accept-Language"})


def workbench(request: Request, lang: str) -> Response:
    """Show the workbench with what the address asks."""
    return _workbench(request, lang, dict(request.query_params))


def as_map(request: Request, lang: str) -> Response:
    """Show the answer of a query with ?source and ?target as the map."""
    site, addresses = site_of(request), addresses_of(request)
    asked = read_asked(site, dict(request.query_params), lang)
    if asked.complaint:
        return message(request, lang, asked.complaint, 404 if asked.missing else 400)
    try:
        reply = ask(request, asked.text, _JSON, lang, _MAP_BYTES)
        if reply.status >= 400:
            return message(request, lang, complaint(reply), reply.status)
        found = solutions(reply)
        if isinstance(found, ox.QueryBoolean):
            return message(request, lang, translations(lang).gettext("A map is made of a SELECT query."), 400)
        network = network_of(site.store, site.library, Rows(found))
    except TooLongError:
        words = translations(lang).gettext("The answer is too long for a map. Ask for less with LIMIT.")
        return message(request, lang, words, 400)
    except UsageError as error:
        return message(request, lang, error.message(lang), 400)
    return HTMLResponse(render_map(network, lang=lang, pages=addresses.path(f"/{lang}/doc/")))


def _workbench(request: Request, lang: str, values: Mapping[str, str]) -> Response:
    """Return the page for some values."""
    site, addresses = site_of(request), addresses_of(request)
    asked = read_asked(site, values, lang)
    shown = answered(request, asked, lang) if asked.now and not asked.complaint else None
    status = 404 if asked.missing else 400 if asked.complaint else shown.status if shown else 200
    about = {
        "lang": lang,
        "question": asked.question.name if asked.question else "",
        "given": asked.given,
        "columns": _columns(asked.question, lang),
        "root": addresses.path(""),
        "origin": addresses.origin,
        "words": script_words(lang),
        "prefixes": prefixes(site.questions.values()),
        "formats": FORMATS,
    }
    shown_values = {
        "asked": asked,
        "answer": shown,
        "topics": _topics(site.questions),
        "about": about,
        "version": version,
        "formats": _TURTLES if shown and shown.turtle else _TABLES,
    }
    return page(request, lang, "workbench.html", shown_values, status=status)


def _columns(question: Question | None, lang: str) -> dict[str, str]:
    """Return the headings of a question's columns; of another query's those that make a network."""
    return {name: words[lang] for name, words in (question.columns if question else _ENDS).items()}


def _topics(questions: Mapping[str, Question]) -> dict[str, list[Question]]:
    """Return the questions by topic; those that feed the map are not among them."""
    offered = (question for question in questions.values() if "map" not in question.tags)
    ordered = sorted(offered, key=lambda question: question.name)
    return {topic: list(group) for topic, group in groupby(ordered, lambda one: one.name.partition("/")[0])}


def _posted(lang: str) -> Route:
    """Return where the form sends a query that is too long for an address."""

    async def respond(request: Request) -> Response:
        most, body = request.app.state.serving.limits.query_bytes, bytearray()
        async for part in request.stream():
            body += part
            if len(body) > 3 * most + 1024:  # each byte may be sent as three
                return message(request, lang, translations(lang).gettext("The query is too long."), 413)
        values = dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))
        return await run_in_threadpool(_workbench, request, lang, values)

    return Route(f"/{lang}/query", respond, methods=["POST"])


PAGES: Final[dict[str, Callable[[Request, str], Response]]] = {"/query": workbench, "/query/map": as_map}
ROUTES: Final[list[BaseRoute]] = [Route("/query", to_language), *(_posted(lang) for lang in LANGUAGES)]
