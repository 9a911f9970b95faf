"""What a page tells, kind by kind: in which order, along which properties, in which columns.

Items are nodes with passages of their own wherever the model has such nodes: a participation, not the actor that
takes part. What no section tells stands in the table of facts and in the list of what refers to the thing, so that
nothing is left out, and a kind that has no sections has a page too.
"""

from typing import Final

from samspil.server.things.actors import ACTOR
from samspil.server.things.cooperations import AGREEMENTS, COOPERATION
from samspil.server.things.recurring import (
    IDENTIFIERS,
    IN_FORCE,
    NAMES,
    PLANS,
    REMARKS,
    THEMES,
    considerations,
    meetings,
)
from samspil.server.things.sections import Section, columns

__all__ = ["SECTIONS"]

# Kind, as IRIs have it, to the sections of its pages.
SECTIONS: Final[dict[str, tuple[Section, ...]]] = {
    "actor": ACTOR,
    "cooperation": COOPERATION,
    "agreement": AGREEMENTS,
    "action-plan": (
        Section(
            "themes",
            "Themes and focus areas",
            "^sam:focusOf",
            THEMES,
            when=("sam:period",),
            by="sam:status|sam:position",
        ),
        Section(
            "renewals",
            "What it renews, and what renews it",
            "sam:renews|^sam:renews",
            PLANS,
            when=IN_FORCE,
            by="sam:inForceDuring",
            timeline=True,
        ),
        considerations("^sam:considers"),
        NAMES,
    ),
    "policy-document": (NAMES, REMARKS),
    "place": (
        Section(
            "actors",
            "Actors of the place",
            "^dct:spatial",
            columns({"Name": "", "Type": "types"}),
        ),
        IDENTIFIERS,
        REMARKS,
    ),
    "post": (
        Section(
            "seats", "Seats by virtue of it", "^sam:exOfficio", columns({"Seat": "", "In": "org:postIn"})
        ),
        meetings("^sam:participantPost|^sam:exOfficio/^sam:participantPost"),
        REMARKS,
    ),
    "source": (
        Section(
            "passages",
            "Passages, and what each supports",
            "^dct:isPartOf",
            columns(
                {
                    "Passage": "own",
                    "Place": "sam:locator",
                    "Supports": "every ^prov:wasDerivedFrom|^sam:mentionedIn",
                    "As written": "sam:asWritten",
                }
            ),
            by="sam:locator",
        ),
        REMARKS,
    ),
    "passage": (
        Section(
            "states",
            "What is stated here",
            "^prov:wasDerivedFrom",
            columns({"What": "", "Type": "types"}),
        ),
        Section(
            "mentions",
            "What is mentioned here",
            "^sam:mentionedIn",
            columns({"What": "", "Type": "types"}),
        ),
    ),
    "interval": (
        Section(
            "times",
            "What has this time",
            "|".join(
                f"sam:edtf/^{time}"
                for time in (
                    "sam:inForceDuring",
                    "sam:period",
                    "sam:signed",
                    "sam:plannedTime",
                    "sam:actualTime",
                )
            )
            + "|sam:edtf/^dct:issued",
            columns({"What": "", "Type": "types"}),
        ),
    ),
}
