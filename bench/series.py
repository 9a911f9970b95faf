"""What the made-up relations share: the cooperation that is written of, and how things are numbered."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bench.actors import Actor

__all__ = ["Cooperation", "Series"]

# The first of each kind have the slugs that questions ask for by default; a cooperation its class too.
_FIRST: Final = {
    "cooperation": (
        ("trekantomraadet-danmark", "PoliticalCooperation"),
        ("norddjurs-via", "FormalPartnership"),
        ("norddjurs-aarhus-universitet", "FormalPartnership"),
        ("norddjurs-halmstad", "FormalPartnership"),
    ),
    "agreement": (("via-2018", ""), ("au-2022", ""), ("kulturaftale-2021-2024", "")),
    "action-plan": (("halmstad-2025-2028", ""),),
}


@dataclass(frozen=True)
class Cooperation:
    """What the rest is about: the cooperation, in words too, and its parties. Of a rich one all is said that can be."""

    iri: str
    slug: str
    kind: str
    name: tuple[str, str]
    parties: Sequence[Actor]
    rich: bool


class Series:
    """Numbers the things of each kind."""

    def __init__(self) -> None:
        """Begin with none of any kind."""
        self._made: Counter[str] = Counter()

    def next(self, kind: str) -> str:
        """Return the slug of the next thing of a kind."""
        return self.next_typed(kind)[0]

    def next_typed(self, kind: str) -> tuple[str, str]:
        """Return the slug of the next thing of a kind, and the class that it must have, if any."""
        number = self._made[kind]
        self._made[kind] += 1
        first = _FIRST.get(kind, ())
        return first[number] if number < len(first) else (f"{kind}-{number}", "")
