"""Parts of a query as people read them: with our prefixes for the namespaces of its IRIs."""

import re

from samspil.namespaces import PREFIXES

__all__ = ["prefixed"]


def prefixed(text: str) -> str:
    """Return a text with prefixes in its IRIs, which are in angle brackets; one of no namespace of ours is kept."""
    return re.sub(r"<([^<>\s]*)>", lambda found: _name(found[1]), text)


def _name(iri: str) -> str:
    """Return an IRI with one of our prefixes, or in brackets; a name ends in no dot (SPARQL 1.1, 19.8, PN_LOCAL)."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and re.fullmatch(r"(?:[\w.-]*[\w-])?", iri.removeprefix(namespace)):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"
