"""`samspil format`: Turtle files into canonical form, byte order marks and CRLF mended on the way."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from samspil.cli.output import write
from samspil.errors import NotCanonical, UnknownFormat
from samspil.files import STANDARD, read_mended
from samspil.formats import SUFFIXES, canonical_turtle, is_canonical, parse_turtle

__all__ = ["check_files", "format_files"]


def check_files(paths: Sequence[Path]) -> Iterator[Path]:
    """Name nothing, or raise NotCanonical for the first file that is not in canonical form.

    Raises what reading raises, and UnknownFormat for a file of another format than Turtle.
    """
    _check_turtle(paths)
    for path in paths:
        if not is_canonical(path):
            raise NotCanonical(path)
    yield from ()


def format_files(paths: Sequence[Path]) -> Iterator[Path]:
    """Rewrite the files that are not canonical and name each; all are read before the first is written.

    For `-` the text of standard input goes to standard output. Raises what reading raises, but for byte order
    marks and line ends, which are mended, and UnknownFormat for another format than Turtle; then nothing is written.
    """
    _check_turtle(paths)
    texts = {path: canonical_turtle(parse_turtle(path, read_mended(path)), path).encode() for path in paths}
    for path, text in texts.items():
        if path == STANDARD:
            write(text, path)
        elif path.read_bytes() != text:
            write(text, path)
            yield path


def _check_turtle(paths: Sequence[Path]) -> None:
    """Raise UnknownFormat for N-Triples and the like: as Turtle they would no longer be what their name says."""
    for path in paths:
        if SUFFIXES.get(path.suffix.lower(), "turtle") != "turtle":
            raise UnknownFormat(path.suffix, [".ttl"])
