"""The command or the call was wrong: exit code 2."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from samspil.errors.root import KINDS, SamspilError, listed

__all__ = [
    "NoFileName",
    "NoGraphStore",
    "NotATimeout",
    "NotAnEndpoint",
    "NotAnIdentifier",
    "NotExpressible",
    "NotInstalled",
    "NotTogether",
    "ParameterError",
    "ReadOnlyStore",
    "SecretInAddress",
    "TooManyRows",
    "UnclearCredentials",
    "UnfitFormat",
    "UnknownFormat",
    "UnknownName",
    "UnwritableOutput",
    "UsageError",
]
# What a format may not have room for.
_HELD: Final = {
    "da": {
        "rows": "rækker (SELECT)",
        "truth": "ja eller nej (ASK)",
        "triples": "udsagn (CONSTRUCT og DESCRIBE)",
        "graphs": "flere grafer",
    },
    "en": {
        "rows": "rows (SELECT)",
        "truth": "yes or no (ASK)",
        "triples": "statements (CONSTRUCT and DESCRIBE)",
        "graphs": "several graphs",
    },
}

# Kind of a name to where all such names are, for one that is like none of them.
_LISTS: Final = {
    "question": {
        "da": " Se dem alle: »samspil queries«, i Python graph.questions().",
        "en": " See them all: “samspil queries”, in Python graph.questions().",
    }
}


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
        words = super()._words(lang) | {"kind": KINDS.get(self.kind, {}).get(lang, self.kind)}
        listed_at = _LISTS.get(self.kind, {}).get(lang, "")
        return words | {"suggestions": words["suggestions"] or listed_at}


@dataclass(eq=False)
class UnknownFormat(UsageError):
    """No reader or writer has that name or that file suffix; `suggestions` are those there are."""

    name: str
    suggestions: Sequence[str] = ()
    messages: ClassVar[dict[str, str]] = {
        "da": "Ukendt format: »{name}«. Vælg {choices}.",
        "en": "Unknown format: “{name}”. Choose {choices}.",
    }

    def _words(self, lang: str) -> dict[str, str]:
        return super()._words(lang) | {"choices": listed(self.suggestions, lang)}


@dataclass(eq=False)
class UnfitFormat(UnknownFormat):
    """A format that is known cannot hold this: `holds` is rows, truth, triples or graphs; `suggestions` can."""

    holds: str = "rows"
    messages: ClassVar[dict[str, str]] = {
        "da": "Formatet {name} rummer ikke {held}. Vælg {choices}.",
        "en": "The format {name} does not hold {held}. Choose {choices}.",
    }

    def _words(self, lang: str) -> dict[str, str]:
        held = _HELD["da" if lang == "da" else "en"][self.holds]
        return super()._words(lang) | {"held": held}


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
class NotTogether(UsageError):
    """Two options exclude each other."""

    first: str
    second: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{first} og {second} kan ikke bruges sammen. Vælg den ene.",
        "en": "{first} and {second} cannot be used together. Choose one.",
    }


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
class TooManyRows(UsageError):
    """An answer has more rows than a format can hold; `most` is how many it can."""

    format: str
    most: int
    messages: ClassVar[dict[str, str]] = {
        "da": "Svaret har flere rækker end de {most}, formatet {format} kan rumme. Vælg csv, eller spørg om færre.",
        "en": "The answer has more rows than the {most} that the format {format} holds. Choose csv, or ask for fewer.",
    }


@dataclass(eq=False)
class NotInstalled(UsageError):
    """A call needs a library that Samspil itself does without; `library` is the name that pip knows."""

    library: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{library} er ikke installeret. Kør »pip install {library}«, og prøv igen.",
        "en": "{library} is not installed. Run “pip install {library}”, and try again.",
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


@dataclass(eq=False)
class NotAnEndpoint(UsageError):
    """An address cannot be that of a SPARQL server; `origin` is the option or variable that has it, if known."""

    address: str
    reason: str
    origin: str = ""
    messages: ClassVar[dict[str, str]] = {
        "da": "{place}»{address}« kan ikke være en SPARQL-servers adresse: {reason}. "
        "Skriv fx https://example.org/sparql.",
        "en": "{place}“{address}” cannot be the address of a SPARQL server: {reason}. "
        "Write for example https://example.org/sparql.",
    }

    def _words(self, lang: str) -> dict[str, str]:
        return super()._words(lang) | {"place": f"{self.origin}: " if self.origin else ""}


@dataclass(eq=False)
class SecretInAddress(UsageError):
    """An address holds a name or a password, which would end up in logs; `address` is without them.

    `origin` is the option or variable that has it, if known.
    """

    address: str
    origin: str = ""
    messages: ClassVar[dict[str, str]] = {
        "da": "{place}Skriv ikke navn og adgangskode i adressen. Sæt SAMSPIL_ENDPOINT_USER og "
        "SAMSPIL_ENDPOINT_PASSWORD i miljøet, og skriv {address}.",
        "en": "{place}Do not write a name and a password in the address. Set SAMSPIL_ENDPOINT_USER and "
        "SAMSPIL_ENDPOINT_PASSWORD in the environment, and write {address}.",
    }

    def _words(self, lang: str) -> dict[str, str]:
        return super()._words(lang) | {"place": f"{self.origin}: " if self.origin else ""}


@dataclass(eq=False)
class UnclearCredentials(UsageError):
    """The environment holds half of the credentials, two kinds of them, or characters that none can have."""

    messages: ClassVar[dict[str, str]] = {
        "da": "Adgangen er ikke klar. Sæt både SAMSPIL_ENDPOINT_USER (uden kolon og mellemrum) og "
        "SAMSPIL_ENDPOINT_PASSWORD, eller kun SAMSPIL_ENDPOINT_TOKEN (ASCII uden mellemrum).",
        "en": "The credentials are not clear. Set both SAMSPIL_ENDPOINT_USER (without colon and space) and "
        "SAMSPIL_ENDPOINT_PASSWORD, or SAMSPIL_ENDPOINT_TOKEN (ASCII without spaces) alone.",
    }


@dataclass(eq=False)
class NotATimeout(UsageError):
    """So many seconds cannot be waited: not a number, none, or more than `most`."""

    seconds: float
    most: int
    messages: ClassVar[dict[str, str]] = {
        "da": "Der kan ikke ventes i {seconds} sekunder. Sæt timeout til et tal over 0 og højst {most}.",
        "en": "{seconds} seconds cannot be waited. Set timeout to a number above 0 and at most {most}.",
    }


@dataclass(eq=False)
class NoGraphStore(UsageError):
    """Nothing says where the server of an endpoint takes whole graphs."""

    where: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{where}: det vides ikke, hvor serveren tager imod hele grafer. "
        "Angiv adressen med --graph-store; den står i serverens vejledning under »Graph Store«.",
        "en": "{where}: it is not known where the server takes whole graphs. "
        "Give the address with --graph-store; the server’s manual has it under “Graph Store”.",
    }


@dataclass(eq=False)
class NoFileName(UsageError):
    """A graph on a server has a name that cannot be that of a file here, or one that another graph's would hide."""

    graph: str
    messages: ClassVar[dict[str, str]] = {
        "da": "Grafen {graph} har et navn, der ikke kan blive til en fil. Hent til én fil: -o FIL.nq.",
        "en": "The graph {graph} has a name that cannot become a file. Pull into one file: -o FILE.nq.",
    }


@dataclass(eq=False)
class ReadOnlyStore(UsageError):
    """A register that was opened from a store on disk is only read: its files are the truth."""

    path: Path
    messages: ClassVar[dict[str, str]] = {
        "da": "{path} kan kun læses. Ret registerets filer, og byg igen med »samspil build --store {path}«.",
        "en": "{path} is only read. Change the files of the register, and build it again with "
        "“samspil build --store {path}”.",
    }
