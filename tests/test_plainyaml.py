"""YAML in which every value is a text."""

import pytest

from samspil.plainyaml import YamlError, read_plain_yaml


def test_every_value_is_a_text() -> None:
    text = "on: yes\nday: 2024-02-19\nlist: [1, null, 0x10, ~]\nempty:\n"

    assert read_plain_yaml(text) == {
        "on": "yes",
        "day": "2024-02-19",
        "list": ["1", "null", "0x10", "~"],
        "empty": "",
    }


@pytest.mark.parametrize(
    "text", ["!!python/object/apply:os.system [exit]", "!!python/name:os.system x", "!own [a]"]
)
def test_nothing_else_is_made_of_it(text: str) -> None:
    assert read_plain_yaml(text) in (["exit"], "x", ["a"])


@pytest.mark.parametrize(("text", "line"), [("a: {", 1), ("a: b\nc: d: e", 1), ("a: \x01", None)])
def test_a_mistake_has_its_words_and_its_line(text: str, line: int | None) -> None:
    with pytest.raises(YamlError) as told:
        read_plain_yaml(text)
    assert told.value.problem
    assert told.value.line == line
