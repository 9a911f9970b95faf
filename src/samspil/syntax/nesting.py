"""How deep a query is nested, and how long its chains are: an engine goes one step further down for each.

pyoxigraph reads, plans and frees a query by calling itself. Where the stack ends it takes the whole process with
it, so what is beyond all use is found before. Measured with 0.5 on a stack of 8 MB: 2,700 of OPTIONAL, BIND, MINUS,
(… AS ?x) or names after DESCRIBE in a row crash it, 7,000 of + - * /, 9,500 of || && FILTER; on 2 MB a quarter of
that. Lists are read without going down: rows of VALUES, what stands in IN, and arguments may be many.
"""

import re
from typing import Final

from samspil.syntax.bare import Bare
from samspil.syntax.tokens import tokens

__all__ = ["MOST", "excess"]

# Name of the mistake of having more to how many there may be: brackets, or signs before a value, one within the
# other; brackets and operators in a row, with those in the brackets around them.
MOST: Final = {"nested": 100, "strung": 400}

_STEP: Final = re.compile(
    r"(?P<values>(?<![\w@.-])VALUES(?=[\s(]))|(?P<opens>[({\[])|(?P<closes>[)}\]])|(?P<comma>,)"
    r"|(?P<signs>[!+^-][!+^\s-]*)|\|\|?|&&|[*/]",
    re.IGNORECASE,
)
_DESCRIBE: Final = re.compile("describe", re.IGNORECASE)
_TERMS: Final = ("iri", "name", "variable", "stray")


def excess(text: str, plain: Bare) -> tuple[int, str] | None:
    """Return the place from which on a query is nested too deep or strung too long, and which of them, if it is.

    `plain` is the text without what is surely no sign; from its doubt on nothing closes or ends a chain. Triple terms
    (RDF 1.2) are counted, however they are nested.
    """
    if plain.text.count("<<") > MOST["nested"]:
        return plain.text.find("<<"), "nested"
    way = _Way()
    for step in _STEP.finditer(plain.text):
        way.pass_by(step, sure=step.start() < plain.doubt)
        if way.depth > MOST["nested"]:
            return step.start(), "nested"
        if way.length > MOST["strung"]:
            return step.start(), "strung"
    return _described(text, plain)


def _described(text: str, plain: Bare) -> tuple[int, str] | None:
    """Return the place from which on a DESCRIBE has too many terms, wherever they stand."""
    if not _DESCRIBE.search(plain.text):
        return None
    terms = [word.start for word in tokens(text) if word.kind in _TERMS]
    return (terms[MOST["strung"]], "strung") if len(terms) > MOST["strung"] else None


class _Way:
    """The way down to a place of a query: the brackets that are open there, and what stands before it in each.

    `length` is how long it is: the brackets that were opened in those that are open, and the operators.
    """

    def __init__(self) -> None:
        """Begin outside of all brackets."""
        self.length = self._signs = 0
        self._brackets, self._counts = [""], [0]
        self._next = ""

    @property
    def depth(self) -> int:
        """How many brackets are open, or signs stand before a value, whichever is more."""
        return max(len(self._brackets) - 1, self._signs)

    def pass_by(self, step: re.Match[str], sure: bool) -> None:
        """Go on by one step; `sure` is False where it is in doubt what a sign is."""
        signs = step[0] if step["signs"] else ""
        self._signs = sum(not sign.isspace() for sign in signs) + (0 if sure else self._signs)
        if step["values"]:
            self._next = "rows" if sure else ""
        elif step["opens"]:
            self._open(step[0])
        elif step["closes"]:
            self._close(sure)
        elif step["comma"]:
            if sure and self._brackets[-1] == "(":
                self._count(-self._counts[-1])  # the next argument begins where this one did
        else:
            self._count(signs.count("+") + signs.count("-") if signs else 1)

    def _open(self, sign: str) -> None:
        rows = self._next if sign == "{" else ""
        self._next = self._next if sign == "(" else ""  # VALUES (?x ?y) {
        self._count(1)
        self._brackets.append("rows" if "rows" in (rows, self._brackets[-1]) else sign)
        self._counts.append(0)

    def _close(self, sure: bool) -> None:
        if sure and len(self._brackets) > 1:
            self._count(-self._counts[-1])
            self._brackets.pop()
            self._counts.pop()

    def _count(self, more: int) -> None:
        """Make the way longer or shorter; rows of VALUES do not."""
        if self._brackets[-1] != "rows":
            self._counts[-1] += more
            self.length += more
