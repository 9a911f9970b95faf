"""The questions that a graph knows, in the words of one language, for whoever sits in a session and looks for one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from samspil.graph.showing import as_html, as_text, wrapped
from samspil.parameters import Parameter
from samspil.queries import Question
from samspil.wording import Table

__all__ = ["Description", "Listing"]

# Language to the headings over the questions, over the parameters of one, and over its columns.
_HEADINGS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "da": (
        ("Spørgsmål", "Hvad det svarer på"),
        ("Parameter", "Type", "Ellers", "Betydning"),
        ("Kolonne", "Betydning"),
    ),
    "en": (
        ("Question", "What it answers"),
        ("Parameter", "Type", "Otherwise", "Meaning"),
        ("Column", "Meaning"),
    ),
}


@dataclass(frozen=True, repr=False)
class Description:
    """What a question answers, what may be given to it, and what the columns of its answer mean.

    `sparql` is the text of the question, as a start for one of your own.

    >>> question = graph.question("agreements/in-force")
    >>> question.summary
    'Aftaler i kraft på en dag'
    >>> list(question.parameters)
    ['on', 'actor', 'lang']
    >>> question.columns["latestEnd"]
    'seneste slut'
    """

    name: str
    summary: str
    description: str
    parameters: Mapping[str, Parameter]
    columns: Mapping[str, str]
    sparql: str
    lang: str

    @classmethod
    def of(cls, question: Question, lang: str) -> "Description":
        """Return the description of a question in a language."""
        return cls(
            name=question.name,
            summary=question.summary[lang],
            description=" ".join(question.description[lang].split()),
            parameters={parameter.name: parameter for parameter in question.parameters},
            columns={name: words[lang] for name, words in question.columns.items()},
            sparql=question.text,
            lang=lang,
        )

    def __repr__(self) -> str:
        """Return everything but the SPARQL, as a page of text."""
        _, parameters, columns = _HEADINGS[self.lang]
        given = tuple(
            (p.name, p.type, p.default or "", p.summary[self.lang]) for p in self.parameters.values()
        )
        parts = [
            f"{self.name}\n{self.summary}",
            wrapped(self.description),
            as_text(Table(parameters, given), self.lang) if given else "",
            as_text(Table(columns, tuple(self.columns.items())), self.lang),
        ]
        return "\n\n".join(filter(None, parts))


class Listing(tuple[Description, ...]):
    """Some questions, shown as a table of their names and what they answer.

    >>> graph.questions(topic="agreements", search="kraft")
    Spørgsmål            Hvad det svarer på
    ───────────────────  ─────────────────────────
    agreements/in-force  Aftaler i kraft på en dag
    """

    lang: str

    def __new__(cls, questions: Iterable[Description], lang: str) -> "Listing":
        """Make it of questions, and the language of its headings."""
        made = super().__new__(cls, questions)
        made.lang = lang
        return made

    def __reduce__(self) -> tuple[type["Listing"], tuple[tuple[Description, ...], str]]:
        """Return how to make it again, for copy and pickle."""
        return Listing, (tuple(self), self.lang)

    def __repr__(self) -> str:
        """Return the table as text."""
        return as_text(self._table(), self.lang)

    def _repr_html_(self) -> str:
        """Return the table as HTML."""
        return as_html(self._table(), self.lang)

    def _table(self) -> Table:
        """Return a row for each question."""
        return Table(_HEADINGS[self.lang][0], tuple((one.name, one.summary) for one in self))
