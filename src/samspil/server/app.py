"""The application: which address shows what. Each part of the site has its own module, named at its lines.

/                                   to the reader's language                            front
/{lang}/                            front page                                          front
/{lang}/map                         the network map, one self-contained page            front
/looks.css                          how types look, from presentation.ttl               browse
/{lang}/queries                     the library                                         library
/{lang}/queries/{topic}/{name}      a question as a form, with its answer               library
/sparql                             the SPARQL 1.1 Protocol                             sparql, engine
/{lang}/query                       the SPARQL workbench                                workbench
/api/terms, /api/words              what its editor completes from, names for answers   workbench
/static/made/                       its script, bundled by the build                    workbench
/id/… /model/… /concept/… /shape/…  a name: to its page or its data                     resources
/doc/… /{lang}/doc/…                the page about what a name means                    resources, things, terms
/{lang}/ontology                    the documentation of the ontology                   terms
/data/…                             what is said about it, as RDF or rows               resources
/{lang}/data                        all there is to take away                           dumps
/{lang}/api                         how to use the library as data                      api
/api/queries[/{topic}/{name}]       the library as data; /api/openapi.json              api
/dumps/samspil.{suffix}             the register in every format                        dumps
/health                             whether all is well                                 health
/static/                            style sheets and scripts

What lives as long as the application (a child process, a watch over files) is a row of `_LIVES`. What stands between a
connection and a page is a row of `_guards`, the outermost first.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from importlib.resources import files
from typing import Final, TypeAlias

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from samspil.server import (
    api,
    browse,
    dumps,
    engine,
    front,
    health,
    library,
    resources,
    sparql,
    terms,
    warming,
    workbench,
)
from samspil.server.guarding import Guarded
from samspil.server.languages import language_of
from samspil.server.log import AccessLog, open_log
from samspil.server.pacing import Paced, working
from samspil.server.rendering import message
from samspil.server.sending import Fresh, OwnFiles, Packed
from samspil.server.site import Site
from samspil.server.watching import Reread, watch
from samspil.settings import LANGUAGES, Serving

__all__ = ["create_app"]

# Path to the page that it shows, given the request and the language.
_Pages: TypeAlias = dict[str, Callable[[Request, str], Response]]

_PAGES: Final[_Pages] = {
    **resources.PAGES,  # which shows things too, and adds the links that lead a machine on
    **front.PAGES,
    **browse.PAGES,
    **library.PAGES,
    **workbench.PAGES,
    **dumps.PAGES,
    **api.PAGES,
    **terms.PAGES,
}
_ROUTES: Final[list[BaseRoute]] = [
    *sparql.ROUTES,  # what is asked most, and by machines
    *resources.ROUTES,  # the entrance first: it asks what is wanted
    *front.ROUTES,
    *browse.ROUTES,
    *dumps.ROUTES,
    *health.ROUTES,
    *workbench.ROUTES,
    *api.ROUTES,
]


# What begins before the first request and ends after the last one; it may keep things in `app.state`.
_LIVES: Final[list[Callable[[Starlette], AbstractAsyncContextManager[None]]]] = [
    engine.live,
    warming.live,
    watch,
]


def create_app(site: Site, serving: Serving | None = None, reread: Reread | None = None) -> Starlette:
    """Return the application for a register; maps and dumps are made when first asked for and then kept.

    `reread` reads the register again, for `Serving.watch`. Raises UnwritableOutput for the access log.
    """
    static = Mount("/static", OwnFiles(directory=str(files("samspil.server") / "static")))
    pages = [Route(f"/{lang}{path}", _in(lang, page)) for lang in LANGUAGES for path, page in _PAGES.items()]
    chosen = serving or Serving()
    app = Starlette(
        routes=[*_ROUTES, *pages, static, *api.LAST],
        middleware=_guards(chosen),
        exception_handlers={404: _missing, 405: _not_that_way},
        lifespan=_lives,
    )
    app.state.site = site
    app.state.serving = chosen
    app.state.reread = reread
    return app


def _guards(serving: Serving) -> list[Middleware]:
    """Return what stands between a connection and a page, the outermost first. Raises UnwritableOutput."""
    log = [Middleware(AccessLog, open_log(serving.access_log))] if serving.access_log else []
    return [
        *log,
        Middleware(Guarded, serving),
        Middleware(sparql.Straight),
        Middleware(Paced),
        Middleware(Packed),
        Middleware(Fresh),
    ]


@asynccontextmanager
async def _lives(app: Starlette) -> AsyncIterator[None]:
    """Live from before the first request until after the last one."""
    async with AsyncExitStack() as stack:
        for life in _LIVES:
            await stack.enter_async_context(life(app))
        yield


def _in(lang: str, page: Callable[[Request, str], Response]) -> Callable[[Request], Response]:
    """Return a page in a language; it runs in a thread, since answering computes."""

    def respond(request: Request) -> Response:
        with working(request.scope):
            return page(request, lang)

    return respond


def _missing(request: Request, _error: Exception) -> Response:
    """Say that there is nothing at an address."""
    lang = language_of(request)
    words = {"da": "Siden findes ikke.", "en": "There is no such page."}
    return message(request, lang, words[lang], 404)


def _not_that_way(request: Request, error: Exception) -> Response:
    """Say that an address is not asked in that way (RFC 9110, 15.5.6)."""
    lang = language_of(request)
    words = {"da": "Siden kan kun læses.", "en": "This page can only be read."}
    response = message(request, lang, words[lang], 405)
    response.headers.update(getattr(error, "headers", None) or {})
    return response
