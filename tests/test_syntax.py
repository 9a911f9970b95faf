"""What in a text of Turtle or SPARQL may hold anything, and where a mistake stands."""

import re

import pytest

from samspil.syntax import OPAQUE, error_at, readable


@pytest.mark.parametrize(
    "text",
    [
        r'"a { \" b"',
        r"'a { \' b'",
        '"""a " {\n \\" b"""',
        "'''a ' {\n \\' b'''",
        "<https://example.org/x#y>",
        r"<https://example.org/\u00e6#y>",
        "# a { b",
    ],
)
def test_what_may_hold_anything_is_taken_whole(text: str) -> None:
    assert re.sub(OPAQUE, "", f"a {text}\nb") == "a \nb"


@pytest.mark.parametrize("text", ["?a <?b && ?c> ?d", "?a < 1 || ?b > 2", "<a{b}>", "a'b"])
def test_a_comparison_is_no_iri_and_a_lone_quote_no_literal(text: str) -> None:
    assert re.sub(OPAQUE, "", text) == text


@pytest.mark.parametrize(
    ("at", "line", "column", "excerpt"), [(0, 1, 1, "ab"), (1, 1, 2, "ab"), (3, 2, 1, "c"), (4, 2, 2, "c")]
)
def test_a_place_is_a_line_and_a_column(at: int, line: int, column: int, excerpt: str) -> None:
    error = error_at("ab\nc", at, "wrong", "a.rq")
    assert (error.source, error.line, error.column, error.excerpt) == ("a.rq", line, column, excerpt)


def test_a_message_without_a_place_is_at_the_start() -> None:
    error = readable("ASK { }", "something else", "a.rq")
    assert (error.source, error.line, error.column, error.detail) == ("a.rq", 1, 1, "something else")


@pytest.mark.parametrize("text", ["'''x:y'''", '"""x:y"""', "<x:y>", "'x:y'"])
def test_a_prefix_inside_what_may_hold_anything_is_none(text: str) -> None:
    assert "prefix" not in readable(f"SELECT * {{ ?s ?p {text} ", "error at 1:1: expected }").detail
    assert "prefix x:" in readable(f"SELECT * {{ ?s x:y {text} ", "error at 1:1: expected }").detail
