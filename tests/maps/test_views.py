"""A view becomes an address: whatever people call things, and nothing that is not on the map."""

from collections.abc import Mapping

import pytest
from tests.maps.samples import sample

from samspil.errors import ParameterError, UnknownName
from samspil.maps.drawing import draw
from samspil.maps.names import Names
from samspil.maps.views import write_view


@pytest.fixture(scope="module")
def names() -> Names:
    """Return the names of the usual map, on which one story can be told."""
    return Names(draw(sample()), ["os"])


ADDRESSES: list[tuple[dict[str, object], str]] = [
    ({}, ""),
    ({"focus": None, "on": "", "without": []}, ""),
    ({"focus": "norddjurs"}, "focus=actor/norddjurs"),
    ({"focus": "actor/norddjurs", "steps": 2}, "focus=actor/norddjurs&steps=2"),
    ({"focus": "https://w3id.org/samspil/id/actor/norddjurs", "steps": 1}, "focus=actor/norddjurs"),
    ({"focus": "norddjurs municipality"}, "focus=actor/norddjurs"),
    ({"focus": "hub"}, "focus=cooperation/hub"),
    ({"focus": "formal"}, "relation=cooperation/formal"),
    ({"focus": "Norddjurs og AU"}, "relation=cooperation/formal"),
    ({"relation": "strategic", "focus": "aarhus"}, "focus=actor/aarhus&relation=cooperation/strategic"),
    ({"without": ["t:m", "politisk"]}, "without=t:m,t:p"),
    ({"without": "kommune"}, "without=t:m"),
    ({"text": "klima & energi"}, "text=klima%20%26%20energi"),
    ({"on": 2024, "certainty": "certain"}, "on=2024&certainty=certain"),
    ({"on": "2024-02-29"}, "on=2024-02-29"),
    ({"path": ["dima", "aarhus"]}, "path=actor/dima,actor/aarhus"),
    ({"size": "page-rank", "colour": "community"}, "size=page-rank&colour=community"),
    ({"layout": "geography", "rest": "hide"}, "rest=hide&layout=geography"),
    ({"story": "os"}, "story=os/1"),
    ({"story": "os/3", "lang": "en", "at": "-20,5,1.25"}, "story=os/3&lang=en&at=-20,5,1.25"),
    ({"open": ["dima"]}, "open=actor/dima"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("view", "address"), ADDRESSES, ids=[address or "nothing" for _, address in ADDRESSES]
)
def test_view_is_written(names: Names, view: Mapping[str, object], address: str) -> None:
    assert write_view(view, names) == address


UNKNOWN: list[tuple[dict[str, object], str]] = [
    ({"focus": "norddjur"}, "norddjurs"),
    ({"without": ["kommuner"]}, "Ukendt type"),
    ({"focsu": "dima"}, "focus"),
    ({"story": "os2"}, "os"),
    ({"path": ["dima", "aarhsu"]}, "aarhus"),
    ({"lang": "sv"}, "da eller en"),
]


@pytest.mark.parametrize(("view", "said"), UNKNOWN, ids=[next(iter(view)) for view, _ in UNKNOWN])
def test_what_is_not_on_the_map_is_refused_with_the_nearest(
    names: Names, view: Mapping[str, object], said: str
) -> None:
    with pytest.raises(UnknownName) as raised:
        write_view(view, names)
    assert said in raised.value.message("da")


@pytest.mark.parametrize(
    "view",
    [
        {"steps": 4},
        {"steps": [1, 2]},
        {"on": "2024-02-30"},
        {"on": "20240229"},
        {"on": "2024-W09-4"},
        {"on": "i går"},
        {"layout": "map"},
        {"path": ["dima"]},
        {"path": ["dima", "DIMA"]},
        {"focus": ["dima", "aarhus"]},
        {"at": "0,0"},
    ],
    ids=str,
)
def test_value_that_a_setting_cannot_have_is_refused(names: Names, view: Mapping[str, object]) -> None:
    with pytest.raises(ParameterError):
        write_view(view, names)
