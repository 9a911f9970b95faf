"""What the map says beside the words of the data: Danish and English side by side."""

from typing import Final, TypeAlias

__all__ = ["LANGUAGES", "WORDS", "Pair", "counted", "filled"]

LANGUAGES: Final = ("da", "en")

# One text in both languages, in the order of LANGUAGES.
Pair: TypeAlias = tuple[str, str]

# Name of a text on the page to the text.
WORDS: Final[dict[str, Pair]] = {
    "who_with_whom": ("Hvem samarbejder med hvem", "Who works with whom"),
    "most_tied": (
        "{name} har flest forbindelser på kortet: {ties} ud af {all}",
        "{name} has the most relations on the map: {ties} of {all}",
    ),
    "lead": (
        "Kortet viser {actors}, {hubs} med andet end to parter og {relations}, som de står i kilderne.",
        "The map shows {actors}, {hubs} of other than two parties and {relations}, as sources state them.",
    ),
    "map_label": (
        "Kort over {actors}, {hubs} og {relations}. Det samme indhold står i tabellerne under kortet.",
        "Map of {actors}, {hubs} and {relations}. The tables under the map have the same content.",
    ),
    "empty": (
        "Kortet er tomt: ingen kilde nævner en aktør. Læg en kilde i mappen data, og dan kortet igen.",
        "The map is empty: no source mentions an actor. Put one in the folder data and make the map again.",
    ),
    "skip": ("Gå til tabellerne", "Skip to the tables"),
    "find": ("Find en aktør eller et samarbejde", "Find an actor or a cooperation"),
    "show": ("Vis", "Show"),
    "found_nothing": ("Intet på kortet hedder »{text}«.", "Nothing on the map is called “{text}”."),
    "whole": ("Vis hele kortet", "Show the whole map"),
    "closer": ("Zoom ind", "Zoom in"),
    "farther": ("Zoom ud", "Zoom out"),
    "tools": ("Værktøj til kortet", "Tools for the map"),
    "wheel": (
        "Klik i kortet, før du zoomer med musehjulet. Træk for at flytte det.",
        "Click in the map before you zoom with the wheel. Drag to move it.",
    ),
    "legend": ("Sådan læses kortet", "How to read the map"),
    "legend_lines": ("Streger: hvad aktørerne har sammen", "Lines: what the actors have together"),
    "legend_shapes": ("Figurer: hvem aktørerne er", "Shapes: who the actors are"),
    "legend_hub": (
        "samarbejde med andet end to parter; farven er samarbejdets",
        "cooperation of other than two parties; the colour is that of the cooperation",
    ),
    "details": ("Det valgte", "The chosen"),
    "details_empty": (
        "Vælg en figur eller en streg på kortet, et navn i tabellerne, eller søg. "
        "Så står her, hvem den er knyttet til, og hvor det står.",
        "Choose a shape or a line on the map, a name in the tables, or search. "
        "Then you can read here whom it is tied to, and where it is stated.",
    ),
    "ties": ("Forbindelser", "Relations"),
    "parties": ("Parter", "Parties"),
    "between": ("Mellem", "Between"),
    "unknown": ("Ikke oplyst", "Not stated"),
    "no_parties": ("parter ikke oplyst", "parties not stated"),
    "none": ("Ingen på kortet", "None on the map"),
    "unsourced": ("Kilde ikke oplyst", "Source not stated"),
    "one_source": ("1 sted i kilderne", "1 passage in the sources"),
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
    "script_off": (
        "Kortet tegnes med JavaScript. Tabellerne herunder viser det samme uden.",
        "The map is drawn with JavaScript. The tables below show the same without it.",
    ),
}

# Name of what is counted to one and many of it, in both languages.
_COUNTED: Final[dict[str, tuple[Pair, Pair]]] = {
    "actors": (("aktør", "actor"), ("aktører", "actors")),
    "hubs": (("samarbejde", "cooperation"), ("samarbejder", "cooperations")),
    "relations": (("forbindelse", "relation"), ("forbindelser", "relations")),
    "passages": (("sted", "passage"), ("steder", "passages")),
}


def counted(name: str, number: int) -> Pair:
    """Return a number with its noun: "1 aktør", "2 aktører"."""
    danish, english = _COUNTED[name][0 if number == 1 else 1]
    return (f"{number} {danish}", f"{number} {english}")


def filled(name: str, /, **pairs: Pair) -> Pair:
    """Return a text with its gaps filled, each language with its own words."""
    danish, english = ({key: pair[index] for key, pair in pairs.items()} for index in range(len(LANGUAGES)))
    return (WORDS[name][0].format_map(danish), WORDS[name][1].format_map(english))
