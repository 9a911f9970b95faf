"""The explorer cannot be served as it was asked for: exit code 2."""

from dataclasses import dataclass
from typing import ClassVar, Final

from samspil.errors.usage import UsageError

__all__ = ["NoPublicAddress", "NotASetting", "NotOurHost", "PortTaken"]

# Kind of a setting to what it is expected to be.
_EXPECTED: Final = {
    "address": {
        "da": "en hel adresse uden navn, adgangskode og spørgsmål, fx https://data.kommune.dk/samspil/",
        "en": "a whole address without name, password and query, for example https://data.kommune.dk/samspil/",
    },
    "ip": {
        "da": "IP-adresser med komma imellem, fx 127.0.0.1,10.0.0.5",
        "en": "IP addresses with commas between, for example 127.0.0.1,10.0.0.5",
    },
    "size": {
        "da": "et antal byte, fx 65536, 64K, 512M eller 4G",
        "en": "a number of bytes, for example 65536, 64K, 512M or 4G",
    },
}


@dataclass(eq=False)
class PortTaken(UsageError):
    """The server cannot listen on a port, because another program does or because it may not."""

    port: int
    messages: ClassVar[dict[str, str]] = {
        "da": "Port {port} er optaget eller ikke tilladt. Vælg en anden med --port; 0 finder en ledig.",
        "en": "Port {port} is taken or not allowed. Choose another with --port; 0 finds a free one.",
    }


@dataclass(eq=False)
class NotOurHost(UsageError):
    """The server cannot listen on an address, because it is not one of this machine."""

    host: str
    reason: str
    messages: ClassVar[dict[str, str]] = {
        "da": "Der kan ikke lyttes på »{host}«: {reason}. "
        "Angiv en af maskinens egne adresser med --host, fx 127.0.0.1.",
        "en": "It is not possible to listen on “{host}”: {reason}. "
        "Give an address of this machine with --host, for example 127.0.0.1.",
    }


@dataclass(eq=False)
class NoPublicAddress(UsageError):
    """Others could reach the server, and it does not know by which name they may ask for it."""

    host: str
    messages: ClassVar[dict[str, str]] = {
        "da": "Med --host {host} kan andre maskiner nå Samspil. Angiv også den adresse, læserne bruger, "
        "fx --public https://data.kommune.dk/. Kun på denne maskine: udelad --host.",
        "en": "With --host {host} other machines can reach Samspil. Give the address that readers use too, "
        "for example --public https://data.kommune.dk/. On this machine only: leave --host out.",
    }


@dataclass(eq=False)
class NotASetting(UsageError):
    """A setting has a value that it cannot have; `kind` is address, ip or size."""

    option: str
    variable: str
    value: str
    kind: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{option} eller {variable} kan ikke være »{value}«. Angiv {expected}.",
        "en": "{option} or {variable} cannot be “{value}”. Give {expected}.",
    }

    def _words(self, lang: str) -> dict[str, str]:
        return super()._words(lang) | {"expected": _EXPECTED[self.kind]["da" if lang == "da" else "en"]}
