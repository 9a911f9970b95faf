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
    "Folder to write to. [default: build]": "Mappe, der skrives i. [standard: build]",
    "Write a store to ask from instead, which opens at once.": (
        "Skriv i stedet et lager at spørge i; det åbner med det samme."
    ),
    "With --store the register is read and inferred, not validated; with --output too, both are done.": (
        "Med --store læses registeret, og det afledte dannes, men intet kontrolleres; "
        "er --output også givet, sker begge dele."
    ),
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
    "List the questions that the register can answer, or show one.": (
        "Vis de spørgsmål, som registeret kan svare på, eller ét af dem."
    ),
    "A question, to see all of it: what it asks, its parameters, columns and SPARQL.": (
        "Et spørgsmål, som vises helt: hvad det spørger om, dets parametre, kolonner og SPARQL."
    ),
    "Only this topic, for example agreements.": "Kun dette emne, for eksempel agreements.",
    "Only questions whose words contain this text.": "Kun spørgsmål, hvis ordlyd indeholder denne tekst.",
    # query
    "Answer a question, or run SPARQL of your own.": "Besvar et spørgsmål, eller kør egen SPARQL.",
    "A question's name, a .rq file, - for standard input, or SPARQL text.": (
        "Et spørgsmåls navn, en .rq-fil, - for standardinddata eller SPARQL-tekst."
    ),
    "A value for a parameter; repeatable.": "Værdi for en parameter; kan gentages.",
    "table, markdown, csv, excel, xlsx, tsv, json or xml; for CONSTRUCT turtle, trig, nt, nq, jsonld or rdfxml. "
    "[default: as FILE]": (
        "table, markdown, csv, excel, xlsx, tsv, json eller xml; for CONSTRUCT turtle, trig, nt, nq, jsonld eller "
        "rdfxml. [standard: som FIL]"
    ),
    "Write to a file, whose suffix names the format; - for standard output.": (
        "Skriv til en fil, hvis endelse angiver formatet; - for standarduddata."
    ),
    "The first rows only; says so when there are more.": "Kun de første rækker; det siges, når der er flere.",
    "Time for the answer; 0 is no limit. [default: 60]": "Tid til svaret; 0 er uden grænse. [standard: 60]",
    "Show the plan and the times instead of the answer.": "Vis planen og tiderne i stedet for svaret.",
    "Ask a SPARQL server. [default: SAMSPIL_ENDPOINT]": "Spørg en SPARQL-server. [standard: SAMSPIL_ENDPOINT]",
    "Ask a store that was built on disk.": "Spørg et lager, der er bygget på disk.",
    "A server that SERVICE may ask; repeatable.": "En server, som SERVICE må spørge; kan gentages.",
    # map
    "Draw the network map as one HTML file that opens offline.": (
        "Tegn netværkskortet som én HTML-fil, der kan åbnes uden internet."
    ),
    "The HTML file to write; - for standard output.": "HTML-fil, der skrives; - for standarduddata.",
    "The file holds everything; the options say what it shows when it is opened.": (
        "Filen rummer det hele; tilvalgene siger, hvad den viser, når den åbnes."
    ),
    "A .rq file or a question whose answer is drawn instead: a SELECT with ?source and ?target.": (
        "En .rq-fil eller et spørgsmål, hvis svar tegnes i stedet: en SELECT med ?source og ?target."
    ),
    "Open with this actor or cooperation in focus.": "Åbn med denne aktør eller dette samarbejde i fokus.",
    "How far around it is shown.": "Hvor mange led omkring den der vises.",
    "Open with what is in force then: a day, a year, or today.": (
        "Åbn med det, der er i kraft da: en dag, et år eller today (i dag)."
    ),
    "What is certainly in force then, or possibly too.": "Det, der med sikkerhed er i kraft da, eller også det mulige.",
    "Open placed by relations, or by seats.": "Åbn placeret efter forbindelser eller efter hjemsted.",
    "Open with actors as large as this measure says.": "Åbn med aktører, der er så store, som dette mål siger.",
    "Open coloured by type, or by community.": "Åbn farvet efter type eller efter fællesskab.",
    "Open with this story of the register, a file in stories.": (
        "Åbn med denne fortælling fra registeret, en fil i stories."
    ),
    "The heading of the page.": "Sidens overskrift.",
    # export
    "Export the whole register, asserted and derived.": "Eksportér hele registeret, både angivet og afledt.",
    "File to write; its suffix names the format. - for standard output.": (
        "Fil, der skrives; endelsen angiver formatet. - for standarduddata."
    ),
    "turtle, trig, nt, nq, jsonld, rdfxml, graphml, gexf or csv.": (
        "turtle, trig, nt, nq, jsonld, rdfxml, graphml, gexf eller csv."
    ),
    # serve
    "Build, validate and serve the register: on this machine only, unless told otherwise.": (
        "Byg, kontrollér og vis registeret: kun på denne maskine, medmindre andet er sagt."
    ),
    "Refuses to serve a register with violations.": "Et register med fejl vises ikke.",
    "Address of this machine to listen on; one that others can reach needs --public.": (
        "Den adresse på maskinen, der lyttes på; en, som andre kan nå, kræver --public."
    ),
    "Port to listen on; 0 takes a free one.": "Port, der lyttes på; 0 tager en ledig.",
    "Address where readers find it: a domain of your own, or a path behind a proxy.": (
        "Adresse, hvor læserne finder det: eget domæne eller en sti bag en proxy."
    ),
    "Mail or web address of whoever answers for the site, for the accessibility statement.": (
        "Mail- eller webadresse på den, der svarer for stedet, til tilgængelighedserklæringen."
    ),
    "With --public: proxies in front that are believed when they say for whom they ask.": (
        "Med --public: proxyer foran, som bliver troet, når de siger, hvem de spørger for."
    ),
    "Time for a query of a reader's own.": "Tid til en læsers egen forespørgsel.",
    "Rows of its answer; a longer one is cut off, and says so.": (
        "Rækker i svaret; et længere skæres af og siger det."
    ),
    "Length of a query.": "Længde af en forespørgsel.",
    "Length of an answer; a longer one is cut off, and says so.": (
        "Længde af et svar; et længere skæres af og siger det."
    ),
    "Queries at once for one reader.": "Samtidige forespørgsler fra én læser.",
    "Queries at once for all readers.": "Samtidige forespørgsler fra alle læsere.",
    "Memory for the engine that answers queries, where the system can bound it.": (
        "Hukommelse til den motor, der besvarer forespørgsler, hvor systemet kan begrænse den."
    ),
    "Time that a reader has to send a request, and to take each part of the answer.": (
        "Tid, en læser har til at sende en anmodning og til at tage imod hver del af svaret."
    ),
    "Serve a register with violations; every page says so.": (
        "Vis et register, selv om det har fejl; hver side siger det."
    ),
    "Read the register again whenever its files change.": "Læs registeret igen, hver gang dets filer ændres.",
    "File that gets a line for each request, without personal data; - for standard error.": (
        "Fil, der får en linje for hver anmodning, uden personoplysninger; - for fejludskrift."
    ),
    "Open the explorer in the browser.": "Åbn registeret i browseren.",
    # options of the commands that speak with a server
    "Address where a server answers SPARQL.": "Adresse, hvor en server besvarer SPARQL.",
    "Address where the server takes whole graphs. [default: found from --endpoint]": (
        "Adresse, hvor serveren tager imod hele grafer. [standard: findes ud fra --endpoint]"
    ),
    "Time for each exchange with the server.": "Tid til hver udveksling med serveren.",
    "Credentials come from SAMSPIL_ENDPOINT_USER and SAMSPIL_ENDPOINT_PASSWORD, or SAMSPIL_ENDPOINT_TOKEN.": (
        "Adgangen angives i SAMSPIL_ENDPOINT_USER og SAMSPIL_ENDPOINT_PASSWORD eller i SAMSPIL_ENDPOINT_TOKEN."
    ),
    # push
    "Put the register on a SPARQL server, and prove that nothing was lost.": (
        "Læg registeret på en SPARQL-server, og bevis, at intet er gået tabt."
    ),
    "Every graph is read back and compared; one that is there already is not sent. "
    "Run it again after an interruption.": (
        "Hver graf læses tilbage og sammenlignes; en, der er der i forvejen, sendes ikke. "
        "Kør kommandoen igen efter en afbrydelse."
    ),
    "Remove graphs of ours that the register no longer has.": (
        "Fjern de grafer fra Samspil, som registeret ikke længere har."
    ),
    # doctor
    "Examine a SPARQL server, or this machine, and say what to do.": (
        "Undersøg en SPARQL-server, eller denne maskine, og sig, hvad der skal gøres."
    ),
    "Nothing is changed. The exit code is 0 for a server that can be used, 1 for one that needs something first.": (
        "Intet ændres. Afslutningskoden er 0 for en server, der kan bruges, og 1 for en, der mangler noget først."
    ),
    "The server to examine. [default: SAMSPIL_ENDPOINT, else this machine]": (
        "Den server, der undersøges. [standard: SAMSPIL_ENDPOINT, ellers denne maskine]"
    ),
    # pull
    "Bring a register back from a SPARQL server, whole or not at all.": (
        "Hent et register fra en SPARQL-server, helt eller slet ikke."
    ),
    "A folder gets one canonical Turtle file for each graph, and --project opens it as a register.": (
        "En mappe får én kanonisk Turtle-fil for hver graf, og --project åbner den som et register."
    ),
    "A new folder, or a file: .nq, .trig or .jsonld.": "En ny mappe eller en fil: .nq, .trig eller .jsonld.",
}

