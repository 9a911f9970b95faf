"""A query as it is sent to a server, and what its text tells about the answer to expect.

Our prefixes need no declaration in a question, and a server knows none of them. A server may also give a part of
an answer without a word; the queries made here find that out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import Final

from samspil.namespaces import PREFIXES
from samspil.syntax.tokens import Token, declarations, tokens

__all__ = ["Asked"]

_AFTER_ORDER: Final = ("LIMIT", "OFFSET", "VALUES")
_BRACKETS: Final = {"{": 1, "(": 1, "}": -1, ")": -1}


@dataclass(frozen=True)
class Asked:
    """A text that is known to be a SPARQL 1.1 query."""

    query: str

    @cached_property
    def declared(self) -> str:
        """The query with those of our prefixes declared that it uses and does not declare.

        They stand in its first line, so that a line that a server names is the user's own.
        """
        known = {name for name, _ in declarations(self._words)}
        used = {word.text.partition(":")[0] for word in self._words if word.kind == "name"}
        missing = sorted(used & PREFIXES.keys() - known)
        return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in missing) + self.query

    @property
    def names_its_graphs(self) -> bool:
        """Whether the query says itself which graphs it is asked over: by FROM or FROM NAMED."""
        return any(word.keyword == "FROM" for word in self._top)

    @property
    def is_construct(self) -> bool:
        """Whether the query is a CONSTRUCT."""
        return any(word.keyword == "CONSTRUCT" for word in self._top)

    @property
    def limit(self) -> int | None:
        """How many rows the query asks for at most."""
        return next((int(number.text) for name, number in self._slices if name.keyword == "LIMIT"), None)

    def after(self, rows: int) -> str:
        """Return the query for the one row that comes after so many, which an answer given whole does not have.

        Whether there is one does not depend on the order, which costs and which Virtuoso limits to 10,000 rows.
        """
        offset = sum(int(number.text) for name, number in self._slices if name.keyword == "OFFSET")
        text = self.declared
        end = len(text) - len(self.query)  # how far the declarations move every place
        values = next((word.start + end for word in self._top if word.keyword == "VALUES"), len(text))
        text = f"{text[:values]}\nLIMIT 1 OFFSET {offset + rows}\n{text[values:]}"
        for first, last in sorted(self._left_out, reverse=True):
            text = text[: first + end] + text[last + end :]
        return text

    @property
    def solutions(self) -> str:
        """A SELECT with one row for each solution of a CONSTRUCT, from which it makes triples."""
        text = self.declared
        moved = len(text) - len(self.query)
        start, end = self._template
        return f"{text[: start + moved]}SELECT (1 AS ?solution) {text[end + moved :]}"

    @cached_property
    def _words(self) -> list[Token]:
        return tokens(self.query)

    @cached_property
    def _top(self) -> list[Token]:
        """The words that stand in no brackets."""
        return list(_outside(self._words))

    @property
    def _slices(self) -> list[tuple[Token, Token]]:
        """LIMIT and OFFSET, each with its number."""
        pairs = zip(self._top, self._top[1:], strict=False)
        return [(name, number) for name, number in pairs if name.keyword in ("LIMIT", "OFFSET")]

    @property
    def _left_out(self) -> list[tuple[int, int]]:
        """Where LIMIT, OFFSET and ORDER BY begin and end."""
        slices = [(name.start, number.end) for name, number in self._slices]
        at = next((at for at, word in enumerate(self._top) if word.keyword == "ORDER"), None)
        if at is None:
            return slices
        by = takewhile(lambda word: word.kind != "end" and word.keyword not in _AFTER_ORDER, self._top[at:])
        return [*slices, (self._top[at].start, list(by)[-1].end)]

    @property
    def _template(self) -> tuple[int, int]:
        """Where CONSTRUCT begins, and where its template ends, or the word itself where it has none."""
        at = next(at for at, word in enumerate(self._words) if word.keyword == "CONSTRUCT")
        begin, following = self._words[at], self._words[at + 1 :]
        if following[0].text != "{":
            return begin.start, begin.end
        depth = 0
        for word in following:
            depth += _BRACKETS.get(word.text, 0)
            if depth == 0:
                return begin.start, word.end
        return begin.start, begin.end


def _outside(words: list[Token]) -> Iterator[Token]:
    """Yield the words that stand in no brackets, and the brackets that close."""
    depth = 0
    for word in words:
        depth += _BRACKETS.get(word.text, 0)
        if depth == 0:
            yield word
