"""What was asked, of which store, and for whom the answer is written: what every writer of rows is handed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from samspil.queries import Question, bind
from samspil.store import Store

__all__ = ["Asked"]


@dataclass(frozen=True)
class Asked:
    """A question as it was asked, and the language of the answer.

    `width` is that of the terminal that shows the answer, None for a file. `values` are the values that were
    given for parameters. `today` is the day that it was asked on. `limit` is how many rows an answer
    with more of them was cut to.
    """

    question: Question
    store: Store
    lang: str
    width: int | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    today: date | None = None
    limit: int | None = None

    @property
    def text(self) -> str:
        """Return the SPARQL that was asked, with its values where the day is known."""
        return self.question.text if self.today is None else bind(self.question, self.values, self.today)

    def value(self, name: str, default: str | None) -> str:
        """Return what stood for a parameter: what was given, else its default, today as a date."""
        text = self.values.get(name, "").strip() or default or ""
        return self.today.isoformat() if text == "today" and self.today else text
