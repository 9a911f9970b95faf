"""Answers that were reasoned out from the sources by hand, each with its reason, before they were asked for."""

from datetime import date

import pytest

from samspil.namespaces import BASE
from samspil.pipeline import Register
from samspil.queries import answer, run

_TODAY = date(2024, 2, 19)
_NORDDJURS = "actor/norddjurs-kommune"
_TRIANGLE = ("billund", "fredericia", "haderslev", "kolding", "middelfart", "vejen", "vejle")


def _ask(register: Register, question: str, columns: str, **values: str) -> set[tuple[str | None, ...]]:
    """Return the named columns of an answer as texts: our IRIs without the part that all share."""
    rows = answer(register.store, register.library.get(question), values, _TODAY)
    places = [rows.variables.index(column) for column in columns.split()]
    return {tuple(_text(row[place]) for place in places) for row in rows}


def _text(term: object) -> str | None:
    """Return a term as text, None where nothing is bound."""
    return None if term is None else str(getattr(term, "value", "")).removeprefix(BASE).removeprefix("id/")


def _graph(register: Register, question: str, **values: str) -> set[tuple[str | None, ...]]:
    """Return the statements that answer a question, as texts."""
    found = run(register.store, register.library.get(question), values, _TODAY)
    assert isinstance(found, list)
    return {(_text(triple.subject), _text(triple.predicate), _text(triple.object)) for triple in found}


# --- network -----------------------------------------------------------------------------------------


def test_norddjurs_has_seventeen_partners_by_name(register: Register) -> None:
    """Eleven other municipalities of Business Region Aarhus, who are the partners in the airport, the water, the
    waste and the tourism too; and two universities, VIA, Halmstad, Skovskolen and Realdania. The memo's "East
    Jutland municipalities", "Djursland municipalities" and "actors" are three groups."""
    found = _ask(register, "network/degree", "actor partners groups cooperations")
    assert (_NORDDJURS, "17", "3", "12") in found
    assert ("actor/halmstad-kommun", "1", "0", "1") in found
    assert not {row for row in found if row[0] == "actor/oestjyske-kommuner"}


def test_six_partners_have_only_norddjurs(register: Register) -> None:
    """The three formal and the three strategic partners; its partners lie in two Danish provinces (Viborg's and
    its own) and in Halland."""
    found = _ask(register, "network/brokers", "actor areas dependents")
    assert {row for row in found if row[2] != "0"} == {(_NORDDJURS, "3", "6")}


def test_aarhus_universitet_reaches_halmstad_only_through_norddjurs(register: Register) -> None:
    values = {"actor": "aarhus-universitet", "other": "halmstad-kommun"}
    assert _ask(register, "network/two-steps", "near through far", **values) == {
        ("cooperation/norddjurs-aarhus-universitet", _NORDDJURS, "cooperation/norddjurs-halmstad")
    }


def test_one_does_not_reach_those_whom_one_works_with(register: Register) -> None:
    values = {"actor": "aarhus-universitet", "other": "norddjurs-kommune"}
    assert _ask(register, "network/two-steps", "other", **values) == set()


def test_norddjurs_and_syddjurs_meet_in_five_cooperations(register: Register) -> None:
    """Airport, water, waste, tourism and Business Region Aarhus."""
    found = _ask(register, "network/pairs", "one other cooperations", actor="syddjurs-kommune")
    assert (_NORDDJURS, "actor/syddjurs-kommune", "5") in found


def test_one_cooperation_crosses_a_border(register: Register) -> None:
    found = _ask(register, "network/between-areas", "cooperation region")
    assert {cooperation for cooperation, region in found if region == "place/nuts-se23"} == {
        "cooperation/norddjurs-halmstad"
    }


def test_neighbourhood_of_a_university_is_two_actors(register: Register) -> None:
    found = _graph(register, "network/neighbourhood", actor="aarhus-universitet")
    members = {value for _, predicate, value in found if str(predicate).endswith("org#member")}
    assert members == {"actor/aarhus-universitet", _NORDDJURS}


