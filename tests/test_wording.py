"""Terms in words, and the columns that people see."""

from itertools import islice

import pyoxigraph as ox
import pytest
from tests.answers.samples import NORDDJURS, QUESTION, of_terms, store

from samspil.namespaces import EDTF, XSD
from samspil.queries import parse_question
from samspil.wording import Cell, Columns, Table, short, spoken

_ACTOR = ox.NamedNode(NORDDJURS)
_BARE = parse_question("SELECT * { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("text", "kind", "da", "en"),
    [
        ("2025-12-31", f"{XSD}date", "31. december 2025", "31 December 2025"),
        ("2021-23", f"{EDTF}EDTF", "efteråret 2021", "autumn 2021"),
        ("true", f"{XSD}boolean", "ja", "yes"),
        ("1.5", f"{XSD}decimal", "1,5", "1.5"),
        ("1.5E0", f"{XSD}double", "1,5E0", "1.5E0"),
        ("1.5", f"{XSD}string", "1.5", "1.5"),
    ],
)
def test_literal_in_words(text: str, kind: str, da: str, en: str) -> None:
    term = ox.Literal(text, datatype=ox.NamedNode(kind))
    assert (spoken(term, "da"), spoken(term, "en")) == (da, en)


def test_iri_in_words() -> None:
    assert spoken(_ACTOR, "da", {NORDDJURS: "Norddjurs"}.get) == "Norddjurs"
    assert spoken(_ACTOR, "da") == short(NORDDJURS) == "actor/norddjurs-kommune"


def test_columns_that_are_said_by_another_are_not_shown() -> None:
    columns = Columns.of(["actor", "actorLabel", "passage", "locator"], parse_question(QUESTION), "da")
    assert columns == Columns(("actorLabel", "passage"), ("Aktør", "Passage"), ((1, 0), (2, 2)))


@pytest.mark.parametrize(("lang", "label"), [("da", "Norddjurs Kommune"), ("en", "Norddjurs Municipality")])
def test_thing_is_shown_by_its_label_in_the_language(lang: str, label: str) -> None:
    rows = store().select(of_terms((_ACTOR, None)))
    assert Table.of(rows, _BARE, store(), lang) == Table(("A", "B"), ((label, None),))


def test_thing_stands_in_for_the_label_that_it_does_not_have() -> None:
    columns = Columns.of(["a", "aLabel"], _BARE, "da")
    other = ox.NamedNode("https://example.org/a")
    [[first], [second], [third]] = columns.read(
        [(_ACTOR, ox.Literal("N")), (other, None), (None, None)], store(), "da"
    )
    assert first == Cell("N", ox.Literal("N"), NORDDJURS)
    assert second == Cell("https://example.org/a", other, other.value)
    assert third is None


def test_labels_are_looked_up_for_the_rows_that_are_read() -> None:
    """The rows may be many: a few at a time, and every row has its label."""
    rows = ((_ACTOR if i % 2 else ox.NamedNode(f"urn:{i}"),) for i in range(2500))
    words = [cell.words for [cell] in Columns.of(["a"], _BARE, "da").read(rows, store(), "da") if cell]
    assert words[1::2] == ["Norddjurs Kommune"] * 1250
    assert words[:4:2] == ["urn:0", "urn:2"]
    endless = ((_ACTOR,) for _ in iter(int, 1))
    assert len(list(islice(Columns.of(["a"], _BARE, "da").read(endless, store(), "da"), 3))) == 3
