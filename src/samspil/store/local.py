"""The engine in this process: Oxigraph over a dataset.

The default graph of a question is the merge of the register's graphs, and its named graphs are the same
graphs: `GRAPH ?source { }` tells them apart, and nothing is left to what an engine calls its default graph.

A query never leaves the machine. pyoxigraph would follow SERVICE (SPARQL 1.1 Federated Query) to any
address and has no switch for it, so it is refused here, before the engine sees the text. Updates are refused
by the engine itself. So is nesting so deep that the engine's parser would run out of stack.
"""

import re
from typing import Final

import pyoxigraph as ox

from samspil.dataset import Dataset
from samspil.formats import ordered
from samspil.namespaces import PREFIXES
from samspil.store import Rows, Triples
from samspil.syntax import OPAQUE, error_at, readable

__all__ = ["LocalStore"]

_DEEPEST: Final = 100

# What is no keyword: besides what may hold anything, variables and local names.
_OPAQUE: Final = re.compile(OPAQUE + r"|[?$]\w+|:[\w.%-]+")
_SERVICE: Final = re.compile("service", re.IGNORECASE)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class LocalStore:
    """Answers from a dataset in memory; what is added to the dataset is in the next answer."""

    def __init__(self, dataset: Dataset) -> None:
        """Take the dataset; nothing is copied."""
        self._dataset = dataset

    def select(self, query: str) -> Rows:
        """Return the rows of a SELECT. Raises QuerySyntaxError, for a query of another form too."""
        found = self.run(query)
        if not isinstance(found, Rows):
            raise error_at(query, 0, "a SELECT query is expected")
        return found

    def construct(self, query: str) -> Triples:
        """Return the distinct triples of a CONSTRUCT or DESCRIBE, sorted. Raises QuerySyntaxError."""
        found = self.run(query)
        if isinstance(found, bool | Rows):
            raise error_at(query, 0, "a CONSTRUCT or DESCRIBE query is expected")
        return found

    def ask(self, query: str) -> bool:
        """Tell whether an ASK holds. Raises QuerySyntaxError, for a query of another form too."""
        found = self.run(query)
        if not isinstance(found, bool):
            raise error_at(query, 0, "an ASK query is expected")
        return found

    def run(self, query: str) -> Rows | Triples | bool:
        """Answer a query of any form; our prefixes need no declaration in it.

        Raises QuerySyntaxError, for SERVICE and for an update too.
        """
        _check(query)
        try:
            found = self._dataset.view().query(query, prefixes=PREFIXES)
        except SyntaxError as error:
            raise readable(query, str(error.msg)) from error
        if isinstance(found, ox.QuerySolutions):
            return Rows(found)
        return bool(found) if isinstance(found, ox.QueryBoolean) else ordered(set(found))


def _check(query: str) -> None:
    """Raise QuerySyntaxError for a query that asks another machine, is nested beyond all use, or is no Unicode."""
    try:
        query.encode("utf-8")
    except (
        UnicodeEncodeError
    ) as error:  # half a surrogate pair: what Python makes of other bytes on a command line
        raise error_at(query, error.start, "this is not UTF-8") from error
    if _ESCAPE.search(query):
        # An escape may stand for any character, a quote included (SPARQL 1.1, 19.2): nothing is opaque.
        text = _ESCAPE.sub(_unescaped, query)
    else:
        text = _OPAQUE.sub(lambda match: " " * len(match[0]), query)
    if found := _SERVICE.search(text):
        raise error_at(query, found.start(), "SERVICE is not allowed: a question never asks another machine")
    if (at := _too_deep(text)) is not None:
        raise error_at(query, at, f"nested more than {_DEEPEST} deep")


def _unescaped(match: re.Match[str]) -> str:
    """Return the character that an escape stands for; one that is none is left for the engine to refuse."""
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match[0]


def _too_deep(text: str) -> int | None:
    """Return where brackets, or signs before a value, are nested too deep."""
    depth = signs = 0
    for at, character in enumerate(text):
        depth += (character in "({[") - (character in ")}]")
        signs = signs + 1 if character in "!+-^" else signs * character.isspace()
        if max(depth, signs) > _DEEPEST:
            return at
    return None
