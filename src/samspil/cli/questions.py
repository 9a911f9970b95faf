"""The commands that ask: `queries` and `query`; each imports what it needs when it runs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from samspil.cli import output
from samspil.cli.addresses import asked_server
from samspil.cli.app import app, settings_of
from samspil.cli.options import Lang, ProjectFolder, Timeout
from samspil.errors import NotTogether
from samspil.settings import today

if TYPE_CHECKING:
    from samspil.cli.asking import Engine, Request
    from samspil.queries import Library

__all__: list[str] = []

_TIMEOUT = 60.0  # seconds
_MOST_ROWS = 1_000_000_000  # no engine takes any number as a LIMIT


def _library(context: Any) -> Library:
    """Return the questions of the register that the words on the line so far name."""
    from samspil.queries import read_library

    return read_library(settings_of(context.params.get("project"), None).project.queries)


def _names(context: typer.Context, incomplete: str) -> list[str]:
    """Return the questions whose names begin with a text, for the shell."""
    return [name for name in _library(context).names() if name.startswith(incomplete)]


def _parameter_names(context: typer.Context, incomplete: str) -> list[str]:
    """Return the parameters of the question on the line, for the shell."""
    library = _library(context)
    # A -p without its value is no whole line: the question is then among the words that are left.
    name = context.params.get("question") or next(iter(context.args), "")
    known = library.get(name).parameters if name in library.paths else ()
    return [f"{p.name}=" for p in known if f"{p.name}=".startswith(incomplete)]


@app.command()
def queries(
    name: Annotated[
        str | None,
        typer.Argument(
            help="A question, to see all of it: what it asks, its parameters, columns and SPARQL.",
            autocompletion=_names,
        ),
    ] = None,
    topic: Annotated[
        str | None, typer.Option(metavar="TOPIC", help="Only this topic, for example agreements.")
    ] = None,
    search: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Only questions whose words contain this text.")
    ] = None,
    project: ProjectFolder = None,
    lang: Lang = None,
) -> None:
    """List the questions that the register can answer, or show one.

    \b
    Examples:
      samspil queries
      samspil queries --topic time --search udløber
      samspil queries agreements/in-force
    """
    from samspil.cli.listing import one_question
    from samspil.queries import read_library

    settings = settings_of(project, lang)
    library = read_library(settings.project.queries)
    if name:
        output.show(one_question(library.get(name), settings.lang))
    else:
        output.show(output.question_list(library.search(topic, search), settings.lang))


# What `query` takes, in the order of its help.
Asked = Annotated[
    str,
    typer.Argument(
        help="A question's name, a .rq file, - for standard input, or SPARQL text.", autocompletion=_names
    ),
]
Values = Annotated[
    list[str] | None,
    typer.Option(
        "--parameter",
        "-p",
        metavar="NAME=VALUE",
        help="A value for a parameter; repeatable.",
        autocompletion=_parameter_names,
    ),
]
AnswerFormat = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="table, markdown, csv, excel, xlsx, tsv, json or xml; for CONSTRUCT turtle, trig, nt, nq, jsonld or "
        "rdfxml. [default: as FILE]",
    ),
]
AnswerFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to a file, whose suffix names the format; - for standard output.",
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        min=1,
        max=_MOST_ROWS,
        metavar="N",
        help="The first rows only; says so when there are more.",
    ),
]
Explain = Annotated[
    bool, typer.Option("--explain", help="Show the plan and the times instead of the answer.")
]
Server = Annotated[
    str | None,
    typer.Option("--endpoint", metavar="URL", help="Ask a SPARQL server. [default: SAMSPIL_ENDPOINT]"),
]
Disk = Annotated[
    Path | None, typer.Option("--store", metavar="DIR", help="Ask a store that was built on disk.")
]
Services = Annotated[
    list[str] | None,
    typer.Option("--allow-service", metavar="URL", help="A server that SERVICE may ask; repeatable."),
]


@app.command()
def query(
    question: Asked,
    parameter: Values = None,
    format: AnswerFormat = "",
    target: AnswerFile = None,
    limit: Limit = None,
    timeout: Timeout = _TIMEOUT,
    explain: Explain = False,
    endpoint: Server = None,
    store: Disk = None,
    allow_service: Services = None,
    project: ProjectFolder = None,
    lang: Lang = None,
) -> None:
    """Answer a question, or run SPARQL of your own.

    \b
    Examples:
      samspil query agreements/in-force -p actor=norddjurs-kommune -p on=2024-03-01
      samspil query my.rq --format csv
      samspil query "SELECT * WHERE { ?s a sam:Agreement }" --limit 10
      samspil query actors/list --endpoint http://localhost:7878/query
    """
    from samspil.cli.asking import Request, open_engine
    from samspil.cli.waiting import finished

    if endpoint is not None and store:
        raise NotTogether("--endpoint", "--store")
    if explain and target:
        raise NotTogether("--explain", "--output")
    output.check(target)
    settings = settings_of(project, lang)
    server = None if store else asked_server(endpoint, timeout)
    request = Request(question, parameter or [], settings.lang, today(), format, target, limit, timeout)
    engine = finished(lambda: open_engine(settings.project, server, store, allow_service or []), question)
    _tell(engine, request, explain)


def _tell(engine: Engine, request: Request, explain: bool) -> None:
    """Print the answer, or how it comes about, and beside it what there is to say. Raises as `answered` does."""
    from samspil.cli.asking import answered, explained
    from samspil.cli.telling import said

    if engine.changed:
        print(said("changed", request.lang, names=", ".join(engine.changed)), file=sys.stderr)
    if explain:
        output.show(explained(engine, request))
        return
    answer = answered(engine, request)
    output.write(answer.data, request.target)
    for note in answer.notes:
        print(note, file=sys.stderr)
