"""The pages of every thing, each asked once."""

import asyncio
from collections.abc import Callable, Mapping

import httpx
import pytest
from tests.server.things.pages import Read, address, things

from samspil.pipeline import Register
from samspil.server import create_app, open_site

Pages = Mapping[str, httpx.Response]
Ask = Callable[[str], httpx.Response]


async def _ask(register: Register, paths: list[str]) -> dict[str, httpx.Response]:
    """Return what an application answers at some paths."""
    transport = httpx.ASGITransport(create_app(open_site(register)))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        return {path: await client.get(path) for path in paths}


@pytest.fixture(scope="session")
def ask() -> Callable[[Register, str], httpx.Response]:
    """Return a way to ask an application over a register for one page."""
    return lambda register, path: asyncio.run(_ask(register, [path]))[path]


@pytest.fixture(scope="session")
def iris(register: Register) -> list[str]:
    """Return the IRI of every thing."""
    return list(things(register))


@pytest.fixture(scope="session")
def pages(register: Register, iris: list[str]) -> Pages:
    """Return the answer for every thing in both languages, by path."""
    return asyncio.run(_ask(register, [address(iri, lang) for iri in iris for lang in ("da", "en")]))


@pytest.fixture(scope="session")
def read(pages: Pages) -> Mapping[str, Read]:
    """Return every page as it is read; one that is not well formed fails here."""
    return {path: Read(page.text) for path, page in pages.items()}
