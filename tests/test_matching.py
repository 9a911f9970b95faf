"""Why a question has no rows: the part of its pattern, or the value it was given, that leaves nothing."""

from datetime import date

import pyoxigraph as ox
import pytest

from samspil.dataset import Dataset
from samspil.identifiers import graph
from samspil.matching import Reason, why_empty
from samspil.pipeline import Register
from samspil.queries import bind, parse_question
from samspil.store.local import LocalStore

_DAY = date(2024, 2, 19)
_E = "https://example.org/"


@pytest.fixture(scope="module")
def store() -> LocalStore:
    """Return a store in which a knows b, b likes c, and a is five."""
    a, b, c, knows, likes, age = (
        ox.NamedNode(_E + name) for name in ("a", "b", "c", "knows", "likes", "age")
    )
    dataset = Dataset()
    dataset.add(graph("one"), [ox.Triple(a, knows, b), ox.Triple(a, age, ox.Literal(5))])
    dataset.add(graph("two"), [ox.Triple(b, likes, c)])
    return LocalStore(dataset)


def _why(store: LocalStore, query: str) -> Reason | None:
    query = f"PREFIX : <{_E}>\n{query}"
    assert list(store.select(query)) == []
    return why_empty(store, parse_question(query), query, {}, _DAY)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT * { ?x :hates ?y }", Reason("pattern", "?x :hates ?y")),
        ("PREFIX p: <urn:a%20> # {} %d\nSELECT * { ?x p: '%s {}' }", Reason("pattern", "?x p: '%s {}'")),
        ("SELECT * { ?x :knows ?y ; :hates ?z , ?w }", Reason("pattern", "?x :hates ?z")),
        ("SELECT * { ?x :knows+/:hates ?z }", Reason("pattern", "?x :knows+/:hates ?z")),
        ("SELECT * { ?x :age 6 }", Reason("value", "?x :age 6", ('"5"^^<http://www.w3.org/2001/XMLSchema#integer>',))),
        ("SELECT * { ?x :knows :c }", Reason("value", "?x :knows :c", (f"<{_E}b>",))),
        ("SELECT * { :b :age ?y }", Reason("subject", ":b", (":age",))),
        ("SELECT * { ?x :knows ?y ; :likes ?z }", Reason("together", "?x :likes ?z", ("?x :knows ?y",))),
        ("SELECT * { ?x :age ?y FILTER (?y > 9) }", Reason("filter", "FILTER (?y > 9)")),
        ("SELECT * { FILTER (?y > 3) ?x :age ?y ; :likes ?z }",
         Reason("together", "?x :likes ?z", ("?x :age ?y",))),
        ("SELECT * { FILTER (?y > 9) ?x :age ?y }", Reason("filter", "FILTER (?y > 9)")),
        ("SELECT * { ?x :age ?y FILTER NOT EXISTS { ?x :knows ?z } }",
         Reason("filter", "FILTER NOT EXISTS { ?x :knows ?z }")),
        ("SELECT * { ?x :age ?y MINUS { ?x :knows ?z } }", Reason("minus", "MINUS { ?x :knows ?z }")),
        ("SELECT * { ?x :age ?y OPTIONAL { ?x :hates ?z } ?x :likes ?w }",
         Reason("together", "?x :likes ?w", ("?x :age ?y",))),
        ("SELECT * { GRAPH ?g { ?x :knows ?y . ?y :likes ?z } }",
         Reason("together", "?y :likes ?z", ("?x :knows ?y",))),
        ("SELECT * { GRAPH <urn:no> { ?x :knows ?y } }", Reason("pattern", "?x :knows ?y")),
        ("SELECT * { { ?x :hates ?y } UNION { ?x :loves ?y } }",
         Reason("block", "{ ?x :hates ?y } UNION { ?x :loves ?y }")),
        ("SELECT * { { ?x :hates ?y } }", Reason("pattern", "?x :hates ?y")),
        ("SELECT * { { SELECT ?x { ?x :hates ?y } } }", Reason("block", "SELECT ?x { ?x :hates ?y }")),
        ("SELECT * { VALUES ?y { :c } ?x :knows ?y }", Reason("together", "?x :knows ?y", ("VALUES ?y { :c }",))),
        ("SELECT * { ?x :knows ?y } LIMIT 0", Reason("after", "LIMIT")),
        ("SELECT * { ?x :knows ?y } OFFSET 5 VALUES ?x { :c }", Reason("after", "OFFSET, VALUES")),
        ("SELECT ?x { ?x :knows ?y } GROUP BY ?x HAVING (COUNT(*) > 9)", Reason("after", "HAVING")),
        ("SELECT * FROM <urn:none> { ?x :knows ?y }", Reason("pattern", "?x :knows ?y")),
    ],
)  # fmt: skip
def test_the_part_that_leaves_nothing_is_named(store: LocalStore, query: str, reason: Reason) -> None:
    assert _why(store, query) == reason


def test_other_values_are_those_beside_the_parts_before(register: Register) -> None:
    query = "SELECT * { ?a a sam:Agreement . ?a a ?kind . ?a sam:status 'x' }"
    why = why_empty(register.store, parse_question(query), query, {}, _DAY)
    assert why is not None
    assert (why.kind, all("/concept/status/" in value for value in why.others)) == ("value", True)


def test_what_this_reader_cannot_read_is_not_guessed_at(store: LocalStore) -> None:
    question = parse_question("SELECT * { << ?a ?b ?c >> ?d ?e }")
    assert why_empty(store, question, question.text, {}, _DAY) is None


def test_a_long_part_is_shown_in_part(store: LocalStore) -> None:
    why = _why(store, f"SELECT * {{ ?x :age ?y FILTER (?y > 9 && ?y != '{'x' * 200}') }}")
    assert why is not None
    assert (len(why.text), why.text[-1]) == (100, "…")


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"actor": "aarhus-universitet", "on": "1990-01-01"}, "on=1990-01-01"),
        (
            {"actor": "odder-kommune", "on": "1990-01-01", "lang": "en"},
            "actor=odder-kommune on=1990-01-01",
        ),
    ],
)
def test_the_value_without_which_there_are_rows_is_named(
    register: Register, values: dict[str, str], text: str
) -> None:
    question = register.library.get("agreements/in-force")
    why = why_empty(register.store, question, bind(question, values, _DAY), values, _DAY)
    assert why is not None
    assert (why.kind, why.text, why.count > 0) == ("parameter", text, True)
