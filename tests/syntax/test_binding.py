"""Terms in the place of variables: where they are written, and that no answer changes by it."""

import re
from collections import Counter
from datetime import date
from typing import Final

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samspil.pipeline import Register
from samspil.queries import bind
from samspil.syntax.binding import write_terms

_A: Final = "<https://example.org/a>"
_DA: Final = '"da"'


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        # What all engines know is left as it is.
        ("?x ?y ?lang FILTER (?lang = ?y) BIND (?lang AS ?z) }", None),
        # FILTER of an OPTIONAL, with and without brackets, in any case, with either sign.
        (
            "OPTIONAL { ?x ?y ?z FILTER (LANG(?z) = ?lang) } }",
            'OPTIONAL { ?x ?y ?z FILTER (LANG(?z) = "da") } }',
        ),
        (
            "optional { ?x ?y ?z filter langMatches(LANG(?z), $lang) } }",
            'optional { ?x ?y ?z filter langMatches(LANG(?z), "da") } }',
        ),
        ("OPTIONAL { ?a ?y ?z FILTER (?z = ?a) } }", f"OPTIONAL {{ ?a ?y ?z FILTER (?z = {_A}) }} }}"),
        ("OPTIONAL { ?x ?y ?z FILTER (?language = ?langs) } }", None),
        ("OPTIONAL { ?x ?y ?lang . BIND (?lang AS ?z) } }", None),
        ("OPTIONAL { ?x ?y ?z FILTER (BOUND(?lang) || BOUND ( ?lang )) } }", None),
        ("OPTIONAL { OPTIONAL { ?x ?y ?z FILTER (?z = ?lang) } } }", None),
        # EXISTS, wherever it stands in a condition; what is named there stays a name.
        ("FILTER NOT EXISTS { ?a ?y ?z } }", f"FILTER NOT EXISTS {{ {_A} ?y ?z }} }}"),
        (
            "FILTER NOT EXISTS { ?lang ?y ?z FILTER (?z = ?lang) } }",
            'FILTER NOT EXISTS { ?lang ?y ?z FILTER (?z = "da") } }',
        ),
        ("BIND (EXISTS { ?x ?y ?a } AS ?z) }", f"BIND (EXISTS {{ ?x ?y {_A} }} AS ?z) }}"),
        (
            "OPTIONAL { ?x ?y ?z FILTER (?z = 1 && EXISTS { { ?a ?y ?z } UNION { ?z ?y ?a } }) } }",
            f"OPTIONAL {{ ?x ?y ?z FILTER (?z = 1 && EXISTS {{ {{ {_A} ?y ?z }} UNION {{ ?z ?y {_A} }} }}) }} }}",
        ),
        ("FILTER EXISTS { VALUES (?a ?z) { (<x:y> 1) } ?z ?y 1 BIND (1 AS ?a) } }", None),
        ("FILTER EXISTS { ?x ?y ?z MINUS { ?a ?y ?z } { SELECT ?z { ?z ?y ?a } } } }", None),
        # What the row is not joined to, and what comes after the pattern.
        ("{ ?x ?y ?z FILTER (?z = ?lang) } UNION { FILTER EXISTS { ?a ?y ?z } } }", None),
        ("MINUS { ?x ?y ?z FILTER (?z = ?lang) } GRAPH ?g { FILTER EXISTS { ?x ?y ?a } } }", None),
        ("OPTIONAL { SELECT ?x { ?x ?y ?z FILTER (?z = ?lang) } } }", None),
        ("?x ?y ?z } GROUP BY ?x HAVING (EXISTS { ?x ?y ?a }) OPTIONAL { FILTER (?lang) }", None),
        # Where the text may hold anything.
        ('OPTIONAL { ?x ?y "?lang" # ?lang }\nFILTER (?z = "?lang" || ?z = <x:?lang>) } }', None),
        (
            'OPTIONAL { ?x ?y """}"""@da . # }\n FILTER (?lang) } }',
            'OPTIONAL { ?x ?y """}"""@da . # }\n FILTER ("da") } }',
        ),
    ],
)
def test_term_is_written_where_an_engine_may_not_see_the_row(pattern: str, expected: str | None) -> None:
    assert write_terms(pattern, {"lang": _DA, "a": _A}) == (expected or pattern)


