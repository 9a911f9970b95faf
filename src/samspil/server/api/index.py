"""Every question of the library as data: its words, its parameters, its columns, and where its answer is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from samspil.parameters import Parameter
from samspil.queries import Question
from samspil.server.addresses import Addresses, addresses_of
from samspil.server.api.asking import spoken_by
from samspil.server.api.fields import read_fields
from samspil.server.api.formats import forms
from samspil.server.api.problems import Problem
from samspil.server.freshness import if_changed, validators
from samspil.server.site import site_of
from samspil.settings import LANGUAGES

__all__ = ["ANYWHERE", "index", "placed", "refuse_fields"]

# What addresses begin with in what is made once, wherever it is read (RFC 2606, 2: no such host can be).
ANYWHERE: Final = "https://samspil.invalid"


def index(request: Request) -> Response:
    """List every question. Raises Problem for a parameter, of which there is only the language of problems."""
    spoken_by(refuse_fields(request, ("lang",)).get("lang", "en"))
    return if_changed(request, validators(request, "json"), lambda: _listed(request))


def refuse_fields(request: Request, known: tuple[str, ...]) -> dict[str, str]:
    """Return the fields of an address that knows few. Raises Problem for another."""
    fields = read_fields(request.scope["query_string"])
    for name in fields:
        if name not in known:
            text = "There is no parameter “%(name)s” here."
            members = {"parameter": name, "nearest": list(known)}
            raise Problem.of("unknown-parameter", text, members, name=name)
    return fields


def _listed(request: Request) -> Response:
    """Return the list; where the site is stands in it, and is written into what is made once."""
    site = site_of(request)

    def made() -> bytes:
        addresses = Addresses(ANYWHERE)
        listed = {
            "openapi": addresses.full("/api/openapi.json"),
            "about": {lang: addresses.full(f"/{lang}/api") for lang in LANGUAGES},
            "queries": [_described(question, addresses) for question in site.questions.values()],
        }
        return json.dumps(listed, ensure_ascii=False, indent=1).encode() + b"\n"

    return placed(request, site.kept.once("api queries", made))


def placed(request: Request, text: bytes) -> Response:
    """Return JSON in which the addresses begin where the site is."""
    base = json.dumps(addresses_of(request).full(""))[1:-1]
    return Response(text.replace(ANYWHERE.encode(), base.encode()), media_type="application/json")


def _described(question: Question, addresses: Addresses) -> Mapping[str, object]:
    """Return what a client must know of a question."""
    path = f"/queries/{quote(question.name)}"
    address = addresses.full(f"/api{path}")
    return {
        "name": question.name,
        "topic": question.name.partition("/")[0],
        "summary": question.summary,
        "description": question.description,
        "tags": question.tags,
        "parameters": [_parameter(parameter) for parameter in question.parameters],
        "columns": [{"name": name, **words} for name, words in question.columns.items()],
        "address": address,
        "formats": {form.suffix: f"{address}.{form.suffix}" for form in forms(question)},
        "query": f"{address}.rq",
        "page": {lang: addresses.full(f"/{lang}{path}") for lang in LANGUAGES},
    }


def _parameter(parameter: Parameter) -> Mapping[str, object]:
    """Return what a client must know of a parameter."""
    return {
        "name": parameter.name,
        "type": parameter.type,
        "default": parameter.default,
        **({"after": parameter.after} if parameter.after else {}),
        **parameter.summary,
    }
