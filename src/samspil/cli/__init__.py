"""The command `samspil`: thin commands over the library.

A command reads its words, calls one function of the library and prints. Results go to standard output, progress
and errors to standard error. Exit codes, the same in every command: 0 done; 1 findings; 2 usage; 3 unreadable
input; 4 a remote server failed or the time ran out; 130 interrupted.
"""

import os
import sys
from importlib import import_module
from typing import Any

from samspil.errors import SamspilError

__all__ = ["main", "whole_command"]


def main() -> None:
    """Run the command; a user's mistake becomes one message and an exit code, never a traceback."""
    lang = spoken_language(sys.argv, os.environ.get("SAMSPIL_LANG"))
    try:
        from samspil.cli.speech import run

        sys.exit(run(whole_command(), lang))
    except SamspilError as error:
        print(error.message(lang), file=sys.stderr)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)


def whole_command() -> Any:
    """Return the command with all of its subcommands, in the order of the help."""
    from typer.main import get_command

    from samspil.cli.app import app

    for module in ("commands", "questions", "servers"):  # which add themselves to the app
        import_module(f"samspil.cli.{module}")
    return get_command(app)


def spoken_language(arguments: list[str], default: str | None) -> str:
    """Return the language of help and errors: that of --lang wherever it stands, else the default, else Danish."""
    spoken = ""
    for name, value in zip(arguments, [*arguments[1:], ""], strict=True):
        if name.startswith("--lang="):
            spoken = name.removeprefix("--lang=")
        elif name == "--lang":
            spoken = value
    return spoken or default or "da"
