"""The root of every error, and the words that errors share."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import ClassVar

__all__ = ["KINDS", "PHRASES", "REASONS", "SamspilError", "listed", "pointed"]

# Kind of a name, as the code says it, to what each language calls it.
KINDS: dict[str, dict[str, str]] = {
    "actor": {"da": "aktør", "en": "actor"},
    "community": {"da": "fællesskab", "en": "community"},
    "colour": {"da": "farve", "en": "colour"},
    "column": {"da": "kolonne", "en": "column"},
    "dash": {"da": "streg", "en": "dash"},
    "language": {"da": "sprog", "en": "language"},
    "parameter": {"da": "parameter", "en": "parameter"},
    "question": {"da": "spørgsmål", "en": "question"},
    "relation": {"da": "forbindelse", "en": "relation"},
    "setting": {"da": "indstilling", "en": "setting"},
    "shape": {"da": "form", "en": "shape"},
    "source": {"da": "kilde", "en": "source"},
    "story": {"da": "fortælling", "en": "story"},
    "theme": {"da": "tema", "en": "theme"},
    "topic": {"da": "emne", "en": "topic"},
    "type": {"da": "type", "en": "type"},
}

# English reason, as raised, to the Danish one. A reason that is not here is shown as it was raised.
REASONS: dict[str, str] = {
    "no such file": "filen findes ikke",
    "no such folder": "mappen findes ikke",
    "it is a folder": "det er en mappe",
    "it is not a folder": "det er ikke en mappe",
    "the folder is not empty": "mappen er ikke tom",
    "it is the current folder": "det er den mappe, du står i",
    "the text breaks off, or is no RDF": "teksten bryder af eller er ikke RDF",
    "it counts another number of statements itself": "den tæller selv et andet antal udsagn",
    "it was never made: run “make assets”, or install Samspil again": (
        "den er aldrig blevet lavet: kør »make assets«, eller installer Samspil igen"
    ),
    "nothing was built there": "der er ikke bygget noget",
    "its manifest cannot be read": "dets fortegnelse kan ikke læses",
    "its store is missing or damaged": "selve lageret mangler eller er beskadiget",
    "another version of Samspil built it": "en anden version af Samspil byggede det",
    "the folder holds something else": "mappen rummer noget andet",
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
    "it does not begin with http:// or https://": "den begynder ikke med http:// eller https://",
    "it is not a whole address": "det er ikke en hel adresse",
    "there is no such host": "der findes ingen maskine med det navn",
    "it is not an address of this machine": "det er ikke en af denne maskines adresser",
    "nothing listens there": "intet lytter på den adresse",
    "the line broke": "forbindelsen blev afbrudt",
    "its certificate is not trusted": "dens certifikat er ikke til at stole på",
    "it does not speak HTTPS": "den taler ikke HTTPS",
    "it cannot be unpacked": "det kan ikke pakkes ud",
    "what answers is no HTTP server": "det der svarer er ikke en HTTP-server",
    "the server failed on the way": "serveren fejlede undervejs",
    "it breaks off": "det bryder af",
    "the line closed too early": "forbindelsen lukkede for tidligt",
    "the server does not say where it ends": "serveren siger ikke hvor det slutter",
    "it is not YAML": "det er ikke YAML",
    "a list of steps is expected": "en liste af trin (steps) er ventet",
    "title and steps are expected": "title og steps er ventet",
    "title, text and view are expected": "title, text og view er ventet",
    "title is expected in da and en": "title er ventet på da og en",
    "text is expected in da and en": "text er ventet på da og en",
    "the settings of a view are expected: focus, steps, on …": (
        "en visnings indstillinger er ventet: focus, steps, on …"
    ),
}

# English words of a parser's detail, as raised, to the Danish ones; replaced in this order.
PHRASES: dict[str, str] = {
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
    question = {"da": "Mente du", "en": "Did you mean"}[lang]
    return f" {question} {listed(names, lang)}?"


def listed(names: Sequence[str], lang: str) -> str:
    """Return names as alternatives: a, b or c."""
    last = {"da": " eller ", "en": " or "}["da" if lang == "da" else "en"]
    return last.join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _in_danish(detail: str) -> str:
    """Return a parser's detail with the phrases that are known in Danish."""
    for english, danish in PHRASES.items():
        detail = detail.replace(english, danish)
    return detail


def pointed(excerpt: str, column: int) -> str:
    """Return the offending line, indented, with a caret under its column (1 is the first)."""
    shown = excerpt.replace("\t", " ")
    return f"  {shown}\n  {' ' * (column - 1)}^"
