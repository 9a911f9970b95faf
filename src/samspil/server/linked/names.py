"""The names of what we describe, read from addresses: an IRI, and the paths at which it is shown and told.

    https://w3id.org/samspil/id/actor/via      doc/actor/via           data/actor/via.ttl
    https://w3id.org/samspil/model/Agreement   doc/model/Agreement     data/model/Agreement.ttl

A name is read from the path as it was sent, since an interval is called by its EDTF text, percent-encoded, slashes
and all: `interval/2018%2F..`. Pure text.
"""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote

from samspil.namespaces import BASE

__all__ = ["SPACES", "WHOLES", "Name", "read_name"]

# What is not called by `id/`: terms, concepts, shapes, graphs, questions.
SPACES: Final = ("model", "concept", "shape", "graph", "query")

# The spaces that have a name themselves: `model/` is the ontology.
WHOLES: Final = ("model", "concept", "shape")

_SLUG: Final = re.compile(r"[A-Za-z0-9]+(?:[-._][A-Za-z0-9]+)*")
_LONGEST: Final = 500  # of a name; ours are much shorter


@dataclass(frozen=True, order=True)
class Name:
    """A name without the view of it: `actor/via`, `model/Agreement`, and `model/` for the ontology."""

    tail: str

    @property
    def space(self) -> str:
        """Return what kind of name it is: one of SPACES, else `id`."""
        first = self.tail.partition("/")[0]
        return first if first in SPACES else "id"

    @property
    def iri(self) -> str:
        """Return the IRI that it names."""
        return BASE + (f"id/{self.tail}" if self.space == "id" else self.tail)

    @property
    def slug(self) -> str:
        """Return the last part of it, empty for the whole of a space."""
        return self.tail.partition("/")[2]

    @property
    def data(self) -> str:
        """Return the IRI of the document that tells of it."""
        return BASE + self.path("data").removeprefix("/")

    def path(self, view: str) -> str:
        """Return the path of a view of it: `/doc/actor/via`; that of the ontology is `/doc/model`."""
        return f"/{view}/{self.tail.removesuffix('/')}"

    @classmethod
    def of(cls, iri: str) -> "Name | None":
        """Return the name of one of our IRIs, None for any other."""
        tail = iri.removeprefix(BASE)
        if tail == iri:
            return None
        view, _, rest = tail.partition("/")
        return read_name(rest if view == "id" else tail)


def read_name(raw: str) -> Name | None:
    """Return the name that the end of an address means, None for one that nothing is called by."""
    if len(raw) > _LONGEST:
        return None
    kind, _, rest = raw.partition("/")
    if kind == "interval":
        text = _decoded(rest)
        return Name(f"{kind}/{quote(text, safe='')}") if text else None
    whole = _decoded(raw) or ""
    if whole.removesuffix("/") in WHOLES:
        return Name(f"{whole.removesuffix('/')}/")
    *parts, last = whole.split("/")
    if not parts or not all(map(_SLUG.fullmatch, parts)) or len(parts) > _depth(parts[0]):
        return None
    return Name(whole) if _SLUG.fullmatch(last) else None


def _depth(space: str) -> int:
    """Return how many parts at most stand before the last one."""
    return 2 if space in ("concept", "query") else 1


def _decoded(raw: str) -> str | None:
    """Return a percent-encoded text, None when it is no UTF-8."""
    try:
        return unquote(raw, errors="strict")
    except UnicodeDecodeError:
        return None
