"""The shipped data fit the shapes: nothing must be corrected, and what is recommended is known by name."""

from pathlib import Path
from typing import Final

import pytest

from samspil.dataset import read_dataset
from samspil.namespaces import BASE
from samspil.project import Project
from samspil.validation import Report, Severity, validate

# Each line is a severity, a shape, a thing, and after a tab why it stays; see the head of the file.
_KNOWN: Final = Path(__file__).with_name("known.tsv")


@pytest.fixture(scope="module")
def report() -> Report:
    """Validate what ships."""
    project = Project.shipped()
    return validate(read_dataset(project), project.shape_files())


def _known() -> list[tuple[str, ...]]:
    """Return the findings that are known, without their reasons."""
    lines = _KNOWN.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")[:3]) for line in lines if not line.startswith("#")]


def test_nothing_must_be_corrected(report: Report) -> None:
    assert report.at_or_above(Severity.WARNING) == ()


def test_what_is_recommended_is_what_is_known(report: Report) -> None:
    found = [
        (
            finding.severity.name.lower(),
            finding.shape.removeprefix(f"{BASE}shape/"),
            finding.focus.removeprefix(f"{BASE}id/"),
        )
        for finding in report.findings
    ]

    assert sorted(found) == sorted(_known())


def test_every_known_finding_has_its_reason() -> None:
    lines = _KNOWN.read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if not line.startswith("#") and len(line.split("\t")) != 4] == []


def test_everything_that_the_data_describe_is_checked(report: Report) -> None:
    assert report.checked > 800
