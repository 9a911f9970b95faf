"""What the editor completes from: prefixes, and the classes and properties in use with names and counts.

One JSON text for each language, made once for a site and kept:

    prefixes    name to namespace: ours, and those of the questions
    classes     [{iri, label, count}], the most used first
    properties  [{iri, label, count, of}], where `of` has the count for a class by its place in `classes`
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Final

import pyoxigraph as ox

from samspil.namespaces import PREFIXES
from samspil.queries import Question
from samspil.server.site import Site
from samspil.server.workbench.partitions import Partitions, partitions
from samspil.store import Store, Term
from samspil.wording import Columns, short

__all__ = ["names", "prefixes", "vocabulary"]

_PREFIX: Final = re.compile(r"^PREFIX\s+([\w-]+):\s*<([^<>\s]+)>", re.MULTILINE | re.IGNORECASE)


def vocabulary(site: Site, lang: str) -> bytes:
    """Return what the editor completes from in a language, as JSON; made once for a site."""
    return site.kept.once(f"vocabulary {lang}", lambda: _made(site, lang))


def prefixes(questions: Iterable[Question]) -> dict[str, str]:
    """Return our prefixes, and those that the questions declare where the name is free."""
    found = dict(PREFIXES)
    for question in questions:
        for name, namespace in _PREFIX.findall(question.text):
            found.setdefault(name, namespace)
    return found


def names(store: Store, terms: Iterable[Term], lang: str) -> list[str]:
    """Return each term in the words of a language, nothing for an IRI without a label."""
    column = Columns(("term",), ("term",), ((0, 0),))
    cells = [row[0] for row in column.read(([term] for term in terms), store, lang)]
    return ["" if cell is None or cell.words == short(cell.iri) else cell.words for cell in cells]


def _made(site: Site, lang: str) -> bytes:
    """Return the JSON."""
    found = partitions(site.store)
    classes = _most_used(found.classes)
    return json.dumps(
        {
            "prefixes": prefixes(site.questions.values()),
            "classes": _described(site, classes, found.classes, lang),
            "properties": _with_classes(
                _described(site, _most_used(found.properties), found.properties, lang), found, classes
            ),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()


def _most_used(counts: Mapping[str, int]) -> list[str]:
    """Return the IRIs, the most used first."""
    return sorted(counts, key=lambda iri: (-counts[iri], iri))


def _described(site: Site, iris: list[str], counts: Mapping[str, int], lang: str) -> list[dict[str, object]]:
    """Return each term with its label and its count."""
    labels = names(site.store, map(ox.NamedNode, iris), lang)
    return [
        {"iri": iri, "label": label, "count": counts[iri]} for iri, label in zip(iris, labels, strict=True)
    ]


def _with_classes(
    properties: list[dict[str, object]], found: Partitions, classes: list[str]
) -> list[dict[str, object]]:
    """Return the properties with how often each class has them."""
    of: dict[str, dict[int, int]] = {}
    for place, class_ in enumerate(classes):
        for property_, number in found.of_classes.get(class_, {}).items():
            of.setdefault(property_, {})[place] = number
    return [one | {"of": of.get(str(one["iri"]), {})} for one in properties]
