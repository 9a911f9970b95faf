"""Where an answer may be cut off so that it is still a document of its format, and says that it was cut.

An answer comes in pieces of any length. It is read just as closely as its format needs to know where a row ends, or a
triple: strings are passed over, brackets and tags are counted. What is given on always ends there; the rest waits.
Where a format allows it, the rows of a piece are counted in bulk, many times as fast: as long as they cannot be too
many, only where the last one ends has to be known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

__all__ = ["FORMS", "Cut", "Form", "TooLarge"]


@dataclass(frozen=True)
class Form:
    """How a format is read: its tokens, and the depth at which a row or triple has ended.

    `first` is the number of rows before the first end, -1 where that is of a line of names; `before` tells that an
    end stands before the token, which does not belong to it. `tail` closes a document that is cut off; one without a
    place for the notice (`tells` False) is only given on when it is whole, with the notice in its head. `row` is a
    whole row at that depth, where most are of one shape: read in one step, not token by token. `bulk` tells of a piece
    that begins where a row ends how many rows end in it and where the last of these does, 0 and 0 where it cannot.
    """

    token: re.Pattern[bytes]
    tail: bytes
    level: int = 0
    first: int = 0
    before: bool = False
    tells: bool = True
    row: re.Pattern[bytes] | None = None
    bulk: Callable[[bytes], tuple[int, int]] = lambda _: (0, 0)


class TooLarge(Exception):
    """Not even one row fits."""


def _objects(piece: bytes) -> tuple[int, int]:
    """Count the rows of JSON after which another one begins: nothing in a string looks like that.

    For in a string a quotation mark is escaped, and after one that ends it comes a comma or a brace. A row in which
    nothing is bound looks otherwise.
    """
    ends = [] if b"{}" in piece else [found.start() + 2 for found in _NEXT.finditer(piece)]
    return len(ends), ends[-1] if ends else 0


def _tags(piece: bytes) -> tuple[int, int]:
    """Count the rows of XML: in a text "<" is escaped."""
    end = b"</result>"
    return piece.count(end), piece.rfind(end) + len(end) if end in piece else 0


def _lines(piece: bytes) -> tuple[int, int]:
    """Count lines of which each is a row."""
    return piece.count(b"\n"), piece.rfind(b"\n") + 1


def _unquoted_lines(piece: bytes) -> tuple[int, int]:
    """Count the lines of CSV that end outside quotation marks: in every other of the parts between these."""
    parts, at = piece.split(b'"'), len(piece)
    for number in reversed(range(len(parts))):
        at -= len(parts[number])
        if number % 2 == 0 and b"\n" in parts[number]:
            ended = sum(part.count(b"\n") for part in parts[: number + 1 : 2])
            return ended, at + parts[number].rfind(b"\n") + 1
        at -= 1
    return 0, 0


_STRING: Final = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_TERM: Final = rb'\{[^"{}]*+(?:' + _STRING + rb'[^"{}]*+)*+\}'
_ROW: Final = rb',?\{[^"{}]*+(?:(?:' + _STRING + rb"|" + _TERM + rb')[^"{}]*+)*+\}'
_NEXT: Final = re.compile(rb'\}\},\{"(?=[^,}])')
_LINE: Final = re.compile(rb"(?P<end>\n)")
_TURTLE: Final = re.compile(_STRING + rb'|<[^>]*>|(?P<end> [.;,](?=[ \n]))|(?P<broken>[<"])', re.DOTALL)
_NOTICE: Final = b"truncated: there is more than these %(rows)d"

# Media type of the engine to how it is read; where ends are was seen from pyoxigraph 0.5.
FORMS: Final[dict[str, Form]] = {
    "application/sparql-results+json": Form(
        re.compile(_STRING + rb'|(?P<down>\{)|(?P<up>\})|(?P<broken>")', re.DOTALL),
        b']},"truncated":{"rows":%(rows)d}}',
        level=2,
        row=re.compile(_ROW, re.DOTALL),
        bulk=_objects,
    ),
    "application/sparql-results+xml": Form(
        re.compile(rb"(?P<end></result>)"),
        b"</results><!-- " + _NOTICE + b" rows --></sparql>",
        bulk=_tags,
    ),
    "text/csv": Form(
        re.compile(rb'"[^"]*"|(?P<end>\n)|(?P<broken>")'), b"", first=-1, tells=False, bulk=_unquoted_lines
    ),
    "text/tab-separated-values": Form(_LINE, b"", first=-1, tells=False, bulk=_lines),
    "application/n-triples": Form(_LINE, b"# " + _NOTICE + b" triples\n", bulk=_lines),
    "application/n-quads": Form(_LINE, b"# " + _NOTICE + b" triples\n", bulk=_lines),
    "text/turtle": Form(_TURTLE, b" .\n# " + _NOTICE + b" triples\n", before=True),
    "application/trig": Form(_TURTLE, b" .\n# " + _NOTICE + b" triples\n", before=True),
    "application/rdf+xml": Form(
        re.compile(rb"<\?[^>]*>|(?P<up></[^>]*>)|(?P<alone><[^>]*/>)|(?P<down><[^>]*[^>/]>)|(?P<broken><)"),
        b"\n\t</rdf:Description>\n<!-- " + _NOTICE + b" triples -->\n</rdf:RDF>\n",
        level=2,
    ),
    "application/ld+json": Form(
        re.compile(_STRING + rb'|(?P<down>[{\[])|(?P<up>[}\]])|(?P<broken>")', re.DOTALL),
        b"]}]",
        level=3,
        tells=False,
    ),
}


class Cut:
    """Passes an answer on until it has as many rows or bytes as one may have; `cut` tells that it had more."""

    def __init__(self, form: Form, rows: int, size: int) -> None:
        """Take how the answer is read, and the most rows and bytes."""
        self.cut = False
        self.rows = form.first
        self._form, self._most, self._size = form, rows, size
        self._rest, self._given, self._scan_at = b"", 0, 0
        self._depth = 0

    def feed(self, data: bytes) -> bytes:
        """Take more of the answer and return what may be given on. Raises TooLarge."""
        self._rest += data
        # A row of many megabytes is not read again at each of its pieces.
        if len(self._rest) < self._scan_at and self._given + len(self._rest) <= self._size:
            return b""
        end = self._last_end()
        out, self._rest = self._rest[:end], self._rest[end:]
        self._scan_at = 2 * len(self._rest)
        self._given += len(out)
        if not self.cut and self._given + len(self._rest) > self._size:
            self.cut = True
        return self._closed(out) if self.cut else out

    def finish(self) -> bytes:
        """Return what is left at the end of the answer; what waited to be read is read now. Raises TooLarge."""
        self._scan_at = 0
        out = self.feed(b"")
        rest, self._rest = self._rest, b""
        return out + rest

    def _closed(self, out: bytes) -> bytes:
        """Return the last piece of an answer that is cut off. Raises TooLarge."""
        if not self._given:
            raise TooLarge
        self._rest = b""
        return out + self._form.tail % {b"rows": self.rows}

    def _last_end(self) -> int:
        """Return where the last row ends that is given on."""
        last = self._skipped()
        for end, depth in self._ends(last):
            if self.rows == self._most or self._given + end > self._size:
                self.cut = True
                break
            self.rows += 1
            last, self._depth = end, depth
        return last

    def _skipped(self) -> int:
        """Count rows of what waits in bulk, if that is not too many, and return where the last of them ends."""
        rows, end = self._form.bulk(self._rest)
        if not end or self.rows + rows > self._most or self._given + end > self._size:
            return 0
        self.rows += rows
        self._depth = self._form.level
        return end

    def _ends(self, at: int) -> Iterator[tuple[int, int]]:
        """Yield where rows end in what waits from a place on, and the depth there."""
        depth, form = self._depth, self._form
        while True:
            if form.row is not None and depth == form.level:
                while row := form.row.match(self._rest, at):
                    at = row.end()
                    yield at, depth
            token = form.token.search(self._rest, at)
            if token is None or (kind := token.lastgroup) == "broken":
                return
            at = token.end()
            if kind == "end":
                if not (form.before and token.start() == 0):
                    yield (token.start() if form.before else at), depth
                continue
            depth += {"down": 1, "up": -1}.get(kind or "", 0)
            if kind in ("up", "alone") and depth == form.level:
                yield at, depth
