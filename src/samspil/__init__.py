"""Samspil: a knowledge graph of who works with whom in the public sector.

    import samspil

    graph = samspil.open()                      # the register that travels with the program
    graph.ask("agreements/in-force", on="2024-02-19")

Importing this package loads nothing; opening a graph loads what asking needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samspil.version import __version__

if TYPE_CHECKING:
    from os import PathLike

    from samspil.graph import Graph

__all__ = ["__version__", "connect", "open"]


def open(
    project: str | PathLike[str] | None = None,
    *,
    store: str | PathLike[str] | None = None,
    lang: str = "da",
) -> Graph:
    """Return the graph of a register, read, and with what follows from it.

    `project` is the folder of a register of one's own; without it, the one that travels with the program is read.
    `store` is a folder that `samspil build --store` has made of a register, read where it lies; a warning tells when
    the register's files have changed since. `lang`, da or en, is the language of labels.

    Raises UnreadableInput and what else is wrong with files, NoBuiltStore, UnknownName for another language.

    >>> graph = samspil.open()
    >>> len(graph.ask("cooperations/formal-partnerships"))
    3
    >>> samspil.open(lang="en").question("in-force").summary
    'Agreements in force on a day'
    """
    from samspil.graph import open_graph

    return open_graph(project, store, lang)


def connect(
    url: str, *, project: str | PathLike[str] | None = None, timeout: float = 60, lang: str = "da"
) -> Graph:
    """Return the graph on a SPARQL server, asked over HTTP; nothing is sent before you ask.

    `project` is the folder of a register whose questions are asked, besides those that travel with the program.
    `timeout` is how many seconds an answer may take. Credentials come from the environment only
    (SAMSPIL_ENDPOINT_USER and SAMSPIL_ENDPOINT_PASSWORD, or SAMSPIL_ENDPOINT_TOKEN), never from the address.

    Raises NotAnEndpoint, SecretInAddress, UnclearCredentials; UnknownName for another language than da and en;
    and when the server is asked, RemoteError.

    >>> samspil.connect("http://localhost:7878/query")
    Samspil: http://localhost:7878/query
    """
    from samspil.graph import connect_graph

    return connect_graph(url, project, timeout, lang)
