"""A data frame has the types of the values, whatever of them is missing."""

import subprocess
import sys
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd
import polars as pl
import pytest

from samspil.graph import Graph

EVERY = """SELECT ?integer ?year ?decimal ?double ?truth ?day ?moment ?instant ?text ?iri ?period ?none {
  VALUES (?integer ?year ?decimal ?double ?truth ?day ?moment ?instant ?text ?iri ?period ?none) {
    (1 "2025"^^xsd:gYear 1.5 1e0 true "0001-01-01"^^xsd:date "2024-01-02T03:04:05"^^xsd:dateTime
     "2024-01-02T03:04:05+02:00"^^xsd:dateTime "æ"@da <http://example.org/> "2018/"^^edtf:EDTF UNDEF)
    (UNDEF UNDEF UNDEF UNDEF UNDEF UNDEF UNDEF UNDEF UNDEF UNDEF UNDEF UNDEF)
  }
}"""


def test_pandas_has_the_type_of_each_column(graph: Graph) -> None:
    frame = graph.select(EVERY).to_pandas()
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == {
        "integer": "Int64",
        "year": "Int64",
        "decimal": "Float64",
        "double": "Float64",
        "truth": "boolean",
        "day": "datetime64[s]",
        "moment": "datetime64[us]",
        "instant": "datetime64[us, UTC]",
        "text": "string",
        "iri": "string",
        "period": "string",
        "none": "string",
    }
    assert frame.iloc[1].isna().all()
    assert frame["day"][0].isoformat() == "0001-01-01T00:00:00"
    assert frame["instant"][0] == pd.Timestamp("2024-01-02T01:04:05Z")
    assert list(frame["period"].dropna()) == ["2018/"]


def test_polars_has_the_type_of_each_column(graph: Graph) -> None:
    frame = graph.select(EVERY).to_polars()
    assert dict(frame.schema) == {
        "integer": pl.Int64,
        "year": pl.Int64,
        "decimal": pl.Float64,
        "double": pl.Float64,
        "truth": pl.Boolean,
        "day": pl.Date,
        "moment": pl.Datetime("us"),
        "instant": pl.Datetime("us", "UTC"),
        "text": pl.String,
        "iri": pl.String,
        "period": pl.String,
        "none": pl.String,
    }
    assert frame.row(1) == (None,) * 12
    assert frame["day"][0] == date(1, 1, 1)
    assert frame["moment"][0] == datetime(2024, 1, 2, 3, 4, 5)  # noqa: DTZ001  a moment without a time zone


@pytest.mark.parametrize(
    ("terms", "kind", "values"),
    [
        ("1 2.5", "Float64", [1.0, 2.5]),
        ("1 true", "string", ["1", "true"]),
        ('"2024-01-01"^^xsd:date "2024"', "string", ["2024-01-01", "2024"]),
        ("99999999999999999999 1", "string", ["99999999999999999999", "1"]),
        ("9223372036854775807 -9223372036854775808", "Int64", [2**63 - 1, -(2**63)]),
    ],
)
def test_a_column_of_several_kinds(graph: Graph, terms: str, kind: str, values: Sequence[Any]) -> None:
    answer = graph.select(f"SELECT ?x {{ VALUES ?x {{ {terms} }} }}")
    frame = answer.to_pandas()
    assert (str(frame.dtypes["x"]), list(frame["x"])) == (kind, values)
    assert list(answer.to_polars()["x"]) == values


def test_an_answer_without_rows_keeps_its_columns(graph: Graph) -> None:
    answer = graph.select("SELECT ?a ?b { ?a a sam:Nothing ; ?b 1 }")
    assert list(answer.to_pandas().columns) == list(answer.to_polars().columns) == ["a", "b"]
    assert len(answer.to_pandas()) == len(answer.to_polars()) == 0


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_library_that_is_missing_is_named_with_what_to_do(library: str) -> None:
    code = f"""
import sys
sys.modules["{library}"] = None  # as if it were not installed
import samspil
from samspil.errors import NotInstalled
try:
    samspil.open().select("SELECT * {{}}").to_{library}()
except NotInstalled as error:
    print(error.exit_code, error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"2 {library} is not installed. Run “pip install {library}”, and try again.\n"
