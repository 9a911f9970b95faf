"""The sources of what a page says: each passage has a number, which stands after every statement that it supports."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from samspil.namespaces import BASE, PROV, SAM
from samspil.server.things.reading import Reader, Words

__all__ = ["Basis", "Mark", "Marks"]

_STATED: Final = f"{BASE}concept/basis/stated"
_MOST: Final = 100  # passages of one statement that are looked at
_FEW: Final = (
    3  # passages that are told one by one where a statement has no node, hence no passages, of its own
)


@dataclass(frozen=True)
class Basis:
    """That a statement is not the source's own: what it is instead, and the note that says why."""

    word: Words
    note: Words


@dataclass(frozen=True)
class Mark:
    """A passage with its number on the page."""

    number: int
    passage: str
    label: Words


@dataclass
class Marks:
    """The passages of a page in the order in which they are first cited."""

    reader: Reader
    numbers: dict[str, int] = field(default_factory=dict)

    def of(self, *statements: str) -> tuple[Mark, ...]:
        """Return the marks of what some nodes state."""
        path = "prov:wasDerivedFrom|sam:mentionedIn"
        passages = {one: None for node in statements for one in self.reader.things(node, path, _MOST)}
        return tuple(sorted(map(self._mark, sorted(passages)), key=lambda mark: mark.number))

    def all(self) -> list[Mark]:
        """Return every passage that has been cited."""
        return [self._mark(passage) for passage in self.numbers]

    def few(self, thing: str) -> tuple[Mark, ...]:
        """Return the marks of a thing that is mentioned in few passages; of another, its list of them says more."""
        path = "prov:wasDerivedFrom|sam:mentionedIn"
        return self.of(thing) if len(self.reader.things(thing, path, _FEW + 1)) <= _FEW else ()

    def basis(self, statement: str) -> Basis | None:
        """Return how a statement is supported where a source does not simply state it."""
        note = self.reader.chosen(self.reader.values(statement, SAM + "interpretationNote"))
        basis = self.reader.first(statement, SAM + "basis")
        if basis in ("", _STATED) and not note.text:
            return None
        return Basis(self.reader.name(basis or SAM + "interpretationNote"), note)

    def derived(self, statement: str) -> bool:
        """Tell whether a statement has passages of its own."""
        return bool(self.reader.values(statement, PROV + "wasDerivedFrom"))

    def _mark(self, passage: str) -> Mark:
        """Return the mark of a passage, with the number that it has or the next one."""
        number = self.numbers.setdefault(passage, len(self.numbers) + 1)
        return Mark(number, passage, self.reader.label(passage))
