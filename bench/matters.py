"""What made-up cooperations are about, and how they are run: themes, purposes, meetings, considerations, remarks."""

from collections.abc import Sequence
from typing import Final

from bench.actors import Actors
from bench.invention import Invention
from bench.series import Cooperation, Series
from bench.sheet import Sheet, concept, labels, period, thing

__all__ = ["Governance", "Matters"]

_FREQUENCIES: Final = ("CONT", "ANNUAL", "ANNUAL_2", "IRREG", "QUARTERLY", "MONTHLY")
_CHANGES: Final = ("unchanged", "specified", "changed")
_FIELDS: Final = ("labour-market", "culture", "planning", "green-transition")
_SUBJECTS: Final = (
    ("Grøn omstilling", "Green transition"),
    ("Arbejdsmarked og kompetencer", "Labour market and competences"),
    ("Turisme og oplevelser", "Tourism and experiences"),
    ("Borgerinddragelse og samskabelse", "Citizen involvement and co-creation"),
    ("Fælles kommuneplan", "Joint municipal plan"),
    ("Havne og infrastruktur", "Ports and infrastructure"),
    ("Praktik og uddannelse", "Placements and education"),
    ("Sundhed og forebyggelse", "Health and prevention"),
)


class Matters:
    """Writes what a cooperation, an agreement or a plan is about."""

    def __init__(self, invent: Invention, series: Series) -> None:
        """Take the choices and the numbers that all share."""
        self._invent, self._series = invent, series

    def write_purpose(self, of: str, made: Cooperation, sheet: Sheet) -> None:
        """Write what something is for."""
        slug = self._series.next("purpose")
        da, en = self._invent.one(_SUBJECTS)
        sheet.say(
            thing("purpose", slug),
            "a sam:Purpose",
            *labels(f"{da} ({slug})", f"{en} ({slug})"),
            f"sam:purposeOf {of}",
            f"sam:beneficiary {made.parties[-1].iri}",
            *sheet.stated(),
        )

    def write_foundation(self, of: str, sheet: Sheet) -> None:
        """Write what an agreement builds on: the one goal of sustainable development that the concepts have."""
        slug = self._series.next("foundation")
        sheet.say(
            thing("foundation", slug),
            "a sam:Foundation",
            *labels(f"Verdensmål 17 som grundlag ({slug})", f"Goal 17 as a foundation ({slug})"),
            f"sam:foundationOf {of}",
            f"sam:buildsOn {concept('sdg', '17')}",
            "sam:givenAsExample true",
            *sheet.stated(),
        )

    def write_focus_areas(self, made: Cooperation, plans: Sequence[str], sheet: Sheet) -> list[str]:
        """Write the themes of a cooperation, and the proposals, perhaps of a plan, that continue some of them."""
        themes = self._invent.size(1, 6) - 1 + 2 * made.rich
        current = [
            self._focus_area(made, made.iri, position, None, sheet) for position in range(1, themes + 1)
        ]
        proposed = [
            self._focus_area(made, self._invent.one((made.iri, *plans)), position, area, sheet)
            for position, area in enumerate(current, 1)
            if self._invent.chance(0.3) or (made.rich and position == 1)
        ]
        return current + proposed

    def _focus_area(
        self, made: Cooperation, of: str, position: int, continued: str | None, sheet: Sheet
    ) -> str:
        """Write one theme and return its IRI."""
        slug = self._series.next("focus-area")
        da, en = self._invent.one(_SUBJECTS)
        area, change = thing("focus-area", slug), concept("change", self._invent.one(_CHANGES))
        status = "proposed" if continued else self._invent.one(("current", "current", "current", "proposed"))
        about = [f"dct:subject {concept('policy-field', self._invent.one(_FIELDS))}"]
        sheet.say(
            area,
            "a sam:FocusArea",
            *labels(f"{da} i {made.slug} ({slug})", f"{en} in {made.slug} ({slug})"),
            f"sam:focusOf {of}",
            f"sam:position {position}",
            f"sam:status {concept('status', status)}",
            *([f"sam:continues {continued}", f"sam:change {change}"] if continued else []),
            *([period("sam:period", self._invent.period(self._invent.year()))] if continued else []),
            *(about if self._invent.chance(0.5) else []),
            *([self._initiative(sheet)] if self._invent.chance(0.2) else []),
            *([f"sam:refersTo {concept('sdg', '17')}"] if self._invent.chance(0.1) else []),
            *sheet.stated(),
        )
        return area

    def _initiative(self, sheet: Sheet) -> str:
        """Write an initiative, and return what is said of the theme that holds it."""
        slug = self._series.next("initiative")
        sheet.say(
            thing("initiative", slug),
            "a sam:Initiative",
            *labels(f"Mobilitetskoordinator ({slug})", f"Mobility coordinator ({slug})"),
            "sam:givenAsExample true",
            *sheet.stated(),
        )
        return f"sam:includesInitiative {thing('initiative', slug)}"

    def write_definition(self, made: Cooperation, sheet: Sheet) -> None:
        """Write how a source defines the class of a cooperation, with that one as its example."""
        sheet.say(
            thing("term-definition", self._series.next("term-definition")),
            "a sam:TermDefinition",
            *labels(f"Definitionen i {made.slug}", f"The definition in {made.slug}"),
            f"sam:definedTerm sam:{made.kind}",
            f"sam:exemplifiedBy {made.iri}",
            *labels("Et samarbejde som det nævnte", "A cooperation like the one named", "skos:definition"),
            *sheet.stated(),
        )

    def write_remark(self, made: Cooperation, about: str, sheet: Sheet) -> None:
        """Write what a source says that has no form of its own."""
        slug = self._series.next("remark")
        da, en = self._invent.one(_SUBJECTS)
        sheet.say(
            thing("remark", slug),
            "a sam:Remark",
            *labels(f"Bemærkning {slug}", f"Remark {slug}"),
            f"sam:about {about}",
            f"sam:about {made.parties[0].iri}",
            *labels(
                f"Parterne i {made.slug} lægger vægt på {da.lower()} i de kommende år.",
                f"The parties of {made.slug} emphasise {en.lower()} in the years to come.",
                "sam:text",
            ),
            *sheet.stated(),
        )


