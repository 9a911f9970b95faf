"""What must hold of the files of a register before anything is built on them.

The checks run over the loaded store, so that they cost a few queries and not a walk over every triple. The merge
tells whether all is well (`is_sound`); only when it may not be are the named graphs asked which file is wrong,
and is that file read again, to find the line (`check_data`). The checks are about the form of a source. What a
source must say is the business of the shapes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from typing import Final, cast

import pyoxigraph as ox

from samspil.errors import (
    BadFileName,
    BlankNode,
    DuplicateGraph,
    DuplicateIdentifier,
    NotAnIdentifier,
    PeriodError,
    ReservedGraph,
    UnknownTerm,
    UnusedFile,
)
from samspil.formats import SUFFIXES, blank_line, line_of
from samspil.identifiers import graph, slugify
from samspil.namespaces import ADMS, EDTF, RDF, SAM, SKOS
from samspil.periods import read_period
from samspil.project import Project

__all__ = ["MADE", "Model", "check_data", "graph_files", "is_sound", "read_model"]

# Graphs that the program makes: what follows from the sources, the merge of all graphs on a server, the questions.
MADE: Final = frozenset(map(graph, ("derived", "merge", "queries")))

_BLANK_NODES: Final = """
SELECT DISTINCT ?graph { GRAPH ?graph { ?s ?p ?o } FILTER(isBLANK(?s) || isBLANK(?o)) } ORDER BY ?graph"""

_USED_TERMS: Final = f"""
SELECT DISTINCT ?graph ?term {{
  {{ SELECT DISTINCT ?graph ?term {{ GRAPH ?graph {{ ?s ?term ?o }} }} }}
  UNION
  {{ SELECT DISTINCT ?graph ?term {{ GRAPH ?graph {{ ?s <{RDF}type> ?term }} }} }}
  FILTER(STRSTARTS(STR(?term), "{SAM}"))
}} ORDER BY ?graph ?term"""

_DEFINED_TERMS: Final = f"""
SELECT DISTINCT ?term {{ GRAPH ?graph {{ ?term ?p ?o }} FILTER(STRSTARTS(STR(?term), "{SAM}")) }}"""

_PERIODS: Final = f"""
SELECT ?graph ?subject ?text {{
  GRAPH ?graph {{ ?subject ?p ?text }} FILTER(DATATYPE(?text) = <{EDTF}EDTF>)
}} ORDER BY ?graph ?subject ?text"""

_IDENTIFIERS: Final = f"""
SELECT DISTINCT ?scheme ?notation ?thing ?graph {{
  GRAPH ?graph {{ ?thing <{ADMS}identifier> ?identifier }}
  GRAPH ?of_scheme {{ ?identifier <{SAM}identifierScheme> ?scheme }}
  GRAPH ?of_notation {{ ?identifier <{SKOS}notation> ?notation }}
}} ORDER BY ?scheme ?notation ?thing ?graph"""

# The same questions of a merge, which knows of no graph.
_BLANKS: Final = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(isBLANK(?s) || isBLANK(?o)) }"

_USED: Final = f"""
SELECT DISTINCT ?term {{
  {{ SELECT DISTINCT ?term {{ ?s ?term ?o }} }} UNION {{ SELECT DISTINCT ?term {{ ?s <{RDF}type> ?term }} }}
  FILTER(STRSTARTS(STR(?term), "{SAM}"))
}}"""

_DEFINED: Final = f"""SELECT DISTINCT ?term {{ ?term ?p ?o FILTER(STRSTARTS(STR(?term), "{SAM}")) }}"""

_TEXTS: Final = f"""SELECT DISTINCT ?text {{ ?s ?p ?text FILTER(DATATYPE(?text) = <{EDTF}EDTF>) }}"""

_SHARED: Final = f"""
SELECT ?notation {{
  ?thing <{ADMS}identifier> ?identifier .
  ?identifier <{SAM}identifierScheme> ?scheme ; <{SKOS}notation> ?noted .
}} GROUP BY ?scheme (STR(?noted) AS ?notation) HAVING (COUNT(DISTINCT ?thing) > 1)"""


@dataclass(frozen=True)
class Model:
    """What an ontology has before any data is beside it: the terms of ours that it describes, its blank nodes."""

    terms: frozenset[str]
    blanks: int  # statements with one


def read_model(merge: ox.Store) -> Model:
    """Return what the ontology says, of a store whose default graph holds nothing else."""
    return Model(frozenset(_texts(merge, _DEFINED)), _count_blanks(merge))


def is_sound(merge: ox.Store, model: Model) -> bool:
    """Tell whether ontology and data, in the default graph of a store, are certain to pass check_data.

    False may be a false alarm, as when the ontology itself uses a term that it does not define.
    """
    if _count_blanks(merge) != model.blanks or not model.terms.issuperset(_texts(merge, _USED)):
        return False
    try:
        for text in _texts(merge, _TEXTS):
            read_period(text)
    except PeriodError:
        return False
    return not list(_texts(merge, _SHARED))


def graph_files(project: Project) -> tuple[dict[str, Path], dict[str, Path]]:
    """Return graph IRI to file, for the ontology and for the data of a register.

    `ontology/samspil.ttl` is the graph `model`; any other file is the graph of its stem.
    Raises UnusedFile, BadFileName, ReservedGraph or DuplicateGraph.
    """
    _check_all_are_read(project)
    ontology: dict[str, Path] = {}
    data: dict[str, Path] = {}
    for path in project.ontology_files():
        _place(path, "model" if path.stem == "samspil" else path.stem, ontology, {})
    for path in project.data_files():
        _place(path, path.stem, data, ontology)
    return ontology, data


def check_data(store: ox.Store, ontology: Sequence[str], data: Mapping[str, Path]) -> None:
    """Check the data graphs of a store against each other and the terms that the ontology graphs define.

    Raises BlankNode, UnknownTerm, PeriodError or DuplicateIdentifier for the first case of each, in order.
    """
    for (name,) in _rows(store, _BLANK_NODES, data):
        raise BlankNode(data[name], blank_line(data[name]))
    _check_terms(store, ontology, data)
    for name, subject, text in _rows(store, _PERIODS, data):
        _check_period(text, f"{data[name]} <{subject}>")
    for (scheme, notation, first, there), (*same, second, here) in pairwise(_rows(store, _IDENTIFIERS, data)):
        if same == [scheme, notation] and first != second:
            raise DuplicateIdentifier(scheme, notation, first, data[there], second, data[here])


def _check_all_are_read(project: Project) -> None:
    """Raise UnusedFile for RDF in the data folder, or below it, that is no source."""
    sources = set(project.data_files())
    for path in sorted(project.data.rglob("*")):
        if path.suffix.lower() in SUFFIXES and path not in sources and not path.name.startswith("."):
            raise UnusedFile(path)


def _place(path: Path, stem: str, files: dict[str, Path], others: Mapping[str, Path]) -> None:
    """Add a file to a table of graphs. Raises BadFileName, ReservedGraph or DuplicateGraph."""
    try:
        name = graph(stem)
    except NotAnIdentifier as error:
        raise BadFileName(path, _file_name(path)) from error
    if name in MADE:
        raise ReservedGraph(path, name)
    if (taken := files.get(name) or others.get(name)) is not None:
        raise DuplicateGraph(name, taken, path)
    files[name] = path


def _file_name(path: Path) -> str:
    """Return the nearest file name that can name a graph."""
    try:
        return slugify(path.stem) + path.suffix
    except NotAnIdentifier:
        return "kilde" + path.suffix


def _check_terms(store: ox.Store, ontology: Sequence[str], data: Mapping[str, Path]) -> None:
    """Raise UnknownTerm for the first term of ours that no ontology graph describes."""
    defined = {term for (term,) in _rows(store, _DEFINED_TERMS, ontology)}
    for name, term in _rows(store, _USED_TERMS, data):
        if term not in defined:
            local = term.removeprefix(SAM)
            near = get_close_matches(local, sorted(known.removeprefix(SAM) for known in defined))
            path = data[name]
            line = line_of(path.read_text(encoding="utf-8"), _spelling(term))
            raise UnknownTerm(f"sam:{local}", path, line, [f"sam:{known}" for known in near])


def _spelling(term: str) -> str:
    """Return the pattern of a term in Turtle, with any prefix or in full."""
    return rf"[\w.-]*:{re.escape(term.removeprefix(SAM))}(?![\w-])|<{re.escape(term)}>"


def _check_period(text: str, where: str) -> None:
    """Raise PeriodError with the place for a text that is no period."""
    try:
        read_period(text)
    except PeriodError as error:
        raise PeriodError(error.text, error.reason, where) from error


def _count_blanks(merge: ox.Store) -> int:
    """Return how many statements of the default graph have a blank node."""
    return int(*_texts(merge, _BLANKS))


def _texts(merge: ox.Store, query: str) -> Iterator[str]:
    """Yield the first cell of each row of a query over the default graph, as the text of its term."""
    return (row[0].value for row in cast("ox.QuerySolutions", merge.query(query)))


def _rows(store: ox.Store, query: str, graphs: Sequence[str] | Mapping[str, Path]) -> Iterator[list[str]]:
    """Yield the rows of a query over named graphs, as the texts of their terms."""
    found = store.query(query, named_graphs=[ox.NamedNode(name) for name in graphs])
    for row in cast("ox.QuerySolutions", found):
        yield [term.value for term in row]
