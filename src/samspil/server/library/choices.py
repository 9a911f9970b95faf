"""The things that a parameter may be, by the names that people know: to choose from, and to understand what is written.

Few things are offered as a list. Of many a list would be slower to load than to type into, so none is offered; what
is written is understood all the same, since a name is looked up in the index of the store.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from samspil.collation import sort_key
from samspil.namespaces import BASE
from samspil.server.site import Site
from samspil.settings import LANGUAGES
from samspil.store import Term

__all__ = ["MOST_CHOICES", "choices", "label", "slug"]

MOST_CHOICES: Final = 1000

_OF_A_KIND: Final = """
SELECT ?thing ?label WHERE {{
  ?thing skos:prefLabel ?label .
  FILTER (STRSTARTS(STR(?thing), "{start}") && LANG(?label) = "{lang}")
}} LIMIT {most}"""

_NAMED: Final = """
SELECT DISTINCT ?thing WHERE {{
  VALUES ?label {{ {labels} }}
  ?thing skos:prefLabel|skos:altLabel ?label .
  FILTER (STRSTARTS(STR(?thing), "{start}"))
}} ORDER BY ?thing LIMIT 2"""

_LABEL: Final = """
SELECT ?label WHERE {{ VALUES ?thing {{ {thing} }} ?thing skos:prefLabel ?label FILTER (LANG(?label) = "{lang}") }}
ORDER BY ?label LIMIT 1"""


def start_of(kind: str) -> str:
    """Return what the IRI of every thing of a type of parameter begins with."""
    return f"{BASE}id/" if kind == "thing" else f"{BASE}id/{kind}/"


def choices(site: Site, kind: str, lang: str) -> list[tuple[str, str]]:
    """Return name and slug of every thing of a kind, by name; nothing where there are more than a list can hold."""
    made = site.kept.once(f"choices {kind} {lang}", lambda: json.dumps(_listed(site, kind, lang)).encode())
    return [(name, slug) for name, slug in json.loads(made)]


def slug(site: Site, kind: str, text: str) -> str:
    """Return the slug of the one thing that bears a name in any language, else the text as it is."""
    terms = [ox.Literal(text.strip(), language=lang) for lang in LANGUAGES]
    rows = site.store.select(_NAMED.format(labels=" ".join(map(str, terms)), start=start_of(kind)))
    things = [row[0].value for row in rows if isinstance(row[0], ox.NamedNode)]
    if len(things) == 1:
        return things[0].removeprefix(start_of(kind))
    wanted = text.strip().casefold()
    alike = {
        slug for lang in LANGUAGES for name, slug in choices(site, kind, lang) if name.casefold() == wanted
    }
    return alike.pop() if len(alike) == 1 else text


def label(site: Site, kind: str, text: str, lang: str) -> str:
    """Return the name by which people know what a slug or an IRI stands for, else the text as it is.

    A name that several things bear has the slug after it, which `slug` understands.
    """
    iri = text if text.startswith(BASE) else start_of(kind) + text
    if not text or not _is_iri(iri):
        return text
    query = _LABEL.format(thing=ox.NamedNode(iri), lang=lang)
    names = [_plain(row[0]) for row in site.store.select(query)]
    if not names or slug(site, kind, names[0]) != iri.removeprefix(start_of(kind)):
        return text
    return names[0]


def _listed(site: Site, kind: str, lang: str) -> list[tuple[str, str]]:
    """Return name and slug of things of a kind by name, or nothing where they are too many."""
    start = start_of(kind)
    query = _OF_A_KIND.format(start=start, lang=lang, most=MOST_CHOICES + 1)
    found = {(_plain(name), _plain(thing).removeprefix(start)) for thing, name in site.store.select(query)}
    return (
        sorted(_told_apart(found), key=lambda one: sort_key(one[0], lang))
        if len(found) <= MOST_CHOICES
        else []
    )


def _told_apart(things: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """Yield things under a name each; where several bear a name, under their slugs."""
    by_name: dict[str, list[str]] = {}
    for name, slug in things:
        by_name.setdefault(name, []).append(slug)
    for name, slugs in by_name.items():
        yield from ((name if len(slugs) == 1 else slug, slug) for slug in slugs)


def _plain(term: Term | None) -> str:
    """Return the text of a term."""
    return str(getattr(term, "value", ""))


def _is_iri(text: str) -> bool:
    """Tell whether a text is an IRI."""
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True
