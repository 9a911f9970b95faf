"""What follows from the sources, by the rules that ship, from small registers and from the whole one."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Final, TypeAlias

import pyoxigraph as ox
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from samspil import identifiers
from samspil.dataset import Dataset, read_dataset
from samspil.errors import PeriodError, QuerySyntaxError
from samspil.inference import DERIVED, derive, infer
from samspil.namespaces import EDTF, FOAF, ORG, PROV, RDF, RDFS, SAM, SKOS, XSD
from samspil.periods import read_period
from samspil.project import Project

PROJECT: Final = Project.shipped()
RULES: Final = PROJECT.rule_files()
SOURCE: Final = identifiers.graph("source")

PREFIXES: Final = """
@prefix sam: <https://w3id.org/samspil/model/> .
@prefix role: <https://w3id.org/samspil/concept/role/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix id: <https://w3id.org/samspil/id/> .
@prefix actor: <https://w3id.org/samspil/id/actor/> .
@prefix cooperation: <https://w3id.org/samspil/id/cooperation/> .
"""
PARTNERSHIP: Final = """
actor:norddjurs a sam:Municipality .
actor:via a sam:UniversityCollege .
cooperation:norddjurs-via a sam:FormalPartnership .
<https://w3id.org/samspil/id/participation/a> a sam:Participation ;
  org:member actor:norddjurs ; org:organization cooperation:norddjurs-via ; org:role role:party .
<https://w3id.org/samspil/id/participation/b> a sam:Participation ;
  org:member actor:via ; org:organization cooperation:norddjurs-via ; org:role role:party .
