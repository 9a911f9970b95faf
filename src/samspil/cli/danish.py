"""What the command says about itself, in Danish: tables from the English words to the Danish.

The English stands where it is used, in `commands`, `options` and Typer; here is only its twin. A test holds the
tables against the commands, so that no English is left and no Danish is left over.
"""

from typing import Final

__all__ = ["HELP", "MARKS", "NAMES", "SENTENCES", "TITLES"]

# A paragraph of a command's help, or the help of a parameter. Examples are the same in both languages.
HELP: Final[dict[str, str]] = {
    "Example:": "Eksempel:",
    "Examples:": "Eksempler:",
    # samspil
    "A knowledge graph of who works with whom in the public sector.": (
        "En vidensgraf over, hvem der arbejder sammen med hvem i den offentlige sektor."
    ),
    "Begin with `samspil queries`, which lists what can be asked, or with `samspil serve`.": (
        "Begynd med `samspil queries`, som viser, hvad der kan spørges om, eller med `samspil serve`."
    ),
    "Exit codes: 0 done, 1 findings, 2 usage, 3 unreadable input, 4 remote or timeout, 130 interrupted.": (
        "Afslutningskoder: 0 udført, 1 fund, 2 forkert brug, 3 ulæselige data, 4 fjernserver eller tidsfrist, "
        "130 afbrudt."
    ),
    "Print the version and exit.": "Vis versionen, og afslut.",
    "Install completion for the current shell.": "Installer autofuldførelse i den aktuelle skal.",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "Vis autofuldførelsen til den aktuelle skal, så den kan kopieres eller tilpasses."
    ),
    "Show this message and exit.": "Vis denne hjælp, og afslut.",
    # options that several commands have
    "Language of labels and messages. [default: da, or SAMSPIL_LANG]": (
        "Sprog i betegnelser og meddelelser. [standard: da eller SAMSPIL_LANG]"
    ),
    "A register of your own. [default: the one that ships, or SAMSPIL_PROJECT]": (
        "Mappe med et eget register. [standard: det medfølgende eller SAMSPIL_PROJECT]"
    ),
    # build
    "Build everything: read, validate, infer, then write the map and all dumps into a folder.": (
        "Byg det hele: læs, kontrollér, afled, og skriv kortet og alle udtræk i en mappe."
    ),
    "Nothing is written when a source has a violation.": "Intet skrives, når en kilde har en fejl.",
    "Folder to write to.": "Mappe, der skrives i.",
    # validate
    "Validate the sources against the shapes; findings come most serious first.": (
        "Kontrollér kilderne mod SHACL-reglerne; de alvorligste fund står først."
    ),
    "Files to validate, beside the register, instead of its own.": (
        "Filer, der kontrolleres sammen med registeret i stedet for dets egne."
    ),
    "Validate the files by themselves, not beside the register.": (
        "Kontrollér filerne for sig, uden registeret."
    ),
    "Form of the report.": "Rapportens form.",
    "Lowest severity that makes the exit code 1.": "Laveste alvorsgrad, der giver afslutningskode 1.",
    # format
    "Put Turtle files into their canonical form, so that a diff shows what changed and nothing else.": (
        "Bring Turtle-filer på kanonisk form, så en sammenligning viser, hvad der er ændret, og intet andet."
    ),
    "Byte order marks and CRLF line ends are mended on the way.": (
        "BOM og linjeskift af typen CRLF rettes undervejs."
    ),
    "Turtle files; - reads standard input and writes standard output.": (
        "Turtle-filer; - læser standardinddata og skriver til standarduddata."
    ),
    "Change nothing; fail when a file is not canonical.": (
        "Ret intet; meld fejl, når en fil ikke er kanonisk."
    ),
    # queries
    "List the questions that the register can answer, with their parameters.": (
        "Vis de spørgsmål, som registeret kan svare på, med deres parametre."
    ),
    "Only this topic, for example agreements.": "Kun dette emne, for eksempel agreements.",
    "Only questions whose words contain this text.": "Kun spørgsmål, hvis ordlyd indeholder denne tekst.",
    # query
    "Answer a question, or run SPARQL of your own.": "Besvar et spørgsmål, eller kør egen SPARQL.",
    "A question's name, a .rq file, - for standard input, or SPARQL text.": (
        "Et spørgsmåls navn, en .rq-fil, - for standardinddata eller SPARQL-tekst."
    ),
    "A value for a parameter; repeatable.": "Værdi for en parameter; kan gentages.",
    "table, csv, tsv, json or xml; for CONSTRUCT turtle, nt, jsonld or rdfxml. [default: as FILE]": (
        "table, csv, tsv, json eller xml; for CONSTRUCT turtle, nt, jsonld eller rdfxml. [standard: som FIL]"
    ),
    "Write to a file, whose suffix names the format; - for standard output.": (
        "Skriv til en fil, hvis endelse angiver formatet; - for standarduddata."
    ),
    # map
    "Draw the network map as one HTML file that opens offline.": (
        "Tegn netværkskortet som én HTML-fil, der kan åbnes uden internet."
    ),
    "The HTML file to write; - for standard output.": "HTML-fil, der skrives; - for standarduddata.",
    # export
    "Export the whole register, asserted and derived.": "Eksportér hele registeret, både angivet og afledt.",
    "File to write; its suffix names the format. - for standard output.": (
        "Fil, der skrives; endelsen angiver formatet. - for standarduddata."
    ),
    "turtle, trig, nt, nq, jsonld, rdfxml, graphml, gexf or csv.": (
        "turtle, trig, nt, nq, jsonld, rdfxml, graphml, gexf eller csv."
    ),
    # serve
    "Build, validate and serve the register on this machine only.": (
        "Byg, kontrollér og vis registeret, kun på denne maskine."
    ),
    "Refuses to serve a register with violations.": "Et register med fejl vises ikke.",
    "Port on 127.0.0.1; 0 takes a free one.": "Port på 127.0.0.1; 0 tager en ledig.",
    "Open the explorer in the browser.": "Åbn registeret i browseren.",
}

