"""The shipped register as `samspil.open` gives it, read once."""

import pytest

import samspil
from samspil.graph import Graph


@pytest.fixture(scope="session")
def graph() -> Graph:
    """Return the shipped register in Danish; nothing changes it."""
    return samspil.open()
