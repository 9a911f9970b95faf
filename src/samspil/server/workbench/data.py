"""What the page asks for while one types and reads: terms to complete with, and names for what an answer holds.

/api/terms?lang=da                      the vocabulary in use, with counts and names (`vocabulary`)
/api/terms?lang=da&q=nordd&kind=actor   things by name, of one kind or of all (`things`)
/api/words?lang=da                      POST of terms as SPARQL 1.1 Query Results JSON has them: their names
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from samspil.namespaces import BASE
from samspil.server.site import site_of
from samspil.server.workbench.things import things
from samspil.server.workbench.vocabulary import names, vocabulary
from samspil.settings import LANGUAGES
from samspil.store import Term

__all__ = ["ROUTES"]

# So many terms are named by one request, in a body of so many bytes.
_MOST: Final = 1000
_BYTES: Final = 1024 * 1024


def terms(request: Request) -> Response:
    """Give the vocabulary, or the things whose names hold what is typed."""
    site, lang, text = site_of(request), _language(request), request.query_params.get("q")
    etag = f'"{site.version}-{lang}"'
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers={"ETag": etag})
    headers = {"ETag": etag, "Cache-Control": "no-cache"}
    if text is None:
        return Response(vocabulary(site, lang), media_type="application/json", headers=headers)
    kind = request.query_params.get("kind", "")
    found = things(site, text, lang, f"{BASE}id/{kind}/" if kind else "")
    return JSONResponse(found, headers=headers)


async def words(request: Request) -> Response:
    """Give the names of terms, in their order; nothing for an IRI without one."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _BYTES:
            return JSONResponse({"error": "too long"}, 413)
    try:
        read = [_term(one) for one in json.loads(body)[:_MOST]]
    except (ValueError, TypeError, KeyError, AttributeError):
        return JSONResponse({"error": "terms as in SPARQL 1.1 Query Results JSON are expected"}, 400)
    named = await run_in_threadpool(names, site_of(request).store, read, _language(request))
    return JSONResponse(named)


def _language(request: Request) -> str:
    """Return the language that is asked for, else Danish."""
    asked = request.query_params.get("lang", "")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def _term(value: Mapping[str, Any]) -> Term:
    """Return a term (SPARQL 1.1 Query Results JSON Format, 3.2.2). Raises ValueError, KeyError, TypeError."""
    if not isinstance(value["value"], str):
        raise ValueError(value)
    if value["type"] == "uri":
        return ox.NamedNode(value["value"])
    if value["type"] == "bnode":
        return ox.BlankNode(value["value"])
    if "xml:lang" in value:
        return ox.Literal(value["value"], language=value["xml:lang"])
    datatype = value.get("datatype")
    return ox.Literal(value["value"], datatype=ox.NamedNode(datatype) if datatype else None)


ROUTES: Final[list[BaseRoute]] = [
    Route("/api/terms", terms),
    Route("/api/words", words, methods=["POST"]),
]
