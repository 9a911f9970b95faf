"""What sources say of actors and relations: the rows of three questions (details, texts, roles), put together.

A row has one passage; what several passages say is one fact with all of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from samspil.network.cells import Cells, named
from samspil.network.records import Fact, Source, Theme
from samspil.wording import short

__all__ = ["Detail", "add_definitions", "details_in", "facts_from", "names_in", "roles_in", "themes_in"]

# Kind in the questions to the kind of a fact; the order is that in which facts are shown.
_KINDS: Final = {
    "name": "name",
    "identifier": "identifier",
    "homepage": "identifier",
    "seat": "identifier",
    "agreement": "agreement",
    "theme": "theme",
    "purpose": "theme",
    "meeting": "meeting",
    "role": "role",
    "share": "role",
    "body": "body",
    "remark": "remark",
    "note": "remark",
    "definition": "definition",
}
_RANKS: Final = {kind: rank for rank, kind in enumerate(_KINDS)}

# What leads nowhere, since it is only the node that holds a text.
_WITHOUT_PAGE: Final = frozenset({"name", "identifier", "share", "remark", "note", "definition"})

_LAST: Final = "~"  # after every digit, so after every period
_UNNUMBERED: Final = 1_000_000


@dataclass(frozen=True)
class Detail:
    """A row of one of the questions, without its label and value where it has none; `kind` is the question's."""

    thing: str
    kind: str
    position: int
    label: tuple[str, str]
    item: str
    value: tuple[str, str]
    address: str
    period: str
    passage: str


def roles_in(rows: Iterable[Cells], names: Mapping[str, tuple[str, str]]) -> Iterator[Detail]:
    """Yield the details that rows of `network/roles` describe, given the names of the actors."""
    for cells in rows:
        value = names.get(cells["item"])
        if value:
            label = named(cells, ("labelDa", "labelEn"), "")
            told = (cells["item"], cells.get("period", ""), cells.get("passage", ""))
            yield Detail(cells["thing"], "role", _UNNUMBERED, label, told[0], value, *told)


def details_in(rows: Iterable[Cells]) -> Iterator[Detail]:
    """Yield the details that rows of `network/details` and `network/texts` describe."""
    for cells in rows:
        kind, item = cells["kind"], cells["item"]
        value = named(cells, ("valueDa", "valueEn"), short(item))
        yield Detail(
            thing=cells["thing"],
            kind=kind,
            position=int(cells.get("position", _UNNUMBERED)),
            label=named(cells, ("labelDa", "labelEn"), ""),
            item=item,
            value=_percent(value[0]) if kind == "share" else value,
            address=_safe(cells.get("address", "")) if "address" in cells or kind in _WITHOUT_PAGE else item,
            period=cells.get("period", ""),
            passage=cells.get("passage", ""),
        )


def facts_from(details: Iterable[Detail], passages: Mapping[str, Source]) -> dict[str, list[Fact]]:
    """Return the facts of each thing in the order in which they are shown."""
    told: defaultdict[str, defaultdict[Detail, set[str]]] = defaultdict(lambda: defaultdict(set))
    for detail in details:
        told[detail.thing][_unsourced(detail)].add(detail.passage)
    return {
        thing: [
            _fact(detail, [passages[one] for one in of[detail] if one in passages])
            for detail in sorted(of, key=_order)
        ]
        for thing, of in told.items()
    }


def add_definitions(facts: dict[str, list[Fact]], types: Iterable[tuple[str, str]]) -> None:
    """Add to the facts of each thing what sources say that its type means; `types` has things with their types."""
    for thing, type in sorted(set(types)):
        told = [fact for fact in facts.get(type, ()) if fact.kind == "definition"]
        if told:
            facts[thing] = [*facts.get(thing, []), *told]


def names_in(details: Iterable[Detail]) -> dict[str, set[str]]:
    """Return what else each thing is called: its other names and its identifiers."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for detail in details:
        if detail.kind in {"name", "identifier"}:
            names[detail.thing].update(detail.value)
    return dict(names)


def themes_in(details: Iterable[Detail]) -> dict[str, set[Theme]]:
    """Return the themes of each thing."""
    themes: defaultdict[str, set[Theme]] = defaultdict(set)
    for detail in details:
        if detail.kind == "theme":
            themes[detail.thing].add(Theme(detail.item, *detail.value))
    return dict(themes)


def _unsourced(detail: Detail) -> Detail:
    """Return a detail without its passage: the same for every row of one fact."""
    return replace(detail, passage="")


def _order(detail: Detail) -> tuple[int, str, tuple[str, str], int, tuple[str, str], str]:
    """Return what facts are sorted by: agreements by time, what is to come last; the rest what is undated first."""
    time = detail.period or (_LAST if detail.kind == "agreement" else "")
    return (_RANKS[detail.kind], time, detail.label, detail.position, detail.value, detail.item)


def _fact(detail: Detail, sources: Sequence[Source]) -> Fact:
    """Return the fact of a detail and the passages that state it."""
    kind = _KINDS[detail.kind]
    return Fact(
        kind, *detail.label, *detail.value, detail.address, detail.period, tuple(sorted(set(sources)))
    )


def _percent(share: str) -> tuple[str, str]:
    """Return a share of a hundred with its sign, in Danish with a decimal comma."""
    return f"{share.replace('.', ',')} %", f"{share} %"


def _safe(address: str) -> str:
    """Return an address that a page may lead to, none for any other: a source's text is no script."""
    return address if address.startswith(("https://", "http://")) else ""
