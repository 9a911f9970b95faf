"""The command `samspil`: thin commands over the library.

A command reads its words, calls one function of the library and prints. Results go to standard output, progress
and errors to standard error. Exit codes, the same in every command: 0 done; 1 findings; 2 usage; 3 unreadable
input; 4 a remote server failed or the time ran out; 130 interrupted.
"""

import os
import sys
from itertools import pairwise

from samspil.errors import SamspilError

__all__ = ["main"]


def main() -> None:
    """Run the command; a user's mistake becomes one message and an exit code, never a traceback."""
    from samspil.cli.commands import app

    try:
        app()
    except SamspilError as error:
        print(error.message(spoken_language(sys.argv, os.environ.get("SAMSPIL_LANG"))), file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)


def spoken_language(arguments: list[str], default: str | None) -> str:
    """Return the language of error messages: that of --lang wherever it stands, else the default, else Danish."""
    for name, value in pairwise(arguments):
        if name == "--lang":
            return value
    return next((a.removeprefix("--lang=") for a in arguments if a.startswith("--lang=")), default or "da")
