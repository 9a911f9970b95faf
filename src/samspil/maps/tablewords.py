"""What the tables under the map, its print and the files that people take away from it say."""

from typing import Final

__all__ = ["TABLE_WORDS"]

# Name of a text to its Danish and English; `samspil.maps.words` takes them in. A name with "_one" is said of one.
TABLE_WORDS: Final[dict[str, tuple[str, str]]] = {
    # tables
    "table_shown": ("{n} af {all} rækker", "{n} of {all} rows"),
    "table_first": (
        "Tabellen viser de første {n} af {all} rækker.",
        "The table shows the first {n} of {all} rows.",
    ),
    "table_all": ("Vis alle {n} rækker", "Show all {n} rows"),
    "table_hint": (
        "Tabellerne viser det, der er tilbage på kortet; et samarbejde af flere har en række for hver part. "
        "Tryk på en overskrift for at sortere, og på et navn for at se det på kortet.",
        "The tables show what is left on the map; a cooperation of several has a row for each party. "
        "Press a heading to sort, and a name to see it on the map.",
    ),
    "column_also": ("Andre navne og numre", "Other names and numbers"),
    "column_place": ("Sted", "Place"),
    "column_force": ("I kraft {on}", "In force {on}"),
    "force_certain": ("sikkert", "certainly"),
    "force_possible": ("måske", "possibly"),
    "force_not": ("nej", "no"),
    "force_unstated": ("ikke oplyst", "not stated"),
    "passages": ("{n} steder", "{n} passages"),
    "passages_one": ("1 sted", "1 passage"),
    "sources_on_paper": ("Kilder", "Sources"),
    # columns that only files have
    "column_directed": ("Har retning", "Has a direction"),
    "column_themes": ("Temaer", "Themes"),
    "column_edtf": ("Periode i EDTF", "Period in EDTF"),
    "column_earliest_start": ("Begynder tidligst", "Begins at the earliest"),
    "column_latest_start": ("Begynder senest", "Begins at the latest"),
    "column_earliest_end": ("Slutter tidligst", "Ends at the earliest"),
    "column_latest_end": ("Slutter senest", "Ends at the latest"),
    "column_community": ("Fællesskab", "Community"),
    "column_iri": ("IRI", "IRI"),
    "column_type_iri": ("Artens IRI", "IRI of the type"),
    "column_from_iri": ("IRI for fra", "IRI of from"),
    "column_to_iri": ("IRI for til", "IRI of to"),
    "cell_shortened": (
        " … [afkortet her: teksten har {n} tegn, og en celle rummer 32.767]",
        " … [shortened here: the text has {n} characters, and a cell holds 32,767]",
    ),
    "yes": ("ja", "yes"),
    "no": ("nej", "no"),
    # a view in words
    "view_whole": ("Hele kortet.", "The whole map."),
    "view_around": ("Omkring {name}: {steps}.", "Around {name}: {steps}."),
    "view_out": ("Kun pile ud.", "Arrows out only."),
    "view_in": ("Kun pile ind.", "Arrows in only."),
    "view_relation": ("Valgt: {name}.", "Chosen: {name}."),
    "view_path": ("Korteste vej mellem {a} og {b}.", "Shortest path between {a} and {b}."),
    "view_shared": ("Fælles partnere for {a} og {b}.", "Partners shared by {a} and {b}."),
    "view_size": ("Figurernes størrelse: {name}.", "Size of the shapes: {name}."),
    "view_community": ("Figurernes farve: fællesskab.", "Colour of the shapes: community."),
    "view_geography": ("Placeret efter geografi.", "Placed by geography."),
    "view_filter": ("{name}.", "{name}."),
    # print
    "print_address": ("Se denne visning: {address}", "See this view: {address}"),
    "credit": (
        "Lavet med Samspil, w3id.org/samspil. Kilden til hver oplysning står i kortets tabeller.",
        "Made with Samspil, w3id.org/samspil. The source of each statement is in the tables of the map.",
    ),
    # the files
    "takeaway": ("Tag kortet med", "Take the map with you"),
    "takeaway_lead": (
        "Filerne rummer det, der er på kortet nu, og laves her i browseren.",
        "The files hold what is on the map now, and are made here in the browser.",
    ),
    "take_picture": ("Billede af udsnittet", "Picture of the view"),
    "take_table": ("Tabeller", "Tables"),
    "take_network": ("Netværk", "Network"),
    "take_legend": ("Med tegnforklaring", "With the key"),
    "take_png": ("PNG", "PNG"),
    "take_png_for": ("Billede til dokumenter og præsentationer.", "A picture for documents and slides."),
    "take_svg": ("SVG", "SVG"),
    "take_svg_for": (
        "Tegning til tryk og til at redigere; skarp i alle størrelser.",
        "A drawing for print and for editing; sharp in every size.",
    ),
    "take_xlsx": ("Excel", "Excel"),
    "take_xlsx_for": (
        "Projektmappe med et ark for forbindelser og et for aktører.",
        "A workbook with one sheet of relations and one of actors.",
    ),
    "take_relations": ("CSV: forbindelser", "CSV: relations"),
    "take_relations_for": (
        "Åbner i dansk Excel: semikolon og decimalkomma.",
        "Opens in a Danish Excel: semicolons and decimal commas.",
    ),
    "take_actors": ("CSV: aktører", "CSV: actors"),
    "take_actors_for": (
        "Aktører og samarbejder med navne, mål og kilder.",
        "Actors and cooperations with names, measures and sources.",
    ),
    "take_gexf": ("GEXF", "GEXF"),
    "take_gexf_for": (
        "Til Gephi, med farver, placering og perioder på tidslinjen.",
        "For Gephi, with colours, places and periods on its timeline.",
    ),
    "take_graphml": ("GraphML", "GraphML"),
    "take_graphml_for": ("Til yEd, Cytoscape, R og Python.", "For yEd, Cytoscape, R and Python."),
    "take_json": ("JSON", "JSON"),
    "take_json_for": ("Til den, der programmerer.", "For those who program."),
    "take_named": ("Hent som {name}", "Save as {name}"),
    "take_done": ("Gemt som {file}.", "Saved as {file}."),
    "take_failed": (
        "{name} kunne ikke laves: browseren siger »{reason}«. Prøv et andet format.",
        "{name} could not be made: the browser says “{reason}”. Try another format.",
    ),
    "hub_short": (
        "samarbejde med andet end to parter",
        "cooperation of other than two parties",
    ),
    "key_possible": ("måske i kraft", "possibly in force"),
    "svg_about": (
        "Tegningen viser {nodes} aktører og samarbejder og {edges} streger.",
        "The drawing shows {nodes} actors and cooperations and {edges} lines.",
    ),
    "file_relations": ("forbindelser", "relations"),
    "file_actors": ("aktører", "actors"),
    "file_geography": ("geografi", "geography"),
}
