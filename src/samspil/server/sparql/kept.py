"""Answers that were given before: asked the same, a register that has not changed says the same.

A dashboard and a workbook ask the same at each refresh, from each reader. Neither the guard nor the engine has to work
on it again, and nobody has to wait for a turn. Short answers are kept, those used last, until the register is read
again; a query that is answered otherwise each time is asked each time.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from typing import Final

from samspil.server.sparql.answering import Given
from samspil.server.sparql.asking import Question

__all__ = ["Kept"]

_MOST: Final = 32 * 1024**2  # bytes of all
_LARGEST: Final = 64 * 1024  # bytes of one
_BESIDES: Final = 1024  # bytes that one takes besides its texts

# SPARQL 1.1 Query Language 17.4.2, 17.4.4 and 17.4.5; by 19.2 their letters might be escapes, which our engine refuses.
_OTHERWISE: Final = re.compile(r"\b(?:BNODE|NOW|RAND|STRUUID|UUID)\b|\\u", re.IGNORECASE)


class Kept:
    """The answers of one state of the register."""

    def __init__(self, most: int = _MOST) -> None:
        """Begin with none, and keep no more than so many bytes."""
        self._answers: OrderedDict[Question, Given] = OrderedDict()
        self._most, self._size = most, 0

    def get(self, question: Question) -> Given | None:
        """Return the answer to a question that was asked before, if it was kept."""
        found = self._answers.get(question)
        if found is not None:
            self._answers.move_to_end(question)
        return found

    def put(self, question: Question, given: Given) -> None:
        """Keep an answer, if it is one to keep."""
        size = _size(question, given)
        whole = given.pieces is None
        if not whole or size > _LARGEST or question in self._answers or _OTHERWISE.search(question.query):
            return
        self._answers[question] = given
        self._size += size
        while self._size > self._most:
            self._size -= _size(*self._answers.popitem(last=False))


def _size(question: Question, given: Given) -> int:
    """Return how many bytes an answer takes, at most: a letter of a query may take four."""
    return 4 * len(question.query) + len(given.whole) + _BESIDES
