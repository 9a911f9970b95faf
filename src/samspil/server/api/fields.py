"""The query string of an address, read strictly: what cannot be read, is repeated or is too long is refused by name.

A form of HTML writes it as `application/x-www-form-urlencoded` (WHATWG URL, 5.1): UTF-8, percent-encoded, + for a
blank. What is lenient elsewhere would make two addresses of one question here, or an answer to another question.
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import category
from urllib.parse import unquote_plus

from samspil.server.api.problems import Problem

__all__ = ["MOST_CHARACTERS", "read_fields"]

MOST_CHARACTERS: Final = 500
_MOST_FIELDS: Final = 50
_BROKEN: Final = re.compile(rb"%(?![0-9A-Fa-f]{2})")


def read_fields(query: bytes) -> dict[str, str]:
    """Return the fields of a query string by name. Raises Problem."""
    if _BROKEN.search(query):
        raise Problem.of(
            "unreadable-address", "The address has a percent sign without two hexadecimal digits after it."
        )
    parts = [part for part in query.split(b"&") if part]
    if len(parts) > _MOST_FIELDS:
        raise Problem.of(
            "unreadable-address", "The address has more than %(most)s parameters.", most=_MOST_FIELDS
        )
    fields: dict[str, str] = {}
    for part in parts:
        name, _, value = (_text(piece) for piece in part.partition(b"="))
        if name in fields:
            text = "The parameter “%(name)s” is given more than once. Give it once."
            raise Problem.of("repeated-parameter", text, {"parameter": name[:MOST_CHARACTERS]}, name=name)
        fields[name] = _fitting(name, value)
    return fields


def _text(piece: bytes) -> str:
    """Return a piece of an address as text. Raises Problem for what is not UTF-8."""
    try:
        return unquote_plus(piece.decode("utf-8"), errors="strict")
    except UnicodeDecodeError as error:
        raise Problem.of("unreadable-address", "The address is not UTF-8. Write æ as %%C3%%A6.") from error


def _fitting(name: str, value: str) -> str:
    """Return a value that a parameter may have. Raises Problem."""
    members = {"parameter": name[:MOST_CHARACTERS], "value": value[:MOST_CHARACTERS]}
    if len(value) > MOST_CHARACTERS:
        text = "The parameter “%(name)s” has %(count)s characters. Give at most %(most)s."
        raise Problem.of("wrong-value", text, members, name=name, count=len(value), most=MOST_CHARACTERS)
    if any(category(sign) in ("Cc", "Cs") for sign in value):
        text = "The parameter “%(name)s” holds a control character. Give a text on one line."
        raise Problem.of("wrong-value", text, members, name=name)
    return value
