"""A network whose every text tries to break out, and whose shape is as odd as it can be: the hostile corpus."""

from collections.abc import Callable
from itertools import count, pairwise
from pathlib import Path
from typing import TypeAlias

from tests.maps.samples import BASE, HOSTILE

from samspil.maps.stories import Step, Story
from samspil.network import Actor, Fact, Network, Relation, Source, Theme, network_from

Text: TypeAlias = Callable[[], str]

LONG = "lang" * 2500  # 10,000 letters without a place to break
TITLE = "<b>titel</b> " * 77_000  # a million
TEXTS = (
    *HOSTILE,
    "</ScRiPt ><script>window.broken=1</script>",
    "</style><style>*{display:none}</style>",
    "<iframe srcdoc='<script>parent.broken=1</script>'></iframe>",
    "javascript:window.broken=1",
    "data:text/html,<script>parent.broken=1</script>",
    "\u202e\u2066evil\u0000 null \u0007 bell",
    '=HYPERLINK("https://example.org";"x")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(1,1)",
    "\t-2+3",
    "👩‍👩‍👧‍👦 \U0001f1e9\U0001f1f0 ẞ İ ﷽",
    "{name} {n} {__proto__} ${1} %s %00 constructor",
    "a\r\n\r\nb;\"c\";'d',e&amp;&lt;",
    LONG,
    "",
    "   ",
)
# What an IRI should never have in it, and what would be an address of something else.
ODD = (
    "mellem rum",
    "citat\"'`",
    "procent%zz%2F%",
    "æøå/日本/\U0001f600",
    "a,b&c=d#e?f",
    "<img>",
    "__proto__",
    "constructor",
    " community 0",
    "\u202e",
)
ADDRESSES = (
    "javascript:window.broken=1",
    " JaVaScRiPt:window.broken=1",
    "data:text/html,<script>window.broken=1</script>",
    "java\nscript:window.broken=1",
    "\u0001javascript:window.broken=1",
    "vbscript:x",
    "//example.org/x",
    "file:///etc/passwd",
    "blob:x",
    'https://example.org/"><script>window.broken=1</script>',
)


def corpus() -> Network:
    """Return the network: 50 parallel relations, relations to oneself, a hub, and hostile text everywhere."""
    turn = count()

    def text() -> str:
        return TEXTS[next(turn) % len(TEXTS)]

    def source(number: int) -> Source:
        page = ADDRESSES[number % len(ADDRESSES)]
        return Source(
            text(), text(), text(), text(), text(), f"{text()}p{number}", page, f"{text()}d{number}"
        )

    sources = tuple(source(number) for number in range(30))
    iris = [*(BASE + "actor/" + odd for odd in ODD), *ADDRESSES, *(f"{one}!" for one in TEXTS)]
    actors = [_actor(iri, number, text) for number, iri in enumerate(iris)]
    hub = iris[3]
    ends = [
        *[(iris[0], iris[1])] * 50,
        *[(iris[2], iris[2])] * 4,
        *[(iri, hub) for iri in iris[4:12]],
        *pairwise(iris[12:]),
    ]
    themes = [Theme(f"{one}t{number}", text(), text()) for number, one in enumerate(TEXTS)]
    relations = [_relation(a, b, number, text, themes) for number, (a, b) in enumerate(ends)]
    facts = {
        one: [_fact(number + at, text, sources) for at in range(12)]
        for number, one in enumerate([*iris, *(relation.relation for relation in relations)])
    }
    cited = {one: sources[number % 20 : number % 20 + 5] for number, one in enumerate(facts)}
    return network_from(actors, relations, cited, facts, themes)


def _actor(iri: str, number: int, text: Text) -> Actor:
    """Return an actor; the fourth is a hub."""
    kind = f"{TEXTS[number % 9]}k{number % 9}"
    return Actor(
        iri, text(), text(), kind, text(), text(), "circle" if number != 3 else "", "#D6E4F0", number % 9,
        is_hub=number == 3, also=(text() or "-", text() or "-"), seat_da=text(), seat_en=text(),
        longitude=9.0 + number / 20 if number % 2 else None, latitude=56.0 if number % 2 else None,
    )  # fmt: skip


def _relation(source: str, target: str, number: int, text: Text, themes: list[Theme]) -> Relation:
    """Return a relation with an IRI of its own."""
    kind = f"{TEXTS[number % 11]}r{number % 11}"
    return Relation(
        f"{BASE}cooperation/{ODD[number % len(ODD)]}{number}", source, target, kind, text(), text(), text(), text(),
        "#0B4F8A", "solid", 2, number % 2 == 0, 50 + number % 11, period="2022/2025" if number % 3 else "",
        themes=(themes[number % len(themes)].iri,),
    )  # fmt: skip


def _fact(number: int, text: Text, sources: tuple[Source, ...]) -> Fact:
    """Return a fact of one of the kinds that there are, or of one that nobody knows."""
    kinds = (
        "name",
        "identifier",
        "agreement",
        "theme",
        "meeting",
        "role",
        "body",
        "remark",
        "definition",
        "__proto__",
    )
    cited = (sources[number % len(sources)],)
    return Fact(
        kinds[number % len(kinds)],
        text(),
        text(),
        text(),
        text(),
        ADDRESSES[number % len(ADDRESSES)] + "#fact",
        "2024",
        cited,
    )


def stories() -> list[Story]:
    """Return stories of hostile steps."""
    written = [text for text in TEXTS if text.strip()]
    steps = tuple(Step((one, one), (one, one), {"text": "a"}) for one in written)
    return [Story(f"{one}s", Path("s.yaml"), (one, one), steps) for one in written[:6]]
