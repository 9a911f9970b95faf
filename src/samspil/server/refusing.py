"""What no page is asked for: requests that are too large or too many, or that can be read in two ways."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive

__all__ = ["Counted", "TooLarge", "refusal", "refused"]

# Status to what is wrong, in English and Danish: whoever gets these reads no page.
_WORDS: Final = {
    400: "This request cannot be understood.\nForespørgslen kan ikke forstås.\n",
    404: "There is no such page.\nSiden findes ikke.\n",
    413: "The request is too large.\nForespørgslen er for stor.\n",
    421: "This server has another name.\nServeren har et andet navn.\n",
    429: "You ask for too much at once. Please try again soon.\nDu beder om for meget på én gang. Prøv igen om lidt.\n",
    503: "Too many ask at once. Please try again soon.\nFor mange spørger på én gang. Prøv igen om lidt.\n",
}

_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f]")


def refusal(status: int, more: Mapping[str, str] | None = None) -> PlainTextResponse:
    """Return the answer to a request that is refused before anything looks at it."""
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", **(more or {})}
    return PlainTextResponse(_WORDS[status], status, headers)


def refused(path: str, headers: Mapping[bytes, bytes], most: int) -> int | None:
    """Return the status for a request that is ambiguous, or says that its body has more than `most` bytes."""
    length = headers.get(b"content-length", b"0")
    if b"transfer-encoding" in headers and b"content-length" in headers:
        return 400  # which of them counts is what request smuggling is about (RFC 9112, 6.1)
    if not path.startswith("/") or not length.isdigit():
        return 400
    if _UNSEEN.search(path):
        return 404  # nothing has such a name, and the system of files is not asked for it
    return 413 if int(length[:20]) > most else None


class TooLarge(Exception):
    """A body has more bytes than may be."""


class Counted:
    """Receives a body whose length nobody stated, as long as it has no more than `most` bytes. Raises TooLarge."""

    def __init__(self, receive: Receive, most: int) -> None:
        """Take where it comes from."""
        self._receive = receive
        self._left = most

    async def __call__(self) -> Message:
        """Return its next part."""
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise TooLarge
        return message
