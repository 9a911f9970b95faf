"""The catalogues: every text is translated once, and nothing stands there that no page says."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from tests.server.catalogues import (
    CATALOGUES,
    all_of,
    catalogue,
    extracted,
    messages,
    missing,
    singular,
    superfluous,
    texts_of,
)

from samspil.server.browse import lists, search

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%")


def test_every_text_of_the_pages_is_in_danish() -> None:
    assert missing() == {}


def test_no_catalogue_has_a_text_that_nothing_asks_for() -> None:
    assert superfluous() == []


def test_no_translation_is_only_a_guess() -> None:
    assert [singular(message.id) for _, message in messages() if message.fuzzy or not all_of(message)] == []


def test_a_translation_has_the_placeholders_of_its_text() -> None:
    for name, message in messages():
        texts = texts_of(message)
        asked = sorted(set(PLACEHOLDER.findall(singular(message.id))))
        assert [sorted(set(PLACEHOLDER.findall(text))) for text in texts] == [asked] * len(texts), (
            name,
            message.id,
        )


def test_a_text_in_two_catalogues_is_the_same_in_both() -> None:
    found = defaultdict(set)
    for _, message in messages():
        found[singular(message.id)].add(str(message.string))
    assert {text for text, danish in found.items() if len(danish) > 1} == set()


def test_english_has_no_danish_letters() -> None:
    assert [text for text in extracted() if re.search("[æøåÆØÅ]", text)] == []


def test_danish_is_written_with_danish_quotation_marks() -> None:
    assert [singular(message.id) for _, message in messages() if re.search("[“”]", str(message.string))] == []


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.name)
def test_a_catalogue_is_danish_and_knows_its_plurals(file: Path) -> None:
    assert str(catalogue(file).locale) == "da"
    assert catalogue(file).num_plurals == 2


def test_the_headings_of_groups_and_facets_are_in_danish() -> None:
    known = {singular(message.id) for _, message in messages()}
    assert set(search._GROUPS.values()) - known == set()
    assert {heading for kind in lists._LISTS.values() for heading in kind.facets.values()} - known == set()
