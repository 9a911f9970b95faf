"""A question as a form: a field for each parameter, with what stands in it, and what a reader wrote as values.

A field shows what is asked: the default too, so that nothing is asked unseen. Emptied, it asks for everything where a
thing is meant, else for the default. Things are shown and understood by their names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from samspil.errors import ParameterError, UsageError
from samspil.parameters import THINGS, Parameter, text_of
from samspil.queries import Question
from samspil.server.catalogues import translations
from samspil.server.library.choices import choices, label, slug
from samspil.server.site import Site

__all__ = ["Field", "Form", "read_form"]

# Type of a parameter to the type of its field in HTML; the browser's own number field lets nothing else through.
_INPUTS: Final = {"date": "date", "integer": "number"}

# Type of a parameter to what may be written there, where its label does not say it.
_HINTS: Final = {
    "duration": "A number of months, or P1Y6M, P2W, P30D.",
    "string": "Empty is everything.",
    "thing": "Empty is everything.",
}

# Type of a parameter to what is wrong with a value.
_WRONG: Final = {
    "date": "“%(value)s” is not a day. Choose one, or write it as 2024-02-19.",
    "duration": "“%(value)s” is not a length of time. Write a number of months, or P1Y6M, P2W, P30D.",
    "integer": "“%(value)s” is not a whole number.",
    "thing": "The register does not know “%(value)s”.",
}
_LONGEST_SHOWN: Final = 80


@dataclass(frozen=True)
class Field:
    """A field: its name, its label, what stands in it, what it is to HTML, what can be chosen, and a hint.

    `wrong` says what is wrong with what stands in it, and `nearest` are slugs and names that may have been meant.
    """

    name: str
    words: str
    value: str
    input: str
    hint: str
    options: Sequence[tuple[str, str]] = ()
    wrong: str = ""
    nearest: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class Form:
    """What a reader asks of a question: values for it, those that differ from what is asked anyway, and the day."""

    question: Question
    lang: str
    day: date
    values: Mapping[str, str]

    @property
    def chosen(self) -> dict[str, str]:
        """Return the values that an address must state: those that are not what stands there without them."""
        return {
            parameter.name: self.values[parameter.name]
            for parameter in self.question.parameters
            if parameter.name in self.values and not self._stands(parameter)
        }

    @property
    def asked(self) -> dict[str, str]:
        """Return the values that the question is asked with; its language is that of the page."""
        own = any(parameter.name == "lang" for parameter in self.question.parameters)
        return self.chosen | ({"lang": self.lang} if own else {})

    @property
    def follows_today(self) -> bool:
        """Tell whether the answer is of the day on which it is asked for."""
        return any(
            parameter.default == "today" and parameter.name not in self.chosen
            for parameter in self.question.parameters
        )

    def fields(self, site: Site, error: UsageError | None = None) -> list[Field]:
        """Return the fields, with what is wrong said at its field."""
        shown = [parameter for parameter in self.question.parameters if parameter.name != "lang"]
        return [self._field(site, parameter, error) for parameter in shown]

    def _stands(self, parameter: Parameter) -> bool:
        """Tell whether a value is what stands for a parameter without it: its default, or the day of today."""
        text = text_of(parameter, self.values)
        today = parameter.default == "today" and text == self.day.isoformat()
        return today or text == text_of(parameter, {})

    def _field(self, site: Site, parameter: Parameter, error: UsageError | None) -> Field:
        """Return the field of a parameter."""
        is_thing, text = parameter.type in THINGS, text_of(parameter, self.values)
        value = self.day.isoformat() if text == "today" and parameter.type == "date" else text
        found = error if isinstance(error, ParameterError) and error.parameter == parameter.name else None
        return Field(
            parameter.name,
            parameter.summary[self.lang],
            label(site, parameter.type, value, self.lang) if is_thing else value,
            "text" if found else _INPUTS.get(parameter.type, "text"),
            self._hint(parameter),
            choices(site, parameter.type, self.lang) if is_thing else (),
            self._wrong(parameter, value) if found else "",
            self._nearest(site, parameter, found) if found and is_thing else (),
        )

    def _hint(self, parameter: Parameter) -> str:
        """Return what may be written in a field, where its label does not say it."""
        kind = "thing" if parameter.type in THINGS and parameter.default else parameter.type
        text = _HINTS.get(kind, "")
        return translations(self.lang).gettext(text) if text else ""

    def _wrong(self, parameter: Parameter, value: str) -> str:
        """Return what is wrong with a value."""
        kind = "thing" if parameter.type in THINGS else parameter.type
        shown = value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}…"
        return translations(self.lang).gettext(_WRONG[kind]) % {"value": shown}

    def _nearest(self, site: Site, parameter: Parameter, error: ParameterError) -> list[tuple[str, str]]:
        """Return slug and name of the things that may have been meant."""
        names = ((one, label(site, parameter.type, one, self.lang)) for one in error.expected.split(" / "))
        return [(slug, name) for slug, name in names if name != slug]


def read_form(site: Site, question: Question, fields: Mapping[str, str], lang: str, day: date) -> Form:
    """Return what the fields of an address ask of a question; a name of a thing is read as its slug."""
    kinds = {parameter.name: parameter.type for parameter in question.parameters}
    values = {
        name: slug(site, kinds[name], text) if kinds.get(name) in THINGS and text.strip() else text
        for name, text in fields.items()
    }
    return Form(question, lang, day, values)
