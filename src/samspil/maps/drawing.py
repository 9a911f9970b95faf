"""What a network becomes on paper: every node at its place, every relation beside those it is parallel to."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from samspil.maps.geography import Geography, geography
from samspil.maps.legend import read_types, short_ids
from samspil.maps.placing import lines_of, positions, seats, shape_of
from samspil.maps.things import Drawing, Edge, Named, Node, document_of, line_id, short
from samspil.network import (
    Fact,
    Measures,
    Network,
    Source,
    communities,
    facts_of,
    measures,
    sources_of,
    themes_of,
)

__all__ = ["draw"]

# Where a relation has the days between which it starts and ends.
_BOUNDS: Final = ("earliest_start", "latest_start", "earliest_end", "latest_end")

_CURVE: Final = 0.22  # roundness between neighbouring lines of a bundle


@dataclass(frozen=True)
class _Index:
    """The number of each thing on the map, by IRI; of a passage, by itself."""

    nodes: Mapping[str, int]
    types: Mapping[str, int]
    themes: Mapping[str, int]
    sources: Mapping[Source, int]

    def cited(self, network: Network, iri: str) -> tuple[int, ...]:
        """Return the numbers of the passages that state a thing."""
        return tuple(self.sources[source] for source in sources_of(network, iri))


def draw(network: Network) -> Drawing:
    """Return the drawing of a network. Raises UnknownName for a colour, dash or shape that is not ours."""
    types, lines = read_types(network)
    used = dict.fromkeys((*network.nodes, *(edge["relation"] for *_, edge in network.edges(data=True))))
    facts = {short(iri): told for iri in used if (told := facts_of(network, iri))}
    themes = _themes(network)
    index = _Index(
        nodes=_numbers(network.nodes),
        types=_numbers(kind.iri for kind in types),
        themes=_numbers(theme.iri for theme in themes),
        sources=_numbers(_sources(network, used, facts)),
    )
    measured, groups, land = measures(network), communities(network), geography(seats(network))
    return Drawing(
        types=types,
        lines=lines,
        nodes=_nodes(network, index, measured, groups, land),
        edges=_edges(network, index),
        sources=tuple(index.sources),
        documents=_documents(index.sources),
        themes=themes,
        facts=facts,
        measures=measured,
        communities=tuple(tuple(index.nodes[iri] for iri in members) for members in groups),
        geography=land,
    )


def _numbers(things: Iterable[Any]) -> dict[Any, int]:
    """Return the number of each of some things."""
    return {thing: number for number, thing in enumerate(things)}


def _sources(
    network: Network, used: Iterable[str], facts: Mapping[str, Iterable[Fact]]
) -> tuple[Source, ...]:
    """Return every passage that the map cites, in an order of their own."""
    cited = {source for iri in used for source in sources_of(network, iri)}
    cited |= {source for told in facts.values() for fact in told for source in fact.sources}
    return tuple(sorted(cited))


def _themes(network: Network) -> tuple[Named, ...]:
    """Return the themes of the relations, in order of IRI."""
    found = sorted(themes_of(network).items())
    ids = short_ids(iri for iri, _ in found)
    return tuple(Named(ids[iri], iri, (theme.label_da, theme.label_en)) for iri, theme in found)


def _documents(sources: Iterable[Source]) -> tuple[Named, ...]:
    """Return the documents that passages are of."""
    found = {
        document_of(source): Named(
            id=short(document_of(source)),
            iri=document_of(source),
            name=(source.document_da, source.document_en),
            page=source.page,
        )
        for source in sources
    }
    return tuple(found.values())


def _nodes(
    network: Network,
    index: _Index,
    measured: Measures,
    groups: Iterable[Iterable[str]],
    land: Geography | None,
) -> tuple[Node, ...]:
    """Return the nodes, each where the layout puts it."""
    group = {iri: number for number, members in enumerate(groups) for iri in members}
    at, placed = positions(network, group), land.places if land else {}
    return tuple(
        Node(
            id=short(iri),
            iri=iri,
            name=(node["label_da"], node["label_en"]),
            lines=lines_of(node),
            also=node["also"],
            bears=node["bears"],
            type=index.types[node["type"]],
            hub=node["is_hub"],
            shape=shape_of(node)[0],
            size=shape_of(node)[1],
            x=round(at[iri][0]),
            y=round(at[iri][1]),
            geo=placed.get(iri),
            seat=(node["seat_da"], node["seat_en"]),
            community=group[iri],
            measures=measured.of.get(iri),
            sources=index.cited(network, iri),
            degree=len({(edge["type"], edge["relation"]) for *_, edge in _incident(network, iri)}),
            parties=sum(edge["type"] == node["type"] for *_, edge in _incident(network, iri)),
        )
        for iri, node in network.nodes(data=True)
    )


def _edges(network: Network, index: _Index) -> tuple[Edge, ...]:
    """Return the relations in the order of the legend, those between the same two nodes bent apart."""
    rows = sorted(
        network.edges(keys=True, data=True),
        key=lambda row: (row[3]["order"], row[3]["type"], row[3]["label_da"], row[2], row[:2]),
    )
    ids = _edge_ids([(one, other, edge["relation"]) for one, other, _, edge in rows])
    return tuple(
        Edge(
            id=identifier,
            relation=short(edge["relation"]),
            source=index.nodes[one],
            target=index.nodes[other],
            name=(edge["label_da"], edge["label_en"]),
            type=index.types[edge["type"]],
            curve=curve,
            edtf=edge["edtf"],
            period=(edge["period_da"], edge["period_en"]),
            bounds=tuple(edge[name] for name in _BOUNDS),
            weight=edge["weight"],
            themes=tuple(index.themes[iri] for iri in edge["themes"] if iri in index.themes),
            sources=index.cited(network, edge["relation"]),
        )
        for (one, other, _, edge), identifier, curve in zip(rows, ids, _curves(rows), strict=True)
    )


def _curves(rows: Sequence[tuple[str, str, str, Any]]) -> list[float]:
    """Return how far each line bends, so that those between the same two nodes fan out around the straight one."""
    bundles = Counter(frozenset((one, other)) for one, other, *_ in rows)
    drawn: Counter[frozenset[str]] = Counter()
    curves = []
    for one, other, *_ in rows:
        ends = frozenset((one, other))
        bend = _CURVE * (drawn[ends] - (bundles[ends] - 1) / 2)
        drawn[ends] += 1
        curves.append(round(bend if one <= other else -bend, 3))
    return curves


def _incident(network: Network, iri: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Return the relations of a node, whichever way they point."""
    return [*network.in_edges(iri, data=True), *network.out_edges(iri, data=True)]


def _edge_ids(edges: Sequence[tuple[str, str, str]]) -> list[str]:
    """Return a name for each line: that of its relation, with its ends and a number where several bear it."""
    own = Counter(relation for *_, relation in edges)
    names = [
        line_id(short(relation), short(one), short(other)) if own[relation] > 1 else short(relation)
        for one, other, relation in edges
    ]
    seen: Counter[str] = Counter()
    numbered = []
    for name in names:
        seen[name] += 1
        numbered.append(name if seen[name] == 1 else f"{name}~{seen[name]}")
    return numbered
