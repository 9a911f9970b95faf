"""The made-up actors: municipalities and others, each described by the sources that name it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from bench.invention import Invention
from bench.sheet import Sheet, concept, labels, period, thing

__all__ = ["Actor", "Actors"]

_NEW: Final = 0.22  # of the times that an actor is named, it is for the first time
_SLOPE: Final = 1.3  # how much more often the first actors are named than the last
_CODES: Final = 900  # there are no more municipality codes

_REGIONS: Final = (
    ("Midtjylland", "Central Jutland"),
    ("Syddanmark", "Southern Denmark"),
    ("Sjælland", "Zealand"),
    ("Nordjylland", "North Jutland"),
    ("Hovedstaden", "The Capital"),
)

# What each digit of a CVR number counts in its check.
_WEIGHTS: Final = (2, 7, 6, 5, 4, 3, 2)

# Class of an actor to its name in Danish and English, by a made-up place; the frequent ones stand twice.
_KINDS: Final = (
    ("University", "{} Universitet", "University of {}"),
    ("UniversityCollege", "Professionshøjskolen i {}", "{} University College"),
    *[("Association", "Foreningen {}", "{} Association")] * 2,
    *[("Company", "{} A/S", "{} plc")] * 2,
    ("Council", "{} Erhvervsråd", "{} Business Council"),
    *[("ActorGroup", "Virksomheder i {}", "Companies in {}")] * 2,
)


@dataclass(frozen=True)
class Actor:
    """An actor: its IRI as Turtle writes it, and what each source that names it says of it."""

    iri: str
    slug: str
    name: str
    described: tuple[str, ...]


class Actors:
    """All actors so far. New ones come as more is said, as in a real register."""

    def __init__(self, invent: Invention) -> None:
        """Begin without actors."""
        self._invent = invent
        self._municipalities: list[Actor] = []
        self._others: list[Actor] = []
        self._regions: list[str] = []
        self._cvr = _cvr_numbers()

    def draw(self, sheet: Sheet, municipal: bool) -> Actor:
        """Return an actor that the source names, and describe it there."""
        known = self._municipalities if municipal or self._invent.chance(0.5) else self._others
        rate = _NEW / 2 if known is self._municipalities else _NEW
        if len(known) < 4 or self._invent.chance(rate):
            actor = self._municipality(sheet) if known is self._municipalities else self._other(sheet)
            known.append(actor)
        else:
            actor = known[self._invent.below(len(known), _SLOPE)]
        self._name(actor, sheet)
        return actor

    def first(self, sheet: Sheet) -> Actor:
        """Return the first municipality, and describe it in the source."""
        if not self._municipalities:
            self._municipalities.append(self._municipality(sheet))
        self._name(self._municipalities[0], sheet)
        return self._municipalities[0]

    def write_company(self, cooperation: str, slug: str, owners: Sequence[Actor], sheet: Sheet) -> None:
        """Write that a company of the parties carries a cooperation out, and what each owns of it."""
        company = thing("actor", f"selskab-{slug}")
        names = labels(f"Selskabet {slug} A/S", f"The company {slug} plc")
        sheet.say(cooperation, f"sam:carriedOutBy {company}")
        sheet.say(company, "a sam:Company", *names, sheet.mentioned_in())
        for owner in owners:
            sheet.say(
                thing("ownership", f"{slug}-{owner.slug}"),
                "a sam:Ownership",
                *labels(f"{owner.name} ejer en del af {slug}", f"{owner.name} owns a part of {slug}"),
                f"sam:owner {owner.iri}",
                f"sam:owned {company}",
                f'sam:share "{100 / len(owners):.2f}"^^xsd:decimal',
                period("sam:period", self._invent.period(self._invent.year())),
                *sheet.stated(),
            )

    def council(self, sheet: Sheet) -> str:
        """Return the council of a municipality that the source has named or names now."""
        return _council(self.draw(sheet, municipal=True).slug)

    def mayor(self, actor: Actor) -> str:
        """Return the post of the head of an actor."""
        return thing("post", f"leder-{actor.slug}")

    def _name(self, actor: Actor, sheet: Sheet) -> None:
        """Describe an actor in a source that has not named it before; once more where another source has."""
        if actor.slug not in sheet.mentioned:
            sheet.mentioned.add(actor.slug)
            sheet.say(actor.iri, *actor.described, sheet.mentioned_in())

    def _municipality(self, sheet: Sheet) -> Actor:
        """Return a new municipality, with its council, its mayor and what background sources say."""
        number = len(self._municipalities)
        place = self._invent.place(number) if number else "Norddjurs"
        slug = f"kommune-{number}" if number else "norddjurs-kommune"
        names = labels(f"{place} Kommune", f"{place} Municipality")
        actor = Actor(thing("actor", slug), slug, place, ("a sam:Municipality", *names))
        sheet.say(
            actor.iri, f"foaf:homepage <https://{slug}.example/>", f"dct:spatial {thing('place', slug)}"
        )
        sheet.say(
            thing("place", slug),
            "a dct:Location",
            *labels(place, place),
            f"dct:isPartOf {thing('place', self._region(number % len(_REGIONS), sheet))}",
            f'schema:latitude "{54 + number % 400 / 100:.2f}"^^xsd:decimal',
            f'schema:longitude "{8 + number % 700 / 100:.2f}"^^xsd:decimal',
            sheet.mentioned_in(),
        )
        sheet.say(
            _council(slug),
            "a sam:Committee",
            *labels(f"Kommunalbestyrelsen i {place}", f"The municipal council of {place}"),
            f"org:subOrganizationOf {actor.iri}",
            sheet.mentioned_in(),
        )
        self._post(actor, "Borgmesteren", "The mayor", sheet)
        self._identify(actor, "cvr", next(self._cvr), sheet)
        self._identify(actor, "wikidata", f"Q{700_000_000 + number}", sheet)
        if number < _CODES:
            self._identify(actor, "municipality-code", f"0{100 + number}", sheet)
        return actor

    def _region(self, number: int, sheet: Sheet) -> str:
        """Return the slug of a region, and describe it where it is first named."""
        slug = f"region-{number}"
        if number == len(self._regions):
            self._regions.append(slug)
            da, en = _REGIONS[number]
            sheet.say(thing("place", slug), "a dct:Location", *labels(da, en), sheet.mentioned_in())
        return slug

    def _other(self, sheet: Sheet) -> Actor:
        """Return a new actor of another class, with its head and sometimes another name and a number."""
        number = len(self._others)
        kind, da, en = self._invent.one(_KINDS)
        place = self._invent.place(number)
        slug = f"aktoer-{number}"
        names = labels(da.format(place), en.format(place))
        actor = Actor(thing("actor", slug), slug, place, (f"a sam:{kind}", *names))
        self._post(actor, "Lederen", "The head", sheet)
        if kind != "ActorGroup" and self._invent.chance(0.5):
            self._identify(actor, "cvr", next(self._cvr), sheet)
        if self._invent.chance(0.2):
            self._rename(actor, sheet)
        return actor

    def _post(self, actor: Actor, da: str, en: str, sheet: Sheet) -> None:
        """Write the post of the head of an actor."""
        sheet.say(
            self.mayor(actor),
            "a org:Post",
            *labels(f"{da} for {actor.name} ({actor.slug})", f"{en} of {actor.name} ({actor.slug})"),
            f"org:postIn {actor.iri}",
            sheet.mentioned_in(),
        )

    def _identify(self, actor: Actor, scheme: str, text: str, sheet: Sheet) -> None:
        """Write the identifier of an actor in a scheme."""
        identifier = thing("identifier", f"{scheme}-{text.lower()}")
        sheet.say(actor.iri, f"adms:identifier {identifier}")
        sheet.say(
            identifier,
            "a adms:Identifier",
            *labels(f"{scheme} {text}", f"{scheme} {text}"),
            f'skos:notation "{text}"',
            f"sam:identifierScheme {concept('identifier-scheme', scheme)}",
            f"prov:wasDerivedFrom {sheet.passage()}",
            f"sam:basis {concept('basis', 'background')}",
        )

    def _rename(self, actor: Actor, sheet: Sheet) -> None:
        """Write another name of an actor, as a node with its passage."""
        name, text = thing("name", actor.slug), f"{actor.name[:3].upper()}{actor.slug[-3:]}"
        sheet.say(actor.iri, f"skosxl:altLabel {name}")
        sheet.say(
            name,
            "a skosxl:Label",
            *labels(f"Navneformen »{text}«", f"The name form “{text}”"),
            f'skosxl:literalForm "{text}"@da',
            *sheet.stated(),
        )


def _cvr_numbers() -> Iterator[str]:
    """Yield numbers of the form of a CVR number whose last digit is the right one for the others."""
    for number in count(2_000_000):
        check = -sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, str(number), strict=True)) % 11
        if check < 10:
            yield f"{number}{check}"


def _council(slug: str) -> str:
    """Return the council of the municipality of a slug."""
    return thing(
        "actor", "kommunalbestyrelsen" if slug == "norddjurs-kommune" else f"kommunalbestyrelsen-{slug}"
    )
