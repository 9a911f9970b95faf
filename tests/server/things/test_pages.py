"""Every thing has a page, in both languages, that says all that the register says of it."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import unquote, urlsplit

import httpx
import pyoxigraph as ox
import pytest
from tests.server.things.conftest import Pages
from tests.server.things.pages import Read, address

from samspil import identifiers
from samspil.namespaces import BASE, RDF, SAM
from samspil.pipeline import Register
from samspil.server import open_site
from samspil.server.things import exists
from samspil.server.things.reading import Reader
from samspil.wording import spoken

LANGUAGES = ("da", "en")


def test_every_thing_has_a_page(pages: Pages) -> None:
    assert {path: page.status_code for path, page in pages.items() if page.status_code != 200} == {}
    assert len(pages) > 1_400


def test_its_name_is_the_heading(register: Register, iris: list[str], read: Mapping[str, Read]) -> None:
    for lang in LANGUAGES:
        reader = Reader(register.dataset.merge, lang)
        for iri in iris:
            name = re.sub(r"\s+", " ", reader.name(iri).text)
            assert read[address(iri, lang)].text(within="h1") == name


def test_no_page_shows_an_iri_or_a_none(read: Mapping[str, Read]) -> None:
    for path, page in read.items():
        text = page.text(without=("head", "code.iri"))
        assert not re.search(r"w3id\.org|www\.w3\.org|purl\.org|\bNone\b(?! of)", text), (path, text)


def test_no_page_has_an_id_twice_or_a_style(read: Mapping[str, Read]) -> None:
    for path, page in read.items():
        assert len(page.ids) == len(set(page.ids)), path
        assert not page.styled, path


def test_every_link_to_a_thing_answers(read: Mapping[str, Read]) -> None:
    for path, page in read.items():
        for link in page.links:
            where = urlsplit(link)
            kind = where.path.split("/")[3:4]
            if where.path.startswith(("/da/doc/", "/en/doc/")) and kind not in (
                ["model"],
                ["concept"],
                ["graph"],
            ):
                assert where.path in read, (path, link)
            if not where.path and where.fragment:
                assert where.fragment in page.ids, (path, link)


def test_every_asserted_statement_is_on_the_page_of_its_subject(
    register: Register, iris: list[str], read: Mapping[str, Read]
) -> None:
    data = [name for name in register.dataset.graphs() if name in register.dataset.files]
    for graph in data:
        for triple in register.dataset.triples(graph):
            # A source may know no more than that it is an organisation, where another says which.
            if triple.predicate.value == f"{RDF}type":
                continue
            if isinstance(triple.subject, ox.NamedNode) and triple.subject.value.startswith(f"{BASE}id/"):
                _is_told(triple, read[address(triple.subject.value, "da")], register)


def _is_told(triple: ox.Triple, page: Read, register: Register) -> None:
    """Check that the value of a statement is on a Danish page: a thing by its name or a link, a text as it reads."""
    value, reader = triple.object, Reader(register.dataset.merge, "da")
    text = page.text(without=("head",))
    if isinstance(value, ox.NamedNode):
        name = re.sub(r"\s+", " ", reader.name(value.value).text)
        # That the source states something is what stands without a mark for anything else.
        stated = value.value == f"{BASE}concept/basis/stated"
        assert stated or name.lower() in text.lower() or _leads(page, value.value), (triple, text)
    elif isinstance(value, ox.Literal) and value.language != "en":
        words = re.sub(r"\s+", " ", spoken(value, "da"))
        assert words in text or words.removeprefix("https://") in text, (triple, text)


def _leads(page: Read, iri: str) -> bool:
    """Tell whether a page leads to a thing, or to an address on the web."""
    return bool({iri, address(iri, "da")} & set(page.links))


def test_a_thing_that_is_not_there_is_told_with_a_way_to_search(
    register: Register, ask: Callable[[Register, str], httpx.Response]
) -> None:
    page = ask(register, "/da/doc/actor/sorø-kommune")
    assert page.status_code == 404
    page = ask(register, "/en/doc/actor/soroe-kommune")
    assert page.status_code == 404
    assert 'href="/en/search?q=soroe%20kommune"' in page.text


@pytest.mark.parametrize(
    "path", ["/da/doc/actor/..%2F..", "/da/doc/%3Cb%3E/x", "/da/doc/actor/a%00b", "/da/doc/interval/%0A"]
)
def test_an_address_that_no_thing_can_have_is_a_page_that_says_so(
    register: Register, ask: Callable[[Register, str], httpx.Response], path: str
) -> None:
    page = ask(register, path)
    assert page.status_code == 404
    assert "<b>" not in page.text


def test_an_interval_is_shown_at_its_encoded_address(read: Mapping[str, Read], iris: list[str]) -> None:
    iri = identifiers.interval("2022-01-01/2025-12-31")
    assert iri in iris
    page = read[address(iri, "da")]
    assert page.text(within="h1") == "1. januar 2022 – 31. december 2025"
    assert "Aftalen med Aarhus Universitet, 2022-2025" in page.text()
    assert unquote(address(iri, "da")).endswith("/2022-01-01/2025-12-31")


def test_what_exists_is_told(register: Register) -> None:
    site = open_site(register)
    assert exists(site, f"{BASE}id/actor/norddjurs-kommune")
    assert not exists(site, f"{BASE}id/actor/atlantis")
    assert not exists(site, f"{SAM}Municipality")
