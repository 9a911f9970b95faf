"""Named graphs in one store, asked over their merge."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Barrier

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from samspil.dataset import (
    APART,
    Dataset,
    Difference,
    canonical_hash,
    compare,
    from_rdflib,
    read_dataset,
    serialize,
    to_rdflib,
)
from samspil.errors import QuerySyntaxError, TurtleSyntaxError, UnknownFormat
from samspil.namespaces import BASE, RDF
from samspil.project import Project

A, B, C = (f"urn:graph:{name}" for name in "abc")
ALL = "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s ?o"


def triple(subject: str, value: str) -> ox.Triple:
    return ox.Triple(ox.NamedNode(f"urn:{subject}"), ox.NamedNode("urn:p"), ox.NamedNode(f"urn:{value}"))


ONE, TWO, THREE = triple("1", "x"), triple("2", "x"), triple("3", "x")
some = st.lists(st.builds(triple, st.sampled_from("1234"), st.sampled_from("xyz")), max_size=6)


def rows(found: ox.QuerySolutions) -> list[tuple[str, ...]]:
    return [tuple(term.value for term in row) for row in found]


@pytest.fixture
def dataset() -> Dataset:
    """Two graphs that both say ONE."""
    made = Dataset()
    made.add(A, [ONE, TWO])
    made.add(B, [ONE, THREE])
    return made


# --- graphs ---------------------------------------------------------------------------------------


def test_graphs_are_listed_in_order(dataset: Dataset) -> None:
    assert dataset.graphs() == [A, B]


def test_triples_are_those_of_one_graph(dataset: Dataset) -> None:
    assert set(dataset.triples(A)) == {ONE, TWO}
    assert list(dataset.triples(C)) == []


def test_count_is_of_one_graph_or_of_all(dataset: Dataset) -> None:
    assert [dataset.count(name) for name in (A, B, C)] == [2, 2, 0]
    assert dataset.count() == 4
    dataset.ask("ASK {}")  # which brings the merge up to date
    assert dataset.count() == 4


def test_empty_graph_exists() -> None:
    dataset = Dataset()
    dataset.add(A, [])
    assert dataset.graphs() == [A]
    assert dataset.count(A) == 0


def test_adding_twice_adds_to_the_graph(dataset: Dataset) -> None:
    dataset.add(A, [TWO, THREE])
    assert set(dataset.triples(A)) == {ONE, TWO, THREE}


def test_removed_graph_is_gone_and_the_others_are_not(dataset: Dataset) -> None:
    dataset.remove(A)
    assert dataset.graphs() == [B]
    assert rows(dataset.select(ALL)) == [("urn:1", "urn:x"), ("urn:3", "urn:x")]


def test_removing_what_is_not_there_changes_nothing(dataset: Dataset) -> None:
    dataset.remove(C)
    assert dataset.count() == 4


def test_quads_are_those_of_named_graphs(dataset: Dataset) -> None:
    dataset.ask("ASK {}")
    assert len(list(dataset.quads())) == 4
    assert {quad.graph_name for quad in dataset.quads()} == {ox.NamedNode(A), ox.NamedNode(B)}


# --- questions ------------------------------------------------------------------------------------


def test_statement_of_two_graphs_is_one_statement_of_the_merge(dataset: Dataset) -> None:
    expected = [("urn:1", "urn:x"), ("urn:2", "urn:x"), ("urn:3", "urn:x")]
    assert rows(dataset.select(ALL)) == expected
    assert rows(dataset.select(ALL, [A, B])) == expected
    dataset.add(C, [])
    assert rows(dataset.select(ALL, [A, B])) == expected


def test_pyoxigraph_still_counts_it_twice(dataset: Dataset) -> None:
    """The reason for the merge; when this fails, `Dataset.view` can be a list of graphs."""
    names: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = [ox.NamedNode(A), ox.NamedNode(B)]
    found = dataset.store.query(ALL, default_graph=names)
    assert isinstance(found, ox.QuerySolutions)
    assert len(rows(found)) == 4


def test_question_is_asked_of_the_given_graphs(dataset: Dataset) -> None:
    assert rows(dataset.select(ALL, [A])) == [("urn:1", "urn:x"), ("urn:2", "urn:x")]
    assert rows(dataset.select(ALL, [])) == []
    assert dataset.ask("ASK { <urn:3> ?p ?o }", [A]) is False
    assert dataset.ask("ASK { <urn:3> ?p ?o }", [B]) is True


def test_given_graphs_are_the_named_graphs(dataset: Dataset) -> None:
    query = "SELECT ?g { GRAPH ?g { <urn:1> ?p ?o } } ORDER BY ?g"
    assert rows(dataset.select(query)) == [(A,), (B,)]
    assert rows(dataset.select(query, [B])) == [(B,)]


def test_answers_follow_what_changes(dataset: Dataset) -> None:
    assert len(rows(dataset.select(ALL, [A]))) == 2
    dataset.add(A, [THREE])
    assert len(rows(dataset.select(ALL, [A]))) == 3
    assert len(rows(dataset.select(ALL))) == 3
    dataset.remove(B)
    dataset.add(C, [triple("4", "x")])
    assert len(rows(dataset.select(ALL))) == 4
    dataset.remove(A)
    assert rows(dataset.select(ALL)) == [("urn:4", "urn:x")]


@given(st.lists(some, max_size=4), st.lists(st.integers(0, 3), max_size=4))
def test_merge_is_the_union_of_sets(graphs: list[list[ox.Triple]], removed: list[int]) -> None:
    dataset = Dataset()
    for number, found in enumerate(graphs):
        dataset.add(f"urn:graph:{number}", found)
        assert set(dataset.construct("CONSTRUCT WHERE { ?s ?p ?o }")) == {
            t for g in graphs[: number + 1] for t in g
        }
    for number in removed:
        dataset.remove(f"urn:graph:{number}")
    left = {t for number, g in enumerate(graphs) if number not in removed for t in g}
    assert rows(dataset.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")) == [(str(len(left)),)]


def test_constructed_triples_are_distinct_and_sorted(dataset: Dataset) -> None:
    query = "CONSTRUCT { ?o <urn:of> ?s . ?o <urn:of> <urn:0> } WHERE { ?s <urn:p> ?o }"
    values = [found.object.value for found in dataset.construct(query)]  # type: ignore[union-attr]  # all IRIs
    assert values == ["urn:0", "urn:1", "urn:2", "urn:3"]


def test_query_that_does_not_parse_is_refused_with_its_line(dataset: Dataset) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        dataset.select("SELECT ?s\nWHERE { ?s ?p }")
    error = caught.value
    assert (error.source, error.line, error.excerpt) == ("query", 2, "WHERE { ?s ?p }")
    assert "expected" in error.detail
    assert len(error.detail) <= 200


def test_query_of_another_kind_is_refused(dataset: Dataset) -> None:
    for ask, query in [
        (dataset.select, "ASK {}"),
        (dataset.construct, ALL),
        (dataset.ask, "CONSTRUCT WHERE { ?s ?p ?o }"),
    ]:
        with pytest.raises(QuerySyntaxError, match="query is expected"):
            ask(query)


# --- files ----------------------------------------------------------------------------------------


def test_file_is_loaded_into_its_graph(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("<urn:1> <urn:p> <urn:x> .\n", encoding="utf-8")
    dataset = Dataset()
    dataset.load(A, path)
    assert list(dataset.triples(A)) == [ONE]
    assert dataset.files == {A: path}
    assert rows(dataset.select(ALL)) == [("urn:1", "urn:x")]
    dataset.remove(A)
    assert dataset.files == {}


def test_loading_is_as_strict_as_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("# one\n<urn:1> urn:p <urn:x> .\n", encoding="utf-8")
    with pytest.raises(TurtleSyntaxError) as caught:
        Dataset().load(A, path)
    assert (caught.value.line, caught.value.excerpt) == (2, "<urn:1> urn:p <urn:x> .")


def test_a_file_that_cannot_be_read_leaves_the_dataset_as_it_was(dataset: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("<urn:7> <urn:p> <urn:x> .\n<urn:8> <urn:p>", encoding="utf-8")
    for graph_iri in (A, C):
        with pytest.raises(TurtleSyntaxError):
            dataset.load(graph_iri, path)
    assert (dataset.graphs(), dataset.count(), dataset.files) == ([A, B], 4, {})
    assert len(rows(dataset.select(ALL))) == 3


def test_blank_nodes_of_two_files_stay_apart(tmp_path: Path) -> None:
    dataset = Dataset()
    for graph_iri in (A, B):
        path = tmp_path / "a.ttl"
        path.write_text("_:x <urn:p> <urn:x> .\n", encoding="utf-8")
        dataset.load(graph_iri, path)
    assert rows(dataset.select("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }")) == [("2",)]


def test_register_is_read_into_named_graphs(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "mine.ttl").write_text("<urn:1> <urn:p> <urn:x> .\n", encoding="utf-8")
    dataset = read_dataset(Project.at(tmp_path))
    assert list(dataset.triples(BASE + "graph/mine")) == [ONE]
    assert dataset.files[BASE + "graph/mine"] == tmp_path / "data" / "mine.ttl"
    assert sorted(dataset.files) == dataset.graphs()


def test_register_without_data_is_read(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    project = Project(tmp_path, tmp_path / "data", (), (), (), ())
    assert read_dataset(project).graphs() == []


# --- formats, comparison, rdflib ------------------------------------------------------------------


def test_dataset_is_written_with_its_graphs(dataset: Dataset) -> None:
    dataset.ask("ASK {}")
    text = serialize(dataset, "nq").decode()
    assert text.splitlines() == [
        f"<urn:1> <urn:p> <urn:x> <{A}> .",
        f"<urn:2> <urn:p> <urn:x> <{A}> .",
        f"<urn:1> <urn:p> <urn:x> <{B}> .",
        f"<urn:3> <urn:p> <urn:x> <{B}> .",
    ]
    assert serialize(dataset, "nt").count(b"\n") == 3


def test_triples_are_written(dataset: Dataset) -> None:
    assert serialize([TWO, ONE], "nt").decode() == "<urn:1> <urn:p> <urn:x> .\n<urn:2> <urn:p> <urn:x> .\n"
    with pytest.raises(UnknownFormat):
        serialize(dataset, "csv")


def test_hash_is_that_of_the_recommendation() -> None:
    """The SHA-256 of one canonical N-Quads line, as `sha256sum` gives it."""
    assert canonical_hash([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert canonical_hash([ONE]) == "b09376b3d7478057a93f9276d668c7e4621321397faf79a9aaef499b2e92d048"


def test_hash_is_over_lines_in_the_order_of_code_points() -> None:
    lines = ["<urn:a> <http://a/> <urn:x> .\n", f"<urn:a> <{RDF}type> <urn:T> .\n"]
    found = [quad.triple for quad in ox.parse("".join(lines), format=ox.RdfFormat.N_TRIPLES)]
    assert canonical_hash(found) == sha256("".join(lines).encode()).hexdigest()


def test_hash_does_not_see_order_or_names_of_blank_nodes() -> None:
    def made(first: str, second: str) -> list[ox.Triple]:
        text = f"_:{first} <urn:p> _:{second} . _:{second} <urn:p> <urn:x> ."
        return [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)]

    assert canonical_hash(made("a", "b")) == canonical_hash(reversed(made("b", "a")))
    assert canonical_hash(made("a", "b")) != canonical_hash(made("a", "a"))


def test_difference_has_both_directions() -> None:
    assert compare([ONE, TWO], [THREE, TWO]) == Difference(added=(THREE,), removed=(ONE,))
    assert compare([ONE, TWO], [TWO, ONE, ONE]) == Difference(added=(), removed=())
    assert not compare([ONE], [ONE])
    assert compare([ONE], [])


@given(some, some)
def test_difference_leads_from_one_to_the_other(left: list[ox.Triple], right: list[ox.Triple]) -> None:
    difference = compare(left, right)
    assert (set(left) - set(difference.removed)) | set(difference.added) == set(right)
    assert bool(difference) == (canonical_hash(left) != canonical_hash(right))


def test_rdflib_gets_the_merge(dataset: Dataset) -> None:
    p, x = rdflib.URIRef("urn:p"), rdflib.URIRef("urn:x")
    assert set(to_rdflib(dataset)) == {(rdflib.URIRef(f"urn:{n}"), p, x) for n in "123"}
    assert set(to_rdflib(dataset, [B])) == {(rdflib.URIRef(f"urn:{n}"), p, x) for n in "13"}


@given(
    st.lists(
        st.one_of(
            st.text(st.characters(codec="utf-8")).map(ox.Literal),
            st.builds(lambda text: ox.Literal(text, language="da"), st.text("æø\n\"\\'")),
            st.sampled_from(["2018/..", "x"]).map(
                lambda text: ox.Literal(text, datatype=ox.NamedNode("http://id.loc.gov/datatypes/edtf/EDTF"))
            ),
        )
    )
)
def test_rdflib_and_back_loses_nothing(values: list[ox.Literal]) -> None:
    found = [ox.Triple(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), value) for value in values]
    dataset = Dataset()
    dataset.add(A, found)
    assert set(from_rdflib(to_rdflib(dataset))) == set(found)


def test_importing_stays_light() -> None:
    program = (
        "import sys, samspil.dataset; print([m for m in ('rdflib', 'yaml', 'pyshacl') if m in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], env=os.environ, check=True, capture_output=True, text=True
    )
    assert found.stdout == "[]\n"


# --- sources that are loaded together -------------------------------------------------------------


@pytest.fixture
def sources(tmp_path: Path) -> dict[str, Path]:
    """Two files that both say ONE."""
    texts = {A: "<urn:1> <urn:p> <urn:x> . <urn:2> <urn:p> <urn:x> .", B: "<urn:1> <urn:p> <urn:x> ."}
    files = {name: tmp_path / f"{name[-1]}.ttl" for name in texts}
    for name, path in files.items():
        path.write_text(texts[name], encoding="utf-8")
    return files


def test_sources_are_merged_as_they_are_loaded(sources: dict[str, Path]) -> None:
    dataset = Dataset()
    dataset.add(C, [ONE, THREE])
    dataset.load_sources(sources)
    assert dataset.files == sources
    assert len(dataset.merge) == 3
    assert [dataset.count(name) for name in (A, B, C)] == [2, 1, 2]
    assert rows(dataset.select(ALL)) == [("urn:1", "urn:x"), ("urn:2", "urn:x"), ("urn:3", "urn:x")]


def test_merge_of_sources_follows_what_changes(sources: dict[str, Path]) -> None:
    dataset = Dataset()
    dataset.load_sources(sources)
    dataset.add(C, [ONE, THREE])
    assert len(rows(dataset.select(ALL))) == 3
    dataset.remove(A)
    assert rows(dataset.select(ALL)) == [("urn:1", "urn:x"), ("urn:3", "urn:x")]
    dataset.load_sources({A: sources[A]})
    assert len(rows(dataset.select(ALL))) == 3
    assert dataset.count() == 5


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT ?s {{ <urn:2> ?p ?o GRAPH <{B}> {{ ?s ?p ?o }} }}",
        f"SELECT ?s {{ <urn:2> ?p ?o graph <{B}> {{ ?s ?p ?o }} }}",
        f"SELECT ?s {{ <urn:2> ?p ?o . FILTER(true)GRAPH<{B}>{{ ?s ?p ?o }} }}",
        "SELECT ?s FROM <urn:graph:b> { ?s ?p ?o }",
        "SELECT DISTINCT ?s FROM NAMED <urn:graph:b> { GRAPH ?g { ?s ?p ?o } }",
        # Behind what only looks as if it held anything.
        f"PREFIX e: <u:> SELECT ?s {{ OPTIONAL {{ ?x e:a\\#b ?y }} GRAPH <{B}> {{ ?s ?p ?o }} }}",
        f"PREFIX e: <u:> SELECT ?s {{ OPTIONAL {{ ?x e:it\\'s ?y }} GRAPH <{B}> {{ ?s ?p ?o }} FILTER(1 != 'x') }}",
        f"PREFIX e: <urn:> PREFIX x: <urn:x> SELECT ?s {{ ?s e:p x:.GRAPH <{B}> {{ ?s ?p ?o }} }}",
        f"PREFIX e: <{B}> SELECT ?s {{ GRAPHe: {{ ?s ?p ?o }} }}",
        f"SELECT ?s {{ BIND(1 AS ?a) FILTER(?a<2)GRAPH#>\n<{B}> {{ ?s ?p ?o }} }}",
    ],
)
def test_question_that_names_a_graph_finds_it(query: str, sources: dict[str, Path]) -> None:
    dataset = Dataset()
    dataset.load_sources(sources)
    assert rows(dataset.select(query)) == [("urn:1",)]
    assert len(rows(dataset.select(ALL))) == 2


def test_what_names_no_graph_leaves_the_named_graphs_waiting(sources: dict[str, Path]) -> None:
    dataset = Dataset()
    dataset.load_sources(sources)
    dataset.add(C, [THREE])
    assert dataset.graphs() == dataset.merged() == [A, B, C]
    assert serialize(dataset, "nt").count(b"\n") == len(to_rdflib(dataset)) == 3
    assert dataset.ask(
        "PREFIX prov: <urn:prov:> ASK { <urn:2> ?p ?from MINUS { ?from prov:wasDerivedFrom ?o } }"
    )
    assert not list(dataset.merge.named_graphs())
    assert dataset.count() == 4
    assert len(list(dataset.merge.named_graphs())) == 3


def test_named_graph_says_what_its_file_said_when_it_was_loaded(sources: dict[str, Path]) -> None:
    dataset = Dataset()
    dataset.load_sources(sources)
    sources[A].write_text("<urn:3> <urn:p> <urn:x> .", encoding="utf-8")
    sources[B].unlink()
    assert [set(dataset.triples(name)) for name in (A, B)] == [{ONE, TWO}, {ONE}]


def test_blank_node_that_is_added_twice_is_one_node_in_graph_and_merge(sources: dict[str, Path]) -> None:
    dataset = Dataset()
    dataset.load_sources(sources)
    node, p = ox.BlankNode("b"), ox.NamedNode("urn:p")
    for value in "xy":
        dataset.add(C, [ox.Triple(node, p, ox.NamedNode(f"urn:{value}"))])
    query = f"ASK {{ ?b <urn:p> <urn:x>, <urn:y> . GRAPH <{C}> {{ ?b <urn:p> <urn:x>, <urn:y> }} }}"
    assert dataset.ask(query)


def test_wrong_source_is_told_and_what_was_merged_stays_true(sources: dict[str, Path]) -> None:
    sources[B].write_text("<urn:1> <urn:p>", encoding="utf-8")
    dataset = Dataset()
    dataset.add(C, [THREE])
    with pytest.raises(TurtleSyntaxError, match=r"b\.ttl"):
        dataset.load_sources(sources)
    expected = {str(quad.subject) for quad in dataset.quads()}
    assert {f"<{row[0]}>" for row in rows(dataset.select(ALL))} == expected


@given(st.lists(some, max_size=3), some)
def test_sources_and_their_merge_say_the_same(graphs: list[list[ox.Triple]], more: list[ox.Triple]) -> None:
    with TemporaryDirectory() as folder:
        files = {f"urn:graph:{n}": Path(folder) / f"{n}.ttl" for n in range(len(graphs))}
        for path, triples in zip(files.values(), graphs, strict=True):
            path.write_bytes(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
        dataset = Dataset()
        dataset.load_sources(files)
    dataset.add(A, more)
    expected = {triple for triples in (*graphs, more) for triple in triples}
    for store in (dataset.merge, dataset.store):
        merged = store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        assert sorted(map(str, (quad.triple for quad in merged))) == sorted(map(str, expected))


# --- graphs that are no part of the merge, and threads --------------------------------------------

(BESIDE,) = APART
TOLD = triple("told", "x")
MERGED = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
NAMED = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"


def answer(dataset: Dataset, query: str) -> int:
    return int(rows(dataset.select(query))[0][0])


def test_what_stands_apart_is_a_named_graph_and_no_part_of_the_merge(sources: dict[str, Path]) -> None:
    sources[BESIDE] = sources[B].with_name("beside.ttl")
    sources[BESIDE].write_text("<urn:told> <urn:p> <urn:x> .", encoding="utf-8")
    added, loaded, together = Dataset(), Dataset(), Dataset()
    added.add(A, [ONE, TWO])
    added.add(BESIDE, [TOLD])
    loaded.load(A, sources[A])
    loaded.load(BESIDE, sources[BESIDE])
    together.load_sources(sources)
    for dataset in (added, loaded, together):
        assert BESIDE in dataset.graphs()
        assert list(dataset.triples(BESIDE)) == [TOLD]
        assert BESIDE not in dataset.merged()
        for store in (dataset.merge, dataset.store, dataset.merge, dataset.view([A, BESIDE])):
            assert len(list(store.quads_for_pattern(None, None, None, ox.DefaultGraph()))) == 2
        assert rows(dataset.select(f"SELECT ?s {{ GRAPH <{BESIDE}> {{ ?s ?p ?o }} }}")) == [("urn:told",)]
        assert serialize(dataset, "nt").count(b"\n") == len(to_rdflib(dataset)) == 2
        assert b"urn:told" in serialize(dataset, "nq")
        dataset.remove(BESIDE)
        assert answer(dataset, MERGED) == 2


def test_what_stands_apart_follows_others_into_the_same_merge(sources: dict[str, Path]) -> None:
    dataset = Dataset()
    dataset.add(BESIDE, [TOLD, ONE])
    dataset.load_sources(sources)
    dataset.add(C, [THREE])
    assert [answer(dataset, MERGED), answer(dataset, NAMED), answer(dataset, MERGED)] == [3, 6, 3]


def test_threads_that_ask_at_once_get_the_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("".join(f"<urn:{n}> <urn:p> <urn:x> .\n" for n in range(5000)), encoding="utf-8")
    queries = (
        MERGED,
        NAMED,
        MERGED,
        f"{MERGED} # graph\n",
        f"{MERGED[:-1]} MINUS {{ GRAPH <u:> {{ ?s ?p ?o }} }} }}",
    )
    together = Barrier(len(queries))

    def asked(dataset: Dataset, query: str) -> int:
        together.wait()
        return answer(dataset, query)

    with ThreadPoolExecutor(len(queries)) as threads:
        for number in range(30):
            dataset = Dataset()
            if number % 2:
                dataset.load(A, path)
            else:
                dataset.load_sources({A: path})
            found = list(threads.map(asked, [dataset] * len(queries), queries))
            assert found == [5000] * len(queries)
