"""A register is put on a real server, and what did not arrive is found out."""

from collections import Counter

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.servers import Server
from tests.transfer.faults import Fault, between, dataset, store_at, triple

from samspil.dataset import Dataset, canonical_hash
from samspil.errors import IncompleteRegister, NoGraphStore, NotAGraphStore, NotSparql, Unreachable
from samspil.formats import FORMATS
from samspil.identifiers import graph
from samspil.namespaces import XSD
from samspil.pipeline import Register
from samspil.store.endpoint import Endpoint
from samspil.store.remote import MERGE, RemoteStore
from samspil.transfer import GraphStore, Progress, State, graph_store_of, planned, push

ONE, TWO, THREE = triple("1"), triple("2"), triple("3")
A, B, C = map(graph, "abc")


def pushed(data: Dataset, server: Server, prune: bool = False) -> list[Progress]:
    """Push, and return the last step of each graph."""
    return [each for each in push(data, store_at(server), prune) if each.state is not State.SENDING]


def states(steps: list[Progress]) -> dict[str, State]:
    return {each.graph: each.state for each in steps}


def on_server(server: Server, name: str) -> set[ox.Triple]:
    """Return the triples of a graph, read by a client that is not ours."""
    with server.client() as client:
        reply = client.get(
            server.graph_store, params={"graph": name}, headers={"Accept": "application/n-triples"}
        )
    if reply.status_code == 404:
        return set()
    return {quad.triple for quad in ox.parse(reply.content, format=FORMATS["nt"])}


def recording(requests: list[str]) -> Fault:
    """Return no fault at all, which notes the method of each request."""

    def fault(method: str, path: str, body: bytes) -> bytes:
        requests.append(method)
        return body

    return fault


def test_every_graph_arrives_and_the_merge_holds_each_statement_once(server: Server) -> None:
    data = dataset(a=[ONE, TWO], b=[ONE, THREE], c=[])
    assert states(pushed(data, server)) == dict.fromkeys([A, B, MERGE], State.SENT) | {C: State.UNCHANGED}
    assert on_server(server, A) == {ONE, TWO}
    assert on_server(server, B) == {ONE, THREE}
    assert on_server(server, MERGE) == {ONE, TWO, THREE}


def test_a_step_says_which_graph_of_how_many_and_what_is_in_it(server: Server) -> None:
    first, second, *_ = push(dataset(a=[ONE, TWO]), store_at(server))
    assert first == Progress(A, 1, 2, State.SENDING, 2, canonical_hash([ONE, TWO]))
    assert second == Progress(A, 1, 2, State.SENT, 2, canonical_hash([ONE, TWO]))


def test_what_is_there_is_not_sent_again(server: Server) -> None:
    data = dataset(a=[ONE, TWO], b=[THREE])
    pushed(data, server)
    requests: list[str] = []
    with between(server, recording(requests)) as watched:
        assert states(pushed(data, watched)) == dict.fromkeys([A, B, MERGE], State.UNCHANGED)
    assert Counter(requests) == {"POST": 1, "GET": 3}  # the POST asks which graphs there are


def test_only_the_graph_that_changed_and_the_merge_are_sent(server: Server) -> None:
    pushed(dataset(a=[ONE, TWO], b=[THREE]), server)
    told = states(pushed(dataset(a=[ONE], b=[THREE]), server))
    assert told == {A: State.SENT, B: State.UNCHANGED, MERGE: State.SENT}
    assert (on_server(server, A), on_server(server, MERGE)) == ({ONE}, {ONE, THREE})


def test_a_graph_that_became_empty_is_empty_there(server: Server) -> None:
    pushed(dataset(a=[ONE], b=[TWO]), server)
    assert states(pushed(dataset(a=[], b=[TWO]), server))[A] is State.SENT
    assert on_server(server, A) == set()


def test_a_graph_that_the_register_no_longer_has_is_told_and_kept(server: Server) -> None:
    pushed(dataset(a=[ONE], b=[TWO]), server)
    told = pushed(dataset(a=[ONE]), server)
    assert states(told) == {A: State.UNCHANGED, MERGE: State.SENT, B: State.EXTRA}
    assert [(each.number, each.total) for each in told] == [(1, 3), (2, 3), (3, 3)]
    assert on_server(server, B) == {TWO}


