"""Served elsewhere: below a path behind a proxy, all links, redirects and addresses in full begin there."""

import re
import threading
from collections.abc import Iterator

import httpx
import pytest
import rdflib
import uvicorn

from samspil.pipeline import Register
from samspil.server import create_app, open_site
from samspil.settings import Serving

PUBLIC = "https://data.kommune.dk/samspil/"
HOST = {"host": "data.kommune.dk"}
PAGES = (
    "/da/",
    "/da/ontology",
    "/en/data",
    "/da/doc/actor/norddjurs-kommune",
    "/doc/actor/norddjurs-kommune",
    "/en/doc/model/Agreement",
    "/da/doc/concept/role",
    "/en/doc/shape/Agreement",
    "/da/doc/graph/background",
)


@pytest.fixture(scope="module")
def moved(register: Register) -> Iterator[httpx.Client]:
    """Return a client of an explorer that a proxy reaches, which takes the path away."""
    application = create_app(open_site(register), Serving(public=PUBLIC))
    server = uvicorn.Server(uvicorn.Config(application, port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        pass
    port = server.servers[0].sockets[0].getsockname()[1]
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=HOST, timeout=30) as client:
        yield client
    server.should_exit = True
    thread.join()


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_begins_at_the_public_path(moved: httpx.Client, path: str) -> None:
    page = moved.get(path)
    assert page.status_code == 200
    links = re.findall(r'(?:href|src|action)="([^"]*)"', page.text)
    own = [link for link in links if link.startswith("/") or "kommune.dk/samspil" in link]
    assert len(own) > 10
    for link in own:
        assert link.startswith(("/samspil/", PUBLIC)), link
    assert "127.0.0.1" not in page.text + str(page.headers)


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("/", "/samspil/da/"),
        ("/id/actor/norddjurs-kommune", "/samspil/doc/actor/norddjurs-kommune"),
        ("/id/actor/norddjurs-kommune.ttl", "/samspil/data/actor/norddjurs-kommune.ttl"),
        ("/model", "/samspil/doc/model"),
        ("/doc/model", "/samspil/da/ontology"),
        ("/.well-known/void", "/samspil/data/dataset/samspil"),
        ("/da/doc/query/agreements/in-force", "/samspil/da/queries/agreements/in-force"),
    ],
)
def test_every_redirect_begins_at_the_public_path(moved: httpx.Client, path: str, where: str) -> None:
    assert moved.get(path, follow_redirects=False).headers["location"] == where


@pytest.mark.parametrize("path", ["/da/doc/actor/norddjurs-kommune", "/data/actor/norddjurs-kommune.ttl"])
def test_links_for_machines_are_public_and_names_do_not_move(moved: httpx.Client, path: str) -> None:
    targets = dict(re.findall(r'<([^>]*)>; rel="([^"]*)"', moved.get(path).headers["link"]))
    assert targets["https://w3id.org/samspil/id/actor/norddjurs-kommune"] == "cite-as"
    others = [target for target in targets if "w3id.org" not in target and "schema.org" not in target]
    assert all(target.startswith((PUBLIC, "https://creativecommons.org/")) for target in others)
    assert any(target.startswith(f"{PUBLIC}data/") for target in others)


def test_names_in_data_do_not_move_and_downloads_do(moved: httpx.Client) -> None:
    thing = moved.get("/data/agreement/au-2022.nt").text
    assert "kommune.dk/samspil" not in thing
    graph = rdflib.Graph().parse(data=moved.get("/data/dataset/samspil.ttl").text, format="turtle")
    dumps = {str(value) for value in graph.objects(None, rdflib.URIRef("http://rdfs.org/ns/void#dataDump"))}
    assert len(dumps) == 9 and all(dump.startswith(f"{PUBLIC}dumps/samspil.") for dump in dumps)


def test_answer_at_another_address_is_another_answer(moved: httpx.Client, client: httpx.Client) -> None:
    path = "/data/dataset/samspil.ttl"
    assert moved.get(path).headers["etag"] != client.get(path).headers["etag"]
