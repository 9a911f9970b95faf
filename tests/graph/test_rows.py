"""A row gives its values by name, by place and as attributes, and is as frozen as it looks."""

import copy
import pickle

import pytest

from samspil.errors import UnknownName
from samspil.graph import Row
from samspil.periods import read_period

ROW = Row(("actorLabel", "on", "class", "keys"), ("VIA", 1, 2, None))


def test_values_by_name_by_place_and_as_attributes() -> None:
    assert (ROW.actorLabel, ROW.on, ROW["class"], ROW["keys"], ROW[0], ROW[-1]) == (
        "VIA",
        1,
        2,
        None,
        "VIA",
        None,
    )
    assert list(ROW) == ["VIA", 1, 2, None]
    assert len(ROW) == 4
    assert dict(ROW) == {"actorLabel": "VIA", "on": 1, "class": 2, "keys": None}
    assert "actorLabel" in dir(ROW)


def test_a_column_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(UnknownName, match="Did you mean actorLabel"):
        ROW["actor"]
    with pytest.raises(AttributeError, match="actorLabel, on, class, keys"):
        _ = ROW.actor
    with pytest.raises(IndexError):
        ROW[4]


def test_rows_are_equal_by_columns_and_values() -> None:
    same = Row(("actorLabel", "on", "class", "keys"), ("VIA", 1, 2, None))
    assert (ROW, hash(ROW)) == (same, hash(same))
    assert Row(("a",), (1,)) != Row(("b",), (1,))
    assert Row(("a",), (1,)) != Row(("a",), (2,))
    assert Row(("a",), (1,)) != (1,)


def test_a_row_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="'on'"):
        ROW.on = 3
    with pytest.raises(TypeError):
        ROW["on"] = 3


def test_a_row_can_be_copied_and_pickled() -> None:
    assert copy.deepcopy(ROW) == ROW
    assert pickle.loads(pickle.dumps(ROW)) == ROW  # noqa: S301  what was pickled one call before


def test_a_row_is_shown_with_its_names_and_a_period_by_its_text() -> None:
    assert repr(Row(("a", "b"), ("x", read_period("2018/")))) == "Row(a='x', b=Period('2018/'))"
