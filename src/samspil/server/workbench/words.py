"""The texts that the script says, in English as in every catalogue; the page hands them over in its language."""

from __future__ import annotations

from typing import Final

from samspil.server.catalogues import translations

__all__ = ["TEXTS", "script_words"]

# A gap in braces is filled by the script.
TEXTS: Final = (
    # Asking
    "Asking …",
    "The query was stopped.",
    "The server cannot be reached. Try again.",
    "{n} rows in {time}",
    "1 row in {time}",
    "No rows in {time}",
    "{n} triples in {time}",
    "1 triple in {time}",
    "Answered in {time}",
    "{n} ms",
    "{n} s",
    "The answer was cut off: the server gives at most so much at a time. Ask for less, or take the whole register.",
    "None. Nothing in the register fits the query.",
    "Yes",
    "No",
    # Writing
    "Line {line}: this is not SPARQL yet.",
    "Line {line}: this is not SPARQL yet. Expected: {expected}.",
    "Suggestions",
    "used {n} times",
    "used once",
    "prefix",
    "variable",
    "No question has these words.",
    # Views
    "Views of the answer",
    "Table",
    "Chart",
    "Network",
    "As it came",
    "Answer",
    "Find in the answer",
    "{shown} of {n} rows",
    "Sort by {column}",
    "Not stated",
    "Previous",
    "Next",
    "Page {page} of {pages}",
    "Pages of the table",
    "subject",
    "predicate",
    "object",
    "Bars",
    "Line",
    "Kind",
    "Names",
    "Numbers",
    "Chart of {numbers} by {names}. The table has the same numbers.",
    "The chart shows the first {n} rows.",
    "{nodes} nodes and {lines} lines. The table has the same.",
    "The network shows the first {n} lines.",
    "Open as a map",
    "with search, filters and sources",
    "Media type",
    "Size",
    "Time",
    "Only the beginning is shown. Download the answer to see all of it.",
    # Taking along
    "Download:",
    "CSV for Danish Excel",
    "as shown",
    "Copy",
    "Copied.",
    "The link is copied: {link}",
    "Copy this link: {link}",
    "Language",
    "Code",
)


def script_words(lang: str) -> dict[str, str]:
    """Return what the script says, by its English."""
    say = translations(lang).gettext
    return {text: say(text) for text in TEXTS}