"""

# Kind of cooperation to the direct relations between its parties.
SHORTCUTS: Final = {
    "Cooperation": {"cooperatesWith"},
    "FormalPartnership": {"cooperatesWith", "formalPartnerOf"},
    "StrategicPartnership": {"cooperatesWith", "strategicPartnerOf"},
    "StrategicCooperation": {"cooperatesWith", "strategicallyCooperatesWith"},
    "FunctionalCooperation": {"cooperatesWith", "functionallyCooperatesWith"},
    "PoliticalCooperation": {"cooperatesWith", "politicallyCooperatesWith"},
    "AdministrativeCooperation": {"cooperatesWith", "administrativelyCooperatesWith"},
}
RELATIONS: Final = {SAM + name for names in SHORTCUTS.values() for name in names} | {ORG + "linkedTo"}

# Each cooperation: its kind, and who has which role in it.
Cooperations: TypeAlias = list[tuple[str, list[tuple[int, str]]]]


def register(turtle: str) -> Dataset:
    """Return a register with the ontology and one source."""
    dataset = Dataset()
    for path in PROJECT.ontology_files():
        dataset.load(identifiers.graph(path.stem), path)
    dataset.add(SOURCE, (quad.triple for quad in ox.parse(PREFIXES + turtle, format=ox.RdfFormat.TURTLE)))
    return dataset


def about_things(found: list[ox.Triple]) -> list[ox.Triple]:
    """Return what is not about the types of the ontology themselves."""
    return [triple for triple in found if triple.predicate != iri(RDFS + "subClassOf")]


def iri(name: str) -> ox.NamedNode:
    """Return the term for `actor/via`, `cooperation/x` and the like, or for a full IRI."""
    return ox.NamedNode(name if name.startswith("http") else f"https://w3id.org/samspil/id/{name}")


def said(subject: str, predicate: str, object: str) -> ox.Triple:
    """Return a triple between three IRIs."""
    return ox.Triple(iri(subject), iri(predicate), iri(object))


def between(triples: list[ox.Triple], predicates: set[str]) -> set[tuple[str, str, str]]:
    """Return the triples with one of some predicates, as text."""
    return {
        (str(t.subject), t.predicate.value, str(t.object)) for t in triples if t.predicate.value in predicates
    }


@pytest.fixture(scope="module")
def whole() -> Dataset:
    return read_dataset(PROJECT)


# -------------------------------------------------------------------------------------------------- each rule


def test_thing_is_of_every_superordinate_type() -> None:
    found = infer(register("actor:norddjurs a sam:Municipality ."), RULES)
    types = {str(t.object).strip("<>") for t in found if t.predicate.value == RDF + "type"}
    assert types == {ORG + "FormalOrganization", ORG + "Organization", FOAF + "Agent"}


def test_type_is_subordinate_to_every_superordinate_of_its_superordinates() -> None:
    chain = "<urn:x:a> rdfs:subClassOf <urn:x:b> . <urn:x:b> rdfs:subClassOf <urn:x:c> . "
    found = infer(register(chain + "<urn:x:c> rdfs:subClassOf <urn:x:d> ."), RULES)
    classes = {(str(t.subject), str(t.object)) for t in found if "urn:x:" in str(t)}
    assert classes == {(f"<urn:x:{one}>", f"<urn:x:{other}>") for one, other in ("ac", "ad", "bd")}


def test_statement_holds_with_superordinate_properties() -> None:
    found = infer(register("<urn:x:b> sam:renews <urn:x:a> ."), RULES)
    assert {t.predicate.value for t in about_things(found)} == {
        "http://purl.org/dc/terms/replaces",
        "http://purl.org/dc/terms/relation",
        PROV + "wasRevisionOf",
    }


def test_revision_is_not_said_to_come_from_a_passage() -> None:
    found = infer(register("<urn:x:b> sam:renews <urn:x:a> ."), RULES)
    assert between(found, {PROV + "wasDerivedFrom"}) == set()


@pytest.mark.parametrize(
    ("role", "member"),
    [
        ("party", True),
        ("member", True),
        ("owner", True),
        ("lead", False),
        ("contributor", False),
        ("secretariat", False),
    ],
)
def test_only_some_roles_make_a_member(role: str, member: bool) -> None:
    found = infer(register(PARTNERSHIP.replace("role:party", f"role:{role}")), RULES)
    assert (said("actor/via", ORG + "memberOf", "cooperation/norddjurs-via") in found) is member
    assert (said("cooperation/norddjurs-via", ORG + "hasMember", "actor/via") in found) is member


def test_post_that_takes_part_by_mistake_is_no_member() -> None:
    found = infer(
        register(PARTNERSHIP.replace("actor:via a sam:UniversityCollege", "actor:via a org:Post")), RULES
    )
    assert between(found, {ORG + "memberOf"}) == {
        (str(iri("actor/norddjurs")), ORG + "memberOf", str(iri("cooperation/norddjurs-via")))
    }


def test_parties_of_a_partnership_are_partners_both_ways() -> None:
    found = infer(register(PARTNERSHIP), RULES)
    for relation in (SAM + "formalPartnerOf", SAM + "cooperatesWith", ORG + "linkedTo"):
        assert said("actor/norddjurs", relation, "actor/via") in found
        assert said("actor/via", relation, "actor/norddjurs") in found


def test_shortcut_of_a_users_own_kind_of_cooperation() -> None:
    own = PARTNERSHIP.replace("sam:FormalPartnership", "<urn:x:Twinning>") + (
        "<urn:x:Twinning> <http://www.w3.org/2000/01/rdf-schema#subClassOf> sam:Cooperation ."
        "<urn:x:twinnedWith> sam:shortcutFor <urn:x:Twinning> ;"
        " <http://www.w3.org/2000/01/rdf-schema#subPropertyOf> sam:cooperatesWith ."
    )
    found = infer(register(own), RULES)
    assert said("actor/via", "https://w3id.org/samspil/model/cooperatesWith", "actor/norddjurs") in found
    assert any(t.predicate.value == "urn:x:twinnedWith" for t in found)


def test_shortcut_that_a_source_writes_gives_no_other() -> None:
    found = infer(register("actor:via sam:formalPartnerOf actor:norddjurs ."), RULES)
    assert about_things(found) == []


def test_actor_is_classified_by_the_concept_of_its_class() -> None:
    found = infer(register("actor:via a sam:UniversityCollege ."), RULES)
    concept = identifiers.concept("actor-type", "university-college")
    assert said("actor/via", ORG + "classification", concept) in found


def test_other_name_stands_as_plain_text() -> None:
    names = "actor:h skosxl:altLabel <urn:x:name> . <urn:x:name> skosxl:literalForm 'Halmstad Kommun'@sv ."
    name = ox.Literal("Halmstad Kommun", language="sv")
    found = about_things(infer(register(names), RULES))
    assert found == [ox.Triple(iri("actor/h"), iri(SKOS + "altLabel"), name)]


# -------------------------------------------------------------------------------------------------- intervals


def interval(text: str) -> dict[str, str]:
    """Return what is derived of an EDTF text: term to value."""
    source = ox.Triple(
        iri("agreement/x"), iri(SAM + "inForceDuring"), ox.Literal(text, datatype=iri(EDTF + "EDTF"))
    )
    dataset = Dataset()
    dataset.add(SOURCE, [source])
    found = [t for t in infer(dataset, RULES) if t.subject == iri(identifiers.interval(text))]
    return {
        t.predicate.value.removeprefix(SAM): t.object.value
        for t in found
        if isinstance(t.object, ox.Literal) and t.predicate.value.startswith(SAM)
    }


TEXTS: Final = st.sampled_from(
    ["2018", "2018/", "2018/..", "../2018", "/2018", "2021-23", "2022-01-01/2025-12-31", "[2024-12,2025-01]"]
) | st.builds(
    lambda year, month, mark, length: f"{year:04}-{month:02}{mark}/{year + length:04}",
    st.integers(1900, 2090),
    st.integers(1, 12),
    st.sampled_from(["", "?", "~", "%"]),
    st.integers(1, 9),
)


@given(TEXTS)
@settings(deadline=None)
def test_interval_says_what_the_period_is(text: str) -> None:
    period = read_period(text)
    bounds = {
        "earliestStart": period.earliest_start,
        "latestStart": period.latest_start,
        "earliestEnd": period.earliest_end,
        "latestEnd": period.latest_end,
    }
    marks = {
        "startUnknown": period.start_unknown,
        "startOpen": period.start_open,
        "endUnknown": period.end_unknown,
        "endOpen": period.end_open,
        "uncertain": period.uncertain,
        "approximate": period.approximate,
    }
    expected = {"edtf": text}
    expected |= {name: day.isoformat() for name, day in bounds.items() if day is not None}
    expected |= {name: "true" for name, mark in marks.items() if mark}
    assert interval(text) == expected


def test_unknown_end_stays_unknown() -> None:
    assert interval("2018/") == {
        "edtf": "2018/",
        "earliestStart": "2018-01-01",
        "latestStart": "2018-12-31",
        "endUnknown": "true",
    }


def test_bound_is_a_date_and_the_text_keeps_its_datatype() -> None:
    found = infer(register("<urn:x:a> sam:signed '2019-10-10'^^edtf:EDTF ."), RULES)
    node = iri(identifiers.interval("2019-10-10"))
    assert (
        ox.Triple(node, iri(SAM + "latestEnd"), ox.Literal("2019-10-10", datatype=iri(XSD + "date"))) in found
    )
    assert ox.Triple(node, iri(SAM + "edtf"), ox.Literal("2019-10-10", datatype=iri(EDTF + "EDTF"))) in found
    assert ox.Triple(node, iri(RDF + "type"), iri(SAM + "Interval")) in found


def test_equal_texts_share_one_interval() -> None:
    found = infer(
        register("<urn:x:a> sam:signed '2019'^^edtf:EDTF . <urn:x:b> sam:period '2019'^^edtf:EDTF ."), RULES
    )
    assert len([t for t in found if t.object == iri(SAM + "Interval")]) == 1


def test_text_that_is_no_period_is_refused() -> None:
    with pytest.raises(PeriodError):
        infer(register("<urn:x:a> sam:signed 'i fjor'^^edtf:EDTF ."), RULES)


# --------------------------------------------------------------------------------- what holds of any register

ROLES: Final = st.sampled_from(["party", "member", "owner", "lead", "contributor"])
COOPERATIONS: Final = st.lists(
    st.tuples(st.sampled_from(sorted(SHORTCUTS)), st.lists(st.tuples(st.integers(0, 4), ROLES), max_size=4)),
    max_size=4,
)


def written(cooperations: Cooperations) -> str:
    """Return a register's source: five actors, and cooperations in which they have roles."""
    lines = [f"actor:a{number} a sam:Municipality ." for number in range(5)]
    for number, (kind, participations) in enumerate(cooperations):
        lines.append(f"cooperation:c{number} a sam:{kind} .")
        for index, (actor, role) in enumerate(participations):
            lines.append(
                f"<https://w3id.org/samspil/id/participation/c{number}-{index}> org:role role:{role} ;"
                f" org:member actor:a{actor} ; org:organization cooperation:c{number} ."
            )
    return "\n".join(lines)


