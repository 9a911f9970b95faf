"""Search in memory: names, other names, identifiers and types, in both languages and all ways to type them. Pure.

What is called exactly as asked comes first, then what begins so, then what has every word, then what has them inside
other words or only in the name of its type; among equals actors come before cooperations, and passages last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from samspil.server.browse.folding import folded, forms, words

__all__ = ["Entry", "Index", "find", "found_by", "index", "meant"]

_INSIDE: Final = 3  # letters of a word that is looked for inside others: partnerskabsaftale has aftale
_LIKE: Final = 0.72  # how alike a word must be to be meant
_COMMON: Final = 2  # pairs of letters that words which are alike share at least


@dataclass(frozen=True)
class Entry:
    """Something to find: its names by language, whatever else it is called, and the words of its type.

    `kind` is the group in which it is shown, and `place` that group's place among others. `aside` is what is seldom
    meant, a term or a place: even what is called exactly as asked stands after an actor in whose name the word is.
    """

    iri: str
    kind: str
    place: int
    names: Mapping[str, str]
    also: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    aside: bool = False


@dataclass(frozen=True)
class Index:
    """The entries with their names folded, and the words that find them, each with the numbers of the entries.

    `calls` has whole names, `said` the words of names, `abouts` those of types; `spelt` has a folded word as it stands
    in a name.
    """

    entries: tuple[Entry, ...]
    folded: tuple[tuple[str, ...], ...]
    calls: Mapping[str, frozenset[int]]
    said: Mapping[str, frozenset[int]]
    abouts: Mapping[str, frozenset[int]]
    spelt: Mapping[str, str]


def index(entries: Iterable[Entry]) -> Index:
    """Return the index of some entries."""
    found = tuple(entries)
    typed = tuple(tuple(form for name in _names(entry) for form in forms(name)) for entry in found)
    calls, said, abouts = (defaultdict[str, set[int]](set) for _ in range(3))
    for number, (entry, names) in enumerate(zip(found, typed, strict=True)):
        for form in names:
            calls[form].add(number)
            for word in form.split():
                said[word].add(number)
        for word in folded(" ".join(entry.about)).split():
            abouts[word].add(number)
    return Index(found, typed, _frozen(calls), _frozen(said), _frozen(abouts), _spelt(found))


def find(index: Index, text: str) -> list[Entry]:
    """Return what fits a text, best first."""
    wanted, asked = words(folded(text)), forms(text)
    if not wanted:
        return []
    fitting = _every(wanted, lambda word: _beginning(index.said, word))
    inside = _every(wanted, lambda word: _holding(index, word))
    exact = {number for form in asked for number in index.calls.get(form, ())}

    def rank(number: int) -> tuple[int, int, int, str]:
        names, entry = index.folded[number], index.entries[number]
        begins = any(name.startswith(asked) for name in names)
        tier = 0 if number in exact else 1 if begins else 2 if number in fitting else 3
        tier = 3 if entry.aside else tier
        return tier, entry.place, len(names[0]), names[0]

    return [index.entries[number] for number in sorted(fitting | inside | exact, key=rank)]


def found_by(entry: Entry, text: str, lang: str) -> str:
    """Return the other name by which a text finds an entry, nothing where the name that is shown has its words."""
    wanted, shown = words(folded(text)), " ".join(forms(entry.names.get(lang, "")))
    if all(word in shown for word in wanted):
        return ""
    others = (*entry.also, *(name for code, name in entry.names.items() if code != lang))
    return next((name for name in others if any(word in " ".join(forms(name)) for word in wanted)), "")


def meant(index: Index, text: str) -> str:
    """Return the text with each word that stands nowhere replaced by the one most like it.

    It is empty where nothing is like it, or nothing has all of the words.
    """
    found = [_nearest(index, word) for word in words(folded(text))]
    changed = found != words(folded(text))
    better = " ".join(index.spelt.get(word, word) for word in found) if changed and all(found) else ""
    return better if find(index, better) else ""


def _every(wanted: Sequence[str], fits: Callable[[str], set[int]]) -> set[int]:
    """Return the entries that fit for every word."""
    first, *others = (fits(word) for word in wanted)
    return first.intersection(*others)


def _beginning(said: Mapping[str, frozenset[int]], start: str) -> set[int]:
    """Return the entries with a word that begins so."""
    return set().union(*(numbers for word, numbers in said.items() if word.startswith(start)))


def _holding(index: Index, part: str) -> set[int]:
    """Return the entries with a word that has a part in it, if long enough, or with a type that begins so."""
    inside = (numbers for word, numbers in index.said.items() if part in word) if len(part) >= _INSIDE else ()
    return set().union(_beginning(index.said, part), _beginning(index.abouts, part), *inside)


def _names(entry: Entry) -> tuple[str, ...]:
    """Return whatever an entry is called, each once."""
    return tuple(dict.fromkeys((*entry.names.values(), *entry.also)))


def _spelt(entries: Iterable[Entry]) -> dict[str, str]:
    """Return every word of names as it stands there, by each way to type it."""
    standing = {word for entry in entries for name in _names(entry) for word in words(name.casefold())}
    return {form: word for word in sorted(standing) for form in forms(word)}


def _frozen(found: Mapping[str, set[int]]) -> dict[str, frozenset[int]]:
    """Return the same sets, which nothing will change."""
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _nearest(index: Index, word: str) -> str:
    """Return a word itself where names have it or begin so, else the one most like it, else nothing."""
    if any(known.startswith(word) for known in index.said) or len(word) < _INSIDE:
        return word
    pairs = _pairs(word)
    near = [
        known
        for known in index.said
        if abs(len(known) - len(word)) <= 2 and len(_pairs(known) & pairs) >= _COMMON
    ]
    rated = ((SequenceMatcher(None, word, known).ratio(), len(index.said[known]), known) for known in near)
    best = max(rated, default=(0.0, 0, ""))
    return best[2] if best[0] >= _LIKE else ""


def _pairs(word: str) -> frozenset[str]:
    """Return the pairs of letters that stand beside each other in a word, its ends counted."""
    framed = f" {word} "
    return frozenset(framed[at : at + 2] for at in range(len(framed) - 1))
