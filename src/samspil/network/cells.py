"""Rows of the map's questions, read as actors, relations and passages."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from samspil.network.records import Actor, Relation, Source
from samspil.store import Rows

__all__ = ["Cells", "actor_in", "cells_of", "named", "relation_in", "source_in"]

# Name of a column to the text of its value; a column without a value in the row is not there.
Cells: TypeAlias = Mapping[str, str]


def cells_of(rows: Rows) -> Iterator[Cells]:
    """Yield the rows of an answer."""
    for row in rows:
        values = zip(rows.variables, row, strict=True)
        yield {column: str(getattr(term, "value", term)) for column, term in values if term is not None}


def named(cells: Cells, columns: tuple[str, str], otherwise: str) -> tuple[str, str]:
    """Return a Danish and an English name; a missing one is lent by the other, or is the last resort."""
    danish, english = (cells.get(column) for column in columns)
    return (danish or english or otherwise, english or danish or otherwise)


def actor_in(cells: Cells) -> Actor:
    """Return the node that a row of `network/actors` describes."""
    label_da, label_en = named(cells, ("labelDa", "labelEn"), cells["node"])
    type_da, type_en = named(cells, ("typeDa", "typeEn"), cells["type"])
    return Actor(
        iri=cells["node"],
        label_da=label_da,
        label_en=label_en,
        type=cells["type"],
        type_da=type_da,
        type_en=type_en,
        node_shape=cells.get("nodeShape", ""),
        colour=cells["colour"],
        order=int(cells["order"]),
        is_hub=cells["hub"] == "true",
    )


def relation_in(cells: Cells) -> Relation:
    """Return the edge that a row of `network/relations` describes."""
    type_da, type_en = named(cells, ("typeDa", "typeEn"), cells["type"])
    label_da, label_en = named(cells, ("labelDa", "labelEn"), type_da)
    through = cells.get("through", "")
    return Relation(
        relation=cells["relation"],
        source=cells["source"],
        target=cells["target"],
        type=cells["type"],
        type_da=type_da,
        type_en=type_en,
        label_da=_whole(type_da, label_da, through),
        label_en=_whole(type_en, label_en, through),
        colour=cells["colour"],
        dash=cells["dash"],
        width=int(cells["width"]),
        directed=cells["directed"] == "true",
        order=int(cells["order"]),
        period=cells.get("period", ""),
        through=through,
    )


def source_in(cells: Cells) -> Source:
    """Return the passage that a row of `network/sources` or `network/passages` describes."""
    document_da, document_en = named(cells, ("sourceLabelDa", "sourceLabelEn"), cells["source"])
    passage_da, passage_en = named(cells, ("passageLabelDa", "passageLabelEn"), cells["passage"])
    return Source(
        document_da=document_da,
        document_en=document_en,
        locator=cells["locator"],
        passage_da=passage_da,
        passage_en=passage_en,
        passage=cells["passage"],
        page=cells.get("page", ""),
        document=cells["source"],
    )


def _whole(type: str, label: str, through: str) -> str:
    """Return the name of a relation to a cooperation that has no node: what it is, and of which cooperation.

    A steering group is tied to both parties of its partnership: it is not part of either.
    """
    return f"{type} {label}" if through and label != type else label
