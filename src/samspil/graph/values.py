"""Terms of RDF as values of Python.

    IRI                                       Iri, a text that knows what it is
    xsd:integer and those derived from it     int
    xsd:gYear                                 int
    xsd:decimal                               Decimal
    xsd:double, xsd:float                     float
    xsd:boolean                               bool
    xsd:date without a time zone              date
    xsd:dateTime                              datetime
    edtf:EDTF                                 Period, the four bounds of a date or period
    text, in any language or none             str
    no value                                  None

Any other literal, and one whose text is none of its datatype, is its text as it stands; a blank node is `_:name`.
The terms themselves stay with the answer, so nothing is lost when it is written to a file.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Final, TypeAlias

import pyoxigraph as ox

from samspil.errors import PeriodError
from samspil.namespaces import EDTF, XSD
from samspil.periods import Period, read_period
from samspil.store import Term
from samspil.wording import short

__all__ = ["Iri", "Value", "value_of"]


class Iri(str):
    """The address of a thing: a text, equal to the same text, and a value for any parameter that means a thing.

    >>> actor = Iri("https://w3id.org/samspil/id/actor/norddjurs-kommune")
    >>> actor
    Iri('https://w3id.org/samspil/id/actor/norddjurs-kommune')
    >>> actor.short
    'actor/norddjurs-kommune'
    """

    __slots__ = ()

    @property
    def short(self) -> str:
        """The words that a parameter and the command take: `actor/via` for ours, `org:Post` for a known prefix."""
        return short(str(self))

    def __repr__(self) -> str:
        """Return the text, and that it is an IRI."""
        return f"Iri({str.__repr__(self)})"


# What a cell of an answer holds.
Value: TypeAlias = Iri | str | bool | int | float | Decimal | date | datetime | Period | None


def value_of(term: Term | None) -> Value:
    """Return the value of a term, None for none.

    >>> value_of(ox.Literal("2025", datatype=ox.NamedNode(XSD + "gYear")))
    2025
    >>> value_of(ox.Literal("next year", datatype=ox.NamedNode(XSD + "gYear")))
    'next year'
    """
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if not isinstance(term, ox.Literal):
        return str(term)
    pattern, read = _READERS.get(term.datatype.value, _TEXT)
    try:
        return read(term.value) if pattern.fullmatch(term.value) else term.value
    except (ValueError, PeriodError):  # 2023-02-30, 24:00:00, an EDTF that Samspil does not read
        return term.value


# A pattern of the texts that are read (Python's own readers take more, 1_000 for one), and what reads them.
_Reader: TypeAlias = tuple[re.Pattern[str], Callable[[str], Value]]

_TEXT: Final[_Reader] = (re.compile(r"(?s:.*)"), str)
_INTEGER: Final[_Reader] = (re.compile(r"[+-]?[0-9]+"), int)
_FLOAT: Final[_Reader] = (
    re.compile(r"[+-]?(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|INF)|NaN"),
    float,
)
_INTEGERS: Final = (
    *(
        "integer",
        "long",
        "int",
        "short",
        "byte",
        "nonNegativeInteger",
        "positiveInteger",
        "nonPositiveInteger",
    ),
    *("negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
)

# Datatype to what reads its literals (XML Schema 1.1 Part 2, 3.3 and 3.4; EDTF of the Library of Congress).
_READERS: Final[dict[str, _Reader]] = {
    **{XSD + name: _INTEGER for name in _INTEGERS},
    XSD + "gYear": (re.compile(r"-?[0-9]{4,}"), int),
    XSD + "decimal": (re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"), Decimal),
    XSD + "double": _FLOAT,
    XSD + "float": _FLOAT,
    XSD + "boolean": (re.compile(r"true|false|1|0"), lambda text: text in ("true", "1")),
    XSD + "date": (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), date.fromisoformat),
    XSD + "dateTime": (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T.+"), datetime.fromisoformat),
    EDTF + "EDTF": (_TEXT[0], read_period),
}
