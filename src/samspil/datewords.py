"""EDTF texts in the words that people use: "2021-23" is efteråret 2021. Pure text.

The text stays what the register holds; the words are for reading only. A text that is no period that Samspil
reads is given back as it is.
"""

import re
from typing import Final

__all__ = ["day_in_words", "period_in_words"]

# Language to the months, January first.
_MONTHS: Final[dict[str, str]] = {
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "en": "January February March April May June July August September October November December",
}

_SEASONS: Final = (
    ("foråret {}", "spring {}"),
    ("sommeren {}", "summer {}"),
    ("efteråret {}", "autumn {}"),
    ("vinteren {}", "winter {}"),
)

# Second part of a date to the words for that part of a year (EDTF, seasons and other divisions).
_PARTS: Final[dict[str, tuple[str, str]]] = {
    **{str(21 + i): words for i, words in enumerate(_SEASONS)},
    **{str(25 + i): words for i, words in enumerate(_SEASONS)},  # of the northern hemisphere
    **{str(33 + i): (f"{i + 1}. kvartal {{}}", f"quarter {i + 1} of {{}}") for i in range(4)},
    **{str(37 + i): (f"{i + 1}. tredjedel af {{}}", f"third {i + 1} of {{}}") for i in range(3)},
    **{str(40 + i): (f"{i + 1}. halvår {{}}", f"half {i + 1} of {{}}") for i in range(2)},
}

# Qualifier at the end of a date to the words around it.
_QUALIFIERS: Final[dict[str, tuple[str, str]]] = {
    "?": ("måske {}", "perhaps {}"),
    "~": ("omkring {}", "about {}"),
    "%": ("måske omkring {}", "perhaps about {}"),
}

# Which ends of an interval are known, open or unknown, to the words around what is known.
_INTERVALS: Final[dict[tuple[str, str], tuple[str, str]]] = {
    ("known", "known"): ("{0} – {1}", "{0} – {1}"),
    ("known", "open"): ("fra {0} indtil videre", "from {0} until further notice"),
    ("known", "unknown"): ("fra {0}, slut ikke oplyst", "from {0}, end not stated"),
    ("open", "known"): ("til og med {1}", "up to and including {1}"),
    ("unknown", "known"): ("til {1}, start ikke oplyst", "until {1}, start not stated"),
}


def day_in_words(text: str, lang: str) -> str:
    """Return a day in full: 31. december 2025, or 31 December 2025; another text as it is."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return text
    year, month, day = (int(part) for part in text.split("-"))
    if not 1 <= month <= 12:
        return text
    return f"{day}{'.' if lang == 'da' else ''} {_MONTHS[lang].split()[month - 1]} {year}"


def period_in_words(text: str, lang: str) -> str:
    """Return an EDTF text in words: a date, an interval, or a set of dates; another text as it is."""
    if "/" in text:
        return _interval(text, lang)
    if text[:1] in ("[", "{"):
        return _set(text, lang)
    return _date(text, lang)


def _interval(text: str, lang: str) -> str:
    """Return an interval in words."""
    start, _, end = text.partition("/")
    kinds = tuple({"": "unknown", "..": "open"}.get(one, "known") for one in (start, end))
    words = _INTERVALS.get((kinds[0], kinds[1]))
    if words is None:
        return text
    return words[lang == "en"].format(_date(start, lang), _date(end, lang))


def _set(text: str, lang: str) -> str:
    """Return one of some dates, or all of them, in words."""
    inner = text[1:-1]
    if ".." in inner:
        start, _, end = inner.partition("..")
        between = {"da": "mellem {} og {}", "en": "between {} and {}"}[lang]
        return between.format(_date(start, lang), _date(end, lang)) if start and end else text
    joined = {"[": {"da": " eller ", "en": " or "}, "{": {"da": " og ", "en": " and "}}[text[0]][lang]
    return joined.join(_date(one.strip(), lang) for one in inner.split(","))


def _date(text: str, lang: str) -> str:
    """Return one date of any precision in words."""
    if text[-1:] in _QUALIFIERS:
        return _QUALIFIERS[text[-1]][lang == "en"].format(_date(text[:-1], lang))
    known = re.sub(r"(-XX)+$", "", text)
    if decade := re.fullmatch(r"(\d{3})X", known):
        return f"{decade[1]}0{'’erne' if lang == 'da' else 's'}"
    if century := re.fullmatch(r"(\d\d)XX", known):
        return f"{century[1]}00{'-tallet' if lang == 'da' else 's'}"
    year, _, part = known.partition("-")
    if part in _PARTS:
        return _PARTS[part][lang == "en"].format(year)
    if re.fullmatch(r"0[1-9]|1[0-2]", part):
        return f"{_MONTHS[lang].split()[int(part) - 1]} {year}"
    return day_in_words(known, lang)
