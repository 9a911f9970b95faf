"""The reference pages that are generated from the code: `python -m tests.docs.reference` writes them."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from samspil.errors import SamspilError
from samspil.namespaces import PREFIXES
from samspil.project import Project
from samspil.queries import Question, read_library

REFERENCE: Final = Path(__file__).parents[2] / "docs" / "reference"


def questions() -> str:
    """Return the page of every question: its words, its parameters, its columns."""
    library = read_library(Project.shipped().queries)
    intro = (
        "# Questions\n\nWhat the register can answer, in Danish and English. "
        "Ask one with `samspil query NAME -p parameter=value`.\n"
    )
    return "\n".join([intro, *map(_question, library)])


def _question(question: Question) -> str:
    """Return the section of one question."""
    lines = [f"## `{question.name}`", "", question.summary["da"] + "  ", f"*{question.summary['en']}*", ""]
    lines += [question.description["da"], "", f"*{question.description['en']}*", ""]
    if question.parameters:
        lines += ["| parameter | type | default | da | en |", "|---|---|---|---|---|"]
        for p in question.parameters:
            lines.append(
                f"| `{p.name}` | {p.type} | {p.default or ''} | {p.summary['da']} | {p.summary['en']} |"
            )
        lines.append("")
    if not question.columns:
        return "\n".join([*lines, "Svaret er en graf (RDF). *The answer is a graph (RDF).*", ""])
    lines += ["| column | da | en |", "|---|---|---|"]
    lines += [f"| `{name}` | {words['da']} | {words['en']} |" for name, words in question.columns.items()]
    return "\n".join([*lines, ""])


def errors() -> str:
    """Return the page of every error: its exit code and its words in both languages."""
    lines = ["# Errors", "", "What each means and what to do, with the exit code of the command.", ""]
    lines += ["| error | exit code | da | en |", "|---|---|---|---|"]
    for kind in sorted(_concrete(SamspilError), key=lambda kind: (kind.exit_code, kind.__name__)):
        words = [kind.messages[lang].replace("\n", " ").replace("|", "\\|") for lang in ("da", "en")]
        lines.append(f"| {kind.__name__} | {kind.exit_code} | {words[0]} | {words[1]} |")
    return "\n".join([*lines, ""])


def _concrete(kind: type[SamspilError]) -> list[type[SamspilError]]:
    """Return the kinds of error below one that are raised themselves."""
    below = kind.__subclasses__()
    return [kind] if not below else [found for one in below for found in _concrete(one)]


def prefixes() -> str:
    """Return the page of the prefixes that every query knows."""
    rows = [f"| `{name}:` | <{namespace}> |" for name, namespace in PREFIXES.items()]
    return "\n".join(
        ["# Prefixes", "", "Known in every query.", "", "| prefix | namespace |", "|---|---|", *rows, ""]
    )


# File to what writes it.
PAGES: Final[dict[str, Callable[[], str]]] = {
    "questions.md": questions,
    "errors.md": errors,
    "prefixes.md": prefixes,
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (REFERENCE / name).write_text(page(), encoding="utf-8")
