"""The lists: actors, cooperations, agreements and sources, each with facets that work as links and forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final
from urllib.parse import urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from samspil.collation import sort_key
from samspil.datewords import day_in_words, period_in_words
from samspil.periods import Status
from samspil.queries import answer
from samspil.server.addresses import addresses_of
from samspil.server.browse.facets import Choice, Chosen, choose, held, numbered, short
from samspil.server.browse.gathering import lists_of
from samspil.server.browse.reading import text_of
from samspil.server.browse.rows import Listing, Names
from samspil.server.catalogues import translations
from samspil.server.rendering import page
from samspil.server.site import Site, site_of
from samspil.settings import today

__all__ = ["PAGES", "statuses"]


@dataclass(frozen=True)
class _Kind:
    """A list: its facets by name and heading, the question of the library that answers it, and its parameter for words.

    `dated` says that one can ask what is in force on a day.
    """

    facets: Mapping[str, str]
    question: str
    words: str = ""
    dated: bool = False


_FACETS: Final = {"type": "Type", "area": "Area", "theme": "Theme", "source": "Source"}

# Name of a list to what it is.
_LISTS: Final[dict[str, _Kind]] = {
    "actors": _Kind(_FACETS, "actors/list", "text"),
    "cooperations": _Kind({**_FACETS, "party": "Party"}, "cooperations/list", "text", dated=True),
    "agreements": _Kind({**_FACETS, "party": "Party"}, "agreements/list", dated=True),
    "sources": _Kind({"type": "Type", "publisher": "Publisher"}, "provenance/sources", "text"),
}

_MOST: Final = 60  # values of a facet: a large register has thousands of places
_ROOM: Final = 200  # characters of words to look for


@dataclass(frozen=True)
class _Wanted:
    """What the address of a list asks for, with what is wrong in it."""

    choice: Choice
    on: date | None
    certain: bool
    wrong: str = ""


def list_page(request: Request, lang: str, kind: str) -> Response:
    """Show a list, or the part of it that was chosen; 400 for a day that is none."""
    site, about, wanted = site_of(request), _LISTS[kind], _wanted(request, lang, _LISTS[kind])
    lists = lists_of(site)
    listing = lists.of[kind]
    day = today()
    states = statuses(site, kind, listing, wanted.on or day) if about.dated else {}
    within = _within(states, wanted) if wanted.on else None
    chosen = choose(listing, wanted.choice, tuple(about.facets), lang, within)
    at = min(wanted.choice.page, chosen.pages)
    given = dict(request.query_params)
    link = partial(_link, addresses_of(request).path(f"/{lang}/{kind}"), given)
    values = {
        "kind": kind,
        "about": about,
        "name": partial(lists.names.name, lang=lang),
        "rows": [listing.rows[number] for number in chosen.page(at)],
        "states": states,
        "chosen": chosen,
        "total": len(listing.rows),
        "wanted": wanted,
        "at": at,
        "numbers": numbered(at, chosen.pages),
        "facets": _facets(chosen, about, wanted.choice, lists.names, lang),
        "most": _MOST,
        "short": short,
        "given": given,
        "called": lambda facet, value: _called(listing, lists.names, facet, value, lang),
        "day": lambda on: day_in_words(on.isoformat(), lang),
        "period": partial(period_in_words, lang=lang),
        "host": lambda address: urlsplit(address).hostname or address,
        "link": link,
        "paged": lambda number: link(page=number),
        "download": _download(about, wanted, lang),
        "whole": not (wanted.choice.values or wanted.choice.text or wanted.on),
    }
    return page(request, lang, "list.html", values, status=400 if wanted.wrong else 200)


def statuses(site: Site, kind: str, listing: Listing, on: date) -> dict[str, Status | None]:
    """Return what of a list is in force on a day, by IRI; None where nobody has said when it is.

    For agreements the library answers, since one that another has replaced is no longer in force.
    """
    if kind != "agreements":
        return {row.iri: held(row.bounds, on) for row in listing.rows}
    # What most readers ask for is kept; other days would be kept without end.
    kept = on == today()
    found = site.kept.once(f"in force {on}", lambda: _in_force(site, on)) if kept else _in_force(site, on)
    return {row.iri: found.get(row.iri, "not" if row.periods else None) for row in listing.rows}


def _in_force(site: Site, on: date) -> dict[str, Status]:
    """Return the agreements that are in force on a day, certainly or possibly."""
    rows = answer(site.store, site.library.get("agreements/in-force"), {"on": on.isoformat()}, on)
    at = [rows.variables.index(name) for name in ("agreement", "certain")]
    found: dict[str, Status] = {}
    for row in rows:
        agreement, certain = (text_of(row[place]) for place in at)
        if certain == "true" or agreement not in found:
            found[agreement] = "certain" if certain == "true" else "possible"
    return found


def _wanted(request: Request, lang: str, about: _Kind) -> _Wanted:
    """Return what an address asks for; what is not understood is said, and left out."""
    given = request.query_params
    values = {facet: given[facet] for facet in about.facets if given.get(facet, "").strip()}
    number = given.get("page", "")
    at = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 1
    choice = Choice(values, given.get("q", "").strip()[:_ROOM], max(1, at))
    on = given.get("on", "").strip() if about.dated else ""
    certain = given.get("state") == "certain"
    try:
        return _Wanted(choice, date.fromisoformat(on) if on else None, certain)
    except ValueError:
        say = translations(lang).gettext("“%(day)s” is no day. Write it as 2025-12-31.")
        return _Wanted(choice, None, certain, say % {"day": on[:40]})


def _within(states: Mapping[str, Status | None], wanted: _Wanted) -> frozenset[int]:
    """Return the numbers of the rows that are in force on the day, certainly or also possibly."""
    fitting = {"certain"} if wanted.certain else {"certain", "possible"}
    return frozenset(number for number, state in enumerate(states.values()) if state in fitting)


def _facets(
    chosen: Chosen, about: _Kind, choice: Choice, names: Names, lang: str
) -> list[tuple[str, str, list[tuple[str, int]]]]:
    """Return the facets that still narrow the list, or were chosen: name, heading, values with counts, most first."""
    say, found = translations(lang).gettext, []
    for facet, heading in about.facets.items():
        counts = chosen.counts[facet]
        if len(counts) > 1 or facet in choice.values:
            keys = {value: (-number, sort_key(names.name(value, lang), lang)) for value, number in counts}
            found.append((facet, say(heading), sorted(counts, key=lambda one: keys[one[0]])))
    return found


def _called(listing: Listing, names: Names, facet: str, value: str, lang: str) -> str:
    """Return the name of a value that an address gives by the last part of its IRI, itself if there is none."""
    found = (iri for iri in listing.having.get(facet, {}) if short(iri) == value)
    return next((names.name(iri, lang) for iri in found), value)


def _link(path: str, given: Mapping[str, str], **changed: object) -> str:
    """Return the address of the same list with some choices changed, None taking one away; on its first page."""
    kept = {name: value for name, value in given.items() if name != "page" and value}
    kept |= {name: str(value) for name, value in changed.items()}
    query = urlencode({name: value for name, value in kept.items() if changed.get(name, value) is not None})
    return f"{path}?{query}" if query else path


def _download(about: _Kind, wanted: _Wanted, lang: str) -> tuple[str, str, bool]:
    """Return the question of the library that answers a list, its parameters, and whether it is the same choice."""
    if wanted.on and about.question == "agreements/list" and not (wanted.choice.values or wanted.choice.text):
        given = {"lang": lang, "on": wanted.on.isoformat()}
        return "agreements/in-force", urlencode(given), not wanted.certain
    text = {about.words: wanted.choice.text} if about.words and wanted.choice.text else {}
    fits = not wanted.choice.values and not wanted.on and bool(text or not wanted.choice.text)
    return about.question, urlencode({"lang": lang, **text}), fits


PAGES: Final[dict[str, Callable[[Request, str], Response]]] = {
    f"/{kind}": partial(list_page, kind=kind) for kind in _LISTS
}
