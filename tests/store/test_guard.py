"""What is refused of a query before an engine sees it: other machines that nobody named, and endless nesting."""

import subprocess
import sys

import pyoxigraph as ox
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from samspil.errors import QuerySyntaxError, ServiceRefused
from samspil.store.guard import asks_others, check_query

_FAR = "<http://127.0.0.1:9/sparql>"
_ALLOWED = "http://example.org/sparql"

# Queries that ask another machine, however the word is hidden.
ASKING = [
    f"SELECT * {{ SERVICE {_FAR} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ service silent {_FAR} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p 1SERVICE{_FAR}{{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p 'x'.SERVICE{_FAR}{{ ?s ?p ?o }} }}",
    f"SELECT * {{ # a comment\n SERVICE{_FAR}{{ ?s ?p ?o }} }}",
    f"SELECT * {{ SERVICE # a comment\n SILENT # another\n {_FAR} {{ ?s ?p ?o }} }}",
    "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:sparql { ?s ?p ?o } }",
    "PREFIX f: <http://127.0.0.1:9/> SELECT * { SERVICE f:sparql { ?s ?p ?o } }",
    f"SELECT * {{ VALUES ?a {{ {_FAR} }} SERVICE ?a {{ ?s ?p ?o }} }}",
    f"SELECT * {{ \\u0053ERVICE {_FAR} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ SERV\\U00000049CE {_FAR} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p '\\u0027 . SERVICE {_FAR} {{ ?s ?p ?o }} #' }}",
    f"SELECT * {{ FILTER (?a<?b) SERVICE {_FAR} {{ ?s ?p ?o }} FILTER (?a>?b) }}",
    f"ASK {{ FILTER EXISTS {{ SERVICE {_FAR} {{ ?s ?p ?o }} }} }}",
    "BASE <http://127.0.0.1:9/> SELECT * { SERVICE <sparql> { ?s ?p ?o } }",
    # Behind what only looks as if it held anything.
    f"PREFIX e: <u:> SELECT * {{ OPTIONAL {{ ?s e:a\\#b ?q }} SERVICE {_FAR} {{ ?s ?p ?o }} }}",
    f"PREFIX e: <u:> SELECT * {{ OPTIONAL {{ ?s e:it\\'x ?q }} SERVICE {_FAR} {{ ?s ?p 'z' }} }}",
    f"PREFIX e: <u:> SELECT * {{ OPTIONAL {{ ?s e:p e:.SERVICE {_FAR} {{ ?s ?p ?o }} }} }}",
    f"SELECT * {{ BIND(1 AS ?a) FILTER (?a<2)SERVICE#>\n{_FAR} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ OPTIONAL {{ FILTER (?a<?b#>'''\n) SERVICE {_FAR} {{ ?s ?p ?o }} }} }} #'''",
    f"SELECT * {{ ?s ?p <<( ?s ?p<u:#>'''\n )>> SERVICE {_FAR} {{ ?s ?p ?o }} }} #'''",
    f'SELECT * {{ VALUES ?x {{ """a" }} SERVICE {_FAR} {{ ?s ?p ?o }} }} # \\z """',
    f"SELECT * {{ VALUES ?x {{ '''a' }} SERVICE {_FAR} {{ ?s ?p ?o }} }} # \\uD800 '''",
    "PREFIX f: <http://127.0.0.1:9/> SELECT * { SERVICEf:sparql { ?s ?p ?o } }",
]

# The same beside a service that is allowed, or behind what looks like one.
BESIDE = [
    f"PREFIX : <http://127.0.0.1:9/> ASK {{ SERVICE <{_ALLOWED}> {{ ?s ?p ?o }} SERVICE:sparql {{ ?s ?p ?o }} }}",
    f"SELECT * {{ SERVICE <{_ALLOWED}> {{ ?s ?p ?o }} SERVICE {_FAR} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ SERVICE <{_ALLOWED}/more> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ SERVICE <{_ALLOWED}> {{ SERVICE ?x {{ ?s ?p ?o }} }} }}",
    "PREFIX e: <http://example.org/> PREFIX e: <http://127.0.0.1:9/> SELECT * { SERVICE e:sparql { ?s ?p ?o } }",
    "PREFIX e: <http://example.org/> SELECT * { SERVICE e:spar\\u0071l { ?s ?p ?o } }",
    "PREFIX e: <http://example.org/> SELECT * { SERVICE e:sparql\\u0032 { ?s ?p ?o } }",
    f"SELECT * {{ SERVICE <{_ALLOWED}\\u002F> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p '\\u0027 SERVICE {_FAR} {{ ?s ?p ?o }} #' SERVICE <{_ALLOWED}> {{ ?s ?p ?o }} }}",
    "BASE <http://127.0.0.1:9/> PREFIX e: <e/> SELECT * { SERVICE e:sparql { ?s ?p ?o } }",
    "PREFIX e: <http://example.org/> PREFIXe: <http://127.0.0.1:9/> SELECT * { SERVICE e:sparql { ?s ?p ?o } }",
    "PREFIX e: <http://example.org/> SELECT * { SERVICE e:sparql\u00b72 { ?s ?p ?o } }",
    f"SELECT * {{ FILTER (?a<?b#>'''\n) SERVICE {_FAR} {{ ?s ?p ?o }} #'''\nSERVICE <{_ALLOWED}> {{ }} }}",
]


