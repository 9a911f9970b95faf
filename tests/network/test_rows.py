"""Any query is a network: names and passages from the register, looks from the palette, mistakes by cell."""

import pytest

from samspil.errors import NotAMap
from samspil.network import Network, network_of, sources_of
from samspil.network.looks import line_looks, node_looks
from samspil.pipeline import Register

NORDDJURS = "https://w3id.org/samspil/id/actor/norddjurs-kommune"
BIND = "VALUES (?source ?target ?type ?label ?weight ?time) "
SELECT = "SELECT ?source ?target ?type ?label ?weight ?time { " + BIND


def drawn(register: Register, query: str) -> Network:
    """Return the network of a query to the shipped register."""
    return network_of(register.store, register.library, register.store.select(query))


def row(register: Register, cells: str) -> Network:
    """Return the network of one row: source, target, type, label, weight, time."""
    return drawn(register, f"{SELECT} {{ ({cells}) }} }}")


def only_edge(network: Network) -> dict[str, object]:
    """Return the attributes of the one edge there is."""
    ((*_, edge),) = network.edges(data=True)
    return dict(edge)


def test_texts_are_ends_under_their_own_name(register: Register) -> None:
    network = row(register, "'Æbelø' 'Fyn' 'færge' 'Sejlads' 2.5 '2021/2024'")
    assert [node["label_en"] for _, node in network.nodes(data=True)] == ["Fyn", "Æbelø"]
    edge = only_edge(network)
    assert (edge["type_da"], edge["label_en"], edge["weight"]) == ("færge", "Sejlads", 2.5)
    assert (edge["period_da"], edge["earliest_start"]) == ("2021 – 2024", "2021-01-01")


def test_ends_and_types_are_named_by_the_register_or_by_their_last_part(register: Register) -> None:
    cells = f"<{NORDDJURS}> <http://example.org/a/Øst%20By> sam:carriedOutBy UNDEF UNDEF UNDEF"
    network = row(register, cells)
    assert network.nodes[NORDDJURS]["label_da"] == "Norddjurs Kommune"
    assert network.nodes[NORDDJURS]["label_en"] == "Norddjurs Municipality"
    assert network.nodes["http://example.org/a/Øst%20By"]["label_da"] == "Øst%20By"
    edge = only_edge(network)
    assert (edge["type_en"], edge["label_da"]) == ("carried out by", "drives af")


def test_what_has_no_type_is_a_relation_between_actors(register: Register) -> None:
    network = drawn(register, "SELECT ?source ?target { VALUES (?source ?target) { ('a' 'b') } }")
    edge = only_edge(network)
    assert (edge["type"], edge["type_da"], edge["label_en"]) == ("relation", "forbindelse", "relation")
    assert (edge["weight"], edge["edtf"], edge["directed"]) == (1.0, "", True)
    assert network.nodes["a"]["type_da"] == "aktør"


def test_passages_of_known_ends_and_relations_are_found(register: Register) -> None:
    query = (
        "SELECT (?o AS ?source) (?c AS ?target) ?relation "
        "{ ?relation a sam:Ownership ; sam:owner ?o ; sam:owned ?c }"
    )
    network = drawn(register, query)
    assert sources_of(network, NORDDJURS)
    for *_, edge in network.edges(data=True):
        assert sources_of(network, edge["relation"])
        assert edge["label_da"] != edge["type_da"]
    assert sources_of(row(register, "'a' 'b' UNDEF UNDEF UNDEF UNDEF"), "a") == ()


def test_symmetric_relation_is_drawn_once_without_direction(register: Register) -> None:
    query = "SELECT ?source ?target ('x' AS ?type) { ?source sam:formalPartnerOf ?target }"
    network = drawn(register, query)
    assert network.number_of_edges() == 3
    assert not any(edge["directed"] for *_, edge in network.edges(data=True))


