"""Options that several commands have, and the words that an option may be given."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from samspil.settings import spoken
from samspil.version import __version__

__all__ = [
    "EndpointUrl",
    "FailOn",
    "GraphStoreUrl",
    "Lang",
    "ProjectFolder",
    "ReportFormat",
    "Timeout",
    "TransferTimeout",
    "Version",
]


def _known(lang: str | None) -> str | None:
    """Return a language that Samspil speaks as it is. Raises UnknownName."""
    return spoken(lang) if lang else lang


_LANG_HELP: Final = "Language of labels and messages. [default: da, or SAMSPIL_LANG]"
Lang = Annotated[
    str | None,
    typer.Option("--lang", metavar="da|en", callback=_known, show_default=False, help=_LANG_HELP),
]
ProjectFolder = Annotated[
    Path | None,
    typer.Option(
        "--project",
        metavar="DIR",
        help="A register of your own. [default: the one that ships, or SAMSPIL_PROJECT]",
    ),
]

EndpointUrl = Annotated[
    str, typer.Option("--endpoint", metavar="URL", help="Address where a server answers SPARQL.")
]
GraphStoreUrl = Annotated[
    str | None,
    typer.Option(
        "--graph-store",
        metavar="URL",
        help="Address where the server takes whole graphs. [default: found from --endpoint]",
    ),
]


def _possible(seconds: float) -> float:
    """Return seconds that can be waited as they are. Raises NotATimeout."""
    from samspil.store.endpoint import check_timeout

    check_timeout(seconds)
    return seconds


def _possible_or_none(seconds: float) -> float:
    """Return seconds that can be waited as they are; 0 is no limit. Raises NotATimeout."""
    return _possible(seconds) if seconds else seconds


TransferTimeout = Annotated[
    float,
    typer.Option(
        "--timeout",
        callback=_possible,
        metavar="SECONDS",
        help="Time for each exchange with the server.",
    ),
]
Timeout = Annotated[
    float,
    typer.Option(
        "--timeout",
        callback=_possible_or_none,
        metavar="SECONDS",
        help="Time for the answer; 0 is no limit. [default: 60]",
        show_default=False,
    ),
]


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"samspil {__version__}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit."),
]


class FailOn(StrEnum):
    """From which severity findings make `validate` exit with 1."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class ReportFormat(StrEnum):
    """How `validate` prints its report."""

    TEXT = "text"
    JSON = "json"
    TURTLE = "turtle"
