"""Every error that a user of Samspil can cause or meet, with its words in Danish and English.

An error says what is wrong, where, and what to do about it. The command turns it into one message and
the exit code of its branch; nobody sees a traceback for a mistake of their own.

    SamspilError
    ├── UsageError                    exit code 2: the command or the call was wrong
    │   ├── UnknownName
    │   ├── UnknownFormat
    │   ├── NotAnIdentifier
    │   ├── ParameterError
    │   ├── QuerySyntaxError
    │   ├── NotExpressible
    │   ├── PortTaken
    │   └── UnwritableOutput
    ├── InputError                    exit code 3: a file or a text cannot be used
    │   ├── UnreadableInput
    │   ├── EncodingError
    │   ├── ByteOrderMark
    │   ├── LineEndings
    │   ├── TurtleSyntaxError
    │   ├── DoctypeRefused
    │   ├── BadFileName
    │   ├── UnusedFile
    │   ├── ReservedGraph
    │   ├── DuplicateGraph
    │   ├── DuplicateIdentifier
    │   ├── BlankNode
    │   ├── NotCanonical
    │   ├── PeriodError
    │   ├── UnknownTerm
    │   └── NothingToValidate
    └── RemoteError                   exit code 4: another machine failed, or the time ran out
        └── TimedOut

This module imports nothing of ours.
"""

# A name says what is wrong (UnknownTerm); that it is an error, the branch says.
# ruff: noqa: N818

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import ClassVar

__all__ = [
    "BadFileName",
    "BlankNode",
    "ByteOrderMark",
    "DoctypeRefused",
    "DuplicateGraph",
    "DuplicateIdentifier",
    "EncodingError",
    "InputError",
    "LineEndings",
    "NotAnIdentifier",
    "NotCanonical",
    "NotExpressible",
    "NothingToValidate",
    "ParameterError",
    "PeriodError",
    "PortTaken",
    "QuerySyntaxError",
    "RemoteError",
    "ReservedGraph",
    "SamspilError",
    "TimedOut",
    "TurtleSyntaxError",
    "UnknownFormat",
    "UnknownName",
    "UnknownTerm",
    "UnreadableInput",
    "UnusedFile",
    "UnwritableOutput",
    "UsageError",
]

# Kind of a name, as the code says it, to what each language calls it.
KINDS: dict[str, dict[str, str]] = {
    "actor": {"da": "aktør", "en": "actor"},
    "class": {"da": "klasse", "en": "class"},
    "column": {"da": "kolonne", "en": "column"},
    "cooperation": {"da": "samarbejde", "en": "cooperation"},
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


def _pointed(excerpt: str, column: int) -> str:
    """Return the offending line, indented, with a caret under its column (1 is the first)."""
    shown = excerpt.replace("\t", " ")
    return f"  {shown}\n  {' ' * (column - 1)}^"


# --- UsageError -----------------------------------------------------------------------------------


class UsageError(SamspilError):
    """The command or the call was wrong: an unknown name, a wrong parameter, a query that does not parse."""

    exit_code: ClassVar[int] = 2


@dataclass(eq=False)
class UnknownName(UsageError):
    """Nothing of that kind has that name."""

    kind: str
    name: str
    suggestions: Sequence[str] = ()
    messages: ClassVar[dict[str, str]] = {
        "da": "Ukendt {kind}: »{name}«.{suggestions}",
        "en": "Unknown {kind}: “{name}”.{suggestions}",
    }

    def _words(self, lang: str) -> dict[str, str]:
        kind = KINDS.get(self.kind, {}).get(lang, self.kind)
        return super()._words(lang) | {"kind": kind}


@dataclass(eq=False)
class UnknownFormat(UsageError):
    """No reader or writer has that name or that file suffix; `suggestions` are those there are."""

    name: str
    suggestions: Sequence[str] = ()
    messages: ClassVar[dict[str, str]] = {
        "da": "Ukendt format: »{name}«.{suggestions}",
        "en": "Unknown format: “{name}”.{suggestions}",
    }


@dataclass(eq=False)
class NotAnIdentifier(UsageError):
    """A text cannot be read as, or made into, one of our IRIs."""

    text: str
    messages: ClassVar[dict[str, str]] = {
        "da": "»{text}« kan ikke være et navn her. Brug små bogstaver a-z, tal og bindestreg.",
        "en": "“{text}” cannot be a name here. Use the letters a-z, digits and hyphens.",
    }


@dataclass(eq=False)
class ParameterError(UsageError):
    """A question was given a value that it cannot use."""

    question: str
    parameter: str
    value: str
    expected: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{question}: parameteren »{parameter}« kan ikke være »{value}«. Angiv {expected}.",
        "en": "{question}: the parameter “{parameter}” cannot be “{value}”. Give {expected}.",
    }


