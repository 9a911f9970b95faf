"""A graph is asked from Python: with values of every kind, in both languages, and as rdflib and networkx."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import rdflib

import samspil
from samspil.dataset import to_rdflib
from samspil.errors import ParameterError, QuerySyntaxError, SamspilError, UnknownName
from samspil.graph import Graph, Iri
from samspil.namespaces import SAM
from samspil.pipeline import Register

DAY = date(2025, 3, 1)
AU = "https://w3id.org/samspil/id/actor/aarhus-universitet"


@pytest.mark.parametrize("day", [DAY, "2025-03-01", datetime(2025, 3, 1, 23, tzinfo=UTC)])
@pytest.mark.parametrize("within", ["P12M", "12", 12])
def test_values_of_every_kind_ask_the_same(graph: Graph, day: str | date, within: str | int) -> None:
    (row,) = graph.ask("agreements/running-out", on=day, within=within)
    assert (row.agreement.short, row.latestEnd) == ("agreement/au-2022", date(2025, 12, 31))


@pytest.mark.parametrize("actor", ["aarhus-universitet", "Aarhus Universitet", AU, Iri(AU)])
def test_a_thing_by_its_slug_its_name_and_its_iri(graph: Graph, actor: str) -> None:
    assert len(graph.ask("agreements/in-force", on="2024-02-19", actor=actor)) == 1


def test_none_leaves_a_parameter_out(graph: Graph) -> None:
    assert len(graph.ask("agreements/in-force", on="2024-02-19", actor=None)) == 4


def test_a_day_that_is_left_out_is_today(graph: Graph) -> None:
    today = date.today()  # noqa: DTZ011  as the graph counts it
    assert graph.ask("agreements/in-force") == graph.ask("agreements/in-force", on=today)


def test_names_come_in_the_language_of_the_graph_unless_another_is_asked_for(graph: Graph) -> None:
    english = samspil.open(lang="en")
    danish = graph.ask("agreements/in-force", on="2024-02-19")
    assert danish[0].agreementLabel == "Aftalen med Aarhus Universitet, 2022-2025"
    assert english.ask("agreements/in-force", on="2024-02-19")[0].agreementLabel.startswith("The agreement")
    assert "Not stated" in repr(graph.ask("agreements/in-force", on="2024-02-19", lang="en"))
    assert "Ikke oplyst" in repr(english.ask("agreements/in-force", on="2024-02-19", lang="da"))
    assert repr(english) == "Samspil: the register that travels with the program"


@pytest.mark.parametrize(
    ("name", "values", "kind", "words"),
    [
        ("agreements/in-forse", {}, UnknownName, "agreements/in-force"),
        ("agreements/in-force", {"day": "2024-02-19"}, UnknownName, "on, actor or lang"),
        ("agreements/in-force", {"on": "19.2.2024"}, ParameterError, "2024-02-19"),
        ("agreements/in-force", {"actor": "norddjurs"}, ParameterError, "norddjurs-kommune"),
        ("agreements/in-force", {"lang": "de"}, ParameterError, "da / en"),
        ("agreements/running-out", {"within": "P1X"}, ParameterError, "P12M"),
    ],
)
def test_a_mistake_says_what_to_do(
    graph: Graph, name: str, values: dict[str, str], kind: type[SamspilError], words: str
) -> None:
    with pytest.raises(kind) as caught:
        graph.ask(name, **values)
    assert words in str(caught.value)


def test_a_question_of_another_form_is_refused(graph: Graph) -> None:
    with pytest.raises(QuerySyntaxError, match="a SELECT query is expected"):
        graph.ask("agreements/everything")
    with pytest.raises(QuerySyntaxError, match="a SELECT query is expected"):
        graph.select("ASK {}")
    with pytest.raises(QuerySyntaxError, match="an ASK query is expected"):
        graph.matches("SELECT * {}")
    with pytest.raises(QuerySyntaxError, match="query:1:"):
        graph.select("SELECT ?a WHERE")


def test_a_parameter_may_be_called_as_the_method_calls_its_own(tmp_path: Path) -> None:
    """What a question is named is given by place, so that no name of a parameter is taken."""
    (tmp_path / "data").mkdir()
    folder = tmp_path / "queries" / "mine"
    folder.mkdir(parents=True)
    (folder / "echo.rq").write_text(
        "#+ summary: Echo\n#+ parameters:\n#+   question: {type: string, da: Q, en: Q}\n"
        "#+   self: {type: integer, da: S, en: S}\n#+   lang: {type: string, da: L, en: L}\n"
        "SELECT * WHERE { VALUES (?question ?self ?lang) { (UNDEF UNDEF UNDEF) } }\n"
    )
    graph = samspil.open(tmp_path)
    answer = graph.ask("echo", question='"} x', self=1, lang="de")
    assert dict(answer[0]) == {"question": '"} x', "self": 1, "lang": "de"}
    assert repr(answer).endswith("1 række")


def test_matches_tells_yes_and_no(graph: Graph) -> None:
    assert graph.matches("ASK { ?a a sam:Agreement }") is True
    assert graph.matches("ASK { ?a a sam:Nothing }") is False


def test_construct_makes_a_graph_of_rdflib_with_our_prefixes(graph: Graph) -> None:
    made = graph.construct("CONSTRUCT { ?a a sam:Municipality } WHERE { ?a a sam:Municipality }")
    assert len(made) == len(graph.select("SELECT DISTINCT ?a { ?a a sam:Municipality }"))
    assert set(made.objects()) == {rdflib.URIRef(SAM + "Municipality")}
    assert made.serialize(format="turtle").startswith(f"@prefix sam: <{SAM}> .\n")


def test_to_rdflib_is_the_whole_merge(graph: Graph, register: Register) -> None:
    found, expected = graph.to_rdflib(), to_rdflib(register.dataset)
    assert len(found) == len(expected)
    assert _ground(found) == _ground(expected)


def test_the_network_has_the_actors_and_is_a_copy(graph: Graph) -> None:
    network = graph.network()
    assert AU in network
    network.clear()
    assert AU in graph.network()


def test_the_questions_are_found_by_topic_and_words(graph: Graph) -> None:
    assert {one.name for one in graph.questions()} == set(graph.library.names())
    assert [one.name for one in graph.questions("agreements", "i kraft")] == ["agreements/in-force"]
    assert graph.questions(search="no such words") == ()
    assert "Spørgsmål" in repr(graph.questions(search="no such words"))
    assert "What it answers" in repr(samspil.open(lang="en").questions(search="no such words"))
    with pytest.raises(UnknownName, match="agreements"):
        graph.questions("agreement")


def test_a_question_tells_what_it_takes_and_gives() -> None:
    graph = samspil.open(lang="en")
    page = repr(graph.question("running-out"))
    assert page.startswith("agreements/running-out\nAgreements that soon run out\n\n")
    for words in (
        "Parameter",
        "within",
        "duration",
        "today",
        "The day to count from",
        "latestEnd",
        "latest end",
    ):
        assert words in page
    assert "SELECT" not in page
    assert "SELECT" in graph.question("running-out").sparql


def test_questions_are_a_table_in_a_notebook(graph: Graph) -> None:
    page = graph.questions("agreements")._repr_html_()
    assert "<td>agreements/in-force</td><td>Aftaler i kraft på en dag</td>" in page


def test_the_map_is_the_one_that_the_command_writes(graph: Graph, tmp_path: Path) -> None:
    path = graph.map(lang="en", title="Mine").save(tmp_path / "new" / "map.html")
    page = path.read_text(encoding="utf-8")
    assert page == graph.map(lang="en", title="Mine").html
    assert '<html lang="en">' in page
    with pytest.raises(UnknownName):
        graph.map(lang="de")


def _ground(graph: rdflib.Graph) -> set[tuple[rdflib.term.Node, ...]]:
    """Return the triples without blank nodes, which are named anew each time that they are read."""
    return {triple for triple in graph if not any(isinstance(term, rdflib.BNode) for term in triple)}
