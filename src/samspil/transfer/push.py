"""Put a register on a server, graph by graph, and prove of each that what is there is what was sent.

Beside the named graphs goes one more, MERGE, with each of their statements once. Many engines count a statement
that stands in two graphs twice, so questions to a server are asked over that graph. It goes first and comes back
last: a register that is there in part has no MERGE, and is asked nothing.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pyoxigraph as ox

from samspil.dataset import Dataset
from samspil.errors import RemoteError
from samspil.store.remote import MERGE
from samspil.transfer.graphs import GraphStore
from samspil.transfer.lines import Change, Lines, changes, write_lines

__all__ = ["Progress", "State", "planned", "push"]

_EXAMPLES: Final = 5  # changes of each kind that are kept to be shown; all are counted


class State(StrEnum):
    """What has become of a graph; SENDING is the one that another follows."""

    SENDING = "sending"
    SENT = "sent"
    UNCHANGED = "unchanged"
    DIFFERS = "differs"
    EXTRA = "extra"
    REMOVED = "removed"
    READ = "read"
    MISSING = "missing"


@dataclass(frozen=True)
class Progress:
    """One graph, `number` of `total`, with the count and the hash of its statements, and what has become of it.

    `rewritten` statements came back in another form with the same value; `lacking` did not come back, and `added`
    were never sent. `examples` are some of each.
    """

    graph: str
    number: int
    total: int
    state: State
    triples: int = 0
    hash: str = ""
    rewritten: int = 0
    lacking: int = 0
    added: int = 0
    examples: tuple[Change, ...] = ()


def planned(dataset: Dataset) -> list[str]:
    """Return the names of the graphs that a push sends, in order: MERGE is last, for it is what is asked."""
    return [*dataset.graphs(), MERGE]


def push(dataset: Dataset, store: GraphStore, prune: bool = False) -> Iterator[Progress]:
    """Make the server's graphs those of the dataset and yield what is done; what is there already is not sent.

    A push that was interrupted goes on where it stopped when it is run again. A graph that does not come back as it
    was sent is told (DIFFERS) and the next is sent. Graphs of ours that the dataset lacks are told, or removed.
    Raises RemoteError.
    """
    names = planned(dataset)
    there = store.names()
    extra = [name for name in there if name not in names]
    merge = _Merge(store, MERGE in there)
    total = len(names) + len(extra)
    for number, name in enumerate(names[:-1], 1):
        yield from _put(dataset, store, Progress(name, number, total, State.SENDING), merge)
    for number, name in enumerate(extra, len(names)):
        triples = store.count(name)
        if prune:
            merge.take_away()
            store.remove(name)
        yield Progress(name, number, total, State.REMOVED if prune else State.EXTRA, triples)
    yield from _put(dataset, store, Progress(MERGE, total, total, State.SENDING), merge)


@dataclass
class _Merge:
    """The server's MERGE, which is not there while anything else changes."""

    store: GraphStore
    is_there: bool

    def take_away(self) -> None:
        """Remove it, once."""
        if self.is_there:
            self.store.remove(MERGE)
            self.is_there = False


def _put(dataset: Dataset, store: GraphStore, step: Progress, merge: _Merge) -> Iterator[Progress]:
    """Make one graph there that of the dataset, and yield what is done."""
    with TemporaryDirectory(prefix="samspil-") as folder:
        sent = write_lines(_triples(dataset, step.graph), Path(folder, "sent"))
        yield from _brought(store, replace(step, triples=sent.count, hash=sent.hash), sent, merge)


def _triples(dataset: Dataset, name: str) -> Iterator[ox.Triple]:
    """Yield the triples of a named graph, or of the merge of all."""
    if name != MERGE:
        return dataset.triples(name)
    return (quad.triple for quad in dataset.merge.quads_for_pattern(None, None, None, ox.DefaultGraph()))


def _brought(store: GraphStore, known: Progress, sent: Lines, merge: _Merge) -> Iterator[Progress]:
    """Send a graph unless it is there, read it back, and yield what came of it."""
    before = _compared(store, known, sent, whole=False)
    if before.state is not State.DIFFERS:
        yield replace(before, state=State.UNCHANGED)
        return
    yield known
    merge.take_away()
    merge.is_there = known.graph == MERGE
    try:
        store.replace(known.graph, sent)
    except (RemoteError, KeyboardInterrupt):
        with suppress(RemoteError):  # the line may be gone
            merge.take_away()  # of which a part may be there
        raise
    yield _compared(store, known, sent, whole=True)


def _compared(store: GraphStore, known: Progress, sent: Lines, whole: bool) -> Progress:
    """Return what a comparison of the server's graph with ours tells, the whole of it or up to the first loss."""
    path = sent.path.with_name("read")
    tally = _Tally()
    with closing(changes(sent, store.read(known.graph, path))) as found:
        for change in found:
            tally.add(change)
            if tally.loses and not whole:
                break
    path.unlink()  # which Windows allows to closed files alone
    counts = tally.counts
    return replace(
        known,
        state=State.DIFFERS if tally.loses else State.SENT,
        rewritten=counts["rewritten"],
        lacking=counts["lacking"],
        added=counts["added"],
        examples=tuple(tally.examples),
    )


@dataclass
class _Tally:
    """Changes counted by kind, with the first few of each."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: list[Change] = field(default_factory=list)

    @property
    def loses(self) -> bool:
        """Whether anything is lacking or was added."""
        return bool(self.counts["lacking"] or self.counts["added"])

    def add(self, change: Change) -> None:
        """Count one more change."""
        kind = change.kind
        self.counts[kind] += 1
        if self.counts[kind] <= _EXAMPLES:
            self.examples.append(change)
