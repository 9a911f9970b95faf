"""What is refused of a query before any engine sees it, whichever engine that is.

A query never leaves for another machine unasked. Engines follow SERVICE (SPARQL 1.1 Federated Query) to any
address, and pyoxigraph has no switch for it, so SERVICE stands only where the address after it is written out
and is one of those that the user named. pyoxigraph does not go on from there: it follows no redirect.

So is nesting refused so deep that an engine would run out of stack (`samspil.syntax.nesting`), and a text that is no
Unicode. Where it is in doubt how an engine reads a text (`samspil.syntax.bare`), SERVICE is refused wherever it may
stand.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from samspil.errors import ServiceRefused
from samspil.namespaces import PREFIXES
from samspil.syntax import Bare, bare, error_at
from samspil.syntax.nesting import MOST, excess

__all__ = ["asks_others", "check_nesting", "check_query"]

_SERVICE: Final = re.compile("service", re.IGNORECASE)
_PREFIX: Final = re.compile("prefix", re.IGNORECASE)
_CLOSER: Final = re.compile("service|describe|<<", re.IGNORECASE)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def check_query(query: str, services: Collection[str] = ()) -> None:
    """Refuse a query that no engine should see; `services` are the addresses that SERVICE may ask.

    Raises ServiceRefused, and QuerySyntaxError as `check_nesting` does.
    """
    if _is_plain(query):
        return
    check_nesting(query)
    for text, plain in _readings(query):
        _check_services(query, text, plain, services)


def _is_plain(query: str) -> bool:
    """Tell at a glance of an everyday query that a closer look would find nothing: its signs are few.

    So a look-up costs its server a few microseconds. What is counted is more than what `excess` counts.
    """
    if "\\" in query or _CLOSER.search(query) or not query.isascii():
        return False
    within = sum(map(query.count, "{([!+-^"))
    return within <= MOST["nested"] and within + sum(map(query.count, "|&*/")) <= MOST["strung"]


def check_nesting(query: str) -> None:
    """Raise QuerySyntaxError for what would take a reader's stack beyond its end, and for what is no Unicode."""
    try:
        query.encode("utf-8")
    except UnicodeEncodeError as error:
        # Half a surrogate pair: what Python makes of other bytes on a command line.
        raise error_at(query, error.start, "this is not UTF-8") from error
    for text, plain in _readings(query):
        if found := excess(text, plain):
            from samspil.syntax.words import told

            place, mistake = found
            words = told(mistake, near=str(MOST[mistake]))
            raise error_at(query, _place(query, text, place), words["en"], told=words)


def asks_others(query: str) -> bool:
    """Tell whether a query may ask another machine."""
    return any(_SERVICE.search(plain.text) for _, plain in _readings(query))


@lru_cache(maxsize=2)
def _readings(query: str) -> tuple[tuple[str, Bare], ...]:
    """Return a query as it stands, and with its escapes read, each also without what is surely no keyword.

    By the standard escapes are read first, and one may stand for a quote (SPARQL 1.1, 19.2); pyoxigraph reads them
    last. Whichever an engine does, what it sees has been looked at.
    """
    texts = (query, _ESCAPE.sub(_unescaped, query)) if _ESCAPE.search(query) else (query,)
    return tuple((text, bare(text)) for text in texts)


def _place(query: str, text: str, at: int) -> int:
    """Return where in a query a place of a reading is; of one with its escapes read, the first escape stands for it."""
    return at if text == query else next(_ESCAPE.finditer(query)).start()


def _check_services(query: str, text: str, plain: Bare, services: Collection[str]) -> None:
    """Raise ServiceRefused unless every SERVICE of a reading is followed by an address that is allowed."""
    places = [found.start() for found in _SERVICE.finditer(plain.text)]
    asked = _asked(text, plain) if places else {}
    for place in places:
        address = asked.get(place, "")
        # One that is no word by itself to us may be one to an engine.
        if address not in services or place > plain.doubt:
            raise _refused(query, _place(query, text, place), address)


def _asked(text: str, plain: Bare) -> dict[int, str]:
    """Return where each SERVICE of a text stands, to the address after it; an empty one if it is not written out."""
    from samspil.syntax.tokens import expanded, tokens

    words, prefixes = tokens(text), _prefixes(text, plain)
    found = {}
    for at, word in enumerate(words):
        if word.keyword == "SERVICE":
            silent = words[at + 1].keyword == "SILENT"
            address, group = [*words[at + 1 + silent :], word, word][:2]
            found[word.start] = (expanded(address, prefixes) or "") if group.text == "{" else ""
    return found


def _prefixes(text: str, plain: Bare) -> dict[str, str]:
    """Return the prefixes of a text to their namespaces, without those that are declared in two ways.

    None at all where an engine may see a declaration more.
    """
    from samspil.syntax.tokens import declarations, tokens

    declared = declarations(tokens(text))
    if len(declared) != len(_PREFIX.findall(plain.text)):
        return {}
    names = [name for name, _ in set(declared)]
    return PREFIXES | {name: space if names.count(name) == 1 else "" for name, space in declared}


def _refused(query: str, at: int, address: str) -> ServiceRefused:
    """Return the error for a SERVICE that stands at a place."""
    place = error_at(query, at, f"SERVICE is not allowed{f': {address}' if address else ''}")
    return ServiceRefused("query", place.line, place.column, place.excerpt, place.detail, address=address)


def _unescaped(match: re.Match[str]) -> str:
    """Return the character that an escape stands for; one that is none is left for the engine to refuse."""
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match[0]