@dataclass(eq=False)
class QuerySyntaxError(UsageError):
    """A query does not parse; `source` is its file or name, `excerpt` the offending line."""

    source: str
    line: int
    column: int
    excerpt: str
    detail: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{source}:{line}:{column}: forespørgslen kan ikke læses: {detail}\n{pointed}\nRet linjen.",
        "en": "{source}:{line}:{column}: the query cannot be read: {detail}\n{pointed}\nCorrect the line.",
    }

    def _words(self, lang: str) -> dict[str, str]:
        return super()._words(lang) | {"pointed": _pointed(self.excerpt, self.column)}


@dataclass(eq=False)
class NotExpressible(UsageError):
    """A format has no way to write a term; `term` is the term as N-Triples."""

    format: str
    term: str
    messages: ClassVar[dict[str, str]] = {
        "da": "Formatet {format} kan ikke udtrykke {term}. Vælg et andet format, fx turtle eller nq.",
        "en": "The format {format} cannot express {term}. Choose another format, for example turtle or nq.",
    }


@dataclass(eq=False)
class PortTaken(UsageError):
    """The server cannot listen on a port, because another program does or because it may not."""

    port: int
    messages: ClassVar[dict[str, str]] = {
        "da": "Port {port} er optaget eller ikke tilladt. Vælg en anden med --port; 0 finder en ledig.",
        "en": "Port {port} is taken or not allowed. Choose another with --port; 0 finds a free one.",
    }


@dataclass(eq=False)
class UnwritableOutput(UsageError):
    """A file cannot be written where the user wants it; what was there before is untouched."""

    path: Path | str
    reason: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{path} kan ikke skrives: {reason}. Vælg et andet sted, eller ret adgangen.",
        "en": "{path} cannot be written: {reason}. Choose another place, or correct the access.",
    }


# --- InputError -----------------------------------------------------------------------------------


class InputError(SamspilError):
    """A file or a text cannot be read, or must not be read as it is."""

    exit_code: ClassVar[int] = 3


@dataclass(eq=False)
class UnreadableInput(InputError):
    """A file or folder is missing, is the other of the two, or access to it is denied."""

    path: Path | str
    reason: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{path} kan ikke læses: {reason}. Kontrollér stien.",
        "en": "{path} cannot be read: {reason}. Check the path.",
    }


@dataclass(eq=False)
class EncodingError(InputError):
    """A file is not UTF-8; `byte_offset` counts from 0, `line` from 1."""

    path: Path | str
    line: int
    byte_offset: int
    messages: ClassVar[dict[str, str]] = {
        "da": "{place}: filen er ikke UTF-8 (byte {byte_offset}). Gem den igen som UTF-8.",
        "en": "{place}: the file is not UTF-8 (byte {byte_offset}). Save it again as UTF-8.",
    }


@dataclass(eq=False)
class ByteOrderMark(InputError):
    """A file begins with a byte order mark, which Windows editors add unasked."""

    path: Path | str
    messages: ClassVar[dict[str, str]] = {
        "da": "{path}: filen begynder med et usynligt mærke (BOM). Gem den igen som UTF-8 uden BOM.",
        "en": "{path}: the file begins with a byte order mark. Save it again as UTF-8 without BOM.",
    }


@dataclass(eq=False)
class LineEndings(InputError):
    """A line of a file ends in CR or CRLF; files of the register end their lines with LF alone."""

    path: Path | str
    line: int
    messages: ClassVar[dict[str, str]] = {
        "da": "{place}: linjen slutter ikke med LF alene. Gem filen igen med linjeskift »LF« (Unix).",
        "en": "{place}: the line does not end in LF alone. Save the file again with “LF” (Unix) line ends.",
    }


@dataclass(eq=False)
class TurtleSyntaxError(InputError):
    """A Turtle file, or one of another RDF format, does not parse; `detail` is the parser's own words."""

    path: Path | str
    line: int
    column: int
    excerpt: str
    detail: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{place}:{column}: kan ikke læses: {detail}\n{pointed}\nRet linjen eller den før.",
        "en": "{place}:{column}: cannot be read: {detail}\n{pointed}\nCorrect this line or the one before.",
    }

    def _words(self, lang: str) -> dict[str, str]:
        return super()._words(lang) | {"pointed": _pointed(self.excerpt, self.column)}


@dataclass(eq=False)
class DoctypeRefused(InputError):
    """An RDF/XML file declares a document type, through which a few bytes can grow to gigabytes."""

    path: Path | str
    line: int
    messages: ClassVar[dict[str, str]] = {
        "da": "{place}: RDF/XML med DOCTYPE læses ikke. Fjern den, eller gem filen som Turtle.",
        "en": "{place}: RDF/XML with a DOCTYPE is not read. Remove it, or save the file as Turtle.",
    }


@dataclass(eq=False)
class BadFileName(InputError):
    """The stem of a file names its graph, and this one cannot; `suggestion` is a name that can."""

    path: Path | str
    suggestion: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{path}: filnavnet kan ikke navngive en graf. Kald filen {suggestion}.",
        "en": "{path}: the name of the file cannot name a graph. Call the file {suggestion}.",
    }


