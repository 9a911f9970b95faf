"""`samspil doctor`: what is told of a server, or of this machine, and what to do about it."""

from __future__ import annotations

import platform
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, cast

import pyoxigraph as ox

from samspil.answers.words import grouped
from samspil.cli.diagnoses import ABILITIES, WORDS
from samspil.cli.output import show
from samspil.dataset import APART
from samspil.errors import NoGraphStore
from samspil.store.profile import FEATURES, MOST_ROWS, DefaultGraph, Profile, profile
from samspil.store.remote import CHECKED, MERGE, RemoteStore
from samspil.transfer import graph_store_of
from samspil.version import __version__

if TYPE_CHECKING:
    from samspil.pipeline import Register
    from samspil.store.endpoint import Endpoint

__all__ = ["register_text", "server_text", "tell_server"]

_WIDTH: Final = 78


def tell_server(endpoint: Endpoint, lang: str) -> bool:
    """Examine a server, print what is found, and tell whether it can be used. Raises RemoteError."""
    found = profile(RemoteStore(endpoint))
    show(server_text(found, endpoint, _graph_store(endpoint), lang))
    return not _problems(found, lang)


def server_text(found: Profile, endpoint: Endpoint, store: str | None, lang: str) -> str:
    """Return what a server is, what is to be put right, and what is worth knowing.

    `store` is the address where it takes whole graphs, if that is known.
    """
    words = WORDS[lang]
    wrong = _problems(found, lang)
    blocks = [
        endpoint.where,
        _table(_facts(found, store, lang)),
        _list(words["problems"], [text.format(url=endpoint.where) for text in wrong]),
        _list(words["notes"], list(_notes(found, endpoint, store, lang))),
        words["unusable" if wrong else "usable"],
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def register_text(register: Register, lang: str) -> str:
    """Return what there is on this machine: the program and the register, which has been read and inferred."""
    words = WORDS[lang]
    ((count,),) = register.store.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    statements = grouped(int(cast("ox.Literal", count).value), lang)
    size = words["size"].format(graphs=len(register.dataset.graphs()), statements=statements)
    rows = [
        ("Samspil", __version__),
        ("Python", f"{platform.python_version()}, {platform.system()}"),
        ("Oxigraph", ox.__version__),
        (words["folder"], str(register.project.data)),
        (words["register"], size),
        (words["questions"], str(len(register.library.names()))),
    ]
    return f"{_table(rows)}\n\n{words['fine']}\n"


def _problems(found: Profile, lang: str) -> list[str]:
    """Return what keeps answers from being right, each with its remedy; `{url}` stands for the endpoint."""
    words, wrong = WORDS[lang], []
    if not found.graphs:
        wrong.append(words["push"])
    elif not found.has_merge:
        wrong.append(words["merge"])
    if lacks := [name for name in found.lacks if FEATURES[name].is_needed]:
        wrong.append(words["lacking"].format(lacks=_abilities(lacks, lang)))
    if found.most_rows is not None and found.most_rows < CHECKED:
        wrong.append(words["few"].format(rows=grouped(found.most_rows, lang)))
    return wrong


def _facts(found: Profile, store: str | None, lang: str) -> Iterator[tuple[str, str]]:
    """Yield each thing that is known of a server with its name."""
    words = WORDS[lang]
    yield words["answers"], words["after"].format(ms=grouped(round(found.seconds * 1000), lang))
    yield words["product"], found.product or words["untold"]
    yield words["register"], _size(found, lang)
    yield words["default"], words[found.default_graph.value]
    mended = words["mended"] if found.counts_twice and found.has_merge else ""
    yield words["twice"], words[f"twice {found.counts_twice}"] + mended
    free, most = words["rows free"].format(rows=grouped(MOST_ROWS, lang)), found.most_rows
    yield words["rows"], free if most is None else words["most"].format(most=grouped(most, lang))
    if found.most_seconds is not None:
        seconds = f"{found.most_seconds:g}".replace(".", "," if lang == "da" else ".")
        yield words["seconds"], words["most"].format(most=seconds)
    yield words["store"], store or words["no store"]
    yield (
        "SPARQL 1.1",
        words["lacks"].format(lacks=_abilities(found.lacks, lang)) if found.lacks else words["able"],
    )


def _notes(found: Profile, endpoint: Endpoint, store: str | None, lang: str) -> Iterator[str]:
    """Yield what does no harm, and may surprise."""
    words = WORDS[lang]
    if found.most_rows is not None and found.most_rows >= CHECKED:
        yield words["limit"].format(rows=grouped(found.most_rows, lang))
    if found.has_merge and found.default_graph != DefaultGraph.UNKNOWN:
        yield words["elsewhere"].format(merge=MERGE)
    if "booleans" in found.lacks:
        yield words["booleans"]
    if store is None:
        yield words["tell store"]
    if endpoint.credentials and not (endpoint.is_encrypted or endpoint.is_local):
        yield words["clear text"]


def _size(found: Profile, lang: str) -> str:
    """Return how much of the register is on a server, counted as in it: without the merge and APART."""
    words = WORDS[lang]
    if not found.graphs:
        return words["nothing"]
    statements = "?" if found.statements is None else grouped(found.statements, lang)
    graphs = len(set(found.graphs) - {MERGE, *APART})
    return words["size"].format(graphs=graphs, statements=statements)


def _graph_store(endpoint: Endpoint) -> str | None:
    """Return the address where a server takes whole graphs, or None where no rule tells it."""
    try:
        return graph_store_of(endpoint).where
    except NoGraphStore:
        return None


def _abilities(names: Sequence[str], lang: str) -> str:
    return ", ".join(ABILITIES[lang][name] for name in names)


def _table(rows: Iterator[tuple[str, str]] | Sequence[tuple[str, str]]) -> str:
    """Return two columns that fit, the first as wide as its longest cell."""
    cells = list(rows)
    width = max(len(name) for name, _ in cells) + 2
    hanging = " " * (width + 2)
    return "\n".join(
        textwrap.fill(f"{name:{width}}{value}", _WIDTH, initial_indent="  ", subsequent_indent=hanging)
        for name, value in cells
    )


def _list(heading: str, items: Sequence[str]) -> str:
    """Return a heading with its items; nothing without any."""
    if not items:
        return ""
    wrapped = (
        textwrap.fill(
            item,
            _WIDTH,
            initial_indent="  - ",
            subsequent_indent="    ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for item in items
    )
    return "\n".join([heading, *wrapped])