# --- agreements and time -----------------------------------------------------------------------------


def test_agreements_with_aarhus_universitet_are_three_in_line(register: Register) -> None:
    """D2-36, 79, 80: 2018, renewed for 2022-2025, a new one planned."""
    assert _ask(register, "agreements/renewals", "number version renewed", agreement="au-2022") == {
        ("1", "agreement/au-2018", None),
        ("2", "agreement/au-2022", "agreement/au-2018"),
        ("3", "agreement/au-kommende", "agreement/au-2022"),
    }


def test_norddjurs_has_six_agreements_of_which_two_are_to_come(register: Register) -> None:
    """Of 2018 (two), 2019 and 2022; only that of 2022 has an end. Two are planned or proposed."""
    found = _ask(register, "agreements/by-actor", "actor agreements notAdopted endNotStated latestEnd")
    assert (_NORDDJURS, "6", "2", "3", "2025-12-31") in found


def test_only_four_cooperations_rest_on_a_known_agreement(register: Register) -> None:
    """The three formal partnerships (D2-30) and the culture region, by background."""
    everything = {row[0] for row in _ask(register, "cooperations/list", "cooperation")}
    without = {row[0] for row in _ask(register, "cooperations/without-agreement", "cooperation")}
    assert everything - without == {
        "cooperation/norddjurs-aarhus-universitet",
        "cooperation/norddjurs-via",
        "cooperation/norddjurs-halmstad",
        "cooperation/kulturregion-trekantomraadet",
    }


def test_two_agreements_began_in_2018_and_one_ends_with_2025(register: Register) -> None:
    """VIA and Aarhus Universitet 2018, Halmstad 2019, the culture region 2021-2024, Aarhus Universitet 2022-2025."""
    assert _ask(register, "time/by-year", "year beginning ending") == {
        ("2018", "2", "0"),
        ("2019", "1", "0"),
        ("2021", "1", "0"),
        ("2022", "1", "0"),
        ("2024", "0", "1"),
        ("2025", "0", "1"),
    }


@pytest.mark.parametrize(
    ("on", "certain"),
    [("2020-12-31", None), ("2021-01-01", "true"), ("2024-12-31", "true"), ("2025-01-01", None)],
)
def test_culture_region_has_its_seven_municipalities_for_four_years(
    register: Register, on: str, certain: str | None
) -> None:
    """The agreement states its period; the ministry's part in it has none, and so is never certain."""
    values = {"cooperation": "kulturregion-trekantomraadet", "on": on}
    found = _ask(register, "time/participants-on", "actor certain", **values)
    ministry = {("actor/kulturministeriet", "false"), ("actor/trekantomraadet-danmark", "false")}
    assert found == ministry | (
        {(f"actor/{name}-kommune", certain) for name in _TRIANGLE} if certain else set()
    )


@pytest.mark.parametrize(
    ("on", "owners"),
    [
        ("2023-12-31", {(_NORDDJURS, "100")}),
        ("2024-01-01", {(_NORDDJURS, "50"), ("actor/syddjurs-kommune", "50")}),
    ],
)
def test_aquadjurs_has_two_owners_from_2024(
    register: Register, on: str, owners: set[tuple[str, str]]
) -> None:
    assert _ask(register, "actors/owners", "owner share", company="aquadjurs", on=on) == owners


def test_autumn_of_2025_brings_two_considerations_and_the_end_of_an_agreement(register: Register) -> None:
    """D2-66, 67, 80; a plan "2025/2028" may begin on any day of 2025, focus areas "2024/2025" may end then."""
    values = {"from": "2025-09-01", "within": "P4M"}
    found = _ask(register, "time/events", "thing begins ends", **values)
    assert {row for row in found if not str(row[0]).startswith("focus-area/")} == {
        ("consideration/au-kommende-2025", "true", "true"),
        ("consideration/via-kommende-2025", "true", "true"),
        ("agreement/au-2022", "false", "true"),
        ("action-plan/halmstad-2025-2028", "true", "false"),
    }


