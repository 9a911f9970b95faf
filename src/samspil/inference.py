"""What follows from the sources: the triples of the derived graph.

Rules are SPARQL CONSTRUCT files, run once each in the order of their names, over the merge of the asserted
graphs and of what the rules before have derived. To these come the intervals: for each EDTF text in the
sources the days between which it starts and ends, so that SPARQL can ask what is certainly, and what is
possibly, in force on a day.

Asserted and derived never mix. What is derived stands in `graph/derived`, which is dropped and made anew.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from samspil import identifiers
from samspil.dataset import Dataset
from samspil.errors import SamspilError
from samspil.formats import ordered, read_bytes
from samspil.namespaces import EDTF, PREFIXES, RDF, SAM, XSD
from samspil.periods import Period, read_period
from samspil.syntax import error_at, readable

__all__ = ["DERIVED", "derive", "infer"]

DERIVED: Final = identifiers.graph("derived")

_TYPE: Final = ox.NamedNode(RDF + "type")
_INTERVAL: Final = ox.NamedNode(SAM + "Interval")
_EDTF: Final = ox.NamedNode(EDTF + "EDTF")
_DATE: Final = ox.NamedNode(XSD + "date")
_TRUE: Final = ox.Literal(True)

_TEXTS: Final = f"""
SELECT DISTINCT ?text WHERE {{ ?thing ?property ?text FILTER (datatype(?text) = <{_EDTF.value}>) }}
"""

# Term of the ontology to the bound of a period that it says.
_BOUNDS: Final = {
    ox.NamedNode(SAM + "earliestStart"): "earliest_start",
    ox.NamedNode(SAM + "latestStart"): "latest_start",
    ox.NamedNode(SAM + "earliestEnd"): "earliest_end",
    ox.NamedNode(SAM + "latestEnd"): "latest_end",
}

# Term of the ontology to the mark of a period that it says when the mark is set.
_MARKS: Final = {
    ox.NamedNode(SAM + "startUnknown"): "start_unknown",
    ox.NamedNode(SAM + "startOpen"): "start_open",
    ox.NamedNode(SAM + "endUnknown"): "end_unknown",
    ox.NamedNode(SAM + "endOpen"): "end_open",
    ox.NamedNode(SAM + "uncertain"): "uncertain",
    ox.NamedNode(SAM + "approximate"): "approximate",
}


def infer(dataset: Dataset, rule_files: Sequence[Path]) -> list[ox.Triple]:
    """Return what follows from the asserted graphs and stands in none of them, sorted.

    The dataset is left as it is; a derived graph in it is not read. Raises what derive raises.
    """
    copy = Dataset()
    for name in dataset.graphs():
        if name != DERIVED:
            copy.add(name, dataset.triples(name))
    derive(copy, rule_files)
    return ordered(copy.triples(DERIVED))


def derive(dataset: Dataset, rule_files: Sequence[Path]) -> None:
    """Put what follows into `graph/derived` of the dataset, in place of what was there.

    Raises what read_bytes raises, QuerySyntaxError for a rule that is no CONSTRUCT, and PeriodError for a text
    that is no period; the dataset is then as it was.
    """
    before = list(dataset.triples(DERIVED)) if DERIVED in dataset.graphs() else None
    dataset.remove(DERIVED)
    try:
        _run(dataset, rule_files)
    except SamspilError:
        dataset.remove(DERIVED)
        if before is not None:
            dataset.add(DERIVED, before)
        raise


def _run(dataset: Dataset, rule_files: Sequence[Path]) -> None:
    """Add what each step makes to the derived graph, where the next step reads it."""
    _add(dataset, _intervals(dataset))
    for path in rule_files:
        _add(dataset, _apply(path, dataset))


def _add(dataset: Dataset, made: Iterable[ox.Triple]) -> None:
    """Add those of the triples that no graph says yet to the derived graph."""
    known = dataset.merge
    new = (t for t in set(made) if ox.Quad(t.subject, t.predicate, t.object) not in known)
    dataset.add(DERIVED, new)


def _apply(path: Path, dataset: Dataset) -> ox.QueryTriples:
    """Return what one rule makes of the merge of the graphs."""
    rule = read_bytes(path).decode("utf-8")
    try:
        made = dataset.answering(rule).query(rule, prefixes=PREFIXES)
    except SyntaxError as error:
        raise readable(rule, str(error.msg), str(path)) from error
    if not isinstance(made, ox.QueryTriples):
        raise error_at(rule, 0, "a CONSTRUCT query is expected", str(path))
    return made


def _intervals(dataset: Dataset) -> Iterator[ox.Triple]:
    """Yield what the EDTF texts of the asserted graphs denote."""
    for (literal,) in dataset.select(_TEXTS):
        yield from _interval(read_period(literal.value))


def _interval(period: Period) -> Iterator[ox.Triple]:
    """Yield the statements about one interval. A bound that is open or unknown is not stated."""
    node = ox.NamedNode(identifiers.interval(period.text))
    yield ox.Triple(node, _TYPE, _INTERVAL)
    yield ox.Triple(node, ox.NamedNode(SAM + "edtf"), ox.Literal(period.text, datatype=_EDTF))
    for term, name in _BOUNDS.items():
        bound: date | None = getattr(period, name)
        if bound is not None:
            yield ox.Triple(node, term, ox.Literal(bound.isoformat(), datatype=_DATE))
    for term, name in _MARKS.items():
        if getattr(period, name):
            yield ox.Triple(node, term, _TRUE)
