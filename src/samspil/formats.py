"""RDF as text: read strictly, and written so that the same triples are always the same bytes.

Turtle on disk is canonical, so that a line of a diff is a statement that changed. Reading is strict for
the same reason: UTF-8, no byte order mark, LF alone. This is the one place where pyoxigraph parses and
serialises.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from samspil.errors import (
    BlankNode,
    DoctypeRefused,
    NotExpressible,
    TurtleSyntaxError,
    UnknownFormat,
)
from samspil.files import line_at, read_any, read_bytes, read_mended, replace_file
from samspil.namespaces import PREFIXES, RDF
from samspil.syntax import OPAQUE

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "blank_line",
    "canonical_turtle",
    "is_canonical",
    "line_of",
    "ordered",
    "parse_turtle",
    "read_bytes",
    "read_file",
    "read_mended",
    "read_turtle",
    "replace_file",
    "serialize_quads",
    "syntax_error",
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
SUFFIXES: Final[dict[str, str]] = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nt": "nt",
    ".nq": "nq",
    ".jsonld": "jsonld",
    ".rdf": "rdfxml",
}

_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_TYPE: Final = ox.NamedNode(RDF + "type")

# What in Turtle is no keyword or bracket: besides what may hold anything, escapes and the opening of a triple term.
_OPAQUE: Final = OPAQUE + r"|\\.|<<\("
_BLANK: Final = r"(?<!\w)_:|\[|\((?!\s*\))|<<(?!\()"

# How an IRI ends that can be the name of an XML element, and what XML 1.0 text cannot hold.
_XML_NAME: Final = re.compile(r"[^\W\d][\w.-]*$")
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_turtle(path: Path) -> list[ox.Triple]:
    """Return the triples of a Turtle file; blank nodes get names that no other file has.

    Raises UnreadableInput, ByteOrderMark, EncodingError, LineEndings or TurtleSyntaxError.
    """
    return parse_turtle(path, read_bytes(path))


def parse_turtle(path: Path, data: bytes) -> list[ox.Triple]:
    """Return the triples of a Turtle text; `path` is what an error names. Raises TurtleSyntaxError."""
    return _parsed(path, data, FORMATS["turtle"])


def read_file(path: Path) -> list[ox.Triple]:
    """Return the triples of a file in the format that its suffix names; names of graphs are left out.

    Raises what read_turtle raises, UnknownFormat for another suffix, and DoctypeRefused for RDF/XML with
    a DOCTYPE, whose entities could expand without end.
    """
    name = SUFFIXES.get(path.suffix.lower())
    if name is None:
        raise UnknownFormat(path.suffix or path.name, sorted(SUFFIXES))
    if name == "turtle":
        return read_turtle(path)
    data = read_any(path)
    if name == "rdfxml" and (at := data.find(b"<!DOCTYPE")) >= 0:
        raise DoctypeRefused(path, line_at(data, at))
    return list(dict.fromkeys(_parsed(path, data, FORMATS[name])))


def line_of(text: str, pattern: str) -> int | None:
    """Return the first line of a Turtle text where a pattern stands outside literals and comments."""
    for match in re.finditer(f"(?P<found>{pattern})|{_OPAQUE}", text, re.DOTALL):
        if match["found"] is not None:
            return text.count("\n", 0, match.start()) + 1
    return None


def canonical_turtle(triples: Iterable[ox.Triple], path: Path | str = "-") -> str:
    """Return the one Turtle text of a set of triples.

    It is sorted, declares only the prefixes that it uses, and has an empty line between subjects.
    `path` is what the error names. Raises BlankNode, for which no stable name exists.
    """
    kept = set(triples)
    if any(_blank(term) for triple in kept for term in triple):
        raise BlankNode(path, blank_line(Path(path)))
    return _turtle(ordered(kept))


def write_turtle(path: Path, triples: Iterable[ox.Triple]) -> None:
    """Write triples canonically; the file is either the old one or the new one, never half of it.

    Raises BlankNode, or UnwritableOutput with the old file untouched.
    """
    replace_file(path, canonical_turtle(triples, path).encode("utf-8"))


def is_canonical(path: Path) -> bool:
    """Tell whether a Turtle file is exactly what write_turtle would write.

    Raises what read_turtle and canonical_turtle raise.
    """
    data = read_bytes(path)
    return canonical_turtle(parse_turtle(path, data), path).encode("utf-8") == data


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
    header = sorted(line for line in lines if line.startswith("@prefix "))
    body = [line if line.startswith("\t") else f"\n{line}" for line in lines[len(header) :] if line]
    visible = re.sub(_OPAQUE, " ", "\n".join(body))
    used = set(re.findall(r"(?<![\w:.-])([a-z]+):", visible))
    kept = [line for line in header if line.split()[1].removesuffix(":") in used]
    return "".join(f"{line}\n" for line in [*kept, *body]).removeprefix("\n")


def _written(statements: list[ox.Triple] | list[ox.Quad], format: str) -> bytes:
    """Return the bytes of sorted statements. Raises NotExpressible where the format has no way."""
    for statement in statements if format in _LIMITS else ():
        if (term := _LIMITS[format](statement)) is not None:
            raise NotExpressible(format, str(term))
    return ox.serialize(statements, format=FORMATS[format], prefixes=PREFIXES) or b""


def _beyond_json(statement: ox.Triple | ox.Quad) -> _Term | None:
    """Return a term that JSON-LD 1.1 cannot hold: it knows no triple terms (RDF 1.2)."""
    return statement.object if isinstance(statement.object, ox.Triple) else None


def _beyond_xml(statement: ox.Triple | ox.Quad) -> _Term | None:
    """Return a term that RDF/XML cannot hold; pyoxigraph would write a file that is not XML."""
    predicate, value = statement.predicate, statement.object
    if not _XML_NAME.search(predicate.value):
        return predicate
    if isinstance(value, ox.Triple) or (isinstance(value, ox.Literal) and _NOT_XML.search(value.value)):
        return value
    return None


# Format to the check that finds a term it has no way to write.
_LIMITS: Final[dict[str, Callable[[ox.Triple | ox.Quad], _Term | None]]] = {
    "jsonld": _beyond_json,
    "rdfxml": _beyond_xml,
}


def _named(quads: Iterable[ox.Quad]) -> Iterable[ox.Quad]:
    """Return the set of quads, with blank nodes named after their place in the graph (RDFC-1.0)."""
    kept = set(quads)
    if not any(_blank(term) for quad in kept for term in (quad.subject, quad.object, quad.graph_name)):
        return kept
    dataset = ox.Dataset(kept)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


def _blank(term: object) -> bool:
    """Tell whether a term is a blank node or a triple term that holds one."""
    return isinstance(term, ox.BlankNode) or (isinstance(term, ox.Triple) and any(map(_blank, term)))


def blank_line(path: Path) -> int | None:
    """Return the first line of a Turtle file that makes a blank node, if there is such a file."""
    return line_of(path.read_text(encoding="utf-8", errors="replace"), _BLANK) if path.is_file() else None


def _parsed(path: Path, data: bytes, format: ox.RdfFormat) -> list[ox.Triple]:
    """Return the triples of a text. Raises TurtleSyntaxError, in which a missing position is 1:1."""
    try:
        return [quad.triple for quad in ox.parse(data, format=format, rename_blank_nodes=True)]
    except SyntaxError as error:
        raise syntax_error(path, data, error) from error


def syntax_error(path: Path, data: bytes, error: SyntaxError) -> TurtleSyntaxError:
    """Return our error for pyoxigraph's, with the line that it points at."""
    line, column = error.lineno or 1, error.offset or 1
    lines = data.decode("utf-8", "replace").split("\n")
    excerpt = lines[line - 1] if line <= len(lines) else ""
    detail = re.sub(r"^Parser error at line [^:]*: ", "", str(error.msg))
    return TurtleSyntaxError(path, line, column, excerpt, detail)
