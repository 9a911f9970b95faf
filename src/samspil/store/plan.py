"""How the engine answers a query: its plan, and how many rows and how much time each step takes.

pyoxigraph shows no plan, but the `oxigraph` program of the same version does: the same planner, over a store on
disk. A register in memory is written to a folder that is removed afterwards, so times are those of the disk.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sysconfig
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from samspil.dataset import Dataset
from samspil.errors import NotInstalled, QueryRefused, TookTooLong
from samspil.store.asked import Asked
from samspil.store.disk import read_store, write_store

__all__ = ["Step", "read_plan"]

_PROGRAM: Final = "oxigraph"


@dataclass(frozen=True)
class Step:
    """One step of a plan: what the engine calls it, the rows that come out of it, its seconds with those below."""

    name: str
    rows: int
    seconds: float
    below: tuple[Step, ...]

    @property
    def own(self) -> float:
        """The seconds of the step itself."""
        return max(0.0, self.seconds - sum(step.seconds for step in self.below))


def read_plan(query: str, dataset: Dataset, directory: Path | None, seconds: float = 0) -> Step:
    """Return the last step of the plan of a query over a dataset, with those below it, as it was measured.

    `directory` is where the dataset is on disk already. Raises NotInstalled without the program, and TookTooLong.
    """
    program = shutil.which(_PROGRAM, path=sysconfig.get_path("scripts")) or shutil.which(_PROGRAM)
    if program is None:
        raise NotInstalled(_PROGRAM)
    with tempfile.TemporaryDirectory(prefix="samspil-") as folder:
        place = directory or Path(folder, "store")
        if directory is None:
            write_store(dataset, place, {})
        location = place / read_store(place).manifest.store
        return _run(program, location, query, Path(folder), seconds)


def _run(program: str, location: Path, query: str, folder: Path, seconds: float) -> Step:
    """Run a query by the program, and return the plan that it writes."""
    text, plan = folder / "query.rq", folder / "plan.json"
    text.write_text(Asked(query).declared, encoding="utf-8")
    files = {
        "--location": location,
        "--query-file": text,
        "--results-file": folder / "answer",
        "--explain-file": plan,
    }
    options = [word for option, path in files.items() for word in (option, str(path))]
    command = [program, "query", *options, "--results-format", "json", "--stats"]
    # What signs in to servers is no business of another program's.
    known = {name: value for name, value in os.environ.items() if not name.upper().startswith("SAMSPIL_")}
    try:
        ended = subprocess.run(command, capture_output=True, timeout=seconds or None, check=False, env=known)  # noqa: S603  # all words are ours
    except subprocess.TimeoutExpired as error:
        raise TookTooLong(_PROGRAM, seconds) from error
    if not plan.exists():
        raise QueryRefused(_PROGRAM, next(iter(ended.stderr.decode(errors="replace").splitlines()), ""))
    return _step(json.loads(plan.read_text(encoding="utf-8"))["plan"])


def _step(node: Mapping[str, Any]) -> Step:
    """Return a step as the program writes it in JSON."""
    return Step(
        node["name"],
        node.get("number of results", 0),
        node.get("duration in seconds", 0.0),
        tuple(map(_step, node.get("children", ()))),
    )