@dataclass(eq=False)
class UnusedFile(InputError):
    """A file lies where sources are read from and would be passed over without a word."""

    path: Path | str
    messages: ClassVar[dict[str, str]] = {
        "da": "{path}: filen bliver ikke læst. Kilder er .ttl-filer direkte i data-mappen. "
        "Omdan filen til Turtle, eller flyt den.",
        "en": "{path}: the file is not read. Sources are .ttl files directly in the data folder. "
        "Convert the file to Turtle, or move it.",
    }


@dataclass(eq=False)
class ReservedGraph(InputError):
    """A source would be read into a graph that the build itself makes."""

    path: Path | str
    graph: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{path}: grafen {graph} dannes af programmet. Giv filen et andet navn.",
        "en": "{path}: the graph {graph} is made by the program. Give the file another name.",
    }


@dataclass(eq=False)
class DuplicateGraph(InputError):
    """Two files would be read into the same graph."""

    graph: str
    first: Path | str
    second: Path | str
    messages: ClassVar[dict[str, str]] = {
        "da": "{first} og {second} hører begge til grafen {graph}. Giv den ene fil et andet navn.",
        "en": "{first} and {second} both belong to the graph {graph}. Give one file another name.",
    }


@dataclass(eq=False)
class DuplicateIdentifier(InputError):
    """Two things bear the same identifier (a CVR number, an authority code) of the same scheme."""

    scheme: str
    notation: str
    first: str
    first_path: Path | str
    second: str
    second_path: Path | str
    messages: ClassVar[dict[str, str]] = {
        "da": "{notation} ({scheme}) står på to ting: {first} i {first_path}, {second} i {second_path}. "
        "Ret nummeret på den ene, eller brug samme IRI, hvis det er den samme.",
        "en": "{notation} ({scheme}) is on two things: {first} in {first_path}, {second} in {second_path}. "
        "Correct the number of one, or use one IRI if they are the same.",
    }


@dataclass(eq=False)
class BlankNode(InputError):
    """A thing without a name: nothing in the register may be anonymous, or a diff is no longer a fact."""

    path: Path | str
    line: int | None = None
    messages: ClassVar[dict[str, str]] = {
        "da": "{place}: en blank node ([] eller _:). Giv tingen en IRI.",
        "en": "{place}: a blank node ([] or _:). Give the thing an IRI.",
    }


@dataclass(eq=False)
class NotCanonical(InputError):
    """A Turtle file is not in the one form that `samspil format` writes."""

    path: Path | str
    messages: ClassVar[dict[str, str]] = {
        "da": "{path} står ikke på standardform. Kør »samspil format {path}«.",
        "en": "{path} is not in canonical form. Run “samspil format {path}”.",
    }


@dataclass(eq=False)
class PeriodError(InputError):
    """A date or period is impossible, or of a form that is not supported; `where` is a file or an IRI."""

    text: str
    reason: str
    where: str | None = None
    messages: ClassVar[dict[str, str]] = {
        "da": "{prefix}»{text}« er ikke en dato eller periode her: {reason}. "
        "Skriv fx 2024, 2024-11, 2021-23 (efterår), 2018/.. eller [2024-12,2025-01].",
        "en": "{prefix}“{text}” is not a date or period here: {reason}. "
        "Write for example 2024, 2024-11, 2021-23 (autumn), 2018/.. or [2024-12,2025-01].",
    }

    def _words(self, lang: str) -> dict[str, str]:
        return super()._words(lang) | {"prefix": f"{self.where}: " if self.where else ""}


@dataclass(eq=False)
class UnknownTerm(InputError):
    """A source uses a term of our namespace that the ontology does not define."""

    term: str
    path: Path | str
    line: int | None = None
    suggestions: Sequence[str] = ()
    messages: ClassVar[dict[str, str]] = {
        "da": "{place}: {term} findes ikke i ontologien.{suggestions} Ret termen.",
        "en": "{place}: the ontology does not define {term}.{suggestions} Correct the term.",
    }


@dataclass(eq=False)
class NothingToValidate(InputError):
    """There is no data, or no shape applies to it: an empty report would look like a clean one."""

    where: Path | str
    messages: ClassVar[dict[str, str]] = {
        "da": "{where}: der er intet at kontrollere. Kontrollér, at mappen indeholder data og former.",
        "en": "{where}: there is nothing to validate. Check that the folder holds data and shapes.",
    }


# --- RemoteError ----------------------------------------------------------------------------------


class RemoteError(SamspilError):
    """Another machine failed, or the time ran out."""

    exit_code: ClassVar[int] = 4


@dataclass(eq=False)
class TimedOut(RemoteError):
    """An answer did not come within the time that was set aside for it."""

    where: str
    seconds: float
    messages: ClassVar[dict[str, str]] = {
        "da": "{where} svarede ikke inden for {seconds} sekunder. Prøv igen, eller sæt mere tid af.",
        "en": "{where} did not answer within {seconds} seconds. Try again, or allow more time.",
    }
