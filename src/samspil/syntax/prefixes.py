"""The prefixes that people know by heart: those of our data are in `namespaces`, these are the others."""

from typing import Final

from samspil.namespaces import BASE, DCT, PREFIXES

__all__ = ["KNOWN_PREFIXES"]

_CONCEPTS: Final = (
    *("actor-type", "agreement-type", "basis", "change", "consideration-type", "extent", "identifier-scheme"),
    *("outcome", "policy-field", "role", "sdg", "source-type", "status"),
)

# Prefix to namespace, as prefix.cc and the vocabularies themselves have them.
KNOWN_PREFIXES: Final[dict[str, str]] = PREFIXES | {
    **{scheme: f"{BASE}concept/{scheme}/" for scheme in _CONCEPTS},
    **{kind: f"{BASE}id/{kind}/" for kind in ("actor", "cooperation", "agreement", "action-plan", "source")},
    "id": f"{BASE}id/",
    "concept": f"{BASE}concept/",
    "graph": f"{BASE}graph/",
    "samspil": BASE,
    "dcterms": DCT,
    "dc": "http://purl.org/dc/elements/1.1/",
    "dctype": "http://purl.org/dc/dcmitype/",
    "fn": "http://www.w3.org/2005/xpath-functions#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "geof": "http://www.opengis.net/def/function/geosparql/",
    "wgs": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "gn": "http://www.geonames.org/ontology#",
    "locn": "http://www.w3.org/ns/locn#",
    "time": "http://www.w3.org/2006/time#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "rov": "http://www.w3.org/ns/regorg#",
    "person": "http://www.w3.org/ns/person#",
    "cv": "http://data.europa.eu/m8g/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "qb": "http://purl.org/linked-data/cube#",
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "spdx": "http://spdx.org/rdf/terms#",
    "oa": "http://www.w3.org/ns/oa#",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sosa": "http://www.w3.org/ns/sosa/",
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "p": "http://www.wikidata.org/prop/",
    "ps": "http://www.wikidata.org/prop/statement/",
    "pq": "http://www.wikidata.org/prop/qualifier/",
    "wikibase": "http://wikiba.se/ontology#",
    "bd": "http://www.bigdata.com/rdf#",
    "dbo": "http://dbpedia.org/ontology/",
    "dbr": "http://dbpedia.org/resource/",
}
