"""The parts of a page, each with tiny data whose answer can be counted by hand."""

from datetime import date

import pytest

from samspil.periods import Status
from samspil.server.things.grammar import article, listed, pronoun
from samspil.server.things.paths import Step, path_of
from samspil.server.things.times import bounds_in_words, end_in_words, holds, read_span

ORG = "http://www.w3.org/ns/org#"


def test_a_path_is_read_as_its_ways_and_steps() -> None:
    assert path_of("^org:member/org:role|a") == (
        (Step(f"{ORG}member", back=True), Step(f"{ORG}role")),
        (Step("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),),
    )
    assert path_of("") == ((),)


@pytest.mark.parametrize(
    ("noun", "lang", "expected"),
    [
        ("kommune", "da", "en kommune"),
        ("formelt partnerskab", "da", "et formelt partnerskab"),
        ("professionshøjskole", "da", "en professionshøjskole"),
        ("styringsdokument", "da", "et styringsdokument"),
        ("agreement", "en", "an agreement"),
        ("university", "en", "a university"),
        ("municipality", "en", "a municipality"),
    ],
)
def test_a_noun_has_its_article(noun: str, lang: str, expected: str) -> None:
    assert article(noun, lang) == expected


def test_a_pronoun_has_the_gender_of_its_noun() -> None:
    assert [pronoun(noun, "da") for noun in ("kommune", "universitet")] == ["Den", "Det"]


def test_words_in_a_row_are_joined_as_people_do() -> None:
    assert [listed(words, "da") for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "", "a", "a og b", "a, b og c",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["2022/2025"], "certain"),
        (["2018/"], "possible"),
        (["2018/2020"], "not"),
        (["2018/2020", "2019/"], "possible"),
        (["2018/", "2022/2025"], "certain"),
        ([], None),
        (["whenever"], None),
    ],
)
def test_it_holds_today_as_its_surest_period_does(texts: list[str], expected: Status | None) -> None:
    assert holds([read_span(text, "da") for text in texts], date(2024, 6, 1)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-02-19", []),
        ("2022-01-01/2025-12-31", ["It begins on 1 January 2022.", "It ends on 31 December 2025."]),
        ("2018/", ["It begins between 1 January 2018 and 31 December 2018.", "When it ends is not stated."]),
        ("2018-01-01/..", ["It begins on 1 January 2018.", "It runs until further notice."]),
        (
            "2017-01-01~/",
            ["It begins on 1 January 2017.", "When it ends is not stated.", "The time is approximate."],
        ),
    ],
)
def test_the_exact_days_of_a_period_are_told(text: str, expected: list[str]) -> None:
    assert list(bounds_in_words(read_span(text, "en"), "en")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2022/2025", "2025"), ("2018/", ""), ("2018/..", ""), ("2023-12-31", "31. december 2023")],
)
def test_the_end_of_a_period_is_told_where_there_is_one(text: str, expected: str) -> None:
    assert end_in_words(read_span(text, "da"), "da") == expected
