"""Which language a reader gets: that of the path, else the one that the browser prefers, else Danish."""

from starlette.requests import Request

from samspil.server.negotiation import best_language
from samspil.settings import LANGUAGES

__all__ = ["language_of", "preferred", "without_language"]


def language_of(request: Request) -> str:
    """Return the language of a request: its path says it, or its header."""
    segments = request.url.path.split("/")
    return next((lang for lang in LANGUAGES if lang in segments[:3]), None) or preferred(request)


def preferred(request: Request) -> str:
    """Return the language that Accept-Language (RFC 9110, 12.5.4) prefers of those there are, without one Danish."""
    return best_language(",".join(request.headers.getlist("accept-language")), LANGUAGES)


def without_language(path: str) -> str:
    """Return a path of the application without the language that it begins with: /map for /da/map."""
    first, _, rest = path.removeprefix("/").partition("/")
    return f"/{rest}" if first in LANGUAGES else path
