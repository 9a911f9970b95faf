"""The background graph says what the tables say, from the sources they name, and nothing more."""

from collections import Counter
from urllib.parse import urlsplit

import pyoxigraph as ox
import pytest
from tests.background.expected import DATA, expected, rows, triples, uncovered

from samspil.formats import is_canonical
from samspil.namespaces import ADMS, BASE, DCT, FOAF, PREFIXES, PROV, RDF, SAM, SKOS
from samspil.periods import read_period

GRAPH = triples()
EXPECTED = list(expected(GRAPH))

# What rows do not spell out, each held by a rule below instead: the words, where a thing is mentioned, and
# the graph's own description.
BY_RULE = {
    "skos:prefLabel",
    "sam:interpretationNote",
    "sam:mentionedIn",
    "dct:title",
    "dct:license",
    "dct:modified",
    "rdf:type",
}

# Seen by nobody, computed by us, or of another thing of nearly the same name.
MUST_NOT_OCCUR = [
    "EKAH",
    "212000-1215",
    "metadata.un.org",
    "4.99",
    "4,99",
    "Q1198380",
    "MADE",
    "NUTS 2024",
    "https://en.wikipedia.org",
    "whosonfirst-data-admin-se",
]

LABELLED_ELSEWHERE = {
    "actor/aarhus-airport",
    "actor/aarhus-universitet",
    "actor/aquadjurs",
    "actor/business-region-aarhus",
    "actor/halmstad-kommun",
    "actor/koebenhavns-universitet",
    "actor/norddjurs-kommune",
    "actor/realdania",
    "actor/reno-djurs",
    "actor/via-university-college",
    "place/grenaa",
}

WITHOUT_ADDRESS = {
    "wikidata-danmarks-statistik",
    "whos-on-first-sverige",
    "faelles-geodatamodel",
    "kommuneliste-domaener",
    "flere-offentlige-datasamlinger",
    "offentlig-kilde-uden-adresse",
}


def thing(name: str) -> ox.NamedNode:
    """Return the IRI of `kind/slug`."""
    return ox.NamedNode(f"{BASE}id/{name}")


def values(subject: ox.NamedNode, predicate: str) -> list[str]:
    """Return the values of one property of one thing, as text."""
    found = (t.object for t in GRAPH if t.subject == subject and t.predicate.value == predicate)
    return sorted(value.value for value in found if isinstance(value, ox.NamedNode | ox.Literal))


def subjects(predicate: str) -> set[ox.NamedNode]:
    """Return the things that have a property."""
    found = (t.subject for t in GRAPH if t.predicate.value == predicate)
    return {subject for subject in found if isinstance(subject, ox.NamedNode)}


@pytest.mark.parametrize(("row", "wanted"), EXPECTED, ids=[row[:90] for row, _ in EXPECTED])
def test_a_row_is_in_the_graph_with_its_source(row: str, wanted: list[ox.Triple]) -> None:
    assert [triple for triple in wanted if triple not in GRAPH] == [], row


def test_the_graph_says_nothing_more() -> None:
    left = uncovered(GRAPH)
    assert set(left) <= BY_RULE
    assert left["rdf:type"] == 1  # void:Dataset, the graph itself


def test_one_more_identifier_is_noticed() -> None:
    extra = ox.Triple(
        thing("actor/visitaarhus"), ox.NamedNode(ADMS + "identifier"), thing("identifier/cvr-1")
    )
    assert uncovered(GRAPH | {extra}) - uncovered(GRAPH) == Counter({"adms:identifier": 1})


def test_no_row_is_written_twice() -> None:
    assert [row for row, number in Counter(row for row, _ in EXPECTED).items() if number > 1] == []


def test_the_file_is_canonical() -> None:
    assert is_canonical(DATA)


@pytest.mark.parametrize("text", MUST_NOT_OCCUR)
def test_what_nobody_has_seen_does_not_occur(text: str) -> None:
    assert text not in DATA.read_text(encoding="utf-8")


def test_every_node_has_one_basis_and_a_source() -> None:
    nodes = subjects(SAM + "basis") | subjects(PROV + "wasDerivedFrom")
    assert len(nodes) > 300
    assert [node for node in nodes if len(values(node, SAM + "basis")) != 1] == []
    assert [node for node in nodes if not values(node, PROV + "wasDerivedFrom")] == []


def test_every_source_has_an_address_but_the_ones_that_are_known_to_have_none() -> None:
    sources = subjects(DCT + "type")
    without = {source for source in sources if not values(source, FOAF + "page")}
    assert without == {thing(f"source/{slug}") for slug in WITHOUT_ADDRESS}


def test_an_address_belongs_to_one_source() -> None:
    pages = [
        t.object.value
        for t in GRAPH
        if t.predicate.value == FOAF + "page" and isinstance(t.object, ox.NamedNode)
    ]
    assert len(pages) == len(set(pages))
    assert [page for page in pages if urlsplit(page).scheme not in {"http", "https"}] == []


