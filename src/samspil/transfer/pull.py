"""Bring a register back from a server: into a folder with a Turtle file for each graph, or into one file.

What is written is written whole or not at all, and only when everything has been read. The Turtle is that of
`samspil format`, so that a graph which was pushed from a file comes back as the same file, byte for byte.
"""

import os
import re
import shutil
from collections.abc import Collection, Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pyoxigraph as ox

from samspil.dataset import serialize
from samspil.errors import (
    NoFileName,
    NotAnIdentifier,
    NothingThere,
    TruncatedAnswer,
    UnfitFormat,
    UnwritableOutput,
)
from samspil.files import make_folder, reason_of, replace_file
from samspil.formats import FORMATS, SUFFIXES, serialize_quads, write_turtle
from samspil.identifiers import parse
from samspil.project import Project
from samspil.sources import MADE
from samspil.store.remote import MERGE, OURS
from samspil.transfer.graphs import GraphStore
from samspil.transfer.lines import Lines
from samspil.transfer.push import Progress, State

__all__ = ["WHOLE", "file_of", "pull"]

# Suffix of one file for all graphs to its format, which keeps their names.
WHOLE: Final = {suffix: name for suffix, name in SUFFIXES.items() if FORMATS[name].supports_datasets}

# File names that Windows keeps for devices, with any suffix.
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def pull(store: GraphStore, target: Path, project: Project) -> Generator[Progress, None, None]:
    """Read every graph of ours but MERGE, yielding each, then write them to a new folder or to a file.

    Where MERGE is not there it is yielded last, as MISSING: a push was interrupted or is going on, or somebody put
    the graphs there otherwise, and others may be missing too.
    `target` is a file when its suffix is .nq, .trig or .jsonld. A folder can be opened as a register: sources are in
    `data/`, and in `ontology/` the graphs that are files of the project's own ontology. What the program brings or
    makes itself is in `program/`, where a register has nothing.
    Raises NothingThere and RemoteError; NoFileName; UnfitFormat for a file that has no room for graphs' names;
    UnwritableOutput.
    """
    suffix = target.suffix.lower()
    if suffix in SUFFIXES and suffix not in WHOLE:
        raise UnfitFormat(suffix, sorted(WHOLE), "graphs")
    there = store.names()
    names = [name for name in there if name != MERGE]
    if not names:
        raise NothingThere(store.endpoint.where)
    total = len(names) + (MERGE not in there)
    with TemporaryDirectory(prefix="samspil-") as folder:
        if suffix in WHOLE:
            found: dict[str, Lines] = {}
            yield from _read(store, names, total, Path(folder), found)
            replace_file(target, serialize_quads(_quads(found), WHOLE[suffix]))
            return
        files = _files(names, project)
        with _new_folder(target) as part:
            found = {}
            yield from _read(store, names, total, Path(folder), found)
            for name, lines in found.items():
                make_folder((part / files[name]).parent)
                _write(part / files[name], lines)


def file_of(name: str, program: Collection[str], ontology: Collection[str]) -> Path:
    """Return the place of a graph, given the names of those that are the program's, or of the user's ontology.

    Raises NoFileName for a name that is not ours, and for one that Windows keeps for a device.
    """
    try:
        identifier = parse(name)
    except NotAnIdentifier as error:
        raise NoFileName(name) from error
    if identifier.space != "graph" or _DEVICES.fullmatch(identifier.slug):
        raise NoFileName(name)
    folder = "program" if name in program else "ontology" if name in ontology else "data"
    return Path(folder, f"{identifier.slug}.ttl")


def _files(names: Iterable[str], project: Project) -> dict[str, Path]:
    """Return the file of each graph. Raises NoFileName, for two that differ in case alone too."""
    program, ontology = MADE | _ontology_graphs(Project.shipped()), _ontology_graphs(project)
    files: dict[str, Path] = {}
    taken: set[str] = set()
    for name in names:
        files[name] = file_of(name, program, ontology)
        if (key := str(files[name]).casefold()) in taken:
            raise NoFileName(name)
        taken.add(key)
    return files


def _ontology_graphs(project: Project) -> set[str]:
    """Return the names of the graphs of an ontology's files, in so far as they can name one."""
    stems = {path.stem for path in project.ontology_files()}
    return {f"{OURS}{'model' if stem == 'samspil' else stem}" for stem in stems}


def _read(
    store: GraphStore, names: list[str], total: int, folder: Path, found: dict[str, Lines]
) -> Iterator[Progress]:
    """Read graphs into `found`, yielding each, and MERGE if it is not there.

    Raises TruncatedAnswer where the server counts otherwise.
    """
    for number, name in enumerate(names, 1):
        lines = store.read(name, folder / str(number))
        if lines.count != store.count(name):
            reason = "it counts another number of statements itself"
            raise TruncatedAnswer(store.endpoint.where, reason)
        found[name] = lines
        yield Progress(name, number, total, State.READ, lines.count, lines.hash)
    if total > len(names):
        yield Progress(MERGE, total, total, State.MISSING)


def _write(path: Path, lines: Lines) -> None:
    """Write a graph as Turtle; blank nodes, which only an ontology may have, get their canonical names (RDFC-1.0)."""
    if lines.anonymous:
        replace_file(path, serialize(lines.triples(), "turtle"))
    else:
        write_turtle(path, lines.triples())


def _quads(found: dict[str, Lines]) -> Iterator[ox.Quad]:
    """Yield the statements of graphs; their blank nodes are of one graph each."""
    for name, lines in found.items():
        for triple in lines.triples():
            yield ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(name))


@contextmanager
def _new_folder(target: Path) -> Iterator[Path]:
    """Give a folder to fill, which takes the place of the target when the block ends well, and else is gone.

    Raises UnwritableOutput, for a target with something in it too, and for the folder that one stands in: it would
    be another one afterwards.
    """
    place = Path(os.path.realpath(target))
    _check_free(target, place)
    part = place.with_name(f".{place.name}.{os.urandom(8).hex()}.part")
    try:
        part.mkdir()
        yield part
        if place.is_dir():
            place.rmdir()  # Windows renames to a name that is free, and to no other
        part.rename(place)
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        raise UnwritableOutput(target, "no such folder" if missing else reason_of(error)) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _check_free(target: Path, place: Path) -> None:
    """Raise UnwritableOutput unless a folder can be put in a place without hiding anything."""
    try:
        if place.is_dir() and any(place.iterdir()):
            raise UnwritableOutput(target, "the folder is not empty")
        if place.exists() and not place.is_dir():
            raise UnwritableOutput(target, "there is a file of that name")
        if place == Path.cwd():
            raise UnwritableOutput(target, "it is the current folder")
    except OSError as error:
        raise UnwritableOutput(target, reason_of(error)) from error
