"""What an analyst or planner asks of the two documents, with the answer that they alone support.

The answers are typed over from the list of questions, not copied from what the queries return. "Not stated"
is an answer: a register that invents one fails here.
"""

from collections.abc import Iterable
from datetime import date

import pytest

from samspil.namespaces import BASE
from samspil.pipeline import Register
from samspil.queries import answer

_MEMO_DAY = date(2024, 2, 19)


def _ask(register: Register, question: str, columns: str, **values: str) -> set[tuple[str | None, ...]]:
    """Return the named columns of an answer as texts: our IRIs without the part that all share."""
    rows = answer(register.store, register.library.get(question), values, _MEMO_DAY)
    places = [rows.variables.index(column) for column in columns.split()]
    return {tuple(_text(row[place]) for place in places) for row in rows}


def _text(term: object) -> str | None:
    """Return a term as text, None where nothing is bound."""
    return None if term is None else str(getattr(term, "value", "")).removeprefix(BASE).removeprefix("id/")


def _only(column: Iterable[tuple[str | None, ...]]) -> set[str | None]:
    """Return the values of an answer with one column."""
    return {value for (value,) in column}


# --- cooperations ------------------------------------------------------------------------------------


def test_norddjurs_has_three_formal_partnerships(register: Register) -> None:
    """CQ01: Hvilke formelle partnerskaber har Norddjurs? D2-08..11, 30."""
    found = _ask(
        register, "cooperations/formal-partnerships", "partner partnerLabel", actor="norddjurs-kommune"
    )
    assert found == {
        ("actor/aarhus-universitet", "Aarhus Universitet"),
        ("actor/via-university-college", "VIA University College"),
        ("actor/halmstad-kommun", "Halmstad Kommune"),
    }


def test_functional_cooperation_has_four_examples(register: Register) -> None:
    """CQ09: Eksempler på funktionelle samarbejder? D2-26..29."""
    found = _ask(register, "cooperations/examples", "example", term="funktionelt samarbejde")
    assert _only(found) == {
        "cooperation/reno-djurs",
        "cooperation/aquadjurs",
        "cooperation/visitaarhus",
        "cooperation/aarhus-airport",
    }


def test_three_strategic_partnerships_are_named_as_examples(register: Register) -> None:
    """CQ11: Hvilke strategiske partnerskaber nævnes? D2-12..15."""
    found = _ask(
        register,
        "cooperations/strategic-partnerships",
        "partnerLabel givenAsExample",
        actor="norddjurs-kommune",
    )
    assert found == {("Københavns Universitet", "true"), ("Skovskolen", "true"), ("Realdania", "true")}


def test_halmstad_is_a_formal_partnership_with_a_partnership_agreement(register: Register) -> None:
    """CQ13: Er Halmstad et strategisk samarbejde eller et formelt partnerskab? D2-11, 30, 23."""
    found = _ask(
        register,
        "cooperations/classification",
        "type typeLabel agreement agreementTypeLabel",
        cooperation="norddjurs-halmstad",
    )
    assert found == {
        ("model/FormalPartnership", "formelt partnerskab", "agreement/halmstad-2019", "partnerskabsaftale")
    }
    parties = _ask(register, "cooperations/parties", "actor", cooperation="norddjurs-halmstad")
    assert _only(parties) == {"actor/norddjurs-kommune", "actor/halmstad-kommun"}


def test_page_counts_seven_municipalities_and_names_none(register: Register) -> None:
    """CQ37: Hvilke kommuner indgår i Trekantområdet Danmark ifølge siden? D1-08."""
    rows = _ask(
        register,
        "cooperations/parties",
        "actor role named memberCount",
        cooperation="trekantomraadet-danmark",
        source="trekantomraadet",
    )
    parties = {row for row in rows if row[1] == "concept/role/party"}
    assert parties == {("actor/trekantomraadets-syv-kommuner", "concept/role/party", "false", "7")}
    assert not {actor for actor, *_ in rows if str(actor).endswith("-kommune")}


