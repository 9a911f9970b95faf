"""Which of the forms that there are fits what a client asks for (RFC 9110, 12). Pure text, so that anyone may use it.

A header that cannot be read asks for nothing: the part that is wrong is passed over, and when nothing is left, the
header counts as absent. Order in a header says nothing, weights do; between equal weights our own order decides.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

__all__ = ["FORMATS", "HTML", "MEDIA_TYPES", "best", "best_language", "named", "qualities"]

HTML: Final = "text/html"

# Suffix of an address to the media type of the form; the order decides between forms that are equally wanted.
MEDIA_TYPES: Final[dict[str, str]] = {
    "html": HTML,
    "ttl": "text/turtle",  # RDF 1.1 Turtle
    "jsonld": "application/ld+json",  # JSON-LD 1.1
    "nt": "application/n-triples",  # RDF 1.1 N-Triples
    "rdf": "application/rdf+xml",  # RDF 1.1 XML Syntax
    "json": "application/json",  # JSON-LD, as those ask for it who do not know its name
    "csv": "text/csv",  # RFC 4180
}

# Names of a form in `?format=` besides the suffix and the media type to the suffix.
FORMATS: Final[dict[str, str]] = {
    "turtle": "ttl",
    "json-ld": "jsonld",
    "ntriples": "nt",
    "n-triples": "nt",
    "rdfxml": "rdf",
    "xml": "rdf",
    "rdf/xml": "rdf",
    "xhtml": "html",
}

# Two media types for one form: what is asked for by the first is answered by the second.
_SAME: Final[dict[str, str]] = {
    "application/xhtml+xml": HTML,
    "text/n3": "text/turtle",  # every Turtle document is one of Notation3
    "application/x-turtle": "text/turtle",
    "text/plain": "application/n-triples",  # RDF 1.1 N-Triples, 6
}

# Parameters that do not make another form of a document: we write UTF-8 only, and a profile may be passed over.
_PASSED_OVER: Final = frozenset({"charset", "profile"})

_NAME: Final = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_PART: Final = re.compile(r'(?:[^,"]|"(?:[^"\\]|\\.)*"?)+')
_FIELD: Final = re.compile(r'(?:[^;"]|"(?:[^"\\]|\\.)*"?)+')
_MEDIA: Final = re.compile(rf"{_NAME}/{_NAME}")
_LANGUAGE: Final = re.compile(r"\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_WEIGHT: Final = re.compile(r"0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?")

# Less than every weight that a header can state, and more than none.
_UNMENTIONED: Final = 0.0001

# How well a range fits a form: None when it does not, else more for a more specific range.
_Fit = Callable[["_Range", str], int | None]


@dataclass(frozen=True)
class _Range:
    """One part of a header: what is asked for, in lower case, with its parameters, and how much it is wanted."""

    name: str
    parameters: frozenset[tuple[str, str]]
    weight: float


def best(accept: str, offered: Sequence[str]) -> str | None:
    """Return the media type that Accept prefers of those offered (RFC 9110, 12.5.1), None when none is acceptable.

    The most specific range that fits a type gives its weight; equal weights are decided by the order of `offered`.
    """
    weights = qualities(accept, offered)
    wanted = max(offered, key=lambda media: weights[media], default=None)
    return wanted if wanted is not None and weights[wanted] > 0 else None


def qualities(accept: str, offered: Sequence[str]) -> dict[str, float]:
    """Return how much Accept wants each of the media types offered, 0 for not at all."""
    ranges = list(_ranges(accept, _MEDIA))
    if not ranges:
        return dict.fromkeys(offered, 1.0)
    return {media: _weight(media, ranges, _media_fit) or 0.0 for media in offered}


def best_language(accept: str, offered: Sequence[str]) -> str:
    """Return the language that Accept-Language (RFC 9110, 12.5.4) prefers of those offered, else the first.

    A text in a wrong language is better than none, so that a language that is refused comes after those that the
    header does not mention. A reader of `en-GB` is content with `en` (RFC 4647, 3.4).
    """
    ranges = list(_ranges(accept, _LANGUAGE))

    def wanted(language: str) -> float:
        weight = _weight(language.lower(), ranges, _language_fit)
        return _UNMENTIONED if weight is None else weight

    return max(offered, key=wanted)


def named(name: str, offered: Mapping[str, str] = MEDIA_TYPES) -> str | None:
    """Return the suffix of the form that a name means: a suffix, a media type, or what people call it; else None."""
    asked = name.strip().lower()
    suffix = FORMATS.get(asked, asked)
    if suffix in offered:
        return suffix
    media = _SAME.get(asked, asked)
    return next((suffix for suffix, there in offered.items() if there.partition(";")[0] == media), None)


def _weight(form: str, ranges: Sequence[_Range], fit: _Fit) -> float | None:
    """Return the weight of the most specific range that fits a form, the highest among equals; None without one."""
    fits = [(how, range.weight) for range in ranges if (how := fit(range, form)) is not None]
    return max(fits)[1] if fits else None


def _media_fit(range: _Range, media: str) -> int | None:
    """Tell how well a media range fits a type: the type with parameters, the type, `text/*`, `*/*`."""
    name, parameters = _read(media)
    if range.name == "*/*":
        return 0
    if range.name == name.partition("/")[0] + "/*":
        return 1
    if not range.parameters <= parameters:
        return None
    if range.name == name:
        return 3 + len(range.parameters)
    return 2 if _SAME.get(range.name) == name else None


def _language_fit(range: _Range, language: str) -> int | None:
    """Tell how well a language range fits a language: `da` fits itself best, then `da-DK` and `da` each other, `*`."""
    if range.name == "*":
        return 0
    if range.name == language:
        return 2
    # That British English is refused says nothing of English.
    narrower = range.name.startswith(f"{language}-") and range.weight > 0
    return 1 if narrower or language.startswith(f"{range.name}-") else None


def _ranges(header: str, name: re.Pattern[str]) -> Iterator[_Range]:
    """Yield the parts of a header that can be read."""
    for part in _PART.findall(header):
        asked, *fields = (field.strip() for field in _FIELD.findall(part) or ("",))
        pairs = [(key.strip().lower(), value.strip()) for key, _, value in map(_pair, fields)]
        weight = next((value for key, value in pairs if key == "q"), "1")
        if name.fullmatch(asked) and _WEIGHT.fullmatch(weight):
            yield _Range(asked.lower(), _parameters(pairs), float(weight))


def _read(media: str) -> tuple[str, frozenset[tuple[str, str]]]:
    """Return the name and the parameters of a media type of ours."""
    name, *fields = media.split(";")
    return name.strip().lower(), _parameters([(key, value) for key, _, value in map(_pair, fields)])


def _pair(field: str) -> tuple[str, str, str]:
    """Return a parameter cut at its equals sign."""
    return field.partition("=")


def _parameters(pairs: Sequence[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Return the parameters that make another form: before the weight, without those that are passed over."""
    kept = []
    for key, value in pairs:
        if (name := key.strip().lower()) == "q":
            break
        if name and name not in _PASSED_OVER:
            kept.append((name, value.strip().strip('"').lower()))
    return frozenset(kept)
