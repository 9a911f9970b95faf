"""What is served: one register as it was read, with what is costly to make of it kept once it is made.

A site never changes. When the files of the register do, a new site takes its place (`Served`), and requests that
are under way finish on the one they began with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING, TypeVar, cast

from starlette.requests import Request

from samspil.dataset import Dataset
from samspil.maps import Story, read_stories
from samspil.pipeline import Register, draw
from samspil.queries import Library, Question
from samspil.store.local import LocalStore
from samspil.version import __version__

if TYPE_CHECKING:
    import networkx as nx

_T = TypeVar("_T")

__all__ = ["Kept", "Site", "open_site", "site_of"]


class Kept:
    """What was made under a name, each made once, whichever threads ask; one thing's making holds up no other's."""

    def __init__(self) -> None:
        self._made: dict[str, object] = {}
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)
        self._lock = Lock()

    def once(self, name: str, make: Callable[[], _T]) -> _T:
        """Return what was made under a name, making it the first time; a name is for one type."""
        with self._lock:
            lock = self._locks[name]
        with lock:
            if name not in self._made:
                self._made[name] = make()
            return cast("_T", self._made[name])


@dataclass(frozen=True)
class Site:
    """A register as it is served; `questions` are the library by name, read so that a broken one is refused.

    `violations` is how many its shapes find, when it is served all the same.
    """

    register: Register
    network: nx.MultiDiGraph[str]
    stories: Sequence[Story] = ()
    questions: Mapping[str, Question] = field(default_factory=dict)
    violations: int = 0
    kept: Kept = field(default_factory=Kept)

    @property
    def dataset(self) -> Dataset:
        """Return the graphs."""
        return self.register.dataset

    @property
    def store(self) -> LocalStore:
        """Return the engine in this process, for our own questions only: a stranger's go to the engine apart."""
        return self.register.store

    @property
    def library(self) -> Library:
        """Return the questions as files."""
        return self.register.library

    @cached_property
    def version(self) -> str:
        """Return what is another text when any answer may be another: for ETag (RFC 9110, 8.8.3), without quotes."""
        digest = sha256(__version__.encode())
        shapes = self.register.project.shape_files()
        for path in sorted({*self.dataset.files.values(), *self.library.paths.values(), *shapes}):
            digest.update(path.read_bytes())
        return digest.hexdigest()[:16]

    @cached_property
    def modified(self) -> datetime:
        """Return when a file of the register was last changed, in UTC: for Last-Modified (RFC 9110, 8.8.2)."""
        newest = max(path.stat().st_mtime for path in self.dataset.files.values())
        return datetime.fromtimestamp(int(newest), UTC)


def open_site(register: Register, violations: int = 0) -> Site:
    """Return the site of a register. Raises QuerySyntaxError for the header of a question, InvalidStory for a story."""
    questions = {question.name: question for question in register.library}
    stories = read_stories(register.project.story_files())
    site = Site(register, draw(register), stories, questions, violations)
    _ = site.version, site.modified  # of the files as they are now: they may change while the site is served
    return site


def site_of(request: Request) -> Site:
    """Return the site that a request is about."""
    site: Site = request.app.state.site
    return site
