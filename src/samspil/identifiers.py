"""Our IRIs: made from names, and read back into names. Pure text.

    https://w3id.org/samspil/model/<Term>              a term of the ontology
    https://w3id.org/samspil/concept/<scheme>[/<slug>] a concept scheme, a concept
    https://w3id.org/samspil/shape/<name>              a shape
    https://w3id.org/samspil/id/<kind>/<slug>          a thing; doc/ and data/ are the pages about it
    https://w3id.org/samspil/graph/<stem>              the graph of one source file
    https://w3id.org/samspil/query/<name>              a question

A slug is a path segment that needs no escaping anywhere: ASCII letters and digits, with single hyphens,
dots or underscores between them. The one exception is an interval, whose slug is its EDTF text,
percent-encoded.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from samspil.errors import NotAnIdentifier
from samspil.namespaces import BASE

__all__ = ["Identifier", "concept", "graph", "interval", "parse", "query", "shape", "slugify", "thing"]

_SLUG: Final = re.compile(r"[A-Za-z0-9]+(?:[-._][A-Za-z0-9]+)*")
_ENCODED: Final = re.compile(r"(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+")

# Letters that Unicode does not decompose, to what stands for them in a slug.
_LETTERS: Final = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "œ": "oe", "ð": "d", "đ": "d", "þ": "th", "ł": "l", "ı": "i"}
)

# Space to the numbers of segments that may follow it.
_SPACES: Final[dict[str, tuple[int, ...]]] = {
    "model": (1,),
    "concept": (1, 2),
    "shape": (1,),
    "id": (2,),
    "doc": (2,),
    "data": (2,),
    "graph": (1,),
    "query": (1,),
}


@dataclass(frozen=True, order=True)
class Identifier:
    """One of our IRIs in its parts: `id/actor/via` is space "id", kind "actor", slug "via".

    `kind` is the scheme of a concept, and None where the space has no kinds.
    """

    space: str
    kind: str | None
    slug: str


def thing(kind: str, slug: str) -> str:
    """Return the IRI of a thing. Raises NotAnIdentifier when a part is not a slug."""
    return f"{BASE}id/{_checked(kind)}/{_checked(slug)}"


def concept(scheme: str, slug: str) -> str:
    """Return the IRI of a concept. Raises NotAnIdentifier when a part is not a slug."""
    return f"{BASE}concept/{_checked(scheme)}/{_checked(slug)}"


def graph(stem: str) -> str:
    """Return the IRI of the graph that a file's stem names. Raises NotAnIdentifier for a bad stem."""
    return f"{BASE}graph/{_checked(stem)}"


def shape(name: str) -> str:
    """Return the IRI of a shape. Raises NotAnIdentifier when the name is not a slug."""
    return f"{BASE}shape/{_checked(name)}"


def query(name: str) -> str:
    """Return the IRI of a question. Raises NotAnIdentifier when the name is not a slug."""
    return f"{BASE}query/{_checked(name)}"


def interval(edtf_text: str) -> str:
    """Return the IRI of the interval that an EDTF text denotes; equal texts share one interval."""
    if not edtf_text:
        raise NotAnIdentifier(text=edtf_text)
    return f"{BASE}id/interval/{quote(edtf_text, safe='')}"


def slugify(text: str) -> str:
    """Return a slug for a name in any of the Nordic languages: "Aarhus Å/S" is "aarhus-aa-s".

    Raises NotAnIdentifier when no letter or digit of the text can be kept.
    """
    nordic = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", nordic) if not unicodedata.combining(c))
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))
    if not slug:
        raise NotAnIdentifier(text=text)
    return slug


def parse(iri: str) -> Identifier:
    """Read one of our IRIs. Raises NotAnIdentifier for any other, and for one that no function here makes."""
    space, *segments = iri.removeprefix(BASE).split("/")
    if not iri.startswith(BASE) or len(segments) not in _SPACES.get(space, ()):
        raise NotAnIdentifier(text=iri)
    slug = segments[-1]
    kind = segments[0] if len(segments) == 2 else None
    pattern = _ENCODED if kind == "interval" and space != "concept" else _SLUG
    if not pattern.fullmatch(slug) or (kind is not None and not _SLUG.fullmatch(kind)):
        raise NotAnIdentifier(text=iri)
    return Identifier(space, kind, slug)


def _checked(slug: str) -> str:
    """Return the slug itself. Raises NotAnIdentifier when it is none."""
    if not _SLUG.fullmatch(slug):
        raise NotAnIdentifier(text=slug)
    return slug
