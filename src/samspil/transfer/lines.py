"""The statements of a graph as sorted lines of N-Triples in a file: counted, hashed, and compared.

Ten million statements pass through a transfer without being held in memory. The hash is that of
`samspil.dataset.canonical_hash`: SHA-256 of the canonical N-Quads (RDFC-1.0), which for a graph without blank
nodes are its N-Triples, sorted.
"""

import re
from collections.abc import Generator, Hashable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from heapq import merge
from itertools import groupby, islice
from pathlib import Path
from typing import Final, cast

import pyoxigraph as ox

from samspil.formats import FORMATS, serialize_quads
from samspil.namespaces import XSD

__all__ = ["AT_ONCE", "Change", "Lines", "changes", "read_lines", "value_of", "write_lines"]

AT_ONCE: Final = 500_000  # lines that are sorted in memory: some 100 MB

# A line of which the subject or the object is a blank node, or a triple term (RDF 1.2) that may hold one.
_ANONYMOUS: Final = re.compile(rb"_:|\S+ \S+ (?:_:|<<\(.*_:)")

_DECIMAL: Final = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
_DOUBLE: Final = re.compile(
    r"[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|INF)"
)  # NaN is written in one way

_BOOLEANS: Final = {"true": "true", "1": "true", "false": "false", "0": "false"}

# Names of the datatypes whose values are decimal numbers (XSD 1.1 Part 2, 3.3.3 and 3.4.13 to 3.4.25).
_INTEGERS: Final = (
    "integer long int short byte nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger "
    "unsignedLong unsignedInt unsignedShort unsignedByte"
)


@dataclass(frozen=True)
class Lines:
    """A graph as a file of sorted N-Triples, each statement once; `anonymous` says that it has blank nodes."""

    path: Path
    count: int
    hash: str
    anonymous: bool

    def triples(self) -> Iterator[ox.Triple]:
        """Yield the triples, one by one; blank nodes get names that no other graph has."""
        quads = ox.parse(path=self.path, format=FORMATS["nt"], rename_blank_nodes=True)
        return (quad.triple for quad in quads)

    def blocks(self, size: int) -> Iterator[bytes]:
        """Yield the lines in blocks of at least `size` bytes but the last; those with blank nodes all in the last."""
        together: list[bytes] = []
        with self.path.open("rb") as file:
            while block := file.readlines(size):
                if self.anonymous:
                    together += filter(_ANONYMOUS.match, block)
                    block = [line for line in block if not _ANONYMOUS.match(line)]
                if block:
                    yield b"".join(block)
        if together:
            yield b"".join(together)


@dataclass(frozen=True)
class Change:
    """A statement, as N-Triples, that came back otherwise: `sent` or `read` is None where there is no such thing.

    With both, the two are the same in value and written in another way.
    """

    sent: str | None
    read: str | None

    @property
    def kind(self) -> str:
        """One of rewritten, lacking and added."""
        return "added" if self.sent is None else "lacking" if self.read is None else "rewritten"


def write_lines(triples: Iterable[ox.Triple], path: Path, at_once: int = AT_ONCE) -> Lines:
    """Write triples to a new file as sorted lines, of which `at_once` are sorted in memory.

    The folder holds the parts of the file meanwhile. Lines with blank nodes are all held in memory, for RDFC-1.0
    names the nodes by what all of them say; the other lines have no part in that.
    """
    unsorted = path.with_name(f"{path.name}.unsorted")
    ox.serialize(triples, unsorted, format=FORMATS["nt"])
    anonymous: list[bytes] = []
    parts = _sorted_parts(unsorted, at_once, anonymous)
    unsorted.unlink()
    with ExitStack() as stack:
        files = [stack.enter_context(part.open("rb")) for part in parts]
        lines = _written(merge(*files, _named(anonymous)), path, bool(anonymous))
    for part in parts:
        part.unlink()
    return lines


def read_lines(data: bytes, format: ox.RdfFormat, path: Path) -> Lines:
    """Write the triples of a text to a new file as sorted lines. Raises SyntaxError."""
    return write_lines((quad.triple for quad in ox.parse(data, format=format)), path)


