"""A query cannot be read, may not be asked, or has an answer that is no map: exit code 2; each points at its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from samspil.errors.root import pointed
from samspil.errors.usage import UsageError

__all__ = ["NoSuchTerm", "NotAMap", "QuerySyntaxError", "ServiceRefused"]

# What to do about a SERVICE that is refused: with an address written out, and without.
_ALLOWED: Final = {
    "da": "Tilføj --allow-service {address}, hvis du stoler på den.",
    "en": "Add --allow-service {address}, if you trust it.",
}
_WRITTEN_OUT: Final = {
    "da": "Skriv adressen helt ud, SERVICE <https://…>, og tilføj --allow-service med den.",
    "en": "Write the address out, SERVICE <https://…>, and add --allow-service with it.",
}

# What is wrong with a column of an answer that is to be drawn as a map.
_UNDRAWN: Final = {
    "da": {
        "missing": "Kolonnen ?{column} mangler. Et kort kræver en SELECT med ?source og ?target.",
        "unbound": "Række {row}: ?{column} er tom. Hver forbindelse kræver to ender.",
        "weight": "Række {row}: ?{column} er »{value}«. En vægt er et tal over nul.",
        "time": "Række {row}: ?{column} er »{value}«. En tid er en dato, et år eller en EDTF-periode (2021/2024).",
    },
    "en": {
        "missing": "The column ?{column} is missing. A map takes a SELECT with ?source and ?target.",
        "unbound": "Row {row}: ?{column} is empty. Every relation takes two ends.",
        "weight": "Row {row}: ?{column} is “{value}”. A weight is a number above zero.",
        "time": "Row {row}: ?{column} is “{value}”. A time is a date, a year or an EDTF period (2021/2024).",
    },
}

# Characters of a line that are shown with an error in it.
_WIDEST: Final = 96


@dataclass(eq=False)
class QuerySyntaxError(UsageError):
    """A query does not parse; `source` is its file or name, `excerpt` the offending line.

    `told` has the detail in each language; without it the detail is put into Danish phrase by phrase.
    """

    source: str
    line: int
    column: int
    excerpt: str
    detail: str
    told: Mapping[str, str] | None = None
    messages: ClassVar[dict[str, str]] = {
        "da": "{source}:{line}:{column}: forespørgslen kan ikke læses: {detail}\n{pointed}\nRet linjen.",
        "en": "{source}:{line}:{column}: the query cannot be read: {detail}\n{pointed}\nCorrect the line.",
    }

    def _words(self, lang: str) -> dict[str, str]:
        words = super()._words(lang) | {"pointed": pointed(*_window(self.excerpt, self.column))}
        return words | ({"detail": self.told[lang]} if self.told else {})


@dataclass(eq=False)
class NoSuchTerm(QuerySyntaxError):
    """A query names a term of our model, or a concept, that the register does not have; `term` is as it stands."""

    term: str = ""
    suggestions: Sequence[str] = ()
    messages: ClassVar[dict[str, str]] = {
        "da": "{source}:{line}:{column}: {term} findes ikke i registeret, så mønsteret kan ikke passe på noget."
        "\n{pointed}\nRet termen.{suggestions}",
        "en": "{source}:{line}:{column}: the register does not have {term}, so the pattern can match nothing."
        "\n{pointed}\nCorrect the term.{suggestions}",
    }


@dataclass(eq=False)
class ServiceRefused(QuerySyntaxError):
    """A query would ask another machine that the user has not named; `address` is empty where none is written out."""

    address: str = ""
    messages: ClassVar[dict[str, str]] = {
        "da": "{source}:{line}:{column}: SERVICE går til en anden maskine, og den er ikke nævnt.\n{pointed}\n{advice}",
        "en": "{source}:{line}:{column}: SERVICE asks another machine, and that one is not named.\n{pointed}\n{advice}",
    }

    def _words(self, lang: str) -> dict[str, str]:
        words = super()._words(lang)
        advice = _ALLOWED if self.address else _WRITTEN_OUT
        return words | {"advice": advice["da" if lang == "da" else "en"].format(address=self.address)}


@dataclass(eq=False)
class NotAMap(UsageError):
    """An answer cannot be drawn as a map: a column or a cell of it, by row from 1, is not what a map takes.

    `problem` is missing, unbound, weight or time.
    """

    column: str
    problem: str = "missing"
    row: int = 0
    value: str = ""
    messages: ClassVar[dict[str, str]] = {
        "da": "Svaret kan ikke tegnes som et kort. {told}",
        "en": "The answer cannot be drawn as a map. {told}",
    }

    def _words(self, lang: str) -> dict[str, str]:
        words = super()._words(lang)
        return words | {"told": _UNDRAWN["da" if lang == "da" else "en"][self.problem].format_map(words)}


def _window(line: str, column: int) -> tuple[str, int]:
    """Return the part of a line around a column that fits a terminal, and the column in it.

    What cannot be seen, such as a hard space, becomes a dot, so that the caret stands under what it means.
    """
    shown = "".join(sign if sign.isprintable() or sign == "\t" else "·" for sign in line)
    first = max(0, column - 1 - _WIDEST // 2) if len(shown) > _WIDEST else 0
    before, after = "…" * bool(first), "…" * (len(shown) > first + _WIDEST)
    return f"{before}{shown[first : first + _WIDEST]}{after}", column - first + len(before)
