"""Words around an answer, and text that people see as it is: nothing in it acts on what shows it."""

from typing import Final
from unicodedata import category

__all__ = ["counted", "grouped", "shown"]

_COUNTED: Final = {"da": ("række", "rækker"), "en": ("row", "rows")}
_CUT: Final = {
    "da": ("Den første række; der er flere", "De første {count} rækker; der er flere"),
    "en": ("The first row; there are more", "The first {count} rows; there are more"),
}
# Joiners are seen: they make one sign of several.
_JOINERS: Final = "\u200c\u200d"
_BREAKS: Final = {"Zl": "\n", "Zp": "\n"}


def counted(count: int, lang: str, limit: int | None = None) -> str:
    """Return how many rows there are, and that there are more where they were cut at a limit."""
    if limit is not None and count >= limit:
        return _CUT[lang][count != 1].format(count=grouped(count, lang))
    return f"{grouped(count, lang)} {_COUNTED[lang][count != 1]}"


def grouped(number: int, lang: str) -> str:
    """Return a whole number with its thousands set apart as a language does."""
    return f"{number:,}".replace(",", "." if lang == "da" else ",")


def shown(text: str) -> str:
    """Return a text in which a line ends with LF and nothing controls a terminal.

    A control character becomes the sign that stands for it (␛ for ESC), since it is in the data; what has
    neither form nor width is left out, marks that turn the direction of the text among them.
    """
    if text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "  ")
    return "".join(character if character.isprintable() else _sign(character) for character in lines)


def _sign(character: str) -> str:
    """Return what is shown for a character that does not print."""
    kind, code = category(character), ord(character)
    if kind == "Cc" and character != "\n":
        return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"
    if kind == "Cf":
        return character if character in _JOINERS else ""
    return _BREAKS.get(kind, character)
