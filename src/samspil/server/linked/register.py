"""The register described as a dataset (DCAT 3, VoID): what it is, its licence, where to get it, what is in it.

Generated from the register, so that it is true of whichever register is served; no node is blank.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from samspil import exports
from samspil.namespaces import BASE, DCAT, DCT, FOAF, PREFIXES, RDF, SAM, VOID, XSD
from samspil.server.addresses import Addresses
from samspil.server.catalogues import translations
from samspil.server.linked.beside import REGISTER
from samspil.server.linked.signposting import licences
from samspil.server.site import Site
from samspil.settings import LANGUAGES

__all__ = ["MEDIA_TYPE", "SMALL", "describe_register", "dump", "latest"]

MEDIA_TYPE: Final = "https://www.iana.org/assignments/media-types/"

_DOCUMENT: Final = f"{BASE}data/dataset/samspil"
_LANGUAGE: Final = "http://publications.europa.eu/resource/authority/language/"
_PROTOCOL: Final = "http://www.w3.org/TR/sparql11-protocol/"
SMALL: Final = 100_000  # statements: so many are written in every format in the time that one waits

_CLASSES: Final = "SELECT ?what (COUNT(?s) AS ?n) { ?s a ?what } GROUP BY ?what"
_PROPERTIES: Final = "SELECT ?what (COUNT(*) AS ?n) { ?s ?what ?o } GROUP BY ?what"
_EXAMPLES: Final = f"""
SELECT ?what (MIN(?thing) AS ?n) {{
  ?what sam:drawingOrder ?order . ?thing a ?what . FILTER (STRSTARTS(STR(?thing), "{BASE}id/"))
}} GROUP BY ?what"""

# Language to the authority's code for it.
_CODES: Final = {"da": "DAN", "en": "ENG"}

_Object = ox.NamedNode | ox.Literal


def describe_register(site: Site, addresses: Addresses) -> list[ox.Triple]:
    """Return the description of the register as it is served at some addresses."""
    counted = site.kept.once("counted", lambda: list(_contents(site)))
    return [*_general(site, addresses), *_distributions(site, addresses), *_service(addresses), *counted]


def dump(site: Site, name: str) -> bytes:
    """Return the whole register in a format, made once. Raises UnknownFormat."""
    return site.kept.once(name, lambda: exports.export(site.dataset, site.store, site.library, name))


def latest(site: Site) -> ox.Literal | None:
    """Return the latest day on which a graph says that it was changed: files have another day on each machine."""
    return site.kept.once("modified", lambda: max(_days(site), key=lambda day: day.value, default=None))


def _days(site: Site) -> Iterator[ox.Literal]:
    """Yield the days on which graphs say that they were changed."""
    predicate, store = ox.NamedNode(f"{DCT}modified"), site.dataset.merge
    for graph in map(ox.NamedNode, site.dataset.graphs()):
        for quad in store.quads_for_pattern(graph, predicate, None, ox.DefaultGraph()):
            if isinstance(quad.object, ox.Literal):
                yield quad.object


def _general(site: Site, addresses: Addresses) -> Iterator[ox.Triple]:
    """Yield what it is, whose, and how it may be used."""
    for kind in (f"{DCAT}Dataset", f"{VOID}Dataset"):
        yield _said(REGISTER, f"{RDF}type", ox.NamedNode(kind))
    for lang in LANGUAGES:
        say = translations(lang).gettext
        yield _said(REGISTER, f"{DCT}title", ox.Literal(say("The register Samspil"), language=lang))
        words = say(
            "Who works with whom in the public sector, on what and when, each statement with its source."
        )
        yield _said(REGISTER, f"{DCT}description", ox.Literal(words, language=lang))
        yield _said(REGISTER, f"{DCT}language", ox.NamedNode(_LANGUAGE + _CODES[lang]))
    for licence in licences(site):
        yield _said(REGISTER, f"{DCT}license", ox.NamedNode(licence))
    model, publisher = ox.NamedNode(SAM), ox.NamedNode(f"{DCT}publisher")
    for quad in site.dataset.merge.quads_for_pattern(model, publisher, None, ox.DefaultGraph()):
        yield ox.Triple(ox.NamedNode(REGISTER), publisher, quad.object)
    if modified := latest(site):
        yield _said(REGISTER, f"{DCT}modified", modified)
    for graph in site.dataset.graphs():
        yield _said(REGISTER, f"{VOID}subset", ox.NamedNode(graph))
    yield _said(REGISTER, f"{DCT}conformsTo", ox.NamedNode(SAM))
    yield _said(REGISTER, f"{VOID}uriSpace", ox.Literal(f"{BASE}id/"))
    yield _said(REGISTER, f"{FOAF}homepage", ox.NamedNode(addresses.full("/")))
    yield _said(REGISTER, f"{DCAT}landingPage", ox.NamedNode(addresses.full(f"/{LANGUAGES[0]}/data")))
    yield _said(_DOCUMENT, f"{RDF}type", ox.NamedNode(f"{VOID}DatasetDescription"))
    yield _said(_DOCUMENT, f"{FOAF}primaryTopic", ox.NamedNode(REGISTER))


def _distributions(site: Site, addresses: Addresses) -> Iterator[ox.Triple]:
    """Yield where the whole of it is, in each format (DCAT 3, 6.8)."""
    small = site.kept.once("size", lambda: len(site.dataset.merge)) <= SMALL
    for name, format in exports.WRITERS.items():
        node, url = f"{_DOCUMENT}#{format.suffix}", addresses.full(f"/dumps/samspil.{format.suffix}")
        media = ox.NamedNode(MEDIA_TYPE + format.media_type.partition(";")[0])
        yield _said(REGISTER, f"{DCAT}distribution", ox.NamedNode(node))
        yield _said(REGISTER, f"{VOID}dataDump", ox.NamedNode(url))
        yield _said(node, f"{RDF}type", ox.NamedNode(f"{DCAT}Distribution"))
        yield _said(node, f"{DCT}title", ox.Literal(f"samspil.{format.suffix}"))
        yield _said(node, f"{DCAT}downloadURL", ox.NamedNode(url))
        yield _said(node, f"{DCAT}accessURL", ox.NamedNode(url))
        yield _said(node, f"{DCAT}mediaType", media)
        for licence in licences(site):
            yield _said(node, f"{DCT}license", ox.NamedNode(licence))
        if small:
            size = ox.Literal(str(len(dump(site, name))), datatype=ox.NamedNode(f"{XSD}nonNegativeInteger"))
            yield _said(node, f"{DCAT}byteSize", size)


def _service(addresses: Addresses) -> Iterator[ox.Triple]:
    """Yield where it can be asked (DCAT 3, 6.9)."""
    service, endpoint = f"{_DOCUMENT}#sparql", ox.NamedNode(addresses.full("/sparql"))
    yield _said(REGISTER, f"{VOID}sparqlEndpoint", endpoint)
    yield _said(service, f"{RDF}type", ox.NamedNode(f"{DCAT}DataService"))
    yield _said(service, f"{DCT}title", ox.Literal("SPARQL"))
    yield _said(service, f"{DCAT}endpointURL", endpoint)
    yield _said(service, f"{DCAT}servesDataset", ox.NamedNode(REGISTER))
    yield _said(service, f"{DCT}conformsTo", ox.NamedNode(_PROTOCOL))


def _contents(site: Site) -> Iterator[ox.Triple]:
    """Yield how much of what is in it (VoID, 4.6), and examples; counted once."""
    classes, properties = (_counts(site, query) for query in (_CLASSES, _PROPERTIES))
    total = sum(int(n) for n in properties.values())
    yield _said(REGISTER, f"{VOID}triples", _number(str(total)))
    yield _said(REGISTER, f"{VOID}classes", _number(str(len(classes))))
    yield _said(REGISTER, f"{VOID}properties", _number(str(len(properties))))
    yield from _partitions("class", "entities", classes)
    yield from _partitions("property", "triples", properties)
    for example in _counts(site, _EXAMPLES).values():
        yield _said(REGISTER, f"{VOID}exampleResource", ox.NamedNode(example))
    for namespace in sorted(set(PREFIXES.values())):
        if any(term.startswith(namespace) for term in (*classes, *properties)):
            yield _said(REGISTER, f"{VOID}vocabulary", ox.NamedNode(namespace))


def _partitions(of: str, measure: str, counts: dict[str, str]) -> Iterator[ox.Triple]:
    """Yield a part of the register for each class or property."""
    for iri, number in counts.items():
        part = f"{_DOCUMENT}#{of}-{_local(iri)}"
        yield _said(REGISTER, f"{VOID}{of}Partition", ox.NamedNode(part))
        yield _said(part, f"{VOID}{of}", ox.NamedNode(iri))
        yield _said(part, f"{VOID}{measure}", _number(number))


def _local(iri: str) -> str:
    """Return a name for a term within a document: its prefix and local name."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}-{iri.removeprefix(namespace)}"
    return "".join(letter if letter.isalnum() else "-" for letter in iri)


def _counts(site: Site, query: str) -> dict[str, str]:
    """Return what a question of two columns finds, by the first, in its order."""
    rows = (tuple(getattr(term, "value", "") for term in row) for row in site.store.select(query))
    return {what: number for what, number in sorted(rows) if what}


def _number(text: str) -> ox.Literal:
    """Return a number."""
    return ox.Literal(text, datatype=ox.NamedNode(f"{XSD}integer"))


def _said(subject: str, predicate: str, value: _Object) -> ox.Triple:
    """Return a statement."""
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), value)
