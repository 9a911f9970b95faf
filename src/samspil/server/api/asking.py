"""What is asked: a question with values, the language of its words, the day it is asked on, and which part of it.

Besides the parameters of a question every address knows these, where the question has none of that name:

    lang            da or en: names and headings in the answer, and the words of a problem
    limit, offset   a part of the answer: so many rows, after so many
    profile         excel-da: CSV as a Danish Excel opens it
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from samspil.parameters import check_thing, text_of
from samspil.queries import Question, bind
from samspil.server.api.paging import Part
from samspil.server.api.problems import Problem
from samspil.settings import LANGUAGES
from samspil.store import Store

__all__ = ["RESERVED", "Asked", "read_asked", "spoken_by"]

RESERVED: Final = ("lang", "limit", "offset", "profile")
_NUMBER: Final = re.compile(r"[0-9]{1,9}", re.ASCII)


@dataclass(frozen=True)
class Asked:
    """A question as it is asked. `given` is every field as it came, so that links say the same again."""

    question: Question
    values: Mapping[str, str]
    lang: str
    day: date
    part: Part | None = None
    profile: str | None = None
    given: Mapping[str, str] | None = None

    @property
    def follows_today(self) -> bool:
        """Tell whether the answer is of the day on which it is asked for."""
        parameters = self.question.parameters
        return any(one.type == "date" and text_of(one, self.values) == "today" for one in parameters)

    def query(self) -> str:
        """Return the SPARQL with the values in it. Raises what `bind` raises."""
        return bind(self.question, self.values, self.day)

    def check(self, store: Store) -> None:
        """Raise ParameterError for a thing that the register does not know."""
        for parameter in self.question.parameters:
            if parameter.name in self.values:
                check_thing(store, self.question.name, parameter, self.values[parameter.name])


def read_asked(question: Question, given: Mapping[str, str], day: date, most: int) -> Asked:
    """Return what the fields of an address ask of a question; `most` is the longest part. Raises Problem."""
    own = {parameter.name for parameter in question.parameters}
    fields = dict(given)
    reserved: dict[str, str] = {
        name: fields.pop(name) for name in RESERVED if name in fields and name not in own
    }
    lang = spoken_by(reserved.get("lang", fields.get("lang") or LANGUAGES[0]))
    part = _part(reserved, most)
    return Asked(question, fields, lang, day, part, reserved.get("profile"), dict(given))


def spoken_by(lang: str) -> str:
    """Return a language that Samspil speaks as it is. Raises Problem."""
    if lang in LANGUAGES:
        return lang
    text = "The parameter “lang” can be “da” or “en”, not “%(value)s”."
    raise Problem.of(
        "wrong-value", text, {"parameter": "lang", "value": lang, "expected": list(LANGUAGES)}, value=lang
    )


def _part(reserved: Mapping[str, str], most: int) -> Part | None:
    """Return which part of the answer is wanted, None for all of it. Raises Problem."""
    if not reserved.keys() & {"limit", "offset"}:
        return None
    limit = _number("limit", reserved["limit"], 1, most) if "limit" in reserved else None
    return Part(_number("offset", reserved.get("offset", "0"), 0, 10**9), limit)


def _number(name: str, text: str, least: int, most: int) -> int:
    """Return a whole number within bounds. Raises Problem."""
    if _NUMBER.fullmatch(text) and least <= int(text) <= most:
        return int(text)
    raise Problem.of(
        "wrong-value",
        "The parameter “%(name)s” is a whole number from %(least)s to %(most)s, not “%(value)s”.",
        {"parameter": name, "value": text, "expected": [f"{least}…{most}"]},
        name=name,
        least=least,
        most=most,
        value=text,
    )
