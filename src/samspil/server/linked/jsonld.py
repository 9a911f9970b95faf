"""JSON-LD that people read too (JSON-LD 1.1): the thing first, short keys, texts by language, IRIs as plain values.

The context is made from the statements: a property all of whose values are IRIs, or of one datatype, says so once.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final

import pyoxigraph as ox

from samspil.formats import ordered
from samspil.namespaces import PREFIXES, RDF, XSD

__all__ = ["to_jsonld"]

_TYPE: Final = ox.NamedNode(f"{RDF}type")
_STRING: Final = ox.NamedNode(f"{XSD}string")

_Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def to_jsonld(triples: Iterable[ox.Triple], first: Sequence[ox.NamedNode] = ()) -> bytes:
    """Return the JSON-LD of statements, those about `first` at the beginning; the same statements, the same bytes."""
    sorted_triples = ordered(set(triples))
    kinds: dict[ox.NamedNode, set[str]] = defaultdict(set)
    for triple in sorted_triples:
        kinds[triple.predicate].add(_kind(triple.object))
    coerced = {predicate: next(iter(found)) for predicate, found in kinds.items() if len(found) == 1}
    nodes: dict[Any, dict[ox.NamedNode, list[_Value]]] = {node: {} for node in first}
    for triple in sorted_triples:
        nodes.setdefault(triple.subject, {}).setdefault(triple.predicate, []).append(triple.object)
    graph = [_node(subject, values, coerced) for subject, values in nodes.items() if values]
    document = {"@context": _context(kinds, coerced), "@graph": graph}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _context(predicates: Iterable[ox.NamedNode], coerced: dict[ox.NamedNode, str]) -> dict[str, Any]:
    """Return the context: the prefixes that are used, and the properties whose values need no words of their own."""
    terms: dict[str, Any] = {}
    for predicate in predicates:
        kind = coerced.get(predicate, "")
        if predicate != _TYPE and kind not in ("", _STRING.value):
            typed = {"@container": "@language"} if kind == "@language" else {"@type": _short(kind)}
            terms[_short(predicate.value)] = {"@id": predicate.value, **typed}
    return {**PREFIXES, **terms}


def _node(subject: object, values: dict[ox.NamedNode, list[_Value]], coerced: dict[ox.NamedNode, str]) -> Any:
    """Return a node with its properties."""
    made: dict[str, Any] = {"@id": _id(subject)}
    for predicate, objects in values.items():
        if predicate == _TYPE and all(isinstance(value, ox.NamedNode) for value in objects):
            made["@type"] = _one(
                [_short(value.value) for value in objects if isinstance(value, ox.NamedNode)]
            )
        elif coerced.get(predicate) == "@language":
            made[_short(predicate.value)] = _by_language(objects)
        else:
            plain = predicate != _TYPE and predicate in coerced
            key = f"{RDF}type" if predicate == _TYPE else _short(predicate.value)
            made[key] = _one([_text(value) if plain else _full(value) for value in objects])
    return made


def _by_language(objects: Iterable[_Value]) -> dict[str, Any]:
    """Return texts by language (JSON-LD 1.1, 4.6.2)."""
    texts: dict[str, list[str]] = defaultdict(list)
    for value in objects:
        if isinstance(value, ox.Literal):
            texts[value.language or ""].append(value.value)
    return {language: _one(found) for language, found in sorted(texts.items())}


def _kind(value: _Value) -> str:
    """Return how a value can be told: as an IRI, by its language, by its datatype."""
    if not isinstance(value, ox.Literal):
        return "@id"
    return "@language" if value.language else value.datatype.value


def _text(value: _Value) -> str:
    """Return a value whose kind the context says."""
    return value.value if isinstance(value, ox.Literal) else _id(value)


def _full(value: _Value) -> Any:
    """Return a value with its kind."""
    if not isinstance(value, ox.Literal):
        return {"@id": _id(value)}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    return (
        value.value if value.datatype == _STRING else {"@value": value.value, "@type": value.datatype.value}
    )


def _id(node: object) -> str:
    """Return the name of a node."""
    return node.value if isinstance(node, ox.NamedNode) else str(node)


def _short(iri: str) -> str:
    """Return an IRI by one of our prefixes, where what follows is a plain name."""
    for prefix, namespace in PREFIXES.items():
        rest = iri.removeprefix(namespace)
        if rest != iri and rest.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}:{rest}"
    return iri


def _one(values: list[Any]) -> Any:
    """Return the only value as it is, several as a list."""
    return values[0] if len(values) == 1 else values
