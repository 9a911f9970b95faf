"""What people write instead of SPARQL: each mistake at its place, in words that say what to write."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.dataset import Dataset
from samspil.errors import QuerySyntaxError
from samspil.store.local import LocalStore
from samspil.syntax.grammar import read_query
from samspil.syntax.prefixes import KNOWN_PREFIXES
from samspil.syntax.reader import Reader
from samspil.syntax.words import WORDS

# A query with ¤ where the mistake is, to a part of what is said about it in Danish.
MISTAKES = {
    # the form of the query
    "¤": "begynder med SELECT, ASK",
    "# hej¤": "begynder med SELECT, ASK",
    "# hej\nPREFIX a: <https://b>\n¤FOO": "begynder med SELECT, ASK",
    "¤VÆLG * { ?x ?p ?y }": "begynder med SELECT, ASK",
    "¤SELCT * { ?x ?p ?y }": "»SELCT« findes ikke i SPARQL; mente du SELECT?",
    "¤INSERT DATA { <a:b> <a:c> <a:d> }": "det er en opdatering",
    "PREFIX a: <https://b>\n¤clear all": "det er en opdatering",
    "SELECT * { ?x ?p ?y }¤.": "slut før ».«",
    "SELECT * { ?x ?p ?y } ¤LIMT 3": "mente du LIMIT?",
    "SELECT * { ?x ?p ?y } ¤ORDR BY ?x": "mente du ORDER BY?",
    "ASK { FILTER " + "(" * 99 + "¤(": "indlejret mere end 100 dybt",
    "ASK { FILTER (?x" + " || ?x" * 398 + " ¤|| ?x) }": "mere end 400 led på rad",
    # prefixes
    "PREFIX ¤ex <http://e/> SELECT * { ?x ?p ?y }": "PREFIX ex: <https://example.org/>",
    "PREFIX ex: ¤http://e/ SELECT * { ?x ?p ?y }": "PREFIX ex: <https://example.org/>",
    "PREFIX ex: <http://e/>¤; SELECT * { ?x ?p ?y }": "skal der intet tegn stå",
    "¤@prefix ex: <http://e/> .\nSELECT * { ?x ?p ?y }": "det er Turtle",
    "SELECT * { ?x ¤dcterms:title ?y }": "PREFIX dcterms: <http://purl.org/dc/terms/>",
    "SELECT * { ?x sam:status ¤status:adopted }": "PREFIX status: <https://w3id.org/samspil/concept/status/>",
    "SELECT * { ?x ¤sko:prefLabel ?y }": "mente du skos:?",
    "SELECT * { ?x ¤qqq:prefLabel ?y }": "PREFIX qqq: <https://…>",
    "SELECT * { ?x ?p ?y FILTER (?y = ¤geo:lat) }": "PREFIX geo:",
    "SELECT * { ?x ?p ?y FILTER (¤fnx:f(?y)) }": "præfikset fnx:",
    # what SELECT names
    "SELECT ?x¤, ?y { ?x ?p ?y }": "med mellemrum, ikke med komma",
    "SELECT ¤x { ?x ?p ?y }": "skriv ?x",
    "SELECT ¤? x { ?x ?p ?y }": "variabler (?x)",
    "SELECT ¤SELECT * { ?x ?p ?y }": "variabler (?x)",
    "SELECT ¤{ ?x ?p ?y }": "variabler (?x)",
    "SELECT ?x ?y ¤<a:b>": "her ventes {",
    "SELECT ?my¤-var { ?my-var ?p ?y }": "bindestreg",
    "SELECT ¤DISTINT ?x { ?x ?p ?y }": "mente du DISTINCT?",
    "SELECT * ¤WHER { ?x ?p ?y }": "mente du WHERE?",
    "SELECT ¤COUNT(?x) { ?x ?p ?y }": "(COUNT(…) AS ?navn)",
    "SELECT (COUNT(?x)¤) { ?x ?p ?y }": "(… AS ?navn)",
    "SELECT (COUNT(?x) AS ¤n) { ?x ?p ?y }": "skriv ?n",
    "SELECT ¤?x (COUNT(?y) AS ?n) { ?x ?p ?y }": "?x står i SELECT, men ikke i GROUP BY",
    "SELECT (1 + ¤?x AS ?z) (COUNT(?y) AS ?n) { ?x ?p ?y }": "?x står i SELECT, men ikke i GROUP BY",
    "SELECT ?z (COUNT(?y) + STR(¤?x) AS ?n) { ?x ?z ?y } GROUP BY ?z": "?x står i SELECT, men ikke i GROUP BY",
    "SELECT ¤?x { ?x ?p ?y } GROUP BY ?y": "?x står i SELECT, men ikke i GROUP BY",
    # groups and patterns
    "SELECT * WHERE ¤{\n  ?a a sam:Agreement .\n": "{ bliver aldrig lukket; der mangler }",
    "SELECT * { OPTIONAL ¤{ ?a ?b ?c": "{ bliver aldrig lukket",
    "SELECT * WHERE\n  ¤?a a sam:Agreement }": "her ventes {",
    "SELECT * { ?x ?p ?y } ¤}": "} lukker ikke noget",
    "SELECT * { ?x ?p ?y ¤) }": ") lukker ikke noget",
    "SELECT * { ¤] }": "] lukker ikke noget",
    "SELECT * {\n  ?a a sam:Agreement¤\n  ?b sam:renews ?a .\n}": "der mangler punktum",
    "SELECT * { ?a a sam:Agreement ¤skos:prefLabel ?l }": "der mangler punktum",
    "CONSTRUCT { ?a a ?b ¤?c a ?d } { ?a a ?b }": "der mangler punktum",
    'SELECT * { ?a ¤"x" ?b }': "et prædikat",
    "SELECT * { ?a a ¤}": "et objekt",
    "SELECT * { ?x skos:prefLabel ¤Norddjurs }": "?Norddjurs for en variabel",
    "SELECT * { ¤Norddjurs ?p ?y }": "?Norddjurs for en variabel",
    "SELECT * { ?x ¤navn ?y }": "?navn for en variabel",
    "SELECT * { ¤actor/via ?p ?y }": "<https://w3id.org/samspil/id/actor/via>",
    "SELECT * { ¤https://w3id.org/samspil/id/actor/via ?p ?y }": "mellem < og >".replace("mellem", "stå i"),
    "SELECT * { ¤<https://example.org/via a> ?p ?y }": "hverken mellemrum",
    "SELECT * { ?x ¤<https://example.org/via a> ?y }": "hverken mellemrum",
    "SELECT * FROM ¤<a b> { ?x ?p ?y }": "hverken mellemrum",
    "SELECT * FROM ¤?x { ?x ?p ?y }": "her ventes <https://…>",
    "SELECT * FROM sam:Agreement¤": "slutter for tidligt; her ventes {",
    "SELECT * { ?x ?p ?y ¤OPTONAL { ?x ?q ?z } }": "mente du OPTIONAL?",
    "SELECT * { ?x ?p ?y . ¤FILTR (?y > 3) }": "mente du FILTER?",
    "SELECT * { ?x ?p ?y ¤UNION { ?x ?q ?z } }": "begge sider af UNION",
    "SELECT * { ?x ?p ?y . ¤SELECT ?x { ?x ?q ?z } }": "sine egne { }",
    "SELECT * { ?x ?p ?y ¤true }": "her ventes }",
    "SELECT * { VALUES ?x ¤{ sam:a sam:b  ?x ?p ?y }": "{ bliver aldrig lukket",
    "SELECT * { VALUES ?x { sam:a¤, sam:b } ?x ?p ?y }": "med mellemrum",
    "SELECT * { VALUES (?x ?y) { ¤(sam:a) } }": "rækken har 1, og der er 2 variabler",
    "SELECT * { VALUES (?x ?y) { (1 2) ¤3 } }": "her ventes (",
    "SELECT * { VALUES ¤{ sam:a } }": "VALUES ?x { <a> <b> }",
    "SELECT * { ?x ?p ?y BIND (?y + 1¤) }": "BIND (udtryk AS ?navn)",
    "SELECT * { ?x ?p ?y BIND ¤?y + 1 }": "BIND (udtryk AS ?navn)",
    "SELECT * { ?x ?p ?y BIND (1 AS ¤?y) }": "?y har allerede en værdi",
    # expressions
    "SELECT * { ?x ?p ?y FILTER ¤?y > 3 }": "FILTER (?x > 3)",
    "SELECT ?x { ?x ?p ?y } GROUP BY ?x HAVING ¤?n > 3": "HAVING (?x > 3)",
    "SELECT * { ?x ?p ?y FILTER contains¤(?y, 'a' }": "( bliver aldrig lukket",
    "SELECT * { ?x ?p ?y FILTER ¤(?y > 3 }": "( bliver aldrig lukket",
    "SELECT * { ?x ?p ?y FILTER (?y ¤== 3) }": "skriv = i stedet for ==",
    "SELECT * { ?x ?p ?y FILTER (?y > 3 ¤AND ?y < 4) }": "skriv && i stedet for AND",
    "SELECT * { ?x ?p ?y FILTER (?y > 3 ¤& ?y < 4) }": "skriv && i stedet for &",
    "SELECT * { ?x ?p ?y FILTER (?y ¤<> 3) }": "skriv != i stedet for <>",
    "SELECT * { ?x ?p ?y FILTER (?y ¤LIKE 'a%') }": "CONTAINS(",
    "SELECT * { ?x ?p ?y FILTER (?y ¤IS NULL) }": "!BOUND(",
    "SELECT * { ?x ?p ?y FILTER (?y IN ¤1, 2) }": "?x IN (1, 2)",
    "SELECT * { ?x ?p ?y FILTER (?y = ¤/abc/) }": "her ventes et udtryk",
    "SELECT * { ?x ?p ?y FILTER (?y = ¤hej) }": "?hej for en variabel",
    "SELECT * { ?x ?p ?y FILTER (¤CONTAIN(?y, 'a')) }": "mente du CONTAINS?",
    "SELECT * { ?x ?p ?y FILTER (¤qqqq(?y, 'a')) }": "funktionen qqqq findes ikke i SPARQL",
    "SELECT * { ?x ?p ?y FILTER (¤CONTAINS(?y)) }": "antallet af argumenter til CONTAINS er 2",
    "SELECT * { ?x ?p ?y FILTER (¤SUBSTR(?y)) }": "er 2–3",
    "SELECT * { ?x ?p ?y FILTER NOT ¤EXIST { ?x ?q ?z } }": "mente du EXISTS?",
    'SELECT * { ?x ?p ?y FILTER (?y > "2024-01-01"¤^xsd:date) }': '"2024-01-01"^^xsd:date',
    'SELECT * { ?x ?p "2024-01-01"¤^xsd:date }': '"2024-01-01"^^xsd:date',
    # what follows the pattern
    "SELECT * { ?x ?p ?y } ORDER ¤?x": "der mangler BY efter ORDER",
    "SELECT * { ?x ?p ?y } GROUP BY ¤": "slutter for tidligt".replace(
        "slutter for tidligt", "GROUP BY skal stå"
    ),
    "SELECT * { ?x ?p ?y } ORDER BY ?x¤, ?y": "med mellemrum",
    "SELECT * { ?x ?p ?y } LIMIT 3 ¤ORDER BY ?x": "ORDER BY skal stå før LIMIT",
    "SELECT * { ?x ?p ?y } LIMIT ¤x": "efter LIMIT skal stå et helt tal",
    # texts and signs
    'SELECT * { ?a skos:prefLabel ¤"abc@da }': 'der mangler "',
    "SELECT * {\n ?a skos:prefLabel ¤'abc@da .\n ?a ?b 'x' }": "der mangler '",
    "SELECT * { ?x ?p ¤”norddjurs” }": "” er ikke et anførselstegn",
    "SELECT * { ?x ?p ¤»norddjurs« }": "» er ikke et anførselstegn",
    "SELECT * { ?x¤\u00a0?p ?y }": "U+00A0",
    "SELECT * { ?x ¤\u200b?p ?y }": "U+200B",
    "SELECT * { ?x ?p ?y FILTER (?y = 3 ¤– 1) }": "– er en tankestreg",
    "SELECT * { ?x a sam:Strategic¤–Plan }": "– er en tankestreg",
    "SELECT * { ?x ?p ¤§ }": "»§« kan ikke stå her",
    "SELECT * { ?x ?p ?y ¤// hej\n}": "begynder med #, ikke med //",
    "SELECT * { ¤-- hej\n ?x ?p ?y }": "begynder med #, ikke med --",
}


@pytest.mark.parametrize("marked", MISTAKES)
def test_a_mistake_is_told_at_its_place_with_what_to_write(marked: str) -> None:
    at, query = marked.index("¤"), marked.replace("¤", "")
    with pytest.raises(QuerySyntaxError) as caught:
        LocalStore(Dataset()).run(query)
    error = caught.value
    place = query.count("\n", 0, at) + 1, at - query.rfind("\n", 0, at)
    assert (error.line, error.column) == place, error.message("da")
    assert MISTAKES[marked] in error.message("da")
    assert error.detail in error.message("en")
    assert error.detail not in error.message("da")


def test_every_mistake_that_has_words_is_tried() -> None:
    told = []
    for marked in MISTAKES:
        with pytest.raises(QuerySyntaxError) as caught:
            LocalStore(Dataset()).run(marked.replace("¤", ""))
        told.append(caught.value.detail)
    # What only the engine knows is tried below.
    untried = {
        name
        for name, (_, english) in WORDS.items()
        if not any(_template(english).fullmatch(words) for words in told)
    }
    assert untried == {"in use already", "relative", "refused"}


def _template(words: str) -> re.Pattern[str]:
    """Return a pattern of the words of a mistake with anything for what it is about."""
    return re.compile(
        re.sub(r"\\\{(word|near|namespace)\\\}", ".+", re.escape(words.replace("{{", "{").replace("}}", "}")))
    )


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("SELECT (1 AS ?x) { ?x a ?y }", "SELECT gives a name that is in use already"),
        ("SELECT ?x { ?x a <b> }", "this is not an absolute IRI (https://…)"),
        ("SELECT ?x { ?x sam:a%zz ?y }", "this cannot stand here"),
    ],
)
def test_what_only_the_engine_knows_is_told_in_its_place(query: str, detail: str) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        LocalStore(Dataset()).run(query)
    assert caught.value.detail == detail


@pytest.mark.parametrize(
    "path", sorted(Path().glob("queries/*/*.rq")) + sorted(Path().glob("ontology/rules/*.rq")), ids=str
)
def test_the_reader_reads_every_query_of_the_project(path: Path) -> None:
    reader = Reader(path.read_text(encoding="utf-8"), str(path))
    assert read_query(reader).where is not None
    assert reader.suspects == []


@pytest.mark.parametrize(
    "query",
    [
        "BASE <http://e/> PREFIX : <http://f/> SELECT REDUCED ?x FROM <a> FROM NAMED :b WHERE { ?x a :c ; } LIMIT 1",
        'ASK { ?x ^sam:a/!(sam:b|^sam:c)|(sam:d+/sam:e*)? [ a ?y ; sam:b 1, 2.5, -3e4 ] ; sam:f ( "a"@da-DK ( ) ) . }',
        "ASK { [] a ?y . [ sam:a ?b ] . [ sam:a ?b ] sam:c ?d . ( 1 ) sam:e _:f }",
        "ASK { { ?a ?b ?c } UNION { ?d ?e ?f } UNION { } MINUS { ?a ?b ?c } GRAPH ?g { } SERVICE SILENT <u:v> { } }",
        "ASK { ?a ?b ?c FILTER (?a IN (1, 2) || ?a NOT IN () && !(-?b * 3 / +2 - 1 >= ?c)) FILTER regex(?a, 'x') }",
        "ASK { FILTER EXISTS { ?a ?b ?c } FILTER (NOT EXISTS {} && true) BIND (IF(BOUND(?a), 1, 'x'^^xsd:date) AS ?z)}",
        "ASK { VALUES (?a ?b) { (1 UNDEF) (UNDEF 'x') } VALUES () { () } { SELECT ?a { ?a ?b ?c } LIMIT 1 } . }",
        "SELECT (GROUP_CONCAT(DISTINCT ?a ; SEPARATOR = ', ') AS ?n) (COUNT(*) AS ?m) { ?a ?b ?c } "
        "GROUP BY ?c (?b AS ?d) HAVING (COUNT(*) > 1) (?c != 2) ORDER BY DESC(?n) ASC(?m) STR(?c) VALUES ?c { 1 }",
        "CONSTRUCT WHERE { ?a ?b ?c . ?c a ?d } LIMIT 3",
        "CONSTRUCT { } WHERE { ?a ?b ?c }",
        "DESCRIBE ?a <u:v> sam:b FROM <u:w> { ?a ?b ?c } ORDER BY ?a",
        "DESCRIBE <u:v>",
        "DESCRIBE * { ?a ?b ?c }",
        "ASK { ?a sam:b '''x'y\n''' ; sam:c \"\"\"z\"\"\" # a { comment\n }",
    ],
)
def test_the_reader_reads_all_of_sparql(query: str) -> None:
    reader = Reader(query, "query")
    read_query(reader)
    assert reader.next.kind == "end"


@given(st.text(alphabet="SELECTASKFILTERBY*?xyz{}()[]<>.,;:|/^!=&+-\"'\\#1 \n", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_query(Reader(text, "query"))
    except QuerySyntaxError as error:
        assert error.message("da")


_WORDS = (
    "SELECT ?x * { } ( ) [ ] . ; , a sam:b 1 't' FILTER OPTIONAL UNION VALUES BIND AS = ! ^ / IN NOT EXISTS GROUP "
    "ORDER BY LIMIT COUNT @da ^^ PREFIX <u:v>"
)


@given(st.lists(st.sampled_from(_WORDS.split())))
def test_any_words_are_read_or_refused(words: list[str]) -> None:
    try:
        read_query(Reader(" ".join(["SELECT", *words]), "query"))
    except QuerySyntaxError as error:
        assert error.message("en")


def test_the_prefixes_of_concepts_are_those_of_the_register() -> None:
    text = Path("ontology/concepts.ttl").read_text(encoding="utf-8")
    schemes = {
        name
        for name, space in KNOWN_PREFIXES.items()
        if space.startswith("https://w3id.org/samspil/concept/")
    }
    for scheme in schemes - {"concept"}:
        assert f"<{KNOWN_PREFIXES[scheme].removesuffix('/')}>" in text or f"concept:{scheme}" in text, scheme


def test_a_long_line_is_shown_around_the_mistake() -> None:
    query = f"SELECT * {{ {'?a ?b ?c . ' * 50} ?x skos:prefLabel Norddjurs {'. ?a ?b ?c ' * 50} }}"
    with pytest.raises(QuerySyntaxError) as caught:
        LocalStore(Dataset()).run(query)
    _, line, caret, _ = caught.value.message("da").splitlines()
    assert len(line) < 110
    assert line[caret.index("^") :].startswith("Norddjurs")