def test_given_names_and_kinds_of_ends_hold(register: Register) -> None:
    query = """SELECT * { VALUES (?source ?sourceLabel ?sourceType ?target ?targetLabel ?targetType) {
      ('a' 'Anna' sam:Company 'b' 'Bo' 'by') ('a' 'Alma' sam:Company 'c' UNDEF 'by') } }"""
    nodes = drawn(register, query).nodes
    assert (nodes["a"]["label_da"], nodes["b"]["label_da"], nodes["c"]["label_da"]) == ("Alma", "Bo", "c")
    assert (nodes["a"]["type_en"], nodes["b"]["type_en"]) == ("company", "by")
    assert nodes["a"]["colour"] != nodes["b"]["colour"]


def test_order_of_the_rows_does_not_matter(register: Register) -> None:
    query = "SELECT (?a AS ?source) (?b AS ?target) ?type { ?a ?type ?b . ?a a org:Organization . FILTER isIRI(?b) } "
    one, other = drawn(register, query + "ORDER BY ?a ?b"), drawn(register, query + "ORDER BY DESC(?b)")
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("'2021'^^xsd:gYear", "2021"),
        ("'2021-03'^^xsd:gYearMonth", "2021-03"),
        ("'2021-03-04Z'^^xsd:date", "2021-03-04"),
        ("'2021-03-04T10:00:00+01:00'^^xsd:dateTime", "2021-03-04"),
        ("'2018/..'^^edtf:EDTF", "2018/.."),
        ("''", ""),
    ],
)
def test_times_are_read_as_people_write_them(register: Register, written: str, read: str) -> None:
    assert only_edge(row(register, f"'a' 'b' UNDEF UNDEF UNDEF {written}"))["edtf"] == read


@pytest.mark.parametrize(
    ("cells", "column", "problem", "value"),
    [
        ("UNDEF 'b' UNDEF UNDEF UNDEF UNDEF", "source", "unbound", ""),
        ("'a' '' UNDEF UNDEF UNDEF UNDEF", "target", "unbound", ""),
        ("'a' 'b' UNDEF UNDEF 'meget' UNDEF", "weight", "weight", "meget"),
        ("'a' 'b' UNDEF UNDEF 0 UNDEF", "weight", "weight", "0"),
        ("'a' 'b' UNDEF UNDEF 'inf' UNDEF", "weight", "weight", "inf"),
        ("'a' 'b' UNDEF UNDEF UNDEF 'i morgen'", "time", "time", "i morgen"),
        ("'a' 'b' UNDEF UNDEF UNDEF sam:time", "time", "time", "https://w3id.org/samspil/model/time"),
    ],
)
def test_wrong_cell_is_named_with_its_row(
    register: Register, cells: str, column: str, problem: str, value: str
) -> None:
    with pytest.raises(NotAMap) as caught:
        drawn(register, f"{SELECT} {{ ('x' 'y' UNDEF UNDEF UNDEF UNDEF) ({cells}) }} }}")
    error = caught.value
    assert (error.column, error.problem, error.row, error.value) == (column, problem, 2, value)
    assert f"?{column}" in error.message("da")
    assert "Række 2" in error.message("da")


def test_missing_column_is_named(register: Register) -> None:
    with pytest.raises(NotAMap) as caught:
        drawn(register, "SELECT ?source { ?source a sam:Municipality }")
    assert caught.value.message("en").endswith("A map takes a SELECT with ?source and ?target.")
    assert "?target is missing" in caught.value.message("en")


# --- looks -------------------------------------------------------------------------------------------


def test_most_frequent_type_comes_first_in_the_legend() -> None:
    looks = line_looks(["rare", "usual", "usual"])
    assert (looks["usual"].order, looks["usual"].dash, looks["rare"].order) == (1, "solid", 2)
    assert node_looks(["b", "a"], 7)["a"].order == 7


def test_first_thirty_types_look_different() -> None:
    looks = line_looks(map(str, range(30)))
    assert len({(look.colour, look.dash) for look in looks.values()}) == 30
    nodes = node_looks(map(str, range(30)), 1)
    assert len({(look.colour, look.shape) for look in nodes.values()}) == 30
