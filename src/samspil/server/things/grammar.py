"""The few rules of grammar that a sentence about a thing needs: articles, pronouns, and words in a row. Pure text."""

from collections.abc import Sequence
from typing import Final

__all__ = ["article", "listed", "pronoun"]

# What Danish nouns of the neuter end in, as a compound has the gender of its last part (the ontology's labels).
_NEUTER: Final = (
    "universitet",
    "partnerskab",
    "samarbejde",
    "selskab",
    "råd",
    "organ",
    "udvalg",
    "ejerskab",
    "formål",
    "grundlag",
    "område",
    "sted",
    "interval",
    "dokument",
    "navn",
    "begreb",
    "notat",
)
_AS_CONSONANT: Final = ("uni", "eu", "one")  # an initial vowel that is spoken as a consonant


def article(noun: str, lang: str) -> str:
    """Return a noun with its indefinite article: en kommune, et formelt partnerskab; an agreement, a university."""
    if lang == "da":
        return f"{'et' if _is_neuter(noun) else 'en'} {noun}"
    vowel = noun[:1].lower() in "aeiou" and not noun.lower().startswith(_AS_CONSONANT)
    return f"{'an' if vowel else 'a'} {noun}"


def pronoun(noun: str, lang: str) -> str:
    """Return the pronoun that stands for a noun at the beginning of a sentence."""
    return "It" if lang == "en" else "Det" if _is_neuter(noun) else "Den"


def listed(words: Sequence[str], lang: str) -> str:
    """Return words in a row: one, one and two, one, two and three."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {'og' if lang == 'da' else 'and'} {words[-1]}"


def _is_neuter(noun: str) -> bool:
    """Tell whether a Danish noun is of the neuter."""
    return noun.lower().endswith(_NEUTER)
