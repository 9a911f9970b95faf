"""What was answered: rows of Python values, to look at, to compute with, to turn into a frame or a file.

An answer is read to its end when it is asked for and does not change afterwards. It keeps the terms of RDF as the
engine gave them, so that a file that is written from it is exact: values of Python are made from them, never the
other way. It is not asked again for that, since the second answer could be another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast, overload

import pyoxigraph as ox

from samspil.answers import format_of, write
from samspil.answers.asked import Asked
from samspil.exports import write_bytes
from samspil.graph.rows import Row
from samspil.graph.showing import as_html, as_text, counted
from samspil.graph.values import value_of
from samspil.settings import spoken
from samspil.store import Rows, Term
from samspil.wording import Columns, Table

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["Answer"]

# The most rows that are shown in a terminal and in a notebook.
_TEXT_ROWS: Final = 20
_HTML_ROWS: Final = 60


@dataclass(frozen=True, repr=False)
class Answer(Sequence[Row]):
    """The rows of an answer, in the order in which they came. Equal to an answer with the same columns and terms.

    >>> answer = graph.ask("agreements/in-force", on="2024-02-19", actor="aarhus-universitet")
    >>> len(answer)
    1
    >>> answer[0].agreementLabel, answer[0].latestEnd
    ('Aftalen med Aarhus Universitet, 2022-2025', datetime.date(2025, 12, 31))
    >>> [row.agreement.short for row in answer if row.certain]
    ['agreement/au-2022']
    """

    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]
    _asked: Asked = field(compare=False)

    @classmethod
    def of(cls, rows: Rows, asked: Asked) -> Answer:
        """Return the answer that rows are, read to their end."""
        return cls(tuple(rows.variables), tuple(rows), asked)

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        """The rows as values."""
        return tuple(Row(self.columns, tuple(map(value_of, terms))) for terms in self.terms)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.terms)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Answer: ...
    def __getitem__(self, place: int | slice) -> Row | Answer:
        """Return a row, or an answer of some of the rows: `answer[:5]`. Raises IndexError."""
        if isinstance(place, slice):
            return Answer(self.columns, self.terms[place], self._asked)
        return self._rows[place]

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows."""
        return iter(self._rows)

    def meanings(self, lang: str | None = None) -> Mapping[str, str]:
        """Return what the columns mean, in the graph's language or another; SPARQL of one's own says nothing of it.

        Raises UnknownName for another language than da and en.

        >>> graph.ask("agreements/in-force", on="2024-02-19").meanings("en")["latestEnd"]
        'latest end'
        """
        words, language = self._asked.question.columns, spoken(lang or self._asked.lang)
        return {name: words[name][language] for name in self.columns if name in words}

    def to_pandas(self) -> pd.DataFrame:
        """Return the answer as a pandas data frame, whose columns have the types of their values.

        Days are datetime64, integers and yes and no may be missing, a period is its EDTF text.
        Raises NotInstalled without pandas: `pip install pandas`.

        >>> frame = graph.ask("agreements/in-force", on="2024-02-19").to_pandas()
        >>> [str(frame.dtypes[name]) for name in ("certain", "latestEnd")]
        ['boolean', 'datetime64[s]']
        """
        from samspil.graph.frames import to_pandas

        return to_pandas(self.columns, self._rows)

    def to_polars(self) -> pl.DataFrame:
        """Return the answer as a polars data frame, whose columns have the types of their values.

        Raises NotInstalled without polars: `pip install polars`.

        >>> frame = graph.ask("agreements/in-force", on="2024-02-19").to_polars()
        >>> [str(frame.schema[name]) for name in ("certain", "latestEnd")]
        ['Boolean', 'Date']
        """
        from samspil.graph.frames import to_polars

        return to_polars(self.columns, self._rows)

    def write(self, path: str | PathLike[str], format: str = "") -> Path:
        """Write the answer to a file, making its folder when needed, and return the path.

        The suffix names the format, unless `format` does: csv, tsv, json and xml are exact; xlsx, md, txt and the
        format `excel` are for people, in the words of the graph's language.
        Raises UnknownFormat, TooManyRows for a spreadsheet that cannot hold them, UnwritableOutput.

        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     path = graph.ask("agreements/in-force", on="2024-02-19").write(folder + "/in-force.xlsx")
        ...     path.name
        'in-force.xlsx'
        """
        target, asked = Path(path), self._asked
        data = write(
            self._again(),
            asked.question,
            asked.store,
            format or format_of(target),
            asked.lang,
            values=asked.values,
            today=asked.today,
        )
        return write_bytes(target, data)

    def __repr__(self) -> str:
        """Return the first rows as a table with labels."""
        shown, lang = self[:_TEXT_ROWS], self._asked.lang
        return as_text(shown._table(), lang, counted(len(shown), len(self), lang))

    def _repr_html_(self) -> str:
        """Return the first rows as a table of HTML with labels."""
        shown, lang = self[:_HTML_ROWS], self._asked.lang
        return as_html(shown._table(), lang, counted(len(shown), len(self), lang))

    def _table(self) -> Table:
        """Return the answer in words."""
        columns = Columns.of(self.columns, self._asked.question, self._asked.lang)
        cells = columns.read(self.terms, self._asked.store, self._asked.lang)
        return Table(
            columns.headings, tuple(tuple(cell.words if cell else None for cell in row) for row in cells)
        )

    def _again(self) -> Rows:
        """Return the answer as an engine gives it, from its terms (SPARQL 1.1 Query Results CSV and TSV Formats, 4)."""
        head = "\t".join(f"?{name}" for name in self.columns)
        lines = ("\t".join(map(_written, row)) for row in self.terms)
        text = "\n".join([head, *lines, ""])
        return Rows(cast("ox.QuerySolutions", ox.parse_query_results(text, format=ox.QueryResultsFormat.TSV)))


def _written(term: Term | None) -> str:
    """Return a term as that format writes it, nothing for none; a triple as RDF 1.2 Turtle does."""
    if term is None:
        return ""
    return f"<<( {term} )>>" if isinstance(term, ox.Triple) else str(term)
