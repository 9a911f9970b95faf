"""The made-up registers are of the size that was asked for, the same each time, and sound."""

import re
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
from bench.generator import generate
from bench.invention import Invention
from bench.questions import asked

from samspil.errors import ParameterError
from samspil.namespaces import SAM
from samspil.periods import read_period
from samspil.pipeline import Register, check, open_register
from samspil.project import Project
from samspil.queries import run

SIZE = 10_000
TODAY = date(2024, 2, 19)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("made-up")
    generate(SIZE, made)
    return made


@pytest.fixture(scope="module")
def made_up(folder: Path) -> Register:
    return open_register(Project.at(folder))


def sources(register: Register) -> list[str]:
    return [name for name, path in register.dataset.files.items() if path.parent.name == "data"]


def test_same_size_is_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    generate(SIZE, tmp_path)
    assert [path.name for path in Project.at(folder).data_files()] == [
        path.name for path in Project.at(tmp_path).data_files()
    ]
    for one, other in zip(Project.at(folder).data_files(), Project.at(tmp_path).data_files(), strict=True):
        assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("size", [5_000, 20_000])
def test_size_is_within_five_percent(size: int, tmp_path: Path) -> None:
    told = generate(size, tmp_path)
    parsed = [len(list(ox.parse(path=path))) for path in Project.at(tmp_path).data_files()]
    assert told == sum(parsed)
    assert abs(told - size) <= size * 0.05


def test_it_has_no_violation(made_up: Register) -> None:
    worst = [
        f"{finding.focus} {finding.shape}" for finding in check(made_up).findings if finding.severity > 1
    ]
    assert worst == []


def test_statements_are_made_in_several_sources(made_up: Register) -> None:
    graphs = [set(made_up.dataset.triples(name)) for name in sources(made_up)]
    assert len(graphs) >= 4
    total, distinct = sum(map(len, graphs)), len(set.union(*graphs))
    assert 0.01 < (total - distinct) / total < 0.1


def test_cooperations_have_two_to_twenty_parties_and_most_have_few(made_up: Register) -> None:
    query = """
        SELECT (COUNT(DISTINCT ?actor) AS ?parties) {
          ?one org:organization ?cooperation ; org:member ?actor . ?cooperation a sam:Cooperation .
        } GROUP BY ?cooperation"""
    sizes = sorted(
        int(str(row[0].value)) for row in made_up.store.select(query) if isinstance(row[0], ox.Literal)
    )
    assert sizes[0] == 2
    assert 8 < sizes[-1] <= 21  # the first municipality takes part in some of them besides
    assert sizes[len(sizes) // 2] <= 4


def test_every_class_of_the_real_register_that_questions_ask_for_is_there(made_up: Register) -> None:
    used = "SELECT DISTINCT ?type { ?thing a ?type FILTER (STRSTARTS(STR(?type), STR(sam:))) }"
    types = {
        row[0].value.removeprefix(SAM)
        for row in made_up.store.select(used)
        if isinstance(row[0], ox.NamedNode)
    }
    questions = (made_up.library.get(name).text for name in made_up.library.names())
    asked_for = {word for text in questions for word in re.findall(r"\ba sam:([A-Z]\w+)", text)}
    assert asked_for - types <= {"CoordinationGroup"}


def test_most_questions_have_an_answer(made_up: Register) -> None:
    empty = []
    for name in made_up.library.names():
        question = made_up.library.get(name)
        try:
            found = run(made_up.store, question, asked(made_up, question), TODAY)
        except ParameterError as error:  # a thing that the register lacks
            pytest.fail(f"{name}: {error}")
        if not isinstance(found, bool) and not list(found):
            empty.append(name)
    assert len(empty) <= len(made_up.library.names()) // 5, empty


def test_every_form_of_a_time_can_be_read() -> None:
    invent = Invention(1)
    texts = {invent.period(invent.year()) for _ in range(500)} | {invent.moment() for _ in range(500)}
    assert len({re.sub(r"\d", "0", read_period(text).text) for text in texts}) >= 15


def test_places_have_different_names() -> None:
    invent = Invention(1)
    assert len({invent.place(number) for number in range(5_000)}) == 5_000
