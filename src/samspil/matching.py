"""Why a question has no rows: which part of its pattern, or which value that it was given, leaves nothing.

The parts of the pattern are asked for one after the other, as the user wrote them, until what is asked has no
answer: that part is the reason, alone or together with parts before it. Conditions come last, since they hold
for the whole group wherever they stand. Nothing is guessed: where parts cannot be told apart, nothing is said.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from samspil.errors import QuerySyntaxError
from samspil.queries import Question, answer
from samspil.store import Rows, Store
from samspil.syntax.grammar import read_query
from samspil.syntax.reader import Reader
from samspil.syntax.tree import Element, Group, Query

__all__ = ["Reason", "why_empty"]

_MOST_ROWS: Final = 1000
_MOST_VALUES: Final = 4
_WIDEST: Final = 100
_KEEPS_ALL: Final = ("optional", "bind")  # what can take no row away

# Puts the parts of a group where they stand: in the pattern itself, or in a GRAPH of it.
_Placed: TypeAlias = Callable[[str], str]


@dataclass(frozen=True)
class Reason:
    """Why there are no rows.

    `kind` is parameter (without `text`, a name=value, there are `count` rows), pattern (it matches nothing), value
    (it has other values, `others`), subject (it has no such predicate), together (it matches, but not with
    `others`), filter, minus, block or after (what follows the pattern). `text` is the part as it is written.
    """

    kind: str
    text: str
    others: tuple[str, ...] = ()
    count: int = 0


def why_empty(
    store: Store, question: Question, query: str, values: Mapping[str, str], today: date
) -> Reason | None:
    """Return why a question has no rows, or None where that cannot be said.

    `query` is its SPARQL as it was asked. Raises what the store raises when it cannot answer.
    """
    return _of_values(store, question, values, today) or _of_pattern(store, query)


def _of_values(store: Store, question: Question, values: Mapping[str, str], today: date) -> Reason | None:
    """Return the value without which there are rows; all of them where no single one is to blame."""
    given = {name: value for name, value in values.items() if name != "lang"}
    kept = {name: value for name, value in values.items() if name == "lang"}
    for name, value in given.items():
        rest = {other: text for other, text in values.items() if other != name}
        if count := _count(answer(store, question, rest, today)):
            return Reason("parameter", f"{name}={value}", count=count)
    if len(given) > 1 and (count := _count(answer(store, question, kept, today))):
        return Reason("parameter", " ".join(f"{name}={value}" for name, value in given.items()), count=count)
    return None


def _count(rows: Rows) -> int:
    """Return how many rows there are, but no more than a thousand."""
    return sum(1 for _, _row in zip(range(_MOST_ROWS), rows, strict=False))


def _of_pattern(store: Store, text: str) -> Reason | None:
    """Return the part of the pattern of a query that leaves nothing."""
    try:
        query = read_query(Reader(text, "query"))
    except QuerySyntaxError:
        return None  # the engine knows more of SPARQL than this reader
    if query.where is None:
        return None
    return _Pattern(store, text, query).reason(query.where, lambda parts: parts)


class _Pattern:
    """The pattern of one query, whose parts are asked for in the scope of its own prologue and graphs."""

    def __init__(self, store: Store, text: str, query: Query) -> None:
        self._store, self._text, self._query = store, text, query

    def reason(self, group: Group, placed: _Placed) -> Reason | None:
        """Return what leaves nothing of a group, or None when it has an answer or the reason cannot be told."""
        parts = sorted(group.elements, key=lambda part: part.kind == "filter")
        for at, part in enumerate(parts):
            if part.kind in _KEEPS_ALL or self._holds(parts[: at + 1], placed):
                continue
            return self._of_part(part, parts[:at], placed)
        after = sorted(self._query.tail & {"HAVING", "LIMIT", "OFFSET", "VALUES"})
        return Reason("after", ", ".join(after)) if after else None

    def _of_part(self, part: Element, before: Sequence[Element], placed: _Placed) -> Reason | None:
        """Return why nothing is left once a part is asked for too."""
        if part.kind in ("filter", "minus"):
            return Reason(part.kind, self._shown(part))
        if self._holds([part], placed):
            return Reason("together", self._shown(part), self._blamed(part, before, placed))
        if part.kind == "triple" and part.terms:
            return self._of_triple(part, before, placed)
        if part.kind == "graph":
            head = self._text[part.span[0] : part.groups[0].start]
            inner = self.reason(part.groups[0], lambda parts: placed(f"{head} {{ {parts} }}"))
            return inner or Reason("block", self._shown(part))
        if part.kind == "group":
            return self.reason(part.groups[0], placed) or Reason("block", self._shown(part))
        return Reason("block", self._shown(part))

    def _of_triple(self, part: Element, before: Sequence[Element], placed: _Placed) -> Reason:
        """Return why a triple matches nothing: another value would, or another subject, or nothing does."""
        subject, predicate, value = (self._text[slice(*span)] for span in part.terms)
        if not _is_variable(value):
            open_ended = f"{subject} {predicate} ?samspilValue ."
            context = " ".join(map(self._asked, before))
            for pattern in (placed(f"{context} {open_ended}"), placed(open_ended)):
                if found := self._values(pattern):
                    return Reason("value", self._shown(part), found)
        lacks = predicate if _is_variable(value) else f"{predicate} {value}"
        if not _is_variable(subject) and self._ask(placed(f"?samspilSubject {predicate} {value} .")):
            return Reason("subject", subject, (lacks,))
        return Reason("pattern", self._shown(part))

    def _blamed(self, part: Element, before: Sequence[Element], placed: _Placed) -> tuple[str, ...]:
        """Return the parts before one of which any must go for it to match; none when it takes more than one."""
        return tuple(
            self._shown(other)
            for other in before
            if other.kind not in _KEEPS_ALL
            and self._holds([*(p for p in before if p is not other), part], placed)
        )

    def _holds(self, parts: Sequence[Element], placed: _Placed) -> bool:
        return self._ask(placed(" ".join(self._asked(part) for part in parts)))

    def _about(self, form: str, pattern: str) -> str:
        """Return a query of a form over a pattern, with the prologue and the graphs of the user's own."""
        prologue, graphs = self._text[: self._query.begin], self._text[slice(*self._query.dataset)]
        return f"{prologue} {form} {graphs} WHERE {{ {pattern} }}"

    def _ask(self, pattern: str) -> bool:
        return self._store.ask(self._about("ASK", pattern))

    def _values(self, pattern: str) -> tuple[str, ...]:
        """Return a few of the values that stand in the place of the one that does not match."""
        query = f"{self._about('SELECT DISTINCT ?samspilValue', pattern)} LIMIT {_MOST_VALUES}"
        return tuple(sorted(str(row[0]) for row in self._store.select(query)))

    def _asked(self, part: Element) -> str:
        """Return a part as a group takes it."""
        if part.kind != "triple":
            return self._text[slice(*part.span)]
        spans = part.terms or (part.span,)
        return " ".join(self._text[slice(*span)] for span in spans) + " ."

    def _shown(self, part: Element) -> str:
        """Return a part on one line, as people are shown it."""
        text = " ".join(self._asked(part).removesuffix(" .").split())
        return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _is_variable(term: str) -> bool:
    return term.startswith(("?", "$"))
