"""Betweenness of a network by our measures and by networkx, in turn: `python -m bench.measures [actors]`.

The network is made up: 1,000 actors and 3,000 relations, some actors with many, as in real ones. Beside it stands
how long all the measures and the communities take, at that size and at those given.
"""

import random
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Final

import networkx as nx
import rustworkx as rx

from bench.measure import machine, ratio
from samspil.network import Actor, Network, Relation, communities, measures, network_from
from samspil.network.measures import in_rust
from samspil.network.projection import projected

_ACTORS: Final = 1000
_PER_ACTOR: Final = 3
_TIMES_AS_FAST: Final = 20
_TIMES: Final = 10  # in a row: one alone is over before the machine's speed shows


def main() -> int:
    """Print the numbers and return 1 where betweenness is not as fast as it shall be."""
    print(machine())
    between = projected(made_up(_ACTORS))
    mine, theirs, factor = ratio(
        seconds(lambda: rx.betweenness_centrality(in_rust(between)), times=_TIMES),
        seconds(partial(nx.betweenness_centrality, between)),
        runs=5,
    )
    print(
        f"betweenness of {_ACTORS} actors: {mine * 1000:.0f} ms, networkx {theirs * 1000:.0f} ms, "
        f"{1 / factor:.0f} times as fast (at least {_TIMES_AS_FAST})"
    )
    for actors in (_ACTORS, *map(int, sys.argv[1:])):
        network = made_up(actors)
        took = ", ".join(
            f"{work.__name__} {seconds(partial(work, network))() * 1000:.0f} ms"
            for work in (measures, communities)
        )
        print(f"{actors} actors, {network.number_of_edges()} relations: {took}")
    return int(1 / factor < _TIMES_AS_FAST)


def made_up(actors: int) -> Network:
    """Return a network of so many actors with three relations each, of which a few have many."""
    draw = random.Random(20241122)  # noqa: S311  (a made-up network, not a secret)
    names = [f"a{number:06}" for number in range(actors)]
    ends = list(names)
    relations = []
    for number in range(actors * _PER_ACTOR):
        one, other = draw.choice(names), draw.choice(ends)
        ends += [one, other] if one != other else []
        relations.append(_relation(f"r{number:07}", one, other))
    return network_from(map(_actor, names), relations, {})


def seconds(work: Callable[[], object], times: int = 1) -> Callable[[], float]:
    """Return a measurement of a piece of work, done so many times in a row."""

    def measure() -> float:
        start = time.perf_counter()
        for _ in range(times):
            work()
        return (time.perf_counter() - start) / times

    return measure


def _actor(name: str) -> Actor:
    return Actor(name, name, name, "t", "t", "t", "circle", "#D6E4F0", 21)


def _relation(name: str, one: str, other: str) -> Relation:
    return Relation(name, one, other, "r", "r", "r", name, name, "#0B4F8A", "solid", 2, False, 1)


if __name__ == "__main__":
    sys.exit(main())
