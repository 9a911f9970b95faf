"""The application: which address shows what.

/                               to the reader's language
/{lang}/                        index
/{lang}/map                     the network map, one self-contained page
/{lang}/questions               the library
/{lang}/questions/{name}        a question as a form, with its answer and where it stands
/{lang}/questions/{name}.csv    the same answer to take away: .csv .tsv .json .xml .xlsx
/dumps/samspil.{suffix}         the register in every format
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from samspil.dataset import Dataset
from samspil.maps import Story
from samspil.queries import Library
from samspil.server.headers import SafeHeaders
from samspil.server.pages import Explorer
from samspil.settings import LANGUAGES
from samspil.store import Store

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["create_app"]


def create_app(
    dataset: Dataset,
    store: Store,
    library: Library,
    network: nx.MultiDiGraph[str],
    stories: Sequence[Story] = (),
) -> Starlette:
    """Return the application for a register; maps and dumps are made when first asked for and then kept."""
    explorer = Explorer(dataset, store, library, network, stories)
    return Starlette(
        routes=[
            Route("/", to_language),
            *(Mount(f"/{lang}", routes=_pages(explorer, lang), name=lang) for lang in LANGUAGES),
            Route("/dumps/samspil.{suffix}", explorer.dump),
            Mount("/static", StaticFiles(directory=str(files("samspil.server") / "static"))),
        ],
        middleware=[Middleware(SafeHeaders)],
        exception_handlers={404: explorer.missing},
    )


def to_language(request: Request) -> Response:
    """Send the reader to English when the browser prefers it to Danish, else to Danish."""
    wanted = [
        part.split(";")[0].strip()[:2] for part in request.headers.get("accept-language", "").split(",")
    ]
    known = [lang for lang in wanted if lang in LANGUAGES]
    return RedirectResponse(f"/{known[0] if known else 'da'}/", headers={"Vary": "Accept-Language"})


def _pages(explorer: Explorer, lang: str) -> list[Route]:
    """Return the routes of one language."""
    pages: dict[str, Callable[[Request, str], Response]] = {
        "/": explorer.index,
        "/map": explorer.map,
        "/questions": explorer.questions,
        "/questions/{topic}/{question}": explorer.question,
    }
    return [Route(path, _in(lang, page)) for path, page in pages.items()]


def _in(lang: str, page: Callable[[Request, str], Response]) -> Callable[[Request], Response]:
    """Return a page in a language; it runs in a thread, since answering computes."""

    def respond(request: Request) -> Response:
        return page(request, lang)

    return respond
