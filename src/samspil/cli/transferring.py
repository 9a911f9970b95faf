"""`samspil push` and `samspil pull`: what is told on the way, and the table at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from samspil.answers.words import grouped
from samspil.cli.output import show
from samspil.cli.tables import drawn
from samspil.errors import (
    AccessRefused,
    GraphsDiffer,
    Moved,
    NotAGraphStore,
    NotSparql,
    RemoteError,
    UnfitFormat,
)
from samspil.formats import SUFFIXES
from samspil.store.remote import OURS
from samspil.transfer import Progress, State
from samspil.transfer.lines import Change
from samspil.transfer.pull import WHOLE
from samspil.wording import Table

__all__ = ["check_target", "tell_pull", "tell_push"]

# What the same command meets again, however often it is run.
_LASTING: Final = (AccessRefused, Moved, NotAGraphStore, NotSparql)

_HASH: Final = 12  # digits of a hash that are shown; people compare no more

WORDS: Final[dict[str, dict[str, str]]] = {
    "da": {
        "graph": "graf",
        "triples": "udsagn",
        "hash": "hash",
        "state": "tilstand",
        "sending": "sender",
        "sent": "sendt og bekræftet",
        "unchanged": "uændret",
        "differs": "afviger",
        "extra": "kun på serveren",
        "removed": "fjernet",
        "read": "hentet",
        "missing": "er ikke på serveren",
        "equal but": ", {n} skrevet anderledes",
        "step": "{number} af {total}  {graph}: {triples} udsagn, {state}",
        "rewritten": "{graph}: {n} udsagn har samme værdi, men er skrevet anderledes:",
        "lacking": "{graph}: {n} udsagn kom ikke tilbage:",
        "added": "{graph}: {n} udsagn kom tilbage uden at være sendt:",
        "prune": "Grafer, der er »kun på serveren«, står ikke i registeret. --prune fjerner dem.",
        "partial": "Registeret på serveren er ikke helt: grafen merge, som samspil push lægger op til sidst, mangler. "
        "Det hentede kan mangle grafer.",
        "stopped": "Standset. På plads: {done}. Mangler: {left}.",
        "again": "Kør kommandoen igen; den fortsætter, hvor den slap.",
        "none": "ingen",
    },
    "en": {
        "graph": "graph",
        "triples": "statements",
        "hash": "hash",
        "state": "state",
        "sending": "sending",
        "sent": "sent and confirmed",
        "unchanged": "unchanged",
        "differs": "differs",
        "extra": "only on the server",
        "removed": "removed",
        "read": "read",
        "missing": "not on the server",
        "equal but": ", {n} written otherwise",
        "step": "{number} of {total}  {graph}: {triples} statements, {state}",
        "rewritten": "{graph}: {n} statements have the same value and are written otherwise:",
        "lacking": "{graph}: {n} statements did not come back:",
        "added": "{graph}: {n} statements came back that were not sent:",
        "prune": "Graphs that are “only on the server” are not in the register. --prune removes them.",
        "partial": "The register on the server is incomplete: it lacks the graph merge, which samspil push puts there "
        "last. What was pulled may lack graphs.",
        "stopped": "Stopped. In place: {done}. Missing: {left}.",
        "again": "Run the command again; it goes on where it stopped.",
        "none": "none",
    },
}


def tell_push(steps: Iterable[Progress], planned: Sequence[str], where: str, lang: str) -> None:
    """Tell a push on standard error as it goes, then its table; when it stops midway, what is and is not in place.

    Raises what the push raises, and GraphsDiffer when a graph did not come back as it was sent.
    """
    done: list[Progress] = []
    try:
        done.extend(_told(steps, lang))
    except (RemoteError, KeyboardInterrupt) as error:
        _tell_stopped(done, planned, lang)
        if not isinstance(error, _LASTING):
            _say(WORDS[lang]["again"])
        raise
    show(_table(done, lang) + "".join(_differences(done, lang)))
    if any(each.state is State.EXTRA for each in done):
        _say(WORDS[lang]["prune"])
    if lost := [_short(each.graph) for each in done if each.state is State.DIFFERS]:
        raise GraphsDiffer(where, lost)


def check_target(target: Path) -> None:
    """Raise UnfitFormat for the file of a format without graphs: it would become a folder of that name."""
    from samspil import answers, exports

    of_answers = {suffix for each in answers.FORMATS.values() for suffix in each.suffixes}
    known = {*SUFFIXES, *of_answers, *(f".{each.suffix}" for each in exports.WRITERS.values())}
    suffix = target.suffix.lower()
    if suffix in known and suffix not in WHOLE:
        raise UnfitFormat(suffix, sorted(WHOLE), "graphs")


def tell_pull(steps: Iterable[Progress], lang: str) -> None:
    """Tell a pull on standard error as it goes, then its table, and whether it may lack something.

    Raises what the pull raises.
    """
    done = list(_told(steps, lang))
    show(_table(done, lang))
    if any(each.state is State.MISSING for each in done):
        _say(WORDS[lang]["partial"])


def _told(steps: Iterable[Progress], lang: str) -> Iterator[Progress]:
    """Tell each step, and yield those that are the last of a graph."""
    for each in steps:
        words = {
            "graph": _short(each.graph),
            "triples": grouped(each.triples, lang),
            "state": _state(each, lang),
        }
        _say(WORDS[lang]["step"].format(number=each.number, total=each.total, **words))
        if each.state is not State.SENDING:
            yield each


def _tell_stopped(done: Sequence[Progress], planned: Sequence[str], lang: str) -> None:
    """Tell which graphs are in place and which are not."""
    words = WORDS[lang]
    there = [each.graph for each in done if each.state in (State.SENT, State.UNCHANGED)]
    names = [_short(name) for name in there], [_short(name) for name in planned if name not in there]
    in_place, missing = (", ".join(each) or words["none"] for each in names)
    _say(words["stopped"].format(done=in_place, left=missing))


def _table(done: Sequence[Progress], lang: str) -> str:
    """Return what has become of each graph, as a table."""
    headings = tuple(WORDS[lang][name] for name in ("graph", "triples", "hash", "state"))
    rows = tuple(
        (_short(each.graph), grouped(each.triples, lang), each.hash[:_HASH], _state(each, lang))
        for each in done
    )
    return drawn(Table(headings, rows), lang)


def _differences(done: Sequence[Progress], lang: str) -> Iterator[str]:
    """Yield, for each graph and kind of difference, how many there are and some of them."""
    for each in done:
        for kind, number in (("rewritten", each.rewritten), ("lacking", each.lacking), ("added", each.added)):
            if number:
                heading = WORDS[lang][kind].format(graph=_short(each.graph), n=grouped(number, lang))
                shown = [_change(change) for change in each.examples if change.kind == kind]
                rest = ["..."] if len(shown) < number else []
                yield "\n  ".join([heading, *shown, *rest]) + "\n"


def _change(change: Change) -> str:
    """Return a difference on one line: what was sent, and after an arrow how its object came back."""
    if change.sent and change.read:
        return f"{change.sent.removesuffix(' .')}  ->  {change.read.split(' ', 2)[2].removesuffix(' .')}"
    return change.sent or change.read or ""


def _state(each: Progress, lang: str) -> str:
    """Return a state in words, with what must be known with it."""
    words = WORDS[lang]
    shown = words[each.state.value]
    return shown + words["equal but"].format(n=grouped(each.rewritten, lang)) if each.rewritten else shown


def _short(graph: str) -> str:
    """Return the name of a graph without what all have in common."""
    return graph.removeprefix(OURS)


def _say(text: str) -> None:
    """Tell something on standard error, at once."""
    print(text, file=sys.stderr, flush=True)
