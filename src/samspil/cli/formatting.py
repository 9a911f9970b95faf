"""`samspil format`: Turtle files into canonical form, byte order marks and CRLF mended on the way."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from samspil.errors import NotCanonical
from samspil.files import read_mended, replace_file
from samspil.formats import canonical_turtle, is_canonical, parse_turtle

__all__ = ["check_files", "format_files"]


def check_files(paths: Sequence[Path]) -> Iterator[Path]:
    """Name nothing, or raise NotCanonical for the first file that is not in canonical form."""
    for path in paths:
        if not is_canonical(path):
            raise NotCanonical(path)
    yield from ()


def format_files(paths: Sequence[Path]) -> Iterator[Path]:
    """Rewrite the files that are not canonical and name each; all are read before the first is written.

    Raises what reading raises, but for byte order marks and line ends, which are mended; then nothing is written.
    """
    texts = {path: canonical_turtle(parse_turtle(path, read_mended(path)), path).encode() for path in paths}
    for path, text in texts.items():
        if path.read_bytes() != text:
            replace_file(path, text)
            yield path
