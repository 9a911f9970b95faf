"""RDF as text: read strictly, and written so that the same triples are always the same bytes.

Turtle on disk is canonical, so that a line of a diff is a statement that changed. Reading is strict for
the same reason: UTF-8, no byte order mark, LF alone. This is the one place where pyoxigraph parses and
serialises.
"""

import os
import re
import shutil
import uuid
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from samspil.errors import (
    BlankNode,
    ByteOrderMark,
    DoctypeRefused,
    EncodingError,
    LineEndings,
    NotExpressible,
    TurtleSyntaxError,
    UnknownFormat,
    UnreadableInput,
    UnwritableOutput,
)
from samspil.namespaces import PREFIXES, RDF

__all__ = [
    "FORMATS",
    "canonical_turtle",
    "is_canonical",
    "line_of",
    "ordered",
    "read_bytes",
    "read_file",
    "read_turtle",
    "serialize_quads",
    "write_turtle",
]

# Name of a format to pyoxigraph's. Those that keep the names of graphs are trig, nq and jsonld.
FORMATS: Final[dict[str, ox.RdfFormat]] = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}

# Suffix of a file to the format in it.
_SUFFIXES: Final[dict[str, str]] = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nt": "nt",
    ".nq": "nq",
    ".jsonld": "jsonld",
    ".rdf": "rdfxml",
}

_TYPE: Final = ox.NamedNode(RDF + "type")
_BOM: Final = b"\xef\xbb\xbf"

# What in Turtle may hold anything: literals, IRIs, comments, escapes, and the opening of a triple term.
_OPAQUE: Final = (
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>\s]*>|#[^\n]*|\\.|<<\('
)
_BLANK: Final = r"(?<!\w)_:|\[|\((?!\s*\))|<<(?!\()"

# What an XML element cannot be called, and what XML 1.0 text cannot hold.
_NOT_A_NAME: Final = re.compile(r"(?:[^\w.-]|^)[\d.-]*$")
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_turtle(path: Path) -> list[ox.Triple]:
    """Return the triples of a Turtle file; blank nodes get names that no other file has.

    Raises UnreadableInput, ByteOrderMark, EncodingError, LineEndings or TurtleSyntaxError.
    """
    return _parsed(path, read_bytes(path), FORMATS["turtle"])


