"""What is not known of a thing: what its sections lack, what the shapes expect, and times whose ends nobody says."""

from __future__ import annotations

from collections.abc import Sequence

import pyoxigraph as ox

from samspil.namespaces import BASE, RDF, SAM
from samspil.server.things.filling import Filled
from samspil.server.things.reading import Words
from samspil.server.things.sheets import Sheet
from samspil.server.things.terms import Terms
from samspil.server.things.times import Span

__all__ = ["unknown"]


def unknown(sheet: Sheet, terms: Terms, sections: Sequence[Filled], own: Sequence[Span]) -> list[Words]:
    """Return in sentences what the register lacks; each is an answer: nobody has said it."""
    _ = sheet.texts.gettext
    lacking = [Words(_(one.section.none)) for one in sections if one.section.none and not one.rows]
    open_ends = [
        Words(_("When it ends is not stated.")) for span in own if span.period and span.period.end_unknown
    ]
    return [*lacking, *_due(sheet, terms), *open_ends, *_ends(sheet, sections)]


def _due(sheet: Sheet, terms: Terms) -> list[Words]:
    """Return what the shapes expect of such a thing and the register does not have."""
    kinds = {term.value for term in sheet.reader.values(sheet.iri, RDF + "type")}
    lacking = {
        due.names[sheet.lang]
        for due in terms.due
        if due.kind in kinds
        and not any(next(sheet.reader.near(ox.NamedNode(sheet.iri), way), None) for way in due.ways)
    }
    said = sheet.texts.gettext("Not stated: {what}.")
    return [Words(said.format(what=name)) for name in sorted(lacking)]


def _ends(sheet: Sheet, sections: Sequence[Filled]) -> list[Words]:
    """Return the agreements and plans on the page whose end nobody says."""
    said = sheet.texts.gettext("When this ends is not stated: {what}.")
    items = {
        row.item: sheet.reader.label(row.item)
        for one in sections
        for row in one.rows
        if any(span.period and span.period.end_unknown for span in row.spans)
        and sheet.reader.values(row.item, SAM + "inForceDuring")
        and row.item.startswith(BASE)
    }
    return [Words(said.format(what=words.text)) for words in items.values()]
