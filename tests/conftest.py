"""The shipped register, read and inferred once."""

import pytest

from samspil.pipeline import Register, open_register
from samspil.project import Project


@pytest.fixture(scope="session")
def register() -> Register:
    """Return the shipped register; tests read it and leave it as it is."""
    return open_register(Project.shipped())