def test_secretariat_supports_most_cooperations_and_not_all(register: Register) -> None:
    """CQ39: Hvem understøtter samarbejderne i Trekantområdet, og gælder det alle? D1-34, 35."""
    found = _ask(register, "cooperations/secretariat-support", "actorLabel extent all")
    assert found == {("Trekantområdet Danmarks sekretariat", "concept/extent/most", "false")}


# --- agreements --------------------------------------------------------------------------------------


def test_agreement_with_aarhus_universitet_ends_with_2025(register: Register) -> None:
    """CQ03: Hvilken aftale udløber med udgangen af 2025? D2-36, 37."""
    found = _ask(register, "agreements/ending-in", "agreement period latestEnd certain", year="2025")
    assert found == {("agreement/au-2022", "2022-01-01/2025-12-31", "2025-12-31", "true")}


def test_agreement_with_via_has_two_purposes(register: Register) -> None:
    """CQ05: Hvad er formålet med VIA-aftalen? D2-32, 33."""
    found = _ask(register, "agreements/purposes", "purpose beneficiary", agreement="via-2018")
    assert found == {
        ("purpose/via-2018-vaekst-og-velfaerd", "actor/norddjurs-kommune"),
        ("purpose/via-2018-praksisviden", "actor/via-university-college"),
    }
    labels = " ".join(
        sorted(str(label) for label in _only(_ask(register, "agreements/purposes", "purposeLabel")))
    )
    assert all(word in labels for word in ("vækst", "velfærd", "praksis"))


def test_partnership_agreements_build_on_three_things_among_others(register: Register) -> None:
    """CQ35: Hvad bygger partnerskabsaftalerne på? D2-45..48."""
    found = _ask(register, "agreements/foundations", "foundation givenAsExample", text="partnerskabsaftale")
    assert found == {
        ("concept/sdg/17", "true"),
        ("policy-document/plan-og-udviklingsstrategi", "true"),
        ("policy-document/principper-for-baeredygtighed", "true"),
    }


# --- themes ------------------------------------------------------------------------------------------


def test_memo_defines_partnership_agreement(register: Register) -> None:
    """CQ07: Hvordan definerer notatet en partnerskabsaftale? D2-21."""
    ((text,),) = _ask(register, "themes/definitions", "definitionText", term="partnerskabsaftale")
    assert all(word in str(text) for word in ("aftale", "ramme", "samarbejde", "forstå", "forpligt"))


@pytest.mark.parametrize("term", ["formelt partnerskab", "strategisk partnerskab"])
def test_memo_does_not_define_what_it_only_uses(register: Register, term: str) -> None:
    """D2-29b: the two kinds of partnership are used and never defined."""
    assert _ask(register, "themes/definitions", "definition", term=term) == set()


def test_agreement_with_via_has_five_themes(register: Register) -> None:
    """CQ21: Hvilke temaer har VIA-aftalen? D2-56..60."""
    found = _ask(register, "themes/current", "position themeLabel", cooperation="norddjurs-via")
    assert found == {
        ("1", "Afbureaukratisering, borgerinddragelse og samskabelse"),
        ("2", "HR-strategi, talentudvikling og kompetencer"),
        ("3", "Det Grønne område – turismeudvikling"),
        ("4", "Vidensudvikling og evidensbaserede programmer"),
        ("5", "Attraktive praktikforløb og tættere samarbejde med grunduddannelserne"),
    }


def test_four_themes_with_via_are_not_proposed_as_focus(register: Register) -> None:
    """CQ23: Hvilke VIA-temaer er ikke foreslået som fokus? D2-56..61."""
    found = _ask(register, "themes/not-proposed", "position theme", cooperation="norddjurs-via")
    assert found == {(number, f"focus-area/via-tema-{number}") for number in "1345"}


