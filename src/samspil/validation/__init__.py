"""Does what the sources say fit the shapes? A dataset and shapes in, a `Report` of findings out.

pySHACL decides; nothing else is asked whether a graph conforms. What it sees is what the sources assert
and the ontology, for the hierarchy of classes: never what the build derives.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pyparsing
import pyshacl
import pyshacl.errors
import rdflib

from samspil.dataset import Dataset, read_dataset, read_file, read_turtle, to_lines, to_rdflib
from samspil.errors import InvalidShape, NothingToValidate
from samspil.identifiers import graph
from samspil.namespaces import RDF
from samspil.project import Project
from samspil.sources import check_data, graph_files
from samspil.validation.asking import askable
from samspil.validation.reading import Reader
from samspil.validation.report import Finding, Report, Severity, to_json, to_text, to_turtle
from samspil.validation.targets import with_targets

__all__ = [
    "Finding",
    "Report",
    "Severity",
    "read_shapes",
    "to_json",
    "to_text",
    "to_turtle",
    "validate",
    "validate_beside",
    "validate_files",
    "validate_graph",
]

# Shapes about the ontology itself are for whoever changes it, not for whoever describes cooperations.
_ABOUT_THE_ONTOLOGY: Final = "ontology.ttl"
_DERIVED: Final = graph("derived")


def validate(dataset: Dataset, shape_files: Iterable[Path]) -> Report:
    """Validate what the sources of a dataset assert against shapes.

    Raises NothingToValidate when no source has a triple, or there are no shapes; what read_turtle raises,
    and InvalidShape, for the shapes.
    """
    asserted = [name for name in dataset.graphs() if name != _DERIVED]
    sources = [name for name in asserted if not _is_ontology(dataset.files.get(name))]
    shapes = read_shapes(shape_files)
    if not shapes or not any(dataset.count(name) for name in sources):
        raise NothingToValidate(_place(dataset))
    files = _files_of_things(dataset, sources)
    data = askable(to_lines(dataset, asserted))
    reader = Reader(validate_graph(data, shapes), shapes, data, files)
    return Report(tuple(sorted(reader.findings(), key=Finding.order)), len(files))


def validate_files(paths: Iterable[Path], project: Project) -> Report:
    """Validate files by themselves, all together, against the shapes and the ontology of a register.

    Raises what read_file and check_data raise, and NothingToValidate when the files hold no triple.
    """
    dataset = Dataset()
    for name, path in graph_files(project)[0].items():
        dataset.load(name, path)
    _add(dataset, paths)
    return validate(dataset, project.shape_files())


def validate_beside(paths: Iterable[Path], project: Project) -> Report:
    """Validate files as sources of a register: what it says counts too, but only their things are reported.

    A file that is a source of the register already takes its own place.
    Raises what read_dataset, read_file and check_data raise, and NothingToValidate when the files hold no triple.
    """
    dataset = read_dataset(project)
    added = _add(dataset, paths)
    things = _files_of_things(dataset, added)
    if not things:
        raise NothingToValidate(next(iter(added.values()), "data"))
    report = validate(dataset, project.shape_files())
    return Report(tuple(finding for finding in report.findings if finding.focus in things), len(things))


def _add(dataset: Dataset, paths: Iterable[Path]) -> dict[str, Path]:
    """Add files as sources, each in place of the graph that was read from it, and return graph to file."""
    added: dict[str, Path] = {}
    for path in paths:
        triples = read_file(path)
        for name in [name for name, file in dataset.files.items() if file.resolve() == path.resolve()]:
            dataset.remove(name)
        name = path.resolve().as_uri()
        dataset.add(name, triples)
        dataset.files[name] = added[name] = path
    ontology = [name for name, file in dataset.files.items() if _is_ontology(file)]
    check_data(dataset.store, ontology, {n: f for n, f in dataset.files.items() if n not in ontology})
    return added


def validate_graph(data: rdflib.Graph, shapes: rdflib.Graph) -> rdflib.Graph:
    """Return pySHACL's report on a graph, which holds the ontology too and is not copied.

    Raises InvalidShape for shapes that are no SHACL.
    """
    try:
        results = pyshacl.validate(data, shacl_graph=with_targets(shapes), advanced=True, inplace=True)[1]
    except pyshacl.errors.ReportableRuntimeError as error:
        raise InvalidShape("shapes", error.message) from error
    except pyparsing.ParseException as error:
        raise InvalidShape(_shape_with(shapes, error.pstr), f"SPARQL: {error}") from error
    if not isinstance(results, rdflib.Graph):
        raise InvalidShape("shapes", str(results))
    return results


def _shape_with(shapes: rdflib.Graph, query: str) -> str:
    """Return the IRI of the constraint whose SPARQL stands in a query that pySHACL completed with prefixes."""
    texts = {
        str(text).strip(): subject
        for subject, text in shapes.subject_objects()
        if isinstance(text, rdflib.Literal)
    }
    found = [
        subject
        for text, subject in texts.items()
        if len(text) > len("ASK {}") and query.rstrip().endswith(text)
    ]
    return str(found[0]) if found else "shapes"


def read_shapes(files: Iterable[Path]) -> rdflib.Graph:
    """Return the shapes of files as one graph. Raises what read_turtle raises."""
    shapes = Dataset()
    for path in files:
        if path.name != _ABOUT_THE_ONTOLOGY:
            shapes.add(graph("shapes"), read_turtle(path))
    return to_rdflib(shapes)


def _is_ontology(path: Path | None) -> bool:
    """Tell whether a graph was read from the ontology of a register."""
    return path is not None and path.parent.name == "ontology"


def _place(dataset: Dataset) -> Path | str:
    """Return where there was nothing to validate: the first file that is a source, or a word for none."""
    return next((path for path in dataset.files.values() if not _is_ontology(path)), "data")


def _files_of_things(dataset: Dataset, sources: Iterable[str]) -> dict[str, Path | None]:
    """Return thing to the file that describes it: the one that gives its type, or the first in order of name."""
    typed: dict[str, Path | None] = {}
    named: dict[str, Path | None] = {}
    for source in sources:
        for triple in dataset.triples(source):
            table = typed if triple.predicate.value == RDF + "type" else named
            subject = str(triple.subject)
            table.setdefault(subject.removeprefix("<").removesuffix(">"), dataset.files.get(source))
    return named | typed
