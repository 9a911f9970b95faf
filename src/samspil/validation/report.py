"""What a validation found, and how it is told: to people, to programs, and to other SHACL tools.

A finding says which thing it is about, what is wrong and what to do about it, in Danish and English. The
most serious come first, and the same findings are always told in the same order.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import groupby
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from samspil.formats import serialize_quads
from samspil.namespaces import PREFIXES, RDF, SH, XSD

__all__ = ["Finding", "Report", "Severity", "Words", "say", "to_json", "to_text", "to_turtle"]

# Text of a finding by language; both "da" and "en" are there unless a shape of a user's own lacks one.
Words = dict[str, str]


class Severity(IntEnum):
    """How serious a finding is: what must be corrected, what will have to be, what is recommended."""

    INFO = 1
    WARNING = 2
    VIOLATION = 3


@dataclass(frozen=True)
class Finding:
    """One thing that does not fit one constraint of one shape.

    `path` is the property as a SPARQL path, `value` the offending value as N-Triples or None where something
    is missing; `shape` is the IRI of the source shape and `constraint` that of the constraint component.
    """

    severity: Severity
    focus: str
    label: Words = field(hash=False)
    path: str
    value: str | None
    problem: Words = field(hash=False)
    message: Words = field(hash=False)
    shape: str
    constraint: str
    file: Path | None

    def order(self) -> tuple[int, str, str, str, str, str, str]:
        """Return the key that puts the most serious first, then file, thing and shape in alphabetical order."""
        file = self.file.as_posix() if self.file else ""
        label = say(self.label, "da").casefold()
        return -self.severity, file, label, self.focus, self.shape, self.constraint, self.value or ""


@dataclass(frozen=True)
class Report:
    """The findings about a number of things that were looked at, most serious first."""

    findings: tuple[Finding, ...]
    checked: int

    @property
    def worst(self) -> Severity | None:
        """The severity of the most serious finding; None when there is none."""
        return max((finding.severity for finding in self.findings), default=None)

    def at_or_above(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings that are at least that serious."""
        return tuple(finding for finding in self.findings if finding.severity >= severity)


# Severity to the heading over its findings.
_HEADINGS: Final[dict[Severity, Words]] = {
    Severity.VIOLATION: {"da": "Skal rettes", "en": "Must be corrected"},
    Severity.WARNING: {
        "da": "Skal rettes før næste version",
        "en": "Must be corrected before the next version",
    },
    Severity.INFO: {"da": "Anbefales", "en": "Recommended"},
}
_WORDS: Final[dict[str, Words]] = {
    "do": {"da": "Gør dette", "en": "Do this"},
    "none": {
        "da": "Ingen fund. {checked} ting er kontrolleret.\n",
        "en": "No findings. {checked} things checked.\n",
    },
    "sum": {
        "da": "{checked} ting er kontrolleret: {violation} skal rettes, {warning} skal rettes før næste version, "
        "{info} anbefales.\n",
        "en": "{checked} things checked: {violation} must be corrected, {warning} must be corrected before the "
        "next version, {info} recommended.\n",
    },
}


def to_text(report: Report, lang: str = "da") -> str:
    """Return a report for reading, in Danish or English: heading by severity, then each finding with its remedy."""
    if not report.findings:
        return say(_WORDS["none"], lang).format(checked=report.checked)
    blocks = []
    for severity, group in groupby(report.findings, key=lambda finding: finding.severity):
        found = list(group)
        heading = f"{say(_HEADINGS[severity], lang)} ({len(found)})"
        blocks.append(f"{heading}\n{'=' * len(heading)}\n")
        blocks.extend(_paragraph(finding, lang) for finding in found)
    count = {severity.name.lower(): 0 for severity in Severity}
    for finding in report.findings:
        count[finding.severity.name.lower()] += 1
    return "\n".join([*blocks, say(_WORDS["sum"], lang).format(checked=report.checked, **count)])


