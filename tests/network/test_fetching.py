"""The register's network: one place for a cooperation and its body, seats, themes, times and details."""

from pathlib import Path

import pytest

from samspil.network import Actor, Bounds, Network, Relation, build_network, facts_of, sources_of, themes_of
from samspil.pipeline import Register, open_register
from samspil.project import Project

ID = "https://w3id.org/samspil/id/"
NORDDJURS, AARHUS_U = ID + "actor/norddjurs-kommune", ID + "actor/aarhus-universitet"
REGION, REGION_COOPERATION = ID + "actor/business-region-aarhus", ID + "cooperation/business-region-aarhus"
PARTNERSHIP = ID + "cooperation/norddjurs-aarhus-universitet"

PREFIXES = """
@prefix a: <https://w3id.org/samspil/id/actor/> .
@prefix c: <https://w3id.org/samspil/id/cooperation/> .
@prefix p: <https://w3id.org/samspil/id/participation/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix sam: <https://w3id.org/samspil/model/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
TWO = """
a:x a sam:Municipality ; skos:prefLabel "X"@da .
a:y a sam:Municipality ; skos:prefLabel "Y"@da .
a:body a sam:Company ; skos:prefLabel "Selskabet"@da .
a:office a sam:AdministrativeUnit ; skos:prefLabel "Kontoret"@da ; org:subOrganizationOf c:two .
c:two a sam:FunctionalCooperation ; skos:prefLabel "De to"@da , "The two"@en .
p:x a sam:Participation ; org:organization c:two ; org:member a:x .
p:y a sam:Participation ; org:organization c:two ; org:member a:y .
"""


@pytest.fixture(scope="module")
def network(register: Register) -> Network:
    """Return the network of the shipped register."""
    return build_network(register.store, register.library)


def made(folder: Path, turtle: str) -> Network:
    """Return the network of a register that says this."""
    (folder / "data").mkdir()
    (folder / "data" / "made.ttl").write_text(PREFIXES + turtle, encoding="utf-8")
    register = open_register(Project.at(folder))
    return build_network(register.store, register.library)


def lines(network: Network) -> set[tuple[str, str, str]]:
    """Return the ends of every edge and what it is called in Danish, ends in short."""
    return {
        (one.removeprefix(ID), other.removeprefix(ID), edge["label_da"])
        for one, other, edge in network.edges(data=True)
    }


def test_shipped_register_becomes_a_network(network: Network) -> None:
    assert network.number_of_nodes() > 50
    assert network.number_of_edges() > 80
    assert network.nodes[NORDDJURS]["label_da"] == "Norddjurs Kommune"
    assert sources_of(network, NORDDJURS)
    assert set(network.nodes[NORDDJURS]) == set(Actor.__annotations__) - {"iri"}
    attributes = set(Relation.__annotations__) - {"source", "target"}
    attributes |= {"edtf", "period_da", "period_en", *Bounds._fields}
    assert all(set(edge) == attributes for *_, edge in network.edges(data=True))


# --- one place ---------------------------------------------------------------------------------------


def test_cooperation_and_its_body_are_one_place(network: Network) -> None:
    assert REGION_COOPERATION not in network
    assert network.nodes[REGION]["bears"] == (REGION_COOPERATION,)
    assert not network.nodes[REGION]["is_hub"]
    parties = {one for one, _, edge in network.in_edges(REGION, data=True)}
    assert NORDDJURS in parties
    assert len(parties) > 10
    assert {edge["relation"] for *_, edge in network.in_edges(REGION, data=True)} == {REGION_COOPERATION}


def test_names_and_facts_of_the_cooperation_are_at_the_body(network: Network) -> None:
    facts = facts_of(network, REGION)
    assert facts[0].kind == "name"
    assert facts[0].value_da == "Samarbejdet i Business Region Aarhus"
    assert facts[0].sources
    assert "Samarbejdet i Business Region Aarhus" in network.nodes[REGION]["also"]
    assert {fact.value_da for fact in facts if fact.kind == "role"} >= {"Norddjurs Kommune"}
    assert not any(fact.href == REGION for fact in facts)


def test_cooperation_of_two_is_a_line(tmp_path: Path) -> None:
    network = made(tmp_path, TWO)
    assert lines(network) == {
        ("actor/x", "actor/y", "De to"),
        ("actor/office", "actor/x", "del af De to"),
        ("actor/office", "actor/y", "del af De to"),
    }
    through = {edge["through"] for *_, edge in network.out_edges(ID + "actor/office", data=True)}
    assert through == {ID + "cooperation/two"}


def test_cooperation_of_two_with_a_body_is_at_the_body(tmp_path: Path) -> None:
    network = made(tmp_path, TWO + "c:two sam:carriedOutBy a:body .")
    assert lines(network) == {
        ("actor/x", "actor/body", "De to"),
        ("actor/y", "actor/body", "De to"),
        ("actor/office", "actor/body", "del af De to"),
    }
    assert network.nodes[ID + "actor/body"]["also"] == ("De to", "The two")


def test_body_that_is_a_party_has_no_line_to_itself(tmp_path: Path) -> None:
    network = made(tmp_path, TWO + "c:two sam:carriedOutBy a:x .")
    assert lines(network) == {("actor/y", "actor/x", "De to"), ("actor/office", "actor/x", "del af De to")}


def test_cooperation_of_several_bodies_is_drawn_by_itself(tmp_path: Path) -> None:
    network = made(tmp_path, TWO + "c:two sam:carriedOutBy a:body , a:z . a:z a sam:Company .")
    assert ("actor/x", "actor/y", "De to") in lines(network)
    assert {edge["type_da"] for *_, edge in network.in_edges(ID + "actor/body", data=True)} == {"drives af"}
    assert not any(node["bears"] for _, node in network.nodes(data=True))


def test_cooperation_without_parties_is_at_its_body_too(tmp_path: Path) -> None:
    network = made(tmp_path, "c:e a sam:Cooperation ; sam:carriedOutBy a:b . a:b a sam:Company .")
    assert list(network) == [ID + "actor/b"]
    assert network.nodes[ID + "actor/b"]["bears"] == (ID + "cooperation/e",)


# --- what a node and an edge carry -------------------------------------------------------------------


def test_node_has_its_other_names_and_numbers_and_its_seat(network: Network) -> None:
    node = network.nodes[NORDDJURS]
    assert {"ND", "29189986", "0707"} <= set(node["also"])
    assert "Norddjurs Kommune" not in node["also"]
    assert (node["seat_da"], node["longitude"], node["latitude"]) == ("Grenaa", 10.88059, 56.41393)
    assert network.nodes[REGION]["longitude"] is None


def test_edge_has_the_periods_of_its_agreements_and_its_themes(network: Network) -> None:
    edge = network.edges[AARHUS_U, NORDDJURS, PARTNERSHIP]
    assert edge["agreements"] == ("2018/", "2022-01-01/2025-12-31")
    assert (edge["earliest_start"], edge["latest_end"]) == ("2018-01-01", "2025-12-31")
    names = {themes_of(network)[iri].label_da for iri in edge["themes"]}
    assert "Udvikling af fremtidens produktionskommune og arbejdskraft" in names
    assert all(edge["agreements"] == () for *_, edge in network.edges(data=True) if edge["period"])


def test_every_theme_is_of_a_relation(network: Network) -> None:
    used = {iri for *_, edge in network.edges(data=True) for iri in edge["themes"]}
    assert set(themes_of(network)) == used


# --- what sources say --------------------------------------------------------------------------------


def told(network: Network, iri: str, kind: str) -> list[tuple[str, str, str]]:
    """Return what is said of a thing in one kind: label and value in Danish, period."""
    return [
        (fact.label_da, fact.value_da, fact.period) for fact in facts_of(network, iri) if fact.kind == kind
    ]


def test_partnership_tells_its_agreements_in_order_of_time(network: Network) -> None:
    found = told(network, PARTNERSHIP, "agreement")
    assert [each for each in found if each[0] in {"aftale", "planlagt"}] == [
        ("aftale", "Aftalen med Aarhus Universitet, 2018", "2018/"),
        ("aftale", "Aftalen med Aarhus Universitet, 2022-2025", "2022-01-01/2025-12-31"),
        ("planlagt", "Den kommende aftale med Aarhus Universitet", ""),
    ]
    assert ("midtvejsstatus", "Midtvejsstatus på aftalen med Aarhus Universitet i 2023", "2023-23") in found


def test_partnership_tells_current_themes_before_proposed_ones(network: Network) -> None:
    found = [label for label, *_ in told(network, PARTNERSHIP, "theme")]
    assert found == ["gældende"] * 3 + ["foreslået"] * 3


def test_partnership_tells_meetings_roles_and_groups(network: Network) -> None:
    assert ("to gange om året", "Styregruppen med Aarhus Universitet holder to årlige møder", "") in told(
        network, PARTNERSHIP, "meeting"
    )
    assert ("part", "Norddjurs Kommune", "") in told(network, PARTNERSHIP, "role")
    assert told(network, PARTNERSHIP, "body") == [
        ("styregruppe", "Styregruppen for partnerskabet med Aarhus Universitet", "")
    ]


def test_identifier_leads_to_its_register(network: Network) -> None:
    facts = {fact.value_da: fact for fact in facts_of(network, NORDDJURS) if fact.kind == "identifier"}
    assert facts["29189986"].href == "https://datacvr.virk.dk/enhed/virksomhed/29189986"
    assert facts["29189986"].label_en == "CVR number"
    assert facts["0707"].href == ""
    assert facts["https://norddjurs.dk/"].href == "https://norddjurs.dk/"
    assert facts["Grenaa"].label_da == "hjemsted"


def test_share_is_told_in_both_languages(network: Network) -> None:
    (fact,) = (
        fact
        for fact in facts_of(network, ID + "ownership/aarhus-kommune-aarhus-airport-2017")
        if fact.label_en == "share"
    )
    assert (fact.kind, fact.value_da, fact.value_en) == ("role", "90,02 %", "90.02 %")


def test_facts_have_every_passage_that_states_them_once(network: Network) -> None:
    facts = [fact for iri in network for fact in facts_of(network, iri)]
    several = [fact for fact in facts if len(fact.sources) > 1]
    assert several
    assert all(len(set(fact.sources)) == len(fact.sources) for fact in facts)
    unsourced = {fact.label_en for fact in facts if not fact.sources}
    assert unsourced <= {"home page"}
    assert all(source.document.startswith(ID + "source/") for fact in facts for source in fact.sources)


def test_facts_are_of_what_is_drawn_and_known_kinds(network: Network) -> None:
    drawn = {*network, *(edge["relation"] for *_, edge in network.edges(data=True))}
    drawn |= {iri for _, node in network.nodes(data=True) for iri in node["bears"]}
    assert set(network.graph["facts"]) <= drawn
    kinds = {fact.kind for of in network.graph["facts"].values() for fact in of}
    assert kinds == {
        "name", "identifier", "agreement", "theme", "meeting", "role", "body", "remark", "definition"
    }  # fmt: skip


def test_address_that_is_no_page_leads_nowhere(tmp_path: Path) -> None:
    turtle = "@prefix foaf: <http://xmlns.com/foaf/0.1/> . a:x a sam:Company ; foaf:homepage <javascript:a> ."
    (fact,) = facts_of(made(tmp_path, turtle), ID + "actor/x")
    assert fact.href == ""
