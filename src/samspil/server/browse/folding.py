"""Text as people type it: without case and accents, Danish letters both as æ ø å are spelt out and as they look.

`København` is found as "københavn", "koebenhavn" and "kobenhavn", `Aarhus` as "århus" and "arhus".
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["folded", "forms", "words"]

_SPELT: Final = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ð": "d", "þ": "th"}
)
_PLAIN: Final = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ð": "d", "þ": "th"})
_WORD: Final = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Return a text with its letters spelt out: "Økonomi på Å" is "oekonomi paa aa"."""
    return _bare(unicodedata.normalize("NFC", text).casefold().translate(_SPELT))


def forms(text: str) -> tuple[str, ...]:
    """Return every way to type a text: spelt out, as its letters look, and with aa for what was once written so."""
    composed = unicodedata.normalize("NFC", text).casefold()
    plain = _bare(composed.translate(_PLAIN))
    return tuple(dict.fromkeys((folded(text), plain, plain.replace("aa", "a"))))


def words(text: str) -> list[str]:
    """Return the words of a folded text, a number being one."""
    return _WORD.findall(text)


def _bare(text: str) -> str:
    """Return a text without the marks on its letters."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
