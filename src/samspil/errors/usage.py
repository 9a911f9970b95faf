"""The command or the call was wrong: exit code 2."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from samspil.errors.root import KINDS, SamspilError, pointed

__all__ = [
    "NotAnIdentifier",
    "NotExpressible",
    "ParameterError",
    "PortTaken",
    "QuerySyntaxError",
    "UnknownFormat",
    "UnknownName",
    "UnwritableOutput",
    "UsageError",
]


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
        return super()._words(lang) | {"pointed": pointed(self.excerpt, self.column)}


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
