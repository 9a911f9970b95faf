"""What `samspil doctor` says, in Danish and English."""

from typing import Final

__all__ = ["ABILITIES", "WORDS"]

# Language and name of an ability in the profile of a server to what people call it.
ABILITIES: Final[dict[str, dict[str, str]]] = {
    "da": {
        "values": "VALUES",
        "paths": "egenskabsstier",
        "not exists": "FILTER NOT EXISTS i OPTIONAL",
        "aggregates": "SUM og GROUP_CONCAT",
        "dates": "sammenligning af datoer",
        "languages": "sprogkoder",
        "booleans": "udregnede sandhedsværdier",
        "datatypes": "egne datatyper",
        "text": "tekst tegn for tegn",
    },
    "en": {
        "values": "VALUES",
        "paths": "property paths",
        "not exists": "FILTER NOT EXISTS in OPTIONAL",
        "aggregates": "SUM and GROUP_CONCAT",
        "dates": "comparison of dates",
        "languages": "language tags",
        "booleans": "computed truth values",
        "datatypes": "datatypes of one’s own",
        "text": "text character by character",
    },
}

WORDS: Final[dict[str, dict[str, str]]] = {
    "da": {
        # what is known of a server
        "answers": "Svarer",
        "after": "efter {ms} ms",
        "product": "Program",
        "untold": "ikke oplyst",
        "register": "Registeret",
        "size": "{graphs} grafer med {statements} udsagn",
        "nothing": "er der ikke",
        "default": "Når ingen graf nævnes",
        "union": "spørges alle grafer",
        "stored": "spørges en graf for sig, med indhold",
        "empty": "spørges en graf for sig, som er tom",
        "unknown": "kan ikke ses på en tom server",
        "twice": "Et udsagn i to grafer",
        "twice True": "tælles to gange",
        "twice False": "tælles én gang",
        "mended": ", men kun én i grafen merge",
        "twice None": "kan først ses, når registeret er der",
        "rows": "Rækker i et svar",
        "rows free": "ingen grænse op til {rows}",
        "most": "højst {most}",
        "seconds": "Sekunder til et svar",
        "store": "Hele grafer lægges på",
        "no store": "ukendt adresse",
        "able": "alt, hvad spørgsmålene bruger",
        "lacks": "alt, hvad spørgsmålene bruger, undtagen {lacks}",
        # headings and verdicts
        "problems": "Det skal ordnes",
        "notes": "Værd at vide",
        "usable": "Serveren kan bruges.",
        "unusable": "Serveren svarer, men kan ikke bruges endnu.",
        # what is to be put right
        "push": "Registeret er ikke på serveren. Læg det derop: samspil push --endpoint {url}",
        "merge": "Registeret er ikke helt: grafen merge mangler, som samspil push lægger op til sidst. "
        "Spørgsmål bliver afvist, til det er på plads. Kør samspil push --endpoint {url}",
        "few": "Serveren giver højst {rows} rækker i et svar, og så korte svar kan ikke kendes fra hele. Få "
        "grænsen hævet, før den spørges.",
        "lacking": "Serveren kan ikke: {lacks}. Nogle spørgsmål får fejl eller forkerte svar. Brug en nyere "
        "udgave af den, eller en anden server.",
        # what is worth knowing
        "limit": "Et svar på mere end {rows} rækker bliver afvist, aldrig afkortet. Få grænsen hævet, hvis det "
        "sker (i Virtuoso: ResultSetMaxRows).",
        "elsewhere": "Samspil nævner selv graferne, når den spørger. I andre værktøjer skriver du "
        "FROM <{merge}>.",
        "booleans": "Sandhedsværdier, som serveren selv regner ud, kommer som 0 og 1.",
        "tell store": "Giv samspil push adressen, hvor serveren tager imod hele grafer, med --graph-store.",
        "clear text": "Adgangskoden går ukrypteret over nettet. Brug en adresse, der begynder med https.",
        # this machine
        "folder": "Registerets mappe",
        "questions": "Spørgsmål",
        "fine": "Alt er på plads. En server undersøges med: samspil doctor --endpoint ADRESSE",
    },
    "en": {
        "answers": "Answers",
        "after": "after {ms} ms",
        "product": "Program",
        "untold": "not told",
        "register": "The register",
        "size": "{graphs} graphs with {statements} statements",
        "nothing": "is not there",
        "default": "When no graph is named",
        "union": "all graphs are asked",
        "stored": "a graph of its own is asked, with content",
        "empty": "a graph of its own is asked, which is empty",
        "unknown": "cannot be seen on an empty server",
        "twice": "A statement in two graphs",
        "twice True": "counts twice",
        "twice False": "counts once",
        "mended": ", but once in the graph merge",
        "twice None": "can be seen when the register is there",
        "rows": "Rows in an answer",
        "rows free": "no limit up to {rows}",
        "most": "at most {most}",
        "seconds": "Seconds for an answer",
        "store": "Whole graphs go to",
        "no store": "unknown address",
        "able": "all that the questions use",
        "lacks": "all that the questions use but {lacks}",
        "problems": "To be put right",
        "notes": "Worth knowing",
        "usable": "The server can be used.",
        "unusable": "The server answers, but cannot be used yet.",
        "push": "The register is not on the server. Put it there: samspil push --endpoint {url}",
        "merge": "The register is incomplete: it lacks the graph merge, which samspil push puts there last. "
        "Questions are refused until it is there. Run samspil push --endpoint {url}",
        "few": "The server gives at most {rows} rows in an answer, and answers that short cannot be told from "
        "whole ones. Have the limit raised before it is asked.",
        "lacking": "The server cannot do: {lacks}. Some questions get errors or wrong answers. Use a newer "
        "version of it, or another server.",
        "limit": "An answer of more than {rows} rows is refused, never cut short. Have the limit raised if that "
        "happens (in Virtuoso: ResultSetMaxRows).",
        "elsewhere": "Samspil names the graphs itself when it asks. In other tools, write FROM <{merge}>.",
        "booleans": "Truth values that the server computes come as 0 and 1.",
        "tell store": "Give samspil push the address where the server takes whole graphs, with --graph-store.",
        "clear text": "The password crosses the network unencrypted. Use an address that begins with https.",
        "folder": "The register’s folder",
        "questions": "Questions",
        "fine": "All is in place. A server is examined with: samspil doctor --endpoint URL",
    },
}
