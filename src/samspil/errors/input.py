"""A file or a text cannot be used: exit code 3."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from samspil.errors.root import SamspilError, pointed

__all__ = [
    "BadFileName",
    "BlankNode",
    "ByteOrderMark",
    "DoctypeRefused",
    "DuplicateGraph",
    "DuplicateIdentifier",
    "EncodingError",
    "InputError",
    "InvalidShape",
    "InvalidStory",
    "LineEndings",
    "NoBuiltStore",
    "NotCanonical",
    "NothingToValidate",
    "PeriodError",
    "ReservedGraph",
    "TurtleSyntaxError",
    "UnknownTerm",
    "UnreadableInput",
    "UnusedFile",
]


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
        return super()._words(lang) | {"pointed": pointed(self.excerpt, self.column)}


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
class InvalidShape(InputError):
    """A shape cannot be used; `shape` is its IRI, or a word for all of them when the fault is not in one."""

    shape: str
    detail: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{shape}: formen kan ikke bruges: {detail}. Ret formen.",
        "en": "{shape}: the shape cannot be used: {detail}. Correct the shape.",
    }


@dataclass(eq=False)
class InvalidStory(InputError):
    """A story of the map cannot be told; `step` counts from 1, and 0 is the story itself.

    `danish` is the reason in Danish, where REASONS does not have it.
    """

    path: Path | str
    step: int
    reason: str
    danish: str = ""
    line: int | None = None
    messages: ClassVar[dict[str, str]] = {
        "da": "{place}{at}: {reason} Ret fortællingen.",
        "en": "{place}{at}: {reason} Correct the story.",
    }

    def _words(self, lang: str) -> dict[str, str]:
        words = super()._words(lang)
        reason = self.danish if lang == "da" and self.danish else words["reason"]
        at = {"da": f", trin {self.step}", "en": f", step {self.step}"}[lang] if self.step else ""
        return words | {"at": at, "reason": reason if reason[-1:] in {".", "?"} else f"{reason}."}


@dataclass(eq=False)
class NothingToValidate(InputError):
    """There is no data, or no shape applies to it: an empty report would look like a clean one."""

    where: Path | str
    messages: ClassVar[dict[str, str]] = {
        "da": "{where}: der er intet at kontrollere. Kontrollér, at mappen indeholder data og former.",
        "en": "{where}: there is nothing to validate. Check that the folder holds data and shapes.",
    }


@dataclass(eq=False)
class NoBuiltStore(InputError):
    """A folder does not hold a store that this Samspil can open."""

    path: Path
    reason: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{path} er ikke et lager, der kan åbnes: {reason}. Byg det med »samspil build --store {path}«.",
        "en": "{path} is not a store that can be opened: {reason}. Build it with “samspil build --store {path}”.",
    }
