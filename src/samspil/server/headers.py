"""The headers that every response carries: nothing may be loaded, framed or sent anywhere but here.

A response that states a policy of its own keeps it. Data that any page may read (`Access-Control-Allow-Origin`) may be
embedded anywhere; the rest stays with pages of this server.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from samspil.server.languages import without_language

__all__ = ["SafeHeaders"]

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

# Header to value. The permissions are those that a page could ask a person for.
_SAFE: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}

# HTTP Strict Transport Security (RFC 6797): a year.
_STRICT: Final = "max-age=31536000"


class SafeHeaders:
    """Adds to every response what keeps it from doing harm; `secure` says that readers come over https."""

    def __init__(self, app: ASGIApp, secure: bool = False) -> None:
        self.app = app
        self.safe = _SAFE | ({"Strict-Transport-Security": _STRICT} if secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and add the headers to its response."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        place = without_language(scope["path"]).strip("/")

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in (self.safe | _about(place, message["status"], headers)).items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _about(place: str, status: int, headers: MutableHeaders) -> dict[str, str]:
    """Return the headers that depend on what an answer is."""
    if status == 304:
        return {}  # the reader has them; others would take their place (RFC 9111, 3.2)
    readable = "access-control-allow-origin" in headers
    return {
        "Content-Security-Policy": _policy(place, headers.get("content-type", "")),
        "Cross-Origin-Resource-Policy": "cross-origin" if readable else "same-origin",
    }


def _policy(place: str, media_type: str) -> str:
    """Return the Content-Security-Policy of a response at a place."""
    if not media_type.startswith("text/html"):
        return _DATA_POLICY
    directives = _PLACES.get(place, _POLICY)
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())