def test_aarhus_universitet_has_three_proposed_focus_areas(register: Register) -> None:
    """CQ25: Hvad er AU-fokus 2024/2025? D2-76..78."""
    found = _ask(
        register, "themes/proposed", "position period content", cooperation="norddjurs-aarhus-universitet"
    )
    assert found == {
        ("1", "2024/2025", "initiative/karrieremesse"),
        ("1", "2024/2025", "initiative/casekonkurrencer"),
        ("2", "2024/2025", "policy-document/klimaplan-2023-2050"),
        ("3", "2024/2025", "post/mobilitetskoordinator"),
    }
    labels = _only(
        _ask(register, "themes/proposed", "focusLabel", cooperation="norddjurs-aarhus-universitet")
    )
    wanted = (("arbejdskraft", "rekruttering"), ("Videns", "forskning"), ("Omverden", "tværgående"))
    assert len(labels) == len(wanted)
    assert all(any(all(word in str(label) for word in words) for label in labels) for words in wanted)


def test_mobility_coordinator_is_mentioned_with_aarhus_universitet(register: Register) -> None:
    """CQ27: Hvilket partnerskab omtaler Mobilitetskoordinatoren? D2-78."""
    found = _ask(register, "themes/mentions", "cooperation focus position", text="mobilitetskoordinator")
    assert found == {("cooperation/norddjurs-aarhus-universitet", "focus-area/au-fokus-3", "3")}


def test_only_the_third_item_of_the_action_plan_changes(register: Register) -> None:
    """CQ29: Hvad er ændret fra handleplan 2021-2024 til 2025-2028? D2-89..96."""
    found = _ask(register, "themes/changes", "position previous change", plan="halmstad-2025-2028")
    items = {row for row in found if row[0]}
    assert items == {
        ("1", "focus-area/halmstad-2021-2024-1", "concept/change/unchanged"),
        ("2", "focus-area/halmstad-2021-2024-2", "concept/change/unchanged"),
        ("3", "focus-area/halmstad-2021-2024-3", "concept/change/changed"),
    }
    purposes = found - items
    assert len(purposes) == 3
    assert {change for _, _, change in purposes} == {"concept/change/unchanged"}
    changed = {
        row
        for row in _ask(register, "themes/changes", "itemLabel previousLabel changeLabel")
        if row[2] == "ændret"
    }
    ((new, old, _),) = changed
    assert "bæredygtig" in str(new)
    assert "bæredygtig" not in str(old)


# --- governance --------------------------------------------------------------------------------------


def test_members_from_via_are_not_stated(register: Register) -> None:
    """CQ15: Hvem sidder i styregruppen fra VIA's side? D2-51..53."""
    found = _ask(
        register, "governance/steering-group-members", "party stated post", cooperation="norddjurs-via"
    )
    assert found == {
        ("actor/via-university-college", "false", None),
        ("actor/norddjurs-kommune", "true", "post/stabschef-norddjurs"),
        ("actor/norddjurs-kommune", "true", "post/udviklingskonsulent-ledelsessekretariatet"),
    }


def test_top_level_meets_once_a_year_in_three_partnerships(register: Register) -> None:
    """CQ17: Hvem mødes én gang årligt på topniveau? D2-50, 68, 81."""
    found = _ask(
        register, "governance/meetings", "cooperation participant", frequency="ANNUAL", participants="post"
    )
    assert found == {
        ("cooperation/norddjurs-via", "post/rektor-via"),
        ("cooperation/norddjurs-via", "post/borgmester-norddjurs"),
        ("cooperation/norddjurs-aarhus-universitet", "post/rektor-au"),
        ("cooperation/norddjurs-aarhus-universitet", "post/borgmester-norddjurs"),
        ("cooperation/norddjurs-halmstad", "post/kommunaldirektoer-norddjurs"),
        ("cooperation/norddjurs-halmstad", "post/kommundirektoer-halmstad"),
    }


def test_contact_is_ongoing_with_two_and_as_needed_with_the_third(register: Register) -> None:
    """CQ19: Hvem er den løbende kontakt? D2-55, 72, 82."""
    found = _ask(register, "governance/contacts", "cooperation frequencyLabel participant")
    assert found == {
        ("cooperation/norddjurs-via", "løbende", "post/kontaktperson-via"),
        ("cooperation/norddjurs-via", "løbende", "actor/ledelsessekretariatet"),
        ("cooperation/norddjurs-aarhus-universitet", "løbende", "post/kontaktperson-au-erhvervsstab"),
        ("cooperation/norddjurs-aarhus-universitet", "løbende", "actor/ledelsessekretariatet"),
        ("cooperation/norddjurs-halmstad", "efter behov", "post/kontaktperson-halmstad"),
        ("cooperation/norddjurs-halmstad", "efter behov", "post/kontaktperson-norddjurs"),
    }


