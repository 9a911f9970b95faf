"""What the two documents say, as checks of the data: one check for each fact on the list, with its place.

A check lives in `<document>.toml` beside this module, as one table named by the id of the fact:

    [D1-07]
    locator = "L8 s2"        # the place in the document
    fact = "..."             # the fact in our own words
    pattern = '''...'''      # triple patterns that state the fact and name the passage that supports it
    filter = '''...'''       # optional: what must not be there, where the fact is an absence or a count
    forbidden = ['...']      # with a filter: statements in Turtle, each of which alone breaks the check

Prefixes are those of the project, one for each kind of thing (`actor:` is .../id/actor/), one for each
concept scheme (`concept-role:` is .../concept/role/), and `graph:`.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from samspil.formats import read_turtle
from samspil.namespaces import BASE, PREFIXES

__all__ = [
    "DOCUMENTS",
    "REPORT",
    "Check",
    "ask",
    "checks",
    "construct",
    "forbidden_triples",
    "holds",
    "load",
    "report",
    "support",
    "unexamined",
]

_ROOT: Final = Path(__file__).parents[2]
REPORT: Final = _ROOT / "docs" / "reference" / "facts.md"

# Prefix of the ids to the stem of the document's data file.
DOCUMENTS: Final[dict[str, str]] = {"D1": "trekantomraadet", "D2": "norddjurs-notat-2024"}

_KINDS: Final = (
    *("action-plan", "actor", "agreement", "attribution", "consideration", "cooperation", "focus-area"),
    *("foundation", "initiative", "meeting-arrangement", "name", "participation", "passage", "place"),
    *("policy-document", "post", "purpose", "remark", "source", "term-definition"),
)
_SCHEMES: Final = (
    *("agreement-type", "basis", "change", "consideration-type", "extent", "outcome", "policy-field"),
    *("role", "sdg", "source-type", "status"),
)
_PREFIXES: Final[dict[str, str]] = {
    **PREFIXES,
    "graph": f"{BASE}graph/",
    **{kind: f"{BASE}id/{kind}/" for kind in _KINDS},
    **{f"concept-{scheme}": f"{BASE}concept/{scheme}/" for scheme in _SCHEMES},
}
_HEADER: Final = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in _PREFIXES.items())


@dataclass(frozen=True)
class Check:
    """One fact of one document, and what the document's data must say for it."""

    id: str
    document: str
    locator: str
    fact: str
    pattern: str
    filter: str = ""
    forbidden: tuple[str, ...] = ()


@cache
def checks(document: str) -> tuple[Check, ...]:
    """Return the checks of a document in the order of its file. Raises TypeError for an unknown field."""
    tables = tomllib.loads((Path(__file__).parent / f"{document}.toml").read_text(encoding="utf-8"))
    return tuple(
        Check(id=name, document=document, **{**table, "forbidden": tuple(table.get("forbidden", ()))})
        for name, table in tables.items()
    )


def load(document: str) -> ox.Store:
    """Return a store with the document's own data in its default graph, and nothing else."""
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in read_turtle(_ROOT / "data" / f"{document}.ttl"))
    return store


def ask(check: Check) -> str:
    """Return the question whether the data say the fact."""
    return f"{_HEADER}ASK {{\n{check.pattern}{check.filter}}}"


def construct(check: Check) -> str:
    """Return the query for the statements that the fact rests on."""
    return f"{_HEADER}CONSTRUCT WHERE {{\n{check.pattern}}}"


def holds(store: ox.Store, check: Check) -> bool:
    """Tell whether the data say the fact."""
    return bool(store.query(ask(check)))


def support(store: ox.Store, check: Check) -> list[ox.Triple]:
    """Return the statements that the fact rests on, each once."""
    found = store.query(construct(check))
    assert isinstance(found, ox.QueryTriples)
    return list(dict.fromkeys(found))


def forbidden_triples(check: Check) -> list[list[ox.Triple]]:
    """Return the statements that must break the check, one list for each entry of `forbidden`."""
    return [
        [quad.triple for quad in ox.parse(_HEADER + turtle, format=ox.RdfFormat.TURTLE)]
        for turtle in check.forbidden
    ]


def unexamined(document: str) -> list[ox.Triple]:
    """Return the statements of the document's data that no fact rests on, in an order of their own."""
    store = load(document)
    examined = {triple for check in checks(document) for triple in support(store, check)}
    return sorted({quad.triple for quad in store} - examined, key=str)


def report() -> str:
    """Return the page about every fact, where it stands, and how it is checked."""
    sections = (f"\n## {document}\n{_index(document)}" for document in DOCUMENTS.values())
    details = (_detail(check) for document in DOCUMENTS.values() for check in checks(document))
    return f"{_INTRODUCTION}{''.join(sections)}\n## The checks\n{''.join(details)}"


_INTRODUCTION: Final = """# The facts

Every fact that the two source documents state, its place in the document, and the check that the data in
`data/` say just that. Line and row numbers are those of the documents as text: `L8 s2` is the second
sentence of line 8, `VIA/C4` the fourth column of the table's row on VIA University College.

This page is written by `python -m tests.facts`; the tests keep it equal to the checks in `tests/facts/`.
"""


def _index(document: str) -> str:
    """Return the table of a document's facts."""
    rows = (f"| [{c.id}](#{c.id.lower()}) | {c.locator} | {c.fact} |\n" for c in checks(document))
    return f"\n| fact | place | what the document says |\n|---|---|---|\n{''.join(rows)}"


def _detail(check: Check) -> str:
    """Return the section on one check."""
    where = f"`{check.document}`, {check.locator}"
    return f"\n### {check.id}\n\n{check.fact} ({where})\n\n```sparql\n{check.pattern}{check.filter}```\n"