def changes(sent: Lines, read: Lines) -> Generator[Change, None, None]:
    """Yield what differs between a graph that was sent and the graph that was read back.

    Lawful is a literal that the server writes in another way and with the same value: see value_of.
    """
    if (sent.count, sent.hash) == (read.count, read.hash):
        return
    with sent.path.open("rb") as ours, read.path.open("rb") as theirs:
        both = merge(((line, True) for line in ours), ((line, False) for line in theirs))
        for _, group in groupby(both, key=lambda pair: pair[0].split(b" ", 2)[:2]):
            pairs = list(group)
            yield from _differing(
                {line for line, our in pairs if our}, {line for line, our in pairs if not our}
            )


def value_of(term: object) -> Hashable | None:
    """Return what two literals have in common that are written in different ways and are equal in value.

    Numbers of one kind by their value, for engines store it and write it anew (XSD 1.1 Part 2, 2.2.3: `1.50`
    is `1.5`, and an integer is a decimal), and booleans by theirs (3.3.2: `1` is `true`). Nothing else: a date that
    is cut, a decimal with fewer digits, or a literal of another datatype is a loss. (The case of a language tag
    has no meaning, and the parser makes it lower.)
    """
    if not isinstance(term, ox.Literal):
        return None
    kind = term.datatype.value.removeprefix(XSD)
    if kind in ("decimal", *_INTEGERS.split()):
        return ("decimal", Decimal(term.value)) if _DECIMAL.fullmatch(term.value) else None
    if kind in ("double", "float"):
        return (kind, float(term.value)) if _DOUBLE.fullmatch(term.value) else None
    return _BOOLEANS.get(term.value) if kind == "boolean" else None


def _differing(sent: set[bytes], read: set[bytes]) -> Iterator[Change]:
    """Yield what differs between the lines of one subject and predicate."""
    ours = _by_value(sent) if sent != read and read else {}
    theirs = _by_value(read) if ours else {}
    for line in sorted(sent - read):
        same = theirs.get(_value(line)) if theirs else None
        yield Change(_text(line), None if same is None else _text(same))
    for line in sorted(read - sent):
        if not ours or _value(line) not in ours:
            yield Change(None, _text(line))


def _by_value(lines: set[bytes]) -> dict[Hashable, bytes]:
    """Return the first line that ends in a literal of each value that value_of knows."""
    found: dict[Hashable, bytes] = {}
    for line in sorted(lines):
        if (value := _value(line)) is not None:
            found.setdefault(value, line)
    return found


def _value(line: bytes) -> Hashable | None:
    """Return the value of the literal that a line ends in, where value_of knows one."""
    (quad,) = ox.parse(line, format=FORMATS["nt"])
    return value_of(quad.object)


def _text(line: bytes) -> str:
    """Return a line as text without its end."""
    return line.decode("utf-8").removesuffix("\n")


def _written(lines: Iterable[bytes], path: Path, anonymous: bool) -> Lines:
    """Write sorted lines, each once, and count and hash them on the way."""
    digest, number = sha256(), 0
    with path.open("wb") as file:
        for line, _ in groupby(lines):
            file.write(line)
            digest.update(line)
            number += 1
    return Lines(path, number, digest.hexdigest(), anonymous)


def _sorted_parts(path: Path, at_once: int, anonymous: list[bytes]) -> list[Path]:
    """Write the lines of a file to parts, each sorted; those with blank nodes go to `anonymous` instead."""
    parts: list[Path] = []
    with path.open("rb") as file:
        while batch := list(islice(file, at_once)):
            anonymous += filter(_ANONYMOUS.match, batch)
            parts.append(path.with_suffix(f".{len(parts)}"))
            parts[-1].write_bytes(b"".join(sorted(line for line in batch if not _ANONYMOUS.match(line))))
    return parts


def _named(lines: list[bytes]) -> list[bytes]:
    """Return lines with blank nodes, sorted, with the canonical names of the nodes (RDFC-1.0)."""
    quads = cast("Iterable[ox.Quad]", ox.parse(b"".join(lines), format=FORMATS["nt"]))
    return sorted(serialize_quads(quads, "nq").splitlines(keepends=True))
