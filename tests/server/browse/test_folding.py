"""Text as people type it."""

import pytest

from samspil.server.browse.folding import folded, forms, words


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Københavns Universitet", ["koebenhavns universitet", "kobenhavns universitet"]),
        ("Aarhus", ["aarhus", "arhus"]),
        ("Århus", ["aarhus", "arhus"]),
        ("Vejle Å", ["vejle aa", "vejle a"]),
        ("Région Île", ["region ile"]),
        ("Straße", ["strasse"]),
    ],
)
def test_a_name_is_typed_in_each_of_these_ways(name: str, typed: list[str]) -> None:
    assert set(typed) <= set(forms(name))


def test_capitals_and_composed_letters_make_no_difference() -> None:
    assert folded("ØKONOMI PÅ Å") == folded("økonomi pa\u030a a\u030a") == "oekonomi paa aa"


def test_signs_part_words_and_numbers_are_words() -> None:
    assert words("plan 2021-2024, au/c1") == ["plan", "2021", "2024", "au", "c1"]
