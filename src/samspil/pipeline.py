"""The whole flow on one page: read, infer, ask; validate; draw; write.

The only module that knows the order. Each step imports what it needs when it runs, so that asking a question
loads neither pySHACL nor networkx nor pyvis.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from samspil.dataset import Dataset, read_dataset
from samspil.inference import derive
from samspil.project import Project
from samspil.queries import Library, read_library
from samspil.store.local import LocalStore

if TYPE_CHECKING:
    import networkx as nx

    from samspil.validation import Report

__all__ = ["Register", "check", "draw", "open_register", "write_site"]


@dataclass(frozen=True)
class Register:
    """A register that is read and inferred: its graphs, an engine that answers, the questions it knows."""

    project: Project
    dataset: Dataset
    store: LocalStore
    library: Library


def open_register(project: Project) -> Register:
    """Read a register's files, derive what follows from them, and open it for questions.

    Raises InputError for files that cannot be read.
    """
    dataset = read_dataset(project)
    derive(dataset, project.rule_files())
    return Register(project, dataset, LocalStore(dataset), read_library(project.queries))


def check(register: Register) -> Report:
    """Validate what the register's sources say against its shapes; what is derived is left out."""
    from samspil.validation import validate

    return validate(register.dataset, register.project.shape_files())


def draw(register: Register) -> nx.MultiDiGraph[str]:
    """Return the network of actors and cooperations."""
    from samspil.network import build_network

    return build_network(register.store, register.library)


def write_site(register: Register, output: Path) -> Iterator[Path]:
    """Write the maps and every dump into a folder and name each file as it is done.

    Raises UnwritableOutput.
    """
    from samspil import exports
    from samspil.maps import render_map

    network = draw(register)
    for name, lang in (("map.html", "da"), ("map.en.html", "en")):
        yield exports.write_bytes(output / name, render_map(network, lang=lang).encode())
    for format in exports.WRITERS:
        data = exports.export(register.dataset, register.store, register.library, format)
        yield exports.write_bytes(output / f"samspil.{exports.suffix(format)}", data)
