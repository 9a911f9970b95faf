"""The page of a thing: its name, what it is, what its kind tells, and everything else that the register has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from samspil.maps.things import short
from samspil.namespaces import BASE, SAM
from samspil.server.addresses import addresses_of
from samspil.server.rendering import page
from samspil.server.site import Site, site_of
from samspil.server.things import markup
from samspil.server.things.contents import SECTIONS
from samspil.server.things.egomap import ego_map
from samspil.server.things.facts import facts, names_elsewhere, references
from samspil.server.things.filling import Filled, fill
from samspil.server.things.leads import lead
from samspil.server.things.marks import Marks
from samspil.server.things.paths import path_of
from samspil.server.things.reading import Reader, remembering
from samspil.server.things.sheets import Sheet
from samspil.server.things.terms import terms_of
from samspil.server.things.timeline import timeline
from samspil.server.things.times import Span, read_span
from samspil.server.things.unknown import unknown
from samspil.settings import today

__all__ = ["exists", "thing_page"]

# Suffix of an address to the media type and the name of the format that it gives.
_FORMATS: Final = (
    ("ttl", "text/turtle", "Turtle"),
    ("jsonld", "application/ld+json", "JSON-LD"),
    ("nt", "application/n-triples", "N-Triples"),
    ("rdf", "application/rdf+xml", "RDF/XML"),
    ("json", "application/json", "JSON"),
    ("csv", "text/csv", "CSV"),
)
# Kind to the list that it stands in, and what that is called.
_LISTS: Final = {
    "actor": ("actors", "Actors"),
    "cooperation": ("cooperations", "Cooperations"),
    "agreement": ("agreements", "Agreements"),
    "source": ("sources", "Sources"),
    "passage": ("sources", "Sources"),
}
_TIMES: Final = tuple(SAM + name for name in ("inForceDuring", "period", "actualTime", "plannedTime", "edtf"))


def exists(site: Site, iri: str) -> bool:
    """Tell whether the register says anything of one of our things."""
    return iri.startswith(f"{BASE}id/") and Reader(site.dataset.merge, "da").knows(iri)


def thing_page(request: Request, lang: str, iri: str) -> Response:
    """Show a thing that the register knows; `?all` shows all of what is else shown in part."""
    site = site_of(request)
    shared = site.kept.once("values that pages share", lambda: remembering(site.dataset.merge))
    reader, whole = Reader(site.dataset.merge, lang, shared), "all" in request.query_params
    sheet = Sheet(iri, reader, Marks(reader), addresses_of(request), today(), whole)
    return page(request, lang, "thing.html", _values(site, iri.split("/")[-2], sheet))


def _values(site: Site, kind: str, sheet: Sheet) -> dict[str, object]:
    """Return what the template shows; what is told first decides what the later parts leave out."""
    terms, read = terms_of(site), sheet.reader
    sheet.shown.add(sheet.iri)
    marks, basis = sheet.marks.few(sheet.iri), sheet.marks.basis(sheet.iri)
    sections = [fill(section, sheet) for section in SECTIONS.get(kind, ())]
    times = _times(sheet)
    told = lead(kind, sheet, {one.section.id: one for one in sections})
    rest, (referring, more) = facts(sheet, terms, _told(sections)), references(sheet, terms)
    return {
        "html": markup,
        "iri": sheet.iri,
        "sheet": sheet,
        "name": read.name(sheet.iri),
        "names": names_elsewhere(sheet),
        "types": _types(sheet),
        "lead": told,
        "marks": marks,
        "basis": basis,
        "sections": [one for one in sections if one.rows],
        "facts": rest,
        "references": referring,
        "more_references": more,
        "timeline": timeline(sheet, sections, times),
        "ego": ego_map(site.network, sheet),
        "focus": short(sheet.iri),
        "unknown": unknown(sheet, terms, sections, times),
        "mentions": _mentions(sheet),
        "formats": _FORMATS,
        "data": f"/data/{sheet.iri.removeprefix(BASE + 'id/')}",
        "up": _up(kind, sheet),
    }


def _types(sheet: Sheet) -> list[dict[str, str]]:
    """Return the types of the thing, each with its name, its page and what the style sheet of types calls it."""
    found = [(sheet.link(iri), re.split("[/#]", iri)[-1]) for iri in sheet.reader.types(sheet.iri)]
    return [{"text": v.text, "lang": v.lang, "href": v.href, "kind": f"kind-{term}"} for v, term in found]


def _up(kind: str, sheet: Sheet) -> list[tuple[str, str]]:
    """Return where the thing stands: the front page, the list that it is in, itself."""
    _ = sheet.texts.gettext
    steps = [(f"/{sheet.lang}/", _("Front page"))]
    steps += [(f"/{sheet.lang}/{name}", _(words)) for name, words in filter(None, [_LISTS.get(kind)])]
    return [
        *((sheet.addresses.path(path), words) for path, words in steps),
        ("", sheet.reader.name(sheet.iri).text),
    ]


def _told(sections: Iterable[Filled]) -> set[str]:
    """Return the properties whose values are the items of a section: a fact need not say them again."""
    ways = (way for one in sections if one.rows for way in path_of(one.section.path) if len(way) == 1)
    return {step.property for (step,) in ways if not step.back}


def _times(sheet: Sheet) -> list[Span]:
    """Return the times of the thing itself."""
    texts = {term.value for time in _TIMES for term in sheet.reader.values(sheet.iri, time)}
    return [read_span(text, sheet.lang) for text in sorted(texts)]


def _mentions(sheet: Sheet) -> dict[str, list[str]]:
    """Return the passages that the thing is from or mentioned in, by document."""
    found: dict[str, list[str]] = {}
    for passage in sorted(sheet.reader.things(sheet.iri, "prov:wasDerivedFrom|sam:mentionedIn", sheet.most)):
        for whole in sheet.reader.things(passage, "dct:isPartOf", 1):
            found.setdefault(whole, []).append(passage)
    return found
