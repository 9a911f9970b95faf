"""What the user may set once for all commands: frozen values, read by the command and handed down.

The command line wins over the environment, the environment over the default.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from samspil.errors import UnknownName
from samspil.project import Project

__all__ = ["LANGUAGES", "Limits", "Serving", "Settings", "read_settings", "spoken", "today"]

LANGUAGES: Final = ("da", "en")


@dataclass(frozen=True)
class Limits:
    """What strangers may ask of the server; each is an upper bound.

    `query_bytes` is the length of one query in UTF-8, `seconds` how long it may run, `rows` and `answer_bytes` where
    its answer is cut off with a notice, `per_client` and `in_all` how many run at once, `memory` the bytes that the
    engine may take (where the system can bound them).
    """

    query_bytes: int = 64 * 1024
    seconds: int = 15
    rows: int = 100_000
    answer_bytes: int = 64 * 1024 * 1024
    per_client: int = 4
    in_all: int = 16
    memory: int = 4 * 1024**3


@dataclass(frozen=True)
class Serving:
    """How the explorer is served: where it listens, what its public address is, and what strangers may ask.

    `public` is the address at which readers reach it, where that is another than the one it listens on: the own
    domain, or a path behind a proxy (`https://data.kommune.dk/samspil/`). Empty, it is the address of the request.
    `contact` is the mail or web address of whoever answers for the site; the accessibility statement has to name one.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    public: str = ""
    contact: str = ""
    limits: Limits = Limits()


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
