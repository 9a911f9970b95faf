"""What a page brings with it besides data: our script with vis-network inside, and our style sheets.

The script is bundled from `script/` and its npm packages when Samspil is built or installed.
"""

from functools import cache
from importlib.resources import files
from typing import Final

from samspil.errors import UnreadableInput

__all__ = ["TEMPLATES", "read_atlas", "read_script", "read_styles"]

_PACKAGE: Final = files("samspil.maps")
TEMPLATES: Final = _PACKAGE / "templates"


@cache
def read_script() -> str:
    """Return the script of a map. Raises UnreadableInput where it was never made, as in a bare checkout."""
    return _made("map.js")


@cache
def read_atlas() -> str:
    """Return the countries of the world as TopoJSON. Raises UnreadableInput where they were never taken in."""
    return _made("countries-10m.json")


@cache
def read_styles() -> str:
    """Return the style sheets of a map as one, with the line ends that a browser will hash."""
    sheets = (TEMPLATES / name for name in ("map.css", "panels.css", "tables.css"))
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets if sheet.is_file())


def _made(name: str) -> str:
    """Return the text of a file that the build makes."""
    path = _PACKAGE / "assets" / name
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise UnreadableInput(
            str(path), "it was never made: run “make assets”, or install Samspil again"
        ) from error
