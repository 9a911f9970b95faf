"""The data say what the documents say: no fact is missing, and no check can be met by other data."""

import re
from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox
import pytest
from tests.facts.facts import (
    DOCUMENTS,
    REPORT,
    Check,
    checks,
    forbidden_triples,
    holds,
    load,
    report,
    support,
    unexamined,
)

from samspil.namespaces import SAM

_CHECKS: Final = [check for document in DOCUMENTS.values() for check in checks(document)]
_EXPECTED: Final = [
    *(f"D1-{number:02}" for number in range(1, 45)),
    *(f"D2-{number:02}" for number in range(1, 101)),
    "D2-29b",
]

# A line of a document, or a cell of its table: what a place has in common with the passages behind it.
_PLACE: Final = re.compile(r"whole|L\d+|(?:VIA|AU|HAL)/C\d")

each_check = pytest.mark.parametrize("check", _CHECKS, ids=lambda check: check.id)
each_document = pytest.mark.parametrize("document", DOCUMENTS.values())


@pytest.fixture(scope="module")
def stores() -> dict[str, ox.Store]:
    """Return the data of each document; a test that changes them puts them back."""
    return {document: load(document) for document in DOCUMENTS.values()}


def test_every_fact_has_exactly_one_check() -> None:
    assert sorted(check.id for check in _CHECKS) == sorted(_EXPECTED)


@each_check
def test_check_stands_with_its_document(check: Check) -> None:
    assert DOCUMENTS[check.id.split("-")[0]] == check.document


@each_check
def test_data_say_the_fact(check: Check, stores: dict[str, ox.Store]) -> None:
    assert holds(stores[check.document], check)


@each_check
def test_check_rests_on_a_passage_at_its_place(check: Check, stores: dict[str, ox.Store]) -> None:
    triples = support(stores[check.document], check)
    locators = [str(triple.object) for triple in triples if triple.predicate.value == SAM + "locator"]
    places = {place for locator in locators for place in _PLACE.findall(locator)}
    assert places & set(_PLACE.findall(check.locator))


@each_check
def test_check_fails_without_any_one_statement(check: Check, stores: dict[str, ox.Store]) -> None:
    store = stores[check.document]
    triples = support(store, check)
    assert triples
    assert [str(triple) for triple in triples if _holds_without(store, check, triple)] == []
    assert holds(store, check)


@each_check
def test_check_with_a_filter_fails_with_what_it_forbids(check: Check, stores: dict[str, ox.Store]) -> None:
    store = stores[check.document]
    assert bool(check.filter) == bool(check.forbidden)
    assert check.filter.count("NOT EXISTS") <= len(check.forbidden)
    assert [text for text, added in _forbidden(check) if _holds_with(store, check, added)] == []
    assert holds(store, check)


@each_document
def test_every_statement_of_the_data_is_in_a_fact(document: str) -> None:
    """A statement that no check mentions is one that nobody compared with the document."""
    assert [str(triple) for triple in unexamined(document)] == []


def test_report_on_disk_is_current() -> None:
    assert REPORT.read_text(encoding="utf-8") == report(), "run: python -m tests.facts"


def _forbidden(check: Check) -> Iterable[tuple[str, list[ox.Triple]]]:
    """Return each forbidden text with its statements."""
    return zip(check.forbidden, forbidden_triples(check), strict=True)


def _holds_without(store: ox.Store, check: Check, triple: ox.Triple) -> bool:
    """Tell whether the check is met when one statement is missing; the store is put back."""
    quad = ox.Quad(*triple)
    store.remove(quad)
    met = holds(store, check)
    store.add(quad)
    return met


def _holds_with(store: ox.Store, check: Check, triples: list[ox.Triple]) -> bool:
    """Tell whether the check is met when statements are added; the store is put back."""
    quads = [quad for quad in (ox.Quad(*triple) for triple in triples) if quad not in store]
    store.extend(quads)
    met = holds(store, check)
    for quad in quads:
        store.remove(quad)
    return met
