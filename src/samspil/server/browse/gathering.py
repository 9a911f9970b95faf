"""The lists of a site, gathered in memory when first asked for: every thing, its order, and who has which value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeAlias

from samspil.collation import sort_key
from samspil.errors import PeriodError
from samspil.network import Bounds, bounds_of
from samspil.network.times import in_order, spanning
from samspil.server.browse.folding import folded
from samspil.server.browse.reading import MANY, NAMELESS, Pairs, named, narrowest, pairs
from samspil.server.browse.rows import Listing, Lists, Names, Row
from samspil.server.site import Site
from samspil.settings import LANGUAGES
from samspil.store import Store

__all__ = ["lists_of"]

# Name of a pair to what the register has of it.
_Ask: TypeAlias = Callable[[str], Pairs]


def lists_of(site: Site) -> Lists:
    """Return the lists of a site, made when first asked for."""
    return site.kept.once("lists", lambda: _read(site.store))


def _read(store: Store) -> Lists:
    """Return the lists of a register."""
    ask: _Ask = cache(lambda name: pairs(store, name))
    also = ask("other name"), ask("identifier")
    things = {thing for found in also for thing in found}
    names = Names(
        named(store, (*NAMELESS, *MANY)),
        {thing: tuple(v for found in also for v in found.get(thing, ())) for thing in things},
    )
    made = {"actors": _actors, "cooperations": _cooperations, "agreements": _agreements, "sources": _sources}
    return Lists(names, {kind: _listing(make(ask), names, kind) for kind, make in made.items()})


def _listing(rows: Iterable[Row], names: Names, kind: str) -> Listing:
    """Return a list in the order of names; sources with a date come first, the newest first."""
    all_rows = tuple(sorted(rows, key=lambda row: row.iri))
    having: dict[str, dict[str, set[int]]] = {}
    for number, row in enumerate(all_rows):
        for facet, values in row.chosen_by.items():
            for value in values:
                having.setdefault(facet, {}).setdefault(value, set()).add(number)
    order = {lang: _ordered(all_rows, names, lang, newest=kind == "sources") for lang in LANGUAGES}
    frozen = {
        facet: {value: frozenset(numbers) for value, numbers in values.items()}
        for facet, values in having.items()
    }
    texts = tuple(" ".join(map(folded, names.every(row.iri))) for row in all_rows)
    return Listing(all_rows, texts, order, frozen)


def _ordered(rows: tuple[Row, ...], names: Names, lang: str, *, newest: bool) -> tuple[int, ...]:
    """Return the numbers of rows in the order in which they are shown."""
    keys = [sort_key(names.name(row.iri, lang), lang) for row in rows]
    found = sorted(range(len(rows)), key=lambda number: (keys[number], rows[number].iri))
    if newest:
        found.sort(key=lambda number: rows[number].issued, reverse=True)
    return tuple(found)


def _actors(ask: _Ask) -> Iterable[Row]:
    """Yield the actors, each with the number of its cooperations."""
    types, broader = ask("actor type"), ask("broader class")
    places, mentioned = _wide_places(ask), ask("actor mentioned")
    fields, together = ask("field"), _turned(ask("participant"))
    for iri, every in types.items():
        cooperations = together.get(iri, ())
        narrow = narrowest(every, broader)
        yield Row(
            iri,
            narrow[0],
            {
                "type": narrow,
                "area": places.get(iri, ()),
                "theme": _joined(fields, cooperations),
                "source": mentioned.get(iri, ()),
            },
            number=len(cooperations),
        )


def _cooperations(ask: _Ask) -> Iterable[Row]:
    """Yield the cooperations; one that has no period of its own lasts from its first agreement to its last."""
    types, broader, parties = (ask(name) for name in ("cooperation type", "broader class", "participant"))
    places, mentioned, fields = _wide_places(ask), ask("actor mentioned"), ask("field")
    own, governed, agreed = (ask(name) for name in ("own period", "governed by", "agreement period"))
    for iri, every in types.items():
        narrow, with_whom = narrowest(every, broader), parties.get(iri, ())
        periods = own.get(iri, ()) or _joined(agreed, governed.get(iri, ()))
        yield Row(
            iri,
            narrow[0],
            {
                "type": narrow,
                "area": _joined(places, (iri, *with_whom)),
                "theme": _joined(fields, (iri, *governed.get(iri, ()))),
                "source": mentioned.get(iri, ()),
                "party": with_whom,
            },
            parties=with_whom,
            periods=_in_order(periods),
            bounds=_bounds(periods) if iri in own else _span(periods),
        )


def _agreements(ask: _Ask) -> Iterable[Row]:
    """Yield the agreements. Whether one is in force follows from others too, so the library is asked for that."""
    types, parties, periods, status, derived, fields, governed = (
        ask(name)
        for name in (
            "agreement type",
            "party",
            "agreement period",
            "agreement status",
            "agreement derived",
            "field",
            "governed by",
        )
    )
    places, rests = _wide_places(ask), _turned(governed)
    for iri in ask("agreement"):
        own, with_whom = types.get(iri, ()), parties.get(iri, ())
        yield Row(
            iri,
            own[0] if own else "",
            {
                "type": own,
                "area": _joined(places, with_whom),
                "theme": _joined(fields, (iri, *rests.get(iri, ()))),
                "source": derived.get(iri, ()),
                "party": with_whom,
            },
            parties=with_whom,
            periods=_in_order(periods.get(iri, ())),
            status=next(iter(status.get(iri, ())), ""),
        )


def _sources(ask: _Ask) -> Iterable[Row]:
    """Yield the sources, each with its publisher, where that is stated, and the number of statements from it."""
    types, issued, pages, publishers, counts = (
        ask(name) for name in ("source type", "issued", "page", "publisher", "statements")
    )
    for iri in ask("source"):
        own, publisher = types.get(iri, ()), publishers.get(iri, ())
        yield Row(
            iri,
            own[0] if own else "",
            {"type": own, "publisher": publisher},
            parties=publisher,
            number=int(next(iter(counts.get(iri, ())), "0")),
            issued=next(iter(issued.get(iri, ())), ""),
            page=next(iter(pages.get(iri, ())), ""),
        )


def _wide_places(ask: _Ask) -> Pairs:
    """Return the places of everything that has any, with the larger places that they are parts of."""
    larger, found = ask("larger place"), {}
    for thing, own in ask("place").items():
        reached = dict.fromkeys(own)
        queue = list(own)
        for place in queue:
            new = [one for one in larger.get(place, ()) if one not in reached]
            reached.update(dict.fromkeys(new))
            queue.extend(new)
        found[thing] = tuple(reached)
    return found


def _turned(given: Pairs) -> Pairs:
    """Return the same pairs the other way round."""
    found: dict[str, dict[str, None]] = {}
    for thing, values in given.items():
        for value in values:
            found.setdefault(value, {})[thing] = None
    return {value: tuple(things) for value, things in found.items()}


def _joined(given: Pairs, things: Iterable[str]) -> tuple[str, ...]:
    """Return the values of several things together."""
    return tuple(dict.fromkeys(value for thing in things for value in given.get(thing, ())))


def _in_order(periods: Iterable[str]) -> tuple[str, ...]:
    """Return periods by when they begin; as they are where one of them cannot be read."""
    try:
        return tuple(in_order(list(periods)))
    except PeriodError:
        return tuple(periods)


def _bounds(periods: Iterable[str]) -> tuple[Bounds, ...]:
    """Return the bounds of each period, none for one that cannot be read."""
    try:
        return tuple(bounds_of(text) for text in periods)
    except PeriodError:
        return ()


def _span(periods: tuple[str, ...]) -> tuple[Bounds, ...]:
    """Return the bounds from the first of some periods to the last, none where one cannot be read."""
    try:
        return (spanning(periods),) if periods else ()
    except PeriodError:
        return ()
