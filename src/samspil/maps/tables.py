"""What the page says without its script: heading, lead, and the map as two plain tables where they are not too long."""

from collections.abc import Sequence
from typing import Any, Final

from samspil.maps.things import Drawing
from samspil.maps.words import WORDS, Pair, counted, filled, numeral

__all__ = ["headings", "static_tables"]

_LONGEST: Final = 500  # rows that a table without a script still helps anybody with


def headings(drawing: Drawing, title: str | Pair | None) -> dict[str, Pair]:
    """Return heading, lead and label of the map with their numbers."""
    counts = {
        "actors": counted("actors", len(drawing.nodes) - drawing.hubs),
        "relations": counted("relations", drawing.relations),
    }
    return {
        "heading": ((title, title) if isinstance(title, str) else title) if title else _learned(drawing),
        "lead": filled("lead", **counts),
        "label": filled("map_label", **counts),
    }


def static_tables(drawing: Drawing) -> dict[str, Any]:
    """Return the rows of both tables in the order of the legend: `relations` and `actors`, or `long` instead.

    `long` is the sentence that stands in their place where there are more relations than a reader gets through.
    """
    if len(drawing.edges) > _LONGEST:
        return {"long": filled("tables_long", relations=counted("relations", drawing.relations))}
    return {"relations": _relations(drawing), "actors": _actors(drawing), "long": None}


def _learned(drawing: Drawing) -> Pair:
    """Return the heading that says what the reader learns: who has the most relations, if one has."""
    actors = sorted((node for node in drawing.nodes if not node.hub), key=lambda node: -node.degree)
    if len(actors) < 2 or actors[0].degree == actors[1].degree:
        return WORDS["who_with_whom"]
    return filled(
        "most_tied",
        name=actors[0].name,
        ties=numeral(actors[0].degree),
        all=numeral(drawing.relations),
    )


def _relations(drawing: Drawing) -> list[dict[str, Any]]:
    """Return a row for each relation."""
    return [
        {
            "source": drawing.nodes[edge.source].name,
            "target": drawing.nodes[edge.target].name,
            "type": drawing.types[edge.type].name,
            "name": edge.name,
            "period": edge.period,
            "cited": _cited(drawing, edge.sources),
        }
        for edge in drawing.edges
    ]


def _actors(drawing: Drawing) -> list[dict[str, Any]]:
    """Return a row for each node."""
    return [
        {
            "name": node.name,
            "type": drawing.types[node.type].name,
            "unstated": node.hub and not node.parties,
            "count": node.degree,
            "cited": _cited(drawing, node.sources),
        }
        for node in drawing.nodes
    ]


def _cited(drawing: Drawing, numbers: Sequence[int]) -> list[tuple[Pair, str]]:
    """Return where something is stated: each document with its locators as one text."""
    return [(document, "; ".join(places)) for document, places in drawing.cited(numbers)]
