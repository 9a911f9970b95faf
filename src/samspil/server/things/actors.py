"""What the page of an actor tells, in which order."""

from typing import Final

from samspil.server.things.recurring import (
    AGREEMENT,
    IDENTIFIERS,
    IN_FORCE,
    NAMES,
    ORGANS,
    PURPOSES,
    REMARKS,
    TIME,
    considerations,
    meetings,
)
from samspil.server.things.sections import Section, columns

__all__ = ["ACTOR"]

ACTOR: Final = (
    Section(
        "cooperations",
        "Cooperations",
        "^org:member",
        columns(
            {
                "Cooperation": "org:organization",
                "Type": "types org:organization",
                "With": "others org:organization/^org:organization/org:member",
                "Role": "org:role",
                **TIME,
            }
        ),
        when=(
            "sam:period",
            "org:organization/sam:period",
            "org:organization/sam:governedBy/sam:inForceDuring",
        ),
        by="org:organization",
        none="No source in the register states a cooperation that it takes part in.",
        timeline=True,
    ),
    Section(
        "carries",
        "Cooperations that it carries out",
        "^sam:carriedOutBy",
        columns({"Cooperation": "", "Type": "types", "Participants": "others ^org:organization/org:member"}),
    ),
    Section(
        "agreements",
        "Agreements",
        "^sam:hasParty",
        columns({**AGREEMENT, "With": "others sam:hasParty", "Renewed by": "^sam:renews"}),
        when=IN_FORCE,
        by="sam:inForceDuring",
        timeline=True,
    ),
    Section(
        "groups",
        "Units and groups",
        "^org:subOrganizationOf|org:hasUnit",
        columns({"Name": "", "Type": "types"}),
    ),
    Section(
        "posts",
        "Posts and seats",
        f"^org:postIn|^sam:onBehalfOf|{ORGANS}/^org:postIn",
        columns(
            {
                "Post": "",
                "Type": "types",
                "In": "others org:postIn",
                "By virtue of": "sam:exOfficio",
                "On behalf of": "others sam:onBehalfOf",
            }
        ),
    ),
    Section(
        "owners",
        "Owners",
        "^sam:owned",
        columns({"Owner": "sam:owner", "Share, per cent": "sam:share", **TIME}),
        when=("sam:period",),
        by="sam:owner",
    ),
    Section(
        "owns",
        "What it owns",
        "^sam:owner",
        columns({"Company": "sam:owned", "Share, per cent": "sam:share", **TIME}),
        when=("sam:period",),
        by="sam:owned",
        timeline=True,
    ),
    meetings(
        f"^sam:participantBody|^org:postIn/^sam:participantPost|{ORGANS}/^sam:participantBody"
        f"|{ORGANS}/^org:postIn/^sam:participantPost"
    ),
    considerations(f"^sam:consideringBody|{ORGANS}/^sam:consideringBody"),
    Section("purposes", "Purposes", "^sam:purposeOf|^sam:beneficiary", PURPOSES),
    NAMES,
    IDENTIFIERS,
    Section(
        "sites",
        "Seat and other sites",
        "org:hasPrimarySite|org:hasSite",
        columns({"Site": "", "Place": "dct:spatial"}),
        none="Where it has its seat is not stated.",
    ),
    REMARKS,
)
