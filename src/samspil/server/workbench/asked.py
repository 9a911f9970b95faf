"""What a reader asks on the page: a query of their own, or a question of the library with values for its parameters.

/da/query?query=SELECT…                        a query, answered at once
/da/query?question=agreements/in-force&on=…    a question; its values are bound into the text on the server, where terms
                                               are made of them, and `run` answers it at once
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from samspil.errors import QuerySyntaxError, UnknownName, UsageError
from samspil.parameters import nearest
from samspil.queries import Parameter, Question, bind, body
from samspil.server.site import Site
from samspil.settings import today

__all__ = ["Asked", "read_asked"]

# What the page opens with: short, and its answer is a table, a chart and a network.
FIRST: Final = """\
# {about}
PREFIX sam: <https://w3id.org/samspil/model/>
PREFIX org: <http://www.w3.org/ns/org#>

SELECT ?source ?target (COUNT(DISTINCT ?cooperation) AS ?{number}) WHERE {{
  VALUES ?source {{ <https://w3id.org/samspil/id/actor/norddjurs-kommune> }}
  ?one a sam:Participation ; org:member ?source ; org:organization ?cooperation .
  ?other a sam:Participation ; org:member ?target ; org:organization ?cooperation .
  FILTER (?target != ?source)
}} GROUP BY ?source ?target ORDER BY DESC(?{number})
"""
_ABOUT: Final = {
    "da": "Hvem Norddjurs Kommune arbejder mest sammen med",
    "en": "Whom Norddjurs works with the most",
}
_NUMBER: Final = {"da": "samarbejder", "en": "cooperations"}
# What of an address is not a value of a question.
_OURS: Final = ("question", "query", "run")


@dataclass(frozen=True)
class Asked:
    """The text of the editor; the question that it is, with what it was given; whether an answer is wanted now.

    `complaint` is what was wrong with the question or its values, `missing` whether there is no such question.
    """

    text: str
    question: Question | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    now: bool = False
    complaint: str = ""
    missing: bool = False

    def parameters(self) -> tuple[Parameter, ...]:
        """Return the parameters that a reader fills in: the language is that of the page."""
        every = self.question.parameters if self.question else ()
        return tuple(parameter for parameter in every if parameter.type != "language")


def read_asked(site: Site, values: Mapping[str, str], lang: str) -> Asked:
    """Return what the values of an address ask."""
    name = values.get("question", "")
    if text := values.get("query", "").strip():
        return Asked(text.replace("\r\n", "\n"), now=True)
    if not name:
        return Asked(FIRST.format(about=_ABOUT[lang], number=_NUMBER[lang]))
    if name not in site.questions:
        error = UnknownName("question", name, nearest(name, site.questions))
        return Asked("", complaint=error.message(lang), missing=True)
    given = {key: value.strip() for key, value in values.items() if key not in _OURS and value.strip()}
    return _question(site.questions[name], given, lang, "run" in values)


def _question(question: Question, given: Mapping[str, str], lang: str, now: bool) -> Asked:
    """Return a question with its values bound into its text."""
    languages = {one.name: lang for one in question.parameters if one.type == "language"}
    try:
        text = body(bind(question, {**languages, **given}, today()))
    except QuerySyntaxError:
        raise
    except UsageError as error:
        return Asked(body(question.text), question, given, complaint=error.message(lang))
    return Asked(text, question, given, now)
