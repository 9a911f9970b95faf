"""Each datatype has its value in Python, and a literal that is not of its datatype stays a text."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.graph import Iri, Value
from samspil.graph.values import value_of
from samspil.namespaces import EDTF, XSD
from samspil.periods import read_period

NAME = "https://w3id.org/samspil/id/actor/via"

# Datatype, text, value.
READ: list[tuple[str, str, Value]] = [
    (XSD + "integer", "+7", 7),
    (XSD + "nonNegativeInteger", "0", 0),
    (XSD + "gYear", "2025", 2025),
    (XSD + "gYear", "-0044", -44),
    (XSD + "decimal", "1.50", Decimal("1.50")),
    (XSD + "double", "1E3", 1000.0),
    (XSD + "double", "-INF", float("-inf")),
    (XSD + "float", ".5", 0.5),
    (XSD + "boolean", "1", True),
    (XSD + "boolean", "false", False),
    (XSD + "date", "2025-12-31", date(2025, 12, 31)),
    (XSD + "dateTime", "2025-12-31T23:59:59Z", datetime(2025, 12, 31, 23, 59, 59, tzinfo=UTC)),
    (EDTF + "EDTF", "2018/", read_period("2018/")),
    (XSD + "string", "7", "7"),
    (XSD + "anyURI", "x", "x"),
]

# Datatype and text of literals that are not what they say, or that Python cannot hold as that.
ODD = [
    (XSD + "integer", "1_000"),
    (XSD + "integer", "١"),
    (XSD + "integer", "1.0"),
    (XSD + "integer", "9" * 5000),
    (XSD + "decimal", "1e3"),
    (XSD + "double", "Infinity"),
    (XSD + "boolean", "True"),
    (XSD + "date", "2023-02-30"),
    (XSD + "date", "20230201"),
    (XSD + "date", "2023-02-01Z"),
    (XSD + "dateTime", "2023-02-01T24:00:00"),
    (XSD + "gYear", "2023Z"),
    (EDTF + "EDTF", "1985-04-12T23:20:30"),
]


@pytest.mark.parametrize(("datatype", "text", "value"), READ)
def test_a_literal_has_the_value_of_its_datatype(datatype: str, text: str, value: Value) -> None:
    found = value_of(ox.Literal(text, datatype=ox.NamedNode(datatype)))
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(("datatype", "text"), ODD)
def test_a_literal_that_is_not_of_its_datatype_is_its_text(datatype: str, text: str) -> None:
    assert value_of(ox.Literal(text, datatype=ox.NamedNode(datatype))) == text


@given(st.text(), st.sampled_from(sorted({datatype for datatype, *_ in READ})))
def test_no_text_is_too_odd_for_any_datatype(text: str, datatype: str) -> None:
    value_of(ox.Literal(text, datatype=ox.NamedNode(datatype)))


def test_what_is_no_literal() -> None:
    name = ox.NamedNode(NAME)
    assert value_of(None) is None
    assert value_of(ox.Literal("århus", language="da")) == "århus"
    assert value_of(ox.BlankNode("b")) == "_:b"
    assert value_of(ox.Triple(name, name, name)) == f"<{NAME}> <{NAME}> <{NAME}>"


def test_an_iri_is_a_text_that_says_what_it_is() -> None:
    iri = value_of(ox.NamedNode(NAME))
    assert isinstance(iri, Iri)
    assert (iri, repr(iri), iri.short) == (NAME, f"Iri('{NAME}')", "actor/via")
