"""The expressions of SPARQL (SPARQL 1.1, 19.8, rules 107 to 131) and its functions."""

from collections.abc import Callable
from typing import Final

from samspil.syntax.reader import Reader, near
from samspil.syntax.tokens import Token

__all__ = ["AGGREGATES", "read_condition", "read_expression"]

_ONE: Final = (
    *(
        "STR",
        "LANG",
        "DATATYPE",
        "BOUND",
        "IRI",
        "URI",
        "ABS",
        "CEIL",
        "FLOOR",
        "ROUND",
        "STRLEN",
        "UCASE",
        "LCASE",
    ),
    *(
        "ENCODE_FOR_URI",
        "YEAR",
        "MONTH",
        "DAY",
        "HOURS",
        "MINUTES",
        "SECONDS",
        "TIMEZONE",
        "TZ",
        "MD5",
        "SHA1",
    ),
    *("SHA256", "SHA384", "SHA512", "ISIRI", "ISURI", "ISBLANK", "ISLITERAL", "ISNUMERIC"),
)
_TWO: Final = (
    *(
        "LANGMATCHES",
        "CONTAINS",
        "STRSTARTS",
        "STRENDS",
        "STRBEFORE",
        "STRAFTER",
        "STRLANG",
        "STRDT",
        "SAMETERM",
    ),
)
_ANY: Final = 1000

# Name of a function to the fewest and the most arguments that it takes.
_FUNCTIONS: Final[dict[str, tuple[int, int]]] = {
    **dict.fromkeys(_ONE, (1, 1)),
    **dict.fromkeys(_TWO, (2, 2)),
    **dict.fromkeys(("RAND", "NOW", "UUID", "STRUUID"), (0, 0)),
    "BNODE": (0, 1),
    "SUBSTR": (2, 3),
    "REGEX": (2, 3),
    "REPLACE": (3, 4),
    "IF": (3, 3),
    "CONCAT": (0, _ANY),
    "COALESCE": (0, _ANY),
    # RDF 1.2 and later drafts, which some engines have
    **dict.fromkeys(
        ("SUBJECT", "PREDICATE", "OBJECT", "ISTRIPLE", "LANGDIR", "HASLANG", "HASLANGDIR"), (1, 1)
    ),
    **dict.fromkeys(("TRIPLE", "STRLANGDIR"), (3, 3)),
    "ADJUST": (1, 2),
}
AGGREGATES: Final = ("COUNT", "SUM", "AVG", "MIN", "MAX", "SAMPLE", "GROUP_CONCAT")
_NAMES: Final = (*_FUNCTIONS, *AGGREGATES)

