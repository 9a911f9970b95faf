"""YAML in which every value is a text: `on` is no boolean, 2024-02-19 no date, and nothing else is made of it either.

The headers of questions and the stories of the map are written in it.
"""

from dataclasses import dataclass

__all__ = ["YamlError", "read_plain_yaml"]


@dataclass
class YamlError(Exception):
    """What is wrong with a text, and the line of it, counted from 0; None for a character that YAML does not allow."""

    problem: str
    line: int | None


def read_plain_yaml(text: str | bytes) -> object:
    """Return the texts, lists and mappings of a YAML document. Raises YamlError."""
    import yaml  # costs as much as the rest of a command, and few need it

    try:
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
        try:
            return loader.get_single_data()
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it is not YAML"
        raise YamlError(str(problem), mark.line if mark else None) from error
