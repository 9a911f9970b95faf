"""What the user may set once for all commands: one frozen value, read by the command and handed down.

The command line wins over the environment, the environment over the default.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from samspil.errors import UnknownName
from samspil.project import Project

__all__ = ["LANGUAGES", "Settings", "read_settings", "spoken", "today"]

LANGUAGES: Final = ("da", "en")


@dataclass(frozen=True)
class Settings:
    """The register to work on and the language to speak."""

    project: Project
    lang: str = "da"


def spoken(lang: str) -> str:
    """Return a language that Samspil speaks as it is. Raises UnknownName."""
    if lang not in LANGUAGES:
        raise UnknownName("language", lang, LANGUAGES)
    return lang


def today() -> date:
    """Return the day that it is where the user is: what is in force today is asked on that day."""
    return date.today()  # noqa: DTZ011 (no other clock than the user's is meant)


def read_settings(
    environment: Mapping[str, str], root: Path | None = None, lang: str | None = None
) -> Settings:
    """Return the settings: options first, then SAMSPIL_PROJECT and SAMSPIL_LANG, then the shipped register in Danish.

    Raises UnknownName for a language that Samspil does not speak, UnreadableInput for a folder that is no register.
    """
    chosen = spoken(lang or environment.get("SAMSPIL_LANG") or "da")
    folder = root or (Path(environment["SAMSPIL_PROJECT"]) if environment.get("SAMSPIL_PROJECT") else None)
    return Settings(Project.at(folder) if folder else Project.shipped(), chosen)
