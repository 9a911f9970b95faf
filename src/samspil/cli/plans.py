"""`--explain` for people: the steps of a plan in the order in which they run, with their rows and times.

The engine gives a tree whose root comes last. Read from its leaves it is a list: each step takes the rows of the
one before it, and what stands further in is done for a step, not after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samspil.answers.words import grouped
from samspil.cli.prefixed import prefixed
from samspil.namespaces import RDF, XSD
from samspil.store.plan import Step

__all__ = ["drawn_plan", "drawn_times"]

_WORDS: Final[dict[str, dict[str, str]]] = {
    "da": {
        "times": "Tider",
        "plan": "Plan: trinene i den rækkefølge, de udføres",
        "rows": "rækker",
        "own": "ms",
        "slowest": "← langsomst",
        "legend": "+ for hver række; × alle kombinationer; (?x) forbundet ved ?x; det indrykkede hører til linjen før.",
        "disk": "Rækker og tider er målt i et lager på disk med samme motor; i hukommelsen går det ofte hurtigere.",
        "remote": "Serverens egen plan kan ikke ses herfra: SPARQL har intet fælles ord for den.",
        "register": "registeret åbnet",
        "server": "forbundet, og serverens grafer fundet",
        "trip": "en tur til serveren og tilbage",
        "first": "første række",
        "all": "alle rækker ({count})",
        "answer": "svaret fundet",
        "written": "hele svaret, fundet og skrevet",
    },
    "en": {
        "times": "Times",
        "plan": "Plan: the steps in the order in which they run",
        "rows": "rows",
        "own": "ms",
        "slowest": "← slowest",
        "legend": "+ for each row; × all combinations; (?x) joined on ?x; what is indented belongs to the line before.",
        "disk": "Rows and times are measured in a store on disk with the same engine; memory is often faster.",
        "remote": "The server's own plan cannot be seen from here: SPARQL has no common word for it.",
        "register": "register opened",
        "server": "connected, and the server's graphs found",
        "trip": "a trip to the server and back",
        "first": "first row",
        "all": "all rows ({count})",
        "answer": "answer found",
        "written": "the whole answer, found and written",
    },
}
_INDENT: Final = "  "
_WIDEST: Final = 120
_WORTH_A_MARK: Final = 0.001  # seconds

# Name of a step in the engine to what SPARQL calls it; {} is what stands in its brackets.
_NAMES: Final[dict[str, str]] = {
    "QuadPattern": "{}",
    "Path": "{}",
    "Filter": "FILTER {}",
    "Project": "SELECT {}",
    "Group": "GROUP BY {}",
    "Aggregate": "GROUP BY {}",
    "Sort": "ORDER BY {}",
    "Slice": "LIMIT/OFFSET {}",
    "Distinct": "DISTINCT",
    "Reduced": "REDUCED",
    "StaticBindings": "VALUES {}",
    "Union": "UNION",
    "Service": "SERVICE {}",
}


@dataclass(frozen=True)
class _Line:
    """One line of a drawn plan: how far in it stands, its rows, its own seconds, its words."""

    depth: int
    rows: int
    seconds: float
    text: str


def drawn_times(times: Sequence[tuple[str, float, Mapping[str, str]]], lang: str) -> str:
    """Return the times, in seconds, of the stages of an answer; each has a name, and what its words name."""
    words = _WORDS[lang]
    rows = [
        (f"{_figure(seconds * 1000, lang)} ms", words[name].format(**about)) for name, seconds, about in times
    ]
    width = max(len(figure) for figure, _ in rows)
    return "\n".join([words["times"], *(f"  {figure:>{width}}  {text}" for figure, text in rows), ""])


def drawn_plan(plan: Step | None, lang: str, width: int | None = None) -> str:
    """Return a plan as lines of rows, milliseconds and words; None is the plan of a server, which is not known."""
    words = _WORDS[lang]
    if plan is None:
        return f"\n{words['remote']}\n"
    lines = list(_lines(plan, 0))
    slowest = max(lines, key=lambda line: line.seconds)
    rows = [grouped(line.rows, lang) for line in lines]
    times = [_figure(line.seconds * 1000, lang) for line in lines]
    wide_rows = max(map(len, [*rows, words["rows"]]))
    wide_times = max(map(len, [*times, words["own"]]))
    drawn = ["", words["plan"], f"  {words['rows']:>{wide_rows}}  {words['own']:>{wide_times}}"]
    for line, count, time in zip(lines, rows, times, strict=True):
        start = f"  {count:>{wide_rows}}  {time:>{wide_times}}  {_INDENT * line.depth}"
        mark = f"  {words['slowest']}" if line is slowest and line.seconds > _WORTH_A_MARK else ""
        drawn.append(_cut(start + line.text, (width or _WIDEST) - len(mark)) + mark)
    return "\n".join([*drawn, "", words["legend"], words["disk"], ""])


def _lines(step: Step, depth: int) -> Iterator[_Line]:
    """Yield the lines of a step, after those of the step whose rows it takes."""
    kind, _, about = step.name.partition("(")
    about = _short(about.removesuffix(")"))
    if not step.below or kind == "Union":
        yield _Line(depth, step.rows, step.own, _named(kind, about))
        for below in step.below:
            yield from _lines(below, depth + 1)
        return
    first, *others = step.below
    yield from _lines(first, depth)
    if _is_join(kind) and len(others) == 1 and not others[0].below:
        text = _joined(kind, about) + _leaf(others[0])
        yield _Line(depth, step.rows, step.own + others[0].own, text)
        return
    text = _joined(kind, about).strip() if _is_join(kind) else _named(kind, about)
    yield _Line(depth, step.rows, step.own, text)
    for other in others:
        yield from _lines(other, depth + 1)


def _is_join(kind: str) -> bool:
    return kind in ("Lateral", "Join", "LeftJoin", "ForLoopLeftJoin", "ForLoopJoin", "AntiJoin", "Minus")


def _joined(kind: str, about: str) -> str:
    """Return what stands before that which a step joins to its rows."""
    keys = re.search(r"keys = ([^,)]*(?:, \?\w+)*)", about)
    shared = f"({keys[1].strip()}) " if keys and keys[1].strip() else ""
    if kind in ("LeftJoin", "ForLoopLeftJoin"):
        return f"OPTIONAL {shared}"
    if kind in ("AntiJoin", "Minus"):
        return f"MINUS {shared}"
    if kind == "Join":
        return f"JOIN {shared}" if shared else "× "
    return "+ "


def _leaf(step: Step) -> str:
    kind, _, about = step.name.partition("(")
    return _named(kind, _short(about.removesuffix(")")))


def _named(kind: str, about: str) -> str:
    """Return the words of a step that joins nothing."""
    if kind == "Extend":
        expression, _, name = about.rpartition(" -> ")
        return f"BIND ({expression} AS {name})"
    return _NAMES.get(kind, f"{kind} {{}}").replace("{}", about).strip()


def _short(text: str) -> str:
    """Return the words of a step with our prefixes in them, and true and numbers as people write them."""
    text = re.sub(rf'"([^"]*)"\^\^<{re.escape(XSD)}(?:boolean|integer|decimal)>', r"\1", text)
    text = text.replace(f"<{RDF}type>", "a")
    return prefixed(text)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _figure(milliseconds: float, lang: str) -> str:
    """Return milliseconds as they are written in a language: the smaller the more exactly."""
    text = f"{milliseconds:.2f}" if milliseconds < 10 else f"{milliseconds:,.0f}"
    return text.translate(str.maketrans(".,", ",.")) if lang == "da" else text
