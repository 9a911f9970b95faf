"""An answer as the page shows it without a script: a table with names, yes or no, Turtle, or what went wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

import pyoxigraph as ox
from starlette.requests import Request

from samspil.queries import Question, parse_question
from samspil.server.catalogues import translations
from samspil.server.site import site_of
from samspil.server.workbench.answering import Reply, TooLongError, ask, solutions
from samspil.server.workbench.asked import Asked
from samspil.store import Rows
from samspil.wording import Cell, Columns

__all__ = ["Shown", "answered", "complaint"]

_ACCEPT: Final = "application/sparql-results+json, text/turtle;q=0.9"
# So long an answer is read, and so many rows of it are shown; whoever wants more downloads it.
_BYTES: Final = 8 * 1024 * 1024
_ROWS: Final = 500


@dataclass(frozen=True)
class Shown:
    """What is shown of an answer; of the fields, those that its form has are filled."""

    complaint: str = ""
    status: int = 200
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[Cell | None, ...], ...] = ()
    more: bool = False
    truth: str = ""
    turtle: str = ""


def answered(request: Request, asked: Asked, lang: str) -> Shown:
    """Return what is shown of the answer to a query."""
    say = translations(lang).gettext
    try:
        reply = ask(request, asked.text, _ACCEPT, lang, _BYTES)
    except TooLongError:
        return Shown(say("The answer is too long for a page. Download it, or ask for less with LIMIT."))
    if reply.status >= 400:
        return Shown(complaint(reply), reply.status)
    if "json" not in reply.media_type:
        return Shown(turtle=reply.body.decode(errors="replace"))
    shown = _read(request, reply, asked.question, lang)
    return replace(shown, more=shown.more or _is_cut(reply))


def _read(request: Request, reply: Reply, question: Question | None, lang: str) -> Shown:
    """Return the rows, or yes or no, of SPARQL 1.1 Query Results JSON."""
    found = solutions(reply)
    if isinstance(found, ox.QueryBoolean):
        return Shown(truth=translations(lang).gettext("Yes" if found else "No"))
    rows = Rows(found)
    columns = Columns.of(rows.variables, question or parse_question(""), lang)
    first = list(islice(rows, _ROWS + 1))
    cells = columns.read(first[:_ROWS], site_of(request).store, lang)
    return Shown(headings=columns.headings, rows=tuple(cells), more=len(first) > _ROWS)


def complaint(reply: Reply) -> str:
    """Return what a refusal says, whether in JSON or as text."""
    text = reply.body.decode(errors="replace").strip()
    try:
        read = json.loads(text)
    except ValueError:
        return text
    said = read.get("message") or read.get("error") or read.get("detail") if isinstance(read, dict) else None
    return str(said or text)


def _is_cut(reply: Reply) -> bool:
    """Tell whether the answer was cut off, as its header says."""
    return "samspil-truncated" in reply.headers
