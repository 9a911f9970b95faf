"""Addresses that try to leave the site, to break out of a page or a header, or to make a page fail."""

import re
import threading
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from tests.server.hostile.conftest import Say
from tests.server.processes import Served

CLIMBS = (
    "..", "%2e%2e", ".%2e", "%2e.", "%252e%252e", "..%2f", "..%5c", "..\\", "%c0%ae%c0%ae", "%uff0e%uff0e",
    "....//", "..;", "%00..", "..%00", "..%ef%bc%8f",
)  # fmt: skip
PLACES = (
    "/static/",
    "/static/made/",
    "/dumps/",
    "/doc/",
    "/da/doc/",
    "/data/",
    "/id/",
    "/model/",
    "/da/queries/",
    "/api/queries/",
)
FILES = ("etc/passwd", "windows/win.ini", "app.py", "templates/base.html", "pyproject.toml")

# Text that would run, or break a line of a header, were it not escaped.
SCRIPTS = (
    "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
    "javascript:alert(1)", "{{7*7}}", "${7*7}", "%0d%0aX-Evil: 1", "\r\nX-Evil: 1\r\n\r\n<script>alert(1)</script>",
    "</title><script>alert(1)</script>", "--><script>alert(1)</script>", "\u2028alert(1)", "\x00",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "%", "%s%s%n", "%(name)s", "a" * 8000, "' OR 1=1 --",
    "\"} SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } #", "١٢", "-1", "1e999", "NaN",
)  # fmt: skip
PAGES = (
    "/", "/da/", "/en/search", "/da/search", "/da/actors", "/da/cooperations", "/da/agreements", "/da/sources",
    "/da/map", "/da/query", "/en/queries", "/da/queries/agreements/in-force", "/api/queries/agreements/in-force.csv",
    "/api/queries/agreements/in-force.xlsx", "/da/doc/actor/norddjurs-kommune", "/data/actor/norddjurs-kommune",
    "/da/ontology", "/da/api", "/da/data", "/dumps/samspil.ttl", "/health", "/sparql",
    "/api/words", "/api/terms", "/da/suggest",
)  # fmt: skip
# What takes long whatever it is asked with.
HEAVY = {"/da/map", "/dumps/samspil.ttl", "/da/ontology", "/da/data", "/api/queries/agreements/in-force.xlsx"}
PARAMETERS = (
    "q",
    "lang",
    "format",
    "on",
    "actor",
    "type",
    "theme",
    "page",
    "offset",
    "limit",
    "query",
    "default-graph-uri",
    "x",
)


def _get(victim: Served, path: str) -> httpx.Response:
    return httpx.get(f"{victim.address}{path}", timeout=60)


@pytest.mark.parametrize("place", PLACES)
def test_no_path_leaves_its_place(say: Say, place: str) -> None:
    for number, climb in enumerate(CLIMBS):
        for file in (FILES[number % len(FILES)], FILES[0]):
            path = place + f"{climb}/" * 6 + file
            answer = say(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
            status = answer[9:12]
            assert status in (b"303", b"307", b"400", b"404", b"406"), (path, answer[:200])
            assert not re.search(rb"root:x|\[fonts\]|from __future__|block main|build-backend", answer), path


@pytest.mark.parametrize("page", PAGES)
def test_no_value_breaks_out_of_a_page_or_a_header(victim: Served, page: str) -> None:
    third = SCRIPTS[PAGES.index(page) % 3 :: 3]  # each text is tried on every third page
    for text in third[: 3 if page in HEAVY else None]:
        value = text if text.startswith("%0d") else quote(text[:2000])
        _survives(victim, f"{page}?{'&'.join(f'{name}={value}' for name in PARAMETERS)}")


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_no_single_value_breaks_out(victim: Served, parameter: str) -> None:
    pages = [page for page in PAGES if page not in HEAVY]
    for number, page in enumerate(pages[PARAMETERS.index(parameter) % 2 :: 2]):
        _survives(victim, f"{page}?{parameter}={quote(SCRIPTS[number % 4])}")


def test_no_word_in_a_path_breaks_out(victim: Served) -> None:
    for number, page in enumerate(PAGES):
        for text in SCRIPTS[number % 6 :: 6]:
            _survives(victim, f"{page}/{quote(text, safe='')}")


def _survives(victim: Served, path: str) -> None:
    """Fail when an address makes a page fail, or is in its answer as it was sent."""
    response = _get(victim, path)
    assert response.status_code < 500, (path[:300], response.text[:300])
    assert "x-evil" not in response.headers
    _is_harmless(response)


@pytest.mark.parametrize(
    "path",
    [
        "/%",
        "/%zz",
        "/da/%e6",
        "/da/search?q=%e6%f8",
        "/da/search?q=%",
        "/?%00",
        "/da/?a=%ff&b",
        "/da//",
        "//da/",
        "//evil.example/",
        "/da/./",
        "/da/;x",
        "/da?x=1&x=2&x=3",
        "/da/search?" + "q=a&" * 5000,
    ],
)
def test_an_address_that_cannot_be_read_is_no_fault(victim: Served, path: str) -> None:
    response = _get(victim, path)
    assert response.status_code < 500
    assert not response.headers.get("location", "").startswith(("//", "http://evil"))
    _is_harmless(response)


def test_many_at_once_are_answered(victim: Served) -> None:
    statuses: list[int] = []

    def ask() -> None:
        with httpx.Client(timeout=120) as client:
            for page in PAGES:
                statuses.append(client.get(f"{victim.address}{page}").status_code)

    threads = [threading.Thread(target=ask) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(statuses) == 10 * len(PAGES)
    assert max(statuses) < 500


def test_nothing_leaves_the_machine(victim: Served, noted: Path) -> None:
    for page in PAGES:
        _get(victim, page)
    lines = noted.read_text(encoding="utf-8").splitlines()
    loopback = re.compile(
        r"socket\.\w+ (?:\('(?:127\.\d+\.\d+\.\d+|::1)', |'/|'127\.0\.0\.1'$|b'127\.0\.0\.1'$|None$)"
    )
    assert [line for line in lines if not loopback.match(line)] == []


def _is_harmless(response: httpx.Response) -> None:
    """Fail when what was sent is in a page as it was sent, or a page says how it was made."""
    if response.headers.get("content-type", "").startswith("text/html"):
        assert not re.search(r"<script>alert|<img src=x|href=\"javascript:|49\b.*\{\{", response.text)
        assert "default-src 'none'" in response.headers["content-security-policy"] or "/map" in str(
            response.url
        )
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "Traceback" not in response.text
