"""The API described for programs: an OpenAPI 3.1.0 document made from the headers of the questions, in a language."""

from __future__ import annotations

import json
from typing import Any, TypeAlias
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from samspil.queries import Question
from samspil.server.api import schemas
from samspil.server.api.asking import spoken_by
from samspil.server.api.formats import forms
from samspil.server.api.index import ANYWHERE, placed, refuse_fields
from samspil.server.catalogues import translations
from samspil.server.freshness import if_changed, validators
from samspil.server.site import Site, site_of
from samspil.server.topics import TOPICS
from samspil.settings import Serving
from samspil.version import __version__

__all__ = ["describe", "document"]

_Object: TypeAlias = dict[str, Any]


def document(request: Request) -> Response:
    """Give the document in English, or in the language of `lang`. Raises Problem."""
    lang = spoken_by(refuse_fields(request, ("lang",)).get("lang", "en"))
    site = site_of(request)
    serving: Serving = request.app.state.serving

    def made() -> bytes:
        described = describe(site, ANYWHERE, lang, serving.limits.rows)
        return json.dumps(described, ensure_ascii=False, indent=1).encode() + b"\n"

    headers = validators(request, "openapi", lang) | {"Content-Language": lang}
    return if_changed(request, headers, lambda: placed(request, site.kept.once(f"openapi {lang}", made)))


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
