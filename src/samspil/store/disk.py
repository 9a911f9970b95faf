"""The store on disk: a register as it was built, opened in a moment by any number of readers.

    DIR/manifest.json       which store is the one, and from which files it was built
    DIR/store-<number>/     a store of Oxigraph's (RocksDB): the named graphs, and their merge as the default graph,
                            with a file `samspil` that tells it from a folder of somebody else's

A new store is written beside the old one, and becomes the one when the manifest is replaced, which happens at
once or not at all: a build that is interrupted leaves the old store as it was. The store that was the one
until now stays until the next build, for those who still read it; whatever is older is removed. A folder that
holds anything else is no folder of a store, and nothing in it is touched.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from samspil.dataset import Dataset
from samspil.errors import NoBuiltStore, UnwritableOutput
from samspil.files import make_folder, reason_of, replace_file
from samspil.store.damage import reading
from samspil.version import __version__

__all__ = ["Built", "Manifest", "changes", "prepare_folder", "read_store", "write_store"]

_MANIFEST: Final = "manifest.json"
_STORE: Final = re.compile(r"store-[0-9a-f]{8}")
_CURRENT: Final = "CURRENT"  # which each store of RocksDB has
_MARK: Final = "samspil"
_LINES: Final = "samspil.lines"
_TABLE: Final = ".sst"  # of RocksDB, which checks what it reads of one; the others it believes
_UNSEALED: Final = re.compile(r"LOG.*|LOCK|samspil.*")  # a reader may write the first two


@dataclass(frozen=True)
class Manifest:
    """What a store was built from: name of a file to its SHA-256, and IRI of a graph to its number of statements.

    `parts` is what the store itself consists of: name of a file to its size for a table, else to its SHA-256. RocksDB
    takes a log that was cut off for a shorter one, and would answer with fewer statements.
    """

    samspil: str
    store: str
    files: Mapping[str, str]
    graphs: Mapping[str, int]
    parts: Mapping[str, str]

    @classmethod
    def of(cls, stated: dict[str, Any]) -> "Manifest":
        """Return the manifest that JSON states. Raises TypeError and ValueError where it states something else."""
        manifest = cls(**stated)
        if not _STORE.fullmatch(manifest.store):
            raise ValueError(manifest.store)
        tables = (manifest.files, manifest.parts)
        texts = (
            manifest.samspil,
            *manifest.graphs,
            *(text for table in tables for pair in table.items() for text in pair),
        )
        if {type(text) for text in texts} - {str} or {type(n) for n in manifest.graphs.values()} - {int}:
            raise TypeError(stated)
        return manifest


@dataclass(frozen=True)
class Built:
    """A store that is open for reading."""

    manifest: Manifest
    dataset: Dataset


def prepare_folder(directory: Path) -> None:
    """Make the folder of a store. Raises UnwritableOutput, also where one holds what no build has put there."""
    make_folder(directory)
    current = _current(directory)
    try:
        ours = all(_is_ours(path, current) for path in directory.iterdir())
    except OSError as error:
        raise UnwritableOutput(directory, reason_of(error)) from error
    if not ours:
        raise UnwritableOutput(directory, "the folder holds something else")


def write_store(dataset: Dataset, directory: Path, files: Mapping[str, str]) -> Manifest:
    """Write a dataset as the store of a folder, which is made; `files` are the names and hashes of its sources.

    Raises UnwritableOutput, also for a folder that holds anything else.
    """
    prepare_folder(directory)
    before = _current(directory)
    name = f"store-{os.urandom(4).hex()}"
    graphs = {graph: dataset.count(graph) for graph in dataset.graphs()}
    try:
        unfinished = _write(dataset, directory / name)
        manifest = Manifest(__version__, name, dict(files), graphs, _sealed(directory / name))
        if (directory / before / _CURRENT).is_file():
            (directory / before / _MARK).touch()  # no manifest names it from now on
        replace_file(directory / _MANIFEST, f"{json.dumps(asdict(manifest), indent=1)}\n".encode())
        del unfinished  # and with it the lock that keeps another build from taking the folder for a leftover
    except OSError as error:
        raise UnwritableOutput(directory, reason_of(error)) from error
    _remove_all_but(directory, {name, before})
    return manifest


def read_store(directory: Path) -> Built:
    """Open the store of a folder for reading. Raises NoBuiltStore, which says why it cannot be."""
    manifest = _read_manifest(directory)
    try:
        return _open(directory, manifest)
    except NoBuiltStore:
        if (newer := _read_manifest(directory)) != manifest:  # replaced twice since it was read
            return _open(directory, newer)
        raise


def _open(directory: Path, manifest: Manifest) -> Built:
    """Open the store that a manifest names. Raises NoBuiltStore."""
    with reading(directory):
        if not manifest.parts.items() <= _sealed(directory / manifest.store).items():
            raise NoBuiltStore(directory, "its store is missing or damaged")
        return Built(manifest, Dataset.opened(directory / manifest.store))


def _write(dataset: Dataset, path: Path) -> ox.Store:
    """Write the named graphs and their merge to a new store, and return it still open. Raises OSError."""
    path.mkdir()
    (path / _MARK).touch()
    store, lines = ox.Store(str(path)), path / _LINES  # for memory may be what is short
    try:
        dataset.store.dump(str(lines), ox.RdfFormat.N_QUADS)
        store.bulk_load(path=str(lines), format=ox.RdfFormat.N_QUADS)
    finally:
        lines.unlink(missing_ok=True)
    for name in map(ox.NamedNode, dataset.graphs()):
        store.add_graph(name)  # an empty one exists too
    store.optimize()
    store.flush()
    return store


def _sealed(path: Path) -> dict[str, str]:
    """Return the size of each table of a store, and the SHA-256 of each other file that tells what is in it."""
    return {
        file.name: str(file.stat().st_size)
        if file.suffix == _TABLE
        else hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(path.iterdir())
        if not _UNSEALED.fullmatch(file.name)
    }


def _read_manifest(directory: Path) -> Manifest:
    """Return what the manifest of a folder says. Raises NoBuiltStore."""
    if not directory.is_dir():
        raise NoBuiltStore(directory, "it is not a folder" if directory.exists() else "no such folder")
    try:
        manifest = Manifest.of(json.loads((directory / _MANIFEST).read_bytes()))
    except FileNotFoundError as error:
        raise NoBuiltStore(directory, "nothing was built there") from error
    except (OSError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise NoBuiltStore(directory, "its manifest cannot be read") from error
    if manifest.samspil != __version__:
        raise NoBuiltStore(directory, "another version of Samspil built it")
    return manifest


def _current(directory: Path) -> str:
    """Return the name of the store that is the one until now, or nothing, be it that no manifest is ours."""
    try:
        stated = json.loads((directory / _MANIFEST).read_bytes())
        ours = stated["samspil"] and _STORE.fullmatch(stated["store"])  # by whichever version
    except (OSError, TypeError, ValueError, KeyError, RecursionError):
        return ""
    return str(stated["store"]) if ours else ""


def _is_ours(path: Path, current: str) -> bool:
    """Tell whether a build put something there; `current` is the store that the manifest names."""
    if path.is_symlink():
        return False
    if path.name == _MANIFEST:
        return bool(current)
    if not path.is_dir():
        return path.name.startswith(f".{_MANIFEST}.")  # written by a build that was killed
    named = _STORE.fullmatch(path.name)
    return bool(named) and (path.name == current or (path / _MARK).is_file() or not any(path.iterdir()))


def _remove_all_but(directory: Path, kept: set[str]) -> None:
    """Remove the stores that nobody reads: neither those named nor one that a build at this moment writes."""
    for path in directory.iterdir():
        if path.name not in kept and path.is_dir() and _is_ours(path, "") and not _is_locked(path):
            _remove(path)


def _remove(path: Path) -> None:
    """Remove a store, its mark last, so that what the system does not give up now is known as ours later."""
    last = (_CURRENT, _MARK)
    with suppress(OSError):
        for file in sorted(path.iterdir(), key=lambda file: (file.name in last, file.name == _MARK)):
            file.unlink()
        path.rmdir()


def _is_locked(path: Path) -> bool:
    """Tell whether another build has a store open for writing, or may have it open in a moment."""
    if not (path / _CURRENT).is_file():
        return True
    try:
        ox.Store(str(path))
    except OSError:
        return True
    except RuntimeError:  # it is open to us, and damaged
        return False
    return False


def changes(then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """Yield the names of files that differ between two records, of those that only one has too."""
    for name in sorted({*then, *now}):
        if then.get(name) != now.get(name):
            yield name
