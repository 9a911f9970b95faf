"""An answer written in a format: for machines by the standards, for people as a table, a text or a workbook.

Rows for machines are written by the engine that found them and are exact. For people they pass through
`samspil.wording`: labels, days in full, a heading for each column. The same answer gives the same bytes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from samspil.answers.asked import Asked
from samspil.dataset import serialize
from samspil.errors import UnfitFormat, UnknownFormat
from samspil.queries import Question
from samspil.store import Rows, Store, Triples

__all__ = ["FORMATS", "Format", "format_named", "format_of", "terminal_width", "write"]


@dataclass(frozen=True)
class Format:
    """A format: its name, the suffixes of its files, its media type, and the forms of answer that it can have.

    A form is `rows` (SELECT), `truth` (ASK) or `triples` (CONSTRUCT, DESCRIBE).
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    forms: tuple[str, ...]


_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# Name of a format to what it is; for each form, the first is what people read.
FORMATS: Final[dict[str, Format]] = {
    format.name: format
    for format in (
        Format("table", (".txt",), "text/plain; charset=utf-8", ("rows", "truth")),
        # SPARQL 1.1 Query Results CSV and TSV Formats; SPARQL 1.1 Query Results JSON Format;
        # SPARQL Query Results XML Format (Second Edition). The first two have no form for yes and no.
        Format("csv", (".csv",), "text/csv; charset=utf-8", ("rows",)),
        Format("tsv", (".tsv",), "text/tab-separated-values; charset=utf-8", ("rows",)),
        Format("json", (".json", ".srj"), "application/sparql-results+json", ("rows", "truth")),
        Format("xml", (".xml", ".srx"), "application/sparql-results+xml", ("rows", "truth")),
        Format("xlsx", (".xlsx",), _SHEET, ("rows",)),  # ISO/IEC 29500
        Format("markdown", (".md",), "text/markdown; charset=utf-8", ("rows",)),  # GitHub Flavored Markdown
        Format("excel", (), "text/csv; charset=utf-8", ("rows",)),  # CSV as a Danish Excel opens it
        Format("turtle", (".ttl",), "text/turtle", ("triples",)),  # RDF 1.1 Turtle
        Format("trig", (".trig",), "application/trig", ("triples",)),  # RDF 1.1 TriG
        Format("nt", (".nt",), "application/n-triples", ("triples",)),  # RDF 1.1 N-Triples
        Format("nq", (".nq",), "application/n-quads", ("triples",)),  # RDF 1.1 N-Quads
        Format("jsonld", (".jsonld",), "application/ld+json", ("triples",)),  # JSON-LD 1.1
        Format("rdfxml", (".rdf",), "application/rdf+xml", ("triples",)),  # RDF 1.1 XML Syntax
    )
}


def write(
    answer: Rows | Triples | bool,
    question: Question,
    store: Store,
    format: str,
    lang: str,
    width: int | None = None,
    *,
    values: Mapping[str, str] | None = None,
    today: date | None = None,
    limit: int | None = None,
) -> bytes:
    """Return an answer in a format; without one as people read it, a table or Turtle.

    `width` is that of the terminal which shows a table, None for a file. `values` and `today` are what the
    question was asked with, for the sheet about it. `limit` is how many rows an answer with more of them was
    cut to; words for people say so. Raises UnknownFormat, UnfitFormat for a format that this form of answer
    cannot have, TooManyRows for a spreadsheet that cannot hold them, and NotExpressible for what an RDF format lacks.
    """
    form = "truth" if isinstance(answer, bool) else "rows" if isinstance(answer, Rows) else "triples"
    possible = [name for name, one in FORMATS.items() if form in one.forms]
    chosen = format.casefold() or possible[0]
    if chosen not in possible:
        raise UnfitFormat(chosen, possible, form) if chosen in FORMATS else UnknownFormat(format, possible)
    if isinstance(answer, bool):
        return _TRUTHS[chosen](answer, lang).encode()
    if not isinstance(answer, Rows):
        return serialize(answer, chosen)
    if chosen not in _FOR_PEOPLE:
        return answer.serialize(chosen)
    return _FOR_PEOPLE[chosen](answer, Asked(question, store, lang, width, values or {}, today, limit))


def format_named(name: str) -> str:
    """Return the format of a name written in any case, or nothing for none. Raises UnknownFormat."""
    if name and name.casefold() not in FORMATS:
        raise UnknownFormat(name, tuple(FORMATS))
    return name.casefold()


def format_of(path: Path | str) -> str:
    """Return the format that a file's suffix names, or nothing without one. Raises UnknownFormat."""
    suffix = Path(path).suffix.lower()
    names = {suffix: name for name, format in FORMATS.items() for suffix in format.suffixes}
    if suffix and suffix not in names:
        raise UnknownFormat(suffix, tuple(names))
    return names.get(suffix, "")


def terminal_width() -> int | None:
    """Return how many columns the terminal has that reads standard output, None where none does."""
    from samspil.answers import terminal

    return terminal.terminal_width()


def _table(rows: Rows, asked: Asked) -> bytes:
    """Return a table for a terminal or a text file."""
    from samspil.answers.terminal import table

    return table(rows, asked)


def _markdown(rows: Rows, asked: Asked) -> bytes:
    """Return a table in Markdown."""
    from samspil.answers.markdown import markdown

    return markdown(rows, asked)


def _excel(rows: Rows, asked: Asked) -> bytes:
    """Return CSV for a Danish Excel."""
    from samspil.answers.spreadsheets import excel_csv

    return excel_csv(rows, asked)


def _xlsx(rows: Rows, asked: Asked) -> bytes:
    """Return a workbook."""
    from samspil.answers.xlsx import workbook

    return workbook(rows, asked)


# Name of a format for people to its writer of rows; each loads what it needs when it is asked for.
_FOR_PEOPLE: Final[dict[str, Callable[[Rows, Asked], bytes]]] = {
    "table": _table,
    "xlsx": _xlsx,
    "markdown": _markdown,
    "excel": _excel,
}

_XML: Final = (
    '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#">'
    "<head/><boolean>{}</boolean></sparql>\n"
)

# Name of a format to its words for yes and no.
_TRUTHS: Final[dict[str, Callable[[bool, str], str]]] = {
    "table": lambda holds, lang: {"da": ("nej\n", "ja\n"), "en": ("no\n", "yes\n")}[lang][holds],
    "json": lambda holds, _lang: f'{{"head":{{}},"boolean":{str(holds).lower()}}}\n',
    "xml": lambda holds, _lang: _XML.format(str(holds).lower()),
}
