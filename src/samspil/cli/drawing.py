"""`samspil map`: what the options of a map may say, and the page that they ask for as bytes.

Drawing a large network takes a while: then a person at a terminal hears that it is under way, and can stop it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

import typer

from samspil.cli import output
from samspil.cli.waiting import finished

if TYPE_CHECKING:
    from samspil.project import Project

__all__ = [
    "Certainty",
    "CertaintyOn",
    "Colour",
    "ColouredBy",
    "Focus",
    "Heading",
    "Layout",
    "MapRequest",
    "OfQuery",
    "OfStory",
    "On",
    "Page",
    "PlacedBy",
    "Size",
    "SizedBy",
    "Steps",
    "Values",
    "View",
    "drawn",
]

_PATIENCE: Final = 1.0  # seconds that need no explanation

# Names on the command line to what they are set to; None is not said.
View: TypeAlias = Mapping[str, str | int | None]


class Certainty(StrEnum):
    """Which relations a day shows."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


class Layout(StrEnum):
    """By what actors are placed."""

    NETWORK = "network"
    GEOGRAPHY = "geography"


class Size(StrEnum):
    """What the size of an actor tells."""

    DEGREE = "degree"
    WEIGHTED_DEGREE = "weighted-degree"
    BETWEENNESS = "betweenness"
    PAGE_RANK = "page-rank"
    CLOSENESS = "closeness"


class Colour(StrEnum):
    """What the colour of an actor tells."""

    TYPE = "type"
    COMMUNITY = "community"


OfQuery = Annotated[
    str | None,
    typer.Argument(
        metavar="[QUERY]",
        help="A .rq file or a question whose answer is drawn instead: a SELECT with ?source and ?target.",
    ),
]
Page = Annotated[
    Path,
    typer.Option("--output", "-o", metavar="FILE", help="The HTML file to write; - for standard output."),
]
Values = Annotated[
    list[str] | None,
    typer.Option("--parameter", "-p", metavar="NAME=VALUE", help="A value for a parameter; repeatable."),
]
Heading = Annotated[str | None, typer.Option(metavar="TEXT", help="The heading of the page.")]
Focus = Annotated[
    str | None, typer.Option(metavar="ACTOR", help="Open with this actor or cooperation in focus.")
]
Steps = Annotated[int | None, typer.Option(min=1, max=3, metavar="N", help="How far around it is shown.")]
On = Annotated[
    str | None, typer.Option(metavar="DATE", help="Open with what is in force then: a day, a year, or today.")
]
CertaintyOn = Annotated[
    Certainty | None, typer.Option(help="What is certainly in force then, or possibly too.")
]
PlacedBy = Annotated[Layout | None, typer.Option(help="Open placed by relations, or by seats.")]
SizedBy = Annotated[Size | None, typer.Option(help="Open with actors as large as this measure says.")]
ColouredBy = Annotated[Colour | None, typer.Option(help="Open coloured by type, or by community.")]
OfStory = Annotated[
    str | None,
    typer.Option(metavar="STORY", help="Open with this story of the register, a file in stories."),
]


@dataclass(frozen=True)
class MapRequest:
    """A map as it was asked for: of a query's answer or of everything, opened with a view, headed by a title."""

    lang: str
    today: date
    question: str | None = None
    parameters: Sequence[str] = ()
    view: View = field(default_factory=dict)
    title: str | None = None


def drawn(project: Project, request: MapRequest) -> bytes:
    """Return the page of a map.

    Raises what reading a register and asking a question raise, NotAMap for rows that are no network, and what
    render_map raises.
    """
    with _told("drawing", request.lang):
        return finished(lambda: _page(project, request).encode(), "samspil map")


def _page(project: Project, request: MapRequest) -> str:
    """Read the register, ask, and draw."""
    from samspil.maps import read_stories, render_map
    from samspil.pipeline import draw, open_register

    register = open_register(project)
    view = {name: str(request.today) if value == "today" else value for name, value in request.view.items()}
    if request.question is None:
        stories = read_stories(project.story_files())
        network = draw(register)
        return render_map(network, lang=request.lang, title=request.title, view=view, stories=stories)
    from samspil.cli.asking import find, given
    from samspil.network import network_of
    from samspil.queries import answer

    question = find(register.library, request.question)
    spoken = {"lang": request.lang} if any(one.name == "lang" for one in question.parameters) else {}
    rows = answer(register.store, question, spoken | given(question, request.parameters), request.today)
    network = network_of(register.store, register.library, rows)
    summary = (question.summary["da"], question.summary["en"]) if question.summary else None
    return render_map(network, lang=request.lang, title=request.title or summary, view=view)


@contextmanager
def _told(name: str, lang: str) -> Iterator[None]:
    """Tell a person at a terminal what is going on, when it goes on for more than a moment."""
    timer = Timer(_PATIENCE, lambda: output.step(name, lang))
    timer.daemon = True
    if sys.stderr.isatty():
        timer.start()
    try:
        yield
    finally:
        timer.cancel()
