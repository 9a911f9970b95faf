"""What is said about a mistake in a query, in Danish and English.

The English words are also the `detail` of the error. `{}` stands for what the mistake is about: a word of
the query, a suggestion, a number.
"""

from typing import Final

__all__ = ["WORDS", "Told", "told"]

# Language to the words in it.
Told = dict[str, str]

# Name of a mistake to its words, Danish then English.
WORDS: Final[dict[str, tuple[str, str]]] = {
    # the form of the query
    "form": (
        "en forespørgsel begynder med SELECT, ASK, CONSTRUCT eller DESCRIBE",
        "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE",
    ),
    "misspelt": (
        "»{word}« findes ikke i SPARQL; mente du {near}?",
        "there is no “{word}” in SPARQL; did you mean {near}?",
    ),
    "update": (
        "det er en opdatering, og et spørgsmål ændrer intet",
        "this is an update, and a question changes nothing",
    ),
    "after": (
        "forespørgslen er slut før »{word}«; fjern resten",
        "the query has ended before “{word}”; remove the rest",
    ),
    "prefix form": (
        "et præfiks erklæres sådan: PREFIX ex: <https://example.org/>",
        "a prefix is declared like this: PREFIX ex: <https://example.org/>",
    ),
    "turtle prefix": (
        "det er Turtle; i SPARQL skrives PREFIX ex: <https://example.org/> uden @ og punktum",
        "this is Turtle; SPARQL has PREFIX ex: <https://example.org/> without @ and dot",
    ),
    "prefix end": (
        "efter PREFIX ex: <…> skal der intet tegn stå",
        "no sign stands after PREFIX ex: <…>",
    ),
    "undeclared": (
        "præfikset {word}: er ikke erklæret; skriv øverst: PREFIX {word}: <{namespace}>",
        "the prefix {word}: is not declared; write at the top: PREFIX {word}: <{namespace}>",
    ),
    "unlike": (
        "præfikset {word}: er ikke erklæret; mente du {near}?",
        "the prefix {word}: is not declared; did you mean {near}?",
    ),
    "unknown prefix": (
        "præfikset {word}: er ikke erklæret; skriv øverst: PREFIX {word}: <https://…>",
        "the prefix {word}: is not declared; write at the top: PREFIX {word}: <https://…>",
    ),
    # what SELECT names
    "comma": (
        "her adskilles med mellemrum, ikke med komma",
        "these are separated by spaces, not by commas",
    ),
    "no variable": (
        "en variabel begynder med ?; skriv ?{word}",
        "a variable begins with ?; write ?{word}",
    ),
    "variables": (
        "efter SELECT skal stå variabler (?x), (udtryk AS ?navn) eller *",
        "SELECT is followed by variables (?x), (expression AS ?name) or *",
    ),
    "hyphen": (
        "en variabels navn kan ikke have bindestreg; skriv _ i stedet",
        "the name of a variable cannot have a hyphen; write _ instead",
    ),
    "bare aggregate": (
        "et udtryk i SELECT skal stå i parentes og have et navn: ({word}(…) AS ?navn)",
        "an expression in SELECT stands in brackets and has a name: ({word}(…) AS ?name)",
    ),
    "as": ("udtrykket skal have et navn: (… AS ?navn)", "the expression needs a name: (… AS ?name)"),
    "not grouped": (
        "{word} står i SELECT, men ikke i GROUP BY; tilføj den dér, eller brug fx SAMPLE({word})",
        "{word} stands in SELECT but not in GROUP BY; add it there, or use for example SAMPLE({word})",
    ),
    "in use already": (
        "SELECT giver et navn, der er i brug i forvejen",
        "SELECT gives a name that is in use already",
    ),
    "refused": ("det kan ikke stå her", "this cannot stand here"),
    "in use": (
        "{word} har allerede en værdi; vælg et andet navn efter AS",
        "{word} has a value already; choose another name after AS",
    ),
    # groups and patterns
    "group": ("her ventes {{", "expected {{"),
    "never closed": (
        "{word} bliver aldrig lukket; der mangler {near}",
        "{word} is never closed; {near} is missing",
    ),
    "closes nothing": ("{word} lukker ikke noget; fjern den", "{word} closes nothing; remove it"),
    "dot": (
        "der mangler punktum mellem to mønstre (eller ; når det er det samme subjekt)",
        "a dot is missing between two patterns (or ; where the subject is the same)",
    ),
    "no predicate": (
        "her ventes et prædikat, fx skos:prefLabel eller ?p",
        "expected a predicate, for example skos:prefLabel or ?p",
    ),
    "no object": (
        "her ventes et objekt: en variabel, en IRI eller en værdi",
        "expected an object: a variable, an IRI or a value",
    ),
    "bare word": (
        '»{word}« er intet i SPARQL; skriv ?{word} for en variabel, "{word}" for en tekst, sam:{word} for en term',
        '“{word}” is nothing in SPARQL; write ?{word} for a variable, "{word}" for a text, sam:{word} for a term',
    ),
    "thing": (
        "en ting skrives som en hel IRI: <https://w3id.org/samspil/id/{word}>",
        "a thing is written as a whole IRI: <https://w3id.org/samspil/id/{word}>",
    ),
    "bare iri": ("en IRI skal stå i < og >", "an IRI stands between < and >"),
    "bad iri": (
        "en IRI står mellem < og > og har hverken mellemrum, anførselstegn eller krøllede parenteser",
        "an IRI stands between < and > and has no space, quotation mark or curly bracket in it",
    ),
    "relative": ("det er ikke en hel IRI (https://…)", "this is not an absolute IRI (https://…)"),
    "union": ("begge sider af UNION skal stå i {{ }}", "both sides of UNION stand in {{ }}"),
    "nested select": (
        "en SELECT inde i et mønster skal stå i sine egne {{ }}",
        "a SELECT inside a pattern stands in {{ }} of its own",
    ),
    "bind": ("skriv BIND (udtryk AS ?navn)", "write BIND (expression AS ?name)"),
    "values": (
        "VALUES har en variabel og værdier i {{ }}: VALUES ?x {{ <a> <b> }}",
        "VALUES has a variable and values in {{ }}: VALUES ?x {{ <a> <b> }}",
    ),
    "row": (
        "rækken har {word}, og der er {near} variabler; skriv UNDEF, hvor der ingen værdi er",
        "the row has {word}, and there are {near} variables; write UNDEF where there is no value",
    ),
    "nested": ("indlejret mere end {near} dybt", "nested more than {near} deep"),
    "strung": (
        "mere end {near} led på rad (grupper, parenteser, operatorer); skriv værdierne i VALUES eller IN",
        "more than {near} parts in a row (groups, brackets, operators); write the values in VALUES or IN",
    ),
    # expressions
    "filter": (
        "betingelsen skal stå i parentes: {word} (?x > 3)",
        "the condition stands in brackets: {word} (?x > 3)",
    ),
    "operator": ("skriv {near} i stedet for {word}", "write {near} instead of {word}"),
    "list": ("IN skal have en liste i parentes: ?x IN (1, 2)", "IN has a list in brackets: ?x IN (1, 2)"),
    "expression": ("her ventes et udtryk, ikke »{word}«", "expected an expression, not “{word}”"),
    "function": (
        "funktionen {word} findes ikke; mente du {near}?",
        "there is no function {word}; did you mean {near}?",
    ),
    "no function": ("funktionen {word} findes ikke i SPARQL", "SPARQL has no function {word}"),
    "arguments": (
        "antallet af argumenter til {word} er {near}",
        "the number of arguments of {word} is {near}",
    ),
    # what follows the pattern
    "by": ("der mangler BY efter {word}", "BY is missing after {word}"),
    "by what": (
        "efter {word} BY skal stå en variabel eller et udtryk i parentes",
        "{word} BY is followed by a variable or an expression in brackets",
    ),
    "order": ("{word} skal stå før {near}", "{word} stands before {near}"),
    "whole number": ("efter {word} skal stå et helt tal", "{word} is followed by a whole number"),
    # texts and signs
    "open text": (
        "teksten bliver aldrig lukket; der mangler {word}",
        "the text is never closed; {word} is missing",
    ),
    "quotes": (
        '{word} er ikke et anførselstegn i SPARQL; skriv "',
        '{word} is not the quotation mark of SPARQL; write "',
    ),
    "space": (
        "her står et tegn, der ligner mellemrum eller ikke kan ses ({word}); slet det, eller skriv et mellemrum",
        "here is a character that looks like a space or cannot be seen ({word}); delete it, or write a space",
    ),
    "dash": ("{word} er en tankestreg; skriv -", "{word} is a dash; write -"),
    "comment": ("en kommentar begynder med #, ikke med {word}", "a comment begins with #, not with {word}"),
    "stray": ("»{word}« kan ikke stå her", "“{word}” cannot stand here"),
    "end": (
        "forespørgslen slutter for tidligt; her ventes {near}",
        "the query ends too early; expected {near}",
    ),
    "expected": ("her ventes {near}, ikke »{word}«", "expected {near}, not “{word}”"),
    "datatype": (
        'datatypen skrives med ^^: "2024-01-01"^^xsd:date',
        'a datatype is written with ^^: "2024-01-01"^^xsd:date',
    ),
}


def told(name: str, **about: str) -> Told:
    """Return what is said about a mistake, in each language."""
    danish, english = WORDS[name]
    return {"da": danish.format(**about), "en": english.format(**about)}
