"""The commands that ask: `queries` and `query`; each imports what it needs when it runs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from samspil.cli import output
from samspil.cli.app import app, settings_of
from samspil.cli.options import Lang, ProjectFolder

__all__: list[str] = []


@app.command()
def queries(
    topic: Annotated[
        str | None, typer.Option(metavar="TOPIC", help="Only this topic, for example agreements.")
    ] = None,
    search: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Only questions whose words contain this text.")
    ] = None,
    project: ProjectFolder = None,
    lang: Lang = None,
) -> None:
    """List the questions that the register can answer, with their parameters.

    \b
    Examples:
      samspil queries
      samspil queries --topic agreements
      samspil queries --search møde
    """
    from samspil.queries import read_library

    settings = settings_of(project, lang)
    library = read_library(settings.project.queries)
    output.show(output.question_list(library.search(topic, search), settings.lang))


@app.command()
def query(
    question: Annotated[
        str, typer.Argument(help="A question's name, a .rq file, - for standard input, or SPARQL text.")
    ],
    parameter: Annotated[
        list[str] | None,
        typer.Option("--parameter", "-p", metavar="NAME=VALUE", help="A value for a parameter; repeatable."),
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="table, csv, tsv, json or xml; for CONSTRUCT turtle, nt, jsonld or rdfxml. [default: as FILE]",
        ),
    ] = "",
    target: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to a file, whose suffix names the format; - for standard output.",
        ),
    ] = None,
    project: ProjectFolder = None,
    lang: Lang = None,
) -> None:
    """Answer a question, or run SPARQL of your own.

    \b
    Examples:
      samspil query agreements/in-force -p actor=norddjurs-kommune -p on=2024-03-01
      samspil query my.rq --format csv
      samspil query "SELECT * WHERE { ?s a sam:Agreement }"
    """
    from samspil.cli.asking import ask
    from samspil.pipeline import open_register

    settings = settings_of(project, lang)
    register = open_register(settings.project)
    data = ask(register, question, parameter or [], format, target, settings.lang, date.today())  # noqa: DTZ011 the user's own day
    output.write(data, target)
