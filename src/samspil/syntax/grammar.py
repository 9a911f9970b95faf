"""A whole query (SPARQL 1.1, 19.8, rules 1 to 30): its prologue, its form, its pattern, and what follows it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from samspil.syntax.conditions import AGGREGATES, read_condition, read_expression
from samspil.syntax.patterns import read_block, read_group
from samspil.syntax.reader import Reader, near
from samspil.syntax.tokens import Token
from samspil.syntax.tree import Element, Group, Query
from samspil.syntax.triples import read_iri, read_triples

__all__ = ["read_query", "read_select"]

FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES: Final = ("INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD")
_TAIL: Final = ("GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES")
_WHOLE: Final = {"GROUP": "GROUP BY", "ORDER": "ORDER BY"}


def read_query(reader: Reader) -> Query:
    """Read a query. Raises QuerySyntaxError at the first word that makes no sense."""
    _prologue(reader)
    query = Query(reader.next.keyword, reader.next.start)
    if query.form not in FORMS:
        raise _no_form(reader)
    {"SELECT": read_select, "ASK": _ask, "CONSTRUCT": _construct, "DESCRIBE": _describe}[query.form](
        reader, query
    )
    if reader.sees("}", ")", "]"):
        raise reader.wrong("closes nothing")
    if reader.next.kind != "end":
        raise _left_over(reader)
    return query


def read_select(reader: Reader, query: Query | None = None) -> None:
    """Read a SELECT, at the top or inside a group."""
    found = query or Query("SELECT", reader.next.start)
    reader.take()
    reader.accept("DISTINCT", "REDUCED")
    start, named = reader.at, _projection(reader)
    aggregates = any(token.keyword in AGGREGATES for token in reader.words[start : reader.at])
    _pattern(reader, found)
    grouped = _tail(reader, found)
    if aggregates or grouped:
        grouped = grouped | {name.text for word, name in pairwise(reader.words) if word.keyword == "AS"}
        reader.suspects += [reader.wrong("not grouped", t) for t in named if t.text not in grouped]


def _prologue(reader: Reader) -> None:
    """Read PREFIX and BASE."""
    while reader.sees("PREFIX", "BASE") or reader.next.text.lower() in ("@prefix", "@base"):
        token = reader.take()
        if token.kind == "language":
            raise reader.wrong("turtle prefix", token)
        if token.keyword == "PREFIX":
            if reader.next.kind != "name" or not reader.next.text.endswith(":"):
                raise reader.wrong("prefix form")
            reader.declare(reader.take())
        if reader.next.kind != "iri":
            raise reader.wrong("prefix form")
        reader.take()
        if reader.sees(".", ";", ","):
            raise reader.wrong("prefix end")


def _no_form(reader: Reader) -> Exception:
    """Return the error for a text that begins as no query does."""
    word = reader.next.keyword
    if word in _UPDATES:
        return reader.wrong("update")
    if alike := near(word, (*FORMS, "PREFIX", "BASE")):
        return reader.wrong("misspelt", near=alike)
    return reader.wrong("form")


def _left_over(reader: Reader) -> Exception:
    """Return the error for what stands after a query that is complete."""
    word = reader.next.keyword
    if word in _TAIL:
        return reader.wrong("order", word=_WHOLE.get(word, word), near="LIMIT")
    if word and (alike := near(word, _TAIL)):
        return reader.wrong("misspelt", near=_WHOLE.get(alike, alike))
    return reader.wrong("after")


def _projection(reader: Reader) -> list[Token]:
    """Read what SELECT names, and return the variables that it names, those inside of aggregates left out."""
    if reader.accept("*"):
        return []
    named = []
    while not reader.sees("WHERE", "FROM", "{"):
        if reader.next.kind == "variable":
            named.append(reader.take())
        elif reader.sees("("):
            start = reader.at
            _expression_as(reader)
            named += _outside_aggregates(reader.words[start : reader.at - 2])
        else:
            raise _no_projection(reader, bool(named))
    if reader.words[reader.at - 1].keyword in ("SELECT", "DISTINCT", "REDUCED"):
        raise reader.wrong("variables")
    return named


def _expression_as(reader: Reader) -> None:
    """Read (expression AS ?name)."""
    opening = reader.take()
    read_expression(reader, read_group)
    if not reader.accept("AS"):
        raise reader.wrong("as")
    if reader.next.kind != "variable":
        raise reader.wrong("no variable") if reader.next.kind == "word" else reader.wrong("as")
    reader.take()
    reader.close(opening)


def _outside_aggregates(words: Sequence[Token]) -> Iterator[Token]:
    """Yield the variables of an expression that no aggregate makes one value of."""
    depth = within = 0
    for before, token in pairwise(words):
        depth += (token.text == "(") - (token.text == ")")
        if token.text == "(" and before.keyword in AGGREGATES:
            within = within or depth
        elif token.text == ")" and depth < within:
            within = 0
        elif token.kind == "variable" and not within:
            yield token


def _no_projection(reader: Reader, some: bool) -> Exception:
    """Return the error for what SELECT cannot name."""
    word = reader.next
    if reader.sees(","):
        return reader.wrong("comma")
    if reader.sees("-"):
        return reader.wrong("hyphen")
    if word.kind == "word" and reader.following.text == "(":
        return reader.wrong("bare aggregate", word=word.keyword)
    if word.kind == "word":
        alike = near(word.keyword, ("WHERE", "FROM") if some else ("DISTINCT", "REDUCED", "WHERE"))
        if alike:
            return reader.wrong("misspelt", near=alike)
        return reader.wrong("variables") if word.keyword in FORMS else reader.wrong("no variable")
    return reader.wrong("group") if some else reader.wrong("variables")


def _ask(reader: Reader, query: Query) -> None:
    reader.take()
    _pattern(reader, query)
    _tail(reader, query)


def _construct(reader: Reader, query: Query) -> None:
    reader.take()
    if reader.sees("{"):
        _template(reader)
        _pattern(reader, query)
    else:
        _dataset(reader, query)
        reader.expect("WHERE")
        start = reader.next.start
        query.where = Group(start, elements=_template(reader))
        query.where.end = reader.end
    _tail(reader, query)


def _describe(reader: Reader, query: Query) -> None:
    reader.take()
    while not reader.accept("*") and not reader.sees("WHERE", "FROM", "{", *_TAIL):
        if reader.next.kind == "variable":
            reader.take()
        elif reader.next.kind == "end":
            break
        else:
            read_iri(reader)
    _dataset(reader, query)
    if reader.sees("WHERE", "{"):
        _pattern(reader, query)
    _tail(reader, query)


def _template(reader: Reader) -> list[Element]:
    """Read triples in braces, as CONSTRUCT has them."""
    if not reader.sees("{"):
        raise reader.wrong("group")
    opening, found = reader.take(), []
    while not reader.sees("}"):
        if reader.next.kind == "end":
            raise reader.wrong("never closed", opening, word="{", near="}")
        found += read_triples(reader)
        if not reader.accept(".") and not reader.sees("}"):
            raise reader.wrong("dot")
    reader.close(opening)
    return found


def _dataset(reader: Reader, query: Query) -> None:
    """Read FROM and FROM NAMED."""
    start = reader.next.start
    while reader.accept("FROM"):
        reader.accept("NAMED")
        read_iri(reader)
    query.dataset = (start, max(start, reader.end))


def _pattern(reader: Reader, query: Query) -> None:
    """Read WHERE and its group."""
    _dataset(reader, query)
    if not reader.accept("WHERE") and reader.next.kind == "word" and near(reader.next.keyword, ("WHERE",)):
        raise reader.wrong("misspelt", near="WHERE")
    query.where = read_group(reader)


def _tail(reader: Reader, query: Query) -> set[str]:
    """Read what follows the pattern; return the words of GROUP BY, none where nothing is grouped."""
    grouped: set[str] = set()
    if reader.sees("GROUP"):
        grouped = _by(reader, query)
    if token := reader.accept("HAVING"):
        query.tail.add(token.keyword)
        read_condition(reader, read_group, "HAVING")
        while reader.sees("("):
            read_condition(reader, read_group, "HAVING")
    if reader.sees("ORDER"):
        _by(reader, query)
    while token := reader.accept("LIMIT", "OFFSET"):
        query.tail.add(token.keyword)
        if reader.next.kind != "number":
            raise reader.wrong("whole number", word=token.keyword)
        reader.take()
    if reader.sees("VALUES"):
        query.tail.add("VALUES")
        query.values = reader.take().start
        read_block(reader)
    return grouped


def _by(reader: Reader, query: Query) -> set[str]:
    """Read GROUP BY or ORDER BY, and return the variables that it names."""
    keyword, start = reader.take().keyword, reader.at
    query.tail.add(keyword)
    reader.expect("BY", "by", word=keyword)
    count = 0
    while reader.next.kind == "variable" or reader.sees("(") or _condition(reader):
        if reader.next.kind == "variable":
            reader.take()
        elif reader.sees("(") and keyword == "GROUP":
            _grouping(reader)
        elif not reader.accept("ASC", "DESC"):
            read_condition(reader, read_group)
        count += 1
        if reader.sees(","):
            raise reader.wrong("comma")
    if not count:
        raise reader.wrong("by what", word=keyword)
    return {token.text for token in reader.words[start : reader.at]}


def _condition(reader: Reader) -> bool:
    """Tell whether a direction or a call of a function comes next."""
    return reader.sees("ASC", "DESC") or (
        reader.next.kind in ("word", "name", "iri")
        and reader.following.text == "("
        and reader.next.keyword not in ("HAVING", "VALUES")
    )


def _grouping(reader: Reader) -> None:
    """Read (expression) or (expression AS ?name)."""
    opening = reader.take()
    read_expression(reader, read_group)
    if reader.accept("AS"):
        reader.take()
    reader.close(opening)
