"""Who is tied to whom, as a `networkx.MultiDiGraph` for maps, measures and notebooks.

The ontology says what is an actor, what is a relation and how each is drawn; the questions of the topic `network`
that are tagged `map` fetch it. Here the rows become a graph, and no class is named.

Node key: IRI. Node attributes: those of `Actor` but for the IRI.
Edge key: IRI of the relation (a cooperation, an ownership, the subject of a direct relation); where one ties the same
two ends again, the later ones add the IRI of their type, then their period, then a number. Edge attributes: those of
`Relation` but for the ends, and when it holds: `edtf` (the texts that follow from `period` or `agreements`),
`period_da` and `period_en` (in words), and the four days of `network.times.Bounds` as text.
What sources say is in graph attributes that `sources_of`, `facts_of` and `themes_of` read.

A cooperation and the one body that carries it are one place: the relations of the parties end at the body, which
`bears` the cooperation. Any SELECT with `?source` and `?target` is a network too: `network_of`.
"""

from samspil.network.building import Network, facts_of, network_from, sources_of, themes_of
from samspil.network.communities import communities
from samspil.network.fetching import build_network
from samspil.network.measures import ActorMeasures, Measures, measures
from samspil.network.records import Actor, Fact, Relation, Source, Theme
from samspil.network.rows import network_from_rows, network_of
from samspil.network.times import Bounds, bounds_of

__all__ = [
    "Actor",
    "ActorMeasures",
    "Bounds",
    "Fact",
    "Measures",
    "Network",
    "Relation",
    "Source",
    "Theme",
    "bounds_of",
    "build_network",
    "communities",
    "facts_of",
    "measures",
    "network_from",
    "network_from_rows",
    "network_of",
    "sources_of",
    "themes_of",
]
