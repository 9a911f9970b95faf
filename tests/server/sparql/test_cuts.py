"""Where answers are cut off: whatever the pieces in which they come, what is left is a document of its format."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samspil.server.sparql.cuts import FORMS, Cut, TooLarge

# A busy machine is no mistake.
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

# What would look like the end of a row to a careless reader.
NASTY = ['a"b', "}},{", '"}},{"', "</result>", "line\nline", ' .\n , ; "', "\\", "<x> .\n", "]}]", "æøå", ""]

ROWS = ox.Store()
ROWS.extend(
    ox.Quad(
        ox.NamedNode(f"s:{n % 3}"),
        ox.NamedNode(f"p:{n % 2}"),
        ox.Literal(f"{text}{n}" if n % 2 else f"{n}{text}"),
    )
    for n, text in enumerate(NASTY * 2)
)
SELECT = "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"
RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
GRAPHS = {
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/n-quads": ox.RdfFormat.N_QUADS,
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/trig": ox.RdfFormat.TRIG,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
COUNT = len(NASTY) * 2


def document(media: str) -> bytes:
    """Return an answer as the engine writes it."""
    if media in RESULTS:
        rows = ROWS.query(SELECT)
        assert isinstance(rows, ox.QuerySolutions)
        return rows.serialize(format=RESULTS[media]) or b""
    triples = sorted((quad.triple for quad in ROWS), key=str)
    return ox.serialize(triples, format=GRAPHS[media]) or b""


def passed(media: str, rows: int, sizes: list[int], most: int = 10**6) -> tuple[bytes, Cut]:
    """Return what of an answer is passed on when it comes in pieces of these sizes."""
    cut, data, out = Cut(FORMS[media], rows, most), document(media), b""
    for size in [*sizes, len(data)]:
        out += cut.feed(data[:size])
        data = data[size:]
        if cut.cut:
            return out, cut
    return out + cut.finish(), cut


def read(media: str, data: bytes) -> int:
    """Return how many rows or triples a document has, read by another program than ours."""
    if media == "text/csv":
        return len(list(csv.reader(io.StringIO(data.decode(), newline="")))) - 1
    if media == "application/sparql-results+json":
        return len(json.loads(data)["results"]["bindings"])
    if media in RESULTS:
        return len(list(ox.parse_query_results(data, format=RESULTS[media])))  # type: ignore[arg-type]  # rows
    return len(list(ox.parse(data, format=GRAPHS[media])))


@pytest.mark.parametrize("media", FORMS)
@CALM
@given(rows=st.integers(1, COUNT - 1), sizes=st.lists(st.integers(1, 400), max_size=30))
def test_a_cut_answer_has_just_as_many_rows_as_it_may(media: str, rows: int, sizes: list[int]) -> None:
    data, cut = passed(media, rows, sizes)
    assert cut.cut
    assert read(media, data) == cut.rows == rows
    assert not FORMS[media].tells or b"truncated" in data


@pytest.mark.parametrize("media", RESULTS)
@pytest.mark.parametrize("odd", ["UNDEF", '"{}"', '"[{}"', '",{},"', '"}},{"', '"\\n"', '"\\"\\n\\""'])
@CALM
@given(data=st.data())
def test_rows_are_counted_right_wherever_an_odd_one_stands(media: str, odd: str, data: st.DataObject) -> None:
    """Also in the midst of many that are counted in bulk."""
    kinds = data.draw(st.lists(st.sampled_from([odd, '"a"']), min_size=2, max_size=40))
    most = data.draw(st.integers(1, len(kinds)))
    found = ox.Store().query(f"SELECT ?x {{ VALUES ?x {{ {' '.join(kinds)} }} }}")
    assert isinstance(found, ox.QuerySolutions)
    answer = found.serialize(format=RESULTS[media]) or b""
    cut, out = Cut(FORMS[media], most, 10**6), b""
    for at in range(0, len(answer), size := data.draw(st.integers(20, 400))):
        out += b"" if cut.cut else cut.feed(answer[at : at + size])
    out += b"" if cut.cut else cut.finish()
    assert (read(media, out), cut.cut) == (most, most < len(kinds))


@pytest.mark.parametrize("media", FORMS)
@CALM
@given(sizes=st.lists(st.integers(1, 400), max_size=30))
def test_an_answer_that_is_no_longer_than_it_may_be_is_as_it_was(media: str, sizes: list[int]) -> None:
    data, cut = passed(media, COUNT, sizes)
    assert not cut.cut
    assert data == document(media)


@pytest.mark.parametrize("media", FORMS)
@CALM
@given(most=st.integers(400, 700), sizes=st.lists(st.integers(1, 400), max_size=30))
def test_an_answer_that_is_too_large_is_cut_between_rows(media: str, most: int, sizes: list[int]) -> None:
    try:
        data, cut = passed(media, COUNT, sizes, most)
    except TooLarge:
        return
    assert read(media, data) == (cut.rows if cut.cut else COUNT)
