"""Every question of the library on a made-up register: our time, and pyoxigraph's alone on the same text.

    python -m bench.questions 100000 1000000 10000000      registers of these sizes, one table each, and how times grow

Each measurement is a process of its own that is forked from one with the register loaded: a question without an end is
stopped, and none leaves memory behind for the next. The first run in it is not timed: it copies the pages that the
engine writes to, which no user's process has to do. Times are the processor's: on an idle machine those of the clock,
and on a busy one still of this work alone. Ours is the whole way from the name of a question to the bytes of its answer
as CSV; theirs begins with the bound text. Beyond a million statements only ours is asked, for how its time grows.
"""

import argparse
import os
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from bench.generator import generate
from bench.measure import machine
from samspil.namespaces import BASE, PREFIXES
from samspil.pipeline import Register, open_register
from samspil.project import Project
from samspil.queries import Question, bind, run
from samspil.store import Rows

__all__ = ["asked", "main", "seconds"]

_TODAY: Final = date(2024, 2, 19)
_LONGEST: Final = 60  # seconds that a run may take; then the question is stopped
_COMPARED: Final = 1_000_000  # statements up to which pyoxigraph is asked too, and the bounds are meant
_RUNS: Final = 5
_LONG: Final = 0.5  # seconds from which one timed run of each is enough
_MOST_SECONDS: Final = 2.0
_MOST_RATIO: Final = 1.1

# Type of a parameter to the thing of a made-up register that it asks for where the default is not there.
_THINGS: Final = {
    "actor": "norddjurs-kommune",
    "cooperation": "norddjurs-via",
    "agreement": "via-2018",
    "action-plan": "halmstad-2025-2028",
    "source": "notat-001",
    "thing": "actor/norddjurs-kommune",
}


@dataclass(frozen=True)
class Measured:
    """One question at one size: seconds of ours and of pyoxigraph's, None where not known, and its rows."""

    name: str
    ours: float | None
    theirs: float | None
    rows: int


def asked(register: Register, question: Question) -> dict[str, str]:
    """Return the values of a question's parameters: the defaults, or things that the register has instead."""
    values = {}
    for parameter in question.parameters:
        kind, default = parameter.type, parameter.default
        path = default if kind == "thing" else f"{kind}/{default}"
        if default and kind in _THINGS and not register.dataset.ask(f"ASK {{ <{BASE}id/{path}> a ?type }}"):
            values[parameter.name] = _THINGS[kind]
    return values


def seconds(
    action: Callable[[], int], longest: int = _LONGEST, clock: Callable[[], float] = time.perf_counter
) -> tuple[float, int] | None:
    """Return the median time and the result of an action, in a process of its own; None when a run takes longer."""
    timer = signal.ITIMER_PROF if clock is time.process_time else signal.ITIMER_REAL
    read, write = os.pipe()
    child = os.fork()
    if not child:
        try:
            signal.setitimer(timer, longest)
            action()
            signal.setitimer(timer, longest)
            os.write(write, " ".join(map(str, _timed(action, clock))).encode())
        finally:
            os._exit(0)  # whatever happens, this is not the process that goes on
    os.close(write)
    with os.fdopen(read) as result:
        text = result.read()
    os.waitpid(child, 0)
    time_taken, _, count = text.partition(" ")
    return (float(time_taken), int(count)) if text else None


def _timed(action: Callable[[], int], clock: Callable[[], float]) -> tuple[float, int]:
    """Return the median time of some runs of an action, of one when it is long, and its result."""
    times: list[float] = []
    while len(times) < _RUNS and (not times or times[0] < _LONG):
        start = clock()
        result = action()
        times.append(clock() - start)
    return statistics.median(times), result


def measure(register: Register, size: int) -> Iterator[Measured]:
    """Measure every question of a register, ours and, up to a million statements, pyoxigraph's in turn."""
    for name in register.library.names():
        question = register.library.get(name)
        values = asked(register, question)
        text = bind(question, values, _TODAY)
        store = register.dataset.answering(text)
        peer = size <= _COMPARED
        ours = seconds(partial(_ours, register, question, values), clock=time.process_time)
        theirs = seconds(partial(_theirs, store, text), clock=time.process_time) if ours and peer else None
        yield Measured(name, ours and ours[0], theirs and theirs[0], ours[1] if ours else 0)