def paths(cooperations: Cooperations) -> Iterator[tuple[str, str, str]]:
    """Yield the shortcuts that the participations of a register give reason to."""
    for kind, participations in cooperations:
        parties = {actor for actor, role in participations if role == "party"}
        for one, other in permutations(sorted(parties), 2):
            for relation in (*(SAM + name for name in SHORTCUTS[kind]), ORG + "linkedTo"):
                yield str(iri(f"actor/a{one}")), relation, str(iri(f"actor/a{other}"))


@given(COOPERATIONS)
@settings(deadline=None, max_examples=60)
def test_shortcuts_are_exactly_those_with_a_path(cooperations: Cooperations) -> None:
    found = between(infer(register(written(cooperations)), RULES), RELATIONS)
    assert found == set(paths(cooperations))
    assert all((other, relation, one) in found for one, relation, other in found)
    assert all(one != other for one, _, other in found)


@given(COOPERATIONS)
@settings(deadline=None, max_examples=30)
def test_only_what_is_new_is_derived_and_nothing_follows_from_it(cooperations: Cooperations) -> None:
    dataset = register(written(cooperations))
    found = infer(dataset, RULES)
    assert not set(found) & set(dataset.triples(SOURCE))
    assert len(found) == len(set(found))
    dataset.add(SOURCE, found)
    assert infer(dataset, RULES) == []


