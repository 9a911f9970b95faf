"""What the commands print: reports, tables and lists, for people; bytes, for machines."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from samspil.errors import UnwritableOutput
from samspil.files import STANDARD, check_file, reason_of, replace_file

if TYPE_CHECKING:
    from samspil.queries import Question
    from samspil.validation import Report

__all__ = [
    "announce_server",
    "fails",
    "question_list",
    "refuse_violations",
    "report_text",
    "say",
    "show",
    "step",
    "violations",
    "violations_text",
    "write",
]

_WIDTH: Final = 100

WORDS: Final[dict[str, dict[str, str]]] = {
    "da": {
        "refused": "Registeret har fejl, og der er intet gjort. Ret dem, og prøv igen.",
        "serving": "Samspil kører på {url}  (stop med Ctrl-C)",
        "public": "Læserne finder det på {public}",
        "no browser": "Her er ingen browser, der kan åbnes. Åbn adressen i en, der kan nå den.",
        "with violations": "Registeret har fejl og vises alligevel. Hver side siger det.",
        "reread": "Filer er ændret: registeret er læst igen og vises nu.",
        "not reread": "Filer er ændret, men registeret vises, som det var før.",
        "reading": "Læser kilderne og afleder ...",
        "checking": "Kontrollerer ...",
        "drawing": "Tegner kortet ...",
        "storing": "Læser kilderne, afleder og skriver lageret ...",
        "none": "Ingen spørgsmål passer.",
        "count": "{count} spørgsmål. Stil et med: samspil query NAVN -p parameter=værdi",
    },
    "en": {
        "refused": "The register has violations, and nothing was done. Correct them and try again.",
        "serving": "Samspil runs at {url}  (stop with Ctrl-C)",
        "public": "Readers find it at {public}",
        "no browser": "There is no browser to open here. Open the address in one that can reach it.",
        "with violations": "The register has violations and is served all the same. Every page says so.",
        "reread": "Files have changed: the register was read again and is served now.",
        "not reread": "Files have changed, but the register is served as it was before.",
        "reading": "Reading the sources and deriving ...",
        "checking": "Validating ...",
        "drawing": "Drawing the map ...",
        "storing": "Reading the sources, deriving and writing the store ...",
        "none": "No question matches.",
        "count": "{count} questions. Ask one with: samspil query NAME -p parameter=value",
    },
}


def check(target: Path | None) -> None:
    """Find out before long work whether `write` can write there. Raises UnwritableOutput."""
    if target is not None and target != STANDARD:
        check_file(target)


def write(data: bytes, target: Path | None, announce: bool = False) -> None:
    """Write bytes to standard output, or to a file, whole or not at all. Raises UnwritableOutput."""
    if target in (None, STANDARD):
        _send(data)
        return
    replace_file(target, data)
    if announce:
        show(f"{target}\n")


def show(text: str) -> None:
    """Print a result on standard output: UTF-8 as files are, whatever the terminal. Raises UnwritableOutput."""
    _send(text.encode("utf-8", "surrogateescape"))


def step(name: str, lang: str) -> None:
    """Tell on standard error which step of long work begins, or how it went: a key of WORDS without values."""
    say(WORDS[lang][name])


def report_text(report: Report, format: str, lang: str) -> str:
    """Return a report as text, JSON or Turtle."""
    from samspil import validation

    if format == "text":
        return validation.to_text(report, lang)
    return {"json": validation.to_json, "turtle": validation.to_turtle}[format](report)


def fails(report: Report, fail_on: str) -> bool:
    """Tell whether a report has a finding at or above a severity; `never` fails never."""
    from samspil.validation import Severity

    return fail_on != "never" and bool(report.at_or_above(Severity[fail_on.upper()]))


def violations(report: Report) -> int:
    """Return how many violations a report has."""
    from samspil.validation import Severity

    return len(report.at_or_above(Severity.VIOLATION))


def violations_text(report: Report, lang: str) -> str:
    """Return the violations of a report as text, without what is only recommended."""
    from dataclasses import replace

    from samspil.validation import Severity

    serious = replace(report, findings=report.at_or_above(Severity.VIOLATION))
    return report_text(serious, "text", lang).rstrip()


def refuse_violations(report: Report, lang: str) -> None:
    """Print the violations and exit with 1 when there are any; otherwise do nothing."""
    if not fails(report, "violation"):
        return
    print(report_text(report, "text", lang), file=sys.stderr, end="")
    print(WORDS[lang]["refused"], file=sys.stderr)
    raise typer.Exit(1)


def question_list(questions: Iterable[Question], lang: str) -> str:
    """Return the questions by topic, each with its summary and its parameters."""
    lines: list[str] = []
    topic, count = "", 0
    for question in questions:
        if (new := question.name.split("/")[0]) != topic:
            topic = new
            lines += ["", topic] if lines else [topic]
        lines += [f"  {question.name}", *_wrapped(question.summary[lang], 6)]
        lines += [
            line
            for p in question.parameters
            for line in _wrapped(f"-p {p.name}={p.type}: {p.summary[lang]}", 6)
        ]
        count += 1
    words = WORDS[lang]
    return "\n".join([*lines, "", words["count"].format(count=count), ""]) if count else f"{words['none']}\n"


def _send(data: bytes) -> None:
    """Write to standard output. A reader that has gone, as `head` does, is no failure: the exit code stays true."""
    try:
        with open(1, "wb", closefd=False) as standard_output:
            standard_output.write(data)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError as error:
        raise UnwritableOutput(STANDARD, reason_of(error)) from error


def _wrapped(text: str, indent: int) -> list[str]:
    """Return a text in lines that fit, each indented."""
    return textwrap.wrap(text, _WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2))


def announce_server(url: str, public: str, lang: str, open_browser: bool) -> None:
    """Say where the server listens and where readers find it, and open a graphical browser if the user asked for it."""
    say(WORDS[lang]["serving"].format(url=url))
    if public:
        say(WORDS[lang]["public"].format(public=public))
    if open_browser and not _opened(url):
        say(WORDS[lang]["no browser"])


def say(text: str) -> None:
    """Tell something on standard error."""
    print(text, file=sys.stderr, flush=True)


def _opened(url: str) -> bool:
    """Open a graphical browser, where there is one; one in the terminal would take it over."""
    if not (sys.platform in ("win32", "darwin") or {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()):
        return False
    import webbrowser

    return webbrowser.open(url)
