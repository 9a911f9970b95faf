"""What went wrong, for a program and for whoever reads its log: problem details (RFC 9457) in Danish or English.

Every kind of problem has an address, which is a place on the page about the API, and a status. What a client can act
on is a member of its own: the parameter, its value, what is expected, the nearest that are known.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from samspil.errors import ParameterError, TooManyRows, UnknownFormat, UnknownName, UsageError
from samspil.server.addresses import addresses_of
from samspil.server.catalogues import translations
from samspil.server.languages import preferred
from samspil.settings import LANGUAGES

__all__ = ["KINDS", "MEDIA_TYPE", "Problem", "problem_of", "respond"]

MEDIA_TYPE: Final = "application/problem+json"

# Kind of a problem to its status (RFC 9110, 15.5 and 15.6) and its title, which is always the same.
KINDS: Final[dict[str, tuple[int, str]]] = {
    "wrong-value": (400, "A parameter has a value that it cannot have"),
    "unknown-parameter": (400, "There is no such parameter"),
    "repeated-parameter": (400, "A parameter is given more than once"),
    "unreadable-address": (400, "The address cannot be read"),
    "too-many-rows": (400, "The answer does not fit into the format"),
    "unknown-question": (404, "There is no such question"),
    "unknown-address": (404, "There is nothing at this address"),
    "method": (405, "The address can only be read"),
    "no-such-format": (406, "The answer cannot be had in that format"),
    "busy": (503, "Too many are asking at once"),
}

# So much of what was asked is said again; the rest of a long value helps nobody.
_SHOWN: Final = 120


@dataclass
class Problem(Exception):
    """Something a client did that cannot be answered: its kind, words by language, and members of its own."""

    kind: str
    detail: Mapping[str, str]
    members: Mapping[str, object] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Hand the words to Exception."""
        super().__init__(self.detail["en"])

    @classmethod
    def of(
        cls, kind: str, text: str, members: Mapping[str, object] | None = None, **words: object
    ) -> Problem:
        """Return a problem whose words are a text of our catalogues with words of the case in it."""
        shown = {name: _short(str(word)) for name, word in words.items()}
        detail = {lang: translations(lang).gettext(text) % shown for lang in LANGUAGES}
        return cls(kind, detail, members or {})

    @property
    def status(self) -> int:
        """Return the status of the response."""
        return KINDS[self.kind][0]


def problem_of(error: UsageError) -> Problem:
    """Return the problem that an error of ours is to a client."""
    detail = {lang: _short(error.message(lang), 4 * _SHOWN) for lang in LANGUAGES}
    if isinstance(error, ParameterError):
        return Problem("wrong-value", detail, _of_parameter(error))
    if isinstance(error, UnknownName):
        kind = "unknown-parameter" if error.kind == "parameter" else "unknown-question"
        return Problem(kind, detail, {error.kind: _short(error.name), "nearest": list(error.suggestions)})
    if isinstance(error, UnknownFormat):
        return Problem("no-such-format", detail, {"available": list(error.suggestions)})
    if isinstance(error, TooManyRows):
        return Problem("too-many-rows", detail, {"most": error.most})
    return Problem("wrong-value", detail)


def respond(request: Request, problem: Problem) -> Response:
    """Return the response that tells of a problem, in the language that was asked for."""
    wanted = request.query_params.get("lang", "")
    lang = wanted if wanted in LANGUAGES else preferred(request)
    status, title = KINDS[problem.kind]
    body = {
        "type": addresses_of(request).full(f"/{lang}/api#{problem.kind}"),
        "title": translations(lang).gettext(title),
        "status": status,
        "detail": problem.detail[lang],
        **problem.members,
    }
    headers = {"Content-Language": lang, "Vary": "Accept, Accept-Language", "Cache-Control": "no-store"}
    text = json.dumps(body, ensure_ascii=False, indent=2) + "\n"
    return Response(text.encode(errors="replace"), status, {**headers, **problem.headers}, MEDIA_TYPE)


def _of_parameter(error: ParameterError) -> dict[str, object]:
    """Return what a program can use of a value that does not fit."""
    expected = error.expected.split(" / ")
    return {"parameter": error.parameter, "value": _short(error.value), "expected": expected}


def _short(text: str, most: int = _SHOWN) -> str:
    """Return a text, or its beginning."""
    return text if len(text) <= most else f"{text[:most]}…"
