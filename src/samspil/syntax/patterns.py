"""The groups of a pattern and their parts (SPARQL 1.1, 19.8, rules 52 to 72)."""

from typing import Final

from samspil.syntax.conditions import read_condition, read_expression
from samspil.syntax.reader import PARTS, Reader, near
from samspil.syntax.tokens import Token
from samspil.syntax.tree import Element, Group
from samspil.syntax.triples import TERMS, read_iri, read_term, read_triples

__all__ = ["read_block", "read_group"]


def read_group(reader: Reader) -> Group:
    """Read a group and what is in it."""
    if not reader.sees("{"):
        raise reader.wrong("group")
    opening = reader.take()
    group = Group(opening.start)
    if reader.sees("SELECT"):
        group.elements.append(_subselect(reader))
    while not reader.sees("}"):
        if reader.next.kind == "end":
            raise reader.wrong("never closed", opening, word="{", near="}")
        _read_part(reader, group)
    group.end = reader.close(opening).end
    return group


def _read_part(reader: Reader, group: Group) -> None:
    """Read one part of a group into it."""
    start, keyword = reader.next.start, reader.next.keyword
    if keyword in _READERS:
        kind, read = _READERS[keyword]
        reader.take()
        groups = read(reader, group)
        group.elements.append(Element(kind, (start, reader.end), groups=groups))
    elif reader.sees("{"):
        group.elements.append(_union(reader))
    elif keyword == "UNION":
        raise reader.wrong("union")
    elif keyword == "SELECT":
        raise reader.wrong("nested select")
    else:
        group.elements += read_triples(reader)
        _after_triples(reader)
    reader.accept(".")


def read_block(reader: Reader) -> None:
    """Read what follows VALUES: its variables, and its rows in braces."""
    opening, count = _variables(reader)
    if not reader.sees("{"):
        raise reader.wrong("values")
    braces = reader.take()
    while not reader.sees("}"):
        if reader.sees(","):
            raise reader.wrong("comma")
        if opening:
            _row(reader, count)
        else:
            _value(reader, braces)
    reader.close(braces)


def _variables(reader: Reader) -> tuple[Token | None, int]:
    """Read the variables of VALUES; return the bracket before them, which one alone needs not, and their number."""
    if reader.next.kind == "variable":
        reader.take()
        return None, 1
    opening = reader.accept("(")
    if not opening:
        raise reader.wrong("values")
    count = 0
    while reader.next.kind == "variable":
        reader.take()
        count += 1
    reader.close(opening)
    return opening, count


def _after_triples(reader: Reader) -> None:
    """Raise QuerySyntaxError for what cannot follow a pattern: most often its dot is missing."""
    if reader.sees(".", "}", "{", *PARTS) or reader.next.kind == "end":
        return
    if reader.next.kind == "word":
        if keyword := near(reader.next.keyword, PARTS):
            raise reader.wrong("misspelt", near=keyword)
        if reader.sees("SELECT"):
            raise reader.wrong("nested select")
    if reader.sees(")", "]"):
        raise reader.wrong("closes nothing")
    if reader.next.kind in TERMS or reader.sees("A", "["):
        if "\n" in reader.text[reader.end : reader.next.start]:
            last = reader.words[reader.at - 1]
            raise reader.wrong("dot", Token("sign", "", last.end, last.end))
        raise reader.wrong("dot")
    raise reader.wrong("expected", near="}")


def _optional(reader: Reader, _group: Group) -> tuple[Group, ...]:
    return (read_group(reader),)


def _graph(reader: Reader, _group: Group) -> tuple[Group, ...]:
    reader.accept("SILENT")
    if reader.next.kind == "variable":
        reader.take()
    else:
        read_iri(reader)
    return (read_group(reader),)


def _filter(reader: Reader, _group: Group) -> tuple[Group, ...]:
    if reader.next.kind == "word" and not reader.sees("NOT", "EXISTS") and reader.following.text == "{":
        raise reader.wrong("misspelt", near="EXISTS")
    read_condition(reader, read_group)
    return ()


def _bind(reader: Reader, group: Group) -> tuple[Group, ...]:
    if not reader.sees("("):
        raise reader.wrong("bind")
    opening = reader.take()
    read_expression(reader, read_group)
    if not reader.accept("AS"):
        raise reader.wrong("bind")
    name = reader.take()
    if name.kind != "variable":
        raise reader.wrong("bind", name)
    if any(t.text == name.text for t in reader.words if group.start < t.start < opening.start):
        reader.suspects.append(reader.wrong("in use", name))
    reader.close(opening)
    return ()


def _values(reader: Reader, _group: Group) -> tuple[Group, ...]:
    read_block(reader)
    return ()


# Keyword that begins a part of a group to what the part is called and what reads it.
_READERS: Final = {
    "OPTIONAL": ("optional", _optional),
    "MINUS": ("minus", _optional),
    "GRAPH": ("graph", _graph),
    "SERVICE": ("service", _graph),
    "FILTER": ("filter", _filter),
    "BIND": ("bind", _bind),
    "VALUES": ("values", _values),
}


def _union(reader: Reader) -> Element:
    start, groups = reader.next.start, [read_group(reader)]
    while reader.accept("UNION"):
        groups.append(read_group(reader))
    kind = "union" if len(groups) > 1 else "group"
    return Element(kind, (start, reader.end), groups=tuple(groups))


def _subselect(reader: Reader) -> Element:
    from samspil.syntax.grammar import read_select  # which needs the patterns of this module

    start = reader.next.start
    read_select(reader)
    return Element("select", (start, reader.end))


def _row(reader: Reader, count: int) -> None:
    """Read one row of VALUES."""
    if not reader.sees("("):
        raise reader.wrong("expected", near="(")
    opening, values = reader.take(), 0
    while not reader.sees(")"):
        if reader.sees(","):
            raise reader.wrong("comma")
        _value(reader, opening)
        values += 1
    reader.close(opening)
    if values != count:
        raise reader.wrong("row", opening, word=str(values), near=str(count))


def _value(reader: Reader, opening: Token) -> None:
    """Read one value of a row."""
    if reader.next.kind == "variable":
        raise reader.wrong(
            "never closed", opening, word=opening.text, near={"{": "}", "(": ")"}[opening.text]
        )
    if not reader.accept("UNDEF"):
        read_term(reader, "object")
