"""Options that several commands have, and the words that an option may be given."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

__all__ = ["FailOn", "Lang", "ProjectFolder", "ReportFormat"]

_LANG_HELP: Final = "Language of labels and messages. [default: da, or SAMSPIL_LANG]"
Lang = Annotated[str | None, typer.Option("--lang", metavar="da|en", help=_LANG_HELP)]
ProjectFolder = Annotated[
    Path | None,
    typer.Option(
        "--project",
        metavar="DIR",
        help="A register of your own. [default: the one that ships, or SAMSPIL_PROJECT]",
    ),
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
