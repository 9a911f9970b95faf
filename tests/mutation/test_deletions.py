"""No statement of the data can be lost unseen: a fact check, a row or a shape notices, or a reason is given."""

import tomllib
from pathlib import Path
from typing import Final

import pyoxigraph as ox
import pytest
from tests.facts.facts import DOCUMENTS
from tests.mutation.deletions import (
    batches,
    statements,
    unnoticed_by_facts,
    unnoticed_by_rows,
    unnoticed_by_shapes,
)

from samspil.namespaces import BASE, PREFIXES, RDF, SAM, SKOS

_UNCAUGHT: Final = Path(__file__).with_name("uncaught.toml")


def _listed() -> set[ox.Triple]:
    """Return the statements that may be lost unseen, each for a reason that the file gives."""
    groups = tomllib.loads(_UNCAUGHT.read_text(encoding="utf-8"))
    return {
        ox.Triple(
            ox.NamedNode(f"{BASE}id/{thing}"),
            ox.NamedNode(_long(group["property"])),
            ox.NamedNode(f"{BASE}id/{value}"),
        )
        for group in groups.values()
        for thing, values in group["statements"].items()
        for value in values
    }


def _long(name: str) -> str:
    """Return the IRI of a prefixed name."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def _triple(subject: str, predicate: str, value: str) -> ox.Triple:
    """Return a statement about a thing of the background graph."""
    return ox.Triple(
        ox.NamedNode(f"{BASE}id/{subject}"), ox.NamedNode(predicate), ox.NamedNode(f"{BASE}id/{value}")
    )


@pytest.mark.parametrize("document", sorted(DOCUMENTS.values()))
def test_every_statement_of_a_document_is_a_fact_that_is_missed(document: str) -> None:
    unnoticed = unnoticed_by_facts(document)

    assert unnoticed_by_shapes(document, unnoticed) == set()


def test_every_statement_of_the_background_is_missed_or_listed() -> None:
    unnoticed = unnoticed_by_shapes("background", unnoticed_by_rows())

    assert unnoticed - _listed() == set()
    assert _listed() - unnoticed == set()


def test_every_group_of_the_list_has_its_reason() -> None:
    groups = tomllib.loads(_UNCAUGHT.read_text(encoding="utf-8"))

    assert [name for name, group in groups.items() if len(group["reason"]) < 20] == []


def test_every_file_of_the_data_is_looked_at() -> None:
    assert set(statements()) == {*DOCUMENTS.values(), "background"}


def test_a_batch_holds_one_statement_about_a_thing_and_types_alone() -> None:
    every = statements()["background"]
    found = batches(
        [triple for triple in every if triple.predicate.value in {RDF + "type", SKOS + "prefLabel"}]
    )

    for batch in found:
        assert len({triple.subject for triple in batch}) == len(batch)
        assert len({triple.predicate.value == RDF + "type" for triple in batch}) == 1


def test_the_last_mention_of_a_thing_is_missed() -> None:
    mentions = [
        triple for triple in statements()["background"] if triple.predicate.value == SAM + "mentionedIn"
    ]
    only = {
        triple
        for triple in mentions
        if [other.subject for other in mentions].count(triple.subject) == 1
        and all(str(triple.subject) not in str(t) for d in DOCUMENTS.values() for t in statements()[d])
    }

    assert only
    assert unnoticed_by_shapes("background", only) == set()
