"""A client of the explorer, and a register of one's own to change."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from samspil.project import Project


@pytest.fixture(scope="session")
def client(explorer: str) -> Iterator[httpx.Client]:
    """Return a client whose addresses begin at the explorer."""
    with httpx.Client(base_url=explorer, timeout=30) as client:
        yield client


@pytest.fixture
def own_register(tmp_path: Path) -> Path:
    """Return a register of one's own with a copy of the shipped data."""
    folder = tmp_path / "my-register"
    shutil.copytree(Project.shipped().data, folder / "data")
    return folder