def test_prune_removes_graphs_of_ours_alone(server: Server) -> None:
    pushed(dataset(a=[ONE], b=[TWO]), server)
    with server.client() as client:
        for name in ("https://example.org/graph/b", "https://w3id.org/samspil/graphs"):
            content, headers = "<urn:s> <urn:p> <urn:o> .", {"Content-Type": "application/n-triples"}
            client.put(
                server.graph_store, params={"graph": name}, content=content, headers=headers
            ).raise_for_status()
    assert states(pushed(dataset(a=[ONE]), server, prune=True))[B] is State.REMOVED
    assert on_server(server, B) == set()
    assert len(on_server(server, "https://example.org/graph/b")) == 1
    assert len(on_server(server, "https://w3id.org/samspil/graphs")) == 1


def test_a_graph_in_many_blocks_arrives_whole(server: Server) -> None:
    long = "æ" * 100_000
    many = [triple(str(number), long) for number in range(100)]  # 20 MB, which is three blocks
    requests: list[str] = []
    with between(server, recording(requests)) as watched:
        assert states(pushed(dataset(a=many), watched))[A] is State.SENT
    assert Counter(requests)["PUT"] == 2  # one for the graph, one for the merge
    assert Counter(requests)["POST"] == 1 + 2 * 2
    assert on_server(server, A) == set(many)


def test_blank_nodes_arrive_as_one_graph(server: Server) -> None:
    x, y = ox.BlankNode("x"), ox.BlankNode("y")
    ring = [ox.Triple(x, ox.NamedNode("urn:p"), y), ox.Triple(y, ox.NamedNode("urn:p"), x), triple("1", x)]
    assert states(pushed(dataset(a=ring), server)) == {A: State.SENT, MERGE: State.SENT}
    assert states(pushed(dataset(a=ring), server)) == {A: State.UNCHANGED, MERGE: State.UNCHANGED}


def test_the_shipped_register_arrives(register: Register, server: Server) -> None:
    told = pushed(register.dataset, server)
    assert [each.graph for each in told] == planned(register.dataset)
    assert {each.state for each in told} == {State.SENT}
    assert sum(each.rewritten for each in told) == 0
    assert told[-1].triples == len({quad.triple for quad in register.dataset.quads()})


# Text of any kind, IRIs with every character that may stand in one, numbers as engines dislike them.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
iris = st.text(
    st.characters(max_codepoint=0xFFEF, exclude_categories=["C", "Z"], exclude_characters=r'<>"{}|^`\%[]#?@'),
    max_size=20,
)
datatypes = st.sampled_from(
    ["integer", "decimal", "double", "boolean", "date", "dateTime", "string", "duration", "x"]
)
numbers = st.one_of(st.integers().map(str), st.floats().map(str), st.decimals().map(str), texts)
literals = st.one_of(
    texts.map(ox.Literal),
    texts.map(lambda text: ox.Literal(text, language="da")),
    st.builds(
        lambda text, name: ox.Literal(
            text, datatype=ox.NamedNode(f"http://www.w3.org/2001/XMLSchema#{name}")
        ),
        numbers,
        datatypes,
    ),
)
named = iris.map(lambda text: ox.NamedNode(f"https://example.org/{text}"))
statements = st.builds(ox.Triple, named, named, st.one_of(literals, named))


@settings(max_examples=25, deadline=None)  # each is several exchanges with a real server
@given(st.lists(statements, max_size=30))
def test_odd_literals_and_iris_arrive(oxigraph: Server, some: list[ox.Triple]) -> None:
    data = dataset(a=some)
    for each in pushed(data, oxigraph, prune=True):
        assert each.state in (State.SENT, State.UNCHANGED, State.REMOVED), each.examples
        assert each.rewritten == 0, each.examples
    assert on_server(oxigraph, A) == set(data.triples(A))


# --- servers and networks at their worst ---------------------------------------------------------------


def without_last_line(method: str, path: str, body: bytes) -> bytes:
    """Lose a statement of graph a without a word."""
    return b"".join(body.splitlines(keepends=True)[:-1]) if method == "PUT" and "graph%2Fa" in path else body


