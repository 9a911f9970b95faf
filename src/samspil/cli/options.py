"""Options that several commands have, and the words that an option may be given."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from samspil import __version__
from samspil.errors import UnknownName
from samspil.settings import LANGUAGES

__all__ = ["FailOn", "Lang", "ProjectFolder", "ReportFormat", "Version"]


def _known(lang: str | None) -> str | None:
    """Return a language that Samspil speaks as it is. Raises UnknownName."""
    if lang and lang not in LANGUAGES:
        raise UnknownName("language", lang, LANGUAGES)
    return lang


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
