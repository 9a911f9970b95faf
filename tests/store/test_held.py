"""Answers stay with the thread that asked, and whatever carries them elsewhere, nothing is said on standard error."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pyoxigraph as ox
import pytest

from samspil.dataset import Dataset
from samspil.store.held import Held
from samspil.store.local import LocalStore

_TRIPLE = ox.Triple(ox.NamedNode("urn:a"), ox.NamedNode("urn:p"), ox.Literal("x"))
_QUERY = "SELECT ?s { ?s ?p ?o }"

_START = """
import sys
from concurrent.futures import ThreadPoolExecutor
import pyoxigraph as ox
from samspil.dataset import Dataset
from samspil.store.local import LocalStore
dataset = Dataset()
dataset.add("urn:g", [ox.Triple(ox.NamedNode(f"urn:{i}"), ox.NamedNode("urn:p"), ox.Literal(i)) for i in range(99)])
store = LocalStore(dataset)
"""

_FAILING = f"""
{_START}
def half():
    rows = iter(store.select("SELECT * {{ ?s ?p ?o }}"))
    next(rows)
    raise ValueError(rows)
work = [
    lambda: store.select("ASK {{}}"),
    lambda: store.ask("SELECT * {{ ?s ?p ?o }}"),
    lambda: store.construct("SELECT * {{ ?s ?p ?o }}"),
    lambda: store.select("SELECT * {{ ?s ?p ?o }}").serialize("nope"),
    half,
]
with ThreadPoolExecutor(2) as pool:
    errors = [pool.submit(one).exception() for one in work]
print(*(type(error).__name__ for error in errors))
"""

_TAKEN = f"""
{_START}
with ThreadPoolExecutor(1) as pool:
    taken = [pool.submit(store.select, "SELECT * {{ ?s ?p ?o }}").result() for _ in range(3)]
    taken.pop()
    print(pool.submit(lambda: len(list(store.select("SELECT * {{ ?s ?p ?o }}")))).result())
"""

# A thread that the end of the process finds in the middle of an answer.
_CUT = f"""
{_START}
import threading, time
ready = threading.Event()
def work():
    for _ in store.select("SELECT * {{ ?s ?p ?o }}"):
        ready.set()
        time.sleep(60)
threading.Thread(target=work, daemon=True).start()
ready.wait()
print("end")
"""

# The explorer, asked for rows in formats of graphs.
_SERVED = """
import asyncio
import httpx
from samspil.pipeline import open_register
from samspil.project import Project
from samspil.server import create_app, open_site
register = open_register(Project.shipped())
app = create_app(open_site(register))
async def ask():
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        for suffix in ("ttl", "nt"):
            print((await client.get(f"/api/queries/actors/list.{suffix}")).status_code)
asyncio.run(ask())
"""


def _said(code: str) -> list[str]:
    """Return the words that a new process writes; whatever it says on standard error is a failure."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0
    return done.stdout.split()


def test_errors_may_leave_the_thread_in_which_rows_were_at_hand() -> None:
    assert _said(_FAILING) == [*["QuerySyntaxError"] * 3, "UnknownFormat", "ValueError"]


def test_rows_may_be_dropped_by_another_thread_before_and_after_their_own_has_ended() -> None:
    assert _said(_TAKEN) == ["99"]


def test_process_may_end_while_a_thread_reads() -> None:
    assert _said(_CUT) == ["end"]


def test_pages_may_fail_with_rows_at_hand() -> None:
    assert _said(_SERVED) == ["406"] * 2


def test_rows_are_read_by_the_thread_that_asked() -> None:
    dataset = Dataset()
    dataset.add("urn:g", [_TRIPLE])
    store = LocalStore(dataset)
    rows = store.select(_QUERY)
    with ThreadPoolExecutor(1) as pool:
        theirs = pool.submit(store.select, _QUERY).result()
        for read in (list, lambda rows: rows.serialize("csv")):
            with pytest.raises(LookupError, match="thread that asked"):
                pool.submit(read, store.select(_QUERY)).result()
    with pytest.raises(LookupError, match="thread that asked"):
        list(theirs)
    assert list(rows) == [(_TRIPLE.subject,)]


class _Freed:
    """Says when it is freed."""

    def __init__(self, told: list[str]) -> None:
        self.told = told

    def __del__(self) -> None:
        self.told.append("freed")


def test_what_is_held_is_freed_at_once_or_when_its_thread_next_holds_something() -> None:
    told: list[str] = []
    held = Held(_Freed(told))
    del held
    assert told == ["freed"]
    with ThreadPoolExecutor(1) as pool:
        theirs = pool.submit(lambda: Held(_Freed(told))).result()
        del theirs
        assert told == ["freed"]
        pool.submit(lambda: Held(None)).result()
        assert told == ["freed"] * 2
