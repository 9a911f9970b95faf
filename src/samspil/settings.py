"""What the user may set once for all commands: frozen values, read by the command and handed down.

The command line wins over the environment, the environment over the default.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from ipaddress import ip_address
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from samspil.errors import NoPublicAddress, UnknownName
from samspil.project import Project

__all__ = [
    "LANGUAGES",
    "Limits",
    "Serving",
    "Settings",
    "is_loopback",
    "is_public_address",
    "read_settings",
    "read_size",
    "spoken",
    "today",
    "write_size",
]

LANGUAGES: Final = ("da", "en")

_UNITS: Final = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


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
    `proxies` are the addresses of what stands in front and may say for whom it asks (`X-Forwarded-For`); nobody else
    may. `patience` is the seconds that a client has to send a request, and to take each part of its answer.
    `access_log` is a file, `-` for standard error, or nothing; `watch` reads the register again when files change.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    public: str = ""
    contact: str = ""
    proxies: tuple[str, ...] = ()
    patience: float = 20
    allow_violations: bool = False
    watch: bool = False
    access_log: str = ""
    limits: Limits = Limits()

    def __post_init__(self) -> None:
        """Refuse what others could reach by a name that nobody has said. Raises NoPublicAddress."""
        if not self.public and not is_loopback(self.host):
            raise NoPublicAddress(self.host)


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


def is_loopback(host: str) -> bool:
    """Tell whether a name or an address is that of this machine for itself."""
    try:
        return host.casefold() == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def is_public_address(text: str) -> bool:
    """Tell whether readers can reach a server at an address: https://data.kommune.dk/samspil/."""
    try:
        parts = urlsplit(text)
        named = bool(parts.hostname) and parts.port != 0
    except ValueError:  # of brackets that do not match, of a port that is none
        return False
    plain = bool(re.fullmatch(r"[\w.~/:\[\]-]+", text, re.ASCII))
    return plain and named and parts.scheme in ("http", "https")


def read_size(text: str) -> int | None:
    """Return a number of bytes: 65536, 64K, 512M or 4G; None for a text that is no size."""
    found = re.fullmatch(r"([1-9]\d{0,14})([KMG]?)", text.strip().upper(), re.ASCII)
    return int(found[1]) * _UNITS[found[2]] if found else None


def write_size(size: int) -> str:
    """Return a number of bytes as read_size reads it, with the largest unit of which it is a whole number."""
    unit = next(unit for unit in ("G", "M", "K", "") if size % _UNITS[unit] == 0)
    return f"{size // _UNITS[unit]}{unit}"


def today() -> date:
    """Return the day that it is where the user is: what is in force today is asked on that day."""
    return datetime.now().astimezone().date()


def read_settings(
    environment: Mapping[str, str], root: Path | None = None, lang: str | None = None
) -> Settings:
    """Return the settings: options first, then SAMSPIL_PROJECT and SAMSPIL_LANG, then the shipped register in Danish.

    Raises UnknownName for a language that Samspil does not speak, UnreadableInput for a folder that is no register.
    """
    chosen = spoken(lang or environment.get("SAMSPIL_LANG") or "da")
    folder = root or (Path(environment["SAMSPIL_PROJECT"]) if environment.get("SAMSPIL_PROJECT") else None)
    return Settings(Project.at(folder) if folder else Project.shipped(), chosen)
