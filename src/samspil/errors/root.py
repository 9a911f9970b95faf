"""The root of every error, and the words that errors share."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import ClassVar

__all__ = ["EXPECTED", "KINDS", "PHRASES", "REASONS", "SamspilError", "pointed"]

# Kind of a name, as the code says it, to what each language calls it.
KINDS: dict[str, dict[str, str]] = {
    "actor": {"da": "aktør", "en": "actor"},
    "colour": {"da": "farve", "en": "colour"},
    "dash": {"da": "streg", "en": "dash"},
    "language": {"da": "sprog", "en": "language"},
    "parameter": {"da": "parameter", "en": "parameter"},
    "question": {"da": "spørgsmål", "en": "question"},
    "shape": {"da": "form", "en": "shape"},
    "topic": {"da": "emne", "en": "topic"},
}

# English reason, as raised, to the Danish one. A reason that is not here is shown as it was raised.
REASONS: dict[str, str] = {
    "no such file": "filen findes ikke",
    "no such folder": "mappen findes ikke",
    "it is a folder": "det er en mappe",
    "it is not a folder": "det er ikke en mappe",
    "access is denied": "der er ikke adgang",
    "there is a file of that name": "der ligger en fil med det navn",
    "the disk is full": "disken er fuld",
    "the name is too long": "navnet er for langt",
    "its links lead in a circle": "dens henvisninger går i ring",
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
    "a SELECT query is expected": "her ventes en SELECT-forespørgsel",
    "a CONSTRUCT query is expected": "her ventes en CONSTRUCT-forespørgsel",
    "a CONSTRUCT or DESCRIBE query is expected": "her ventes en CONSTRUCT- eller DESCRIBE-forespørgsel",
    "an ASK query is expected": "her ventes en ASK-forespørgsel",
    "names are expected": "navne er ventet",
    "a list is expected": "en liste er ventet",
    "a date parameter is expected": "en datoparameter er ventet",
    "special characters are not allowed": "tegn som ikke kan ses er ikke tilladt",
    "a text in da or en is expected": "en tekst på da eller en er ventet",
    " is missing": " mangler",
    "this is not UTF-8": "det er ikke UTF-8",
    "header: ": "hovedet: ",
    "nested more than ": "indlejret mere end ",
    " deep": " dybt",
    "The prefix ": "præfikset ",
    "the prefix ": "præfikset ",
    " has not been declared": " er ikke erklæret",
    " is not declared": " er ikke erklæret",
    "A dot is expected at the end of statements": "en oplysning slutter med punktum",
    " is not a valid subject or graph name": " kan ikke være et subjekt",
    " is not a valid subject": " kan ikke være et subjekt",
    " is not a valid predicate": " kan ikke være et prædikat",
    " is not a valid RDF object": " kan ikke være et objekt",
    "Unexpected end of file": "filen slutter for tidligt",
    "Unexpected end": "filen slutter for tidligt",
    "Invalid IRI code point": "et tegn kan ikke stå i en IRI:",
    "The PREFIX keyword should be followed by a prefix like": "efter @prefix skal stå et præfiks som",
    "A language code should always start with a letter": "en sprogkode begynder med et bogstav",
}

# English words of a list of what a parser expected to the Danish ones; nowhere else, where they mean other things.
EXPECTED: dict[str, str] = {
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
    listed = EXPECTED if detail.startswith("expected ") else {}
    for english, danish in (PHRASES | listed).items():
        detail = detail.replace(english, danish)
    return detail


def pointed(excerpt: str, column: int) -> str:
    """Return the offending line, indented, with a caret under its column (1 is the first)."""
    shown = excerpt.replace("\t", " ")
    return f"  {shown}\n  {' ' * (column - 1)}^"
