"""Choosing from a list, by a small list whose counts are done by hand."""

from datetime import date

import pytest

from samspil.network import Bounds, bounds_of
from samspil.server.browse.facets import Choice, Chosen, choose, held, numbered, short
from samspil.server.browse.rows import Listing, Row

TOWN, FIRM = "https://example.org/model/Town", "https://example.org/model#Firm"
EAST, WEST = "https://example.org/place/east", "https://example.org/place/west"
CHOSEN_BY: tuple[dict[str, tuple[str, ...]], ...] = (
    {"type": (TOWN,), "area": (EAST,)},
    {"type": (TOWN,), "area": (WEST,)},
    {"type": (FIRM,), "area": (EAST, WEST)},
    {"type": (FIRM,), "area": ()},
)
TEXTS = ("aarhus kommune", "vejle kommune", "aarhus vand 12345678", "gas")


def listing() -> Listing:
    rows = tuple(Row(f"https://example.org/{at}", "", chosen) for at, chosen in enumerate(CHOSEN_BY))
    having: dict[str, dict[str, frozenset[int]]] = {
        "type": {TOWN: frozenset({0, 1}), FIRM: frozenset({2, 3})},
        "area": {EAST: frozenset({0, 2}), WEST: frozenset({1, 2})},
    }
    return Listing(rows, TEXTS, {"da": (3, 1, 2, 0), "en": (0, 1, 2, 3)}, having)


def chosen(choice: Choice, within: frozenset[int] | None = None, lang: str = "da") -> Chosen:
    return choose(listing(), choice, ("type", "area"), lang, within)


def test_without_a_choice_everything_stands_in_the_order_of_the_language() -> None:
    assert chosen(Choice()).numbers == (3, 1, 2, 0)
    assert chosen(Choice(), lang="en").numbers == (0, 1, 2, 3)


def test_a_facet_counts_its_other_values_as_if_it_were_not_chosen() -> None:
    found = chosen(Choice({"type": "Town"}))
    assert found.numbers == (1, 0)
    assert dict(found.counts["type"]) == {TOWN: 2, FIRM: 2}
    assert dict(found.counts["area"]) == {EAST: 1, WEST: 1}


def test_choices_of_two_facets_must_both_fit() -> None:
    assert chosen(Choice({"type": "Firm", "area": "west"})).numbers == (2,)


def test_a_value_that_is_nowhere_leaves_nothing() -> None:
    assert chosen(Choice({"type": "Castle"})).numbers == ()


@pytest.mark.parametrize(
    ("text", "rows"), [("Århus", (2, 0)), ("kommune vejle", (1,)), ("1234", (2,)), ("", (3, 1, 2, 0))]
)
def test_every_word_must_stand_in_a_name_or_number(text: str, rows: tuple[int, ...]) -> None:
    assert chosen(Choice(text=text)).numbers == rows


def test_only_what_is_in_force_is_left_and_counted() -> None:
    found = chosen(Choice(), within=frozenset({0, 3}))
    assert found.numbers == (3, 0)
    assert dict(found.counts["type"]) == {TOWN: 1, FIRM: 1}


def test_pages_hold_fifty_rows() -> None:
    rows = tuple(Row(str(at), "", {}) for at in range(101))
    every = Listing(rows, ("",) * 101, {"da": tuple(range(101))}, {})
    found = choose(every, Choice(), (), "da")
    assert (found.pages, found.page(2), found.page(3)) == (3, tuple(range(50, 100)), (100,))


@pytest.mark.parametrize(
    ("page", "pages", "shown"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (1, 9, [1, 2, 3, None, 9]),
        (5, 9, [1, None, 3, 4, 5, 6, 7, None, 9]),
        (9, 9, [1, None, 7, 8, 9]),
    ],
)
def test_pages_far_away_are_left_out(page: int, pages: int, shown: list[int | None]) -> None:
    assert numbered(page, pages) == shown


@pytest.mark.parametrize(
    ("text", "day", "state"),
    [
        ("2022-01-01/2025-12-31", "2025-12-31", "certain"),
        ("2022-01-01/2025-12-31", "2026-01-01", "not"),
        ("2022/2025", "2025-06-01", "possible"),
        ("2022/2025", "2024-06-01", "certain"),
        ("2018/", "2024-06-01", "possible"),
        ("2018/..", "2024-06-01", "certain"),
        ("2018/..", "2017-12-31", "not"),
    ],
)
def test_a_period_covers_a_day_certainly_possibly_or_not(text: str, day: str, state: str) -> None:
    assert held([bounds_of(text)], date.fromisoformat(day)) == state


def test_of_several_periods_the_surest_counts_and_none_says_nothing() -> None:
    day = date(2024, 6, 1)
    assert held([bounds_of("2018/"), bounds_of("2022/2025")], day) == "certain"
    assert held([], day) is None
    assert held([Bounds()], day) == "possible"


@pytest.mark.parametrize(("iri", "name"), [(TOWN, "Town"), (FIRM, "Firm"), ("https://a.dk/x/", "x")])
def test_an_address_calls_a_value_by_the_last_part_of_its_iri(iri: str, name: str) -> None:
    assert short(iri) == name
