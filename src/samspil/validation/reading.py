"""pySHACL's report, read as findings that people understand.

A result names a node, a shape and a constraint. What people need beside these (the thing's name, what is
wrong, what to do, the file) is looked up in the data and in the source shape, whose messages keep their
languages where pySHACL drops them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import rdflib
from rdflib.collection import Collection
from rdflib.term import Node

from samspil.namespaces import DCT, PREFIXES, RDFS, SH, SKOS
from samspil.validation.report import Finding, Severity, Words, say

__all__ = ["Reader"]

# Name of a constraint component, without its ending, to what is wrong; {name} is the property's name.
_PROBLEMS: Final[dict[str, Words]] = {
    "MinCount": {"da": "»{name}« mangler", "en": "“{name}” is missing"},
    "QualifiedMinCount": {"da": "»{name}« mangler", "en": "“{name}” is missing"},
    "MaxCount": {"da": "»{name}« står for mange gange", "en": "“{name}” stands too often"},
    "QualifiedMaxCount": {"da": "»{name}« står for mange gange", "en": "“{name}” stands too often"},
    "UniqueLang": {
        "da": "»{name}« står to gange på samme sprog",
        "en": "“{name}” stands twice in one language",
    },
    "HasValue": {"da": "»{name}« har ikke den rette værdi", "en": "“{name}” has not the right value"},
}
_NO_SUCH: Final[Words] = {"da": "»{name}« må ikke stå her", "en": "“{name}” must not stand here"}
_OTHERWISE: Final[Words] = {"da": "»{name}« er forkert: {value}", "en": "“{name}” is wrong: {value}"}
# A recommendation does not say that anything is wrong.
_ADVICE: Final[Words] = {
    "da": "»{name}« bør ses efter: {value}",
    "en": "“{name}” should be looked at: {value}",
}

# Properties that name a thing, the best first.
_NAMES: Final = (SKOS + "prefLabel", RDFS + "label", DCT + "title")


@dataclass(frozen=True)
class Reader:
    """What results are read with: the report, the shapes, the data, and thing to the file that describes it."""

    results: rdflib.Graph
    shapes: rdflib.Graph
    data: rdflib.Graph
    files: Mapping[str, Path | None]

    def findings(self) -> set[Finding]:
        """Return every result as a finding; a shape that applies twice to a thing finds the same once."""
        return {self.finding(result) for result in self.results.objects(None, _sh("result"))}

    def finding(self, result: Node) -> Finding:
        """Return one result as a finding."""
        focus, shape = self._of(result, "focusNode"), self._of(result, "sourceShape")
        component = str(self._of(result, "sourceConstraintComponent"))
        value = self.results.value(result, _sh("value"))
        return Finding(
            severity=Severity[str(self._of(result, "resultSeverity")).removeprefix(SH).upper()],
            focus=_text(focus),
            label=self._label(focus),
            path=self._path(result, shape),
            value=None if value is None else value.n3(),
            problem=self._problem(component, shape, value),
            message=_words(self.shapes, shape, SH + "message"),
            shape=str(shape),
            constraint=component,
            file=self._file(focus),
        )

    def _of(self, result: Node, name: str) -> Node:
        """Return the one value that every result has for a property of SHACL."""
        found = self.results.value(result, _sh(name))
        if found is None:
            raise AssertionError(f"a result without sh:{name}")
        return found

    def _label(self, node: Node) -> Words:
        """Return what a thing is called, by language; the end of its IRI when it has no name."""
        for name in _NAMES:
            if words := _words(self.data, node, name):
                return words
        return {"da": _end(node), "en": _end(node)}

    def _problem(self, component: str, shape: Node, value: Node | None) -> Words:
        """Return what is wrong, in both languages."""
        kind = component.removeprefix(SH).removesuffix("ConstraintComponent")
        forbidden = kind == "MaxCount" and self.shapes.value(shape, _sh("maxCount")) == rdflib.Literal(0)
        advised = self.shapes.value(shape, _sh("severity")) == _sh("Info")
        words = _NO_SUCH if forbidden else _PROBLEMS.get(kind, _ADVICE if advised else _OTHERWISE)
        names = _words(self.shapes, shape, SH + "name")
        shown = self._label(value) if isinstance(value, rdflib.URIRef) else {"en": _literal(value)}
        told = {
            lang: text.format(name=say(names, lang), value=say(shown, lang)) for lang, text in words.items()
        }
        return {lang: text.removesuffix(": ") for lang, text in told.items()}

    def _path(self, result: Node, shape: Node) -> str:
        """Return the property that a result is about: the one that a query names, or that of the shape."""
        named = self.results.value(result, _sh("resultPath"))
        path = named if isinstance(named, rdflib.URIRef) else self.shapes.value(shape, _sh("path"))
        return "" if path is None else self._sparql_path(path)

    def _sparql_path(self, path: Node) -> str:
        """Return a SHACL path as a SPARQL path."""
        if isinstance(path, rdflib.URIRef):
            return _short(str(path))
        if (inverse := self.shapes.value(path, _sh("inversePath"))) is not None:
            return "^" + self._sparql_path(inverse)
        choices = self.shapes.value(path, _sh("alternativePath"))
        steps = [self._sparql_path(step) for step in Collection(self.shapes, choices or path)]
        return "|".join(steps) if choices else "/".join(steps)

    def _file(self, node: Node) -> Path | None:
        """Return the file that describes a thing, or else one that refers to it, or the only one there is."""
        if (path := self.files.get(_text(node))) is not None:
            return path
        named = sorted(_text(subject) for subject in self.data.subjects(None, node))
        every = set(self.files.values())
        return next(
            (self.files[name] for name in named if name in self.files),
            every.pop() if len(every) == 1 else None,
        )


def _words(graph: rdflib.Graph, node: Node, name: str) -> Words:
    """Return the texts of a property by language, one for each, in alphabetical order of language."""
    texts = [text for text in graph.objects(node, rdflib.URIRef(name)) if isinstance(text, rdflib.Literal)]
    return {
        text.language or "": str(text) for text in sorted(texts, key=lambda text: text.n3(), reverse=True)
    }


def _literal(value: Node | None) -> str:
    """Return a value as people read it: its text, and its language when it has one."""
    if isinstance(value, rdflib.Literal) and value.language:
        return f"{value} ({value.language})"
    return "" if value is None else str(value)


def _text(node: Node) -> str:
    """Return the IRI of a node, or the name of a blank one as N-Triples."""
    return str(node) if isinstance(node, rdflib.URIRef) else node.n3()


def _end(node: Node) -> str:
    """Return the end of an IRI, which is what a thing without a name is called."""
    return _text(node).rstrip("/#").replace("#", "/").rsplit("/", maxsplit=1)[-1]


def _short(iri: str) -> str:
    """Return an IRI with a prefix where we have one."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"


def _sh(name: str) -> rdflib.URIRef:
    """Return a term of SHACL."""
    return rdflib.URIRef(SH + name)
