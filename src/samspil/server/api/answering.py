"""The answer of a question over HTTP: in the format that was chosen, with what a client needs to ask again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from samspil import answers
from samspil.errors import UnknownName
from samspil.parameters import nearest
from samspil.server.addresses import addresses_of
from samspil.server.api.asking import Asked, read_asked
from samspil.server.api.fields import read_fields
from samspil.server.api.formats import SPARQL, Form, chosen
from samspil.server.api.freshness import answer_validators
from samspil.server.api.paging import address, cut, links
from samspil.server.api.problems import Problem
from samspil.server.freshness import is_known
from samspil.server.site import Site, site_of
from samspil.settings import Serving, today

__all__ = ["answer"]

_LONGEST_NAME = 100


def answer(request: Request) -> Response:
    """Answer a question in the format of its suffix, or the one that Accept prefers.

    Raises Problem, and UsageError for what is wrong with name, values or format.
    """
    site, serving = site_of(request), serving_of(request)
    name, suffix = _named(site, request.path_params["topic"], request.path_params["question"])
    fields = read_fields(request.scope["query_string"])
    asked = read_asked(site.questions[name], fields, today(), serving.limits.rows)
    form = chosen(asked.question, suffix, request.headers.get("accept", "*/*"), asked.profile)
    query = asked.query()  # what is wrong with a value is said before what a client has is looked at
    asked.check(site.store)
    headers = answer_validators(site, asked, form, query) | _headers(
        request, asked, form, negotiated=not suffix
    )
    if is_known(request, headers):
        return Response(status_code=304, headers=headers)
    body, more = _written(site, asked, query, form, addresses_of(request).full(_path(name, suffix)))
    return Response(body, headers=_joined(headers, more), media_type=form.media_type)


def serving_of(request: Request) -> Serving:
    """Return the settings that a request is answered by."""
    serving: Serving = request.app.state.serving
    return serving


def _named(site: Site, topic: str, stem: str) -> tuple[str, str]:
    """Return the name of a question and the suffix of its address. Raises UnknownName."""
    stem, _, suffix = stem.partition(".")
    name = f"{topic}/{stem}"
    if name not in site.questions:
        near = nearest(name, site.questions) if len(name) <= _LONGEST_NAME else []
        raise UnknownName("question", name, near)
    return name, suffix


def _written(site: Site, asked: Asked, query: str, form: Form, base: str) -> tuple[bytes, dict[str, str]]:
    """Return the bytes of an answer, and the headers that only the answer tells. Raises Problem, UsageError."""
    if form.media_type == SPARQL:
        return query.encode(), {}
    found, more = site.store.run(query), {}
    if asked.part:
        if isinstance(found, bool):
            text = "The answer is yes or no, of which there are no parts. Leave out limit and offset."
            raise Problem.of("wrong-value", text, {"parameter": "limit"})
        found, total = cut(found, asked.part)
        others = links(asked.part, total)
        given = asked.given or {}
        parts = [f'<{address(base, given, part)}>; rel="{name}"' for name, part in others.items()]
        more = {"X-Total-Count": str(total), "Link": ", ".join(parts)}
    body = answers.write(
        found, asked.question, site.store, form.format, asked.lang, values=asked.values, today=asked.day
    )
    return body, more


def _headers(request: Request, asked: Asked, form: Form, *, negotiated: bool) -> dict[str, str]:
    """Return the headers that an answer has whatever it says."""
    described = addresses_of(request).full("/api/openapi.json")
    file = re.sub(r"[^A-Za-z0-9._-]+", "-", asked.question.name)
    return {
        "Cache-Control": "no-cache",
        "Content-Disposition": f'inline; filename="{file}.{form.suffix}"',
        "Link": f'<{described}>; rel="service-desc"; type="application/vnd.oai.openapi+json"',  # RFC 8631
        **({"Vary": "Accept"} if negotiated else {}),
    }


def _joined(headers: Mapping[str, str], more: Mapping[str, str]) -> dict[str, str]:
    """Return headers with more of them; the links of both."""
    both = ", ".join(filter(None, [more.get("Link"), headers.get("Link")]))
    return {**headers, **more, "Link": both}


def _path(name: str, suffix: str) -> str:
    """Return the path of a question's answer."""
    return f"/api/queries/{quote(name)}" + (f".{suffix}" if suffix else "")
