"""RDF is read strictly and written in one way only."""

import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.errors import (
    BlankNode,
    DoctypeRefused,
    LineEndings,
    NotExpressible,
    TurtleSyntaxError,
    UnknownFormat,
)
from samspil.formats import (
    FORMATS,
    blank_line,
    canonical_turtle,
    is_canonical,
    line_of,
    parse_turtle,
    read_file,
    read_turtle,
    serialize_quads,
    write_turtle,
)
from samspil.namespaces import DCT, EDTF, FREQUENCY, ORG, PREFIXES, RDF, SAM, SKOS, XSD

EX = "http://example.org/"
GRAPH = ox.NamedNode(EX + "graph")

CANONICAL = f"""\
@prefix dct: <{DCT}> .
@prefix sam: <{SAM}> .

<{EX}a> a sam:Cooperation ;
	dct:title "samarbejde"@da , "Ét\\nand \\"two\\"" ;
	sam:partOf <{EX}b> .

<{EX}b> a sam:Actor .
"""  # fmt: skip


def node(name: str) -> ox.NamedNode:
    return ox.NamedNode(EX + name)


def parse(text: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)}


def saved(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


iris = st.one_of(
    st.sampled_from(["a", "b", "a/b", "a.", "-x", "é", "a:b", "org:x", "x#y", "%20", ""]).map(node),
    st.sampled_from([SAM + "Actor", ORG + "member", SKOS + "a/b", RDF + "type", DCT]).map(ox.NamedNode),
)
# Every character that Unicode can encode, the awkward ones often.
texts = st.text(
    st.one_of(st.sampled_from("\n\r\t\"'\\\0\x7f\x85\u2028\ufeff#<>[]_:."), st.characters(codec="utf-8"))
)
literals = st.one_of(
    texts.map(ox.Literal),
    st.tuples(texts, st.sampled_from(["da", "en", "da-DK"])).map(
        lambda tl: ox.Literal(tl[0], language=tl[1])
    ),
    st.tuples(
        st.sampled_from(["1", "01", "x", "true", "2018/..", "1.0", "1e0"]),
        st.sampled_from([XSD + "integer", XSD + "boolean", XSD + "decimal", XSD + "double", EDTF + "EDTF"]),
    ).map(lambda td: ox.Literal(td[0], datatype=ox.NamedNode(td[1]))),
)
triples = st.builds(ox.Triple, iris, iris, st.one_of(iris, literals))
graphs = st.lists(triples, max_size=12)


# --- reading --------------------------------------------------------------------------------------


def test_turtle_is_read(tmp_path: Path) -> None:
    found = read_turtle(saved(tmp_path / "a.ttl", f'<{EX}a> <{EX}p> "x"@da , 1 .\n'))
    assert found == [
        ox.Triple(node("a"), node("p"), ox.Literal("x", language="da")),
        ox.Triple(node("a"), node("p"), ox.Literal(1)),
    ]


def test_empty_file_has_no_triples(tmp_path: Path) -> None:
    assert read_turtle(saved(tmp_path / "a.ttl", "")) == []


def test_blank_nodes_of_two_files_are_never_the_same(tmp_path: Path) -> None:
    first, second = (saved(tmp_path / name, f"_:x a <{EX}T> .\n") for name in ("a.ttl", "b.ttl"))
    assert read_turtle(first)[0].subject != read_turtle(second)[0].subject


def test_syntax_error_names_line_column_and_shows_the_line(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.ttl", f"# æøå\n<{EX}æ> q:p 1 .\n")
    with pytest.raises(TurtleSyntaxError) as caught:
        read_turtle(path)
    error = caught.value
    assert (error.path, error.line, error.column) == (path, 2, 24)
    assert error.excerpt == f"<{EX}æ> q:p 1 ."
    assert error.detail == "The prefix q: has not been declared"


def test_syntax_error_at_the_end_has_a_place(tmp_path: Path) -> None:
    with pytest.raises(TurtleSyntaxError) as caught:
        read_turtle(saved(tmp_path / "a.ttl", f"<{EX}a> <{EX}p>"))
    assert caught.value.line == 1


@pytest.mark.parametrize("text", ["<relative> a <b> .", f"<{EX}a> a <{EX}b c> .", f"<{EX}a> a <{EX}%zz> ."])
def test_iri_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(TurtleSyntaxError):
        read_turtle(saved(tmp_path / "a.ttl", text))


@pytest.mark.parametrize("format", ["turtle", "trig", "nt", "nq", "jsonld", "rdfxml"])
def test_what_is_written_is_read_back(tmp_path: Path, format: str) -> None:
    suffix = {
        "turtle": ".ttl",
        "trig": ".trig",
        "nt": ".nt",
        "nq": ".nq",
        "jsonld": ".jsonld",
        "rdfxml": ".rdf",
    }
    quads = [ox.Quad(*triple) for triple in parse(CANONICAL)]
    path = saved(tmp_path / f"a{suffix[format]}", serialize_quads(quads, format))
    assert set(read_file(path)) == parse(CANONICAL)


def test_names_of_graphs_are_left_out(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.nq", f"<{EX}a> <{EX}p> <{EX}b> <{EX}g> .\n<{EX}a> <{EX}p> <{EX}b> .\n")
    assert read_file(path) == [ox.Triple(node("a"), node("p"), node("b"))]


def test_unknown_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat) as caught:
        read_file(saved(tmp_path / "a.xlsx", ""))
    assert caught.value.name == ".xlsx"
    assert ".ttl" in caught.value.suggestions


def test_entities_are_refused_before_they_grow(tmp_path: Path) -> None:
    lines = [
        '<?xml version="1.0"?>',
        '<!DOCTYPE rdf:RDF [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
        "<rdf:RDF/>",
    ]
    with pytest.raises(DoctypeRefused) as caught:
        read_file(saved(tmp_path / "a.rdf", "\n".join(lines)))
    assert caught.value.line == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_doctype_cannot_hide_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE r [<!ENTITY a "x">]><r>&a;</r>'
    with pytest.raises(TurtleSyntaxError):
        read_file(saved(tmp_path / "a.rdf", text.encode(encoding)))


def test_reading_turtle_is_strict(tmp_path: Path) -> None:
    with pytest.raises(LineEndings):
        read_turtle(saved(tmp_path / "a.ttl", CANONICAL.replace("\n", "\r\n")))
    with pytest.raises(LineEndings):
        read_file(saved(tmp_path / "a.TTL", CANONICAL.replace("\n", "\r\n")))


def test_text_from_elsewhere_is_parsed_under_the_name_of_its_file() -> None:
    assert set(parse_turtle(Path("a.ttl"), CANONICAL.encode())) == parse(CANONICAL)
    with pytest.raises(TurtleSyntaxError) as caught:
        parse_turtle(Path("a.ttl"), b"<")
    assert caught.value.path == Path("a.ttl")


def test_json_ld_fetches_no_context(tmp_path: Path) -> None:
    text = '{"@context": "http://127.0.0.1:9/context", "@id": "http://example.org/a", "name": "x"}'
    with pytest.raises(TurtleSyntaxError) as caught:
        read_file(saved(tmp_path / "a.jsonld", text))
    assert "remote contexts" in caught.value.detail


# --- canonical Turtle -----------------------------------------------------------------------------


def test_canonical_form_is_sorted_with_the_prefixes_it_uses() -> None:
    assert canonical_turtle(reversed(list(parse(CANONICAL)))) == CANONICAL


def test_triple_given_twice_is_written_once() -> None:
    assert canonical_turtle([*parse(CANONICAL), *parse(CANONICAL)]) == CANONICAL


def test_nothing_is_an_empty_file() -> None:
    assert canonical_turtle([]) == ""


@pytest.mark.parametrize(
    "value", ["sam:Actor", "<sam:x>", "\nsam: x", '" sam:x', "\t@prefix sam: <x> .", "# sam:x", "'sam:"]
)
def test_prefix_in_a_literal_is_not_a_use(value: str) -> None:
    assert canonical_turtle([ox.Triple(node("a"), node("p"), ox.Literal(value))]).startswith("<")


def test_prefix_in_a_local_name_is_not_a_use() -> None:
    text = canonical_turtle([ox.Triple(ox.NamedNode(SAM + "org:x"), node("p"), node("o"))])
    assert [line for line in text.splitlines() if line.startswith("@")] == [f"@prefix sam: <{SAM}> ."]


@pytest.mark.parametrize("name", PREFIXES)
def test_every_prefix_is_used_when_needed(name: str) -> None:
    term = ox.NamedNode(PREFIXES[name] + "x")
    text = canonical_turtle([ox.Triple(node("a"), node("p"), term)])
    assert text == f"@prefix {name}: <{PREFIXES[name]}> .\n\n<{EX}a> <{EX}p> {name}:x .\n"


@given(graphs)
def test_canonical_form_is_read_back_and_written_the_same(found: list[ox.Triple]) -> None:
    text = canonical_turtle(found)
    assert parse(text) == set(found)
    assert canonical_turtle(parse(text)) == text
    assert "\r" not in text


@given(graphs, st.randoms(use_true_random=False))
def test_order_of_triples_does_not_matter(found: list[ox.Triple], random: "object") -> None:
    shuffled = sorted(found, key=lambda triple: random.random())  # type: ignore[attr-defined]  # a Random
    assert canonical_turtle(shuffled) == canonical_turtle(found)


@pytest.mark.parametrize("body", ["[] a <urn:b> .", "<urn:a> <urn:p> [] .", "<urn:a> <urn:p> (1) ."])
def test_blank_node_is_refused(body: str) -> None:
    with pytest.raises(BlankNode):
        canonical_turtle(parse(body))


def test_blank_node_in_a_triple_term_is_refused() -> None:
    term = ox.Triple(ox.BlankNode("b"), node("p"), node("o"))
    with pytest.raises(BlankNode):
        canonical_turtle([ox.Triple(node("a"), node("p"), term)])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<urn:a> <urn:p>\n  [] .", 2),
        ("<urn:a> <urn:p>\n\n  _:b .", 3),
        ("<urn:a> <urn:p>\n  (1) .", 2),
        ("<urn:a> <urn:p> ( ) .", None),
        ('<urn:a> <urn:p> """\n[ _:x "quoted" \\""" (""" .\n[] a <urn:b> .', 3),
        ("# [ _:x (\n<urn:[> <urn:p> '[', \"_:\" .", None),
        ("@prefix a_: <urn:> .\na_:b a_:p a_:\\(x .", None),
    ],
)
def test_blank_node_is_found_in_its_line(tmp_path: Path, text: str, line: int | None) -> None:
    assert blank_line(saved(tmp_path / "a.ttl", text)) == line


