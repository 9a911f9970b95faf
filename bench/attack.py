"""What other clients notice while the explorer is attacked, and how soon its engine is back: `python -m bench.attack`.

The real command serves the register that ships, with the limits that it has by default. One client asks for a page and
for a look-up at `/sparql` in turn, calmly; others, from addresses of their own, attack. Printed are the 99th percentile
of the calm client without the attack and during it, both taken in this run, and by how much it grew. Before that,
every process of the engine is killed again and again, and each time it is taken how long a look-up asked then needs.

    python -m bench.attack [--quick]
"""

from __future__ import annotations

import contextlib
import http.client
import multiprocessing
import re
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Final
from urllib.parse import urlencode

import psutil

from bench.measure import machine

__all__ = ["main"]

_MOST: Final = 1.0  # seconds by which the 99th percentile may grow, and after which the engine is back
_PAUSE: Final = 0.02  # seconds between two requests of the calm client
_AT_ONCE: Final = 8  # of one attacker; twice as many as it may have under way
_PAGE: Final = "/da/doc/agreement/au-2022"
_QUERY: Final = "SELECT ?p ?o { <https://w3id.org/samspil/id/actor/norddjurs-kommune> ?p ?o } LIMIT 10"

_QUERIES: Final = {
    "products of everything": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "sorted products": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g",
    "paths of everything": "SELECT (COUNT(*) AS ?n) { ?a (!<x:x>|^!<x:x>)* ?b . ?b (!<x:x>|^!<x:x>)* ?c }",
    "patterns of text": (
        'SELECT * { ?s ?p ?o . ?t ?q ?r FILTER REGEX(STR(?o), "(a|aa|[a-z ]+)+$") FILTER REGEX(?r, "^(.*.*)*x$") }'
    ),
    "nested braces": "SELECT * " + "{" * 3000 + "}" * 3000,
    "ten megabytes": "SELECT * { " + "?s ?p ?o . " * 900_000 + "}",
    "large answers": "SELECT * { ?s ?p ?o . ?o ?q ?r }",
}

Attack = Callable[[int, str], None]  # once, at a port, from an address


def main(arguments: Sequence[str]) -> int:
    """Measure and print; exit code 1 when a bound does not hold."""
    seconds = 5.0 if "--quick" in arguments else 20.0
    print(machine())
    with _served() as (port, pid):
        _calm(port, 3)  # warm
        back = _back(port, pid, 5 if "--quick" in arguments else 20)
        print(
            f"| every engine killed | a look-up is answered after {back:.2f} s at most | at most {_MOST} s |"
        )
        grown = [_row(port, *attack, seconds) for attack in _attacks()]
    return 0 if max(grown) < _MOST and back < _MOST else 1


def _attacks() -> list[tuple[str, list[Attack], int]]:
    """Return the attacks: a name, what is done, from how many addresses."""
    queries = {name: [_asking(query)] for name, query in _QUERIES.items()}
    alone = [(name, attacks, 1) for name, attacks in queries.items()]
    everything = [attack for attacks in queries.values() for attack in attacks]
    return [
        *alone,
        ("half requests", [_half], 8),
        ("pages without end", [_browsing], 1),
        ("all of these", [*everything, _half, _browsing], 1),
        ("all of these", [*everything, _half, _browsing], 8),
    ]


def _row(port: int, name: str, attacks: list[Attack], addresses: int, seconds: float) -> float:
    """Print what one attack does to the calm client; return by how many seconds its 99th percentile grew."""
    before = _calm(port, seconds)
    with _under(port, attacks, addresses):
        time.sleep(1)
        during = _calm(port, seconds)
    time.sleep(1)
    parts = []
    grown = 0.0
    for what in before:
        calm, tense = _high(before[what]), _high(during[what])
        grown = max(grown, tense - calm, *(one for one in during[what] if one == float("inf")))
        parts.append(f"{what} {calm * 1000:.0f} ms, then {tense * 1000:.0f} ms")
    print(f"| {name}, {addresses} | {' | '.join(parts)} | +{grown:.2f} s | below {_MOST} s |", flush=True)
    return grown


