"""Text files of a register: read strictly, and replaced whole.

Strictly, because an invisible mark or a changed line end makes every line of a diff look changed. Whole,
because a file that is half old and half new is worse than either.
"""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

from samspil.errors import ByteOrderMark, EncodingError, LineEndings, UnreadableInput, UnwritableOutput

__all__ = [
    "STANDARD",
    "check_file",
    "check_folder",
    "line_at",
    "make_folder",
    "read_any",
    "read_bytes",
    "read_mended",
    "reason_of",
    "replace_file",
]

# What stands for standard input where a file is read, and for standard output where one is written.
STANDARD: Final = Path("-")

_BOM: Final = b"\xef\xbb\xbf"

# Number of a refusal by the system to our words for it.
_REASONS: Final[dict[int, str]] = {
    errno.ENOENT: "no such file",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "it is not a folder",
    errno.EEXIST: "there is a file of that name",
    errno.EACCES: "access is denied",
    errno.EPERM: "access is denied",
    errno.ENOSPC: "the disk is full",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "its links lead in a circle",
}


def read_any(path: Path) -> bytes:
    """Return the bytes of a file of any kind, or of standard input for `-`. Raises UnreadableInput."""
    try:
        if path == STANDARD:
            with open(0, "rb", closefd=False) as standard_input:
                return standard_input.read()
        return path.read_bytes()
    except OSError as error:
        # Windows answers "access is denied" for a folder.
        raise UnreadableInput(path, "it is a folder" if path.is_dir() else reason_of(error)) from error


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a text file of the register, which are UTF-8 with LF and no byte order mark.

    Raises UnreadableInput, ByteOrderMark, EncodingError or LineEndings.
    """
    data = read_any(path)
    if data.startswith(_BOM):
        raise ByteOrderMark(path)
    _check_encoding(path, data)
    if (at := data.find(b"\r")) >= 0:
        raise LineEndings(path, line_at(data, at))
    return data


def read_mended(path: Path) -> bytes:
    """Return the bytes of a UTF-8 file without its byte order mark and with LF at the ends of lines.

    A CR inside a literal becomes LF too: in a text file they cannot be told apart.
    Raises UnreadableInput or EncodingError.
    """
    data = read_any(path)
    _check_encoding(path, data)
    return data.removeprefix(_BOM).replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def make_folder(path: Path) -> None:
    """Make a folder and those above it, unless it is there. Raises UnwritableOutput."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableOutput(path, reason_of(error)) from error


def check_folder(path: Path) -> None:
    """Find out before long work whether a folder can be there. Raises UnwritableOutput."""
    try:
        nearest = next(one for one in (path, *path.absolute().parents) if one.exists())
    except OSError as error:
        raise UnwritableOutput(path, reason_of(error)) from error
    if not nearest.is_dir():
        reason = errno.EEXIST if nearest == path else errno.ENOTDIR
    elif not os.access(nearest, os.W_OK):
        reason = errno.EACCES
    else:
        return
    raise UnwritableOutput(path, _REASONS[reason])


def check_file(path: Path) -> None:
    """Find out before long work whether `replace_file` can write a file. Raises UnwritableOutput."""
    try:
        there = path.exists()
    except OSError as error:
        raise UnwritableOutput(path, reason_of(error)) from error
    folder = Path(os.path.realpath(path)).parent
    if path.is_dir():
        raise UnwritableOutput(path, _REASONS[errno.EISDIR])
    if not folder.is_dir():
        raise UnwritableOutput(path, "no such folder")
    if (path.is_file() or not there) and not os.access(folder, os.W_OK):  # else a pipe or a device
        raise UnwritableOutput(path, _REASONS[errno.EACCES])


def replace_file(path: Path, data: bytes) -> None:
    """Write a file whole: another process sees the old one or the new one, and a crash leaves one of them.

    A link stays a link and the mode of the old file is kept; folders are not made. A pipe or a device, such as
    /dev/null, is written to and stays what it is. Raises UnwritableOutput with the old file untouched.
    """
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            path.write_bytes(data)
        else:
            _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        raise UnwritableOutput(path, "no such folder" if missing else reason_of(error)) from error


def line_at(data: bytes, offset: int) -> int:
    """Return the line, from 1, on which a byte stands."""
    return data.count(b"\n", 0, offset) + 1


def reason_of(error: OSError) -> str:
    """Return why the system refused, in words that are known in both languages where possible."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


def _replace(target: Path, data: bytes) -> None:
    """Write a new file beside the old one and put it in its place. Raises OSError, and leaves no part behind."""
    part = target.with_name(f".{target.name}.{os.urandom(8).hex()}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    finally:
        with suppress(OSError):  # nothing was written where nothing can be
            part.unlink()


def _check_encoding(path: Path, data: bytes) -> None:
    """Raise EncodingError at the first byte that is not UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise EncodingError(path, line_at(data, error.start), error.start) from error
