"""A made-up network of any number of actors, with what a real register tells about them: no store, no questions.

    python -m bench.town 1000 map.html

Three relations for each actor: pairs, cooperations of three to twenty parties, ownerships and parts. Names, types,
periods, sources and facts are of the kinds and lengths of the register that ships. The same number of actors gives
the same network.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from typing import Any, Final

from bench.invention import Invention
from samspil.maps import render_map
from samspil.namespaces import BASE, ORG, SAM
from samspil.network import Actor, Fact, Network, Relation, Source, Theme, network_from

__all__ = ["make_up"]

_SEED: Final = 4
_RELATIONS: Final = 3  # for each actor
_PASSAGES: Final = 8  # of a document
_DOCUMENT_FOR: Final = 12  # actors
_SLOPE: Final = 1.6  # how much more often the first actors take part than the last
_AREA: Final = 40  # actors that mostly work with each other
_NEAR: Final = 0.93  # of the parties are from the area of the cooperation

# Type of actor: class, names, shape, colour, place in the legend, and what one is called after its place.
_KINDS: Final = (
    ("Municipality", "kommune", "municipality", "circle", "#D6E4F0", 21, "{} Kommune", "{} Municipality"),
    (
        "University",
        "universitet",
        "university",
        "square",
        "#E3EFE8",
        22,
        "{} Universitet",
        "University of {}",
    ),
    ("Association", "forening", "association", "diamond", "#F3E3D6", 24, "Foreningen {}", "{} Association"),
    ("Company", "selskab", "company", "hexagon", "#EFE7F3", 26, "{} Forsyning A/S", "{} Utility plc"),
    ("Council", "råd", "council", "triangle", "#F5EFD5", 25, "{} Erhvervsråd", "{} Business Council"),
    (
        "ActorGroup",
        "aktørgruppe",
        "actor group",
        "ring",
        "#FBFAF7",
        31,
        "Virksomheder i {}",
        "Companies in {}",
    ),
)

# Type of cooperation: class, names, colour, dash pattern, width, place in the legend.
_TIES: Final = (
    ("FormalPartnership", "formelt partnerskab", "formal partnership", "#0B4F8A", "solid", 4, 1),
    ("StrategicPartnership", "strategisk partnerskab", "strategic partnership", "#0B4F8A", "long-dash", 3, 2),
    ("StrategicCooperation", "strategisk samarbejde", "strategic cooperation", "#B4460B", "solid", 3, 3),
    ("FunctionalCooperation", "funktionelt samarbejde", "functional cooperation", "#00704A", "solid", 2, 4),
    ("PoliticalCooperation", "politisk samarbejde", "political cooperation", "#7A3B86", "solid", 3, 5),
)

_THEMES: Final = (
    ("Fremtidens arbejdskraft og rekruttering", "Workforce of the future and recruitment"),
    ("Klima, energi og grøn omstilling", "Climate, energy and green transition"),
    ("Sundhed på tværs", "Health across sectors"),
    ("Turisme og oplevelser", "Tourism and experiences"),
    ("Viden og forskning", "Knowledge and research"),
    ("Fælles kommuneplan", "Joint municipal plan"),
)


class _Town:
    """A network that is being made up."""

    def __init__(self, actors: int) -> None:
        """Make up the documents and the actors."""
        self._made_up = Invention(_SEED)
        self.passages = [
            self._passage(number) for number in range(max(1, actors // _DOCUMENT_FOR) * _PASSAGES)
        ]
        self.sources: dict[str, list[Source]] = {}
        self.facts: dict[str, list[Fact]] = {}
        self.actors = [self._actor(number) for number in range(actors)]
        self.themes = [
            Theme(f"{BASE}concept/theme/{number}", danish, english)
            for number, (danish, english) in enumerate(_THEMES)
        ]

    def relations(self) -> Iterator[Relation]:
        """Yield relations without end: two of five lines are of pairs, some of ownership, the rest of groups."""
        for number in count(1):
            if self._made_up.chance(0.12):
                yield self._ownership(number)
            elif self._made_up.chance(0.82):
                yield self._pair(number)
            else:
                yield from self._group(number)

    def _passage(self, number: int) -> Source:
        """Return a passage of a document."""
        document, place = divmod(number, _PASSAGES)
        name = self._made_up.place(document)
        return Source(
            document_da=f"Notat om partnerskaber og samarbejder i {name}, februar 2024",
            document_en=f"Memo on partnerships and cooperation in {name}, February 2024",
            locator=f"L{3 + 4 * place}",
            passage_da=f"Afsnittet om samarbejde nr. {place + 1}",
            passage_en=f"Section {place + 1} on cooperation",
            passage=f"{BASE}id/passage/notat-{document}-l{3 + 4 * place}",
            page=f"https://www.example.org/notat-{document}" if document % 2 else "",
            document=f"{BASE}id/source/notat-{document}",
        )

    def _cited(self, most: int) -> tuple[Source, ...]:
        """Return one passage or a few."""
        return tuple({self._made_up.one(self.passages) for _ in range(1 + self._made_up.below(most))})

    def _actor(self, number: int) -> Actor:
        """Return an actor of a type; the first two hundred are municipalities more often than not."""
        kind = _KINDS[0] if number < 98 else self._made_up.one(_KINDS[1:])
        name, slug = self._made_up.place(number), f"{kind[0].lower()}-{number}"
        iri = f"{BASE}id/actor/{slug}"
        self.sources[iri] = list(self._cited(4))
        self.facts[iri] = [
            Fact(
                "identifier",
                "CVR-nummer",
                "CVR number",
                f"{29189000 + number}",
                f"{29189000 + number}",
                "",
                "",
                (),
            ),
        ]
        return Actor(
            iri=iri,
            label_da=kind[6].format(name),
            label_en=kind[7].format(name),
            type=SAM + kind[0],
            type_da=kind[1],
            type_en=kind[2],
            node_shape=kind[3],
            colour=kind[4],
            order=kind[5],
            also=(f"{29189000 + number}",),
            **(self._seat(name) if number < 98 else {}),
        )

    def _seat(self, name: str) -> dict[str, Any]:
        """Return where a municipality has its seat: a place somewhere in Jutland or on Funen."""
        longitude, latitude = (
            8.3 + 2.4 * self._made_up.below(1000) / 1000,
            55 + 2 * self._made_up.below(1000) / 1000,
        )
        return {"seat_da": name, "seat_en": name, "longitude": longitude, "latitude": latitude}

    def _some(self, number: int) -> list[Actor]:
        """Return different actors, the first ones more often than the last, and most of them from one area."""
        areas = max(1, len(self.actors) // _AREA)
        area = self._made_up.below(areas)
        found: dict[str, Actor] = {}
        while len(found) < number:
            place = self._made_up.below(len(self.actors), _SLOPE)
            if self._made_up.chance(_NEAR):
                place = min(place // areas * areas + area, len(self.actors) - 1)
            found[self.actors[place].iri] = self.actors[place]
        return list(found.values())

    def _tie(self, iri: str, ends: Sequence[Actor]) -> Relation:
        """Return what all lines of a cooperation have in common, between its first parties."""
        kind = self._made_up.one(_TIES)
        one, other = ends[0], ends[-1]
        self.sources[iri] = list(self._cited(3))
        self._tell(iri)
        return Relation(
            relation=iri,
            source=one.iri,
            target=other.iri,
            type=SAM + kind[0],
            type_da=kind[1],
            type_en=kind[2],
            label_da=f"{self._place(one)} og {other.label_da}",
            label_en=f"{self._place(one)} and {other.label_en}",
            colour=kind[3],
            dash=kind[4],
            width=kind[5],
            directed=False,
            order=kind[6],
            period=self._made_up.period(self._made_up.year()) if self._made_up.chance(0.6) else "",
            themes=tuple(theme.iri for theme in self.themes if self._made_up.chance(0.15)),
        )

    def _place(self, actor: Actor) -> str:
        """Return the place of an actor, as people call a municipality in the name of a cooperation."""
        return self._made_up.place(int(actor.iri.rsplit("-", 1)[-1]))

    def _tell(self, iri: str) -> None:
        """Make up what is told about a cooperation: an agreement, and sometimes a meeting or a remark."""
        year, sources = self._made_up.year(), self._cited(2)
        name = (f"Samarbejdsaftale {year}", f"Cooperation agreement {year}")
        link = f"{BASE}id/agreement/aftale-{year}"
        told = [Fact("agreement", "Aftale", "Agreement", *name, link, self._made_up.period(year), sources)]
        if self._made_up.chance(0.4):
            meets = (
                "Borgmester og direktør mødes én gang om året",
                "The mayor and the director meet once a year",
            )
            told.append(Fact("meeting", "Møder", "Meetings", *meets, "", "", sources))
        if self._made_up.chance(0.2):
            about = self._made_up.place(self._made_up.below(400))
            remark = (
                f"Partnerne følger op på planen for {about}.",
                f"The partners follow up the plan for {about}.",
            )
            told.append(Fact("remark", "Bemærkning", "Remark", *remark, "", "", sources))
        self.facts[iri] = told

    def _pair(self, number: int) -> Relation:
        """Return a cooperation of two."""
        ends = self._some(2)
        return self._tie(f"{BASE}id/cooperation/samarbejde-{number}", ends)

    def _group(self, number: int) -> Iterator[Relation]:
        """Yield the lines of a cooperation of three to twenty, from each party to the cooperation itself."""
        parties = self._some(min(len(self.actors), self._made_up.size(3, 20)))
        iri = f"{BASE}id/cooperation/samarbejde-{number}"
        common = self._tie(iri, parties)
        for party in parties:
            yield replace(common, source=party.iri, target=iri)

    def _ownership(self, number: int) -> Relation:
        """Return that one owns another, or is part of it."""
        ends = self._some(2)
        common = self._tie(f"{BASE}id/ownership/ejerskab-{number}", ends)
        kind = ("Ownership", "ejerskab", "ownership") if self._made_up.chance(0.6) else ()
        names = kind or ("subOrganizationOf", "del af", "part of")
        return replace(
            common,
            type=(SAM if kind else ORG) + names[0],
            type_da=names[1],
            type_en=names[2],
            label_da=f"{ends[0].label_da}s ejerskab af {ends[1].label_da}" if kind else names[1],
            label_en=f"Ownership of {ends[1].label_en} by {ends[0].label_en}" if kind else names[2],
            colour="#5B6770",
            dash="solid",
            width=1,
            directed=True,
            order=10 if kind else 11,
            themes=(),
        )


def make_up(actors: int) -> Network:
    """Return a network of so many actors, and of three times as many relations between them."""
    town = _Town(actors)
    relations = list(islice(town.relations(), _RELATIONS * actors))
    groups = {one.target: _hub(one) for one in relations if one.target == one.relation}
    return network_from([*town.actors, *groups.values()], relations, town.sources, town.facts, town.themes)


def _hub(line: Relation) -> Actor:
    """Return the node of a cooperation, by one of its lines."""
    return Actor(
        iri=line.relation,
        label_da=line.label_da,
        label_en=line.label_en,
        type=line.type,
        type_da=line.type_da,
        type_en=line.type_en,
        node_shape="",
        colour=line.colour,
        order=line.order,
        is_hub=True,
    )


def main(arguments: Sequence[str]) -> int:
    """Write the map of a made-up network of so many actors to a file."""
    actors, target = int(arguments[0]), Path(arguments[1])
    target.write_text(render_map(make_up(actors)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
