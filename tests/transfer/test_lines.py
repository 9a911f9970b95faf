"""A graph as sorted lines: counted and hashed as RDFC-1.0 says, and compared by value."""

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.transfer.faults import triple

from samspil.dataset import canonical_hash
from samspil.formats import FORMATS
from samspil.namespaces import XSD
from samspil.transfer.lines import Change, Lines, changes, read_lines, write_lines

A, B, C = triple("a"), triple("b"), triple("c")

# Any text that RDF can hold; any IRI of ours; two blank nodes.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
nodes = st.sampled_from(
    [ox.NamedNode("urn:å"), ox.NamedNode("urn:x:_:y"), ox.BlankNode("a"), ox.BlankNode("b")]
)
literals = st.builds(ox.Literal, texts) | st.builds(lambda text: ox.Literal(text, language="da"), texts)
triples = st.lists(
    st.builds(lambda s, o: ox.Triple(s, ox.NamedNode("urn:p"), o), nodes, nodes | literals), max_size=8
)


def lines(triples: Sequence[ox.Triple], folder: Path, name: str = "a", at_once: int = 2) -> Lines:
    return write_lines(triples, folder / name, at_once)


def changed(sent: Sequence[ox.Triple], read: Sequence[ox.Triple], folder: Path) -> list[Change]:
    return list(changes(lines(sent, folder, "sent"), lines(read, folder, "read")))


@given(triples)
def test_hash_and_count_are_those_of_the_set(some: list[ox.Triple]) -> None:
    with TemporaryDirectory() as folder:
        made = lines(some, Path(folder))
        assert made.hash == canonical_hash(some)
        assert made.anonymous == any(isinstance(t, ox.BlankNode) for each in some for t in each)
        assert made.count == len(set(some))
        assert {Path(folder, "a")} == set(Path(folder).iterdir())


def test_lines_are_sorted_and_each_stands_once_however_many_are_sorted_at_once(tmp_path: Path) -> None:
    expected = b'<urn:a> <urn:p> "x" .\n<urn:b> <urn:p> "x" .\n<urn:c> <urn:p> "x" .\n'
    for number, order in enumerate(permutations([A, B, C, A])):
        made = lines(order, tmp_path, str(number), at_once=1 + number % 4)
        assert (made.path.read_bytes(), made.count) == (expected, 3)


def test_triples_come_back(tmp_path: Path) -> None:
    assert list(lines([B, A], tmp_path).triples()) == [A, B]


def test_blocks_hold_whole_lines_and_miss_none(tmp_path: Path) -> None:
    made = lines([A, B, C], tmp_path)
    blocks = list(made.blocks(25))
    assert [block.count(b"\n") for block in blocks] == [2, 1]
    assert b"".join(blocks) == made.path.read_bytes()
    assert list(lines([], tmp_path, "none").blocks(25)) == []


def test_blank_nodes_travel_together(tmp_path: Path) -> None:
    x = ox.BlankNode("x")
    made = lines([A, triple("b", x), C, ox.Triple(x, ox.NamedNode("urn:p"), x)], tmp_path)
    blocks = list(made.blocks(1))
    assert [(block.count(b"\n"), b"_:" in block) for block in blocks] == [(1, False), (1, False), (2, True)]
    assert set(b"".join(blocks).splitlines()) == set(made.path.read_bytes().splitlines())


def test_a_literal_that_looks_like_a_blank_node_is_none(tmp_path: Path) -> None:
    assert not lines([triple("a", "urn:p _:x"), triple("_:a", "<<( _:x")], tmp_path).anonymous


def test_names_of_blank_nodes_do_not_matter(tmp_path: Path) -> None:
    sent, read = ([triple("a", ox.BlankNode(name))] for name in ("mine", "yours"))
    assert changed(sent, read, tmp_path) == []


def test_what_is_lacking_and_what_was_added_is_told(tmp_path: Path) -> None:
    assert changed([A, B], [B, C], tmp_path) == [
        Change('<urn:a> <urn:p> "x" .', None),
        Change(None, '<urn:c> <urn:p> "x" .'),
    ]
    assert [each.kind for each in changed([A, B], [B, C], tmp_path)] == ["lacking", "added"]


