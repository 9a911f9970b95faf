"""Reads the words of a query one after the other, and says what is wrong where they stop making sense.

pyoxigraph tells the furthest place that any of its rules looked at, which is not where the mistake is. A
reader that looks at one word only knows the place, and what people mean who write such a word there.
"""

from difflib import get_close_matches
from typing import Final

from samspil.errors import QuerySyntaxError
from samspil.namespaces import PREFIXES
from samspil.syntax.prefixes import KNOWN_PREFIXES
from samspil.syntax.text import error_at
from samspil.syntax.tokens import Token, tokens
from samspil.syntax.words import told

__all__ = ["KEYWORDS", "PARTS", "Reader", "near"]

# Every keyword that may begin a clause or a part of a group; those of parts alone.
KEYWORDS: Final = (
    *(
        "BASE",
        "PREFIX",
        "SELECT",
        "ASK",
        "CONSTRUCT",
        "DESCRIBE",
        "DISTINCT",
        "REDUCED",
        "FROM",
        "NAMED",
        "WHERE",
    ),
    *("OPTIONAL", "FILTER", "EXISTS", "MINUS", "UNION", "GRAPH", "SERVICE", "SILENT", "BIND", "VALUES"),
    *("GROUP", "ORDER", "HAVING", "LIMIT", "OFFSET", "BY", "ASC", "DESC"),
)
PARTS: Final = ("OPTIONAL", "FILTER", "MINUS", "UNION", "GRAPH", "SERVICE", "BIND", "VALUES")
_CLOSING: Final = {"{": "}", "(": ")", "[": "]"}
_DASHES: Final = "‐‑‒–—−"
_QUOTES: Final = "”“„’‘‚»«›‹´`"


class Reader:
    """The words of one query and how far they are read."""

    def __init__(self, text: str, source: str) -> None:
        """Take the query and what an error calls it."""
        self.text, self.source = text, source
        self.words = tokens(text)
        self.at = 0
        self.prefixes = set(PREFIXES)
        # What only makes an error of a query that the engine refuses: a name given twice, a value not grouped.
        self.suspects: list[QuerySyntaxError] = []

    @property
    def next(self) -> Token:
        """The word that is read next; at the end one of the kind `end`, again and again."""
        return self.words[self.at]

    @property
    def following(self) -> Token:
        """The word after the next."""
        return self.words[min(self.at + 1, len(self.words) - 1)]

    @property
    def end(self) -> int:
        """Where the word that was read last ends."""
        return self.words[self.at - 1].end if self.at else 0

    def take(self) -> Token:
        """Read one word."""
        token = self.next
        self.at = min(self.at + 1, len(self.words) - 1)
        return token

    def sees(self, *words: str) -> bool:
        """Tell whether the next word is one of these keywords or signs."""
        return self.next.keyword in words or (self.next.kind == "sign" and self.next.text in words)

    def accept(self, *words: str) -> Token | None:
        """Read the next word if it is one of these keywords or signs."""
        return self.take() if self.sees(*words) else None

    def expect(self, sign: str, mistake: str = "expected", **about: str) -> Token:
        """Read a keyword or sign. Raises QuerySyntaxError, in the words of the mistake, for anything else."""
        found = self.accept(sign)
        if found is None:
            raise self.wrong(mistake, None, **{"near": sign, **about})
        return found

    def close(self, opening: Token) -> Token:
        """Read what closes a bracket. Raises QuerySyntaxError, at the bracket when nothing does."""
        closing = _CLOSING[opening.text]
        if found := self.accept(closing):
            return found
        if self.next.kind == "end" or self.sees("}", ")", "]"):
            raise self.wrong("never closed", opening, word=opening.text, near=closing)
        raise self.wrong("expected", near=closing)

    def declare(self, token: Token) -> None:
        """Take note of a prefix that the query declares."""
        self.prefixes.add(token.text.removesuffix(":"))

    def check_prefix(self, token: Token) -> None:
        """Raise QuerySyntaxError for a name whose prefix is neither declared nor one of ours."""
        prefix = token.text.partition(":")[0]
        if prefix in self.prefixes:
            return
        if prefix in ("http", "https", "urn", "mailto"):
            raise self.wrong("bare iri", token)
        if prefix in KNOWN_PREFIXES:
            raise self.wrong("undeclared", token, word=prefix, namespace=KNOWN_PREFIXES[prefix])
        if alike := near(prefix, [*self.prefixes, *KNOWN_PREFIXES]):
            raise self.wrong("unlike", token, word=prefix, near=f"{alike}:")
        raise self.wrong("unknown prefix", token, word=prefix)

    def wrong(self, mistake: str, token: Token | None = None, **about: str) -> QuerySyntaxError:
        """Return the error at a word, the next one if none is given; a sign of another script explains it better."""
        at = token or self.next
        if at.kind == "end" and mistake != "never closed":
            wanted = about.get("near", "{" if mistake == "group" else "")
            about, mistake = ({"near": wanted}, "end") if wanted else (about, mistake)
        odd = self._odd(at)
        words = told(odd[0], word=odd[1]) if odd else told(mistake, **{"word": at.text, **about})
        return self.error(at.start, words)

    def error(self, at: int, words: dict[str, str]) -> QuerySyntaxError:
        """Return the error at a place, in words of each language."""
        return error_at(self.text, at, words["en"], self.source, words)

    def _odd(self, token: Token) -> tuple[str, str] | None:
        """Return the mistake that a word is wherever it stands, if it is one, and what of it is shown."""
        sign, pair = token.text[:1], self.text[token.start : token.start + 2]
        if token.kind == "unclosed":
            return "open text", sign
        if token.kind == "stray":
            return _stray(sign)
        return ("comment", pair) if pair in ("//", "--", "/*") else None


def _stray(sign: str) -> tuple[str, str]:
    """Return the mistake that a character is which SPARQL does not have."""
    if sign in _QUOTES:
        return "quotes", sign
    if sign in _DASHES:
        return "dash", sign
    seen = sign.isprintable() and not sign.isspace()
    return ("stray", sign) if seen else ("space", f"U+{ord(sign):04X}")


def near(word: str, words: list[str] | tuple[str, ...]) -> str:
    """Return the word that is spelt most like another, or nothing when none is."""
    return next(iter(get_close_matches(word, words, n=1, cutoff=0.7)), "")
