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
from samspil.files import read_any
from samspil.inference import derive
from samspil.project import Project
from samspil.queries import Library, read_library
from samspil.store.local import LocalStore

if TYPE_CHECKING:
    import networkx as nx

    from samspil.validation import Report

__all__ = [
    "Register",
    "build_store",
    "check",
    "draw",
    "open_built",
    "open_described",
    "open_register",
    "write_site",
]


@dataclass(frozen=True)
class Register:
    """A register that is read and inferred: its graphs, an engine that answers, the questions it knows."""

    project: Project
    dataset: Dataset
    store: LocalStore
    library: Library
    changed: tuple[str, ...] = ()  # files that are other than when a store on disk was built from them


def open_register(project: Project) -> Register:
    """Read a register's files, derive what follows from them, and open it for questions.

    Raises InputError for files that cannot be read.
    """
    dataset = read_dataset(project)
    derive(dataset, project.rule_files())
    return Register(project, dataset, LocalStore(dataset), read_library(project.queries))


def open_described(project: Project) -> Register:
    """Open a register for others to take away: the description of its questions lies beside the data.

    Asking one question does not need it and does not wait for it. Raises what open_register raises, and
    QuerySyntaxError for the header of a question.
    """
    from samspil.catalogue import QUERIES, describe

    register = open_register(project)
    register.dataset.add(QUERIES, describe(register.library))
    return register


def build_store(project: Project, directory: Path) -> int:
    """Read a register's files, derive what follows, write all into a store on disk; return its statements.

    The sources are not validated against the shapes. Raises InputError, and UnwritableOutput.
    """
    from samspil.store.disk import prepare_folder, write_store

    prepare_folder(directory)
    hashes = _hashes(project)
    register = open_described(project)
    return sum(write_store(register.dataset, directory, hashes).graphs.values())


def open_built(project: Project, directory: Path) -> Register:
    """Open the store that build_store wrote, with a register's questions; `changed` tells of files since.

    Raises NoBuiltStore, and InputError for files that cannot be read.
    """
    from samspil.store.disk import changes, read_store

    built = read_store(directory)
    changed = tuple(changes(built.manifest.files, _hashes(project)))
    return Register(project, built.dataset, LocalStore(built.dataset), read_library(project.queries), changed)


def _hashes(project: Project) -> dict[str, str]:
    """Return the SHA-256 of each file that a register is built from, by a name that holds on another machine."""
    from hashlib import sha256  # which loads OpenSSL

    questions = read_library(project.queries).paths.values()
    files = (*project.ontology_files(), *project.rule_files(), *project.data_files(), *questions)
    return {_name(path, project.root): sha256(read_any(path)).hexdigest() for path in files}


def _name(path: Path, root: Path) -> str:
    """Return the path of a file in the register, or what it is called among the files that ship."""
    if path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    return f"samspil:{path.parent.name}/{path.name}"


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
    from samspil.maps import read_stories, render_map

    network, stories = draw(register), read_stories(register.project.story_files())
    for name, lang in (("map.html", "da"), ("map.en.html", "en")):
        yield exports.write_bytes(output / name, render_map(network, lang=lang, stories=stories).encode())
    for format in exports.WRITERS:
        data = exports.export(register.dataset, register.store, register.library, format)
        yield exports.write_bytes(output / f"samspil.{exports.suffix(format)}", data)
