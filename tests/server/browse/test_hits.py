"""What search finds and in which order, in a handful of made-up entries."""

import pytest

from samspil.server.browse.hits import Entry, Index, find, found_by, index, meant

ENTRIES = (
    Entry("norddjurs", "place", 5, {"da": "Norddjurs", "en": "Norddjurs"}, aside=True),
    Entry(
        "norddjurs-kommune",
        "actor",
        0,
        {"da": "Norddjurs Kommune", "en": "Norddjurs Municipality"},
        also=("ND", "29189986"),
    ),
    Entry("venner", "actor", 0, {"da": "Venner af Norddjurs", "en": "Friends of Norddjurs"}),
    Entry(
        "au", "actor", 0, {"da": "Aarhus Universitet", "en": "Aarhus University"}, ("AU",), ("universitet",)
    ),
    Entry("ku", "actor", 0, {"da": "Københavns Universitet", "en": "University of Copenhagen"}),
    Entry("auning", "place", 5, {"da": "Auning", "en": "Auning"}, aside=True),
    Entry(
        "aftale",
        "agreement",
        2,
        {"da": "Partnerskabsaftalen med Halmstad", "en": "Partnership with Halmstad"},
    ),
    Entry("reno", "cooperation", 1, {"da": "Samarbejdet i Reno Djurs"}, about=("funktionelt samarbejde",)),
)


@pytest.fixture(scope="module")
def made() -> Index:
    return index(ENTRIES)


def iris(made: Index, text: str) -> list[str]:
    return [entry.iri for entry in find(made, text)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Norddjurs", "norddjurs-kommune"),
        ("norddjurs kommune", "norddjurs-kommune"),
        ("29189986", "norddjurs-kommune"),
        ("AU", "au"),
        ("århus", "au"),
        ("arhus univ", "au"),
        ("kobenhavn", "ku"),
        ("copenhagen", "ku"),
        ("koebenhavns", "ku"),
        ("halmstad", "aftale"),
    ],
)
def test_what_is_meant_stands_first(made: Index, text: str, first: str) -> None:
    assert iris(made, text)[0] == first


def test_an_actor_whose_name_begins_so_comes_before_a_place_of_that_name(made: Index) -> None:
    assert iris(made, "norddjurs") == ["norddjurs-kommune", "venner", "norddjurs"]


def test_every_word_must_fit(made: Index) -> None:
    assert iris(made, "universitet aarhus") == ["au"]
    assert iris(made, "universitet halmstad") == []


def test_a_word_is_found_inside_another(made: Index) -> None:
    assert iris(made, "aftalen") == ["aftale"]


def test_a_type_is_found_by_its_words(made: Index) -> None:
    assert iris(made, "funktionelt") == ["reno"]


def test_two_letters_are_not_looked_for_inside_words(made: Index) -> None:
    assert iris(made, "nd") == ["norddjurs-kommune"]


@pytest.mark.parametrize("text", ["", "   ", "-", "?!"])
def test_no_words_find_nothing(made: Index, text: str) -> None:
    assert iris(made, text) == []


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("nordjurs", "norddjurs"),
        ("arhuss", "aarhus"),
        ("univrsitet aarhs", "universitet aarhus"),
        ("københvan", "københavns"),
    ],
)
def test_a_misspelt_word_is_understood(made: Index, typed: str, meaning: str) -> None:
    assert meant(made, typed) == meaning
    assert find(made, meaning)


@pytest.mark.parametrize("text", ["", "norddjurs", "xyzzy", "qq qq", "univrsitet halmsted"])
def test_nothing_is_guessed_of_what_is_right_or_like_nothing(made: Index, text: str) -> None:
    assert meant(made, text) == ""


def test_the_name_that_was_found_is_told_when_it_is_not_shown(made: Index) -> None:
    (actor,) = find(made, "29189986")
    assert found_by(actor, "29189986", "da") == "29189986"
    assert found_by(actor, "norddjurs", "da") == ""
    assert found_by(actor, "municipality", "da") == "Norddjurs Municipality"
