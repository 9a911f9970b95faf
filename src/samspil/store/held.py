"""What only the thread that got it may touch: the engine's answers, which it reads as they are asked for.

pyoxigraph frees such an answer in its own thread only. Freed in another, where the traceback of an error may have
carried it, it says so on standard error and keeps its memory for good. So each thread has a shelf of its own, and
all else has the key of a thing there; what is no longer wanted leaves the shelf when its thread next looks, or
ends.
"""

import atexit
import threading
from collections import deque
from contextlib import suppress
from itertools import count
from typing import Any, Final, Generic, TypeVar
from weakref import WeakSet

__all__ = ["Held"]

_T = TypeVar("_T")


class _Things:
    """Things by their keys, which can be pointed at weakly, as a dict cannot."""

    def __init__(self) -> None:
        self.by_key: dict[int, Any] = {}


class _Shelf(threading.local):
    """The things of one thread, and the keys that nobody has any more, to which any thread adds."""

    def __init__(self) -> None:
        self.things = _Things()
        self.unwanted: deque[int] = deque()
        _ALL.add(self.things)

    def sweep(self) -> None:
        """Free what nobody wants."""
        with suppress(IndexError):  # empty, be it that the collector of garbage swept between two lines
            while self.unwanted:
                self.things.by_key.pop(self.unwanted.popleft(), None)


_ALL: Final[WeakSet[_Things]] = WeakSet()
_SHELF: Final = _Shelf()
_KEYS: Final = count()


@atexit.register
def _abandon() -> None:
    """Leave to the system what threads have that the process ends without, which Python frees in the main thread."""
    others = [things.by_key for things in _ALL if things is not _SHELF.things and things.by_key]
    if others:
        import ctypes

        ctypes.pythonapi.Py_IncRef(ctypes.py_object(others))


class Held(Generic[_T]):
    """A thing that lives and dies in the thread that made this, wherever this goes."""

    def __init__(self, thing: _T) -> None:
        """Put a thing on the shelf of this thread. Who calls keeps no other name for it."""
        _SHELF.sweep()
        self._key, self._unwanted = next(_KEYS), _SHELF.unwanted
        _SHELF.things.by_key[self._key] = thing

    @property
    def thing(self) -> _T:
        """The thing, not to be given a name. Raises LookupError in another thread."""
        try:
            found: _T = _SHELF.things.by_key[self._key]
        except KeyError:
            raise LookupError("an answer can be read only by the thread that asked for it") from None
        return found

    def __del__(self, shelf: _Shelf = _SHELF) -> None:
        """Free the thing, now or when its thread next looks. (The module may be gone before the last of these.)"""
        self._unwanted.append(self._key)
        if shelf.unwanted is self._unwanted:
            shelf.sweep()
