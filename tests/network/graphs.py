"""Networks of any form, for the tests of measures: actors, hubs with parties, bodies that bear cooperations."""

from hypothesis import strategies as st

from samspil.network import Actor, Network, Relation, network_from

__all__ = ["actor", "hub", "networks", "relation"]

_ACTORS = [f"a{number}" for number in range(9)]
_HUBS = ["h0", "h1", "h2"]


def actor(iri: str, *bears: str) -> Actor:
    """Return an actor."""
    return Actor(iri, iri.upper(), iri.upper(), "t", "t", "t", "circle", "#D6E4F0", 21, bears=bears)


def hub(iri: str) -> Actor:
    """Return a cooperation with a node of its own."""
    return Actor(iri, iri.upper(), iri.upper(), "c", "c", "c", "", "#0B4F8A", 1, is_hub=True)


def relation(
    iri: str, source: str, target: str, *, type: str = "r", weight: float = 1.0, period: str = ""
) -> Relation:
    """Return a relation."""
    return Relation(
        iri, source, target, type, type, type, iri, iri, "#0B4F8A", "solid", 2, False, 1, period, weight=weight
    )  # fmt: skip


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Return a network of some actors and hubs, with ties of every kind between them."""
    ends = st.sampled_from(_ACTORS)
    weights = st.sampled_from([0.5, 1.0, 3.0])
    direct = draw(st.lists(st.tuples(ends, ends, weights), max_size=20))
    parties = draw(st.lists(st.tuples(ends, st.sampled_from(_HUBS)), max_size=12))
    onto = draw(st.lists(st.tuples(ends, st.sampled_from(_HUBS)), max_size=3))
    relations = [
        *(relation(f"r{n}", one, other, weight=w) for n, (one, other, w) in enumerate(direct)),
        *(relation(place, one, place) for one, place in parties),
        *(relation(f"o{n}", one, place, type="o") for n, (one, place) in enumerate(onto)),
    ]
    return network_from([*map(actor, _ACTORS), *map(hub, _HUBS)], relations, {})