def test_two_new_agreements_come_up_in_autumn_2025(register: Register) -> None:
    """CQ31: Hvad skal behandles i ØK/KB i efteråret 2025? D2-66, 67, 80."""
    values = {"from": "2025-09-01", "within": "P3M"}
    found = _ask(register, "governance/planned-considerations", "considered statusLabel body", **values)
    bodies = ("actor/oekonomiudvalget", "actor/kommunalbestyrelsen")
    assert found == {("agreement/au-kommende", "planlagt", body) for body in bodies} | {
        ("agreement/via-kommende", "foreslået", body) for body in bodies
    }


def test_municipal_council_has_considered_the_renewed_agreement_only(register: Register) -> None:
    """CQ33: Hvilke aftaler har kommunalbestyrelsen behandlet? D2-79, 65, 97, 100."""
    columns = "considered time"
    council = _ask(register, "governance/considered-by", columns, body="kommunalbestyrelsen")
    assert council == {("agreement/au-2022", "2021-23")}
    committee = _ask(register, "governance/considered-by", columns, body="oekonomiudvalget")
    assert committee - council == {
        ("agreement/via-2018", "2018-08"),
        ("cooperation/norddjurs-halmstad", "2023-06"),
    }


# --- what the design asks besides --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "agreements"),
    [
        ("2017-12-31", set()),
        ("2018-06-01", {("au-2018", "false"), ("via-2018", "false")}),
        ("2020-01-01", {("au-2018", "false"), ("via-2018", "false"), ("halmstad-2019", "false")}),
        ("2021-12-31", {("au-2018", "false"), ("via-2018", "false"), ("halmstad-2019", "false")}),
        ("2022-01-01", {("au-2022", "true"), ("via-2018", "false"), ("halmstad-2019", "false")}),
        ("2025-12-31", {("au-2022", "true"), ("via-2018", "false"), ("halmstad-2019", "false")}),
        ("2026-01-01", {("via-2018", "false"), ("halmstad-2019", "false")}),
    ],
)
def test_agreements_of_norddjurs_in_force(
    register: Register, on: str, agreements: set[tuple[str, str]]
) -> None:
    found = _ask(register, "agreements/in-force", "agreement certain", on=on, actor="norddjurs-kommune")
    assert found == {(f"agreement/{name}", certain) for name, certain in agreements}


@pytest.mark.parametrize(
    ("on", "within", "listed"),
    [("2024-12-30", "P12M", False), ("2024-12-30", "P366D", True), ("2024-12-31", "P12M", True)],
)
def test_agreement_runs_out_within_a_time(register: Register, on: str, within: str, listed: bool) -> None:
    found = _ask(register, "agreements/running-out", "agreement successor status", on=on, within=within)
    row = ("agreement/au-2022", "agreement/au-kommende", "concept/status/planned")
    assert (row in found) is listed


def test_mid_term_status_is_overdue_on_the_day_of_the_memo(register: Register) -> None:
    found = _ask(register, "governance/overdue", "consideration latestEnd", on="2024-02-19")
    assert found == {("consideration/au-2022-midtvejsstatus", "2023-11-30")}


def test_agreements_between_the_memo_and_background_rest_on_one_source(register: Register) -> None:
    found = _ask(register, "provenance/one-source-only", "thing source", type="aftale")
    memo = "source/norddjurs-notat-2024"
    assert {("agreement/au-2022", memo), ("agreement/via-2018", memo)} <= found
    assert len({thing for thing, _ in found}) == len(found)


def test_themes_with_via_are_specified_or_dropped(register: Register) -> None:
    found = _ask(register, "themes/continuity", "theme changeLabel dropped", cooperation="norddjurs-via")
    dropped = {(f"focus-area/via-tema-{number}", None, "true") for number in "1345"}
    assert found == dropped | {("focus-area/via-tema-2", "præciseret", "false")}
