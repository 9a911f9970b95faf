"""What the ontology says of properties and of what is due: read once for a register, for all its pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast
from weakref import WeakKeyDictionary

import pyoxigraph as ox

from samspil.dataset import Dataset
from samspil.namespaces import ADMS, DCT, ORG, PREFIXES, PROV, RDFS, SAM, SKOSXL
from samspil.server.site import Site
from samspil.server.things.paths import Step

__all__ = ["Due", "Terms", "terms_of"]

# Properties of others' vocabularies that things refer to things by.
_FOREIGN: Final = (
    *(ORG + name for name in ("hasPrimarySite", "hasSite", "hasUnit", "member", "organization", "postIn")),
    *(ORG + name for name in ("role", "siteOf", "subOrganizationOf", "unitOf")),
    *(DCT + name for name in ("creator", "isPartOf", "publisher", "source", "spatial", "subject")),
    *(PROV + name for name in ("agent", "qualifiedAttribution", "wasDerivedFrom")),
    ADMS + "identifier",
    SKOSXL + "altLabel",
)

_PROPERTIES: Final = f"""
SELECT ?property WHERE {{
  ?property a <http://www.w3.org/2002/07/owl#ObjectProperty> .
  FILTER NOT EXISTS {{ ?property <{SAM}shortcutFor> ?kind }}
}} ORDER BY ?property"""

_SHORTCUTS: Final = f"""
SELECT DISTINCT ?property WHERE {{
  ?one <{SAM}shortcutFor> ?kind ; <{RDFS}subPropertyOf>* ?property
}} ORDER BY ?property"""

_WIDER: Final = f"""
SELECT ?property ?wider WHERE {{ ?property <{RDFS}subPropertyOf>+ ?wider }}"""

# What a shape expects at least one of: the class, the properties of the path with their direction, the names.
_DUE: Final = """
SELECT ?class ?shape ?property ?back ?da ?en WHERE {
  ?node sh:targetClass ?class ; sh:property ?shape .
  ?shape sh:minCount ?least ; sh:severity ?severity ; sh:name ?da , ?en .
  FILTER (?severity IN (sh:Info, sh:Warning) && LANG(?da) = "da" && LANG(?en) = "en")
  { ?shape sh:path ?one } UNION { ?shape sh:path/sh:alternativePath/rdf:rest*/rdf:first ?one }
  OPTIONAL { ?one sh:inversePath ?inverse }
  BIND (BOUND(?inverse) AS ?back)
  BIND (COALESCE(?inverse, ?one) AS ?property)
  FILTER (isIRI(?property))
} ORDER BY ?shape ?property"""


@dataclass(frozen=True)
class Due:
    """What the shapes expect of a thing of a class when a source states it, along any of some ways, and its names."""

    kind: str
    ways: tuple[Step, ...]
    names: Mapping[str, str]


@dataclass(frozen=True)
class Terms:
    """`referring` are the properties by which things refer to things; `wider` has what follows from each property.

    `derived` are the shortcuts from party to party, and what follows from them: the cooperations say it better.
    """

    referring: tuple[str, ...]
    wider: Mapping[str, frozenset[str]]
    derived: frozenset[str]
    due: tuple[Due, ...]


_READ: Final[WeakKeyDictionary[Dataset, Terms]] = WeakKeyDictionary()


def terms_of(site: Site) -> Terms:
    """Return what the ontology and the shapes of a site say; read the first time that it is asked for."""
    found = _READ.get(site.dataset)
    if found is None:
        found = _READ[site.dataset] = _read(site.dataset.merge, site.register.project.shape_files())
    return found


def _read(merge: ox.Store, shapes: Iterable[Path]) -> Terms:
    """Read the terms. Our properties follow those of others, in an order of their own."""
    ours = [row["property"].value for row in _rows(merge, _PROPERTIES)]
    wider: dict[str, set[str]] = {}
    for row in _rows(merge, _WIDER):
        wider.setdefault(row["property"].value, set()).add(row["wider"].value)
    return Terms(
        referring=(*_FOREIGN, *ours),
        wider={one: frozenset(others) for one, others in wider.items()},
        derived=frozenset(row["property"].value for row in _rows(merge, _SHORTCUTS)),
        due=tuple(_due(shapes)),
    )


def _due(files: Iterable[Path]) -> list[Due]:
    """Return what the shapes expect."""
    store = ox.Store()
    for file in files:
        store.bulk_load(path=str(file), format=ox.RdfFormat.TURTLE)
    found: dict[tuple[str, str], Due] = {}
    for row in _rows(store, _DUE):
        kind, way = row["class"].value, Step(row["property"].value, row["back"].value == "true")
        names = {"da": row["da"].value, "en": row["en"].value}
        before = found.get((kind, row["shape"].value), Due(kind, (), names))
        found[kind, row["shape"].value] = Due(kind, (*before.ways, way), names)
    return list(found.values())


def _rows(store: ox.Store, query: str) -> ox.QuerySolutions:
    """Return the rows of one of the questions above."""
    return cast("ox.QuerySolutions", store.query(query, prefixes=PREFIXES))