# What stands for a value or an argument. What is absent, such as PORT, is the same in both languages.
NAMES: Final[dict[str, str]] = {
    "[OPTIONS]": "[TILVALG]",
    "[QUERY]": "[FORESPØRGSEL]",
    "ACTOR": "AKTØR",
    "ADDRESS": "ADRESSE",
    "ADDRESSES": "ADRESSER",
    "COMMAND [ARGS]...": "KOMMANDO [ARGUMENTER]...",
    "DATE": "DATO",
    "DIR": "MAPPE",
    "FILE": "FIL",
    "NAME=VALUE": "NAVN=VÆRDI",
    "SECONDS": "SEKUNDER",
    "SIZE": "STØRRELSE",
    "STORY": "FORTÆLLING",
    "TARGET": "MÅL",
    "TEXT": "TEKST",
    "TOPIC": "EMNE",
    "files": "fil...",
    "name": "navn",
    "question": "spørgsmål",
    "target": "fil",
}

# Typer's headings in a help text.
TITLES: Final[dict[str, str]] = {"Arguments": "Argumenter", "Options": "Tilvalg", "Commands": "Kommandoer"}

# Typer's marks after the help of a parameter.
MARKS: Final[dict[str, str]] = {
    "[default: ": "[standard: ",
    "; default: ": "; standard: ",
    "[env var: ": "[miljøvariabel: ",
    "[required]": "[skal angives]",
}

