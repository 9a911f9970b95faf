"""The headers that every response carries: nothing may be loaded, framed or sent anywhere but here.

A response that states a policy of its own keeps it. Data that any page may read (`Access-Control-Allow-Origin`) may be
embedded anywhere; the rest stays with pages of this server.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from starlette.types import Message

from samspil.server.languages import without_language

__all__ = ["SafeHeaders"]

_Headers: TypeAlias = tuple[tuple[bytes, bytes], ...]

# Directive to its sources (CSP level 3), for pages; a place in _PLACES has its own.
_POLICY: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}

# Path after the language, to all that is stated there instead. A map, one self-contained page, states a stricter policy
# itself, with the hashes of its one script and one style.
_PLACES: Final[Mapping[str, Mapping[str, str]]] = {
    "map": {"frame-ancestors": "'none'"},
    "query/map": {"frame-ancestors": "'none'"},
}

# What is no page is not to be run as one, should a browser take it for that.
_DATA_POLICY: Final = "default-src 'none'; frame-ancestors 'none'"

# Header to value, for every answer, and for pages. The permissions are those that a page could ask a person for.
_SAFE: Final = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
_PAGES: Final = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}

# HTTP Strict Transport Security (RFC 6797): a year.
_STRICT: Final = "max-age=31536000"


def _raw(headers: Mapping[str, str]) -> _Headers:
    """Return headers as they are sent."""
    return tuple((name.lower().encode(), value.encode()) for name, value in headers.items())


_OURS: Final = _raw({"Cross-Origin-Resource-Policy": "same-origin"})
_ANYBODYS: Final = _raw({"Cross-Origin-Resource-Policy": "cross-origin"})
_DATA: Final = _raw({"Content-Security-Policy": _DATA_POLICY})


class SafeHeaders:
    """What keeps an answer from doing harm; `secure` says that readers come over https."""

    def __init__(self, secure: bool = False) -> None:
        """Make what is the same for all."""
        self.data = _raw(_SAFE | ({"Strict-Transport-Security": _STRICT} if secure else {}))
        self.page = self.data + _raw(_PAGES)

    def added(self, path: str, start: Message) -> list[tuple[bytes, bytes]]:
        """Return the headers of an answer to a path, with ours that it does not have."""
        there = {name.lower(): value for name, value in start["headers"]}
        return [
            *start["headers"],
            *(one for one in self._for(path, start["status"], there) if one[0] not in there),
        ]

    def _for(self, path: str, status: int, there: Mapping[bytes, bytes]) -> _Headers:
        """Return what an answer should have."""
        if status == 304:
            return self.data  # the reader has the others, and these would take their place (RFC 9111, 3.2)
        reach = _ANYBODYS if b"access-control-allow-origin" in there else _OURS
        if there.get(b"content-type", b"").startswith(b"text/html"):
            return self.page + _raw({"Content-Security-Policy": _policy(path)}) + reach
        return self.data + _DATA + reach


def _policy(path: str) -> str:
    """Return the Content-Security-Policy of a page."""
    directives = _PLACES.get(without_language(path).strip("/"), _POLICY)
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())
