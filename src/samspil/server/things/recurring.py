"""Sections and columns that the pages of several kinds of thing have."""

from typing import Final

from samspil.server.things.sections import Section, columns

__all__ = [
    "AGREEMENT",
    "IDENTIFIERS",
    "IN_FORCE",
    "NAMES",
    "ORGANS",
    "PLANS",
    "PURPOSES",
    "REMARKS",
    "THEMES",
    "TIME",
    "considerations",
    "meetings",
]

TIME: Final = {"Period": "time", "In force today": "today"}
IN_FORCE: Final = ("sam:inForceDuring",)
ORGANS: Final = "^org:subOrganizationOf"  # from an actor to its committees and units, which act for it

AGREEMENT: Final = {
    "Agreement": "",
    "Kind": "sam:agreementType",
    "Period": "time",
    "Ends": "end",
    "In force today": "today",
}
THEMES: Final = columns(
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
PURPOSES: Final = columns(
    {
        "No.": "sam:position",
        "Purpose": "",
        "Of": "others sam:purposeOf",
        "To benefit": "sam:beneficiary",
        "Means": "sam:means",
        "Continues": "sam:continues",
    }
)
PLANS: Final = columns({"Plan": "", "Carries out": "others sam:implements", **TIME})


def considerations(path: str) -> Section:
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


def meetings(path: str) -> Section:
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


REMARKS: Final = Section(
    "remarks",
    "Remarks in the sources",
    "^sam:about|^sam:refersTo",
    columns({"What the source says": "sam:text", "About": "others sam:about"}),
)
NAMES: Final = Section(
    "names", "Other names and spellings", "skosxl:altLabel", columns({"Name": "named skosxl:literalForm"})
)
IDENTIFIERS: Final = Section(
    "identifiers",
    "Numbers and codes in other registers",
    "adms:identifier",
    columns({"Register": "named sam:identifierScheme", "Number or code": "number"}),
)
