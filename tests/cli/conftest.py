"""The real command in a real process, and a register of one's own to break."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from samspil.project import Project

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def samspil(tmp_path: Path) -> Run:
    """Run the command in an empty folder; warnings are errors there too."""

    def run(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("SAMSPIL_") and name != "COLUMNS"  # the width of somebody's terminal
        }
        return subprocess.run(
            [sys.executable, "-W", "error", "-m", "samspil", *arguments],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**kept, "PYTHONUTF8": "1", **environment},
            check=False,
        )

    return run


@pytest.fixture
def own_register(tmp_path: Path) -> Path:
    """Return a register of one's own with a copy of the shipped data."""
    folder = tmp_path / "my-register"
    shutil.copytree(Project.shipped().data, folder / "data")
    return folder
