"""A pattern of a question with terms in the place of variables that a row binds, where engines do not see the row.

A VALUES block that stands first in a pattern is joined to all of it, so its variables are in scope in the FILTER
of an OPTIONAL (SPARQL 1.1, 18.2.2.6) and within EXISTS and NOT EXISTS (18.6). Some engines do not know them there:
Virtuoso 7 compares with nothing. A term needs no such knowledge and says the same:

    in FILTER of an OPTIONAL directly in the pattern, whose condition sees both sides;
    within EXISTS and NOT EXISTS, into which the row is substituted: in FILTER and BIND, and an IRI in triple
    patterns too.

The variable is in no scope of UNION, MINUS, GRAPH, a nested group or a subquery, and stays there. In the pattern's
own FILTER and BIND all engines know it. It is never replaced in BOUND, after AS, or in VALUES.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from samspil.syntax.tokens import Token, tokens

__all__ = ["write_terms"]

# What of a group is written in terms: all, its filters, what is inside its OPTIONAL and EXISTS, or nothing.
_Sight: TypeAlias = Literal["all", "filters", "inside", "nothing"]

_EXPRESSIONS: Final = ("FILTER", "BIND")


@dataclass
class _Place:
    """A group, or what a keyword begins (in which `depth` brackets are open), and what of it is written in terms."""

    keyword: str
    sight: _Sight
    depth: int = 0


def write_terms(pattern: str, terms: Mapping[str, str]) -> str:
    """Return a pattern, from inside its `{`, with terms in the place of variables that a row binds to them.

    `terms` has the N-Triples form of a term for the name of a variable. What follows the `}` of the pattern
    stays as it is.
    """
    parts, end = [], 0
    for variable, in_expression in _unseen(pattern):
        term = terms.get(variable.text[1:])
        if term and (in_expression or term.startswith("<")):
            parts += [pattern[end : variable.start], term]
            end = variable.end
    return "".join([*parts, pattern[end:]])


def _unseen(pattern: str) -> Iterator[tuple[Token, bool]]:
    """Yield the variables of a pattern that a term may replace, and whether they stand in an expression."""
    places, before = [_Place("", "inside")], ("", "")
    for token in tokens(pattern):
        here, word = places[-1], before[1]
        named = word == "AS" or before == ("BOUND", "(")
        unseen = here.sight == "all" or (here.keyword and here.sight == "filters")
        if token.kind == "variable" and unseen and not named:
            yield token, bool(here.keyword)
        _move(places, token, word)
        if not places:
            return
        before = word, token.keyword or token.text


def _move(places: list[_Place], token: Token, word: str) -> None:
    """Enter or leave groups and expressions at a token that stands after a word."""
    here = places[-1]
    if token.keyword in (*_EXPRESSIONS, "VALUES") and not here.keyword:
        places.append(_Place(token.keyword, _sight_of_keyword(here, token.keyword)))
    elif token.keyword == "SELECT":
        here.sight = "nothing"
    elif token.text == "{":
        places.append(_Place("", _sight_of_group(here, word)))
    elif token.text == "}":
        places.pop()
        _leave(places)
    elif token.text in ("(", ")") and here.keyword:
        here.depth += 1 if token.text == "(" else -1
        _leave(places)


def _leave(places: list[_Place]) -> None:
    """Leave what a keyword began when its brackets are all closed."""
    if places and places[-1].keyword and places[-1].depth == 0:
        places.pop()


def _sight_of_keyword(around: _Place, keyword: str) -> _Sight:
    """Return what is written in terms of what a keyword begins."""
    hidden = keyword == "VALUES" or (keyword == "BIND" and around.sight == "filters")
    return "nothing" if hidden else around.sight


def _sight_of_group(around: _Place, word: str) -> _Sight:
    """Return what is written in terms of a group that stands in a place after a word."""
    if around.sight == "nothing" or word == "MINUS":
        return "nothing"
    if word == "EXISTS" or (around.sight == "all" and not around.keyword):
        return "all"
    return "filters" if word == "OPTIONAL" and around.sight == "inside" else "nothing"
