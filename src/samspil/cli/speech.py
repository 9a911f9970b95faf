"""The command as it speaks: its help and its usage errors, in English as they are written or in Danish.

Danish is put into the command before it runs. No part of Typer is changed, only the objects built for this run.
"""

import io
import re
import sys
from collections.abc import Iterable, Sequence

import typer

# Typer's copy of click is private, and Typer has no public way to word a heading or a usage error.
from typer._click import Command, HelpFormatter
from typer._click.exceptions import ClickException
from typer.core import TyperArgument, TyperGroup, TyperOption

from samspil.cli.danish import HELP, MARKS, NAMES, SENTENCES, TITLES

__all__ = ["run", "speak_danish"]


def run(command: Command, lang: str) -> int:
    """Run the command on the words of the command line and return its exit code; usage errors are told."""
    if lang == "da":
        speak_danish(command)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # help too is UTF-8, as results are, whatever the terminal
    try:
        return int(command.main(standalone_mode=False) or 0)
    except ClickException as error:
        text = io.StringIO()
        error.show(text)
        told = text.getvalue().rstrip()
        print(_sentence(told) if lang == "da" else told, file=sys.stderr)
        return error.exit_code


def speak_danish(command: Command) -> None:
    """Put Danish in the place of English, in a command newly built and in all commands below it."""
    command.context_class = _DanishContext
    command.help = _help(command.help or "")
    command.options_metavar = NAMES.get(command.options_metavar or "", command.options_metavar)
    for parameter in command.params:
        if isinstance(parameter, (TyperArgument, TyperOption)):
            parameter.help = HELP.get(parameter.help or "", parameter.help)
            parameter.metavar = NAMES.get(_placeholder(parameter), parameter.metavar)
    if isinstance(command, TyperGroup):
        command.subcommand_metavar = NAMES.get(command.subcommand_metavar, command.subcommand_metavar)
        for each in command.commands.values():
            speak_danish(each)


class _DanishFormatter(HelpFormatter):
    """Lays out a help text with Danish headings and marks."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Brug: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(TITLES.get(heading, heading))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, _marked(text)) for name, text in rows], col_max, col_spacing)


class _DanishContext(typer.Context):
    """Gives a command the Danish layout."""

    formatter_class = _DanishFormatter


def _placeholder(parameter: TyperArgument | TyperOption) -> str:
    """Return what stands for a value in the help; an argument's own name when nothing else does."""
    return parameter.metavar or (isinstance(parameter, TyperArgument) and parameter.name) or ""


def _help(text: str) -> str:
    """Return a command's help in Danish: by paragraph, but by line in an example, which \\b sets off."""
    return "\n\n".join("\n".join(_paragraph(each)) for each in text.split("\n\n"))


def _paragraph(text: str) -> Iterable[str]:
    if text.startswith("\b"):
        return [HELP.get(line, line) for line in text.split("\n")]
    words = " ".join(text.split())
    return [HELP.get(words, words)]


def _marked(text: str) -> str:
    """Return a parameter's help with Danish marks; that of --help comes here untouched, for click adds it late."""
    text = HELP.get(text, text)
    for english, danish in MARKS.items():
        text = text.replace(english, danish)
    return text


def _sentence(text: str) -> str:
    """Return a usage error in Danish, its parts first; words that no sentence fits remain as they are."""
    for english, danish in SENTENCES.items():
        if found := re.fullmatch(re.sub(r"\\\{\d\\\}", "(.+?)", re.escape(english)), text, re.DOTALL):
            return danish.format(*map(_sentence, found.groups()))
    return text