def test_a_server_that_drops_a_statement_is_found_out(server: Server) -> None:
    with between(server, without_last_line) as liar:
        told = pushed(dataset(a=[ONE, TWO], b=[THREE]), liar)
    assert states(told) == {A: State.DIFFERS, B: State.SENT, MERGE: State.SENT}
    first = told[0]
    assert (first.lacking, first.added, first.rewritten) == (1, 0, 0)
    assert [each.sent for each in first.examples] == ['<urn:2> <urn:p> "x" .']
    assert states(pushed(dataset(a=[ONE, TWO], b=[THREE]), server))[A] is State.SENT


def test_a_server_that_writes_numbers_otherwise_is_told_and_is_done(server: Server) -> None:
    number = ox.Literal("1", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer"))
    data = dataset(a=[triple("1", number), TWO])

    def as_decimal(method: str, path: str, body: bytes) -> bytes:
        return body.replace(
            b'"1"^^<http://www.w3.org/2001/XMLSchema#integer>',
            b'"1"^^<http://www.w3.org/2001/XMLSchema#decimal>',
        )

    with between(server, as_decimal) as rewriter:
        for state in (State.SENT, State.UNCHANGED):
            first = pushed(data, rewriter)[0]
            assert (first.state, first.rewritten, first.lacking, first.added) == (state, 1, 0, 0)
            assert (
                first.examples[0].read == '<urn:1> <urn:p> "1"^^<http://www.w3.org/2001/XMLSchema#decimal> .'
            )


def test_a_loss_beside_a_number_that_is_written_otherwise_is_a_loss(server: Server) -> None:
    one, decimal = (ox.Literal("1", datatype=ox.NamedNode(XSD + name)) for name in ("integer", "decimal"))
    pushed(dataset(a=[triple("1", decimal)]), server)
    told = pushed(dataset(a=[triple("1", one), TWO]), server)
    assert (told[0].state, told[0].rewritten) == (State.SENT, 0)
    assert on_server(server, A) == {triple("1", one), TWO}


def test_a_server_that_names_graphs_of_others_loses_none_of_them(server: Server) -> None:
    pushed(dataset(b=[TWO]), server)
    data = dataset()
    data.add("https://example.org/x", [ONE])
    for _ in push(data, store_at(server)):
        pass

    def every_name(method: str, path: str, body: bytes) -> bytes:
        assert method != "POST" or body.count(b"https%3A//w3id.org/samspil/graph/%22") == (
            b"COUNT" not in body
        )
        return body.replace(b"https%3A//w3id.org/samspil/graph/%22", b"%22")

    with between(server, every_name) as liar:
        assert states(pushed(dataset(), liar, prune=True))[B] is State.REMOVED
    assert on_server(server, "https://example.org/x") == {ONE}


def test_many_differences_are_counted_and_a_few_are_shown(server: Server) -> None:
    with between(server, lambda method, path, body: b"" if method == "PUT" else body) as liar:
        first = pushed(dataset(a=[triple(str(number)) for number in range(40)]), liar)[0]
    assert (first.lacking, len(first.examples)) == (40, 5)


def test_a_push_goes_on_where_it_was_broken_off(server: Server) -> None:
    data = dataset(a=[ONE], b=[TWO], c=[THREE])
    puts: list[str] = []

    def dying(method: str, path: str, body: bytes) -> bytes | None:
        puts.extend([path] if method == "PUT" else [])
        return body if len(puts) < 2 else None

    done: list[Progress] = []
    with between(server, dying) as mortal, pytest.raises(Unreachable):
        done.extend(each for each in push(data, store_at(mortal)) if each.state is not State.SENDING)
    assert on_server(server, A) == {ONE}
    assert on_server(server, B) == set()
    assert states(pushed(data, server)) == {
        A: State.UNCHANGED,
        B: State.SENT,
        C: State.SENT,
        MERGE: State.SENT,
    }


@pytest.mark.parametrize("change", ["PUT", "DELETE"])
def test_a_push_that_stops_midway_leaves_no_merge_and_no_answers(server: Server, change: str) -> None:
    pushed(dataset(a=[ONE], b=[TWO]), server)
    assert RemoteStore(Endpoint(server.query)).ask("ASK { <urn:1> ?p ?o }")
    changes: list[str] = []

    def dying(method: str, path: str, body: bytes) -> bytes | None:
        changes.extend([path] if method == change else [])
        return None if len(changes) > (change == "DELETE") else body

    data = dataset(a=[ONE], b=[THREE]) if change == "PUT" else dataset(a=[ONE])
    with between(server, dying) as mortal, pytest.raises(Unreachable):
        pushed(data, mortal, prune=True)
    assert (on_server(server, MERGE), on_server(server, B)) == (set(), {TWO})
    with pytest.raises(IncompleteRegister):
        RemoteStore(Endpoint(server.query)).ask("ASK { <urn:1> ?p ?o }")
    pushed(data, server, prune=True)
    assert RemoteStore(Endpoint(server.query)).ask("ASK { <urn:1> ?p ?o }")


def test_a_merge_that_arrived_in_part_is_taken_away(server: Server) -> None:
    many = [triple(str(number), "æ" * 100_000) for number in range(100)]  # three blocks

    def refusing(method: str, path: str, body: bytes) -> bytes | None:
        return None if method == "POST" and path.startswith("/store") and "merge" in path else body

    with between(server, refusing) as refuser, pytest.raises(Unreachable):
        pushed(dataset(a=many), refuser)
    assert (len(on_server(server, A)), on_server(server, MERGE)) == (100, set())


def test_the_merge_is_removed_before_and_sent_after_all_else(server: Server) -> None:
    pushed(dataset(a=[ONE], b=[TWO], c=[THREE]), server)
    done: list[tuple[str, str]] = []

    def noting(method: str, path: str, body: bytes) -> bytes:
        done.extend([(method, path.rpartition("%2F")[2])] if method in ("PUT", "DELETE") else [])
        return body

    with between(server, noting) as noted:
        pushed(dataset(a=[TWO], b=[ONE]), noted, prune=True)
    assert done == [("DELETE", "merge"), ("PUT", "a"), ("PUT", "b"), ("DELETE", "c"), ("PUT", "merge")]


def test_the_questions_own_graph_is_sent_and_is_no_part_of_the_merge(server: Server) -> None:
    pushed(dataset(a=[ONE], queries=[TWO]), server)
    assert on_server(server, graph("queries")) == {TWO}
    assert on_server(server, MERGE) == {ONE}


def test_a_graph_that_arrived_in_part_is_sent_anew(server: Server) -> None:
    long = "æ" * 100_000
    many = [triple(str(number), long) for number in range(100)]
    posts: list[str] = []

    def dying(method: str, path: str, body: bytes) -> bytes | None:
        posts.extend([path] if method == "POST" and path.startswith("/store") else [])
        return None if posts else body

    with between(server, dying) as mortal, pytest.raises(Unreachable):
        pushed(dataset(a=many), mortal)
    assert 0 < len(on_server(server, A)) < 100
    assert states(pushed(dataset(a=many), server))[A] is State.SENT


def test_a_page_in_the_place_of_a_graph_is_no_graph(server: Server) -> None:
    wrong = GraphStore(Endpoint(server.query), Endpoint(server.query.replace("/query", "/")))
    with pytest.raises(NotSparql) as caught:
        list(push(dataset(a=[ONE]), wrong))
    assert caught.value.found == "text/html"


def test_a_place_that_takes_no_graphs_is_named(server: Server) -> None:
    wrong = GraphStore(Endpoint(server.query), Endpoint(server.query.replace("/query", "/nothing")))
    with pytest.raises(NotAGraphStore) as caught:
        list(push(dataset(a=[ONE]), wrong))
    assert (caught.value.status, caught.value.where) == (404, wrong.graph_store.where)


def test_an_address_with_a_query_of_its_own_keeps_it(server: Server) -> None:
    paths: list[str] = []

    def noting(method: str, path: str, body: bytes) -> None:
        paths.append(path)

    with between(server, noting) as noted, pytest.raises(Unreachable):
        GraphStore(Endpoint(noted.query), Endpoint(f"{noted.graph_store}?key=1")).remove(A)
    assert set(paths) == {"/store?key=1&graph=https%3A%2F%2Fw3id.org%2Fsamspil%2Fgraph%2Fa"}


def test_the_graph_store_is_found_by_what_the_server_calls_itself(server: Server) -> None:
    assert graph_store_of(Endpoint(server.query)).url == server.graph_store
    with between(server, lambda method, path, body: body) as nameless, pytest.raises(NoGraphStore):
        graph_store_of(Endpoint(nameless.query))
