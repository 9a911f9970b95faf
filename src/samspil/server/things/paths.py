"""Ways from one thing to others along properties, written as SPARQL writes property paths (SPARQL 1.1, 9.1).

Only what pages need: `p`, `^p`, `p/q` and, outermost, `p/q|^r`. Every step is a look-up by index from where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from samspil.namespaces import PREFIXES, RDF

__all__ = ["Path", "Step", "path_of"]


@dataclass(frozen=True)
class Step:
    """A property that is followed, `back` from its object to its subjects."""

    property: str
    back: bool = False


# Each way to the same things: its steps.
Path: TypeAlias = tuple[tuple[Step, ...], ...]


@cache
def path_of(text: str) -> Path:
    """Return the path that a text writes; the empty text is the thing itself."""
    return tuple(
        tuple(_step(step) for step in way.split("/") if step) for way in "".join(text.split()).split("|")
    )


def _step(text: str) -> Step:
    """Return one step: a prefixed name, `a`, or either of them after `^`."""
    name = text.removeprefix("^")
    prefix, _, local = name.partition(":")
    return Step(RDF + "type" if name == "a" else PREFIXES[prefix] + local, back=text.startswith("^"))