def test_what_is_interpreted_says_so_in_both_languages() -> None:
    interpreted = [t.subject for t in GRAPH if t.object == ox.NamedNode(BASE + "concept/basis/interpreted")]
    notes = Counter(t.subject for t in GRAPH if t.predicate.value == SAM + "interpretationNote")
    assert interpreted
    assert {notes[subject] for subject in interpreted} == {2}
    assert set(notes.values()) == {2}


def test_every_label_is_given_in_danish_and_english() -> None:
    languages: dict[str, list[str]] = {}
    for triple in GRAPH:
        if triple.predicate.value == SKOS + "prefLabel" and isinstance(triple.object, ox.Literal):
            languages.setdefault(str(triple.subject), []).append(str(triple.object.language))
    assert {tuple(sorted(found)) for found in languages.values()} == {("da", "en")}


def test_all_is_labelled_but_what_another_graph_labels() -> None:
    typed = {triple.subject for triple in GRAPH if triple.predicate.value == RDF + "type"}
    unlabelled = typed - subjects(SKOS + "prefLabel") - {ox.NamedNode(f"{BASE}graph/background")}
    assert unlabelled == {thing(name) for name in LABELLED_ELSEWHERE}


def test_actors_and_places_are_mentioned_somewhere() -> None:
    described = {
        t.subject
        for t in GRAPH
        if t.predicate.value == RDF + "type"
        and isinstance(t.subject, ox.NamedNode)
        and t.subject.value.startswith((BASE + "id/actor/", BASE + "id/place/"))
    }
    assert len(described) > 50
    assert described - subjects(SAM + "mentionedIn") == set()


def test_areas_and_websites_of_municipalities_come_from_sources_that_mention_them() -> None:
    for row in rows("identifiers"):
        if row["scheme"] == "municipality-code":
            mentions = values(thing(row["thing"]), SAM + "mentionedIn")
            wanted = {f"{BASE}id/passage/whos-on-first-danmark", f"{BASE}id/passage/kommuneliste-domaener"}
            assert wanted <= set(mentions), row["thing"]


def test_an_identifier_belongs_to_one_thing() -> None:
    owners = Counter(t.object for t in GRAPH if t.predicate.value == ADMS + "identifier")
    assert set(owners.values()) == {1}
    assert len(owners) == len(rows("identifiers"))


@pytest.mark.parametrize(
    "row", [row for row in rows("identifiers") if row["scheme"] == "cvr"], ids=lambda r: r["value"]
)
def test_a_cvr_number_passes_modulus_11(row: dict[str, str]) -> None:
    digits = [int(digit) for digit in row["value"]]
    assert len(digits) == 8
    assert sum(d * w for d, w in zip(digits, (2, 7, 6, 5, 4, 3, 2, 1), strict=True)) % 11 == 0


def test_municipality_code_and_lau_code_agree() -> None:
    codes = {
        row["thing"]: row["value"]
        for row in rows("identifiers")
        if row["scheme"].endswith("municipality-code")
    }
    lau = {row["thing"]: row["value"] for row in rows("identifiers") if row["scheme"] == "lau"}
    assert len(codes) == 20
    assert {name: code.removeprefix("0") for name, code in codes.items()} == {
        name: code.partition("_")[2] for name, code in lau.items()
    }


@pytest.mark.parametrize(
    ("municipality", "area"),
    [
        ("middelfart-kommune", "nuts-dk031"),
        ("kolding-kommune", "nuts-dk032"),
        ("viborg-kommune", "nuts-dk041"),
        ("norddjurs-kommune", "nuts-dk042"),
    ],
)
def test_a_municipality_lies_in_its_own_area(municipality: str, area: str) -> None:
    assert values(thing(f"actor/{municipality}"), DCT + "spatial") == [thing(f"place/{area}").value]


def test_a_town_is_not_its_municipality() -> None:
    items = {row["thing"]: row["value"] for row in rows("identifiers") if row["scheme"] == "wikidata"}
    assert (items["place/vejle"], items["actor/vejle-kommune"]) == ("Q27116", "Q28150")
    assert len(set(items.values())) == len(items)


def test_seats_that_are_only_remembered_are_left_out() -> None:
    with_seat = ("billund", "favrskov", "hedensted", "norddjurs", "odder", "syddjurs")
    found = subjects(PREFIXES["org"] + "hasPrimarySite")
    assert found == {thing(f"actor/{name}-kommune") for name in with_seat}


@pytest.mark.parametrize("table", ["participations", "ownerships"])
def test_periods_can_be_read(table: str) -> None:
    periods = {row["period"] for row in rows(table) if row["period"]}
    assert {read_period(text).text for text in periods} == periods


def test_the_undated_shares_of_the_airport_add_up() -> None:
    shares = [
        float(r["share"])
        for r in rows("ownerships")
        if r["owned"] == "actor/aarhus-airport" and r["share"] and not r["period"]
    ]
    assert len(shares) == 5
    assert round(sum(shares), 2) == 100
