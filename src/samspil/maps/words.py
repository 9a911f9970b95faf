"""What the map says beside the words of the data: Danish and English side by side."""

from typing import Final, TypeAlias

from samspil.maps.measurewords import MEASURE_WORDS
from samspil.maps.pagewords import PAGE_WORDS
from samspil.maps.panelwords import PANEL_WORDS
from samspil.maps.tablewords import TABLE_WORDS

__all__ = ["LANGUAGES", "WORDS", "Pair", "counted", "filled", "numeral"]

LANGUAGES: Final = ("da", "en")

# One text in both languages, in the order of LANGUAGES.
Pair: TypeAlias = tuple[str, str]

# Name of a text on the page to the text.
WORDS: Final[dict[str, Pair]] = {
    # the panels beside the map (search.js, legend.js, filters.js and the like)
    **PANEL_WORDS,
    **MEASURE_WORDS,
    # the tables, the print and what is taken away (tables.js, print.js, takeaway.js)
    **TABLE_WORDS,
    # the page around the map and what stands on it (main.js, canvas.js, notices.js, view.js, walker.js)
    **PAGE_WORDS,
    # the page itself
    "who_with_whom": ("Hvem samarbejder med hvem", "Who works with whom"),
    "most_tied": (
        "{name} har flest forbindelser på kortet: {ties} ud af {all}",
        "{name} has the most relations on the map: {ties} of {all}",
    ),
    "lead": (
        "Kortet viser {actors} og {relations}, som de står i kilderne. Et samarbejde er én forbindelse, uanset hvor "
        "mange der er med.",
        "The map shows {actors} and {relations}, as the sources state them. A cooperation is one relation, however "
        "many take part.",
    ),
    "map_label": (
        "Kort over {actors} og {relations}. Det samme indhold står i tabellerne under kortet.",
        "Map of {actors} and {relations}. The tables under the map have the same content.",
    ),
    "empty": (
        "Kortet er tomt: der er ingen aktører at vise. Læg en kilde i mappen data, eller ret den forespørgsel, som "
        "kortet er dannet af, og dan kortet igen.",
        "The map is empty: there are no actors to show. Put a source in the folder data, or correct the query that "
        "the map is made of, and make the map again.",
    ),
    "skip": ("Gå til tabellerne", "Skip to the tables"),
    "find": ("Find en aktør eller et samarbejde", "Find an actor or a cooperation"),
    "found_nothing": ("Intet på kortet hedder »{text}«.", "Nothing on the map is called “{text}”."),
    "whole": ("Vis hele kortet", "Show the whole map"),
    "closer": ("Zoom ind", "Zoom in"),
    "farther": ("Zoom ud", "Zoom out"),
    "tools": ("Værktøj til kortet", "Tools for the map"),
    "legend": ("Sådan læses kortet", "How to read the map"),
    "legend_lines": ("Streger: hvad aktørerne har sammen", "Lines: what the actors have together"),
    "legend_shapes": ("Figurer: hvem aktørerne er", "Shapes: who the actors are"),
    "legend_hub": (
        "samarbejde med andet end to parter; farven er samarbejdets",
        "cooperation of other than two parties; the colour is that of the cooperation",
    ),
    "details": ("Det valgte", "The chosen"),
    "ties": ("Forbindelser", "Relations"),
    "parties": ("Parter", "Parties"),
    "between": ("Mellem", "Between"),
    "unknown": ("Ikke oplyst", "Not stated"),
    "no_parties": ("parter ikke oplyst", "parties not stated"),
    "none": ("Ingen på kortet", "None on the map"),
    "unsourced": ("Kilde ikke oplyst", "Source not stated"),
    "sources": ("{n} steder i kilderne", "{n} passages in the sources"),
    "tables": ("Det samme som tabeller", "The same as tables"),
    "relations": ("Forbindelser på kortet", "Relations on the map"),
    "actors": ("Aktører og samarbejder på kortet", "Actors and cooperations on the map"),
    "from": ("Fra", "From"),
    "type": ("Art", "Type"),
    "to": ("Til", "To"),
    "name": ("Navn", "Name"),
    "source": ("Kilde", "Source"),
    "count": ("Forbindelser", "Relations"),
    "offline": (
        "Filen henter intet fra nettet og sender intet.",
        "This file fetches nothing from the network and sends nothing.",
    ),
    "old_browser": (
        "Denne browser er for gammel til at åbne kortet. Åbn filen i en nyere Edge, Chrome, Firefox eller Safari "
        "(fra 2023 eller senere).",
        "This browser is too old to open the map. Open the file in a newer Edge, Chrome, Firefox or Safari "
        "(of 2023 or later).",
    ),
    "script_off": (
        "Kortet tegnes med JavaScript. Tabellerne herunder viser det samme uden.",
        "The map is drawn with JavaScript. The tables below show the same without it.",
    ),
    # the page without its script (tables.py)
    "tables_long": (
        "Kortet har {relations}, for mange til en tabel uden JavaScript. Slå JavaScript til, eller tag tallene med "
        "kommandoen »samspil export netvaerk.csv«.",
        "The map has {relations}, too many for a table without JavaScript. Turn JavaScript on, or take the "
        "numbers with the command “samspil export network.csv”.",
    ),
}

# Name of what is counted to one and many of it, in both languages.
_COUNTED: Final[dict[str, tuple[Pair, Pair]]] = {
    "actors": (("aktør", "actor"), ("aktører", "actors")),
    "relations": (("forbindelse", "relation"), ("forbindelser", "relations")),
    "passages": (("sted", "passage"), ("steder", "passages")),
}


def counted(name: str, number: int) -> Pair:
    """Return a number with its noun: "1 aktør", "2 aktører"."""
    danish, english = _COUNTED[name][0 if number == 1 else 1]
    figures = numeral(number)
    return (f"{figures[0]} {danish}", f"{figures[1]} {english}")


def numeral(number: int) -> Pair:
    """Return a whole number as each language writes it: 1.616 in Danish, 1,616 in English."""
    english = f"{number:,}"
    return (english.replace(",", "."), english)


def filled(name: str, /, **pairs: Pair) -> Pair:
    """Return a text with its gaps filled, each language with its own words."""
    danish, english = ({key: pair[index] for key, pair in pairs.items()} for index in range(len(LANGUAGES)))
    return (WORDS[name][0].format_map(danish), WORDS[name][1].format_map(english))
