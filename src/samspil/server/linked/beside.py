"""What is described beside the register's own statements: its shapes, its questions, its graphs, the register itself.

Kept in a store of its own, so that no question over the register counts them.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from samspil.catalogue import describe
from samspil.formats import read_turtle
from samspil.namespaces import BASE, DCT, RDF, RDFS, VOID
from samspil.server.catalogues import translations
from samspil.server.linked.description import Reader
from samspil.server.site import Site
from samspil.settings import LANGUAGES

__all__ = ["REGISTER", "beside", "reader_of"]

# The register as a dataset, and what it is called.
REGISTER = f"{BASE}id/dataset/samspil"

_GRAPH = f"{BASE}graph/"


def reader_of(site: Site) -> Reader:
    """Return what looks up in the register and in what is described beside it."""
    return Reader(site.dataset.merge, beside(site))


def beside(site: Site) -> ox.Store:
    """Return the store of what is described beside the register; made once for a site."""
    return site.kept.once("beside", lambda: _made(site))


def _made(site: Site) -> ox.Store:
    """Return the store with shapes, questions and graphs."""
    store = ox.Store()
    for path in site.register.project.shape_files():
        store.bulk_extend(ox.Quad(*triple) for triple in read_turtle(path))
    store.bulk_extend(ox.Quad(*triple) for triple in describe(site.questions.values()))
    store.bulk_extend(ox.Quad(*triple) for triple in _graphs(site))
    return store


def _graphs(site: Site) -> Iterator[ox.Triple]:
    """Yield that each graph is a dataset and a part of the register; those that no source made are named here."""
    register = ox.NamedNode(REGISTER)
    yield ox.Triple(register, ox.NamedNode(f"{RDF}type"), ox.NamedNode(f"{VOID}Dataset"))
    for lang in LANGUAGES:
        yield _label(register, translations(lang).gettext("The register Samspil"), lang)
    for iri in site.dataset.graphs():
        graph = ox.NamedNode(iri)
        yield ox.Triple(graph, ox.NamedNode(f"{RDF}type"), ox.NamedNode(f"{VOID}Dataset"))
        yield ox.Triple(graph, ox.NamedNode(f"{DCT}isPartOf"), register)
        for lang in LANGUAGES:
            if title := _title(iri.removeprefix(_GRAPH), lang):
                yield _label(graph, title, lang)


def _title(stem: str, lang: str) -> str | None:
    """Return what a graph is called that ships or that the program makes."""
    say = translations(lang).gettext
    titles = {
        "model": say("The model: classes and properties"),
        "concepts": say("The concept schemes"),
        "alignments": say("How the terms answer to others’"),
        "presentation": say("How things are drawn"),
        "derived": say("What the rules derive"),
        "queries": say("The questions of the library"),
    }
    return titles.get(stem)


def _label(node: ox.NamedNode, text: str, lang: str) -> ox.Triple:
    """Return a label."""
    return ox.Triple(node, ox.NamedNode(f"{RDFS}label"), ox.Literal(text, language=lang))