def _high(times: Sequence[float]) -> float:
    """Return the 99th percentile; of one alone, that one."""
    return statistics.quantiles(times, n=100, method="inclusive")[98] if len(times) > 1 else times[0]


def _calm(port: int, seconds: float) -> dict[str, list[float]]:
    """Ask for a page and a look-up in turn for a while; return how long each took."""
    times: dict[str, list[float]] = {"page": [], "/sparql": []}
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        query = f"{_QUERY} # {time.time_ns()}"  # whose answer is not kept from before
        for what, path in (("page", _PAGE), ("/sparql", f"/sparql?{urlencode({'query': query})}")):
            begun = time.monotonic()
            refused = _get(port, path) != 200  # which no wait makes good
            times[what].append(float("inf") if refused else time.monotonic() - begun)
            time.sleep(_PAUSE)
    return times


def _get(port: int, path: str, address: str = "127.0.0.1") -> int:
    """Ask from an address; return the status."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60, source_address=(address, 0))
    with contextlib.closing(line):
        line.request("GET", path)
        answer = line.getresponse()
        answer.read()
        return answer.status


def _asking(query: str) -> Attack:
    """Return the attack that asks a query."""

    def attack(port: int, address: str) -> None:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60, source_address=(address, 0))
        with contextlib.closing(line):
            line.request("POST", "/sparql", query.encode(), {"Content-Type": "application/sparql-query"})
            line.getresponse().read()

    return attack


def _half(port: int, address: str) -> None:
    """Send half a request, a few letters at a time, on many lines."""
    with contextlib.ExitStack() as stack:
        lines = [
            stack.enter_context(
                socket.create_connection(("127.0.0.1", port), timeout=5, source_address=(address, 0))
            )
            for _ in range(20)
        ]
        for line in lines:
            line.sendall(b"GET /da/ HTTP/1.1\r\nHost: local")
        for _ in range(20):
            time.sleep(0.1)
            for line in lines:
                line.sendall(b"x")


def _browsing(port: int, address: str) -> None:
    """Ask for a long page."""
    _get(port, "/da/doc/actor/norddjurs-kommune", address)


@contextlib.contextmanager
def _under(port: int, attacks: list[Attack], addresses: int) -> Iterator[None]:
    """Attack, from a process of its own, while the block runs."""
    process = multiprocessing.get_context("fork").Process(target=_attacking, args=(port, attacks, addresses))
    process.start()
    try:
        yield
    finally:
        process.kill()
        process.join()


def _attacking(port: int, attacks: list[Attack], addresses: int) -> None:
    """Attack without end."""

    def again(attack: Attack, address: str) -> None:
        while True:
            with contextlib.suppress(OSError, http.client.HTTPException):
                attack(port, address)

    for number in range(addresses):
        for at in range(max(_AT_ONCE, len(attacks))):
            words = (attacks[at % len(attacks)], f"127.0.1.{number + 1}")
            threading.Thread(target=again, args=words).start()


def _back(port: int, pid: int, rounds: int) -> float:
    """Kill every engine again and again; return the longest that a look-up took then."""
    longest = 0.0
    for _ in range(rounds):
        for child in psutil.Process(pid).children(recursive=True):
            with contextlib.suppress(psutil.Error):  # one that has ended by itself
                if "serve-read-only" in child.cmdline():
                    child.kill()
        begun = time.monotonic()
        query = f"{_QUERY} # {time.time_ns()}"
        while _get(port, f"/sparql?{urlencode({'query': query})}") != 200:
            time.sleep(0.01)
        longest = max(longest, time.monotonic() - begun)
        time.sleep(1)
    return longest


@contextlib.contextmanager
def _served() -> Iterator[tuple[int, int]]:
    """Serve as a user does; give the port and the number of the process."""
    command = [sys.executable, "-m", "samspil", "serve", "--port", "0", "--lang", "en"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        told = next(found for line in process.stderr if (found := re.search(r"http://\S+:(\d+)/", line)))
        threading.Thread(target=process.stderr.read, daemon=True).start()
        while _get(int(told[1]), "/health") != 200:
            time.sleep(0.1)
        yield int(told[1]), process.pid
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
