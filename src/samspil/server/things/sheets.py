"""What a page under way has at hand, and the values that stand on it: texts with their language and where they lead."""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from urllib.parse import urlsplit

import pyoxigraph as ox

from samspil.namespaces import BASE, EDTF, SAM, SKOS
from samspil.periods import Status
from samspil.server.addresses import Addresses
from samspil.server.catalogues import translations
from samspil.server.things.marks import Marks
from samspil.server.things.reading import Node, Reader
from samspil.server.things.times import Span, bounds_in_words, read_span
from samspil.wording import spoken

__all__ = ["Sheet", "Value"]

_PAGED: Final = 100  # items of a section before "show all"
_ALL: Final = 100_000
# Spaces of our IRIs that have pages.
_SHOWN: Final = ("id/", "model/", "concept/", "shape/", "graph/", "query/")


@dataclass(frozen=True, slots=True)
class Value:
    """A text, its language where that is another, where it leads, and what more there is to say of it.

    `bounds` are the exact days of a period in sentences; `status` is whether it holds today; `iri` is what it names.
    """

    text: str
    lang: str = ""
    href: str = ""
    bounds: Sequence[str] = ()
    status: Status | None = None
    iri: str = ""

    @property
    def term(self) -> bool:
        """Tell whether it is a word of the model, whose page explains it, and no thing."""
        return self.iri.startswith(BASE) and not self.iri.startswith(f"{BASE}id/")


@dataclass
class Sheet:
    """A page under way: about a thing, in a language, on a day; `shown` are the items that its sections have told."""

    iri: str
    reader: Reader
    marks: Marks
    addresses: Addresses
    today: date
    whole: bool = False
    shown: set[str] = field(default_factory=set)

    @property
    def lang(self) -> str:
        """Return the language of the page."""
        return self.reader.lang

    @property
    def most(self) -> int:
        """Return how many items a section has at most."""
        return _ALL if self.whole else _PAGED

    @property
    def texts(self) -> gettext.NullTranslations:
        """Return the texts of the language."""
        return translations(self.lang)

    def href(self, iri: str) -> str:
        """Return where an IRI leads: the page about what is ours, the address itself of what is on the web."""
        inside = iri.removeprefix(BASE)
        if iri.startswith(BASE) and inside.startswith(_SHOWN):
            return self.addresses.path(f"/{self.lang}/doc/{inside.removeprefix('id/')}")
        return iri if urlsplit(iri).scheme in ("http", "https") else ""

    def link(self, iri: str) -> Value:
        """Return a thing by its name, leading to its page; an address on the web by its host."""
        if iri.startswith(BASE):
            words = self.reader.label(iri)
            return Value(words.text, words.lang, self.href(iri), iri=iri)
        if (words := self.reader.name(iri)).text and self.reader.knows(iri):
            return Value(words.text, words.lang, iri=iri)
        where = urlsplit(iri)
        return Value(f"{where.netloc}{where.path}".rstrip("/"), href=self.href(iri), iri=iri)

    def value(self, term: Node) -> Value:
        """Return a term for people."""
        if isinstance(term, ox.NamedNode):
            return self.link(term.value)
        if term.datatype.value == f"{EDTF}EDTF":
            return self.time(read_span(term.value, self.lang))
        words = spoken(term, self.lang)
        address = words if urlsplit(words).scheme == "https" and " " not in words else ""
        return Value(words.removeprefix("https://"), self.reader.other(term.language), address)

    def time(self, span: Span) -> Value:
        """Return a time in the source's words, with its exact days."""
        return Value(span.words, bounds=bounds_in_words(span, self.lang))

    def number(self, identifier: str) -> Value:
        """Return the number of an identifier, leading to the register that it is in where the ontology says how."""
        notation = self.reader.first(identifier, SKOS + "notation")
        schemes = self.reader.values(identifier, SAM + "identifierScheme")
        prefixes = [self.reader.first(scheme.value, SAM + "addressPrefix") for scheme in schemes]
        start = next((prefix for prefix in prefixes if prefix), "")
        address = start + notation.replace(" ", "") if start else notation
        return Value(
            notation.removeprefix("https://"), href=address if urlsplit(address).scheme == "https" else ""
        )
