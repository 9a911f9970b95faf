"""The library by topic: what each question answers, and a filter."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from samspil.queries import Question
from samspil.server.rendering import page
from samspil.server.site import site_of
from samspil.server.topics import TOPICS

__all__ = ["questions"]

_LONGEST = 200


def questions(request: Request, lang: str) -> Response:
    """Show the questions by topic that hold every word of `q`; those that only feed the map are not among them."""
    wanted = request.query_params.get("q", "").strip()[:_LONGEST]
    known = [one for one in site_of(request).questions.values() if "map" not in one.tags]
    found = [one for one in known if all(word in _text(one) for word in wanted.casefold().split())]
    values = {
        "topics": _by_topic(found),
        "q": wanted,
        "found": len(found),
        "known": len(known),
        "quote": quote,
        "names": TOPICS,
    }
    return page(request, lang, "questions.html", values)


def _text(question: Question) -> str:
    """Return what the filter looks into: the words of a question, its columns and its parameters."""
    words = [*question.columns.values(), *(parameter.summary for parameter in question.parameters)]
    return " ".join([question.searchable(), *(text.casefold() for one in words for text in one.values())])


def _by_topic(questions: Iterable[Question]) -> dict[str, list[Question]]:
    """Return questions by topic, in the order of topics; those of somebody's own last."""
    order = {topic: place for place, topic in enumerate(TOPICS)}
    topics: dict[str, list[Question]] = {}
    for one in questions:
        topics.setdefault(one.name.partition("/")[0], []).append(one)
    return dict(sorted(topics.items(), key=lambda item: (order.get(item[0], len(order)), item[0])))
