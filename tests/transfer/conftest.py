"""A real server with nothing in it."""

from collections.abc import Iterator

import pytest
from tests import servers


@pytest.fixture(scope="package")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    """Return a running `oxigraph` server of these tests' own, for they remove what others put there."""
    with servers.oxigraph_server(tmp_path_factory.mktemp("oxigraph")) as server:
        yield server


@pytest.fixture
def server(oxigraph: servers.Server) -> servers.Server:
    """Return the server, emptied."""
    with oxigraph.client() as client:
        client.delete(oxigraph.graph_store).raise_for_status()
    return oxigraph


@pytest.fixture(scope="package")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    """Return a running Virtuoso of these tests' own."""
    with servers.virtuoso_server(tmp_path_factory.mktemp("virtuoso")) as server:
        yield server
