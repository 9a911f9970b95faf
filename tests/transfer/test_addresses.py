"""Each engine's Graph Store is found beside its endpoint, and an unknown one is asked for."""

import pytest

from samspil.errors import NoGraphStore
from samspil.transfer.addresses import RULES, graph_store_url

# Engine: the Server header of its answers, its endpoint, and its Graph Store.
FOUND = [
    ("Oxigraph", "Oxigraph/0.5.3", "http://h:7878/query", "http://h:7878/store"),
    ("Oxigraph", "Oxigraph/0.5.3", "https://h/behind/query", "https://h/behind/store"),
    ("Virtuoso", "Virtuoso/07.20 (Linux)", "http://h:8890/sparql", "http://h:8890/sparql-graph-crud-auth"),
    (
        "Virtuoso",
        "Virtuoso/07.20 (Linux)",
        "http://h:8890/sparql-auth",
        "http://h:8890/sparql-graph-crud-auth",
    ),
    (
        "Amazon Neptune",
        "",
        "https://c.x.eu-north-1.neptune.amazonaws.com:8182/sparql",
        "https://c.x.eu-north-1.neptune.amazonaws.com:8182/sparql/gsp/",
    ),
    ("GraphDB, RDF4J", "", "http://h:7200/repositories/r", "http://h:7200/repositories/r/rdf-graphs/service"),
    ("GraphDB, RDF4J", "Apache", "http://h/s/repositories/r", "http://h/s/repositories/r/rdf-graphs/service"),
    ("Stardog", "", "http://h:5820/db/query", "http://h:5820/db"),
    ("Stardog", "", "https://sd-x.stardog.cloud:5820/db/query", "https://sd-x.stardog.cloud:5820/db"),
    ("Fuseki", "", "http://h:3030/ds/sparql", "http://h:3030/ds/data"),
    ("Fuseki", "Apache Jena Fuseki (5.2)", "http://h:3030/ds/query", "http://h:3030/ds/data"),
    ("QLever", "", "https://q/api/wikidata", "https://q/api/wikidata"),
    ("QLever", "", "http://h:7001/", "http://h:7001/"),
]


@pytest.mark.parametrize(("engine", "server", "endpoint", "graph_store"), FOUND)
def test_the_graph_store_follows_from_the_endpoint(
    engine: str, server: str, endpoint: str, graph_store: str
) -> None:
    assert graph_store_url(endpoint, server) == graph_store


def test_every_rule_is_tried_and_says_where_it_comes_from() -> None:
    assert {rule.engine for rule in RULES} == {engine for engine, *_ in FOUND}
    assert all(rule.source.startswith("https://") for rule in RULES)


@pytest.mark.parametrize(
    "endpoint", ["http://h/sparql", "http://h/query", "https://h/a/b/c", "https://h/db/ask"]
)
def test_an_address_that_no_rule_fits_must_be_completed(endpoint: str) -> None:
    with pytest.raises(NoGraphStore) as caught:
        graph_store_url(endpoint, "nginx")
    assert caught.value.where == endpoint
