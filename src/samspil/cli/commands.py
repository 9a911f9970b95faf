"""The commands that build, check, draw and serve; each imports what it needs when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from samspil.cli import output
from samspil.cli.app import app, settings_of, sound_register
from samspil.cli.drawing import (
    CertaintyOn,
    ColouredBy,
    Focus,
    Heading,
    MapRequest,
    OfQuery,
    OfStory,
    On,
    Page,
    PlacedBy,
    SizedBy,
    Steps,
    Values,
    View,
    drawn,
)
from samspil.cli.options import FailOn, Lang, ProjectFolder, ReportFormat
from samspil.files import check_folder
from samspil.settings import today

__all__: list[str] = []


@app.command()
def build(
    directory: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="DIR", show_default=False, help="Folder to write to. [default: build]"
        ),
    ] = None,
    store: Annotated[
        Path | None,
        typer.Option(
            "--store", metavar="DIR", help="Write a store to ask from instead, which opens at once."
        ),
    ] = None,
    project: ProjectFolder = None,
    lang: Lang = None,
) -> None:
    """Build everything: read, validate, infer, then write the map and all dumps into a folder.

    Nothing is written when a source has a violation.

    With --store the register is read and inferred, not validated; with --output too, both are done.

    \b
    Examples:
      samspil build --output site
      samspil build --store store
    """
    from samspil.pipeline import build_store, write_site

    settings = settings_of(project, lang)
    if directory or not store:
        folder = directory or Path("build")
        check_folder(folder)
        register = sound_register(settings)
        output.step("drawing", settings.lang)
        for path in write_site(register, folder):
            output.show(f"{path}\n")
    if store:
        output.step("storing", settings.lang)
        build_store(settings.project, store)
        output.show(f"{store}\n")


@app.command()
def validate(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Files to validate, beside the register, instead of its own.")
    ] = None,
    alone: Annotated[
        bool, typer.Option("--alone", help="Validate the files by themselves, not beside the register.")
    ] = False,
    format: Annotated[
        ReportFormat, typer.Option("--format", "-f", help="Form of the report.")
    ] = ReportFormat.TEXT,
    fail_on: Annotated[
        FailOn, typer.Option(help="Lowest severity that makes the exit code 1.")
    ] = FailOn.VIOLATION,
    project: ProjectFolder = None,
    lang: Lang = None,
) -> None:
    """Validate the sources against the shapes; findings come most serious first.

    \b
    Examples:
      samspil validate
      samspil validate my.ttl --fail-on warning --format json
    """
    from samspil import validation
    from samspil.dataset import read_dataset

    settings = settings_of(project, lang)
    if files:
        check = validation.validate_files if alone else validation.validate_beside
        report = check(files, settings.project)
    else:
        report = validation.validate(read_dataset(settings.project), settings.project.shape_files())
    output.show(output.report_text(report, format.value, settings.lang))
    if output.fails(report, fail_on.value):
        raise typer.Exit(1)


@app.command("format")
def format_(
    files: Annotated[
        list[Path], typer.Argument(help="Turtle files; - reads standard input and writes standard output.")
    ],
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; fail when a file is not canonical.")
    ] = False,
    lang: Lang = None,  # of the errors, which `main` words
) -> None:
    """Put Turtle files into their canonical form, so that a diff shows what changed and nothing else.

    Byte order marks and CRLF line ends are mended on the way.

    \b
    Example:
      samspil format data/*.ttl
    """
    from samspil.cli.formatting import check_files, format_files

    for path in check_files(files) if check else format_files(files):
        output.show(f"{path}\n")


@app.command("map")
def map_(
    question: OfQuery = None,
    target: Page = Path("map.html"),
    parameter: Values = None,
    focus: Focus = None,
    steps: Steps = None,
    on: On = None,
    certainty: CertaintyOn = None,
    layout: PlacedBy = None,
    size: SizedBy = None,
    colour: ColouredBy = None,
    story: OfStory = None,
    title: Heading = None,
    project: ProjectFolder = None,
    lang: Lang = None,
) -> None:
    """Draw the network map as one HTML file that opens offline.

    The file holds everything; the options say what it shows when it is opened.

    \b
    Examples:
      samspil map -o map.html
      samspil map --focus norddjurs-kommune --steps 2 --on 2024-03-01 --lang en
      samspil map --layout geography --size betweenness
      samspil map my-edges.rq -o edges.html
    """
    view: View = {
        "focus": focus,
        "steps": steps,
        "on": on,
        "certainty": certainty,
        "layout": layout,
        "size": size,
        "colour": colour,
        "story": story,
    }
    output.check(target)
    settings = settings_of(project, lang)
    request = MapRequest(settings.lang, today(), question, parameter or [], view, title)
    output.write(drawn(settings.project, request), target, announce=True)


@app.command()
def export(
    target: Annotated[
        Path, typer.Argument(help="File to write; its suffix names the format. - for standard output.")
    ],
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="turtle, trig, nt, nq, jsonld, rdfxml, graphml, gexf or csv.",
        ),
    ] = "",
    project: ProjectFolder = None,
    lang: Lang = None,
) -> None:
    """Export the whole register, asserted and derived.

    \b
    Examples:
      samspil export graph.nq
      samspil export network.gexf
      samspil export - --format turtle
    """
    from samspil import exports
    from samspil.pipeline import open_described

    chosen = format.casefold() or exports.format_of(target)
    output.check(target)
    register = open_described(settings_of(project, lang).project)
    output.write(
        exports.export(register.dataset, register.store, register.library, chosen), target, announce=True
    )
