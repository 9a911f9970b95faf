"""Names in the order of a language."""

from hypothesis import given
from hypothesis import strategies as st

from samspil.collation import sort_key

LETTERS = ["Ålborg", "Aarhus", "Zebra", "Øst", "Æbeltoft", "ämne", "Alborg", "århus", "Odder", "Vejle"]


def in_order(names: list[str], lang: str) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, lang))


def test_danish_has_its_own_letters_last_and_aa_as_the_last_of_them() -> None:
    assert in_order(LETTERS, "da") == [
        "Alborg", "Odder", "Vejle", "Zebra", "Æbeltoft", "ämne", "Øst", "Ålborg", "Aarhus", "århus",
    ]  # fmt: skip


def test_english_sorts_danish_letters_as_those_that_they_look_like() -> None:
    assert in_order(["Ø", "Z", "Å", "B", "Æ"], "en") == ["Å", "Æ", "B", "Ø", "Z"]


def test_numbers_sort_by_their_value() -> None:
    assert in_order(["L10", "L9 s2", "L9", "L9 s10"], "da") == ["L9", "L9 s2", "L9 s10", "L10"]


def test_a_letter_sorts_alike_however_it_is_composed() -> None:
    assert in_order(["A\u030ase", "Åsb", "Asd"], "da") == ["Asd", "Åsb", "A\u030ase"]


@given(st.text(), st.text(), st.sampled_from(["da", "en"]))
def test_different_names_have_different_keys(one: str, other: str, lang: str) -> None:
    assert (sort_key(one, lang) == sort_key(other, lang)) == (one == other)
