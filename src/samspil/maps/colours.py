"""Colours of the ontology on light and on dark paper, by the arithmetic of WCAG 2.2.

A colour is text of the form "#RRGGBB" and nothing else: it is written into a style sheet.
"""

import re
from typing import Final

from samspil.errors import UnknownName

__all__ = ["contrast", "legible", "paler"]

_FORM: Final = re.compile(r"#[0-9A-Fa-f]{6}")


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def legible(colour: str, paper: str, ratio: float) -> str:
    """Return the colour, mixed with white or black just so far that it stands out from the paper.

    Raises UnknownName when the colour is not of the form #RRGGBB.
    """
    goal = "#FFFFFF" if _luminance(paper) < 0.2 else "#000000"
    mixed = (_mixed(colour, goal, step / 20) for step in range(21))
    return next(found for found in mixed if contrast(found, paper) >= ratio or found == goal)


def paler(colour: str, paper: str) -> str:
    """Return the colour faded halfway into the paper, as something uncertain is drawn."""
    return _mixed(colour, paper, 0.45)


def _channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue, 0 to 255. Raises UnknownName for anything but #RRGGBB."""
    if not _FORM.fullmatch(colour):
        raise UnknownName("colour", colour)
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """Return the relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    """Undo the curve with which sRGB stores light."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _mixed(colour: str, goal: str, share: float) -> str:
    """Return the colour with so large a share of the goal in it."""
    pairs = zip(_channels(colour), _channels(goal), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * share):02X}" for one, other in pairs)
