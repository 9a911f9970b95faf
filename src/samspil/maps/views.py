"""A view of the map as the text after "#" in its address, made of the names that the script reads (`script/state.js`).

A view says what is in focus, how far around it, what is left out, on which day, how it is coloured. Everything
that it names is looked for on the map first, so that no link is made that leads nowhere.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final, TypeAlias
from urllib.parse import quote

from samspil.errors import ParameterError, UnknownName
from samspil.maps.names import Names
from samspil.parameters import nearest

__all__ = ["CHOICES", "View", "write_view"]

# Name of a setting to what it is set to: a text, or several; None and nothing are left out.
View: TypeAlias = Mapping[str, object]

# Settings with a fixed choice; the first is how the map is without it, and is left out of an address.
CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "steps": ("1", "2", "3"),
    "direction": ("any", "out", "in"),
    "rest": ("fade", "hide"),
    "certainty": ("possible", "certain"),
    "size": ("same", "degree", "weighted-degree", "betweenness", "page-rank", "closeness"),
    "colour": ("type", "community"),
    "layout": ("network", "geography"),
}

# Setting that names things to their kind.
_THINGS: Final = {
    "focus": "actor",
    "relation": "relation",
    "without": "type",
    "source": "source",
    "theme": "theme",
    "path": "actor",
    "shared": "actor",
    "open": "community",
}
_ONE: Final = ("focus", "relation")
_TWO: Final = ("path", "shared")

# Every setting, in the order in which an address has them.
_ORDER: Final = (
    *(
        "focus",
        "relation",
        "steps",
        "direction",
        "rest",
        "without",
        "source",
        "theme",
        "text",
        "on",
        "certainty",
    ),
    *("path", "shared", "size", "colour", "layout", "open", "story", "lang", "at"),
)

_LANGUAGES: Final = ("da", "en")
_MOMENT: Final = re.compile("[0-9]{4}(-[0-9]{2}-[0-9]{2})?")  # of the forms that ISO 8601 has
_AT: Final = re.compile(r"-?[0-9]{1,6},-?[0-9]{1,6},[0-9]{1,4}(\.[0-9]{1,3})?")


def write_view(view: View, names: Names) -> str:
    """Return the address of a view, without its "#"; empty for the whole map with nothing chosen.

    Raises UnknownName for a setting that there is not and for a thing that is not on the map, with the nearest
    names, and ParameterError for a value that a setting cannot have.
    """
    for name in view:
        if name not in _ORDER:
            raise UnknownName("setting", str(name), nearest(str(name), _ORDER))
    given = {name: _listed(value) for name, value in view.items()}
    given = _focused({name: values for name, values in given.items() if values}, names)
    written = ((name, _value(name, given[name], names)) for name in _ORDER if name in given)
    return "&".join(f"{name}={value}" for name, value in written if value)


def _focused(given: Mapping[str, list[str]], names: Names) -> dict[str, list[str]]:
    """Return the settings with a focus on a cooperation of two, which is a line, as a choice of that line."""
    focus = given.get("focus", [])
    is_line = len(focus) == 1 and not names.knows("actor", focus[0]) and names.knows("relation", focus[0])
    if not is_line or "relation" in given:
        return dict(given)
    return {name: values for name, values in given.items() if name != "focus"} | {"relation": focus}


def _listed(value: object) -> list[str]:
    """Return what a setting is set to as a list of texts."""
    several = value if isinstance(value, Iterable) and not isinstance(value, str) else [value]
    return [text for one in several if one is not None and (text := str(one).strip())]


def _value(name: str, values: list[str], names: Names) -> str:
    """Return what stands after the name of a setting; empty where it is what the map does anyway."""
    if name in _THINGS:
        return _things(name, values, names)
    if len(values) != 1:
        raise ParameterError("map", name, ", ".join(values), "1")
    if name in CHOICES:
        return _choice(name, values[0])
    return _WRITERS[name](values[0], names)


def _things(name: str, values: list[str], names: Names) -> str:
    """Return the ids of the things that a setting names."""
    if name in _ONE and len(values) != 1:
        raise ParameterError("map", name, ", ".join(values), "1")
    if name in _TWO and len(values) != 2:
        raise ParameterError("map", name, ", ".join(values), "2")
    ids = dict.fromkeys(names.id(_THINGS[name], value) for value in values)
    if name in _TWO and len(ids) != 2:
        raise ParameterError("map", name, ", ".join(values), "2")
    ordered = ids if name in (*_ONE, *_TWO) else sorted(ids)
    return ",".join(map(_encoded, ordered))


def _choice(name: str, value: str) -> str:
    """Return one of the fixed choices; empty for the first."""
    if value not in CHOICES[name]:
        raise ParameterError("map", name, value, " / ".join(CHOICES[name]))
    return "" if value == CHOICES[name][0] else value


def _moment(value: str, _names: Names) -> str:
    """Return a year or a day that exists, as it is written."""
    try:
        if not _MOMENT.fullmatch(value):
            raise ValueError(value)
        date.fromisoformat(value if len(value) > 4 else f"{value}-01-01")
    except ValueError:
        raise ParameterError("map", "on", value, "2024 / 2024-02-19") from None
    return value


def _step(value: str, names: Names) -> str:
    """Return a story with the number of a step, which may be left out."""
    found = re.fullmatch(r"(?P<story>.+?)(?:/(?P<step>[1-9][0-9]?))?", value)
    story = names.id("story", found["story"] if found else value)
    return f"{_encoded(story)}/{found['step'] if found and found['step'] else 1}"


def _language(value: str, _names: Names) -> str:
    """Return a language that the map speaks."""
    if value not in _LANGUAGES:
        raise UnknownName("language", value, _LANGUAGES)
    return value


def _camera(value: str, _names: Names) -> str:
    """Return where the camera stands."""
    if not _AT.fullmatch(value):
        raise ParameterError("map", "at", value, "0,0,1")
    return value


# Setting of any other kind to how it is written.
_WRITERS: Final[dict[str, Callable[[str, Names], str]]] = {
    "text": lambda value, _names: _encoded(value),
    "on": _moment,
    "story": _step,
    "lang": _language,
    "at": _camera,
}


def _encoded(text: str) -> str:
    """Return a text as it stands in an address, as the script encodes it."""
    return quote(text, safe="/:!~*'()")
