"""Triples and paths (SPARQL 1.1, 19.8, rules 75 to 106)."""

from typing import Final

from samspil.syntax.reader import KEYWORDS, PARTS, Reader, near
from samspil.syntax.tokens import Token
from samspil.syntax.tree import Element, Span

__all__ = ["TERMS", "read_iri", "read_term", "read_triples"]

TERMS: Final = ("iri", "name", "variable", "blank", "text", "number")  # kinds of words


def read_triples(reader: Reader) -> list[Element]:
    """Read the patterns that have one subject, each an element of its own."""
    found: list[Element] = []
    alone = reader.sees("[")
    subject = read_term(reader, "subject")
    if alone and reader.sees(".", "}", *PARTS, "{"):
        return [Element("triple", subject)]
    while True:
        predicate = _verb(reader)
        while True:
            value = read_term(reader, "object")
            found.append(Element("triple", (subject[0], value[1]), (subject, predicate, value)))
            if not reader.accept(","):
                break
        if not reader.accept(";"):
            return found
        while reader.accept(";"):
            pass
        if reader.sees(".", "}", "]", *PARTS, "{"):
            return found


def read_iri(reader: Reader) -> Token:
    """Read an IRI or a name with a prefix."""
    if reader.next.kind not in ("iri", "name"):
        raise reader.wrong("bad iri") if reader.sees("<") else reader.wrong("expected", near="<https://…>")
    token = reader.take()
    if token.kind == "name":
        reader.check_prefix(token)
    return token


def read_term(reader: Reader, role: str) -> Span:
    """Read a term, a list in ( ) or a thing without a name in [ ], as subject or object."""
    start = reader.next.start
    if reader.sees("("):
        opening = reader.take()
        while not reader.sees(")"):
            if reader.next.kind == "end" or reader.sees("}", "]"):
                break
            read_term(reader, role)
        reader.close(opening)
    elif reader.sees("["):
        opening = reader.take()
        if not reader.sees("]"):
            _properties(reader)
        reader.close(opening)
    else:
        _simple(reader, role)
    return start, reader.end


def _properties(reader: Reader) -> None:
    """Read the predicates and objects of a thing without a name."""
    while not reader.sees("]"):
        _verb(reader)
        read_term(reader, "object")
        while reader.accept(","):
            read_term(reader, "object")
        if not reader.accept(";"):
            return


def _simple(reader: Reader, role: str) -> None:
    """Read one term with its language, datatype or sign."""
    if reader.accept("TRUE", "FALSE"):
        return
    if reader.sees("+", "-") and reader.following.kind == "number":
        reader.take()
    if reader.next.kind not in TERMS:
        raise _no_term(reader, role)
    token = reader.take()
    if token.kind == "name":
        reader.check_prefix(token)
    if token.kind == "text" and reader.next.kind == "language":
        reader.take()
    elif token.kind == "text" and reader.accept("^^"):
        read_iri(reader)
    elif token.kind == "text" and reader.sees("^"):
        raise reader.wrong("datatype")


def _no_term(reader: Reader, role: str) -> Exception:
    """Return the error for what is no term."""
    token = reader.next
    if reader.sees("<"):
        return reader.wrong("bad iri")
    if token.kind == "word":
        alike = near(token.keyword, PARTS) if role == "subject" else ""
        if alike:
            return reader.wrong("misspelt", near=alike)
        if reader.following.text == "/" and role == "subject":
            slug = reader.text[token.start :].split(None, 1)[0]
            return reader.wrong("thing", word=slug)
        return reader.wrong("bare word")
    if role == "object":
        return reader.wrong("no object")
    return reader.wrong("closes nothing") if reader.sees(")", "]") else reader.wrong("stray")


def _verb(reader: Reader) -> Span:
    """Read a predicate: a variable or a path."""
    start = reader.next.start
    if reader.next.kind == "variable":
        reader.take()
    else:
        _path(reader)
    return start, reader.end


def _path(reader: Reader) -> None:
    """Read a path: alternatives of sequences of steps."""
    _step(reader)
    while reader.accept("/", "|"):
        _step(reader)


def _step(reader: Reader) -> None:
    reader.accept("^")
    reader.accept("!")
    reader.accept("^")
    if opening := reader.accept("("):
        if not reader.sees(")"):
            _path(reader)
        reader.close(opening)
    elif reader.next.text == "a":
        reader.take()
    elif reader.next.kind in ("iri", "name"):
        read_iri(reader)
    else:
        raise _no_predicate(reader)
    reader.accept("*", "+", "?")


def _no_predicate(reader: Reader) -> Exception:
    """Return the error for what is no predicate."""
    if reader.sees("<"):
        return reader.wrong("bad iri")
    before = reader.words[reader.at - 1]
    if reader.next.kind == "word" and before.kind == "word" and before.text != "a":
        return reader.wrong("bare word", before)
    if reader.next.kind == "word" and reader.next.keyword not in KEYWORDS:
        return reader.wrong("bare word")
    return reader.wrong("no predicate")