@pytest.mark.parametrize("query", ASKING)
def test_a_query_never_asks_another_machine_unasked(query: str) -> None:
    assert asks_others(query)
    with pytest.raises(ServiceRefused):
        check_query(query)


@pytest.mark.parametrize("query", [*ASKING, *BESIDE])
def test_a_permission_is_for_the_address_alone_that_it_names(query: str) -> None:
    with pytest.raises(ServiceRefused):
        check_query(query, [_ALLOWED])


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ SERVICE <{_ALLOWED}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ service silent<{_ALLOWED}>{{ ?s ?p ?o }} }}",
        "PREFIX e: <http://example.org/> SELECT * { SERVICE e:sparql { ?s ?p ?o } }",
        f"SELECT * {{ SERVICE <{_ALLOWED}> {{ ?s ?p 'ask the SERVICE', ?service }} }}",
        f"SELECT * {{ SERVICE <{_ALLOWED}> {{ ?s ?p 'bl\\u00e5' }} }}",
    ],
)
def test_a_service_that_is_named_is_let_through(query: str) -> None:
    assert asks_others(query)
    check_query(query, [_ALLOWED])


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p 'SERVICE' }",
        "SELECT ?s { ?s <https://example.org/service> ?o } # SERVICE",
        "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> SELECT ?s { ?s a sd:Service }",
        'SELECT ?s { ?s ?p """a "SERVICE" b""" }',
        "SELECT ?s { ?s ?p 'bl\\u00e5' }",
        "SELECT ?service { ?s ?p 'SERVICE bl\\u00e5' }",
        "PREFIX e: <u:> SELECT ?s { ?s e:a\\#b e:it\\'s . FILTER (?s = <u:#a>) } # SERVICE",
        "SELECT ?s { VALUES (?s ?o) { (<u:#a> <u:#b>) (1 <u:#c>) } ?s ?p ?o } # SERVICE",
    ],
)
def test_the_word_alone_is_no_reason_to_refuse(query: str) -> None:
    assert not asks_others(query)
    check_query(query)


def test_a_refusal_stands_at_the_word_and_says_how_to_allow_it() -> None:
    with pytest.raises(ServiceRefused) as caught:
        check_query(f"SELECT * {{\n  SERVICE <{_ALLOWED}> {{ ?s ?p ?o }} }}")
    error = caught.value
    assert (error.line, error.column, error.address) == (2, 3, _ALLOWED)
    assert error.message("da").endswith(f"Tilføj --allow-service {_ALLOWED}, hvis du stoler på den.")
    with pytest.raises(ServiceRefused) as caught:
        check_query("SELECT * { SERVICE ?x { ?s ?p ?o } }")
    assert "SERVICE <https://…>" in caught.value.message("en")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * " + "{" * 5000,
        f"ASK {{ FILTER ({'!' * 5000}?x) }}",
        "ASK { FILTER " + "(" * 5000,
        "PREFIX e: <u:> ASK { ?s e:a\\#b ?q FILTER " + "(" * 5000,
        f"ASK {{ ?s <u:p> <u:.> FILTER (?a<{'(' * 5000}1{')' * 5000}>2) }}",
        "PREFIX e: <u:> ASK { OPTIONAL { ?s ?p e:a." + "\\)" * 5000 + " } FILTER " + "(" * 5000,
        "ASK { FILTER (?a<?b#>'''\n || " + "! # x\n" * 5000 + "?x) } #'''",
        "ASK { " + "<<" * 5000,
    ],
)
def test_deep_nesting_is_refused_before_a_parser_runs_out_of_stack(query: str) -> None:
    with pytest.raises(QuerySyntaxError, match="nested more than 100 deep"):
        check_query(query)


# Chains that crash the engine when they are long, as what comes before, the part that is repeated, and what follows.
CHAINS = {
    "or": ("SELECT * { ?s ?p ?o FILTER (?s=1", "||?s=1", ") }"),
    "sum": ("SELECT * { BIND (1", "+1", " AS ?x) }"),
    "difference": ("SELECT * { BIND (?a", " - ?a", " AS ?x) }"),
    "product": ("SELECT * { BIND (?a", "*?a", " AS ?x) }"),
    "alternatives": ("SELECT * { ?s <u:a>", "|<u:a>", " ?o }"),
    "union": ("SELECT * { {?s ?p 1}", "UNION{?s ?p 1}", " }"),
    "bind": ("SELECT * {", "BIND(1 AS ?x¤)", "}"),
    "filter": ("SELECT * { ?s ?p ?o", "FILTER(?s=1)", "}"),
    "optional": ("SELECT * { ?s ?p ?o", "OPTIONAL{?s ?p 1}", "}"),
    "minus": ("SELECT * { ?s ?p ?o", "MINUS{?s ?p 1}", "}"),
    "columns": ("SELECT ", "(1 AS ?x¤)", "{}"),
    "groups": ("SELECT (1 AS ?one) { ?s ?p ?o } GROUP BY ", "(?s+1 AS ?x¤)", ""),
    "describe": ("DESCRIBE ", "<u:a>", ""),
    "within": ("SELECT * { FILTER (", "(?s+(?s||(", "?s" + ")" * 300 + ") }"),
    "not values": ("PREFIX VALUES: <u:> SELECT * { ?s VALUES:p {", "OPTIONAL{?s ?p 1}", "}}"),
}