# ---------------------------------------------------------------------------------------- the register itself


def test_no_source_writes_a_shortcut(whole: Dataset) -> None:
    shortcuts = RELATIONS - {ORG + "linkedTo"}
    assert [quad for quad in whole.quads() if quad.predicate.value in shortcuts] == []


def test_shortcuts_of_the_register_have_a_path_are_symmetric_and_no_loops(whole: Dataset) -> None:
    found = between(infer(whole, RULES), RELATIONS - {ORG + "linkedTo"})
    assert found
    for one, relation, other in found:
        path = (
            f"ASK {{ ?kind ^<{SAM}shortcutFor> <{relation}> . ?c a/<{RDFS}subClassOf>* ?kind ."
            f" ?p <{ORG}organization> ?c ; <{ORG}member> {one} ."
            f" ?q <{ORG}organization> ?c ; <{ORG}member> {other} }}"
        )
        assert one != other
        assert (other, relation, one) in found
        assert whole.ask(path)


def test_everything_derived_is_new(whole: Dataset) -> None:
    asserted = {quad.triple for quad in whole.quads()}
    assert not asserted & set(infer(whole, RULES))


def test_derived_graph_is_rebuilt_the_same() -> None:
    dataset = read_dataset(PROJECT)
    derive(dataset, RULES)
    first = set(dataset.triples(DERIVED))
    derive(dataset, RULES)
    assert set(dataset.triples(DERIVED)) == first
    assert infer(dataset, RULES) == infer(read_dataset(PROJECT), RULES)


def test_stale_statement_does_not_survive() -> None:
    dataset = register(PARTNERSHIP)
    dataset.add(DERIVED, [said("actor/via", SAM + "cooperatesWith", "actor/elsewhere")])
    derive(dataset, RULES)
    assert said("actor/via", SAM + "cooperatesWith", "actor/elsewhere") not in set(dataset.triples(DERIVED))
    assert said("actor/via", SAM + "cooperatesWith", "actor/norddjurs") in set(dataset.triples(DERIVED))


def test_sources_are_left_as_they_were() -> None:
    dataset = register(PARTNERSHIP)
    before = set(dataset.quads())
    derive(dataset, RULES)
    assert {quad for quad in dataset.quads() if quad.graph_name != ox.NamedNode(DERIVED)} == before


# ------------------------------------------------------------------------------------------------- rule files


def test_rules_run_in_order_and_see_what_was_derived_before(tmp_path: Path) -> None:
    first, second = tmp_path / "1.rq", tmp_path / "2.rq"
    first.write_text("CONSTRUCT { ?a <urn:x:q> ?b } WHERE { ?a <urn:x:p> ?b }", encoding="utf-8")
    second.write_text("CONSTRUCT { ?a <urn:x:r> ?b } WHERE { ?a <urn:x:q> ?b }", encoding="utf-8")
    dataset = Dataset()
    dataset.add(SOURCE, [said("a", "http://x/p", "b")])
    dataset.add(SOURCE, [ox.Triple(iri("a"), ox.NamedNode("urn:x:p"), iri("b"))])
    assert [t.predicate.value for t in infer(dataset, [first, second])] == ["urn:x:q", "urn:x:r"]
    assert [t.predicate.value for t in infer(dataset, [second, first])] == ["urn:x:q"]


@pytest.mark.parametrize("rule", ["SELECT ?a WHERE { ?a ?b ?c }", "CONSTRUCT { ?a ?b } WHERE {}"])
def test_what_is_no_rule_is_refused_by_file_and_changes_nothing(rule: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.rq"
    path.write_text(rule, encoding="utf-8")
    dataset = register(PARTNERSHIP)
    derive(dataset, RULES)
    before = set(dataset.quads())
    with pytest.raises(QuerySyntaxError, match=r"bad\.rq"):
        derive(dataset, [*RULES, path])
    assert set(dataset.quads()) == before


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_rule_says_what_it_does_and_why_in_both_languages(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = yaml.safe_load("\n".join(line[3:] for line in lines if line.startswith("#+ ")))
    assert path.stem[:2].isdigit()
    for part in ("summary", "description"):
        assert set(header[part]) == {"da", "en"}


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_rule_names_no_kind_of_cooperation_or_shortcut(path: Path) -> None:
    rule = path.read_text(encoding="utf-8")
    assert [name for name in {*SHORTCUTS, *set().union(*SHORTCUTS.values())} if f"sam:{name}" in rule] == []
