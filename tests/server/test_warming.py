"""What readers would wait for is made when the application begins, whether or not somebody asks."""

import asyncio
import gc
from time import monotonic

import pytest

from samspil.pipeline import Register
from samspil.server import create_app, open_site
from samspil.server.site import Site
from samspil.server.warming import live, warm

COSTLY = ("lists", "search")


def _made(site: Site, name: str) -> bool:
    """Tell whether something is kept already."""

    def missing() -> None:
        raise LookupError

    try:
        site.kept.once(name, missing)
    except LookupError:
        return False
    return True


def test_what_is_costly_is_made_unasked(register: Register) -> None:
    site = open_site(register)
    app = create_app(site)

    async def wait() -> None:
        async with live(app):
            end = monotonic() + 60
            while monotonic() < end and not all(_made(site, name) for name in COSTLY):
                await asyncio.sleep(0.05)

    assert not any(_made(site, name) for name in COSTLY)
    asyncio.run(wait())
    assert all(_made(site, name) for name in COSTLY)


def test_what_is_kept_is_nothing_that_the_collector_looks_through(register: Register) -> None:
    gc.unfreeze()
    site = open_site(register)
    warm(site)
    assert gc.get_freeze_count() > 10_000
    first: object = site.kept.once("lists", object)
    assert not any(one is first for one in gc.get_objects())
    gc.unfreeze()


def test_what_cannot_be_made_is_in_the_log_and_keeps_nothing_from_beginning(
    register: Register, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(open_site(register))
    app.state.site = None

    async def wait() -> None:
        async with live(app):
            end = monotonic() + 60
            while monotonic() < end and not caplog.records:
                await asyncio.sleep(0.05)

    asyncio.run(wait())
    assert [record.exc_info is not None for record in caplog.records] == [True]
