"""Answers to write: of a small store, or of one row of terms that a test gives."""

from datetime import date
from pathlib import Path

import pyoxigraph as ox

from samspil import answers
from samspil.dataset import Dataset
from samspil.namespaces import XSD
from samspil.queries import Question, parse_question
from samspil.store import Rows
from samspil.store.local import LocalStore

TODAY = date(2024, 2, 19)

NORDDJURS = "https://w3id.org/samspil/id/actor/norddjurs-kommune"

# A label in both languages, and a thing without any.
STORE = Dataset()
STORE.add(
    "https://w3id.org/samspil/graph/x",
    [
        ox.Triple(
            ox.NamedNode(NORDDJURS),
            ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel"),
            ox.Literal(label, language=lang),
        )
        for label, lang in (("Norddjurs Kommune", "da"), ("Norddjurs Municipality", "en"))
    ],
)

QUESTION = f"""\
#+ summary: {{da: Hvem og hvornår, en: Who and when}}
#+ description: {{da: Én række af hver slags., en: One row of each kind.}}
#+ parameters:
#+   "on": {{type: date, default: today, da: Dagen, en: The day}}
#+ columns:
#+   actor: {{da: aktør, en: actor}}
#+   actorLabel: {{da: aktørens navn, en: name of the actor}}
#+   count: {{da: antal, en: number}}
#+   share: {{da: andel, en: share}}
#+   start: {{da: begyndelse, en: start}}
#+   period: {{da: periode, en: period}}
#+   certain: {{da: sikkert, en: certain}}
PREFIX xsd: <{XSD}>
SELECT ?actor ?actorLabel ?count ?share ?start ?period ?certain WHERE {{
  VALUES (?on) {{ ("2024-01-01"^^xsd:date) }}
  VALUES (?actor ?actorLabel ?count ?share ?start ?period ?certain) {{
    (<{NORDDJURS}> "Norddjurs"@da 1200 1.5 "2025-12-31"^^xsd:date
     "2021-23"^^<http://id.loc.gov/datatypes/edtf/EDTF> true)
    (<https://example.org/a> UNDEF -1 0.25 "1899-05-01"^^xsd:date UNDEF false)
  }}
}}
"""


def store() -> LocalStore:
    """Return the small store."""
    return LocalStore(STORE)


def written(
    query: str, format: str, lang: str = "da", width: int | None = None, limit: int | None = None
) -> bytes:
    """Return the answer to a query in a format.

    Rows come from pyoxigraph itself: beside an escape, our engine refuses the word SERVICE even in a text.
    """
    question, engine = parse_question(query, "t/q"), store()
    found = STORE.store.query(query)
    answer = Rows(found) if isinstance(found, ox.QuerySolutions) else engine.run(query)
    return answers.write(answer, question, engine, format, lang, width, limit=limit)


def of_terms(*rows: tuple[ox.Literal | ox.NamedNode | None, ...]) -> str:
    """Return the query whose answer is rows of terms, in columns a, b, c ..."""
    names = " ".join(f"?{'abcdefghijklmnopqrstuvwxyz'[i]}" for i in range(len(rows[0])))
    values = " ".join(f"({' '.join('UNDEF' if term is None else str(term) for term in row)})" for row in rows)
    return f"SELECT {names} WHERE {{ VALUES ({names}) {{ {values} }} }}"


def of_texts(*texts: str) -> str:
    """Return the query whose answer is one column of texts."""
    return of_terms(*((ox.Literal(text),) for text in texts))


def parts() -> tuple[Rows, Question, LocalStore]:
    """Return the rows of the question above, the question, and the store."""
    engine = store()
    return engine.select(QUESTION), parse_question(QUESTION, "t/who", Path("who.rq")), engine
