"""The documentation of the whole ontology on one page."""

from __future__ import annotations

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from samspil.namespaces import DCT, OWL, SAM
from samspil.queries import Question, body, read_question
from samspil.server.linked import Name, reader_of
from samspil.server.rendering import page
from samspil.server.site import Site, site_of
from samspil.server.terms.looking import Look
from samspil.server.terms.places import places
from samspil.server.terms.vocabulary import concept_schemes, properties, relations, tree

__all__ = ["ontology_page"]


def ontology_page(request: Request, lang: str) -> Response:
    """Show every class, property, concept scheme and rule, how relations are drawn, and where to get it."""
    site = site_of(request)
    look, model = Look(reader_of(site), lang), ox.NamedNode(SAM)
    told = site.kept.once(f"ontology {lang}", lambda: _told(site, look, model))
    return page(request, lang, "ontology.html", {**told, "at": places(request, lang)})


def _told(site: Site, look: Look, model: ox.NamedNode) -> dict[str, object]:
    """Return what the page tells, which is the same for everyone."""
    return {
        "name": Name("model/"),
        "title": look.text(model, f"{DCT}title"),
        "description": look.text(model, f"{DCT}description"),
        "version": look.text(model, f"{OWL}versionInfo"),
        "citation": look.text(model, f"{DCT}bibliographicCitation"),
        "licences": look.things(model, f"{DCT}license"),
        "tree": tree(look),
        "properties": properties(look),
        "schemes": concept_schemes(look),
        "relations": relations(look),
        "rules": [(rule, body(rule.text)) for rule in _rules(site)],
    }


def _rules(site: Site) -> list[Question]:
    """Return the rules, in the order in which they run: each is a question with a header, as those of the library."""
    return [read_question(path) for path in site.register.project.rule_files()]
