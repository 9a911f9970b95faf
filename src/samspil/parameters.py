"""What can be asked of a question besides the question itself: typed values, read from text into terms.

A type says what a person may write, and which term stands in the query for it:

    actor, cooperation, agreement, action-plan, source
                a slug (`norddjurs-kommune`), a name that makes one (`Norddjurs Kommune`), an IRI, or a
                prefixed name with one of our prefixes
    thing       an IRI, a prefixed name, or kind and slug: `agreement/au-2022`
    date        2024-02-19, or `today`
    duration    how long after another parameter, in the form of ISO 8601 (P1Y6M, P12M, P2W, P30D) or as a
                number of months (12); the term is the day that it leads to, since SPARQL 1.1 has no
                arithmetic for dates
    language    da or en
    integer, string
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Final

import pyoxigraph as ox

from samspil.errors import NotAnIdentifier, ParameterError
from samspil.identifiers import slugify, thing
from samspil.namespaces import BASE, PREFIXES, XSD
from samspil.store import Store

__all__ = ["THINGS", "TYPES", "Parameter", "check_thing", "nearest", "read_term", "text_of"]

_KINDS: Final = ("actor", "cooperation", "agreement", "action-plan", "source")
THINGS: Final = (*_KINDS, "thing")
_OFFERED: Final = 3

# Weeks stand alone (ISO 8601-1:2019, 5.5.2.2 and 5.5.2.4); a length without a unit is in months.
_DURATION: Final = re.compile(
    r"(?P<bare>[0-9]+)"
    r"|P(?P<weeks>[0-9]+)W"
    r"|P(?=[0-9])(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?(?:(?P<days>[0-9]+)D)?",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True)
class Parameter:
    """One parameter of a question. Without a default it may be left out, and then asks for everything.

    `variable` is what it binds in the query. `after` is the date parameter that a duration counts from.
    """

    name: str
    type: str
    default: str | None
    summary: Mapping[str, str]
    after: str | None = None
    variable: str = ""


def read_term(
    question: str,
    parameter: Parameter,
    values: Mapping[str, str],
    known: Mapping[str, Parameter],
    today: date,
) -> str:
    """Return the term that stands for a parameter, in SPARQL: UNDEF where there is neither value nor default.

    Raises ParameterError, which says what is expected.
    """
    start = _term(question, known[parameter.after], values, today) if parameter.after else None
    day = date.fromisoformat(start.value) if start else today
    return str(_term(question, parameter, values, day) or "UNDEF")


def check_thing(store: Store, question: str, parameter: Parameter, text: str) -> None:
    """Raise ParameterError for a thing that the store knows nothing about, with the slugs nearest to it."""
    if parameter.type not in THINGS or not text.strip():
        return
    term = _thing(parameter.type, text.strip())
    if store.ask(f"ASK {{ VALUES ?thing {{ {term} }} ?thing a ?type }}"):
        return
    start = f"{BASE}id/" if parameter.type == "thing" else f"{BASE}id/{parameter.type}/"
    known = f'SELECT DISTINCT ?thing {{ ?thing a ?type FILTER (STRSTARTS(STR(?thing), "{start}")) }}'
    rows = store.select(f"{known} ORDER BY ?thing")
    slugs = [row[0].value.removeprefix(start) for row in rows if isinstance(row[0], ox.NamedNode)]
    expected = nearest(term.value.removeprefix(start), slugs) or slugs[:_OFFERED]
    raise ParameterError(question, parameter.name, text, " / ".join(expected) or _EXPECTED[parameter.type])


def nearest(name: str, names: Iterable[str]) -> list[str]:
    """Return the few names that are most like one: those that begin with it, that hold it, that are spelt like it."""
    listed = sorted(
        names, key=lambda other: (not other.casefold().startswith(name.casefold()), len(other), other)
    )
    holding = [other for other in listed if name and name.casefold() in other.casefold()]
    alike = get_close_matches(name, listed, n=_OFFERED)
    return list(dict.fromkeys([*holding, *alike]))[:_OFFERED]


def _term(
    question: str, parameter: Parameter, values: Mapping[str, str], day: date
) -> ox.NamedNode | ox.Literal | None:
    """Return the term for a parameter: None where there is neither value nor default. Raises ParameterError.

    `day` is the day of asking, or the one that a duration counts from.
    """
    text = text_of(parameter, values)
    if not text:
        return None
    try:
        return TYPES[parameter.type](text, day)
    except (ValueError, OverflowError, NotAnIdentifier) as error:
        raise ParameterError(question, parameter.name, text, _EXPECTED[parameter.type]) from error


def text_of(parameter: Parameter, values: Mapping[str, str]) -> str:
    """Return what a parameter is given, else its default.

    An empty value asks for everything where a thing is meant; for any other type it is no value.
    """
    text = values.get(parameter.name, "").strip()
    everything = parameter.name in values and parameter.type in THINGS
    return text if text or everything else (parameter.default or "").strip()


def _thing(kind: str, text: str) -> ox.NamedNode:
    """Return the thing that a text of some type names. Raises ValueError, NotAnIdentifier."""
    if re.match(r"https?://", text):
        return ox.NamedNode(text)
    prefix, colon, local = text.partition(":")
    if colon and prefix in PREFIXES:
        return ox.NamedNode(PREFIXES[prefix] + local)
    if kind == "thing":
        kind, _, text = text.partition("/")
    try:
        return ox.NamedNode(thing(kind, text))
    except NotAnIdentifier:
        return ox.NamedNode(thing(kind, slugify(text)))


def _date(text: str, today: date) -> date:
    """Return a day. Raises ValueError; the forms of ISO 8601 without hyphens are too easily mistaken."""
    if text == "today":
        return today
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _later(text: str, start: date) -> date:
    """Return the day that a duration leads to: first years and months, then weeks and days.

    Where the month has no such day it is the last of the month. Raises ValueError, and OverflowError past the
    year 9999.
    """
    found = _DURATION.fullmatch(text)
    if found is None:
        raise ValueError(text)
    long = {unit: int(number) for unit, number in found.groupdict("0").items()}
    months = long["bare"] + long["months"] + 12 * long["years"]
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    clipped = first.replace(day=min(start.day, monthrange(year, month + 1)[1]))
    return clipped + timedelta(weeks=long["weeks"], days=long["days"])


def _language(text: str) -> ox.Literal:
    """Return a language that the register speaks. Raises ValueError."""
    if text not in ("da", "en"):
        raise ValueError(text)
    return ox.Literal(text)


def _literal(text: str, datatype: str) -> ox.Literal:
    """Return a literal of an XML Schema datatype."""
    return ox.Literal(text, datatype=ox.NamedNode(XSD + datatype))


def _reader(kind: str) -> Callable[[str, date], ox.NamedNode]:
    """Return what reads a thing of one kind."""
    return lambda text, _today: _thing(kind, text)


# Name of a type to what reads a text of it, given the day that `today` is, or that a duration counts from.
TYPES: Final[dict[str, Callable[[str, date], ox.NamedNode | ox.Literal]]] = {
    **{kind: _reader(kind) for kind in THINGS},
    "date": lambda text, today: _literal(_date(text, today).isoformat(), "date"),
    "duration": lambda text, start: _literal(_later(text, start).isoformat(), "date"),
    "language": lambda text, _today: _language(text),
    "integer": lambda text, _today: _literal(str(int(text)), "integer"),
    "string": lambda text, _today: ox.Literal(text),
}

# Name of a type to what may be written, said so that it reads in any language.
_EXPECTED: Final[dict[str, str]] = {
    "actor": "norddjurs-kommune / id/actor/…",
    "cooperation": "norddjurs-via / id/cooperation/…",
    "agreement": "au-2022 / id/agreement/…",
    "action-plan": "halmstad-2021-2024 / id/action-plan/…",
    "source": "norddjurs-notat-2024 / id/source/…",
    "thing": "agreement/au-2022 / id/…/…",
    "date": "2024-02-19 / today",
    "duration": "P12M / P1Y6M / P2W / P30D / 12",
    "language": "da / en",
    "integer": "…, -1, 0, 1, 2, …",
    "string": "…",
}
