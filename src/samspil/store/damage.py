"""A store on disk that cannot be read: what the engine says of it, at any moment of reading, as an error of ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samspil.errors import NoBuiltStore

__all__ = ["reading"]


@contextmanager
def reading(
    folder: Path | None, kinds: tuple[type[Exception], ...] = (OSError, RuntimeError)
) -> Iterator[None]:
    """Read from the store in a folder, or from memory without one. Raises NoBuiltStore for what it cannot give.

    `kinds` are the errors of the engine that mean damage: of a query that asks other machines too, fewer.
    """
    try:
        yield
    except kinds as error:
        if folder is None:
            raise
        raise NoBuiltStore(folder, "its store is missing or damaged") from error
