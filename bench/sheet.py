"""One made-up source as it is written: its statements, and its passages, which come as they are needed."""

from collections.abc import Iterable
from typing import Final

from bench.invention import Invention
from samspil.namespaces import BASE, PREFIXES

__all__ = ["Sheet", "concept", "labels", "period", "thing"]

_NEXT: Final = " ;\n\t"
_HEADER: Final = "".join(f"@prefix {prefix}: <{name}> .\n" for prefix, name in PREFIXES.items())


def thing(kind: str, slug: str) -> str:
    """Return the IRI of a thing as Turtle writes it."""
    return f"<{BASE}id/{kind}/{slug}>"


def concept(scheme: str, slug: str) -> str:
    """Return the IRI of a concept as Turtle writes it."""
    return f"<{BASE}concept/{scheme}/{slug}>"


def labels(da: str, en: str, term: str = "skos:prefLabel") -> list[str]:
    """Return what is said of a name in both languages."""
    return [f'{term} "{da}"@da', f'{term} "{en}"@en']


def period(term: str, text: str) -> str:
    """Return what is said of a time."""
    return f'{term} "{text}"^^edtf:EDTF'


class Sheet:
    """The text of one file; `count` is the number of its statements."""

    def __init__(self, stem: str, invent: Invention) -> None:
        """Begin a source with its graph and its document."""
        self.stem, self.count = stem, 0
        self.mentioned: set[str] = set()
        self._invent, self._parts, self._passages = invent, [_HEADER], 0
        source = thing("source", stem)
        self.say(
            f"<{BASE}graph/{stem}>",
            "a void:Dataset",
            "dct:license <https://creativecommons.org/licenses/by/4.0/>",
            period("dct:modified", "2026-11-22"),
            f"dct:source {source}",
            *labels(f"Samarbejder ifølge {stem}", f"Cooperation according to {stem}", "dct:title"),
        )
        self.say(
            source,
            "a sam:SourceDocument",
            f"dct:type {concept('source-type', 'memo')}",
            *labels(f"Notat om samarbejder, {stem}", f"Memo on cooperation, {stem}"),
            *labels(f"Notat {stem}", f"Memo {stem}", "dct:title"),
            period("dct:issued", f"{invent.year()}-02-19"),
        )

    def say(self, subject: str, *statements: str) -> None:
        """Write what is said of a subject, each statement a property and a value."""
        self._parts.append(f"{subject} {_NEXT.join(statements)} .\n")
        self.count += len(statements)

    def passage(self) -> str:
        """Return a passage of this source: a new one, or the one before again."""
        if not self._passages or self._invent.chance(0.4):
            self._passages += 1
            self._describe(self._passages)
        return thing("passage", f"{self.stem}-l{self._passages}")

    def mentioned_in(self) -> str:
        """Return what is said of an actor or cooperation that this source names."""
        return f"sam:mentionedIn {self.passage()}"

    def stated(self) -> list[str]:
        """Return what is said of a statement: its passages and its basis, sometimes with a note."""
        passages = sorted({self.passage() for _ in range(1 + self._invent.chance(0.4))})
        basis = "interpreted" if self._invent.chance(0.3) else "stated"
        notes = labels(*_NOTE, "sam:interpretationNote") if basis == "interpreted" else []
        derived = [f"prov:wasDerivedFrom {passage}" for passage in passages]
        return [*derived, f"sam:basis {concept('basis', basis)}", *notes]

    def text(self) -> Iterable[str]:
        """Return the parts of the Turtle text."""
        return self._parts

    def _describe(self, number: int) -> None:
        """Write what a passage is."""
        written = [f'sam:asWritten "Samarbejdet nr. {number}"@da'] if self._invent.chance(0.1) else []
        self.say(
            thing("passage", f"{self.stem}-l{number}"),
            "a sam:SourcePassage",
            f"dct:isPartOf {thing('source', self.stem)}",
            f'sam:locator "line {number}"',
            *labels(f"Linje {number} i {self.stem}", f"Line {number} of {self.stem}"),
            *written,
        )


_NOTE: Final = (
    "Notatet siger det ikke udtrykkeligt. Vi har læst det af linjen før, som handler om det samme.",
    "The memo does not say so in words. We read it from the line before, which is about the same.",
)
