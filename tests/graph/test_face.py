"""The package as it is imported: at once, with nothing behind it, typed, and documented by examples that run."""

import ast
import doctest
import importlib
import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import samspil
import samspil.graph
from samspil.graph import Graph, values

PACKAGE = Path(samspil.__file__).parent
MODULES = ["samspil", *(f"samspil.graph.{one.name}" for one in pkgutil.iter_modules(samspil.graph.__path__))]

# What people call, with an example in the docstring of each.
CALLED = [samspil.open, samspil.connect] + [
    getattr(kind, name)
    for kind in (Graph, samspil.graph.Answer)
    for name in vars(kind)
    if not name.startswith("_") and inspect.isfunction(getattr(kind, name))
]


def _loaded(code: str) -> set[str]:
    """Return the modules that a new process has loaded after some code."""
    code += "\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing_else() -> None:
    ours = {name for name in _loaded("import samspil") if name.startswith("samspil")}
    assert ours == {"samspil", "samspil.version"}
    outside = {name.partition(".")[0] for name in _loaded("import samspil") - _loaded("")}
    assert outside <= {"samspil", *sys.stdlib_module_names}


def test_asking_loads_only_what_asking_needs() -> None:
    asked = "import samspil\nsamspil.open().ask('agreements/in-force', on='2024-02-19')[0]"
    heavy = {
        "rdflib",
        "pyshacl",
        "networkx",
        "pyvis",
        "pandas",
        "polars",
        "starlette",
        "SPARQLWrapper",
        "rich",
    }
    assert not heavy & {name.partition(".")[0] for name in _loaded(asked)}


def test_what_the_package_shows_is_there_and_nothing_else() -> None:
    names = {
        target.name
        for node in ast.walk(ast.parse((PACKAGE / "graph" / "__init__.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        for target in node.names
    }
    assert names == set(samspil.graph.__all__)


def test_the_package_tells_type_checkers_that_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").exists()


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_docstrings_run(name: str, graph: Graph) -> None:
    module = importlib.import_module(name)
    known: dict[str, Any] = {"graph": graph, "samspil": samspil}
    assert doctest.testmod(module, extraglobs=known, report=True).failed == 0


@pytest.mark.parametrize("called", CALLED, ids=lambda called: called.__qualname__)
def test_whatever_people_call_has_an_example(called: Any) -> None:
    assert ">>> " in (called.__doc__ or "")


def test_the_examples_are_found() -> None:
    """A doctest that is not found does not fail: those of the values stand for all."""
    assert doctest.testmod(values).attempted >= 5
