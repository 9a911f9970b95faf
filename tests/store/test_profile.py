"""What is learned of a server by asking it."""

from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from tests import servers
from tests.store.wire import reply, wire

from samspil.dataset import Dataset
from samspil.errors import NotSparql, QueryRefused, Unreachable, WrongAnswer
from samspil.identifiers import graph
from samspil.namespaces import RDFS, SAM
from samspil.store.endpoint import Endpoint
from samspil.store.profile import FEATURES, MOST_ROWS, DefaultGraph, Profile, profile
from samspil.store.remote import MERGE, RemoteStore

_ONE, _TWO = graph("one"), graph("two")


def small() -> Dataset:
    """Return two graphs that share one of their two statements, which the probe of property paths needs."""
    above, cooperation = ox.NamedNode(RDFS + "subClassOf"), ox.NamedNode(SAM + "Cooperation")
    shared = ox.Triple(ox.NamedNode(SAM + "FormalPartnership"), above, cooperation)
    dataset = Dataset()
    dataset.add(_ONE, [shared])
    dataset.add(_TWO, [shared, ox.Triple(cooperation, above, cooperation)])
    return dataset


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    with servers.oxigraph_server(tmp_path_factory.mktemp("oxigraph")) as server:
        servers.load(server, small())
        yield server


def profile_of(url: str) -> Profile:
    return profile(RemoteStore(Endpoint(url, 30)))


def test_oxigraph(oxigraph: servers.Server) -> None:
    found = profile_of(oxigraph.query)
    assert found == Profile(
        product=found.product,
        seconds=found.seconds,
        graphs=(MERGE, _ONE, _TWO),
        statements=2,
        default_graph=DefaultGraph.EMPTY,
        counts_twice=True,
        most_rows=None,
        most_seconds=None,
        lacks=(),
    )
    assert found.product.startswith("Oxigraph/")
    assert 0 < found.seconds < 30
    assert found.has_merge


