"""Every case answers the same on servers as in this process, through the store that people use.

rdflib is the peer in `test_answers.py`. Nothing depends on what a server calls its default graph: one here holds
a statement of its own there, one takes the union of all graphs for it. What an engine answers otherwise than the
standard says is in `lawful.toml`; no question depends on it.
"""

import tomllib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Final

import pytest
from tests import servers
from tests.queries.cases import FOLDERS, HERE, TODAY, Case, open_registers, read_cases

from samspil.errors import ParameterError, QueryRefused
from samspil.parameters import Parameter, check_thing
from samspil.pipeline import Register
from samspil.queries import bind
from samspil.store import Rows, Store
from samspil.store.endpoint import Endpoint
from samspil.store.remote import RemoteStore
from samspil.wording import Table

_DIFFERENCES: Final = tomllib.loads((HERE / "lawful.toml").read_text(encoding="utf-8"))["difference"]
_CASES: Final = [case for name in FOLDERS for case in read_cases(name)]

_STRANGER: Final = (
    "<https://w3id.org/samspil/id/actor/norddjurs-kommune> "
    '<http://www.w3.org/2004/02/skos/core#prefLabel> "Et andet navn"@da, "Another name"@en .'
)

_Start = Callable[[Path], AbstractContextManager[servers.Server]]

# Name of an engine to what starts it.
_ENGINES: Final[dict[str, _Start]] = {
    "oxigraph": servers.oxigraph_server,
    "oxigraph with the union for default graph": lambda folder: servers.oxigraph_server(
        folder, "--union-default-graph"
    ),
    "virtuoso": servers.virtuoso_server,
}


@pytest.fixture(scope="module")
def registers(register: Register) -> dict[str, Register]:
    """Return the registers that the cases are asked of."""
    return open_registers() | {"shipped": register}


@pytest.fixture(scope="module", params=_ENGINES)
def engine(
    request: pytest.FixtureRequest, registers: dict[str, Register], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Store]]:
    """Return an engine for each register: a server of its own, so that no graph of the other is there."""
    with ExitStack() as running:
        yield {
            name: _store(
                running.enter_context(_ENGINES[request.param](tmp_path_factory.mktemp("server"))), register
            )
            for name, register in registers.items()
        }


def _store(server: servers.Server, register: Register) -> RemoteStore:
    """Return the store of a register on a server.

    It is put there twice, as whoever publishes again does: an index of Virtuoso 7 is then in another state.
    """
    servers.load(server, register.dataset)
    servers.load(server, register.dataset)
    if not server.user:
        with server.client() as client:
            headers = {"Content-Type": "text/turtle"}
            client.post(
                f"{server.graph_store}?default", content=_STRANGER, headers=headers
            ).raise_for_status()
    return RemoteStore(Endpoint(server.query))


@pytest.mark.parametrize("case", _CASES, ids=[f"{case.register}: {case}" for case in _CASES])
def test_case_answers_the_same_on_a_server(
    registers: dict[str, Register], engine: dict[str, Store], case: Case
) -> None:
    register = registers[case.register]
    query = bind(register.library.get(case.question), case.values, TODAY)
    assert _answer(engine[case.register], query) == _answer(register.store, query)


def test_answers_are_put_into_the_same_words(
    registers: dict[str, Register], engine: dict[str, Store]
) -> None:
    register = registers["shipped"]
    for question in register.library.search(topic="agreements"):
        query = bind(question, {}, TODAY)
        tables = [
            Table.of(found, question, store, "en")
            for store in (engine["shipped"], register.store)
            if isinstance(found := store.run(query), Rows)
        ]
        assert tables[:1] == tables[1:], question.name


@pytest.mark.parametrize("text", ["norddjurs-halmstad", "norddjurs-hamlstad", "x"])
def test_unknown_thing_is_named_with_the_same_suggestions(
    registers: dict[str, Register], engine: dict[str, Store], text: str
) -> None:
    question = registers["shipped"].library.get("cooperations/parties")
    (parameter,) = (p for p in question.parameters if p.type == "cooperation")
    said = [
        _complaint(store, question.name, parameter, text)
        for store in (engine["shipped"], registers["shipped"].store)
    ]
    assert said[0] == said[1]
    assert (said[0] is None) is (text == "norddjurs-halmstad")


def _complaint(store: Store, question: str, parameter: Parameter, text: str) -> str | None:
    """Return what is said about a thing that is asked for, None for one that is known."""
    try:
        check_thing(store, question, parameter, text)
    except ParameterError as error:
        return error.message("da")
    return None


# --- what an engine does otherwise -------------------------------------------------------------------


@pytest.fixture(scope="module")
def virtuoso(virtuoso_server: servers.Server, register: Register) -> RemoteStore:
    """Return the shipped register on Virtuoso."""
    return _store(virtuoso_server, register)


@pytest.mark.parametrize("difference", _DIFFERENCES, ids=[each["what"] for each in _DIFFERENCES])
def test_difference_is_still_there_and_the_other_form_has_none(
    virtuoso: RemoteStore, register: Register, difference: dict[str, str]
) -> None:
    query, instead = difference["query"], difference["instead"]
    assert difference["engine"] == "Virtuoso 7.2.5"
    assert _answer(register.store, query) == _answer(register.store, instead)
    assert _answer(virtuoso, instead) == _answer(register.store, instead)
    try:
        assert _answer(virtuoso, query) != _answer(register.store, query)
    except QueryRefused as error:
        assert "SP031" in str(error)


def _answer(store: Store, query: str) -> object:
    """Return an answer as a value: variables and rows in order, or the triples."""
    found = store.run(query)
    return (found.variables, list(found)) if isinstance(found, Rows) else found