def test_pattern_is_found_outside_literals_only() -> None:
    text = '# sam:A\n<urn:x> <urn:p> "sam:A" ;\n  a sam:AB , sam:A .'
    assert line_of(text, r"[\w.-]*:A(?![\w-])") == 3
    assert line_of(text, "sam:B") is None


# --- writing --------------------------------------------------------------------------------------


def test_written_file_is_canonical(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    write_turtle(path, parse(CANONICAL))
    assert path.read_bytes() == CANONICAL.encode()
    assert is_canonical(path)
    assert [found.name for found in tmp_path.iterdir()] == ["a.ttl"]


@pytest.mark.parametrize("change", [("\n\n", "\n"), ("\t", "  "), ("a sam:", "<" + RDF + "type> sam:")])
def test_any_other_form_is_not_canonical(tmp_path: Path, change: tuple[str, str]) -> None:
    path = saved(tmp_path / "a.ttl", CANONICAL.replace(*change))
    assert set(read_turtle(path)) == parse(CANONICAL)
    assert not is_canonical(path)


def test_blank_node_is_refused_with_its_line(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.ttl", "<urn:a> a\n  [] .\n")
    with pytest.raises(BlankNode) as caught:
        is_canonical(path)
    assert (caught.value.path, caught.value.line) == (path, 2)


def test_refused_triples_leave_the_old_file(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.ttl", CANONICAL)
    with pytest.raises(BlankNode):
        write_turtle(path, parse("[] a <urn:b> ."))
    assert path.read_bytes() == CANONICAL.encode()


# --- other formats --------------------------------------------------------------------------------


@pytest.mark.parametrize("format", FORMATS)
def test_same_quads_give_the_same_bytes_in_every_process(format: str) -> None:
    text = f"<{EX}a> a <{EX}S> , <{EX}T> ; <{EX}p> [ <{EX}q> 1 ] , [ <{EX}q> 2 ] , (1 2) ; <{EX}r> 'æ'@da ."
    program = (
        "import sys, pyoxigraph as ox; from samspil.formats import serialize_quads\n"
        "quads = list(ox.parse(sys.argv[1], format=ox.RdfFormat.TURTLE))\n"
        "sys.stdout.buffer.write(serialize_quads(reversed(quads), sys.argv[2]))"
    )
    seeds = [os.environ | {"PYTHONHASHSEED": seed} for seed in ("1", "2")]
    first, second = (
        subprocess.run(
            [sys.executable, "-c", program, text, format], env=env, check=True, capture_output=True
        )
        for env in seeds
    )
    assert (
        first.stdout == second.stdout == serialize_quads(ox.parse(text, format=ox.RdfFormat.TURTLE), format)
    )


@given(st.lists(st.builds(ox.Quad, iris, iris, literals, st.just(GRAPH)), max_size=6))
def test_formats_with_graphs_keep_everything(quads: list[ox.Quad]) -> None:
    for format in ("trig", "nq", "jsonld"):
        data = serialize_quads(quads, format)
        assert set(ox.parse(data, format=FORMATS[format])) == set(quads)


def test_formats_without_graphs_merge_them() -> None:
    quads = [ox.Quad(node("a"), node("p"), node("b"), node(name)) for name in ("g", "h")]
    assert serialize_quads(quads, "nt") == f"<{EX}a> <{EX}p> <{EX}b> .\n".encode()
    assert serialize_quads(quads, "turtle") == f"<{EX}a> <{EX}p> <{EX}b> .\n".encode()
    assert serialize_quads(quads, "nq").count(b"\n") == 2


def test_turtle_is_the_canonical_turtle() -> None:
    quads = [ox.Quad(*triple) for triple in parse(CANONICAL)]
    assert serialize_quads(quads, "turtle").decode() == CANONICAL


def test_unknown_format_is_refused_by_name() -> None:
    with pytest.raises(UnknownFormat) as caught:
        serialize_quads([], "xls")
    assert caught.value.name == "xls"


@pytest.mark.parametrize(
    ("format", "triple", "term"),
    [
        ("rdfxml", ox.Triple(node("a"), node("1"), node("b")), f"<{EX}1>"),
        ("rdfxml", ox.Triple(node("a"), node(""), node("b")), f"<{EX}>"),
        ("rdfxml", ox.Triple(node("a"), node("p"), ox.Literal("\x00")), '"\\u0000"'),
        ("rdfxml", ox.Triple(node("a"), node("p"), ox.Literal("\ufffe")), '"\\uFFFE"'),
        (
            "jsonld",
            ox.Triple(node("a"), node("p"), ox.Triple(node("a"), node("p"), node("b"))),
            f"<{EX}a> <{EX}p> <{EX}b>",
        ),
    ],
)
def test_term_that_a_format_cannot_hold_is_refused(format: str, triple: ox.Triple, term: str) -> None:
    with pytest.raises(NotExpressible) as caught:
        serialize_quads([ox.Quad(*triple)], format)
    assert (caught.value.format, caught.value.term) == (format, term)


@pytest.mark.parametrize("name", ["p", "p1", "_p", "a.b", "a-b", "é", f"{FREQUENCY}p"])
def test_predicate_that_xml_can_name_is_written(name: str) -> None:
    quad = ox.Quad(node("a"), node(name), ox.Literal("x\ty\nz"))
    data = serialize_quads([quad], "rdfxml")
    assert set(ox.parse(data, format=FORMATS["rdfxml"])) == {quad}


@pytest.mark.parametrize(
    ("text", "danish"),
    [
        ("hej", "hej kan ikke være et subjekt"),
        ("<urn:a>", "filen slutter for tidligt"),
        ('<urn:a> "x" <urn:b> .', "kan ikke være et prædikat"),
        ("<urn:a> <urn:b> .", "kan ikke være et objekt"),
        ('<urn:a> <urn:b> "x', "filen slutter for tidligt"),
        ("<urn:a> <urn:b> 1 <urn:c>", "en oplysning slutter med punktum"),
        ("<urn:a> <urn:b> x:c .", "præfikset x: er ikke erklæret"),
        ("@prefix x <urn:a> .", "efter @prefix skal stå et præfiks"),
        ("<a b> <urn:b> 1 .", "et tegn kan ikke stå i en IRI"),
    ],
)
def test_what_the_parser_says_is_said_in_danish(tmp_path: Path, text: str, danish: str) -> None:
    path = tmp_path / "x.ttl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TurtleSyntaxError) as caught:
        read_turtle(path)
    assert danish in caught.value.message("da")