def test_default_graph_that_is_the_union(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("oxigraph")
    with servers.oxigraph_server(folder, "--union-default-graph") as server:
        assert profile_of(server.query).default_graph == DefaultGraph.UNKNOWN
        servers.load(server, small())
        assert profile_of(server.query).default_graph == DefaultGraph.UNION


def test_default_graph_with_statements_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    with servers.oxigraph_server(tmp_path_factory.mktemp("oxigraph")) as server:
        content = "<urn:a> <urn:b> <urn:c> ."
        with server.client() as client:
            headers = {"Content-Type": "text/turtle"}
            client.put(f"{server.graph_store}?default", content=content, headers=headers).raise_for_status()
        found = profile_of(server.query)
    assert found.default_graph == DefaultGraph.STORED
    assert (found.graphs, found.statements, found.counts_twice) == ((), None, None)
    assert found.lacks == ()


def test_virtuoso(tmp_path_factory: pytest.TempPathFactory) -> None:
    with servers.virtuoso_server(tmp_path_factory.mktemp("virtuoso"), "ResultSetMaxRows = 500") as server:
        servers.load(server, small())
        found = profile_of(server.query)
    assert found.product.startswith("Virtuoso/")
    assert (found.graphs, found.statements) == ((MERGE, _ONE, _TWO), 2)
    assert (found.default_graph, found.counts_twice) == (DefaultGraph.UNION, True)
    assert found.most_rows == 500
    assert found.lacks == ("booleans",)
    assert not FEATURES["booleans"].is_needed


ONE = b'{"head":{"vars":["one"]},"results":{"bindings":[{"one":{"type":"literal","value":"1"}}]}}'
NOTHING = reply(b'{"head":{"vars":["graph"]},"results":{"bindings":[]}}')


def test_server_that_can_do_nothing_lacks_everything() -> None:
    said = reply(ONE, "200 OK", "application/json", "X-SPARQL-Anytime: timeout=1000; max_timeout=60500")
    with wire(said, NOTHING, NOTHING, NOTHING) as server:
        found = profile_of(server.url)
    assert found.lacks == tuple(name for name, feature in FEATURES.items() if not feature.on_register)
    assert (found.product, found.default_graph, found.graphs) == ("", DefaultGraph.UNKNOWN, ())
    assert (found.most_rows, found.most_seconds) == (0, 60.5)


def test_server_that_cannot_name_its_graphs_cannot_be_used() -> None:
    with wire(reply(ONE), reply(b"no", "400 Bad", "text/plain")) as server, pytest.raises(QueryRefused):
        profile_of(server.url)


ODD = [
    reply(b'{"head":{},"boolean":true}'),
    reply(b'{"head":{"vars":[]},"results":{"bindings":[{}]}}'),
    reply(b'{"head":{"vars":["one"]},"results":{"bindings":[{"one":{"type":"literal","value":"many"}}]}}'),
    reply(b'{"head":{"vars":["one"]},"results":{"bindings":[{"one":{"type":"uri","value":"urn:x"}}]}}'),
    reply(b'{"head":{"vars":["s","p"]},"results":{"bindings":[{"p":{"type":"uri","value":"urn:p"}}]}}'),
]


@pytest.mark.parametrize("said", ODD)
def test_odd_answers_tell_nothing(said: bytes) -> None:
    name = b'{"type":"uri","value":"%s"}'
    rows = b",".join(b'{"graph":%s}' % (name % each.encode()) for each in (MERGE, _ONE))
    names = reply(b'{"head":{"vars":["graph"]},"results":{"bindings":[%s]}}' % rows)
    with wire(reply(ONE), names, said) as server:
        found = profile_of(server.url)
    assert (found.graphs, found.statements) == ((MERGE, _ONE), None)
    assert (found.default_graph, found.counts_twice) in (
        (DefaultGraph.UNKNOWN, None),
        (DefaultGraph.STORED, None),
    )
    assert set(found.lacks) == set(FEATURES)


def test_names_that_are_none_are_told() -> None:
    with wire(reply(ONE), ODD[2]) as server, pytest.raises(NotSparql):
        profile_of(server.url)
    with wire(reply(ONE), ODD[0]) as server, pytest.raises(WrongAnswer):
        profile_of(server.url)


def test_register_without_its_merge(tmp_path_factory: pytest.TempPathFactory) -> None:
    with servers.oxigraph_server(tmp_path_factory.mktemp("oxigraph")) as server:
        servers.load(server, small())
        with server.client() as client:
            client.delete(server.graph_store, params={"graph": MERGE}).raise_for_status()
        found = profile_of(server.query)
    assert (found.has_merge, found.statements, found.counts_twice) == (False, None, None)
    assert found.lacks == ()


def test_graph_of_the_questions_does_not_tell_how_statements_count(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    questions = ox.Triple(*(ox.NamedNode(f"urn:{each}") for each in "spo"))
    with servers.oxigraph_server(tmp_path_factory.mktemp("oxigraph")) as server:
        servers.load(server, small())
        with server.client() as client:
            client.delete(server.graph_store, params={"graph": _ONE}).raise_for_status()
            client.put(
                server.graph_store,
                params={"graph": graph("queries")},
                content=f"{questions} .",
                headers={"Content-Type": "application/n-triples"},
            ).raise_for_status()
        assert profile_of(server.query).counts_twice


def test_limit_that_is_not_told_is_counted() -> None:
    rows = ",".join(['{"one":{"type":"literal","value":"1"}}'] * 1000)
    some = reply(f'{{"head":{{"vars":["one"]}},"results":{{"bindings":[{rows}]}}}}'.encode())
    with wire(some, NOTHING, NOTHING, NOTHING, NOTHING, some) as server:
        assert profile_of(server.url).most_rows == 1000 < MOST_ROWS


def test_what_cannot_be_asked_has_no_profile() -> None:
    with pytest.raises(Unreachable):
        profile_of("http://127.0.0.1:9/")
    with wire(reply(b"<title>Hi</title>", "200 OK", "text/html")) as server, pytest.raises(NotSparql):
        profile_of(server.url)