def test_no_answer_of_the_library_changes(register: Register) -> None:
    changed = 0
    for question in register.library:
        if question.parameters:
            query = bind(question, {}, date(2024, 2, 19))
            (asked, _), (_, written) = _halves(query), _halves(question.text)
            changed += asked + written != query
            assert _answer(register, query) == _answer(register, asked + written), question.name
    assert changed


def _halves(query: str) -> tuple[str, str]:
    """Return a query until the end of its VALUES block, and what follows."""
    block = re.search(r"VALUES \([^)]*\) \{\s*\(.*?\)\s*\}", query, re.DOTALL)
    assert block
    return query[: block.end()], query[block.end() :]


def _answer(register: Register, query: str) -> object:
    """Return an answer of any form as a value."""
    found = register.store.run(query)
    return found if isinstance(found, bool) else list(found)


# --- any pattern -------------------------------------------------------------------------------------

_E: Final = "https://example.org/"
_STORE: Final = ox.Store()
_STORE.load(
    b"""
    @prefix : <https://example.org/> .
    :a :p :b ; :q "da" .
    :b :p :c ; :q "en" .
    :c :q :a ; :p "da"@da .
    """,
    ox.RdfFormat.TURTLE,
)
_names = st.sampled_from(["?x", "?y", "?z", "?thing", "?lang", f"<{_E}a>"])
_links = st.sampled_from([f"<{_E}p>", f"<{_E}q>", f"<{_E}p>|^<{_E}q>"])
_triples = st.builds("{} {} {} .".format, _names, _links, _names)
_conditions = st.one_of(
    st.builds("{} = {}".format, _names, _names),
    st.builds("STR({}) < STR({})".format, _names, _names),
    st.builds("LANG({}) = ?lang".format, _names),
    st.builds("BOUND({})".format, st.sampled_from(["?x", "?thing", "?lang"])),
    st.builds("COALESCE({}, ?lang) != {}".format, _names, _names),
)


def _groups(patterns: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return patterns that hold patterns."""
    forms = [
        "OPTIONAL {{ {} }}",
        "MINUS {{ {} }}",
        "{{ {} }}",
        "{{ SELECT DISTINCT ?x ?y {{ {} }} }}",
        "FILTER EXISTS {{ {} }}",
        "FILTER (?x = ?y || NOT EXISTS {{ {} }})",
    ]
    one = st.sampled_from(forms).flatmap(lambda form: st.builds(form.format, patterns))
    union = st.builds("{{ {} }} UNION {{ {} }}".format, patterns, patterns)
    return st.lists(st.one_of(one, union, _triples), min_size=1, max_size=3).map(" ".join)


_plain = st.lists(st.one_of(_triples, st.builds("FILTER ({})".format, _conditions)), max_size=3).map(" ".join)
_patterns = st.recursive(_plain, _groups, max_leaves=6)


@settings(deadline=None, max_examples=400)
@given(_patterns, st.sampled_from(["a", "b", "c"]), st.sampled_from(["da", "en"]))
def test_no_answer_of_any_pattern_changes(pattern: str, thing: str, lang: str) -> None:
    terms = {"thing": f"<{_E}{thing}>", "lang": f'"{lang}"'}
    row = f"VALUES (?thing ?lang) {{ ({terms['thing']} {terms['lang']}) }}"
    assert _rows(f"{row} {pattern} }}") == _rows(f"{row} {write_terms(pattern + ' }', terms)}")


def _rows(pattern: str) -> Counter[str]:
    """Return how often each row is in the answer to a pattern, from inside its `{`."""
    found = _STORE.query(f"SELECT ?x ?y ?z ?thing ?lang {{ {pattern}")
    assert isinstance(found, ox.QuerySolutions)
    return Counter(str(tuple(row)) for row in found)
