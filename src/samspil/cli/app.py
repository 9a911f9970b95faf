"""The command itself: its name, its help, and what every command shares."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from samspil.cli import output
from samspil.cli.options import Lang, Version
from samspil.settings import Settings, read_settings

if TYPE_CHECKING:
    from samspil.pipeline import Register

__all__ = ["app", "settings_of", "sound_register"]

app = typer.Typer(
    name="samspil",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def settings_of(project: Path | None, lang: str | None) -> Settings:
    """Return the settings of a command: what the user said, else the environment, else the defaults."""
    return read_settings(os.environ, project, lang)


def sound_register(settings: Settings) -> Register:
    """Return the register, read and validated, telling each step; exits with 1 when it has violations."""
    from samspil.pipeline import check, open_described

    output.step("reading", settings.lang)
    register = open_described(settings.project)
    output.step("checking", settings.lang)
    output.refuse_violations(check(register), settings.lang)
    return register


@app.callback()
def samspil(context: typer.Context, version: Version = False, lang: Lang = None) -> None:
    """A knowledge graph of who works with whom in the public sector.

    Begin with `samspil queries`, which lists what can be asked, or with `samspil serve`.

    Exit codes: 0 done, 1 findings, 2 usage, 3 unreadable input, 4 remote or timeout, 130 interrupted.
    """
    # A language before the command is the command's, unless it has one of its own.
    context.default_map = {context.invoked_subcommand or "": {"lang": lang}}
