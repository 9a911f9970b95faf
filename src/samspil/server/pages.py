"""The pages: each asks the library and fills one template."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Final

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from samspil import answers, exports
from samspil.dataset import Dataset
from samspil.errors import UnknownName, UsageError
from samspil.maps import Story, render_map
from samspil.namespaces import BASE
from samspil.parameters import nearest
from samspil.queries import Library, Question, answer, run
from samspil.settings import today
from samspil.store import Rows, Store, Term
from samspil.wording import Table

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Explorer"]

_THINGS: Final = """
SELECT DISTINCT ?thing ?label WHERE {
  ?thing skos:prefLabel ?label .
  FILTER (STRSTARTS(STR(?thing), "%s") && LANG(?label) = "%s")
} ORDER BY LCASE(?label) ?thing"""

# Suffixes of a question's address: those of rows, and those of a graph.
SUFFIXES: Final = ("csv", "tsv", "json", "xml", "xlsx")
GRAPH_SUFFIXES: Final = ("ttl", "nt", "jsonld", "rdf")


@dataclass
class Explorer:
    """Answers requests from one register; what is costly to make is made once."""

    dataset: Dataset
    store: Store
    library: Library
    network: nx.MultiDiGraph[str]
    stories: Sequence[Story] = ()
    _made: dict[str, bytes] = field(default_factory=dict)
    _questions: Mapping[str, Question] = field(init=False)

    def __post_init__(self) -> None:
        """Read every question, so that a broken one is refused before anything is served."""
        self._questions = {question.name: question for question in self.library}

    def index(self, request: Request, lang: str) -> Response:
        """Show what this is and where to go: the map, the questions, the dumps."""
        rows = answer(self.store, self.library.get("quality/size"), {}, date.min)
        counts = dict(zip(rows.variables, map(_number, next(iter(rows))), strict=True))
        counts["questions"] = len(self._for_people())
        return self._page("index.html", lang, request, counts=counts, formats=exports.WRITERS)

    def map(self, request: Request, lang: str) -> Response:
        """Show the network map."""

        def made() -> bytes:
            return render_map(self.network, lang=lang, stories=self.stories).encode()

        return HTMLResponse(self._once(f"map {lang}", made))

    def questions(self, request: Request, lang: str) -> Response:
        """Show every question by topic."""
        topics = {
            topic: list(group) for topic, group in groupby(self._for_people(), lambda q: q.name.split("/")[0])
        }
        return self._page("questions.html", lang, request, topics=topics)

    def question(self, request: Request, lang: str) -> Response:
        """Show a question with its parameters and its answer, or give the answer alone for a suffix."""
        stem, _, suffix = request.path_params["question"].partition(".")
        name = f"{request.path_params['topic']}/{stem}"
        if name not in self._questions:
            unknown = UnknownName("question", name, nearest(name, self._questions))
            return self._page("message.html", lang, request, status=404, message=unknown.message(lang))
        if suffix and suffix not in (*SUFFIXES, *GRAPH_SUFFIXES):
            return self.missing(request, None)
        try:
            return self._answer(request, lang, self._questions[name], suffix)
        except UsageError as error:
            given = dict(request.query_params)
            return self._question_page(
                request, lang, self._questions[name], given, status=400, message=error.message(lang)
            )

    def dump(self, request: Request) -> Response:
        """Give the whole register in a format."""
        suffix = request.path_params["suffix"]
        formats = {format.suffix: name for name, format in exports.WRITERS.items()}
        if suffix not in formats:
            return self.missing(request, None)
        name = formats[suffix]
        data = self._once(name, lambda: exports.export(self.dataset, self.store, self.library, name))
        headers = {
            "Content-Disposition": f'attachment; filename="samspil.{suffix}"',
            "Access-Control-Allow-Origin": "*",
        }
        return Response(data, media_type=exports.WRITERS[name].media_type, headers=headers)

    def missing(self, request: Request, _error: Exception | None) -> Response:
        """Say that there is nothing at an address."""
        lang = "en" if request.url.path.startswith("/en/") else "da"
        words = {"da": "Siden findes ikke.", "en": "There is no such page."}
        return self._page("message.html", lang, request, status=404, message=words[lang])

    def _answer(self, request: Request, lang: str, question: Question, suffix: str) -> Response:
        """Return the answer as a page, or as data. Raises UsageError for values that do not fit."""
        given = {name: value for name, value in request.query_params.items() if value.strip()}
        names = {parameter.name for parameter in question.parameters}
        values = ({"lang": lang} if "lang" in names else {}) | given
        day = today()
        found = run(self.store, question, values, day)
        if suffix:
            format = answers.format_of(f"{question.name}.{suffix}")
            data = answers.write(found, question, self.store, format, lang, values=values, today=day)
            return Response(data, media_type=answers.FORMATS[format].media_type)
        if isinstance(found, Rows):
            table = Table.of(found, question, self.store, lang)
            return self._question_page(request, lang, question, given, table=table, suffixes=SUFFIXES)
        turtle = answers.write(found, question, self.store, "", lang).decode()
        return self._question_page(request, lang, question, given, turtle=turtle, suffixes=GRAPH_SUFFIXES)

    def _question_page(
        self,
        request: Request,
        lang: str,
        question: Question,
        given: dict[str, str],
        *,
        status: int = 200,
        **values: object,
    ) -> Response:
        """Return the page of a question with its form, and its answer or a message."""
        values |= {"question": question, "given": given, "choices": self._choices(question, lang)}
        return self._page("question.html", lang, request, status=status, **values)

    def _page(
        self, template: str, lang: str, request: Request, *, status: int = 200, **values: object
    ) -> Response:
        """Return a filled template in a language."""
        other = "en" if lang == "da" else "da"
        path = request.url.path
        twin = path.replace(f"/{lang}/", f"/{other}/", 1) if path.startswith(f"/{lang}/") else f"/{other}/"
        query = f"?{request.url.query}" if request.url.query else ""
        html = self._templates.get_template(template).render(
            lang=lang, twin=twin + query, t=lambda da, en: da if lang == "da" else en, **values
        )
        return HTMLResponse(html, status_code=status)

    @cached_property
    def _templates(self) -> jinja2.Environment:
        """Return the templates; everything that comes from data is escaped."""
        return jinja2.Environment(
            loader=jinja2.PackageLoader("samspil.server"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
        )

    def _for_people(self) -> list[Question]:
        """Return the questions that people ask; those that feed the map are not among them."""
        return [question for question in self._questions.values() if "map" not in question.tags]

    def _once(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Return what was made under a name, making it the first time."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]

    def _choices(self, question: Question, lang: str) -> dict[str, list[tuple[str, str]]]:
        """Return, for each parameter that names a thing, the slugs and labels to choose from."""
        kinds = {parameter.name: f"{BASE}id/{parameter.type}/" for parameter in question.parameters}
        return {name: found for name, start in kinds.items() if (found := self._things(start, lang))}

    def _things(self, start: str, lang: str) -> list[tuple[str, str]]:
        """Return slug and label of every thing whose IRI begins in a way, by label."""
        rows = self.store.select(_THINGS % (start, lang))
        return [
            (str(getattr(t, "value", "")).removeprefix(start), str(getattr(n, "value", ""))) for t, n in rows
        ]


def _number(term: Term | None) -> int:
    """Return the number that a count is."""
    return int(getattr(term, "value", 0))