# What stands for a value or an argument. What is absent, such as PORT, is the same in both languages.
NAMES: Final[dict[str, str]] = {
    "[OPTIONS]": "[TILVALG]",
    "COMMAND [ARGS]...": "KOMMANDO [ARGUMENTER]...",
    "DIR": "MAPPE",
    "FILE": "FIL",
    "NAME=VALUE": "NAVN=VÆRDI",
    "TEXT": "TEKST",
    "TOPIC": "EMNE",
    "files": "fil...",
    "question": "spørgsmål",
    "target": "fil",
}

# Typer's headings in a help text.
TITLES: Final[dict[str, str]] = {"Arguments": "Argumenter", "Options": "Tilvalg", "Commands": "Kommandoer"}

# Typer's marks after the help of a parameter.
MARKS: Final[dict[str, str]] = {"[default: ": "[standard: ", "[required]": "[skal angives]"}

# Typer's usage errors, the most particular first; {0}, {1} … are the words that vary, which may be sentences too.
SENTENCES: Final[dict[str, str]] = {
    "{0}\nTry {1} for help.\n\nError: {2}": "{0}\nHjælp: {1}\n\nFejl: {2}",
    "Error: {0}": "Fejl: {0}",
    "Missing argument {0}.": "Argumentet {0} mangler.",
    "No such command {0}. Did you mean {1}?": "Kommandoen {0} findes ikke. Mente du {1}?",
    "No such command {0}.": "Kommandoen {0} findes ikke.",
    "Missing command.": "Angiv en kommando.",
    "No such option: {0} (Possible options: {1})": "Tilvalget {0} findes ikke. Mente du {1}?",
    "No such option: {0}": "Tilvalget {0} findes ikke.",
    "Option {0} requires an argument.": "Tilvalget {0} skal have en værdi.",
    "Option {0} does not take a value.": "Tilvalget {0} kan ikke have en værdi.",
    "Got unexpected extra argument(s) ({0})": "Der er for mange argumenter: {0}",
    "Invalid value for {0}: {1}": "Ugyldig værdi for {0}: {1}",
    "{0} is not one of {1}.": "{0} er ikke en af {1}.",
    "{0} is not a valid {1} range.": "{0} er ikke et helt tal.",
    "{0} is not in the range {1}.": "{0} ligger ikke i området {1}.",
}