def _ours(register: Register, question: Question, values: dict[str, str]) -> int:
    """Ask as the command does; return the number of lines of the answer."""
    found = run(register.store, question, values, _TODAY)
    if isinstance(found, Rows):
        return found.serialize("csv").count(b"\n")
    return int(found) if isinstance(found, bool) else len(found)


def _theirs(store: ox.Store, text: str) -> int:
    """Ask pyoxigraph alone; return the number of lines of the answer."""
    found = store.query(text, prefixes=PREFIXES)
    if isinstance(found, ox.QuerySolutions):
        return (found.serialize(format=ox.QueryResultsFormat.CSV) or b"").count(b"\n")
    return len(set(found)) if isinstance(found, ox.QueryTriples) else int(bool(found))


def report(size: int, found: Sequence[Measured]) -> bool:
    """Print a row for each question, and tell whether the bounds hold."""
    print(f"\n| question, {size:,} statements | rows | ours | pyoxigraph | ratio |\n|---|---|---|---|---|")
    for one in found:
        ratio = f"{one.ours / one.theirs:.2f}" if one.ours and one.theirs else "-"
        theirs = _words(one.theirs) if one.theirs else "-"
        print(f"| {one.name} | {one.rows} | {_words(one.ours)} | {theirs} | {ratio} |")
    if size > _COMPARED:
        return True
    ratios = [one.ours / one.theirs for one in found if one.ours and one.theirs]
    slow = [one.name for one in found if one.ours is None or one.ours > _MOST_SECONDS]
    total = sum(one.ours or 0 for one in found) / sum(one.theirs or 0 for one in found)
    print(f"\nmedian ratio {statistics.median(ratios):.2f}, of the sums {total:.2f} (at most {_MOST_RATIO})")
    print(f"over {_MOST_SECONDS:g} s: {', '.join(slow) or 'none'}")
    return total <= _MOST_RATIO and not slow


def report_growth(found: Mapping[int, Sequence[Measured]]) -> None:
    """Print a row for each question: its time at every size, and the last as a multiple of the one before."""
    print("\n| question | rows |" + "".join(f" {size:,} |" for size in found) + " last step |")
    print("|---" * (len(found) + 3) + "|")
    for row in zip(*found.values(), strict=True):
        times = "".join(f" {_words(one.ours)} |" for one in row)
        before, last = row[-2].ours, row[-1].ours
        step = f"{last / before:.1f}" if before and last else "-"
        print(f"| {row[-1].name} | {row[-1].rows:,} |{times} {step} |")


def _words(time_taken: float | None) -> str:
    """Return a time as people read it; none is that of a question that was stopped."""
    if time_taken is None:
        return f"> {_LONGEST} s"
    return f"{time_taken:.2f} s" if time_taken >= 1 else f"{time_taken * 1000:.1f} ms"


def main(arguments: Sequence[str]) -> int:
    """Measure and print; exit code 1 when a bound does not hold at any of the sizes."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="+", type=int, help="numbers of statements")
    parser.add_argument("--folder", type=Path, help="where the registers are, or are put [default: nowhere]")
    given = parser.parse_args(arguments)
    print(machine())
    found: dict[int, list[Measured]] = {}
    holds = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        for size in given.sizes:
            found[size] = _at(size, folder)
            holds.append(report(size, found[size]))
    if len(found) > 1:
        report_growth(found)
    return 0 if all(holds) else 1


def _at(size: int, folder: Path) -> list[Measured]:
    """Measure a register of a size, made where it is not there."""
    if not (folder / f"r{size}").is_dir():
        generate(size, folder / f"r{size}")
    register = open_register(Project.at(folder / f"r{size}"))
    found = []
    for one in measure(register, size):
        print(f"{size:,}: {one.name} {_words(one.ours)}", file=sys.stderr)
        found.append(one)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
