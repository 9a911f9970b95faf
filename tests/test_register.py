"""The shipped register as files: canonical, nameless nothing, no person, nothing from outside."""

import re
from pathlib import Path

import pytest

from samspil.formats import is_canonical
from samspil.pipeline import Register
from samspil.project import Project

SOURCES = Project.shipped().data_files()


def test_three_sources_ship() -> None:
    assert [path.stem for path in SOURCES] == ["background", "norddjurs-notat-2024", "trekantomraadet"]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_source_is_canonical_so_that_a_diff_is_a_fact(path: Path) -> None:
    assert is_canonical(path)


def test_no_private_person_is_in_the_register(register: Register) -> None:
    assert not register.store.ask("ASK { ?person a foaf:Person }")


def test_absences_are_not_asserted(register: Register) -> None:
    steering = "ASK { ?g a sam:SteeringGroup ; org:subOrganizationOf <%s> }"
    halmstad = "https://w3id.org/samspil/id/cooperation/norddjurs-halmstad"
    assert not register.store.ask(steering % halmstad)
    assert register.store.ask(steering % halmstad.replace("halmstad", "via"))


def test_every_graph_tells_its_source_its_licence_and_its_titles(register: Register) -> None:
    for path in SOURCES:
        described = (
            f"ASK {{ <https://w3id.org/samspil/graph/{path.stem}> dct:license ?licence ; dct:title ?da , ?en "
            'FILTER (LANG(?da) = "da" && LANG(?en) = "en") }'
        )
        assert register.store.ask(described), path.stem


def test_derived_relations_stand_in_no_source() -> None:
    for path in SOURCES:
        assert not re.search(r"sam:(\w+PartnerOf|\w*[cC]ooperatesWith)\b", path.read_text(encoding="utf-8"))
