"""A client of the explorer."""

from collections.abc import Iterator

import httpx
import pytest


@pytest.fixture(scope="session")
def client(explorer: str) -> Iterator[httpx.Client]:
    """Return a client whose addresses begin at the explorer."""
    with httpx.Client(base_url=explorer, timeout=30) as client:
        yield client
