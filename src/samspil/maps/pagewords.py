"""What the page says around the map and on it: tabs, keys, places, communities and notices."""

from typing import Final

__all__ = ["PAGE_WORDS"]

# Name of a text to the text in Danish and English.
PAGE_WORDS: Final[dict[str, tuple[str, str]]] = {
    "panel": ("Om kortet og det valgte", "About the map and what is chosen"),
    "tab_filter": ("Tegn og filter", "Key and filter"),
    "tab_details": ("Detaljer", "Details"),
    "tab_path": ("Vej", "Path"),
    "tab_measures": ("Mål", "Measures"),
    "tab_story": ("Fortælling", "Story"),
    "tab_takeaway": ("Hent", "Save"),
    "map_keys": (
        "Med tastaturet: Enter sætter en ring på kortet, piletasterne flytter den fra nabo til nabo, Enter vælger. "
        "Plus og minus zoomer, 0 viser hele kortet, Skift og en piletast flytter udsnittet, Escape slipper det valgte.",
        "By keyboard: Enter puts a ring on the map, the arrow keys move it from neighbour to neighbour, Enter chooses. "
        "Plus and minus zoom, 0 shows the whole map, Shift and an arrow key move the view, Escape lets go.",
    ),
    "map_hint": (
        "Klik på en figur eller en streg for at læse om den. Klik i kortet, før du zoomer med musehjulet.",
        "Click a shape or a line to read about it. Click in the map before you zoom with the wheel.",
    ),
    "time_fold": ("Tid: hvad der er i kraft hvornår", "Time: what is in force when"),
    "whole_short": ("Hele kortet", "Whole map"),
    "layout": ("Placering på kortet", "Places on the map"),
    "layout_network": ("Netværk", "Network"),
    "layout_geography": ("Geografi", "Geography"),
    "place_unknown": ("Uden kendt sted", "Without a known place"),
    "ring_on": ("{name}, {type}. Forbindelser: {n}.", "{name}, {type}. Relations: {n}."),
    "community_of": ("{name} ({n})", "{name} ({n})"),
    "community_open": ("Dobbeltklik åbner gruppen", "Double click opens the group"),
    "relations_between": ("{n} streger imellem", "{n} lines between them"),
    "relations_between_one": ("{n} streg imellem", "{n} line between them"),
    "notice_unknown": (
        "Adressen nævner noget, der ikke er på kortet: {ids}.",
        "The address names something that is not on the map: {ids}.",
    ),
    "notice_nothing": ("Intet er tilbage, som filtrene er sat.", "Nothing is left as the filters are set."),
    "show_all": ("Vis alt igen", "Show everything again"),
    "notice_communities": (
        "Kortet er for stort til at tegnes på én gang: {all} står i {n} grupper efter, hvem der hænger mest sammen. "
        "Dobbeltklik på en gruppe, eller søg efter en aktør.",
        "The map is too large to be drawn at once: {all} stand in {n} groups by who is most tied to whom. "
        "Double click a group, or search for an actor.",
    ),
    "notice_limit": (
        "Kun {n} af {all} tegnes; tabellerne har alle.",
        "Only {n} of {all} are drawn; the tables have all.",
    ),
    "notice_aside": (
        "{n} aktører uden kendt sted står for sig ved siden af. Samarbejder står mellem deres parter.",
        "{n} actors without a known place stand aside. Cooperations stand between their parties.",
    ),
    "notice_aside_one": (
        "Én aktør uden kendt sted står for sig ved siden af.",
        "One actor without a known place stands aside.",
    ),
}
