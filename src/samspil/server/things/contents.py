"""What a page tells, kind by kind: in which order, along which properties, in which columns.

Items are nodes with passages of their own wherever the model has such nodes: a participation, not the actor that
takes part. What no section tells stands in the table of facts and in the list of what refers to the thing, so that
nothing is left out, and a kind that has no sections has a page too.
"""

from typing import Final

from samspil.server.things.sections import Section, columns

__all__ = ["SECTIONS"]

_TIME: Final = {"Period": "time", "In force today": "today"}
_IN_FORCE: Final = ("sam:inForceDuring",)
_ORGANS: Final = "^org:subOrganizationOf"  # from an actor to its committees and units, which act for it

_AGREEMENT: Final = {
    "Agreement": "",
    "Kind": "sam:agreementType",
    "Period": "time",
    "Ends": "end",
    "In force today": "today",
}
_THEMES: Final = columns(
    {
        "No.": "sam:position",
        "Theme": "",
        "Status": "sam:status",
        "Period": "time",
        "Continues": "sam:continues",
        "Change": "sam:change",
        "Initiatives": "sam:includesInitiative",
        "Field": "dct:subject",
    }
)
_PURPOSES: Final = columns(
    {
        "No.": "sam:position",
        "Purpose": "",
        "Of": "others sam:purposeOf",
        "To benefit": "sam:beneficiary",
        "Means": "sam:means",
        "Continues": "sam:continues",
    }
)
_PLANS: Final = columns({"Plan": "", "Carries out": "others sam:implements", **_TIME})


def _considerations(path: str) -> Section:
    """Return the section of considerations."""
    shown = columns(
        {
            "Consideration": "",
            "Kind": "sam:considerationType",
            "Matter": "others sam:considers",
            "By": "others sam:consideringBody",
            "Planned": "sam:plannedTime",
            "Took place": "sam:actualTime",
            "Outcome": "sam:outcome",
        }
    )
    return Section(
        "considerations",
        "Considerations",
        path,
        shown,
        when=("sam:actualTime", "sam:plannedTime"),
        by="sam:actualTime|sam:plannedTime",
    )


def _meetings(path: str) -> Section:
    """Return the section of meetings and contacts."""
    shown = columns(
        {
            "Meeting or contact": "",
            "How often": "sam:meetingFrequency",
            "Posts": "sam:participantPost",
            "Bodies": "others sam:participantBody",
            "Cooperation": "others sam:heldUnder",
        }
    )
    return Section("meetings", "Meetings and contact", path, shown)


_REMARKS: Final = Section(
    "remarks",
    "Remarks in the sources",
    "^sam:about|^sam:refersTo",
    columns({"What the source says": "sam:text", "About": "others sam:about"}),
)
_NAMES: Final = Section(
    "names", "Other names and spellings", "skosxl:altLabel", columns({"Name": "named skosxl:literalForm"})
)
_IDENTIFIERS: Final = Section(
    "identifiers",
    "Numbers and codes in other registers",
    "adms:identifier",
    columns({"Register": "named sam:identifierScheme", "Number or code": "number"}),
)

_ACTOR: Final = (
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
                **_TIME,
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
        columns({**_AGREEMENT, "With": "others sam:hasParty", "Renewed by": "^sam:renews"}),
        when=_IN_FORCE,
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
        f"^org:postIn|^sam:onBehalfOf|{_ORGANS}/^org:postIn",
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
        columns({"Owner": "sam:owner", "Share, per cent": "sam:share", **_TIME}),
        when=("sam:period",),
        by="sam:owner",
    ),
    Section(
        "owns",
        "What it owns",
        "^sam:owner",
        columns({"Company": "sam:owned", "Share, per cent": "sam:share", **_TIME}),
        when=("sam:period",),
        by="sam:owned",
        timeline=True,
    ),
    _meetings(
        f"^sam:participantBody|^org:postIn/^sam:participantPost|{_ORGANS}/^sam:participantBody"
        f"|{_ORGANS}/^org:postIn/^sam:participantPost"
    ),
    _considerations(f"^sam:consideringBody|{_ORGANS}/^sam:consideringBody"),
    Section("purposes", "Purposes", "^sam:purposeOf|^sam:beneficiary", _PURPOSES),
    _NAMES,
    _IDENTIFIERS,
    Section(
        "sites",
        "Seat and other sites",
        "org:hasPrimarySite|org:hasSite",
        columns({"Site": "", "Place": "dct:spatial"}),
        none="Where it has its seat is not stated.",
    ),
    _REMARKS,
)

