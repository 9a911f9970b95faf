"""The fixtures of the shapes: one small register in which nothing is missing, and what each shape finds.

`fixtures/base.ttl` is the valid fixture of every shape. `fixtures/<topic>.toml` has a table for each shape
of `shapes/<topic>.ttl`: its severity, its message in both languages, and cases. A case is the base graph
with a few triples more (`add`) or less (`remove`). An invalid case names the constraint that must be broken
and the things it is found on; a valid case is one that a careless shape would find something in.

To validate them all at once, copies of the base graph are put into one graph under names of their own, and
cases that change nothing of each other's share a copy. Whatever else is found in a copy fails its cases.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import rdflib
from rdflib.term import Node

from samspil.dataset import Dataset, to_rdflib
from samspil.namespaces import BASE, PREFIXES, SH
from samspil.project import Project
from samspil.sources import graph_files
from samspil.validation import read_shapes

__all__ = [
    "INVALID",
    "ROOT",
    "VALID",
    "Case",
    "Found",
    "Triple",
    "World",
    "base",
    "constraint",
    "ontology",
    "sh",
    "shape",
    "shapes",
]

ROOT: Final = Path(__file__).parent
_KINDS: Final = (
    "action-plan",
    "actor",
    "agreement",
    "attribution",
    "consideration",
    "cooperation",
    "focus-area",
    "foundation",
    "identifier",
    "initiative",
    "meeting-arrangement",
    "name",
    "ownership",
    "participation",
    "passage",
    "place",
    "policy-document",
    "post",
    "purpose",
    "remark",
    "site",
    "source",
    "term-definition",
)
_SCHEMES: Final = (
    "agreement-type",
    "basis",
    "change",
    "consideration-type",
    "extent",
    "identifier-scheme",
    "outcome",
    "policy-field",
    "role",
    "source-type",
    "status",
)
_PREFIXES: Final = (
    PREFIXES
    | {kind: f"{BASE}id/{kind}/" for kind in _KINDS}
    | {scheme: f"{BASE}concept/{scheme}/" for scheme in _SCHEMES}
    | {"graph": f"{BASE}graph/"}
)
_HEADER: Final = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in _PREFIXES.items())

Triple = tuple[Node, Node, Node]
# Shape, constraint component and focus node of a result.
Found = tuple[str, str, str]


@dataclass(frozen=True)
class Case:
    """The base graph with a few triples more or less, and what must be found in it: nothing, or one thing."""

    shape: str
    constraint: str
    focus: tuple[str, ...]
    add: frozenset[Triple]
    remove: frozenset[Triple]
    severity: str
    messages: frozenset[tuple[str, str]]
    name: str

    def expected(self) -> set[Found]:
        """Return the results that must come, and no other."""
        return {(shape(self.shape), constraint(self.constraint), focus) for focus in self.focus}

    def touched(self) -> set[str]:
        """Return the things that the case changes or is found on."""
        subjects = {str(triple[0]) for triple in self.add | self.remove}
        return subjects | set(self.focus)


class World:
    """One graph with a copy of the base graph for each group of cases that do not meet."""

    def __init__(self, cases: Iterable[Case]) -> None:
        """Put the cases into as few copies as they allow."""
        self.copies: list[list[Case]] = []
        for case in cases:
            fitting = (copy for copy in self.copies if not any(case.touched() & it.touched() for it in copy))
            copy = next(fitting, None)
            if copy is None:
                self.copies.append([case])
            else:
                copy.append(case)

    def graph(self) -> rdflib.Graph:
        """Return every copy in one graph; the ontology is not in it."""
        whole = rdflib.Graph()
        for number, copy in enumerate(self.copies):
            triples = set(base())
            for case in copy:
                triples = (triples - case.remove) | case.add
            for triple in triples:
                whole.add(tuple(_renamed(term, number) for term in triple))  # type: ignore[arg-type]  # three terms
        return whole

    def found(self, results: rdflib.Graph) -> list[dict[Found, Node]]:
        """Return, for each copy, its results by their names in the base graph."""
        found: list[dict[Found, Node]] = [{} for _ in self.copies]
        for result in results.objects(None, sh("result")):
            focus, _, number = str(results.value(result, sh("focusNode"))).rpartition("--")
            source, component = (
                str(results.value(result, sh(name))) for name in ("sourceShape", "sourceConstraintComponent")
            )
            found[int(number)][source, component, focus] = result
        return found


def base() -> rdflib.Graph:
    """Return the register in which nothing is missing."""
    return _base()


@cache
def _base() -> rdflib.Graph:
    """Read the base graph once."""
    return rdflib.Graph().parse(ROOT / "fixtures" / "base.ttl")


@cache
def ontology() -> rdflib.Graph:
    """Return the ontology that ships, read once."""
    dataset = Dataset()
    for name, path in graph_files(Project.shipped())[0].items():
        dataset.load(name, path)
    return to_rdflib(dataset)


@cache
def shapes() -> rdflib.Graph:
    """Return the shapes that ship, read once; whoever changes them copies them first."""
    return read_shapes(Project.shipped().shape_files())


def shape(name: str) -> str:
    """Return the IRI of a shape."""
    return f"{BASE}shape/{name}"


def constraint(name: str) -> str:
    """Return the IRI of a constraint component."""
    return f"{SH}{name}ConstraintComponent"


def sh(name: str) -> rdflib.URIRef:
    """Return a term of SHACL."""
    return rdflib.URIRef(SH + name)


def _renamed(term: Node, number: int) -> Node:
    """Return a term as a copy names it: things and graphs get the number of the copy."""
    ours = isinstance(term, rdflib.URIRef) and str(term).startswith((f"{BASE}id/", f"{BASE}graph/"))
    return rdflib.URIRef(f"{term}--{number}") if ours else term


def _triples(texts: Iterable[str]) -> frozenset[Triple]:
    """Read statements, one in each text."""
    body = "".join(f"{text} .\n" for text in texts)
    return frozenset(rdflib.Graph().parse(data=_HEADER + body, format="turtle"))


def _iri(short: str) -> str:
    """Return the IRI of a prefixed name."""
    prefix, _, name = short.partition(":")
    return _PREFIXES[prefix] + name


def _case(name: str, table: dict[str, Any], row: dict[str, Any]) -> Case:
    """Return one row of a table as a case; a valid one has neither constraint nor focus."""
    detail = row.get("note") or " ".join([row["constraint"], *row["focus"], *row["add"]])
    return Case(
        shape=name,
        constraint=row.get("constraint", ""),
        focus=tuple(_iri(focus) for focus in row.get("focus", [])),
        add=_triples(row["add"]),
        remove=_triples(row["remove"]),
        severity=SH + table["severity"].capitalize(),
        messages=frozenset({("da", table["da"]), ("en", table["en"])}),
        name=f"{name} {detail}",
    )


def _read(kind: str) -> list[Case]:
    """Read the cases of one kind from every file."""
    tables = [tomllib.loads(path.read_text("utf-8")) for path in sorted(ROOT.glob("fixtures/*.toml"))]
    return [
        _case(name, table, row)
        for topic in tables
        for name, table in topic.items()
        for row in table.get(kind, [])
    ]


INVALID: Final = _read("invalid")
VALID: Final = _read("valid")
