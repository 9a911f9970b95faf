"""Stories: a map shown step by step, each with a title, a text and a view, kept in `stories/<id>.yaml` of a register.

    title: {da: Sådan samarbejder vi, en: How we work together}
    steps:
      - title: {da: Kommunen i midten, en: The municipality in the middle}
        text: {da: Norddjurs Kommune har …, en: Norddjurs Municipality has …}
        view: {focus: norddjurs-kommune, steps: 2, without: [Ownership]}

A view has the settings that an address of the map has. It is checked against the map on which the story is told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from samspil.errors import InvalidStory, SamspilError, UnknownName, UsageError
from samspil.files import read_mended
from samspil.maps.names import Names
from samspil.maps.views import View, write_view
from samspil.maps.words import LANGUAGES, Pair
from samspil.parameters import nearest
from samspil.plainyaml import YamlError, read_plain_yaml

__all__ = ["Step", "Story", "read_stories", "story_views"]

_STORY: Final = ("title", "steps")
_STEP: Final = ("title", "text", "view")


@dataclass(frozen=True)
class Step:
    """One step: what it is called, what is told, and the view in which it is told."""

    title: Pair
    text: Pair
    view: View


@dataclass(frozen=True)
class Story:
    """A story; `id` is the stem of its file."""

    id: str
    path: Path
    title: Pair
    steps: tuple[Step, ...]


def read_stories(paths: Iterable[Path]) -> tuple[Story, ...]:
    """Return the stories of a register. Raises InvalidStory, UnreadableInput and EncodingError."""
    return tuple(_story(path) for path in paths)


def story_views(story: Story, names: Names) -> list[str]:
    """Return the address of each step's view. Raises InvalidStory for a view that the map cannot show."""
    views = []
    for number, step in enumerate(story.steps, 1):
        try:
            views.append(write_view(step.view, names))
        except UsageError as error:
            raise _fault(story.path, number, error) from error
    return views


def _story(path: Path) -> Story:
    """Return the story of a file."""
    told = _mapping(path, 0, _yaml(path), _STORY)
    steps = told.get("steps")
    if not isinstance(steps, list) or not steps:
        raise InvalidStory(path, 0, "a list of steps is expected")
    return Story(
        path.stem,
        path,
        _pair(path, 0, told, "title"),
        tuple(_step(path, number, step) for number, step in enumerate(steps, 1)),
    )


def _step(path: Path, number: int, told: object) -> Step:
    """Return one step."""
    values = _mapping(path, number, told, _STEP)
    view = values.get("view", {})
    if not isinstance(view, dict):
        raise InvalidStory(path, number, "the settings of a view are expected: focus, steps, on …")
    return Step(_pair(path, number, values, "title"), _pair(path, number, values, "text"), view)


def _yaml(path: Path) -> object:
    """Return what a file holds. Raises InvalidStory at its line."""
    try:
        return read_plain_yaml(read_mended(path))
    except YamlError as error:
        line = None if error.line is None else error.line + 1
        raise InvalidStory(path, 0, error.problem, line=line) from error


def _mapping(path: Path, number: int, told: object, known: tuple[str, ...]) -> Mapping[str, Any]:
    """Return a part of a story as its keys and values, when it has none but those that are known."""
    if not isinstance(told, dict):
        raise InvalidStory(path, number, f"{', '.join(known[:-1])} and {known[-1]} are expected")
    for key in told:
        if key not in known:
            raise _fault(path, number, UnknownName("setting", str(key), nearest(str(key), known)))
    return told


def _pair(path: Path, number: int, told: Mapping[str, Any], key: str) -> Pair:
    """Return a text in both languages."""
    value = told.get(key)
    texts = [value.get(lang) if isinstance(value, dict) else None for lang in LANGUAGES]
    if not all(isinstance(text, str) and text.strip() for text in texts):
        raise InvalidStory(path, number, f"{key} is expected in da and en")
    danish, english = (" ".join(str(text).split()) for text in texts)
    return (danish, english)


def _fault(path: Path, number: int, error: SamspilError) -> InvalidStory:
    """Return what is wrong with a story, in the words of what is wrong with a part of it."""
    return InvalidStory(path, number, error.message("en"), error.message("da"))