# Datatype and text that were sent, datatype and text that may lawfully come back.
LAWFUL = [
    ("integer", "05", "integer", "5"),
    ("integer", "2147483648", "decimal", "2147483648"),
    ("int", "5", "integer", "5"),
    ("nonNegativeInteger", "7", "integer", "7"),
    ("decimal", "1.50", "decimal", "1.5"),
    ("decimal", ".5", "decimal", "0.5"),
    ("double", "1", "double", "1.0"),
    ("double", "1", "double", "1.0E0"),
    ("double", "-INF", "double", "-INF"),
    ("float", "1.50", "float", "1.5"),
    ("boolean", "1", "boolean", "true"),
    ("boolean", "false", "boolean", "0"),
]

# What engines were seen to do, or could: each loses something.
LOSSES = [
    ("integer", "abc", "integer", "0"),
    ("integer", "9223372036854775808", "integer", "-9223372036854775808"),
    ("decimal", "56.1234567890123456789", "decimal", "56.123456789012346"),
    ("decimal", "1.5", "double", "1.5"),
    ("double", "1.0", "float", "1.0"),
    ("date", "-0044-03-15", "date", "-044-03-15"),
    ("date", "2024-02-29", "dateTime", "2024-02-29T00:00:00"),
    ("dateTime", "2024-02-29T00:00:00.123456789Z", "dateTime", "2024-02-29T00:00:00.123456Z"),
    ("dateTime", "2024-02-29T01:00:00+01:00", "dateTime", "2024-02-29T00:00:00Z"),
    ("duration", "P1M", "duration", "1"),
    ("boolean", "true", "boolean", "false"),
    ("boolean", "true", "integer", "1"),
    ("boolean", "no", "boolean", "false"),
    ("double", "one", "double", "0"),
    ("string", "5", "integer", "5"),
]


def typed(datatype: str, text: str) -> ox.Triple:
    return triple("a", ox.Literal(text, datatype=ox.NamedNode(XSD + datatype)))


@pytest.mark.parametrize(("sent_type", "sent", "read_type", "read"), LAWFUL)
def test_a_value_that_is_written_otherwise_is_told_and_is_no_loss(
    sent_type: str, sent: str, read_type: str, read: str, tmp_path: Path
) -> None:
    told = changed([typed(sent_type, sent), B], [typed(read_type, read), B], tmp_path)
    expected = ["rewritten"] if (sent_type, sent) != (read_type, read) else []
    assert [each.kind for each in told] == expected


@pytest.mark.parametrize(("sent_type", "sent", "read_type", "read"), LOSSES)
def test_another_value_is_a_loss(
    sent_type: str, sent: str, read_type: str, read: str, tmp_path: Path
) -> None:
    told = changed([typed(sent_type, sent)], [typed(read_type, read)], tmp_path)
    assert [each.kind for each in told] == ["lacking", "added"]


def test_two_ways_of_writing_one_value_may_become_one(tmp_path: Path) -> None:
    sent = [typed("decimal", "1.0"), typed("integer", "1"), typed("integer", "2")]
    told = changed(sent, [typed("integer", "1"), typed("integer", "2")], tmp_path)
    assert [(each.kind, "1.0" in (each.sent or "")) for each in told] == [("rewritten", True)]


@pytest.mark.parametrize("tag", ["en-gb", "en-GB"])
def test_nan_is_nan_and_the_case_of_a_language_does_not_matter(tag: str, tmp_path: Path) -> None:
    sent = [typed("double", "NaN"), triple("b", ox.Literal("x", language="en-gb"))]
    text = f'<urn:a> <urn:p> "NaN"^^<{XSD}double> .\n<urn:b> <urn:p> "x"@{tag} .\n'
    read = read_lines(text.encode(), FORMATS["nt"], tmp_path / "b")
    assert list(changes(lines(sent, tmp_path), read)) == []


def test_the_same_value_of_another_subject_is_a_loss(tmp_path: Path) -> None:
    one, other = typed("integer", "1"), triple("b", ox.Literal("1", datatype=ox.NamedNode(XSD + "integer")))
    assert [each.kind for each in changed([one], [other], tmp_path)] == ["lacking", "added"]
