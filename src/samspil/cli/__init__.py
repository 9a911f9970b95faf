"""The command `samspil`: thin commands over the library.

A command reads its words, calls one function of the library and prints. Results go to standard output, progress
and errors to standard error. Exit codes, the same in every command: 0 done; 1 findings; 2 usage; 3 unreadable
input; 4 a remote server failed or the time ran out; 130 interrupted.
"""

import os
import sys
import threading
from importlib import import_module
from typing import Any

__all__ = ["main", "whole_command"]


def main() -> None:
    """Run the command; a user's mistake becomes one message and an exit code, never a traceback."""
    try:
        code = _exit_code(spoken_language(sys.argv, os.environ.get("SAMSPIL_LANG")))
    except KeyboardInterrupt:
        code = 130
    if threading.active_count() > 1:
        # An engine is at work for nobody any more. Python would end its thread when it next comes back from Rust,
        # which Rust takes for a crash.
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def _exit_code(lang: str) -> int:
    """Run the command, tell what goes wrong, and return the exit code."""
    from samspil.errors import SamspilError

    try:
        from samspil.cli.speech import run

        return run(whole_command(), lang)
    except SamspilError as error:
        print(error.message(lang), file=sys.stderr)
        return error.exit_code


def whole_command() -> Any:
    """Return the command with all of its subcommands, in the order of the help."""
    from typer.main import get_command

    from samspil.cli.app import app

    for module in ("commands", "serving", "questions", "servers"):  # which add themselves to the app
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
