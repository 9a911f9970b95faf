"""Where a graph comes from: the files of a register, a store on disk that was built from them, or a server."""

import os
import warnings
from os import PathLike
from pathlib import Path
from typing import Final

from samspil.graph.graph import Graph
from samspil.pipeline import Register, open_built, open_register
from samspil.project import Project
from samspil.queries import read_library
from samspil.settings import spoken

__all__ = ["connect_graph", "open_graph"]

# Language to what the register that travels with the program is called in it.
_SHIPPED: Final = {
    "da": "registeret, der følger med programmet",
    "en": "the register that travels with the program",
}

_STALE: Final = {
    "da": "{store}: lageret er bygget, før {files} blev ændret. Byg det igen med »samspil build --store«.",
    "en": "{store}: the store was built before {files} changed. Build it again with “samspil build --store”.",
}


def open_graph(
    project: str | PathLike[str] | None = None, store: str | PathLike[str] | None = None, lang: str = "da"
) -> Graph:
    """Return the graph of a register; see `samspil.open`."""
    language, found = spoken(lang), _project(project)
    register = open_register(found) if store is None else open_built(found, Path(store))
    _warn_of_changes(register, store, language)
    place = project if store is None else store
    where = _SHIPPED[language] if place is None else os.fspath(place)
    return Graph(register.store, register.library, language, where, found.story_files())


def connect_graph(
    url: str,
    project: str | PathLike[str] | None = None,
    timeout: float = 60,
    lang: str = "da",
) -> Graph:
    """Return the graph on a SPARQL server; see `samspil.connect`."""
    from samspil.store.endpoint import read_endpoint
    from samspil.store.remote import RemoteStore

    language = spoken(lang)
    endpoint = read_endpoint(url, os.environ, timeout)
    return Graph(RemoteStore(endpoint), read_library(_project(project).queries), language, endpoint.where)


def _project(folder: str | PathLike[str] | None) -> Project:
    """Return the register in a folder, or the one that travels with the program. Raises UnreadableInput."""
    return Project.shipped() if folder is None else Project.at(Path(folder))


def _warn_of_changes(register: Register, store: str | PathLike[str] | None, lang: str) -> None:
    """Warn of a store on disk that is older than the files that it was built from."""
    if register.changed:
        files = ", ".join(register.changed)
        warnings.warn(_STALE[lang].format(store=store, files=files), stacklevel=4)
