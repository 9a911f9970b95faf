"""The table of prefixes and the constants are one thing."""

from samspil import namespaces
from samspil.namespaces import BASE, PREFIXES, SAM

CONSTANTS = {
    name: getattr(namespaces, name) for name in namespaces.__all__ if name not in {"PREFIXES", "BASE"}
}


def test_every_constant_has_its_prefix() -> None:
    assert {name.lower(): value for name, value in CONSTANTS.items()} == PREFIXES


def test_no_namespace_begins_another() -> None:
    values = list(PREFIXES.values())
    assert [(a, b) for a in values for b in values if a != b and b.startswith(a)] == []


def test_namespaces_end_where_a_name_can_follow() -> None:
    assert [value for value in PREFIXES.values() if value[-1] not in "#/"] == []


def test_our_terms_are_under_our_base() -> None:
    assert f"{BASE}model/" == SAM