class Governance:
    """Writes who meets, who sits where, and who considers what."""

    def __init__(self, invent: Invention, series: Series, actors: Actors) -> None:
        """Take the choices, the numbers and the actors that all share."""
        self._invent, self._series, self._actors = invent, series, actors

    def write(self, made: Cooperation, agreements: Sequence[str], sheet: Sheet) -> None:
        """Write the steering group, the meetings and the considerations of a cooperation, where it has them."""
        invent = self._invent
        if made.rich or invent.chance(0.3):
            self._steering_group(made, sheet)
        for _ in range(invent.below(3)):
            self._meeting(made, sheet)
        if agreements:
            for _ in range(1 + invent.below(2)):
                self._consideration(made, invent.one(agreements), sheet)

    def _steering_group(self, made: Cooperation, sheet: Sheet) -> None:
        """Write a steering group and the seats in it."""
        group = thing("actor", f"styregruppe-{made.slug}")
        sheet.say(
            group,
            "a sam:SteeringGroup",
            *labels(f"Styregruppen for {made.slug}", f"The steering group of {made.slug}"),
            f"org:subOrganizationOf {made.iri}",
            sheet.mentioned_in(),
        )
        for party in made.parties[:2]:
            sheet.say(
                thing("seat", f"{made.slug}-{party.slug}"),
                "a sam:Seat",
                *labels(f"{party.name} i {made.slug}", f"{party.name} in {made.slug}"),
                f"org:postIn {group}",
                f"sam:exOfficio {self._actors.mayor(party)}",
                f"sam:onBehalfOf {party.iri}",
                sheet.mentioned_in(),
                *sheet.stated(),
            )

    def _meeting(self, made: Cooperation, sheet: Sheet) -> None:
        """Write who meets how often."""
        slug = self._series.next("meeting-arrangement")
        sheet.say(
            thing("meeting-arrangement", slug),
            "a sam:MeetingArrangement",
            *labels(f"Møder i {made.slug} ({slug})", f"Meetings of {made.slug} ({slug})"),
            f"sam:heldUnder {made.iri}",
            f"sam:meetingFrequency frequency:{self._invent.one(_FREQUENCIES)}",
            *[f"sam:participantPost {self._actors.mayor(party)}" for party in made.parties[:2]],
            *sheet.stated(),
        )

    def _consideration(self, made: Cooperation, matter: str, sheet: Sheet) -> None:
        """Write that a council considers a matter, planned or done."""
        slug = self._series.next("consideration")
        invent = self._invent
        planned = [period("sam:plannedTime", invent.moment())]
        actual = [period("sam:actualTime", invent.moment())]
        done = invent.chance(0.5)
        outcome = [f"sam:outcome {concept('outcome', invent.one(('adopted', 'noted', 'rejected')))}"]
        sheet.say(
            thing("consideration", slug),
            "a sam:Consideration",
            *labels(f"Behandling i {made.slug} ({slug})", f"Consideration in {made.slug} ({slug})"),
            f"sam:considers {matter}",
            f"sam:consideringBody {self._actors.council(sheet)}",
            f"sam:considerationType {concept('consideration-type', 'political-consideration')}",
            *(planned if not done or invent.chance(0.4) else []),
            *(actual if done else []),
            *(outcome if done and invent.chance(0.5) else []),
            *sheet.stated(),
        )
