"""The questions as pages: the library by topic, and each question as a form with its answer."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from samspil import answers
from samspil.errors import UnknownName, UsageError
from samspil.namespaces import BASE
from samspil.parameters import nearest
from samspil.queries import Question, run
from samspil.server.rendering import message, page
from samspil.server.site import Site, site_of
from samspil.settings import today
from samspil.store import Rows
from samspil.wording import Table

__all__ = ["PAGES"]

_THINGS: Final = """
SELECT DISTINCT ?thing ?label WHERE {
  ?thing skos:prefLabel ?label .
  FILTER (STRSTARTS(STR(?thing), "%s") && LANG(?label) = "%s")
} ORDER BY LCASE(?label) ?thing"""

# Suffixes of a question's address: those of rows, and those of a graph.
SUFFIXES: Final = ("csv", "tsv", "json", "xml", "xlsx")
GRAPH_SUFFIXES: Final = ("ttl", "nt", "jsonld", "rdf")


def questions(request: Request, lang: str) -> Response:
    """Show every question by topic; those that feed the map are not among them."""
    shown = [question for question in site_of(request).questions.values() if "map" not in question.tags]
    topics = {topic: list(group) for topic, group in groupby(shown, lambda q: q.name.split("/")[0])}
    return page(request, lang, "questions.html", {"topics": topics})


def question(request: Request, lang: str) -> Response:
    """Show a question with its parameters and its answer, or give the answer alone for a suffix."""
    known = site_of(request).questions
    stem, _, suffix = request.path_params["question"].partition(".")
    name = f"{request.path_params['topic']}/{stem}"
    if name not in known:
        return message(request, lang, UnknownName("question", name, nearest(name, known)).message(lang), 404)
    if suffix and suffix not in (*SUFFIXES, *GRAPH_SUFFIXES):
        words = {"da": "Siden findes ikke.", "en": "There is no such page."}
        return message(request, lang, words[lang], 404)
    try:
        return _answer(request, lang, known[name], suffix)
    except UsageError as error:
        given = dict(request.query_params)
        return _question_page(request, lang, known[name], given, status=400, message=error.message(lang))


def _answer(request: Request, lang: str, question: Question, suffix: str) -> Response:
    """Return the answer as a page, or as data. Raises UsageError for values that do not fit."""
    site = site_of(request)
    given = {name: value for name, value in request.query_params.items() if value.strip()}
    names = {parameter.name for parameter in question.parameters}
    values = ({"lang": lang} if "lang" in names else {}) | given
    day = today()
    found = run(site.store, question, values, day)
    if suffix:
        format = answers.format_of(f"{question.name}.{suffix}")
        data = answers.write(found, question, site.store, format, lang, values=values, today=day)
        return Response(data, media_type=answers.FORMATS[format].media_type)
    if isinstance(found, Rows):
        table = Table.of(found, question, site.store, lang)
        return _question_page(request, lang, question, given, table=table, suffixes=SUFFIXES)
    turtle = answers.write(found, question, site.store, "", lang).decode()
    return _question_page(request, lang, question, given, turtle=turtle, suffixes=GRAPH_SUFFIXES)


def _question_page(
    request: Request,
    lang: str,
    question: Question,
    given: dict[str, str],
    *,
    status: int = 200,
    **values: object,
) -> Response:
    """Return the page of a question with its form, and its answer or a message."""
    values |= {"question": question, "given": given, "choices": _choices(site_of(request), question, lang)}
    return page(request, lang, "question.html", values, status=status)


def _choices(site: Site, question: Question, lang: str) -> dict[str, list[tuple[str, str]]]:
    """Return, for each parameter that names a thing, the slugs and labels to choose from."""
    kinds = {parameter.name: f"{BASE}id/{parameter.type}/" for parameter in question.parameters}
    return {name: found for name, start in kinds.items() if (found := _things(site, start, lang))}


def _things(site: Site, start: str, lang: str) -> list[tuple[str, str]]:
    """Return slug and label of every thing whose IRI begins in a way, by label."""
    rows = site.store.select(_THINGS % (start, lang))
    return [(str(getattr(t, "value", "")).removeprefix(start), str(getattr(n, "value", ""))) for t, n in rows]


PAGES: Final[dict[str, Callable[[Request, str], Response]]] = {
    "/queries": questions,
    "/queries/{topic}/{question}": question,
}
