"""What the lists are made of, read from the register once: pairs of a thing and a value, each from one question.

Every question is a scan by index, so that a register of a million statements is read in seconds; after that, lists
and their facets are sets in memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

import pyoxigraph as ox

from samspil.namespaces import BASE
from samspil.store import Store, Term

__all__ = ["MANY", "NAMELESS", "QUESTIONS", "Pairs", "named", "narrowest", "pairs", "text_of"]

# Thing to its values, in order.
Pairs: TypeAlias = Mapping[str, tuple[str, ...]]

# Name of a pair to the question for ?thing and ?value.
QUESTIONS: Final[dict[str, str]] = {
    "actor type": '?value sam:drawnAs "node" . ?thing a ?value . MINUS { ?thing a sam:Cooperation }',
    "cooperation type": """
        { SELECT ?value { { ?value rdfs:subClassOf sam:Cooperation } UNION { BIND (sam:Cooperation AS ?value) } } }
        ?thing a ?value""",
    "agreement": "?thing a sam:Agreement . BIND (sam:Agreement AS ?value)",
    "agreement type": "?thing a sam:Agreement ; sam:agreementType ?value",
    "agreement status": "?thing a sam:Agreement ; sam:status ?value",
    "source": "?thing a sam:SourceDocument . BIND (sam:SourceDocument AS ?value)",
    "source type": "?thing a sam:SourceDocument ; dct:type ?value",
    "broader class": "?thing rdfs:subClassOf ?value . FILTER (isIRI(?value))",
    "place": "?thing dct:spatial|((org:hasPrimarySite|org:hasSite)/dct:spatial) ?value . ?value a dct:Location",
    "larger place": "?thing a dct:Location ; dct:isPartOf ?value . ?value a dct:Location",
    "field": "?focus a sam:FocusArea ; dct:subject ?value ; sam:focusOf ?thing",
    "participant": "?part a sam:Participation ; org:organization ?thing ; org:member ?value",
    "party": "?thing a sam:Agreement ; sam:hasParty ?value",
    "governed by": "?thing sam:governedBy ?value",
    "own period": "?thing a sam:Cooperation ; sam:period ?value",
    "agreement period": "?thing a sam:Agreement ; sam:inForceDuring ?value",
    "actor mentioned": "?thing a org:Organization ; sam:mentionedIn/dct:isPartOf ?value",
    "agreement derived": "?thing a sam:Agreement ; prov:wasDerivedFrom/dct:isPartOf ?value",
    "document": "?thing a sam:SourcePassage ; dct:isPartOf ?value",
    "issued": "?thing a sam:SourceDocument ; dct:issued ?value",
    "page": "?thing a sam:SourceDocument ; foaf:page ?value",
    "other name": "?thing skos:altLabel ?value",
    "identifier": "?thing adms:identifier/skos:notation ?value",
    "publisher": "?thing a sam:SourceDocument ; prov:qualifiedAttribution/prov:agent ?value",
}

# How many statements come from a source; the same count as in provenance/sources.
STATEMENTS: Final = """
SELECT ?thing (COUNT(DISTINCT ?statement) AS ?value) WHERE {
  ?statement prov:wasDerivedFrom ?passage . ?passage dct:isPartOf ?thing
} GROUP BY ?thing"""

# Kinds of things that nobody looks for by name, and those of which a large register has most: not read for lists.
NAMELESS: Final = ("participation", "identifier", "attribution", "name", "site", "interval")
MANY: Final = ("passage", "remark", "ownership")

_LABELS: Final = "SELECT ?thing ?label WHERE { ?thing skos:prefLabel|rdfs:label ?label . %s }"


def text_of(term: Term | None) -> str:
    """Return the text of a term, nothing for none."""
    return str(getattr(term, "value", ""))


def pairs(store: Store, name: str) -> Pairs:
    """Return the values of every thing that a question has."""
    question = STATEMENTS if name == "statements" else f"SELECT ?thing ?value WHERE {{ {QUESTIONS[name]} }}"
    found: defaultdict[str, set[str]] = defaultdict(set)
    for thing, value in store.select(question):
        found[text_of(thing)].add(text_of(value))
    return {thing: tuple(sorted(values)) for thing, values in found.items()}


def named(store: Store, apart: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return the names of things by language but for some kinds; the first in order where there are several."""
    starts = " && ".join(f'!STRSTARTS(STR(?thing), "{BASE}id/{kind}/")' for kind in apart)
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for thing, label in store.select(_LABELS % f"FILTER ({starts})"):
        if isinstance(label, ox.Literal) and label.language:
            names = found[text_of(thing)]
            names[label.language] = min(names.get(label.language, label.value), label.value)
    return dict(found)


def narrowest(types: tuple[str, ...], broader: Pairs) -> tuple[str, ...]:
    """Return the types that are no broader class of another of them."""
    wide = {above for type in types for above in broader.get(type, ()) if above != type}
    return tuple(type for type in types if type not in wide) or types
