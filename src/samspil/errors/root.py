"""The root of every error, and the words that errors share."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import ClassVar

__all__ = ["KINDS", "PHRASES", "REASONS", "SamspilError", "pointed"]

# Kind of a name, as the code says it, to what each language calls it.
KINDS: dict[str, dict[str, str]] = {
    "actor": {"da": "aktør", "en": "actor"},
    "class": {"da": "klasse", "en": "class"},
    "colour": {"da": "farve", "en": "colour"},
    "column": {"da": "kolonne", "en": "column"},
    "cooperation": {"da": "samarbejde", "en": "cooperation"},
    "dash": {"da": "streg", "en": "dash"},
    "format": {"da": "format", "en": "format"},
    "graph": {"da": "graf", "en": "graph"},
    "language": {"da": "sprog", "en": "language"},
    "layout": {"da": "opstilling", "en": "layout"},
    "map": {"da": "kort", "en": "map"},
    "parameter": {"da": "parameter", "en": "parameter"},
    "question": {"da": "spørgsmål", "en": "question"},
    "report": {"da": "rapport", "en": "report"},
    "rule": {"da": "regel", "en": "rule"},
    "shape": {"da": "form", "en": "shape"},
    "topic": {"da": "emne", "en": "topic"},
    "type": {"da": "type", "en": "type"},
}

# English reason, as raised, to the Danish one. A reason that is not here is shown as it was raised.
REASONS: dict[str, str] = {
    "no such file": "filen findes ikke",
    "no such folder": "mappen findes ikke",
    "it is a folder": "det er en mappe",
    "it is not a folder": "det er ikke en mappe",
    "access is denied": "der er ikke adgang",
    "it is empty": "den er tom",
    "there is no such year": "året findes ikke",
    "there is no such month": "måneden findes ikke",
    "there is no such day": "dagen findes ikke",
    "the end lies before the start": "slutningen ligger før begyndelsen",
    "it is not EDTF": "det er ikke EDTF",
    "this part of EDTF is not supported": "denne del af EDTF understøttes ikke",
    "an interval needs a date at one end": "et interval skal have en dato i mindst den ene ende",
}

# English words of a parser's detail, as raised, to the Danish ones; replaced in this order.
PHRASES: dict[str, str] = {
    "SERVICE is not allowed: a question never asks another machine": (
        "SERVICE er ikke tilladt: et spørgsmål går aldrig til en anden maskine"
    ),
    "this is an update, and a question changes nothing": "det er en opdatering, og et spørgsmål ændrer intet",
    "SELECT names a variable that nothing binds": "SELECT nævner en variabel som intet binder",
    "SELECT gives a name to a value that is in use already": "SELECT giver et navn der allerede er i brug",
    "this is not an absolute IRI": "det er ikke en hel IRI",
    "a text is not closed": "en tekst er ikke afsluttet",
    "this cannot stand here": "det kan ikke stå her",
    " is expected first in WHERE": " skal stå først i WHERE",
    " query is expected": "-forespørgsel er ventet",
    " query was expected": "-forespørgsel er ventet",
    "names are expected": "navne er ventet",
    "header: ": "hovedet: ",
    "nested more than ": "indlejret mere end ",
    " deep": " dybt",
    "The prefix ": "præfikset ",
    "the prefix ": "præfikset ",
    " has not been declared": " er ikke erklæret",
    " is not declared": " er ikke erklæret",
    "expected ": "her ventes ",
    "a variable": "en variabel",
    "an IRI": "en IRI",
    "a value": "en værdi",
    " or ": " eller ",
}


@dataclass(eq=False)
class SamspilError(Exception):
    """The root of every error of ours; never raised itself."""

    exit_code: ClassVar[int] = 3
    messages: ClassVar[dict[str, str]] = {}

    def __post_init__(self) -> None:
        """Hand the values to Exception, so that an error can be pickled between processes."""
        super().__init__(*(getattr(self, field.name) for field in fields(self)))

    def message(self, lang: str = "da") -> str:
        """Say what is wrong, where, and what to do; any language but Danish gets the English words."""
        lang = lang if lang in self.messages else "en"
        return self.messages[lang].format_map(self._words(lang))

    def __str__(self) -> str:
        """Return the English message."""
        return self.message("en")

    def _words(self, lang: str) -> dict[str, str]:
        """Return the words of one language that the template names: a text for every field."""
        words = {field.name: str(getattr(self, field.name)) for field in fields(self)}
        if lang == "da" and "reason" in words:
            words["reason"] = REASONS.get(words["reason"], words["reason"])
        if lang == "da" and "detail" in words:
            words["detail"] = _in_danish(words["detail"])
        if "suggestions" in words:
            words["suggestions"] = _suggest(getattr(self, "suggestions", ()), lang)
        if "path" in words:
            line = getattr(self, "line", None)
            words["place"] = words["path"] if line is None else f"{words['path']}:{line}"
        return words


def _suggest(names: Sequence[str], lang: str) -> str:
    """Return the sentence that offers the nearest names, or nothing when there is none."""
    if not names:
        return ""
    question, last = {"da": ("Mente du", " eller "), "en": ("Did you mean", " or ")}[lang]
    listed = last.join(filter(None, [", ".join(names[:-1]), names[-1]]))
    return f" {question} {listed}?"


def _in_danish(detail: str) -> str:
    """Return a parser's detail with the phrases that are known in Danish."""
    for english, danish in PHRASES.items():
        detail = detail.replace(english, danish)
    return detail


def pointed(excerpt: str, column: int) -> str:
    """Return the offending line, indented, with a caret under its column (1 is the first)."""
    shown = excerpt.replace("\t", " ")
    return f"  {shown}\n  {' ' * (column - 1)}^"