# What other languages call an operator, to what SPARQL calls it.
_OPERATORS: Final[dict[str, str]] = {
    "==": "=",
    "<>": "!=",
    "AND": "&&",
    "OG": "&&",
    "OR": "||",
    "ELLER": "||",
    "&": "&&",
    "|": "||",
    "LIKE": 'CONTAINS(?x, "…")',
    "IS": "!BOUND(?x)",
    "BETWEEN": "?x >= 1 && ?x <= 2",
}
_TERMS: Final = ("iri", "name", "variable", "number", "text")
_SIGNS: Final = ("||", "&&", "=", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/")


def read_condition(reader: Reader, read_group: Callable[[Reader], object], keyword: str = "FILTER") -> None:
    """Read what stands after FILTER, HAVING or BY: an expression in brackets, or a call of a function."""
    if reader.sees("("):
        _bracketed(reader, read_group)
    elif reader.sees("EXISTS", "NOT") or _calls(reader):
        _primary(reader, read_group)
    else:
        raise reader.wrong("filter", word=keyword)


def read_expression(reader: Reader, read_group: Callable[[Reader], object]) -> None:
    """Read an expression; how tightly its operators bind makes no difference to what may stand in it."""
    _unary(reader, read_group)
    while True:
        if reader.accept("NOT"):
            reader.expect("IN")
            _list(reader, read_group)
        elif reader.accept("IN"):
            _list(reader, read_group)
        elif reader.accept(*_SIGNS):
            _unary(reader, read_group)
        else:
            return


def _arguments(reader: Reader, read_group: Callable[[Reader], object]) -> int:
    """Read what stands in the brackets of a call, and return how many arguments they are."""
    opening, count = reader.expect("("), 0
    reader.accept("DISTINCT")
    while not reader.sees(")"):
        if count:
            _end(reader, opening, ",")
        if not reader.accept("*"):
            read_expression(reader, read_group)
        count += 1
        if reader.accept(";"):  # GROUP_CONCAT (?x ; SEPARATOR = ", ")
            reader.expect("SEPARATOR")
            reader.expect("=")
            reader.take()
    reader.close(opening)
    return count


def _list(reader: Reader, read_group: Callable[[Reader], object]) -> None:
    if not reader.sees("("):
        raise reader.wrong("list")
    _arguments(reader, read_group)


def _bracketed(reader: Reader, read_group: Callable[[Reader], object]) -> None:
    opening = reader.take()
    read_expression(reader, read_group)
    _end(reader, opening, ")")


def _end(reader: Reader, opening: Token, sign: str) -> None:
    """Read what ends an expression in brackets. Raises QuerySyntaxError, which knows operators of other languages."""
    if reader.accept(sign):
        return
    word = reader.next.keyword or reader.next.text
    if word in _OPERATORS:
        raise reader.wrong("operator", word=word, near=_OPERATORS[word])
    if word == "^":
        raise reader.wrong("datatype")
    if word == "=" and reader.words[reader.at - 1].text in ("=", "!"):
        raise reader.wrong("operator", word="==", near="=")
    reader.close(opening)


def _unary(reader: Reader, read_group: Callable[[Reader], object]) -> None:
    while reader.accept("!", "+", "-"):
        pass
    _primary(reader, read_group)


def _primary(reader: Reader, read_group: Callable[[Reader], object]) -> None:
    """Read a value, a group after EXISTS, a call, or an expression in brackets."""
    if reader.sees("("):
        _bracketed(reader, read_group)
    elif reader.sees("EXISTS", "NOT"):
        if reader.accept("NOT") and near(reader.next.keyword, ("EXISTS",)) and not reader.sees("EXISTS"):
            raise reader.wrong("misspelt", word=reader.next.text, near="EXISTS")
        reader.expect("EXISTS")
        read_group(reader)
    elif _calls(reader):
        _call(reader, read_group)
    elif reader.next.kind in _TERMS:
        _value(reader)
    elif not reader.accept("TRUE", "FALSE"):
        raise _no_expression(reader)


def _no_expression(reader: Reader) -> Exception:
    """Return the error for what begins no expression."""
    if reader.sees("="):
        return reader.wrong("operator", word="==", near="=")
    if reader.next.kind == "word":
        return reader.wrong("bare word")
    return reader.wrong("expression")


def _value(reader: Reader) -> None:
    token = reader.take()
    if token.kind == "name":
        reader.check_prefix(token)
    if token.kind == "text" and reader.next.kind == "language":
        reader.take()
    elif token.kind == "text" and reader.accept("^^"):
        if reader.next.kind not in ("iri", "name"):
            raise reader.wrong("datatype")
        _value(reader)


def _calls(reader: Reader) -> bool:
    """Tell whether a function is called next: by its name or by an IRI."""
    return reader.next.kind in ("word", "iri", "name") and reader.following.text == "("


def _call(reader: Reader, read_group: Callable[[Reader], object]) -> None:
    token = reader.take()
    name = token.keyword
    if token.kind == "name":
        reader.check_prefix(token)
    if name and name not in _NAMES:
        if alike := near(name, _NAMES):
            raise reader.wrong("function", token, near=alike)
        raise reader.wrong("no function", token)
    count = _arguments(reader, read_group)
    fewest, most = _FUNCTIONS.get(name, (0, _ANY))
    if not fewest <= count <= most:
        takes = str(fewest) if fewest == most else f"{fewest}–{most}"
        raise reader.wrong("arguments", token, word=name, near=takes)
