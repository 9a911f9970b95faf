"""What a register is made of, counted, and said in VoID."""

import pyoxigraph as ox
import pytest

from samspil.dataset import Dataset
from samspil.namespaces import SAM, VOID
from samspil.pipeline import Register
from samspil.server.workbench import partitions, triples
from samspil.store.local import LocalStore


@pytest.mark.parametrize("class_", [f"{SAM}Agreement", f"{SAM}Municipality"])
def test_a_class_has_as_many_things_as_the_register_says(register: Register, class_: str) -> None:
    rows = register.store.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ ?thing a <{class_}> }}")
    [(number,)] = rows
    assert isinstance(number, ox.Literal)
    assert partitions(register.store).classes[class_] == int(number.value) > 0


def test_a_property_counts_its_statements_in_all_and_of_a_class(register: Register) -> None:
    found = partitions(register.store)
    in_force = f"{SAM}inForceDuring"
    assert found.of_classes[f"{SAM}Agreement"][in_force] <= found.properties[in_force]
    assert in_force not in found.of_classes[f"{SAM}Municipality"]


def test_void_says_the_same_without_blank_nodes(register: Register) -> None:
    found = partitions(register.store)
    said = triples(found, "https://example.org/dataset")
    assert all(isinstance(one.subject, ox.NamedNode) for one in said)
    assert len(set(said)) == len(said)
    store = ox.Store()
    store.extend(ox.Quad(one.subject, one.predicate, one.object) for one in said)
    rows = store.query(
        f"SELECT ?n {{ <https://example.org/dataset> <{VOID}classPartition> ?part ."
        f" ?part <{VOID}class> <{SAM}Agreement> ; <{VOID}entities> ?n }}"
    )
    assert isinstance(rows, ox.QuerySolutions)
    assert [int(row["n"].value) for row in rows] == [found.classes[f"{SAM}Agreement"]]


def test_nothing_is_counted_where_there_is_nothing() -> None:
    found = partitions(LocalStore(Dataset()))
    assert (found.classes, found.properties, found.of_classes) == ({}, {}, {})
