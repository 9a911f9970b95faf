"""Small networks for the tests of maps: a usual one, and one whose every text tries to break out."""

from dataclasses import replace

from samspil.network import Actor, Fact, Network, Relation, Source, Theme, network_from

BASE = "https://w3id.org/samspil/id/"
NORDDJURS, AARHUS, DIMA, LONER, HUB, EMPTY_HUB = (
    BASE + path
    for path in (
        "actor/norddjurs",
        "actor/aarhus",
        "actor/dima",
        "actor/loner",
        "cooperation/hub",
        "cooperation/empty",
    )
)
FORMAL, STRATEGIC, PART_OF = (
    BASE + "cooperation/formal",
    BASE + "cooperation/strategic",
    BASE + "cooperation/hub",
)

MEMO = Source(
    "Notat, 2024", "Memo, 2024", "L23", "Formelle partnerskaber", "Formal partnerships", BASE + "passage/1"
)
PAGE = Source(
    "Webside",
    "Web page",
    "L8",
    "Første afsnit",
    "First paragraph",
    BASE + "passage/2",
    "https://example.org/side",
)

MUNICIPALITY = Actor(
    NORDDJURS,
    "Norddjurs Kommune",
    "Norddjurs Municipality",
    "t:m",
    "kommune",
    "municipality",
    "circle",
    "#D6E4F0",
    21,
)
ACTORS = (
    MUNICIPALITY,
    Actor(
        AARHUS,
        "Aarhus Universitet",
        "Aarhus University",
        "t:u",
        "universitet",
        "university",
        "square",
        "#E3EFE8",
        22,
    ),
    Actor(DIMA, "DIMA", "DIMA", "t:a", "forening", "association", "rounded-square", "#F3E3D6", 24),
    Actor(LONER, "Virksomheder", "Businesses", "t:g", "aktørgruppe", "actor group", "ring", "#FBFAF7", 31),
    Actor(
        HUB,
        "DIMA-samarbejdet",
        "The DIMA cooperation",
        "t:p",
        "politisk",
        "political",
        "",
        "#7A3B86",
        5,
        True,
    ),
    Actor(EMPTY_HUB, "Lufthavnen", "The airport", "t:p", "politisk", "political", "", "#7A3B86", 5, True),
)
PARTNERSHIP = Relation(
    FORMAL, NORDDJURS, AARHUS, "t:f", "formelt partnerskab", "formal partnership",
    "Norddjurs og AU", "Norddjurs and AU", "#0B4F8A", "solid", 4, False, 1,
)  # fmt: skip
RELATIONS = (
    PARTNERSHIP,
    replace(
        PARTNERSHIP, relation=STRATEGIC, source=AARHUS, target=NORDDJURS, type="t:s", type_da="strategisk",
        type_en="strategic", label_da="Om klima", label_en="On climate", dash="long-dash", order=2,
    ),
    Relation(
        HUB, NORDDJURS, HUB, "t:p", "politisk", "political",
        "DIMA-samarbejdet", "The DIMA cooperation", "#7A3B86", "short-dash", 2, False, 5,
    ),
    Relation(
        HUB, DIMA, HUB, "t:p", "politisk", "political",
        "DIMA-samarbejdet", "The DIMA cooperation", "#7A3B86", "short-dash", 2, False, 5,
    ),
    Relation(
        HUB, HUB, DIMA, "t:c", "drives af", "carried out by",
        "drives af", "carried out by", "#5B6770", "dotted", 1, True, 12,
    ),
)  # fmt: skip
SOURCES = {NORDDJURS: [PAGE, MEMO], FORMAL: [MEMO], HUB: [PAGE]}

# Text that would run, load or end something if it were anything but text.
HOSTILE = (
    "</script><script>window.broken=1</script>",
    '"><img src=x onerror="window.broken=1">',
    "'-window.broken=1-'",
    "<!--<script>",
    "]]>&lt;b&gt;{{ 7*7 }}{% raw %}",
    "\u2028\u2029\u202e href=javascript:window.broken=1",
    "<svg/onload=window.broken=1>",
)


THEME = Theme(BASE + "focus-area/klima", "klima", "climate")
AGREEMENT = Fact(
    "agreement", "Aftale", "Agreement", "Aftalen", "The agreement", BASE + "agreement/1", "2022/2025", (MEMO,)
)


def sample() -> Network:
    """Return the usual network: parallel relations, cooperations with and without parties, a loner."""
    return network_from(ACTORS, RELATIONS, SOURCES)


def rich_sample() -> Network:
    """Return the usual network with all that sources can tell: periods, themes, facts, other names and seats."""
    seated = replace(
        MUNICIPALITY, also=("29189986",), seat_da="Grenaa", seat_en="Grenaa", longitude=10.88, latitude=56.41
    )
    dated = replace(PARTNERSHIP, period="2022/2025", themes=(THEME.iri,), weight=2.5)
    open_ended = replace(RELATIONS[1], period="2018?/..")
    return network_from(
        [seated, *ACTORS[1:]], [dated, open_ended, *RELATIONS[2:]], SOURCES, {FORMAL: [AGREEMENT]}, [THEME]
    )


def hostile_sample() -> Network:
    """Return the same network with every text hostile, the addresses of things included."""

    def text(number: int) -> str:
        return HOSTILE[number % len(HOSTILE)] + str(number)

    iris = {actor.iri: text(number) for number, actor in enumerate(ACTORS)}
    actors = [
        replace(
            actor, iri=iris[actor.iri], label_da=text(10 + number), label_en=text(20 + number),
            type=text(60) + actor.type, type_da=text(30 + number), type_en=text(40 + number),
            also=(text(70 + number),), seat_da=text(number), seat_en=text(number),
            longitude=10.0 + number, latitude=56.0,
        )
        for number, actor in enumerate(ACTORS)
    ]  # fmt: skip
    relations = [
        replace(
            relation, relation=text(number), source=iris[relation.source], target=iris[relation.target],
            type=text(60) + relation.type, label_da=text(50 + number), label_en=text(55 + number),
            themes=(text(80),),
        )
        for number, relation in enumerate(RELATIONS)
    ]  # fmt: skip
    sources = [
        Source(
            text(n),
            text(n + 1),
            text(n + 2),
            text(n + 3),
            text(n + 4),
            text(n + 5),
            "javascript:window.broken=1",
        )
        for n in range(len(HOSTILE))
    ]
    told = [
        Fact(
            text(n),
            text(n + 1),
            text(n + 2),
            text(n + 3),
            text(n + 4),
            "javascript:window.broken=1",
            "",
            tuple(sources),
        )
        for n in range(len(HOSTILE))
    ]
    facts = dict.fromkeys((*iris.values(), *(text(number) for number in range(10))), told)
    themes = [Theme(text(80), text(81), text(82))]
    return network_from(actors, relations, {text(number): sources for number in range(10)}, facts, themes)
