"""Templates, in a language: everything that comes from data is escaped, every text of ours is in a catalogue.

A template writes our texts in English (`{% trans %}Sources{% endtrans %}`, `_("Sources")`); `catalogues` has them in
Danish. What every template may use:

    lang                the language of the page, da or en; `other` is the other one
    twin                the path of the same page in the other language
    alternates          language to the address in full of the same page in that language (hreflang)
    url(path)           a path of the application as a link: url("/da/map"); full(path) with the origin
    shown(iri)          the path where an IRI of ours is shown; page_of(iri) its page in this language
    path                the path of this page without its language: /map
    site                what is served
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial
from gettext import NullTranslations
from typing import Final
from urllib.parse import quote

import jinja2
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from samspil.server.addresses import addresses_of
from samspil.server.catalogues import translations
from samspil.server.site import site_of
from samspil.settings import LANGUAGES

__all__ = ["message", "page"]

_TEXTS: Final = 4096  # that are kept at hand in a language; there are some hundred


def page(
    request: Request,
    lang: str,
    template: str,
    values: Mapping[str, object] | None = None,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    """Return a filled template in a language."""
    addresses = addresses_of(request)
    other = next(one for one in LANGUAGES if one != lang)
    path = _bare(_asked(request), addresses.root)
    query = f"?{request.url.query}" if request.url.query else ""
    html = (
        environment(lang)
        .get_template(template)
        .render(
            lang=lang,
            other=other,
            path=path,
            twin=addresses.path(f"/{other}{path}") + query,
            alternates={one: addresses.full(f"/{one}{path}") + query for one in LANGUAGES},
            url=addresses.path,
            full=addresses.full,
            shown=addresses.shown,
            page_of=partial(addresses.page, lang=lang),
            site=site_of(request),
            **(values or {}),
        )
    )
    return HTMLResponse(html, status, {"Content-Language": lang, **(headers or {})})


def message(request: Request, lang: str, text: str, status: int) -> HTMLResponse:
    """Return a page that says one thing."""
    return page(request, lang, "message.html", {"message": text}, status=status)


@cache
def environment(lang: str) -> jinja2.Environment:
    """Return the templates with the texts of a language."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("samspil.server"),
        autoescape=True,
        auto_reload=False,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(translations(lang), newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    made.globals["gettext"] = made.globals["_"] = _gettext(translations(lang))
    return made


def _gettext(texts: NullTranslations) -> Callable[..., Markup]:
    """Return what gives a text of a catalogue, kept where it has no variables: they were a tenth of a page's time."""

    @lru_cache(maxsize=_TEXTS)
    def plain(text: str) -> Markup:
        return escape(texts.gettext(text)) % {}

    def gettext(text: str, /, **variables: object) -> Markup:
        return escape(texts.gettext(text)) % variables if variables else plain(text)

    return gettext


def _asked(request: Request) -> str:
    """Return the path that was asked as it was written: percent-encoded, since a slug of an interval is."""
    raw: bytes = request.scope.get("raw_path") or quote(request.url.path).encode()
    return raw.partition(b"?")[0].decode("ascii", "replace")


def _bare(path: str, root: str) -> str:
    """Return the path of a page without where the application begins and without its language."""
    inside = path.removeprefix(root)
    for lang in LANGUAGES:
        if inside == f"/{lang}" or inside.startswith(f"/{lang}/"):
            return inside.removeprefix(f"/{lang}") or "/"
    return "/"
