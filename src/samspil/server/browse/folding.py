"""Text as people type it: without case and accents, Danish letters both as æ ø å are spelt out and as they look.

`København` is found as "københavn", "koebenhavn" and "kobenhavn", `Aarhus` as "århus" and "arhus".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

__all__ = ["folded", "forms", "words"]

_SPELT: Final = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ð": "d", "þ": "th"}
)
_PLAIN: Final = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ð": "d", "þ": "th"})
_WORD: Final = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Return the words of a text with their letters spelt out: "Økonomi på Å" is "oekonomi paa aa"."""
    return " ".join(_spellings(word)[0] for word in _composed(text))


def forms(text: str) -> tuple[str, ...]:
    """Return every way to type a text: spelt out, as its letters look, and with a for what was once written aa."""
    parts = [_spellings(word) for word in _composed(text)]
    return tuple(dict.fromkeys(" ".join(part[at] for part in parts) for at in range(3)))


def words(text: str) -> list[str]:
    """Return the words of a text, a number being one."""
    return _WORD.findall(text)


def _composed(text: str) -> list[str]:
    """Return the words of a text without case, each letter with its marks as one."""
    return words(unicodedata.normalize("NFC", text).casefold())


@lru_cache(maxsize=1 << 17)  # names of a large register are made of far fewer words
def _spellings(word: str) -> tuple[str, str, str]:
    """Return a word spelt out, as its letters look, and that with a for aa."""
    plain = _bare(word.translate(_PLAIN))
    return _bare(word.translate(_SPELT)), plain, plain.replace("aa", "a")


def _bare(text: str) -> str:
    """Return a text without the marks on its letters."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
