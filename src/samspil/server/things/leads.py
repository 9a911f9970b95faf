"""The one sentence, or two, that say what a thing is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final

from samspil.namespaces import SAM, SKOS
from samspil.server.things.filling import Filled
from samspil.server.things.force import in_force
from samspil.server.things.grammar import article, listed, pronoun
from samspil.server.things.reading import Words
from samspil.server.things.sheets import Sheet
from samspil.server.things.times import read_span

__all__ = ["lead"]

_NAMED: Final = 4  # parties that are named before they are only counted

# Filled sections by their ids.
_Sections = Mapping[str, Filled]


def lead(kind: str, sheet: Sheet, sections: Mapping[str, Filled]) -> list[Words]:
    """Return what a thing is in sentences: its type, and what the kind has to say at once."""
    types = [words.text for words in map(sheet.reader.name, sheet.reader.types(sheet.iri))]
    noun = listed(types[:1], sheet.lang)
    name = sheet.reader.name(sheet.iri)
    more = _MORE.get(kind, _definition)(noun, sheet, sections)
    is_a = sheet.texts.gettext("{name} is {noun}").format(name=name.text, noun=article(noun, sheet.lang))
    if kind in _MORE:
        return [Words(is_a + more, name.lang and "")]
    return [Words(f"{is_a}."), *([Words(more)] if more else [])]


def _actor(noun: str, sheet: Sheet, sections: _Sections) -> str:
    """Return where an actor has its seat, and how many cooperations of which types it takes part in."""
    _, ngettext = sheet.texts.gettext, sheet.texts.ngettext
    places = sheet.reader.things(sheet.iri, "org:hasPrimarySite/dct:spatial", 1)
    seat = [_(" with its seat in {place}").format(place=sheet.reader.name(one).text) for one in places]
    found = sections["cooperations"]
    if not found.rows:
        return f"{''.join(seat)}."
    number = len(found.rows)
    said = ngettext("{n} cooperation", "{n} cooperations", number)
    if found.more:
        said = _("more than {n} cooperations")
    text = _(" {it} takes part in {n}").format(it=pronoun(noun, sheet.lang), n=said.format(n=number))
    return f"{''.join(seat)}.{text}{_of_which(sheet, found)}."


def _of_which(sheet: Sheet, found: Filled) -> str:
    """Return how many of the cooperations are of the first type of the legend that they have."""
    kinds = Counter(
        kind
        for row in found.rows
        for one in sheet.reader.things(row.item, "org:organization", 1)
        for kind in sheet.reader.types(one)
    )
    order = {kind: int(sheet.reader.first(kind, SAM + "drawingOrder") or 99) for kind in kinds}
    first = min(kinds, key=lambda kind: (order[kind], kind), default="")
    if not first or kinds[first] == len(found.rows) == 1 or found.more:
        return ""
    noun = sheet.reader.name(first).text
    return sheet.texts.gettext(", {n} of them of the type {noun}").format(n=kinds[first], noun=noun)


def _cooperation(_noun: str, sheet: Sheet, sections: _Sections) -> str:
    """Return between whom a cooperation is, and what it rests on today."""
    _ = sheet.texts.gettext
    parties = _parties([row.cells[0][0].text for row in sections["participants"].rows if row.cells[0]], sheet)
    between = _(" with {parties}").format(parties=parties) if parties else ""
    agreements = sections["agreements"].rows
    if not agreements:
        return f"{between}."
    current = [
        row for row in agreements if in_force(row.item, row.spans, sheet.today, sheet.reader) == "certain"
    ]
    names = listed([sheet.reader.label(row.item).text for row in current], sheet.lang)
    none = _("None of its agreements is certainly in force today.")
    return (
        f"{between}.{_(' In force today: {agreements}.').format(agreements=names) if names else f' {none}'}"
    )


def _agreement(noun: str, sheet: Sheet, _sections: _Sections) -> str:
    """Return between whom an agreement is, and when it is in force."""
    _ = sheet.texts.gettext
    found = [sheet.reader.name(one).text for one in sheet.reader.things(sheet.iri, "sam:hasParty", 20)]
    parties = _parties(found, sheet)
    between = _(" between {parties}").format(parties=parties) if parties else ""
    spans = [read_span(t.value, sheet.lang) for t in sheet.reader.values(sheet.iri, SAM + "inForceDuring")]
    if not spans:
        return f"{between}. {_('When it is in force is not stated.')}"
    answers = {
        "certain": _("{it} is in force today: {time}."),
        "possible": _("{it} may be in force today: {time}."),
        "not": _("{it} is not in force today: {time}."),
        None: _("{it} is in force: {time}."),
    }
    said = answers[in_force(sheet.iri, spans, sheet.today, sheet.reader)]
    words = listed([span.words for span in spans], sheet.lang)
    return f"{between}. {said.format(it=pronoun(noun, sheet.lang), time=words)}"


def _source(_noun: str, sheet: Sheet, sections: _Sections) -> str:
    """Return what sort of document a source is, and how many passages of it the register has."""
    kinds = [sheet.reader.name(one).text for one in sheet.reader.things(sheet.iri, "dct:type", 2)]
    kind = f" ({listed(kinds, sheet.lang)})" if kinds else ""
    found = sections["passages"]
    said = (
        sheet.texts.gettext(" The register has more than {n} passages of it.")
        if found.more
        else sheet.texts.ngettext(
            " The register has {n} passage of it.", " The register has {n} passages of it.", len(found.rows)
        )
    )
    return f"{kind}.{said.format(n=len(found.rows))}"


def _passage(_noun: str, sheet: Sheet, _sections: _Sections) -> str:
    """Return which document a passage is of, and where in it."""
    wholes = [sheet.reader.name(one).text for one in sheet.reader.things(sheet.iri, "dct:isPartOf", 1)]
    place = sheet.reader.first(sheet.iri, SAM + "locator")
    within = [sheet.texts.gettext(" in {document}").format(document=whole) for whole in wholes]
    return f"{''.join(within)} ({place})." if place else f"{''.join(within)}."


def _definition(_noun: str, sheet: Sheet, _sections: _Sections) -> str:
    """Return what the ontology says that such a thing is."""
    for kind in sheet.reader.types(sheet.iri)[:1]:
        words = sheet.reader.chosen(sheet.reader.values(kind, SKOS + "definition"))
        if words.text and not words.lang:
            return f"{sheet.reader.name(kind).text.capitalize()}: {words.text.rstrip('.')}."
    return ""


def _parties(names: list[str], sheet: Sheet) -> str:
    """Return parties by name, or by number where they are many."""
    if len(names) <= _NAMED:
        return listed(names, sheet.lang)
    return sheet.texts.gettext("{n} participants").format(n=len(names))


# Kind to what its first sentence goes on with, its own full stop included.
_MORE: Final[dict[str, Callable[[str, Sheet, _Sections], str]]] = {
    "actor": _actor,
    "cooperation": _cooperation,
    "agreement": _agreement,
    "source": _source,
    "passage": _passage,
}
