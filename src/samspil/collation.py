"""The order of names as readers of a language expect it; pure text.

Danish sorts æ, ø and å after z, and aa as å (Retskrivningsordbogen, 5; Unicode CLDR, da); English sorts them as the
letters that they look like. Case and other accents decide only between names that are otherwise equal, and numbers
sort by their value: L9 before L10.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final, TypeAlias

__all__ = ["Key", "sort_key"]

# What a name is compared by: its parts, numbers before letters, then the name itself.
Key: TypeAlias = tuple[tuple[tuple[int, int, str], ...], str]

_PARTS: Final = re.compile(r"[0-9]+|[^\W\d_]+")

# Language to its letters and what they are sorted as: { | } are the three characters after z.
_LETTERS: Final[dict[str, dict[str, str]]] = {
    "da": {"aa": "}", "å": "}", "ä": "{", "æ": "{", "ö": "|", "ø": "|", "ü": "y", "ð": "d", "þ": "th"},
    "en": {"å": "a", "ä": "a", "æ": "ae", "ö": "o", "ø": "o", "ü": "u", "ð": "d", "þ": "th"},
}


@lru_cache(maxsize=65_536)
def sort_key(text: str, lang: str) -> Key:
    """Return what to sort a name by in a language; names that differ never have the same."""
    composed = unicodedata.normalize("NFC", text.casefold())
    return tuple(_part(part, lang) for part in _PARTS.findall(composed)), text


def _part(part: str, lang: str) -> tuple[int, int, str]:
    """Return a number, or a word with its letters as they are sorted."""
    if part.isdecimal() and part.isascii():
        return 0, int(part), ""
    for letter, sorted_as in _LETTERS[lang].items():
        part = part.replace(letter, sorted_as)
    plain = unicodedata.normalize("NFKD", part)
    return 1, 0, "".join(letter for letter in plain if not unicodedata.combining(letter))
