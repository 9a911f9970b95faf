"""Things found by their names while a name is typed: actors, agreements, sources, concepts.

The names are one text, a line for each, so that finding is one pass of a regular expression over it: a few
milliseconds for a hundred thousand names. What begins with the typed text comes first, then what has a word that does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

import pyoxigraph as ox

from samspil.namespaces import BASE
from samspil.server.site import Site
from samspil.server.workbench.vocabulary import names

__all__ = ["things"]

_NAMES: Final = """
SELECT DISTINCT ?thing ?label WHERE {
  ?thing skos:prefLabel|rdfs:label ?label . FILTER (ISIRI(?thing) && LANG(?label) = "%s")
} ORDER BY ?label ?thing"""

_TYPES: Final = """
SELECT ?thing (MIN(?class) AS ?type) WHERE {
  VALUES ?thing { %s }
  ?thing a ?class .
  FILTER NOT EXISTS { ?thing a ?narrower . ?narrower rdfs:subClassOf ?class . FILTER (?narrower != ?class) }
} GROUP BY ?thing"""

# Where a text may stand in a name, the best first: at its start, at the start of a word, anywhere.
_PLACES: Final = (rb"^%s[^\t\n]*", rb"^[^\t\n]*[^\w\t\n]%s[^\t\n]*", rb"^[^\t\n]*%s[^\t\n]*")
# What people look for stands before what only ties it together; by how IRIs begin.
_ORDER: Final = (
    *(
        f"{BASE}id/{kind}/"
        for kind in ("actor", "cooperation", "agreement", "action-plan", "source", "place")
    ),
    f"{BASE}concept/",
)
_MOST: Final = 20
_LONGEST: Final = 100


def things(site: Site, text: str, lang: str, start: str = "") -> list[dict[str, str]]:
    """Return the things whose names hold a text, in any case, the best first: iri, label, and the name of the type.

    `start` is what their IRIs begin with.
    """
    if not (wanted := " ".join(text.split()).casefold()[:_LONGEST]):
        return []
    found = dict(islice(_found(_lines(site, lang), wanted, start), _MOST))
    types = _types(site, list(found), lang)
    return [{"iri": iri, "label": label, "type": types.get(iri, "")} for iri, label in found.items()]


def _lines(site: Site, lang: str) -> bytes:
    """Return the names of a site in a language, a line for each: folded, as it is, and the IRI; made once."""

    def made() -> bytes:
        rows = ((str(getattr(term, "value", "")) for term in row) for row in site.store.select(_NAMES % lang))
        pairs = sorted(
            ((iri, " ".join(label.split())) for iri, label in rows), key=lambda pair: _rank(pair[0])
        )
        return "\n".join(f"{label.casefold()}\t{label}\t{iri}" for iri, label in pairs).encode()

    return site.kept.once(f"names {lang}", made)


def _rank(iri: str) -> int:
    """Return where things of a kind stand among those whose names fit equally well."""
    return next((place for place, start in enumerate(_ORDER) if iri.startswith(start)), len(_ORDER))


def _found(lines: bytes, wanted: str, start: str) -> Iterator[tuple[str, str]]:
    """Yield IRI and name of what is found, each once, the best first."""
    seen: set[str] = set()
    ending = rb"\t([^\t\n]*)\t(%s[^\t\n]*)$" % re.escape(start.encode())
    escaped = re.escape(wanted.encode())
    for line in chain(*(re.finditer(place % escaped + ending, lines, re.MULTILINE) for place in _PLACES)):
        label, iri = (part.decode() for part in line.groups())
        if iri not in seen:
            seen.add(iri)
            yield iri, label


def _types(site: Site, iris: list[str], lang: str) -> dict[str, str]:
    """Return the name of the type of each thing that has one."""
    if not iris:
        return {}
    rows = list(site.store.select(_TYPES % " ".join(str(ox.NamedNode(iri)) for iri in iris)))
    types = [type_ for _, type_ in rows if type_ is not None]
    said = dict(zip(map(str, types), names(site.store, types, lang), strict=True))
    return {str(getattr(thing, "value", "")): said.get(str(type_), "") for thing, type_ in rows}