_COOPERATION: Final = (
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
                **_TIME,
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
        columns({**_AGREEMENT, "Status": "sam:status", "Renews": "sam:renews"}),
        when=_IN_FORCE,
        by="sam:inForceDuring",
        none="An agreement that it rests on is not stated.",
        timeline=True,
    ),
    Section(
        "plans",
        "Action plans",
        "sam:governedBy/^sam:implements",
        _PLANS,
        when=_IN_FORCE,
        by="sam:inForceDuring",
        timeline=True,
    ),
    Section(
        "themes",
        "Themes and focus areas",
        "^sam:focusOf|sam:governedBy/^sam:implements/^sam:focusOf",
        _THEMES,
        when=("sam:period",),
        by="sam:status|sam:position",
        none="What it works on is not stated.",
    ),
    Section(
        "purposes",
        "Purposes",
        "^sam:purposeOf|sam:governedBy/^sam:purposeOf|sam:governedBy/^sam:renews/^sam:purposeOf",
        _PURPOSES,
        by="sam:position",
        none="Its purpose is not stated.",
    ),
    _meetings("^sam:heldUnder"),
    Section(
        "groups",
        "Units and groups",
        "^org:subOrganizationOf|^sam:coordinates",
        columns({"Name": "", "Type": "types", "Seats": "^org:postIn"}),
    ),
    _considerations(
        "^sam:considers|sam:governedBy/^sam:considers|sam:governedBy/^sam:implements/^sam:considers"
        "|sam:governedBy/^sam:renews/^sam:considers"
    ),
    _NAMES,
    _IDENTIFIERS,
    _REMARKS,
)

_AGREEMENTS: Final = (
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
        columns({**_AGREEMENT, "Status": "sam:status"}),
        when=_IN_FORCE,
        by="sam:inForceDuring",
        timeline=True,
    ),
    Section(
        "plans",
        "Action plans",
        "^sam:implements",
        _PLANS,
        when=_IN_FORCE,
        by="sam:inForceDuring",
        timeline=True,
    ),
    Section(
        "purposes",
        "Purposes",
        "^sam:purposeOf",
        _PURPOSES,
        by="sam:position",
        none="Its purpose is not stated.",
    ),
    Section(
        "themes",
        "Themes and focus areas",
        "^sam:implements/^sam:focusOf",
        _THEMES,
        when=("sam:period",),
        by="sam:status|sam:position",
    ),
    _considerations("^sam:considers"),
    _REMARKS,
)

# Kind, as IRIs have it, to the sections of its pages.
SECTIONS: Final[dict[str, tuple[Section, ...]]] = {
    "actor": _ACTOR,
    "cooperation": _COOPERATION,
    "agreement": _AGREEMENTS,
    "action-plan": (
        Section(
            "themes",
            "Themes and focus areas",
            "^sam:focusOf",
            _THEMES,
            when=("sam:period",),
            by="sam:status|sam:position",
        ),
        Section(
            "renewals",
            "What it renews, and what renews it",
            "sam:renews|^sam:renews",
            _PLANS,
            when=_IN_FORCE,
            by="sam:inForceDuring",
            timeline=True,
        ),
        _considerations("^sam:considers"),
        _NAMES,
    ),
    "policy-document": (_NAMES, _REMARKS),
    "place": (
        Section(
            "actors",
            "Actors of the place",
            "^dct:spatial",
            columns({"Name": "", "Type": "types"}),
        ),
        _IDENTIFIERS,
        _REMARKS,
    ),
    "post": (
        Section(
            "seats", "Seats by virtue of it", "^sam:exOfficio", columns({"Seat": "", "In": "org:postIn"})
        ),
        _meetings("^sam:participantPost|^sam:exOfficio/^sam:participantPost"),
        _REMARKS,
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
        _REMARKS,
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