# Typer's usage errors, the most particular first; {0}, {1} … are the words that vary, which may be sentences too.
SENTENCES: Final[dict[str, str]] = {
    "{0}\nTry {1} for help.\n\nError: {2}": "{0}\nHjælp: {1}\n\nFejl: {2}",
    "Error: {0}": "Fejl: {0}",
    "Missing argument {0}.": "Argumentet {0} mangler.",
    "Missing option {0}.": "Tilvalget {0} mangler.",
    "No such command {0}. Did you mean {1}?": "Kommandoen {0} findes ikke. Mente du {1}?",
    "No such command {0}.": "Kommandoen {0} findes ikke.",
    "Missing command.": "Angiv en kommando.",
    "No such option: {0} (Possible options: {1})": "Tilvalget {0} findes ikke. Mente du {1}?",
    "No such option: {0}": "Tilvalget {0} findes ikke.",
    "Option {0} requires an argument.": "Tilvalget {0} skal have en værdi.",
    "Option {0} does not take a value.": "Tilvalget {0} kan ikke have en værdi.",
    "Got unexpected extra argument(s) ({0})": "Der er for mange argumenter: {0}",
    "Invalid value for {0} (env var: {1}): {2}": "Ugyldig værdi for {0} eller {1}: {2}",
    "Invalid value for {0}: {1}": "Ugyldig værdi for {0}: {1}",
    "{0} is not one of {1}.": "{0} er ikke en af {1}.",
    "{0} is not a valid float.": "{0} er ikke et tal.",
    "{0} is not a valid {1} range.": "{0} er ikke et helt tal.",
    "{0} is not in the range {1}.": "{0} ligger ikke i området {1}.",
}
