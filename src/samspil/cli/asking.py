"""`samspil query`: find the question, ask the engine that the user chose, give the answer as bytes, and say more.

What is said beside the answer goes to standard error: that there are more rows, that a term occurs nowhere,
why there is nothing. Whatever an engine does is done by a thread that the user can stop waiting for.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from samspil.answers import format_named, format_of, terminal_width, write
from samspil.cli.limits import cut, limited
from samspil.cli.telling import absence, more, reason, said
from samspil.cli.waiting import finished
from samspil.errors import (
    ParameterError,
    QuerySyntaxError,
    RemoteError,
    TookTooLong,
    UnknownName,
    UnreadableInput,
)
from samspil.files import STANDARD, read_mended
from samspil.queries import Library, Question, bind, parse_question, read_question, run
from samspil.store import Rows, Store

if TYPE_CHECKING:
    from samspil.dataset import Dataset
    from samspil.project import Project
    from samspil.store.endpoint import Endpoint
    from samspil.vocabulary import AbsentTerm

__all__ = ["Answer", "Engine", "Request", "answered", "explained", "find", "given", "open_engine"]

_SECONDS_FOR_REASONS: Final = 2  # how long a user waits to hear why there is nothing
_FOR_PEOPLE: Final = ("", "table", "markdown", "excel", "xlsx")
_COUNTED: Final = ("", "table", "markdown")  # whose last line is how many rows there are


@dataclass(frozen=True)
class Engine:
    """What answers, and the questions that it knows by name.

    It is a server, whose address is `where`, or it has a `dataset`, which is in the folder `directory` or in memory.
    `changed` are the files that are other than when the folder was built; `seconds` is how long opening took.
    """

    store: Store
    library: Library
    where: str = ""
    dataset: Dataset | None = None
    directory: Path | None = None
    changed: Sequence[str] = ()
    seconds: float = 0


@dataclass(frozen=True)
class Request:
    """A question as it was written, its parameters (name=value), and what the answer shall be."""

    question: str
    parameters: Sequence[str]
    lang: str
    today: date
    format: str = ""
    target: Path | None = None
    limit: int | None = None
    timeout: float = 0

    @property
    def on_screen(self) -> bool:
        """Whether the answer goes to standard output."""
        return self.target in (None, STANDARD)


@dataclass
class Answer:
    """An answer as bytes, what there is to say about it, and whether it is a table without rows.

    `absent` are the terms of the query that the register does not have, as they are written.
    """

    data: bytes
    notes: list[str] = field(default_factory=list)
    empty: bool = False
    absent: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Asked:
    """A question that is found, with the values of its parameters, and the format of its answer."""

    question: Question
    values: Mapping[str, str]
    format: str
    own: bool  # SPARQL of the user's own, no question of the library

    def query(self, today: date) -> str:
        """Return its SPARQL with its values."""
        return bind(self.question, self.values, today)


def open_engine(
    project: Project, server: Endpoint | None, directory: Path | None, services: Sequence[str]
) -> Engine:
    """Return the engine that the user chose: a server, a store on disk, or the register read into memory.

    Raises InputError for what cannot be read.
    """
    started = time.perf_counter()
    if server:
        from samspil.queries import read_library
        from samspil.store.remote import RemoteStore

        return Engine(RemoteStore(server, services), read_library(project.queries), server.where)
    from samspil.pipeline import open_built, open_register

    register = open_built(project, directory) if directory else open_register(project)
    store = register.store
    if services:
        from samspil.store.local import LocalStore

        store = LocalStore(register.dataset, services)
    opened = time.perf_counter() - started
    return Engine(store, register.library, "", register.dataset, directory, register.changed, opened)


def answered(engine: Engine, request: Request) -> Answer:
    """Return the answer to a question of the library, a file, standard input (-) or SPARQL text.

    Without a format, the suffix of the target names it; without both, people read it: a table, or Turtle.
    Raises UnknownName, ParameterError, QuerySyntaxError, UnknownFormat, UnreadableInput; RemoteError, also when
    the time has run out.
    """
    asked = _read(engine, request)
    answer = finished(
        lambda: _ask(engine, request, asked), engine.where or asked.question.source, request.timeout
    )
    if answer.empty and asked.format in _FOR_PEOPLE:
        answer.notes += _reasons(engine, request, asked, answer.absent)
    return answer


def explained(engine: Engine, request: Request) -> str:
    """Return the plan and the times of a question, for people. Raises as `answered` does."""
    from samspil.cli.plans import drawn_plan, drawn_times
    from samspil.cli.timing import timed

    asked = _read(engine, request)
    what = engine.where or asked.question.source
    query = limited(asked.query(request.today), request.limit)
    times = finished(
        lambda: timed(engine.store, query, engine.where, engine.seconds, lambda: _ask(engine, request, asked)),
        what, request.timeout,
    )  # fmt: skip
    plan = None
    if engine.dataset is not None:
        from samspil.store.plan import read_plan

        # In this thread, which Ctrl-C reaches: it ends the program too.
        plan = read_plan(query, engine.dataset, engine.directory, request.timeout)
    return drawn_times(times, request.lang) + drawn_plan(plan, request.lang, terminal_width())


def find(library: Library, question: str) -> Question:
    """Return the question that a word on the command line means."""
    if question == str(STANDARD):
        return parse_question(read_mended(STANDARD).decode("utf-8"), question)
    if question.endswith(".rq") and os.access(question, os.F_OK):  # which is no error for a name too long
        return read_question(Path(question))
    if any(character in question for character in "{ \n"):
        return parse_question(question, "query")
    try:
        return library.get(question)
    except UnknownName:
        if question.endswith(".rq"):
            raise UnreadableInput(question, "no such file") from None
        raise


def given(question: Question, parameters: Sequence[str]) -> dict[str, str]:
    """Return name to value for words of the form name=value. Raises ParameterError for another form."""
    values: dict[str, str] = {}
    for word in parameters:
        name, equals, value = word.partition("=")
        if not equals:
            raise ParameterError(question.name, name, word, f"{name}=…")
        values[name] = value
    return values


def _read(engine: Engine, request: Request) -> _Asked:
    """Return what is asked. Raises UnknownName, ParameterError, UnknownFormat, UnreadableInput."""
    question = find(engine.library, request.question)
    values = given(question, request.parameters)
    if any(parameter.name == "lang" for parameter in question.parameters):
        values = {"lang": request.lang, **values}
    chosen = format_named(request.format)
    if not chosen and request.target and not request.on_screen:
        chosen = format_of(request.target)
    return _Asked(question, values, chosen, question.name not in engine.library.paths)


def _ask(engine: Engine, request: Request, asked: _Asked) -> Answer:
    """Ask, and return the answer."""
    absent = _absent(engine, request, asked) if asked.own and not engine.where else []
    notes = [absence(term, request.lang) for term in absent]
    text = limited(asked.question.text, request.limit)
    found = run(engine.store, replace(asked.question, text=text), asked.values, request.today)
    found, limit = cut(found, request.limit)
    if limit and not (request.on_screen and isinstance(found, Rows) and asked.format in _COUNTED):
        notes.append(more(limit, request.lang))
    data = write(
        found,
        asked.question,
        engine.store,
        asked.format,
        request.lang,
        terminal_width() if request.on_screen else None,
        values=asked.values,
        today=request.today,
        limit=limit,
    )
    empty = isinstance(found, Rows) and not found.read
    return Answer(data, notes, empty, tuple(term.written for term in absent))


def _absent(engine: Engine, request: Request, asked: _Asked) -> Sequence[AbsentTerm]:
    """Return the terms that the register does not have. Raises NoSuchTerm for a term of ours."""
    from samspil.vocabulary import absent_terms, refuse_unknown

    query = asked.query(request.today)
    try:
        absent = absent_terms(engine.store, query)
    except (QuerySyntaxError, ValueError):  # something is no IRI: the engine says what, and where
        return []
    refuse_unknown(absent, query, asked.question.source)
    return absent


def _reasons(engine: Engine, request: Request, asked: _Asked, absent: Sequence[str]) -> list[str]:
    """Return why there are no rows, as far as it can be found out while the user waits, and was not said already."""
    query = asked.query(request.today)

    def look() -> list[str]:
        # A server is asked for absent terms only now: it may hold more than the register, and every trip takes time.
        unknown = absent_terms(engine.store, query) if asked.own and engine.where else []
        why = why_empty(engine.store, asked.question, query, asked.values, request.today)
        written = (*absent, *(term.written for term in unknown))
        known = why is None or any(term in text for term in written for text in (why.text, *why.others))
        told = [reason(why, request.lang)] if why and not known else []
        return [*(absence(term, request.lang) for term in unknown), *told]

    from samspil.matching import why_empty
    from samspil.vocabulary import absent_terms

    try:
        return finished(look, asked.question.source, _SECONDS_FOR_REASONS)
    except TookTooLong:
        return [said("undecided", request.lang, seconds=str(_SECONDS_FOR_REASONS))]
    except (RemoteError, QuerySyntaxError):
        return []  # the question itself was answered; that no more can be said is no failure
