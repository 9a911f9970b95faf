"""What is said beside an answer, on standard error: words in Danish and English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from samspil.answers.words import counted, grouped
from samspil.cli.prefixed import prefixed

if TYPE_CHECKING:
    from samspil.matching import Reason
    from samspil.vocabulary import AbsentTerm

__all__ = ["absence", "more", "reason", "said"]

# Name of what is said to its words; {…} stands for parts of the query, and for numbers.
_WORDS: Final[dict[str, dict[str, str]]] = {
    "da": {
        "more": "De første {count} er med; der er flere. Uden --limit kommer de alle.",
        "more than one": "Den første er med; der er flere. Uden --limit kommer de alle.",
        "changed": "Registerets filer er ændret, siden lageret blev bygget: {names}. Byg det igen.",
        "absent": "{term} findes ingen steder i registeret.",
        "alike": " Mente du {names}?",
        "or": " eller ",
        "undecided": "Hvorfor der ingen rækker er, kunne ikke afgøres på {seconds} sekunder.",
        "parameter": "Uden {text} er der {count}.",
        "pattern": "Intet i registeret passer på:\n  {text}",
        "value": "Intet passer på:\n  {text}\nAndre værdier findes, fx:\n  {others}",
        "subject": "{text} har ingen {others}",
        "together": "Dette mønster passer på noget, men ikke sammen med resten:\n  {text}",
        "blamed": "Dette mønster passer på noget:\n  {text}\nmen ikke sammen med:\n  {others}",
        "filter": "Denne betingelse lader ingen rækker tilbage:\n  {text}",
        "date": 'En dato uden anførselstegn er et regnestykke. Skriv "2024-01-31"^^xsd:date.',
        "minus": "Denne del fjerner alle rækker:\n  {text}",
        "block": "Denne del af mønsteret giver ingen rækker:\n  {text}",
        "after": "Mønsteret passer på noget; det er {text} efter det, der ingen rækker lader tilbage.",
    },
    "en": {
        "more": "The first {count} are shown; there are more. Without --limit all come.",
        "more than one": "The first is shown; there are more. Without --limit all come.",
        "changed": "Files of the register have changed since the store was built: {names}. Build it again.",
        "absent": "{term} occurs nowhere in the register.",
        "alike": " Did you mean {names}?",
        "or": " or ",
        "undecided": "Why there are no rows could not be found out in {seconds} seconds.",
        "parameter": "Without {text} there are {count}.",
        "pattern": "Nothing in the register matches:\n  {text}",
        "value": "Nothing matches:\n  {text}\nThere are other values, for example:\n  {others}",
        "subject": "{text} has no {others}",
        "together": "This pattern matches something, but not together with the rest:\n  {text}",
        "blamed": "This pattern matches something:\n  {text}\nbut not together with:\n  {others}",
        "filter": "This condition leaves no rows:\n  {text}",
        "date": 'A date without quotation marks is a subtraction. Write "2024-01-31"^^xsd:date.',
        "minus": "This part removes all rows:\n  {text}",
        "block": "This part of the pattern gives no rows:\n  {text}",
        "after": "The pattern matches something; it is {text} after it that leaves no rows.",
    },
}
_MANY: Final = 1000  # rows are counted no further
_UNQUOTED_DATE: Final = re.compile(r"(?<![\"'\d-])\d{4}-\d\d?-\d\d?(?![\"'\d])")


def said(name: str, lang: str, **about: str) -> str:
    """Return a sentence in a language."""
    return _WORDS[lang][name].format(**about)


def more(limit: int, lang: str) -> str:
    """Return that an answer was cut at a limit."""
    return said("more than one" if limit == 1 else "more", lang, count=grouped(limit, lang))


def absence(term: AbsentTerm, lang: str) -> str:
    """Return that a term occurs nowhere, and those that it is like."""
    text = said("absent", lang, term=term.written)
    *others, last = term.alike or [""]
    names = _WORDS[lang]["or"].join(filter(None, [", ".join(others), last]))
    return text + (said("alike", lang, names=names) if names else "")


def reason(why: Reason, lang: str) -> str:
    """Return why there are no rows."""
    kind = "blamed" if why.kind == "together" and why.others else why.kind
    count = "≥ " * (why.count >= _MANY) + counted(why.count, lang)
    text = said(kind, lang, text=why.text, others="\n  ".join(map(prefixed, why.others)), count=count)
    if kind == "filter" and _UNQUOTED_DATE.search(why.text):
        text += "\n" + said("date", lang)
    return text
