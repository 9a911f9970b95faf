"""A query in its parts, as far as anyone asks: where each stands in the text, and what its groups hold.

Spans are (start, end) in the text of the query, so that a part can be shown, or asked, as the user wrote it.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

__all__ = ["Element", "Group", "Query", "Span"]

# Where a part begins and ends in the text, from 0.
Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class Element:
    """One part of a group.

    `kind` is triple, filter, optional, minus, graph, service, union, group, select, bind or values; `terms` are
    the subject, predicate and object of a triple; `groups` are the groups in it.
    """

    kind: str
    span: Span
    terms: tuple[Span, ...] = ()
    groups: tuple["Group", ...] = ()


@dataclass
class Group:
    """What stands between `{` and `}`, in its order."""

    start: int
    end: int = 0
    elements: list[Element] = field(default_factory=list)


@dataclass
class Query:
    """A query of any form; `tail` has the keywords after its pattern, `values` the place of a last VALUES."""

    form: str
    begin: int
    dataset: Span = (0, 0)
    where: Group | None = None
    tail: set[str] = field(default_factory=set)
    values: int | None = None
