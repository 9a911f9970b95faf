"""The cases in which every question is asked, of two registers, and where their answers are stored.

The shipped register's are `cases.toml` and `expected/` here. Those in `made-up/` are of a small register that is
made up to try what the shipped data does not hold: uncertain dates, several languages, parallel relations.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from samspil.pipeline import Register, open_register
from samspil.project import Project
from samspil.queries import Library, run
from samspil.store import Rows

HERE: Final = Path(__file__).parent
TODAY: Final = date(2024, 2, 19)

# Name of a register to the folder of its cases and of their answers.
FOLDERS: Final[dict[str, Path]] = {"shipped": HERE, "made-up": HERE / "made-up"}


@dataclass(frozen=True)
class Case:
    """A question asked of one of the registers, with values by name of parameter."""

    register: str
    question: str
    name: str
    values: Mapping[str, str]

    def __str__(self) -> str:
        """Return what the case is called in the tests, and its answer in `expected/`."""
        return ".".join(filter(None, [self.question, self.name]))

    def stored(self, library: Library) -> Path:
        """Return where the answer is stored: rows as SPARQL 1.1 CSV, a graph as sorted N-Triples."""
        suffix = "nt" if is_graph(library, self.question) else "csv"
        return FOLDERS[self.register] / "expected" / f"{self}.{suffix}"


def read_cases(register: str) -> list[Case]:
    """Return the cases of a register in the order of its file."""
    text = (FOLDERS[register] / "cases.toml").read_text(encoding="utf-8")
    return [
        Case(register, case["question"], case.get("name", ""), case.get("values", {}))
        for case in tomllib.loads(text)["case"]
    ]


def open_registers() -> dict[str, Register]:
    """Return the registers that the cases are asked of, read and inferred."""
    return {
        "shipped": open_register(Project.shipped()),
        "made-up": open_register(Project.at(FOLDERS["made-up"])),
    }


def is_graph(library: Library, question: str) -> bool:
    """Tell whether a question is answered by a graph and not by rows."""
    return "\nCONSTRUCT" in library.get(question).text


def answered(register: Register, case: Case) -> bytes:
    """Return the answer of a case as it is stored."""
    found = run(register.store, register.library.get(case.question), case.values, TODAY)
    if isinstance(found, Rows):
        return found.serialize("csv").replace(b"\r\n", b"\n")
    assert not isinstance(found, bool)
    return ox.serialize(found, format=ox.RdfFormat.N_TRIPLES) or b""