def test_coming_agreement_stands_in_the_graph_with_what_it_renews(register: Register) -> None:
    found = _graph(register, "agreements/everything", agreement="via-kommende")
    assert ("agreement/via-kommende", "model/renews", "agreement/via-2018") in found
    assert ("consideration/via-kommende-2025", "model/considers", "agreement/via-kommende") in found
    assert not {row for row in found if row[0] == "agreement/au-2022"}


# --- themes, governance, sources, quality ------------------------------------------------------------


def test_goal_17_applies_to_the_six_partnership_agreements(register: Register) -> None:
    """D2-45: the partnership agreements are drafted from goal 17; the culture agreement is not one."""
    found = _ask(register, "themes/by-sdg", "agreement", number="17") - {(None,)}
    names = ("au-2018", "au-2022", "au-kommende", "halmstad-2019", "via-2018", "via-kommende")
    assert found == {(f"agreement/{name}",) for name in names}
    assert _ask(register, "themes/by-sdg", "statement", number="1") == set()


def test_chief_of_staff_sits_in_both_steering_groups(register: Register) -> None:
    """D2: the chief of staff and a development consultant, in the groups with Aarhus Universitet and with VIA."""
    found = _ask(register, "governance/posts", "post engagement", actor="norddjurs-kommune")
    assert {engagement for post, engagement in found if post == "post/stabschef-norddjurs"} == {
        "actor/styregruppe-au-norddjurs",
        "actor/styregruppe-via-norddjurs",
    }


def test_coordination_groups_name_no_members(register: Register) -> None:
    """D1: the page names the groups as examples and nobody in them; the steering groups have two seats each."""
    found = _ask(register, "governance/groups", "group seats")
    assert found == {
        ("actor/koordinationsgruppe-faelles-kommuneplan", "0"),
        ("actor/koordinationsgruppe-kulturregion", "0"),
        ("actor/styregruppe-au-norddjurs", "2"),
        ("actor/styregruppe-via-norddjurs", "2"),
        ("actor/trekantomraadet-danmark-sekretariat", "0"),
    }


def test_memo_names_no_member_of_business_region_aarhus(register: Register) -> None:
    """D2-24: the memo says "the East Jutland municipalities"; all twelve names are background."""
    found = _ask(register, "provenance/background-against-document", "basis actor")
    stated = {actor for basis, actor in found if basis == "concept/basis/stated"}
    assert stated == {"actor/oestjyske-kommuner"}
    assert len({actor for basis, actor in found if basis == "concept/basis/background"}) == 12


def test_page_leaves_four_cooperations_without_a_named_party(register: Register) -> None:
    """D1 names only groups in these; the memo names Norddjurs alone among "actors" for better infrastructure."""
    assert _ask(register, "quality/few-parties", "cooperation namedActors actorGroups") == {
        ("cooperation/administrative-samarbejdsfora", "0", "1"),
        ("cooperation/dima", "0", "5"),
        ("cooperation/lokale-erhvervskontorer", "0", "1"),
        ("cooperation/videregaaende-uddannelsesinstitutioner", "0", "1"),
        ("cooperation/interessevaretagelse-infrastruktur", "1", "1"),
    }


def test_abbreviation_is_found_and_known_as_our_reading(register: Register) -> None:
    found = _ask(register, "actors/names", "thing name basis", text="ØK")
    assert found == {("actor/oekonomiudvalget", "ØK", "concept/basis/interpreted")}


def test_page_misspells_one_name(register: Register) -> None:
    found = _ask(register, "quality/spellings", "written language", source="trekantomraadet")
    assert found == {("Danish International Manufactoring Academy", "en")}


def test_search_for_what_runs_out_finds_questions_of_time(register: Register) -> None:
    found = {question.name for question in register.library.search("time", "udløber")}
    assert {"time/by-year", "time/events"} <= found
