"""The network in small: any network gives a picture, and no name breaks out of it."""

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from tests.maps.samples import hostile_sample, sample
from tests.network.graphs import actor, hub, relation

from samspil.network import Network, network_from
from samspil.server.browse.preview import preview


def star_of_hubs() -> Network:
    """Return a network with more nodes than fit, of which all with most relations are nameless."""
    hubs = [f"https://example.org/hub-{at:03}" for at in range(80)]
    ends = [f"https://example.org/end-{at:03}" for at in range(3)]
    ties = [*pairwise(hubs), *((end, place) for end in ends[:1] for place in hubs[:1])]
    relations = [relation(f"https://example.org/tie-{at}", a, b) for at, (a, b) in enumerate(ties)]
    return network_from([*map(hub, hubs), *map(actor, ends)], relations, {})


@pytest.mark.parametrize("network", [sample(), hostile_sample(), star_of_hubs(), network_from([], [], {})])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_any_network_gives_a_picture(network: Network, scheme: str) -> None:
    picture = ET.fromstring(preview(network, "da", scheme))  # noqa: S314  # our own text
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    assert {element.tag.partition("}")[2] for element in picture.iter()} <= {
        "svg",
        "path",
        "g",
        "text",
        "circle",
        "rect",
    }
