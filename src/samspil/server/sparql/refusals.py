"""What is not answered, and why: in words, in the reader's language, as the client reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from samspil.errors import QuerySyntaxError, SamspilError
from samspil.server.catalogues import translations
from samspil.server.languages import preferred
from samspil.server.negotiation import best
from samspil.server.rendering import message

__all__ = ["Refusal", "refused"]

_FORMS: Final = ("text/plain", "application/json", "text/html")
_JSON: Final = ("application/sparql-results+json", "application/ld+json")

# Translators: the texts of refusals, which `_words` puts into the reader's language.
_TEXTS: Final = (
    "No query was sent.",
    "Only one query is answered at a time: “%(name)s” stands more than once.",
    "Only queries are answered, no updates: the register is changed in its files.",
    "The query is longer than %(most)d bytes, which is the most.",
    "The request is too long.",
    "A query is sent as application/sparql-query or as a form, not as “%(type)s”.",
    "The request is not UTF-8.",
    "The request is not a form.",
    "There is no format “%(name)s”. There are: %(names)s.",
    "The answer cannot be written in what is asked for. Ask for one of: %(names)s.",
    "This is asked by GET or POST.",
    "“%(iri)s” is not a whole IRI.",
    "The query took longer than %(seconds)d seconds. Ask for less: name a thing, or add LIMIT.",
    "The query took too much memory, or the engine went wrong in it. Ask for less: name a thing, or add LIMIT.",
    "The answer has a single row that is larger than the %(most)d bytes that an answer may be.",
    "You ask too much at once. Wait %(seconds)d seconds.",
    "Too many ask at once. Try again in %(seconds)d seconds.",
    "The engine is being started. Try again in %(seconds)d seconds.",
    "SERVICE asks another machine, which is not done here (line %(line)d, column %(column)d).",
)


@dataclass
class Refusal(Exception):
    """An answer that is not given: the status (RFC 9110, 15), a text of `_TEXTS` with values, or an error of ours."""

    status: int
    text: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    error: SamspilError | None = None

    def words(self, lang: str) -> str:
        """Say why in a language."""
        if self.error is not None:
            return self.error.message(lang)
        return translations(lang).gettext(self.text) % self.values


def refused(request: Request, refusal: Refusal) -> Response:
    """Return a refusal as text, JSON or a page, whichever the client prefers."""
    lang = preferred(request)
    headers = {"Content-Language": lang, "Vary": "Accept, Accept-Language", **refusal.headers}
    form = best(request.headers.get("accept", ""), (*_FORMS, *_JSON))
    if form == "text/html":
        response: Response = message(request, lang, refusal.words(lang), refusal.status)
    elif form in ("application/json", *_JSON):
        response = JSONResponse(_told(refusal, lang), refusal.status)
    else:
        response = PlainTextResponse(refusal.words(lang) + "\n", refusal.status)
    response.headers.update(headers)
    return response


def _told(refusal: Refusal, lang: str) -> dict[str, object]:
    """Return a refusal as a value of JSON, with the place of a mistake."""
    told: dict[str, object] = {"status": refusal.status, "message": refusal.words(lang)}
    if isinstance(refusal.error, QuerySyntaxError):
        told |= {"line": refusal.error.line, "column": refusal.error.column}
    return told