def to_json(report: Report) -> str:
    """Return a report as JSON, with every text in both languages."""
    rows = [
        {
            "severity": finding.severity.name.lower(),
            "focus": finding.focus,
            "label": finding.label,
            "path": finding.path,
            "value": finding.value,
            "problem": finding.problem,
            "message": finding.message,
            "shape": finding.shape,
            "constraint": finding.constraint,
            "file": _shown(finding.file),
        }
        for finding in report.findings
    ]
    worst = report.worst.name.lower() if report.worst else None
    document = {"checked": report.checked, "worst": worst, "findings": rows}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def to_turtle(report: Report) -> str:
    """Return a report as a sh:ValidationReport in Turtle, the same bytes for the same findings.

    sh:resultPath is given for single properties; longer paths stand in the source shape.
    """
    head = ox.BlankNode("report")
    triples = [
        ox.Triple(head, _node(RDF + "type"), _node(SH + "ValidationReport")),
        ox.Triple(head, _node(SH + "conforms"), ox.Literal(not report.findings)),
    ]
    for number, finding in enumerate(report.findings):
        result = ox.BlankNode(f"result{number}")
        triples.append(ox.Triple(head, _node(SH + "result"), result))
        triples.extend(_result(result, finding))
    return serialize_quads((ox.Quad(*triple) for triple in triples), "turtle").decode()


def say(words: Words, lang: str) -> str:
    """Return a text in a language, or in another one that there is."""
    return words.get(lang) or words.get("en") or words.get("da") or next(iter(words.values()), "")


def _paragraph(finding: Finding, lang: str) -> str:
    """Return one finding: thing and problem, remedy, place and IRI."""
    place = " ".join(filter(None, [_shown(finding.file), f"<{finding.focus}>"]))
    remedy = f"{say(_WORDS['do'], lang)}: {say(finding.message, lang)}"
    return f"{say(finding.label, lang)}: {say(finding.problem, lang)}\n  {remedy}\n  {place}\n"


def _shown(path: Path | None) -> str | None:
    """Return a path as people write it: from where they stand, when it is below."""
    if path is None:
        return None
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def _result(result: ox.BlankNode, finding: Finding) -> Iterator[ox.Triple]:
    """Yield the statements about one result."""
    severity = _node(SH + finding.severity.name.capitalize())
    yield ox.Triple(result, _node(RDF + "type"), _node(SH + "ValidationResult"))
    yield ox.Triple(result, _node(SH + "focusNode"), _focus(finding.focus))
    yield ox.Triple(result, _node(SH + "resultSeverity"), severity)
    yield ox.Triple(result, _node(SH + "sourceShape"), _node(finding.shape))
    yield ox.Triple(result, _node(SH + "sourceConstraintComponent"), _node(finding.constraint))
    for lang, text in finding.message.items():
        yield ox.Triple(result, _node(SH + "resultMessage"), ox.Literal(text, language=lang))
    prefix, _, name = finding.path.partition(":")
    if prefix in PREFIXES and name.replace("-", "").isalnum():
        yield ox.Triple(result, _node(SH + "resultPath"), _node(PREFIXES[prefix] + name))
    if finding.value is not None:
        yield ox.Triple(result, _node(SH + "value"), _term(finding.value))


def _focus(focus: str) -> ox.NamedNode | ox.BlankNode:
    """Return a focus node, which in a file that is not ours may have no name."""
    return ox.BlankNode(focus.removeprefix("_:")) if focus.startswith("_:") else _node(focus)


def _term(text: str) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Read one term of N-Triples."""
    line = f"<{XSD}a> <{XSD}a> {text} ."
    (quad,) = ox.parse(line, format=ox.RdfFormat.N_TRIPLES)
    term: ox.NamedNode | ox.BlankNode | ox.Literal = quad.object
    return term


def _node(iri: str) -> ox.NamedNode:
    """Return a named node."""
    return ox.NamedNode(iri)
