"""What the pages of a cooperation and of an agreement tell, in which order."""

from typing import Final

from samspil.server.things.recurring import (
    AGREEMENT,
    IDENTIFIERS,
    IN_FORCE,
    NAMES,
    PLANS,
    PURPOSES,
    REMARKS,
    THEMES,
    TIME,
    considerations,
    meetings,
)
from samspil.server.things.sections import Section, columns

__all__ = ["AGREEMENTS", "COOPERATION"]

COOPERATION: Final = (
    Section(
        "participants",
        "Participants",
        "^org:organization",
        columns(
            {
                "Participant": "org:member",
                "Type": "types org:member",
                "Role": "org:role",
                "Extent": "sam:extent",
                **TIME,
            }
        ),
        when=("sam:period",),
        by="org:member",
        none="Who takes part is not stated.",
    ),
    Section(
        "agreements",
        "Agreements",
        "sam:governedBy|sam:governedBy/^sam:renews",
        columns({**AGREEMENT, "Status": "sam:status", "Renews": "sam:renews"}),
        when=IN_FORCE,
        by="sam:inForceDuring",
        none="An agreement that it rests on is not stated.",
        timeline=True,
    ),
    Section(
        "plans",
        "Action plans",
        "sam:governedBy/^sam:implements",
        PLANS,
        when=IN_FORCE,
        by="sam:inForceDuring",
        timeline=True,
    ),
    Section(
        "themes",
        "Themes and focus areas",
        "^sam:focusOf|sam:governedBy/^sam:implements/^sam:focusOf",
        THEMES,
        when=("sam:period",),
        by="sam:status|sam:position",
        none="What it works on is not stated.",
    ),
    Section(
        "purposes",
        "Purposes",
        "^sam:purposeOf|sam:governedBy/^sam:purposeOf|sam:governedBy/^sam:renews/^sam:purposeOf",
        PURPOSES,
        by="sam:position",
        none="Its purpose is not stated.",
    ),
    meetings("^sam:heldUnder"),
    Section(
        "groups",
        "Units and groups",
        "^org:subOrganizationOf|^sam:coordinates",
        columns({"Name": "", "Type": "types", "Seats": "^org:postIn"}),
    ),
    considerations(
        "^sam:considers|sam:governedBy/^sam:considers|sam:governedBy/^sam:implements/^sam:considers"
        "|sam:governedBy/^sam:renews/^sam:considers"
    ),
    NAMES,
    IDENTIFIERS,
    REMARKS,
)

AGREEMENTS: Final = (
    Section(
        "cooperations",
        "Cooperations that rest on it",
        "^sam:governedBy|sam:renews/^sam:governedBy",
        columns({"Cooperation": "", "Type": "types", "Participants": "others ^org:organization/org:member"}),
    ),
    Section(
        "renewals",
        "What it renews, and what renews it",
        "sam:renews|^sam:renews",
        columns({**AGREEMENT, "Status": "sam:status"}),
        when=IN_FORCE,
        by="sam:inForceDuring",
        timeline=True,
    ),
    Section(
        "plans",
        "Action plans",
        "^sam:implements",
        PLANS,
        when=IN_FORCE,
        by="sam:inForceDuring",
        timeline=True,
    ),
    Section(
        "purposes",
        "Purposes",
        "^sam:purposeOf",
        PURPOSES,
        by="sam:position",
        none="Its purpose is not stated.",
    ),
    Section(
        "themes",
        "Themes and focus areas",
        "^sam:implements/^sam:focusOf",
        THEMES,
        when=("sam:period",),
        by="sam:status|sam:position",
    ),
    considerations("^sam:considers"),
    REMARKS,
)
