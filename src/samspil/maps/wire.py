"""The map as JSON: columns of numbers over one list of texts, so that a thousand actors fit in a small file.

A text that many things share stands once in `texts`, and everything else names it by its number; -1 is none.
`script/model.js` reads this back into nodes, relations and what is told about them. What is long is deflated:
{"deflate": base64 of RFC 1951} stands in its place, and `script/data.js` undoes that.
"""

import base64
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from samspil.maps.things import Edge, Node, short
from samspil.maps.words import Pair

__all__ = ["JSON", "Texts", "brief", "carried", "edge_record", "node_record"]

# How JSON is written: nothing that a page would not keep, and no blanks.
JSON: Final[dict[str, Any]] = {"separators": (",", ":"), "ensure_ascii": False, "allow_nan": False}

_PLAIN: Final = 500_000  # letters up to which everybody can read the data in the page's source

# Columns of the nodes and of the relations, in the order in which they are written.
_NODE: Final = (
    *("id", "name", "lines", "also", "bears", "type", "hub", "shape", "size", "x", "y", "geo", "community"),
    *("sources", "degree", "weightedDegree", "betweenness", "pageRank", "closeness"),
)
_EDGE: Final = (
    *(
        "id",
        "iri",
        "source",
        "target",
        "name",
        "type",
        "curve",
        "weight",
        "period",
        "edtf",
        "bounds",
        "themes",
    ),
    "sources",
)


class Texts:
    """The texts of a page, each once; `list` has them by their numbers."""

    def __init__(self) -> None:
        """Begin with none."""
        self.list: list[str | Pair] = []
        self._numbers: dict[Pair, int] = {}

    def number(self, danish: str, english: str | None = None) -> int:
        """Return the number of a text in both languages, which is taken in when it is new; -1 for an empty one."""
        pair = (danish, danish if english is None else english)
        if not any(pair):
            return -1
        if pair not in self._numbers:
            self._numbers[pair] = len(self.list)
            self.list.append(pair if pair[0] != pair[1] else pair[0])
        return self._numbers[pair]


def brief(number: float) -> float | int:
    """Return a number with the three digits that a reader or a size on the map can use."""
    rounded = float(f"{number:.3g}")
    return int(rounded) if rounded.is_integer() else rounded


def node_record(node: Node, texts: Texts) -> dict[str, Any]:
    """Return what pyvis is told about a node, by the names of the columns."""
    measured = node.measures
    return {
        "name": texts.number(*node.name),
        "lines": texts.number(*node.lines),
        "also": node.also,
        "bears": [short(iri) for iri in node.bears],
        "type": node.type,
        "hub": int(node.hub),
        "shape": node.shape,
        "size": node.size,
        "x": node.x,
        "y": node.y,
        "geo": [*node.geo, texts.number(*node.seat)] if node.geo else 0,
        "community": node.community,
        "sources": node.sources,
        "degree": measured and measured.degree,
        "weightedDegree": measured and brief(measured.weighted_degree),
        "betweenness": measured and brief(measured.betweenness),
        "pageRank": measured and brief(measured.page_rank),
        "closeness": measured and brief(measured.closeness),
    }


def edge_record(edge: Edge, texts: Texts) -> dict[str, Any]:
    """Return what pyvis is told about a relation but for its ends, by the names of the columns."""
    return {
        "id": edge.id,
        "iri": edge.relation,
        "name": texts.number(*edge.name),
        "type": edge.type,
        "curve": brief(edge.curve),
        "weight": brief(edge.weight),
        "period": texts.number(*edge.period),
        "edtf": texts.number(edge.edtf),
        "bounds": [day or None for day in edge.bounds] if edge.edtf else 0,
        "themes": edge.themes,
        "sources": edge.sources,
    }


def carried(
    data: Mapping[str, Any], nodes: Sequence[Mapping[str, Any]], edges: Iterable[Mapping[str, Any]]
) -> dict[str, Any]:
    """Return the page's data with the columns of the nodes and relations that pyvis carried here.

    It is deflated where it is long; the same data gives the same bytes with the same zlib.
    """
    number = {node["id"]: number for number, node in enumerate(nodes)}
    placed = [{**edge, "source": number[edge["from"]], "target": number[edge["to"]]} for edge in edges]
    named = [{**node, "id": short(node["id"])} for node in nodes]
    whole = {**data, "nodes": _columns(named, _NODE), "edges": _columns(placed, _EDGE)}
    text = json.dumps(whole, **JSON)
    return whole if len(text) <= _PLAIN else {"deflate": _deflated(text)}


def _deflated(text: str) -> str:
    """Return a text deflated, in letters that may stand anywhere."""
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    return base64.b64encode(packer.compress(text.encode()) + packer.flush()).decode()


def _columns(records: Sequence[Mapping[str, Any]], names: Iterable[str]) -> dict[str, list[Any]]:
    """Return records as columns."""
    return {name: [record[name] for record in records] for name in names}