def _chain(name: str, times: int) -> str:
    before, part, after = CHAINS[name]
    return before + "".join(part.replace("¤", str(i)) for i in range(times)) + after


@pytest.mark.parametrize("name", CHAINS)
def test_a_chain_is_refused_long_before_it_takes_an_engine_down(name: str) -> None:
    with pytest.raises(QuerySyntaxError, match=r"more than (400 parts in a row|100 deep)"):
        check_query(_chain(name, 410))


@pytest.mark.parametrize("name", sorted(CHAINS.keys() - {"within", "not values"}))
def test_a_chain_that_is_let_through_takes_no_engine_down(name: str) -> None:
    script = f"import pyoxigraph as ox; ox.Store().query({(query := _chain(name, 198))!r})"
    check_query(query)
    # In a process of its own, with the smallest stack that Python's own programs have (2 MB, Windows).
    threaded = f"import threading\nthreading.stack_size(2 << 20)\ndef ask():\n    {script}\n"
    threaded += "one = threading.Thread(target=ask)\none.start()\none.join()"
    subprocess.run([sys.executable, "-c", threaded], check=True)


@pytest.mark.parametrize(
    "pattern",
    [
        "VALUES ?x {" + " -1" * 100_000 + "}",
        "VALUES (?x ?y) {" + "(-1 <https://example.org/a-b>)" * 100_000 + "}",
        "?s ?p ?x FILTER (?x IN (" + ",".join(["-1"] * 100_000) + "))",
    ],
)
def test_a_list_of_values_may_be_long(pattern: str) -> None:
    query = f"SELECT ?x {{ {pattern} }}"
    check_query(query)
    assert ox.Store().query(query) is not None


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(QuerySyntaxError, match="this is not UTF-8"):
        check_query("ASK { ?s ?p '\udce6' }")


# --- the same as the engine -----------------------------------------------------------------------

# Parts that stand by themselves, and what may make one swallow the next.
_WHOLE = [
    "?s ?p ?o.",
    "?s e:p 'x'@da.",
    "?s e:p e:a.b.",
    "OPTIONAL{?s e:a\\#b ?q}",
    "OPTIONAL{?s e:it\\'s ?q}",
]
_WHOLE += [
    "FILTER(?a<?b)",
    "FILTER(?a<?b#>'''\n)",
    "FILTER(?a<?b&&'>'!=?c)",
    "VALUES ?v{'''a'}",
    "VALUES ?v{<u:#x>}",
]
_PIECES = [
    "e:a\\#b ",
    "e:it\\'s ",
    "e:.",
    "e:\\(",
    "_:b ",
    "'",
    "'''",
    '"',
    '"""',
    "'\\''",
    "\\z",
    "\\uD800",
    "1e5",
    ".",
    " ",
]
_PIECES += [
    "?s e:p ",
    "<?b",
    "#x>",
    "#",
    ">",
    "(",
    ")",
    "{",
    "}",
    "OPTIONAL{",
    "FILTER(?a",
    "VALUES ?v{",
    "\n",
]
_TEXTS = st.lists(st.sampled_from([*_WHOLE, *_WHOLE, *_PIECES]), max_size=3).map("".join)


def _parses(query: str) -> bool:
    """Tell whether the engine takes a text for a query."""
    try:
        ox.Store().query(query)
    except SyntaxError:
        return False
    except OSError:  # it has even asked
        return True
    return True


@settings(max_examples=500)
@given(
    before=_TEXTS,
    between=st.sampled_from([_FAR, f" {_FAR}", f"#>\n{_FAR}", f" # x\n{_FAR}", "e:x", ":x", " ?a", "> "]),
    after=_TEXTS,
)
def test_no_text_passes_in_which_the_engine_sees_the_word(before: str, between: str, after: str) -> None:
    """Where it does, the text is no query any more with another word in its place."""
    body = f"{before}SERVICE{between}{{?s ?p ?o}}{after}"
    query = f"PREFIX e: <u:> PREFIX : <u:> SELECT * {{ {body} }}"
    sees = _parses(query) and not _parses(query.replace("SERVICE", "SERVICX"))
    event(f"the engine sees it: {sees}")
    assert not sees or asks_others(query)
