"""What Virtuoso 7 gives back of what was put there: all of the register, and not every literal there is.

It asks for Digest, answers failures in HTML, and keeps no empty graph. Each table is what it was seen to do.
"""

from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.servers import Server
from tests.transfer.faults import dataset, triple

from samspil.dataset import serialize
from samspil.errors import AccessRefused, ServerFailed
from samspil.namespaces import XSD
from samspil.pipeline import Register
from samspil.project import Project
from samspil.store.endpoint import Credentials, Endpoint
from samspil.transfer import GraphStore, State, graph_store_of, pull, push

WKT = "http://www.opengis.net/ont/geosparql#wktLiteral"

# Datatype and text, as our own engine holds them, to what Virtuoso gives back: the same value.
REWRITTEN = {
    (XSD + "integer", "2147483648"): f'"2147483648"^^<{XSD}decimal>',
    (XSD + "integer", "-2147483649"): f'"-2147483649"^^<{XSD}decimal>',
    (XSD + "double", "1"): f'"1.0"^^<{XSD}double>',
}

# The same for what is lost: less of it, or something else.
LOST = {
    (XSD + "decimal", "56.1234567890123456"): f'"56.123456789012346"^^<{XSD}decimal>',
    (XSD + "dateTime", "2024-02-29T00:00:00.123456789Z"): f'"2024-02-29T00:00:00.123456Z"^^<{XSD}dateTime>',
    (XSD + "date", "-0044-03-15"): f'"-044-03-15"^^<{XSD}date>',
    (XSD + "duration", "P1M"): f'"1"^^<{XSD}duration>',
    (XSD + "integer", "abc"): f'"0"^^<{XSD}integer>',
    (WKT, "POINT(10.0 56.0)"): '"POINT(10 56)"^^<http://www.openlinksw.com/schemas/virtrdf#Geometry>',
}

# What comes back as it is: all kinds of literals in the register are here.
KEPT = [
    ox.Literal("æøå 𐍈😀 \u00a0\u007f"),
    ox.Literal("a\nb\tc\r\"\\'"),
    ox.Literal(""),
    ox.Literal("x" * 65_000),  # some 64 kB of UTF-8 is the most that it takes
    ox.Literal("tekst", language="da"),
    ox.Literal("text", language="en-gb"),
    ox.Literal("2018/..", datatype=ox.NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")),
    *(
        ox.Literal(text, datatype=ox.NamedNode(XSD + name))
        for name, text in [
            ("integer", "5"),
            ("integer", "-2147483648"),
            ("decimal", "7.83"),
            ("double", "1.5"),
            ("boolean", "true"),
            ("boolean", "false"),
            ("date", "2024-02-29"),
            ("dateTime", "2024-02-29T00:00:00+01:00"),
            ("gYear", "2024"),
            ("anyURI", "http://x"),
        ]
    ),
    ox.NamedNode("http://ex/日本/a(b)'c&d?e=f#g%C3%A5;!"),
]


@pytest.fixture
def store(virtuoso: Server) -> GraphStore:
    return store_for(virtuoso, virtuoso.password or "")


def store_for(virtuoso: Server, password: str) -> GraphStore:
    endpoint = Endpoint(virtuoso.query, credentials=Credentials(virtuoso.user or "", password))
    return GraphStore(endpoint, graph_store_of(endpoint))


def test_the_shipped_register_arrives_stays_and_comes_back(
    register: Register, virtuoso: Server, store: GraphStore, tmp_path: Path
) -> None:
    assert store.graph_store.url == virtuoso.graph_store
    for expected in (State.SENT, State.UNCHANGED):
        told = [each for each in push(register.dataset, store, prune=True) if each.state is not State.SENDING]
        ours = [each for each in told if each.state is not State.REMOVED]
        assert {each.state for each in ours} == {expected}
        assert sum(each.rewritten for each in ours) == 0
    for _ in pull(store, tmp_path / "register.nq", Project.shipped()):
        pass
    assert (tmp_path / "register.nq").read_bytes() == serialize(register.dataset, "nq")


def test_blank_nodes_and_empty_graphs_arrive(store: GraphStore) -> None:
    data = dataset(a=[triple("1", ox.BlankNode("x")), triple("2", ox.BlankNode("x"))], b=[])
    states = [each.state for each in push(data, store) if each.graph.endswith(("/a", "/b"))]
    assert states == [State.SENDING, State.SENT, State.UNCHANGED]
    data = dataset(a=[])
    assert [each.state for each in push(data, store)][:2] == [State.SENDING, State.SENT]


@pytest.mark.parametrize("term", KEPT, ids=lambda term: str(term)[:40])
def test_it_gives_back_what_the_register_holds(term: ox.Literal | ox.NamedNode, store: GraphStore) -> None:
    _, first, *_ = push(dataset(kept=[triple("1", term)]), store)
    assert (first.state, first.rewritten) == (State.SENT, 0), first.examples


@pytest.mark.parametrize(("kind", "text"), REWRITTEN)
def test_what_it_writes_otherwise_is_told(kind: str, text: str, store: GraphStore) -> None:
    _, first, *_ = push(dataset(kept=[triple("1", ox.Literal(text, datatype=ox.NamedNode(kind)))]), store)
    assert (first.state, first.rewritten) == (State.SENT, 1)
    assert first.examples[0].read == f"<urn:1> <urn:p> {REWRITTEN[kind, text]} ."


@pytest.mark.parametrize(("kind", "text"), LOST)
def test_what_it_loses_is_found_out(kind: str, text: str, store: GraphStore) -> None:
    _, first, *_ = push(dataset(kept=[triple("1", ox.Literal(text, datatype=ox.NamedNode(kind)))]), store)
    assert (first.state, first.lacking, first.added) == (State.DIFFERS, 1, 1)
    assert [each.read for each in first.examples] == [None, f"<urn:1> <urn:p> {LOST[kind, text]} ."]


def test_what_it_cannot_take_is_told_in_its_words(store: GraphStore) -> None:
    with pytest.raises(ServerFailed) as caught:
        list(push(dataset(long=[triple("1", "x" * 70_000)]), store))
    assert "PUT request" in caught.value.detail
    assert "<" not in caught.value.detail


def test_a_wrong_password_is_refused(virtuoso: Server) -> None:
    with pytest.raises(AccessRefused) as caught:
        list(push(dataset(a=[triple("1")]), store_for(virtuoso, "nope")))
    assert "nope" not in caught.value.message()