def read_file(path: Path) -> list[ox.Triple]:
    """Return the triples of a file in the format that its suffix names; names of graphs are left out.

    Raises what read_turtle raises, UnknownFormat for another suffix, and DoctypeRefused for RDF/XML with
    a DOCTYPE, whose entities could expand without end.
    """
    name = _SUFFIXES.get(path.suffix.lower())
    if name is None:
        raise UnknownFormat(path.suffix or path.name, sorted(_SUFFIXES))
    if name == "turtle":
        return read_turtle(path)
    data = _bytes_of(path)
    if name == "rdfxml" and (at := data.find(b"<!DOCTYPE")) >= 0:
        raise DoctypeRefused(path, _line_at(data, at))
    return list(dict.fromkeys(_parsed(path, data, FORMATS[name])))


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a text file of the register, which are UTF-8 with LF and no byte order mark.

    Raises UnreadableInput, ByteOrderMark, EncodingError or LineEndings.
    """
    data = _bytes_of(path)
    if data.startswith(_BOM):
        raise ByteOrderMark(path)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise EncodingError(path, _line_at(data, error.start), error.start) from error
    if (at := data.find(b"\r")) >= 0:
        raise LineEndings(path, _line_at(data, at))
    return data


def line_of(text: str, pattern: str) -> int | None:
    """Return the first line of a Turtle text where a pattern stands outside literals and comments."""
    for match in re.finditer(f"(?P<found>{pattern})|{_OPAQUE}", text, re.DOTALL):
        if match["found"] is not None:
            return text.count("\n", 0, match.start()) + 1
    return None


def canonical_turtle(triples: Iterable[ox.Triple], path: Path | str = "-") -> str:
    """Return the one Turtle text of a set of triples: sorted, only the prefixes used, a line between subjects.

    `path` is what the error names. Raises BlankNode, for which no stable name exists.
    """
    kept = set(triples)
    if any(_blank(term) for triple in kept for term in triple):
        raise BlankNode(path, _blank_line(Path(path)))
    return _turtle(ordered(kept))


def write_turtle(path: Path, triples: Iterable[ox.Triple]) -> None:
    """Write triples canonically; the file is either the old one or the new one, never half of it.

    Raises BlankNode, or UnwritableOutput with the old file untouched.
    """
    data = canonical_turtle(triples, path).encode("utf-8")
    target = path.resolve()
    part = target.with_name(f".{target.name}.{uuid.uuid4().hex}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    except OSError as error:
        raise UnwritableOutput(path, _reason(error)) from error
    finally:
        part.unlink(missing_ok=True)


def is_canonical(path: Path) -> bool:
    """Tell whether a Turtle file is exactly what write_turtle would write.

    Raises what read_turtle and canonical_turtle raise.
    """
    return canonical_turtle(read_turtle(path), path).encode("utf-8") == read_bytes(path)


def serialize_quads(quads: Iterable[ox.Quad], format: str) -> bytes:
    """Return the bytes of a set of quads, the same for the same set in every process.

    Blank nodes are named by RDFC-1.0, which takes exponential time on graphs made to hurt it. A format
    without graphs gets the merge of all. Raises UnknownFormat, and NotExpressible for RDF/XML and JSON-LD.
    """
    if format not in FORMATS:
        raise UnknownFormat(format, sorted(FORMATS))
    kept = _named(quads)
    if not FORMATS[format].supports_datasets:
        triples = ordered({quad.triple for quad in kept})
        return _turtle(triples).encode() if format == "turtle" else _written(triples, format)
    return _written(sorted(kept, key=lambda quad: (str(quad.graph_name), *_order(quad))), format)


def ordered(triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    """Return triples by subject, then predicate with rdf:type first, then object, each as N-Triples."""
    return sorted(triples, key=_order)


def _order(statement: ox.Triple | ox.Quad) -> tuple[str, bool, str, str]:
    """Return the key by which statements of one graph are sorted."""
    predicate = statement.predicate
    return str(statement.subject), predicate != _TYPE, str(predicate), str(statement.object)


def _turtle(triples: list[ox.Triple]) -> str:
    """Return Turtle for sorted triples. The serialiser writes one line per statement or continuation."""
    text = (ox.serialize(triples, format=FORMATS["turtle"], prefixes=PREFIXES) or b"").decode("utf-8")
    lines = text.removesuffix("\n").split("\n")
    header = [line for line in lines if line.startswith("@prefix ")]
    body = [line if line.startswith("\t") else f"\n{line}" for line in lines[len(header) :] if line]
    visible = re.sub(_OPAQUE, " ", "\n".join(body))
    used = set(re.findall(r"(?<![\w-])([a-z]+):", visible))
    kept = [line for line in header if line.split()[1].removesuffix(":") in used]
    return "".join(f"{line}\n" for line in [*kept, *body]).removeprefix("\n")


def _written(statements: list[ox.Triple] | list[ox.Quad], format: str) -> bytes:
    """Return the bytes of sorted statements. Raises NotExpressible where the format has no way."""
    if format in _LIMITS:
        for statement in statements:
            for term in filter(_LIMITS[format], (statement.predicate, statement.object)):
                raise NotExpressible(format, str(term))
    return ox.serialize(statements, format=FORMATS[format], prefixes=PREFIXES) or b""


def _beyond_xml(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> bool:
    """Tell whether RDF/XML cannot hold a term in the place of a predicate or object."""
    return isinstance(term, ox.Triple) or (isinstance(term, ox.Literal) and bool(_NOT_XML.search(term.value)))


def _beyond_json(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> bool:
    """Tell whether JSON-LD 1.1 cannot hold a term: it knows nothing of RDF 1.2."""
    return isinstance(term, ox.Triple)
