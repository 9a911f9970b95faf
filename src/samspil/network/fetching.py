"""The register's network: what its questions answer becomes actors, relations and facts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from samspil.network.building import Network, network_from
from samspil.network.cells import Cells, actor_in, cells_of, named, relation_in, source_in
from samspil.network.facts import (
    Detail,
    add_definitions,
    details_in,
    facts_from,
    names_in,
    roles_in,
    themes_in,
)
from samspil.network.records import Actor, Fact, Relation, Source, Theme
from samspil.queries import Library, answer
from samspil.store import Store

__all__ = ["build_network", "fetch_sources"]


def build_network(store: Store, library: Library) -> Network:
    """Return the network of everything that a register's questions say is on the map.

    Raises what the store and network_from raise, and UnknownName for a question that the library lacks.
    """
    actors = [actor_in(cells) for cells in _ask(store, library, "actors")]
    details = _details(store, library, actors)
    places = list(_ask(store, library, "places"))
    themes = themes_in(details)
    relations = _dated(
        map(relation_in, _ask(store, library, "relations")), _agreements(store, library), themes
    )
    sources = fetch_sources(store, library)
    used = {iri for one in relations for iri in one.themes}
    seats = {cells["node"]: cells for cells in reversed(list(_ask(store, library, "seats")))}
    return network_from(
        _described(actors, names_in(details), places, seats),
        relations,
        sources,
        _facts(store, library, details, _types(actors, relations, places), places, sources),
        [theme for of in themes.values() for theme in of if theme.iri in used],
    )


def fetch_sources(store: Store, library: Library) -> dict[str, list[Source]]:
    """Return the passages that state each thing of the map. Raises what the store raises."""
    sources: defaultdict[str, list[Source]] = defaultdict(list)
    for cells in _ask(store, library, "sources"):
        sources[cells["thing"]].append(source_in(cells))
    return dict(sources)


def _ask(store: Store, library: Library, name: str) -> Iterator[Cells]:
    """Yield the rows of a question without parameters, to which it is all one what day it is."""
    return cells_of(answer(store, library.get(f"network/{name}"), {}, date.min))


def _details(store: Store, library: Library, actors: Iterable[Actor]) -> list[Detail]:
    """Return all that sources say, row by row."""
    names = {actor.iri: (actor.label_da, actor.label_en) for actor in actors}
    return [
        *details_in(_ask(store, library, "details")),
        *details_in(_ask(store, library, "texts")),
        *roles_in(_ask(store, library, "roles"), names),
    ]


def _agreements(store: Store, library: Library) -> dict[str, set[str]]:
    """Return the periods of the agreements behind each cooperation."""
    agreements: defaultdict[str, set[str]] = defaultdict(set)
    for cells in _ask(store, library, "periods"):
        agreements[cells["cooperation"]].add(cells["period"])
    return dict(agreements)


def _types(
    actors: Iterable[Actor], relations: Iterable[Relation], places: Iterable[Cells]
) -> list[tuple[str, str]]:
    """Return everything that is on the map, with its types."""
    drawn = [(actor.iri, actor.type) for actor in actors]
    drawn += [(one.relation, one.type) for one in relations]
    return [*drawn, *((cells["cooperation"], cells["type"]) for cells in places)]


def _facts(
    store: Store,
    library: Library,
    details: Iterable[Detail],
    types: Sequence[tuple[str, str]],
    places: Sequence[Cells],
    sources: Mapping[str, Sequence[Source]],
) -> dict[str, list[Fact]]:
    """Return what sources say of everything on the map."""
    passages = {cells["passage"]: source_in(cells) for cells in _ask(store, library, "passages")}
    drawn = {thing for thing, _ in types}
    wanted = drawn | {type for _, type in types}
    facts = facts_from((detail for detail in details if detail.thing in wanted), passages)
    add_definitions(facts, types)
    return _with_names({thing: of for thing, of in facts.items() if thing in drawn}, places, sources)


def _described(
    actors: Iterable[Actor],
    names: Mapping[str, set[str]],
    places: Sequence[Cells],
    seats: Mapping[str, Cells],
) -> list[Actor]:
    """Return the actors with what else they are called, the cooperations that they bear, and their seats."""
    bears: defaultdict[str, set[str]] = defaultdict(set)
    called = defaultdict(set, {iri: set(of) for iri, of in names.items()})
    for cells in places:
        node, cooperation = cells["node"], cells["cooperation"]
        bears[node].add(cooperation)
        own = {cells[column] for column in ("nameDa", "nameEn") if column in cells}
        called[node] |= names.get(cooperation, set()) | own
    described = (
        replace(
            actor,
            also=tuple(sorted(called[actor.iri] - {actor.label_da, actor.label_en})),
            bears=tuple(sorted(bears[actor.iri])),
        )
        for actor in actors
    )
    return [_seated(one, seats[one.iri]) if one.iri in seats else one for one in described]


def _seated(actor: Actor, cells: Cells) -> Actor:
    """Return an actor with the place of its seat, as a row of `network/seats` describes it."""
    seat_da, seat_en = named(cells, ("placeDa", "placeEn"), "")
    longitude, latitude = float(cells["longitude"]), float(cells["latitude"])
    return replace(actor, seat_da=seat_da, seat_en=seat_en, longitude=longitude, latitude=latitude)


def _dated(
    relations: Iterable[Relation], agreements: Mapping[str, set[str]], themes: Mapping[str, set[Theme]]
) -> list[Relation]:
    """Return the relations with their themes, and with their agreements where they have no period of their own."""
    return [
        replace(
            one,
            agreements=() if one.period else tuple(sorted(agreements.get(one.relation, ()))),
            themes=tuple(sorted(theme.iri for theme in themes.get(one.relation, ()))),
        )
        for one in relations
    ]


def _with_names(
    facts: dict[str, list[Fact]], places: Sequence[Cells], sources: Mapping[str, Sequence[Source]]
) -> dict[str, list[Fact]]:
    """Return the facts with the names of the cooperations that are drawn at a body first among the body's."""
    for cells in reversed(places):
        labels = named(cells, ("typeDa", "typeEn"), "")
        names = named(cells, ("nameDa", "nameEn"), "")
        stated = tuple(sorted(sources.get(cells["cooperation"], ())))
        if any(names):
            first = Fact("name", *labels, *names, cells["cooperation"], "", stated)
            facts[cells["node"]] = [first, *facts.get(cells["node"], [])]
    return facts
