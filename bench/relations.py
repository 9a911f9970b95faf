"""The made-up cooperations, and all that sources say of one: who takes part, what was agreed, what it is about."""

from itertools import pairwise
from typing import Final

from bench.actors import Actor, Actors
from bench.invention import Invention
from bench.matters import Governance, Matters
from bench.series import Cooperation, Series
from bench.sheet import Sheet, concept, labels, period, thing

__all__ = ["Relations"]

# Class of a cooperation to how many of a hundred are of it.
_KINDS: Final = [
    kind
    for kind, share in {
        "FormalPartnership": 25,
        "StrategicPartnership": 20,
        "StrategicCooperation": 10,
        "FunctionalCooperation": 15,
        "Cooperation": 25,
        "PoliticalCooperation": 3,
        "AdministrativeCooperation": 2,
    }.items()
    for _ in range(share)
]
# What only municipalities are parties to.
_MUNICIPAL: Final = {"StrategicCooperation", "FunctionalCooperation"}


# How many of the cooperations are named again by a later source, with nothing more than their name.
_AGAIN: Final = 0.15


class Relations:
    """Writes cooperations into sources, with the actors that all sources share."""

    def __init__(self, invent: Invention, actors: Actors) -> None:
        """Begin without cooperations."""
        self._invent, self._actors, self._series = invent, actors, Series()
        self._matters = Matters(invent, self._series)
        self._governance = Governance(invent, self._series, actors)
        self._before: list[tuple[str, tuple[str, ...]]] = []

    def write_cooperation(self, sheet: Sheet) -> None:
        """Write one cooperation with all that is said of it, some 150 statements."""
        made = self._cooperation(sheet)
        for number, party in enumerate(made.parties):
            self._participation(made, party, made.rich and number == 1, sheet)
        agreements, plans = self._agreements(made, sheet)
        areas = self._matters.write_focus_areas(made, plans, sheet)
        self._governance.write(made, agreements, sheet)
        for about in (made.iri, *agreements[:1], *areas[:1]):
            if self._invent.chance(0.5):
                self._matters.write_remark(made, about, sheet)
        if self._invent.chance(0.05):
            self._matters.write_definition(made, sheet)

    def _cooperation(self, sheet: Sheet) -> Cooperation:
        """Write the cooperation itself."""
        slug, wanted = self._series.next_typed("cooperation")
        kind = wanted or self._invent.one(_KINDS)
        parties = self._parties(kind in _MUNICIPAL, rich=bool(wanted), sheet=sheet)
        one, other = parties[0].name, parties[1].name
        name = f"{one} og {other} ({slug})", f"{one} and {other} ({slug})"
        made = Cooperation(thing("cooperation", slug), slug, kind, name, parties, rich=bool(wanted))
        example = ["sam:givenAsExample true"] if self._invent.chance(0.3) else []
        said = f"a sam:{kind}", *labels(*name)
        sheet.say(made.iri, *said, sheet.mentioned_in(), *example)
        if self._invent.chance(0.1):
            self._actors.write_company(made.iri, slug, parties, sheet)
        if self._before and self._invent.chance(_AGAIN):
            again, said_before = self._invent.one(self._before)
            sheet.say(again, *said_before, sheet.mentioned_in())
        self._before.append((made.iri, said))
        return made

    def _parties(self, municipal: bool, rich: bool, sheet: Sheet) -> list[Actor]:
        """Return two to twenty actors; the first municipality is among those of a rich cooperation."""
        parties: dict[str, Actor] = {}
        if rich:
            first = self._actors.first(sheet)
            parties[first.slug] = first
        size = self._invent.size(2, 20)
        for _ in range(size):
            actor = self._actors.draw(sheet, municipal)
            parties[actor.slug] = actor
        while len(parties) < 2:
            actor = self._actors.draw(sheet, municipal)
            parties[actor.slug] = actor
        return list(parties.values())

    def _participation(self, made: Cooperation, party: Actor, secretariat: bool, sheet: Sheet) -> None:
        """Write how one party takes part."""
        role = (
            "secretariat"
            if secretariat
            else self._invent.one(("member", "lead", "contributor", "secretariat"))
        )
        more = [f"org:role {concept('role', role)}"] if secretariat or self._invent.chance(0.25) else []
        extent = [f"sam:extent {concept('extent', self._invent.one(('all', 'most')))}"] if secretariat else []
        when = [period("sam:period", self._invent.period(self._invent.year()))]
        sheet.say(
            thing("participation", f"{made.slug}-{party.slug}"),
            "a sam:Participation",
            *labels(f"{party.name} i {made.slug}", f"{party.name} in {made.slug}"),
            f"org:member {party.iri}",
            f"org:organization {made.iri}",
            f"org:role {concept('role', 'party')}",
            *more,
            *extent,
            *(when if self._invent.chance(0.3) else []),
            *sheet.stated(),
        )

    def _agreements(self, made: Cooperation, sheet: Sheet) -> tuple[list[str], list[str]]:
        """Write a chain of agreements, each renewing the one before, the last perhaps still planned; and plans."""
        if made.kind != "FormalPartnership" and not self._invent.chance(0.2):
            return [], []
        year, chain = self._invent.year(), []
        for _ in range(self._invent.size(1, 5) + made.rich):
            chain.append((thing("agreement", self._series.next("agreement")), year))
            year = min(year + 1 + self._invent.below(4), 2031)
        renewed = {new: old for (old, _), (new, _) in pairwise(chain)}
        for agreement, start in chain:
            last = len(chain) > 1 and agreement == chain[-1][0]
            self._agreement(made, agreement, start, renewed.get(agreement), last, sheet)
        planned = made.rich or self._invent.chance(0.4)
        plans = [self._action_plan(made, *chain[-1], sheet)] if planned else []
        return [agreement for agreement, _ in chain], plans

    def _agreement(
        self, made: Cooperation, agreement: str, year: int, renewed: str | None, last: bool, sheet: Sheet
    ) -> None:
        """Write one agreement of a chain."""
        invent = self._invent
        status = [f"sam:status {concept('status', 'planned')}"] if last and invent.chance(0.4) else []
        signed = [period("sam:signed", f"{year}-10-{1 + invent.below(28):02}")] if invent.chance(0.3) else []
        name = made.name[0].partition(" (")[0], made.name[1].partition(" (")[0]
        sheet.say(made.iri, f"sam:governedBy {agreement}")
        sheet.say(
            agreement,
            "a sam:Agreement",
            *labels(f"Aftalen mellem {name[0]}, {year}", f"The agreement between {name[1]}, {year}"),
            *[f"sam:hasParty {party.iri}" for party in made.parties],
            f"sam:agreementType {concept('agreement-type', 'partnership-agreement')}",
            *([period("sam:inForceDuring", invent.period(year))] if invent.chance(0.85) else []),
            *([f"sam:renews {renewed}"] if renewed else []),
            *status,
            *signed,
            *sheet.stated(),
        )
        if made.rich or invent.chance(0.3):
            self._matters.write_purpose(agreement, made, sheet)
        if invent.chance(0.1):
            self._matters.write_foundation(agreement, sheet)

    def _action_plan(self, made: Cooperation, agreement: str, year: int, sheet: Sheet) -> str:
        """Write the action plan of an agreement and return its IRI."""
        plan = thing("action-plan", self._series.next("action-plan"))
        sheet.say(
            plan,
            "a sam:ActionPlan",
            *labels(f"Handlingsplan {year} for {made.slug}", f"Action plan {year} for {made.slug}"),
            f"sam:implements {agreement}",
            period("sam:inForceDuring", f"{year}/{year + 3}"),
            *sheet.stated(),
        )
        return plan
