"""The API described for programs: an OpenAPI 3.1.0 document made from the headers of the questions, in a language."""

from __future__ import annotations

import json
from typing import Any, Final, TypeAlias
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from samspil.queries import Question
from samspil.server.addresses import addresses_of
from samspil.server.api import schemas
from samspil.server.api.formats import forms
from samspil.server.api.freshness import is_fresh, unchanging
from samspil.server.api.index import refuse_fields
from samspil.server.api.problems import Problem
from samspil.server.catalogues import translations
from samspil.server.site import Site, site_of
from samspil.server.topics import TOPICS
from samspil.settings import LANGUAGES, Serving
from samspil.version import __version__

__all__ = ["describe", "document"]

_Object: TypeAlias = dict[str, Any]

# The media type of the document (OpenAPI Initiative, registration under way); as JSON every client reads it too.
_MEDIA_TYPE: Final = "application/vnd.oai.openapi+json;version=3.1"


def document(request: Request) -> Response:
    """Give the document in English, or in the language of `lang`. Raises Problem."""
    lang = refuse_fields(request, ("lang",)).get("lang", "en")
    if lang not in LANGUAGES:
        text = "The parameter “lang” can be “da” or “en”, not “%(value)s”."
        members = {"parameter": "lang", "value": lang, "expected": list(LANGUAGES)}
        raise Problem.of("wrong-value", text, members, value=lang)
    site, base = site_of(request), addresses_of(request).full("")
    headers = unchanging(site, "openapi", lang, base) | {
        "Cache-Control": "no-cache",
        "Content-Language": lang,
    }
    if is_fresh(request.headers, headers):
        return Response(status_code=304, headers=headers)
    serving: Serving = request.app.state.serving
    text = json.dumps(describe(site, base, lang, serving.limits.rows), ensure_ascii=False, indent=1)
    return Response(f"{text}\n", headers=headers, media_type="application/json")


def describe(site: Site, base: str, lang: str, most: int) -> _Object:
    """Return the document of a site whose addresses begin with `base`; `most` is the longest part of an answer."""
    say = translations(lang).gettext
    topics = sorted({name.partition("/")[0] for name in site.questions})
    return {
        "openapi": "3.1.0",
        "info": {
            "title": say("Samspil: the questions as an API"),
            "version": __version__,
            "description": say(
                "Who works with whom in the Danish public sector. Every question of the library is an address that "
                "answers in many formats; a suffix (.csv, .xlsx) or Accept chooses one."
            ),
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": base}],
        "externalDocs": {"url": f"{base}/{lang}/api", "description": say("How to use the API")},
        "tags": [{"name": topic, "description": say(TOPICS.get(topic, topic))} for topic in topics],
        "paths": {
            "/api/queries": schemas.listing(say),
            **{f"/api/queries/{quote(q.name)}": _path(q, base, lang) for q in site.questions.values()},
        },
        "components": schemas.components(say, most),
    }


def _path(question: Question, base: str, lang: str) -> _Object:
    """Return the description of one question."""
    address = f"{base}/api/queries/{quote(question.name)}"
    suffixes = ", ".join(f".{form.suffix}" for form in (*forms(question),))
    say = translations(lang).gettext
    return {
        "get": {
            "operationId": question.name.replace("/", "."),
            "tags": [question.name.partition("/")[0]],
            "summary": question.summary[lang],
            "description": "\n\n".join(
                filter(
                    None,
                    [
                        question.description[lang],
                        say("Suffixes: %(suffixes)s; .rq is the query itself (SPARQL).")
                        % {"suffixes": suffixes},
                    ],
                )
            ),
            "externalDocs": {"url": f"{base}/{lang}/queries/{quote(question.name)}"},
            "parameters": _parameters(question, lang),
            "responses": _responses(question, lang, address),
        }
    }


def _parameters(question: Question, lang: str) -> list[_Object]:
    """Return the parameters of a question, and those that every question has."""
    own = [schemas.parameter(parameter, lang) for parameter in question.parameters]
    shared = [] if any(one["name"] == "lang" for one in own) else ["lang"]
    formats = {form.format for form in forms(question)}
    shared += [] if formats == {"table", "json", "xml"} else ["limit", "offset"]
    shared += ["profile"] if "csv" in formats else []
    return own + [{"$ref": f"#/components/parameters/{name}"} for name in shared]


def _responses(question: Question, lang: str, address: str) -> _Object:
    """Return what a question may be answered by."""
    content = {
        form.media_type.partition(";")[0]: schemas.content(form.format, question, lang)
        for form in forms(question)
    }
    content["application/json"] = content.get("application/sparql-results+json", {"schema": {}})
    return {
        "200": {
            "description": question.summary[lang],
            "headers": {
                name: {"$ref": f"#/components/headers/{name}"}
                for name in ("ETag", "Last-Modified", "Link", "X-Total-Count")
            },
            "content": content,
        },
        **{status: {"$ref": f"#/components/responses/{name}"} for status, name in schemas.RESPONSES.items()},
    }
