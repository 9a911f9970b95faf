"""Link headers that lead a machine from a page to the name, the data and the licence (RFC 8288).

FAIR Signposting, level 1 (https://signposting.org/FAIR/): a page says what to cite it as, what kind of page it is,
its licence and what describes it; a description says which page it describes and what it is part of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox
from starlette.requests import Request

from samspil.namespaces import DCT, RDF, SCHEMA, VOID
from samspil.server.addresses import addresses_of
from samspil.server.linked.beside import REGISTER
from samspil.server.linked.names import Name
from samspil.server.negotiation import HTML, MEDIA_TYPES
from samspil.server.site import Site, site_of
from samspil.settings import LANGUAGES

__all__ = ["licences", "signposts", "to_data"]

# The characters of a URI that stay as they are (RFC 3986, 2).
_URI: Final = ":/?#[]@!$&'()*+,;=%-._~"

_PAGE: Final = f"{SCHEMA}AboutPage"


def signposts(request: Request, iri: str) -> Mapping[str, str]:
    """Return the headers of the page about one of our IRIs; of another's, none."""
    name = Name.of(iri)
    if name is None:
        return {}
    full = addresses_of(request).full
    links = [
        _link(name.iri, "cite-as"),
        _link(_PAGE, "type"),
        _link(full(f"/{LANGUAGES[0]}{name.path('doc')}"), "canonical"),
        *(_link(full(f"/{lang}{name.path('doc')}"), "alternate", hreflang=lang) for lang in LANGUAGES),
        *_forms(request, name),
        *_whole(request, name),
    ]
    return {"Link": ", ".join(links)}


def to_data(request: Request, name: Name, suffix: str, following: str = "") -> Mapping[str, str]:
    """Return the headers of a description in a form; `following` is the path of its next page, if there is one."""
    addresses = addresses_of(request)
    canonical = addresses.full(f"{name.path('data')}.{suffix}")
    page = addresses.full(f"/{LANGUAGES[0]}{name.path('doc')}")
    links = [
        _link(name.iri, "cite-as"),
        _link(canonical, "canonical"),
        _link(page, "describes", type=HTML),
        _link(page, "alternate", type=HTML),
        *(link for link in _forms(request, name, "alternate") if f".{suffix}>" not in link),
        *_whole(request, name),
        *([_link(addresses.full(following), "next")] if following else ()),
    ]
    return {"Link": ", ".join(links)}


def licences(site: Site) -> tuple[str, ...]:
    """Return the licences that the graphs of the register state."""
    found = site.kept.once("licences", lambda: tuple(sorted(_stated(site))))
    return tuple(found)


def _stated(site: Site) -> set[str]:
    """Return every licence of a graph."""
    store, typed, merge = site.dataset.merge, ox.NamedNode(f"{RDF}type"), ox.DefaultGraph()
    graphs = [
        quad.subject for quad in store.quads_for_pattern(None, typed, ox.NamedNode(f"{VOID}Dataset"), merge)
    ]
    licence = ox.NamedNode(f"{DCT}license")
    values = [
        quad.object for graph in graphs for quad in store.quads_for_pattern(graph, licence, None, merge)
    ]
    return {value.value for value in values if isinstance(value, ox.NamedNode)}


def _forms(request: Request, name: Name, relation: str = "alternate describedby") -> list[str]:
    """Return the links to the data in each form (a link may have several relations: RFC 8288, 3.3)."""
    full = addresses_of(request).full
    return [
        _link(full(f"{name.path('data')}.{suffix}"), relation, type=media)
        for suffix, media in MEDIA_TYPES.items()
        if suffix != "html"
    ]


def _whole(request: Request, name: Name) -> Iterable[str]:
    """Yield the links to the licence and to the dataset that a thing is part of."""
    yield from (_link(licence, "license") for licence in licences(site_of(request)))
    register = Name.of(REGISTER)
    if register and name != register:
        yield _link(register.iri, "collection")


def _link(target: str, relation: str, **attributes: str) -> str:
    """Return one link (RFC 8288, 3), its target as a URI, so that it can neither end early nor leave ASCII."""
    said = "".join(f'; {key}="{value}"' for key, value in attributes.items())
    return f'<{quote(target, safe=_URI)}>; rel="{relation}"{said}'
