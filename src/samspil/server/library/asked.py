"""The page of a question: the form, the answer, and the ways to keep it up to date elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from samspil.errors import ParameterError, UnknownName, UsageError
from samspil.parameters import nearest
from samspil.queries import Question, body
from samspil.server.addresses import addresses_of
from samspil.server.api.asking import Asked
from samspil.server.api.fields import read_fields
from samspil.server.api.formats import forms
from samspil.server.api.problems import Problem
from samspil.server.api.recipes import Recipe
from samspil.server.library.form import Form, read_form
from samspil.server.library.showing import show_table, show_turtle
from samspil.server.rendering import message, page
from samspil.server.site import site_of
from samspil.settings import today
from samspil.store import Rows

__all__ = ["question"]

_MOST_PAGES = 100_000
_LONGEST_NAME = 100


def question(request: Request, lang: str) -> Response:
    """Show a question with its form and its answer; an address with a suffix leads to the answer as data."""
    known = site_of(request).questions
    stem, _, suffix = request.path_params["question"].partition(".")
    name = f"{request.path_params['topic']}/{stem}"
    if name not in known:
        near = nearest(name, known) if len(name) <= _LONGEST_NAME else []
        return message(request, lang, UnknownName("question", name[:_LONGEST_NAME], near).message(lang), 404)
    if suffix:
        query = (
            request.url.query
            if "lang=" in request.url.query
            else f"{request.url.query}&lang={lang}".lstrip("&")
        )
        target = addresses_of(request).path(f"/api/queries/{quote(name)}.{quote(suffix)}")
        return RedirectResponse(f"{target}?{query}", 308)
    return _asked(request, lang, known[name])


def _asked(request: Request, lang: str, question: Question) -> Response:
    """Return the page of a question as it is asked, with its answer or with what is wrong."""
    site, blank = site_of(request), Form(question, lang, today(), {})
    try:
        fields = read_fields(request.scope["query_string"])
    except Problem as problem:
        return _page(request, blank, {"wrong": problem.detail[lang]}, status=400)
    number = fields.pop("page", "1")
    fields.pop("lang", None)  # the path says it
    form = read_form(site, question, fields, lang, blank.day)
    try:
        return _page(request, form, _answer(request, form, _page_number(number)))
    except ParameterError as error:
        return _page(request, form, {}, status=400, error=error)
    except UsageError as error:
        return _page(request, form, {"wrong": error.message(lang)}, status=400, error=error)


def _answer(request: Request, form: Form, number: int) -> dict[str, object]:
    """Return what is shown of the answer. Raises UsageError for values that do not fit."""
    unknown = form.values.keys() - {parameter.name for parameter in form.question.parameters}
    site = site_of(request)
    values = {**form.asked, **{name: form.values[name] for name in unknown}}  # which are refused by name
    asked = Asked(form.question, values, form.lang, form.day)
    query = asked.query()
    asked.check(site.store)
    found, sparql = site.store.run(query), body(query)
    if isinstance(found, Rows):
        addresses = addresses_of(request)
        table = show_table(found, form.question, site.store, form.lang, addresses, number)
        return {"table": table, "sparql": sparql}
    shown = {"truth": found} if isinstance(found, bool) else {"turtle": show_turtle(found)}
    return {**shown, "sparql": sparql}


def _page_number(text: str) -> int:
    """Return the number of a page; the first for what is none."""
    return min(int(text), _MOST_PAGES) if text.isascii() and text.isdigit() and int(text[:9]) else 1


def _page(
    request: Request,
    form: Form,
    shown: Mapping[str, object],
    *,
    status: int = 200,
    error: UsageError | None = None,
) -> Response:
    """Return the page of a question."""
    addresses, site, lang = addresses_of(request), site_of(request), form.lang
    here = addresses.path(f"/{lang}/queries/{quote(form.question.name)}")
    nothing = {"table": None, "turtle": None, "truth": None, "wrong": "", "sparql": body(form.question.text)}

    def link(**changed: object) -> str:
        fields = {**form.chosen, **{name: value for name, value in changed.items() if value is not None}}
        return f"{here}?{urlencode(fields)}" if fields else here

    values = {
        **nothing,
        **shown,
        "question": form.question,
        "here": here,
        "link": link,
        "form": form,
        "fields": form.fields(site, error),
        "error": error,
        "formats": [one.suffix for one in forms(form.question)],
        "recipe": Recipe(addresses, form.question.name, form.chosen, lang),
        "workbench": f"/{lang}/query?{urlencode({'question': form.question.name, **form.chosen})}",
    }
    return page(request, lang, "question.html", values, status=status)
